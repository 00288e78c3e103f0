"""An order of several départements is of all their prefects; what an act obtained turned on is checked no more."""

from petr_advisor.consulting.acting import who_acts
from tests.documents.conftest import READING, case_in, report_of

ENTRY = READING / "petr-entree-projet-2026.yaml"


def test_prefects_of_several_departements_act_together_and_are_named() -> None:
    case = case_in(ENTRY)
    assert who_acts(case, "prefects-of-all").fr == "le ou les préfets concernés"
    several = who_acts(case.answer("joiner.departement", "70"), "prefects-of-all")
    assert several.fr == "les préfets de l'ensemble des départements (Doubs, Haute-Saône)"


def test_a_perimeter_fixed_long_ago_is_not_to_be_looked_into() -> None:
    report = report_of(case_in(ENTRY))
    (kept,) = [option for each in report.questions for option in each.options if option.id == "scot-petr-bears"]
    assert not [each for each in kept.to_check if "20007" in each]


def test_what_is_there_is_no_other_way_than_doing_nothing() -> None:
    note = report_of(case_in(ENTRY)).note
    assert note is not None
    assert not [way for way in note.ways if way.question == "scot" and way.kind == "staying"]
