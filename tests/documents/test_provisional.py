"""A proposal that questions still asked for can change is said to be provisional, before what follows from it."""

from functools import cache

import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.blocks import Callout, Heading, words
from petr_advisor.documents.build import build, extent_of
from petr_advisor.documents.layout.note import note
from petr_advisor.documents.layout.note_answers import answers
from petr_advisor.documents.layout.pen import Pen
from petr_advisor.documents.layout.summary import answer
from petr_advisor.documents.settings import Adviser
from petr_advisor.documents.short import short_text
from petr_advisor.words.texts import Language
from tests.documents.conftest import MADE_ON, READING, case_in, report_of
from tests.tui.test_checklists import held_to_the_end

PROVISIONAL = {
    "fr": "Provisoire\u00a0: 3 points à éclaircir peuvent encore changer la proposition.",
    "en": "Provisional: 3 points to be found out can still change the proposal.",
}
OPEN_TODAY = {"fr": "Cette voie est ouverte dès aujourd’hui", "en": "This option is open today"}


@cache
def changed() -> Consultation:
    """An association where all was answered; then a département is to have a voice, and three questions come back."""
    found = held_to_the_end("an association of real members").answer("project.voters", "public_partners")
    assert found.left.to_settle == 3
    return found


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_is_proposed_is_provisional_while_questions_are_open(language: Language) -> None:
    """« Cette voie est ouverte dès aujourd'hui » was said of a way that one of three answers had pass second."""
    report = report_of(changed(), language)
    said = [words(line) for line in answer(Pen(language, report=report), report.questions[0]).lines]
    place = said.index(PROVISIONAL[language])
    assert OPEN_TODAY[language] in said[place + 2]  # after the wish it goes against
    short = short_text(changed(), language)
    assert short.startswith(PROVISIONAL[language])


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_note_says_so_before_a_council_reads_what_follows(language: Language) -> None:
    report = build(changed(), language, Adviser(), MADE_ON, extent=extent_of("note"))
    pen = Pen(language, report=report)
    assert report.note is not None
    (callout,) = answers(pen, report.note)
    assert isinstance(callout, Callout)
    said = [words(line) for line in callout.lines]
    assert said[1] == PROVISIONAL[language]
    assert OPEN_TODAY[language] in said[2]


def test_what_is_answered_to_its_end_is_not_provisional() -> None:
    assert report_of(held_to_the_end("an association of real members")).provisional is None


def test_nothing_is_provisional_where_nothing_is_proposed() -> None:
    held = Consultation.start(changed().base, changed().as_of, ["evolution"], changed().engine)
    assert held.left.to_settle
    assert report_of(held).provisional is None


def test_over_several_answers_the_heading_of_a_note_says_so() -> None:
    """It takes no line of its own: one more would have left no room for the map and the course in time."""
    case = case_in(READING / "association-votes-prevus-2026.yaml")
    report = build(case, "fr", Adviser(), MADE_ON, extent=extent_of("note"))
    assert report.provisional is not None
    (heading,) = (
        block for block in note(Pen("fr", report=report)) if isinstance(block, Heading) and block.id == "note-course"
    )
    assert "provisoire\u00a0: " in heading.text
