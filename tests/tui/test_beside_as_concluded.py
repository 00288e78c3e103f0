"""Dossiers beside one another say of each theme what the conclusions of each say of it."""

import pytest

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.layout.beside import Column, beside
from petr_advisor.inference.engines import engine
from petr_advisor.words.voice import screen_voice
from tests.documents.conftest import report_of
from tests.tui.test_checklists import HELD, answered

WITH_CONTRACTS = [name for name, told in HELD.items() if "contracts" in told["key_questions"]]
NOTHING = "rien n'est proposé à ce titre"


def proposals(*cases: Consultation) -> dict[str, tuple[str, ...]]:
    """Give the rows of what is proposed, by their titles."""
    found = beside([Column(str(number), case) for number, case in enumerate(cases)], screen_voice("fr"))
    (rows,) = (rows for title, rows in found.sections if title == "Ce qui est proposé")
    return {row.title: tuple(said.replace("’", "'") for said in row.said) for row in rows}


@pytest.mark.parametrize("name", WITH_CONTRACTS)
def test_nothing_is_proposed_beside_where_the_conclusions_propose_nothing(name: str) -> None:
    case = answered(HELD[name])
    themes = load().key_questions["contracts"].themes
    rows, concluded = proposals(case, case), report_of(case)
    (told,) = (found for found in concluded.questions if found.id == "contracts")
    said = " ".join(line.decision for line in told.lines if NOTHING in line.decision.replace("’", "'"))
    for theme in themes.values():
        row = next((row for title, row in rows.items() if title.endswith(f" – {theme.fr}")), None)
        if row is not None:
            assert (row[0] == NOTHING) == (theme.fr in said), theme.fr


def test_a_subject_that_was_not_asked_is_not_an_answer_that_lacks() -> None:
    told = HELD[WITH_CONTRACTS[0]]
    alone = Consultation.start(load(), told["as_of"], ["evolution"], engine("native"))
    rows = proposals(answered(told), alone)
    for title, (_, other) in rows.items():
        assert other == "sujet non demandé" or title == load().key_questions["evolution"].title.fr
    assert any(other == "sujet non demandé" for _, other in rows.values())
