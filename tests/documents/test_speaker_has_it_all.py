"""A slide that has no room for all of it sends to the speaker's notes, which then do have the rest."""

import io
from typing import Any

import pytest
from pptx import Presentation

from petr_advisor.documents.layout.pen import pen_for
from petr_advisor.documents.model import Report
from petr_advisor.documents.renderers.slides.telling import slides
from petr_advisor.documents.writing import render
from petr_advisor.words.texts import Language
from tests.documents.conftest import CASES, EXAMPLES, case_in, reading_report, real_report, report_of


def told(text: str) -> str:
    return "".join(text.split())


def deck(report: Report) -> list[Any]:
    return list(Presentation(io.BytesIO(render(report, ".pptx"))).slides)


def shown(slide: Any) -> str:
    return told("".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame))


def spoken(slide: Any) -> str:
    return told(slide.notes_slide.notes_text_frame.text)


@pytest.mark.parametrize(("name", "language"), CASES)
def test_what_a_slide_has_no_room_for_is_in_its_notes(name: str, language: Language) -> None:
    report = real_report(name, language)
    assert report.note is not None
    made = slides(pen_for(report), report.note)
    for slide, written in zip(made, deck(report), strict=True):
        for item in slide.items:
            assert told(item) in shown(written) + spoken(written), (slide.title, item)


def test_what_is_late_by_law_and_what_is_broken_come_first() -> None:
    """The end of a scheme alone was on the slide, and a climate plan late since 2018 nowhere in the deck."""
    report = report_of(case_in(EXAMPLES["midi-quercy"]), "en")
    assert report.overdue_aside
    assert report.breaches
    first = deck(report)[0]
    assert [said for said in report.overdue_aside if told(said)[:80] not in spoken(first)] == []
    assert [said for said in report.overdue_aside if told(said)[:80] in shown(first)] == []
    for part in report.breaches:
        assert told(part.said) in spoken(first)
    assert [part.title for part in report.terms if told(part.does) not in spoken(first)] == []
    assert told(report.breaches[0].title) in shown(first)


def test_what_is_late_and_bears_on_what_is_decided_is_on_the_first_slide() -> None:
    report = reading_report("petr-projet-en-retard-2026")
    (said,) = report.overdue
    assert told(said)[:80] in shown(deck(report)[0])
