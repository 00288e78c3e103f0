"""A revision under way beside a change of statutes: one page that agrees with itself, read by whoever votes on it."""

from functools import cache

from petr_advisor.documents.model import Report
from petr_advisor.documents.model_note import Note

from .conftest import report_of, started
from .test_formats import squeezed

ANSWERS = {
    "structure.legal_form": "petr", "petr.project_approved": True, "project.revision": "under_way",
    "territory.scot_cover": "none", "contract.partners_associated": False, "petr.change_planned": "statutes",
}  # fmt: skip


@cache
def page() -> Report:
    case = started("project", "life")
    for fact, value in ANSWERS.items():
        case = case.answer(fact, value)
    return report_of(case)


def note() -> Note:
    found = page().note
    assert found is not None
    return found


def test_a_day_out_of_reach_is_told_with_that_of_the_other_reading() -> None:
    (told,) = [late for answer in note().answers for late in answer.late]
    assert squeezed("15 mars 2027 à la lecture prudente, hors d’atteinte") in squeezed(told)
    assert squeezed("une autre lecture, discutée, la porte au 24 avril 2027") in squeezed(told)


def test_of_two_first_acts_that_of_the_day_in_danger_comes_first() -> None:
    first = note().first_act
    assert first is not None
    assert "compare le texte existant" in first


def test_what_lacks_and_is_asked_only_later_is_told_by_what_is_asked_before() -> None:
    """The votes on the text are asked once it is known that there is a text: that is what to find out."""
    line = next(line for question in page().questions if question.id == "project" for line in question.lines)
    assert line.sure is not None
    assert {key for missing in line.sure.missing if missing.kind == "answers" for key in missing.ids}
    asked = [point.what for point in note().points]
    assert any("économie" in what and "culture" in what for what in asked)


def test_no_risk_denies_what_is_there() -> None:
    """A consequence is what would follow: the page says that the project is approved."""
    said = [stop.text for stop in note().stops] + [reason.text for reason in note().reasons]
    assert any("Le projet est approuvé" in text for text in said)
    assert not any("n’est pas approuvé" in text for text in said)
