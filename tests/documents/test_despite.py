"""What is proposed against a wish says so with the answer: it stood among the details alone."""

import pytest

from petr_advisor.documents.blocks import Callout, words
from petr_advisor.documents.build import build, extent_of
from petr_advisor.documents.layout.note_answers import answers
from petr_advisor.documents.layout.pen import Pen
from petr_advisor.documents.layout.summary import answer
from petr_advisor.documents.settings import Adviser
from petr_advisor.documents.short import short_text
from petr_advisor.documents.texts import conclusions_text
from petr_advisor.tui.conclusions import course, subject
from petr_advisor.words.texts import Language
from tests.documents.conftest import MADE_ON, report_of
from tests.documents.test_provisional import changed
from tests.tui.test_checklists import held_to_the_end

DESPITE = {
    "fr": (
        "Contre ce qui a été souhaité (qui doit voter dans la structure\u00a0: un département, une région ou une"
        " chambre, qui finance)\u00a0: seuls les EPCI y votent\u202f; départements et régions peuvent seulement être"
        " associés au projet."
    ),
    "en": (
        "Against what was wished (who must have a vote in the structure: a département, a region or a chamber that"
        " funds it): only EPCIs vote in it; départements and regions may only be associated with the project."
    ),
}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_way_proposed_against_a_wish_says_so(language: Language) -> None:
    """A département was to have a vote; a PETR gives it none, and only its details said so."""
    report = report_of(changed(), language)
    (question,) = report.questions
    assert question.despite == (DESPITE[language],)
    said = [words(line) for line in answer(Pen(language, report=report), question).lines]
    assert f"⚠ {DESPITE[language]}" in said


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_note_and_what_is_written_on_a_line_say_so(language: Language) -> None:
    report = build(changed(), language, Adviser(), MADE_ON, extent=extent_of("note"))
    assert report.note is not None
    (callout,) = answers(Pen(language, report=report), report.note)
    assert isinstance(callout, Callout)
    assert f"⚠ {DESPITE[language]}" in [words(line) for line in callout.lines]
    start = DESPITE[language].split(" (")[0]
    assert f"! {start}" in short_text(changed(), language)
    assert f"⚠ {start}" in conclusions_text(changed(), language)


def test_the_conclusions_say_so_in_their_head() -> None:
    """Alone, and in the course of several subjects."""
    report = report_of(changed())
    pen, (question,) = Pen("fr", report=report), report.questions
    for lines in (subject(pen, question, alone=True, unfolded=False), course(pen)):
        told = [line.content.plain for line in lines]
        assert f"⚠ {DESPITE['fr']}".replace("\u202f", "\u00a0") in told


def test_what_goes_against_no_wish_says_nothing() -> None:
    report = report_of(held_to_the_end("an association of real members"))
    (question,) = report.questions
    assert not question.despite
