"""A note on one question keeps to its two pages, whatever its case holds; what is to be voted is never cut."""

import io

import pypdf
import pytest

from petr_advisor.documents.build import build, extent_of
from petr_advisor.documents.building import note_room
from petr_advisor.documents.model import Report
from petr_advisor.documents.model_note import Note
from petr_advisor.documents.settings import Adviser
from petr_advisor.documents.writing import render
from petr_advisor.words.texts import Language
from tests.documents.conftest import MADE_ON, READING, case_in

LONGEST = (
    "syndicat-ouvert-transformation-2026",
    "petr-a-creer-membres-qui-fusionnent-2016",
    "refus-tardif-delai-en-cours-2018",
    "petr-sieges-hors-bornes-2026",
    "petr-fusion-schema-projet-en-retard-2016",
)
"""Those of one question that say the most, of all that were read."""


def note_of(name: str, language: Language = "fr") -> tuple[Report, Note]:
    case = case_in(READING / f"{name}.yaml")
    report = build(case, language, Adviser(name="Cabinet Martin"), MADE_ON, extent=extent_of("note"))
    assert report.note is not None
    return report, report.note


@pytest.mark.parametrize("name", LONGEST)
def test_it_has_two_pages_at_most(name: str) -> None:
    for language in ("fr", "en"):
        report, _ = note_of(name, language)
        assert len(pypdf.PdfReader(io.BytesIO(render(report, ".pdf"))).pages) <= 2, language


def _all_points(note: Note) -> int:
    return len(note.points) + len(note.named_points) + note.more_points


@pytest.mark.parametrize("name", LONGEST)
def test_what_is_cut_is_neither_a_vote_that_decides_nor_a_day_in_danger(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, cut = note_of(name)
    monkeypatch.setattr(note_room, "LETTERS", 10**6)
    _, whole = note_of(name)
    assert [vote for vote in whole.votes if vote.decides or vote.awaited] == [
        vote for vote in cut.votes if vote.decides or vote.awaited
    ]
    assert len(cut.votes) + cut.more_votes == len(whole.votes) + whole.more_votes
    assert _all_points(cut) == _all_points(whole)
    assert [date for date in whole.dates if date.danger] == [date for date in cut.dates if date.danger]
    assert (cut.answers, cut.stops, cut.pressing) == (whole.answers, whole.stops, whole.pressing)


def test_one_that_has_room_is_not_cut() -> None:
    _, note = note_of("petr-sieges-hors-bornes-2026")
    assert note_room.letters(note) < note_room.LETTERS
    assert note.closed
