"""What holds of the slides of every case that is read: a room votes what it sees."""

from pathlib import Path

import pytest

from petr_advisor.documents.layout.pen import Pen
from petr_advisor.documents.model import Report
from petr_advisor.documents.model_note import Note
from petr_advisor.documents.renderers.slides import telling
from tests.documents.conftest import READING, case_in, report_of
from tests.documents.test_formats import squeezed
from tests.documents.test_slides_tell import slides, told

CASES = sorted(READING.glob("*.yaml"))
FEW = 4
"""Votes that a slide has room for in any order."""


def cut_of_what_leads(note: Note, shown: list[str]) -> list[str]:
    """Give the votes of the answer that leads that no slide shows, where a slide has no room for all votes."""
    if note.kind != "course" or len(note.votes) + note.more_votes <= FEW:
        return []
    lead = [vote for vote in note.votes if vote.question == note.leading and vote.decides and vote.certain]
    words = [each.casefold() for each in shown]
    return [vote.does for vote in lead if not any(squeezed(vote.does).casefold()[:40] in each for each in words)]


def seats_of_today_untold(report: Report, shown: list[str]) -> list[str]:
    """Give the seats that are to be shared at once that no slide shows, and their vote where the last does not."""
    urgent = [part for part in report.breaches if part.seats]
    untold = [part.seats for part in urgent if part.seats and not any(squeezed(part.seats) in each for each in shown)]
    return untold + [part.voted for part in urgent if part.voted and squeezed(part.voted)[:60] not in shown[-1]]


def decisive_not_told(report: Report, note: Note) -> list[int]:
    """Give the numbers, up to that said of points that can change the proposal, that the speaker does not have."""
    if report.provisional is None or note.kind != "course":
        return []
    points = [point.what for point in note.points if point.named]
    first = [f"{number}. {what}" for number, what in enumerate(points, 1)]
    rest = [f"{number}. {name}" for number, name in enumerate(note.named_points, len(points) + 1)]
    spoken = "\n".join(said for slide in telling.slides(Pen("fr", report=report), note) for said in slide.notes)
    return [number for number, said in enumerate((*first, *rest), 1) if said not in spoken]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_of_every_deck(path: Path) -> None:
    report = report_of(case_in(path))
    shown = [told(slide) for slide in slides(report)]
    assert seats_of_today_untold(report, shown) == []
    assert report.note is None or decisive_not_told(report, report.note) == []
    assert report.note is None or cut_of_what_leads(report.note, shown) == []
