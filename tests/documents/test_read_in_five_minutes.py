"""What a reader trips over in a note: a way nobody may choose, a cut name, a sign not read out, a map not drawn."""

from petr_advisor.documents.build import build, extent_of
from petr_advisor.documents.settings import Adviser
from petr_advisor.documents.writing import render

from .conftest import EXAMPLES, MADE_ON, case_in, reading_note, reading_report

AUTOMATIC = "transformation-doffice-votes-acquis-2015"


def _markdown(name: str) -> str:
    return render(reading_report(name), ".md").decode().replace("\u00a0", " ")


def test_staying_where_the_prefect_must_act_is_no_choice_of_the_members() -> None:
    staying = [way for way in reading_note(AUTOMATIC).ways if way.kind == "staying"]
    assert [way.title for way in staying if way.no_choice] == ["Rester comme aujourd’hui"]
    assert "Rester comme aujourd’hui – hors du choix des membres" in _markdown(AUTOMATIC)


def test_several_lead_bodies_are_named_as_several() -> None:
    assert "garder les porteurs actuels des SCoT" in _markdown(AUTOMATIC)


def test_for_and_against_are_words() -> None:
    said = _markdown(AUTOMATIC)
    assert "Pour : " in said
    assert "Contre : " in said
    assert "<br>+" not in said
    assert "<br>−" not in said


def test_nothing_is_said_of_a_map_that_a_format_does_not_draw() -> None:
    case = case_in(EXAMPLES["loire-beauce"])
    report = build(case, "fr", Adviser(), MADE_ON, extent=extent_of("note"))
    assert "Contours" not in render(report, ".md").decode()
    assert "Contours" in render(report, ".html").decode()
