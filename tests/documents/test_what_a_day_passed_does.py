"""A legal day that no act of the plan meets is told with what passing it does; one long past is not."""

from dataclasses import replace
from datetime import date

from petr_advisor.documents.roadmap_words import unmet
from petr_advisor.documents.writing import render
from petr_advisor.planning.model import KeyDate
from petr_advisor.words.texts import Text
from petr_advisor.words.voice import Voice

from .conftest import EXAMPLES, case_in, report_of

DAY = KeyDate(
    "review",
    Text(fr="délibérer", en="vote"),
    date(2026, 7, 9),
    "law",
    (),
    unmet=True,
    consequence=Text(fr="À défaut, le SCoT est caduc.", en="Failing that the SCoT lapses."),
)


def test_what_passing_a_day_to_come_does_is_told() -> None:
    assert unmet(DAY, Voice("en")) == "this plan does not deal with it; failing that the SCoT lapses"
    assert "failing" not in str(unmet(replace(DAY, past=True), Voice("en")))
    assert unmet(replace(DAY, consequence=None), Voice("en")) == "this plan does not deal with it"


def test_the_other_dates_in_danger_beside_many_questions_are_a_sentence_of_their_own() -> None:
    case = case_in(EXAMPLES["loire-beauce"])
    text = render(report_of(case.about(tuple(case.base.key_questions))), ".txt").decode("utf-8").replace("\u00a0", " ")
    assert "Et 1 autre date, dans la feuille de route." in text
    assert "). et " not in text
