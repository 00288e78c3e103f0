"""What is known not to be in a text put to the vote is not told as to be checked there: that text is voted again."""

import re
from functools import cache

import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.to_check import unsound
from petr_advisor.documents.building.council import settled_on
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.questions import question_part
from petr_advisor.words.texts import Language

from .conftest import READING, case_in, report_of
from .test_formats import squeezed

BOUNDS = "governance.seats_in_bounds"
AMISS = "l5741-4/statutes"
ASKED = re.compile(r"^key_questions: .*governance", re.MULTILINE)
TEXTS = sorted(
    path.stem
    for path in READING.glob("*.yaml")
    if ASKED.search(read := path.read_text(encoding="utf-8")) and ("l5741_4" in read or "petr-transformation" in read)
)
"""Cases on how a PETR is governed where a transformation is under way, or was."""
CHECK: dict[Language, str] = {"fr": "à vérifier", "en": "check it there"}


@cache
def case(name: str, within: str) -> Consultation:
    return case_in(READING / f"{name}.yaml").answer(BOUNDS, within)


def amiss(found: Consultation) -> bool:
    return any(each.known and each.condition.key == AMISS for each in unsound(found))


def seats(found: Consultation, language: Language) -> list[str]:
    part = question_part(Desk(language, consultation=found), "governance")
    return [squeezed(line.decision) for line in part.lines if any(each.startswith("seats-") for each in line.options)]


@pytest.mark.parametrize("name", TEXTS)
def test_seats_known_amiss_are_told_so(name: str) -> None:
    found = case(name, "no")
    for language, check in CHECK.items():
        told = seats(found, language)
        assert not amiss(found) or not any(squeezed(check) in each for each in told)
    assert not amiss(found) or settled_on(Desk("fr", consultation=found)) is None


def test_the_walk_meets_such_texts() -> None:
    assert sum(amiss(case(name, "no")) for name in TEXTS) >= 3


def test_the_answer_agrees_with_what_is_put_right_first() -> None:
    found = report_of(case("syndicat-sieges-deja-votes-2026", "no"))
    assert any(each.key == AMISS for each in found.breaches)
    (told,) = seats(case("syndicat-sieges-deja-votes-2026", "no"), "fr")
    assert squeezed("Le texte soumis au vote ne remplit pas une condition") in told
    assert found.note is not None
    assert found.note.seats is not None
    assert squeezed("ceux du texte voté") not in squeezed(found.note.seats)


def test_seats_within_bounds_are_those_of_the_text() -> None:
    found = case("syndicat-sieges-deja-votes-2026", "yes")
    (told,) = seats(found, "fr")
    assert squeezed("Se règle dans le texte déjà soumis au vote") in told
    assert settled_on(Desk("fr", consultation=found)) is not None
