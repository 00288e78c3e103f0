"""The votes of the answer that leads stand on the slide of votes, before any other: a room votes what it sees."""

from pathlib import Path

import pytest

from petr_advisor.documents.model_note import Note
from petr_advisor.errors import PetrAdvisorError
from tests.documents.conftest import READING, case_in, report_of
from tests.documents.test_slides_tell import slides, told

CASES = sorted(READING.glob("*.yaml"))
FEW = 4
"""Votes that a slide has room for in any order."""


def squeezed(text: str) -> str:
    return "".join(text.split()).casefold()


def cut_of_what_leads(note: Note, shown: list[str]) -> list[str]:
    """Give the votes of the answer that leads that no slide shows."""
    lead = [vote for vote in note.votes if vote.question == note.leading and vote.decides and vote.certain]
    return [vote.does for vote in lead if not any(squeezed(vote.does)[:40] in each for each in shown)]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_votes_of_the_answer_that_leads_are_on_a_slide(path: Path) -> None:
    try:
        report = report_of(case_in(path))
    except PetrAdvisorError:
        pytest.skip("nothing to tell of the case")
    note = report.note
    if note is None or note.kind != "course" or len(note.votes) + note.more_votes <= FEW:
        pytest.skip("a slide has room for all of it")
    assert cut_of_what_leads(note, [squeezed(told(slide)) for slide in slides(report)]) == []
