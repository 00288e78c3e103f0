"""What an answer of the course brings about comes when the plan has it, wherever its time is said."""

from petr_advisor.documents.texts import altering_text, conclusions_text
from petr_advisor.explaining.altering.alterations import what_would_it_take

from .conftest import EXAMPLES, case_in
from .test_formats import squeezed

BIRTH = squeezed("d’après le plan, entre le 23 juillet 2017 et le 30 novembre 2017")
UPDATED = "project-updated"


def test_one_time_is_told_of_the_birth_of_the_petr() -> None:
    """It took 15 months in one paper, 4 to 15 in another, and 6 to 10 in the plan."""
    case = case_in(EXAMPLES["loire-beauce"])
    told = squeezed(altering_text(case, UPDATED, what_would_it_take(case, UPDATED), "fr"))
    assert BIRTH in told
    assert "15mois" not in told
    concluded = squeezed(conclusions_text(case, "fr"))
    assert BIRTH in concluded
    assert "15mois" not in concluded


def test_what_an_option_becomes_is_told_beside_what_it_is() -> None:
    """It was « sous conditions » here and « possible » in the conclusions, which follow the answers before it."""
    case = case_in(EXAMPLES["loire-beauce"])
    first = squeezed(altering_text(case, UPDATED, what_would_it_take(case, UPDATED), "fr").split("\n")[0])
    assert squeezed("sous conditions aujourd’hui ; possible une fois menées les réponses qui précèdent") in first


def test_an_option_that_no_answer_changes_has_one_status() -> None:
    case = case_in(EXAMPLES["loire-beauce"])
    first = altering_text(case, "l5741-4", what_would_it_take(case, "l5741-4"), "fr").split("\n")[0]
    assert "une fois" not in first
