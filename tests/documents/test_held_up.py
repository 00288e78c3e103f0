"""What is to be known before a way is proposed: the answer waits for it, and it is asked."""

from pathlib import Path

import pytest

from petr_advisor.consulting.awaited import awaited_by
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.held_up import held_up
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.questions import question_part
from petr_advisor.files.locations import examples_folder
from petr_advisor.inference.engines import engine
from petr_advisor.scenarios.loading import load_scenarios

from .conftest import READING, real_base
from .test_formats import squeezed

NAMED = (READING / "petr-crte-en-place-2026.yaml", "perhaps-signed", "contracts", "state")
THERE = (examples_folder() / "regions" / "one-pact-for-two.yaml", "the-other-way-round", "contracts", "region")
COMPARED = (READING / "syndicat-route-inconnue-2026.yaml", "expectation-unknown", "evolution", None)


def _variant(path: Path, name: str) -> Consultation:
    scenarios = load_scenarios(path, real_base())
    return next(each for each in scenarios if each.name.endswith(f"#{name}")).consultation(engine("native"))


@pytest.mark.parametrize(("case", "by"), [(NAMED, "named"), (THERE, "there"), (COMPARED, "compared")])
def test_what_holds_an_answer_up_is_awaited_and_asked(case: tuple[Path, str, str, str | None], by: str) -> None:
    path, variant, question, theme = case
    found = _variant(path, variant)
    line = next(each for each in found.course.lines if (each.question, each.theme) == (question, theme))
    held = held_up(line.case, line.question, line.rival)
    assert line.state == "to_settle"
    assert held is not None
    assert held.by == by
    assert tuple(awaited_by(line))[: len(held.facts)] == held.facts
    asked = {question.fact for question in found.agenda.questions}
    assert ({fact for fact, _ in held.facts} <= asked) == (held.condition is not None)


def test_what_is_said_not_to_be_known_is_told() -> None:
    path, variant, question, _ = COMPARED
    found = _variant(path, variant)
    said = squeezed(question_part(Desk("fr", consultation=found), question).explanation or "")
    assert squeezed("Rien n’est proposé tant que n’est pas dit ce qui départage les voies") in said
