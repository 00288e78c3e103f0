"""The room of a note: one whose case says more than its pages hold says less of what matters least.

What is to be voted, by when, why, and what may stop it are never cut; the report has the rest.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.note_dates import span
from petr_advisor.documents.building.sitting_days import no_session
from petr_advisor.documents.model import Report
from petr_advisor.documents.model_note import Note

LETTERS, LETTERS_OF_MANY = 10300, 21340
"""How many letters of what it says the two pages of one question hold, and the four of several."""
APART: Mapping[str, Any] = {
    "timeline": True, "map": True, "asked": True, "points": {"__all__": {"named"}},
}  # fmt: skip
"""What no letters are counted of: pictures, and what only one size of a document shows."""
FEW_DATES, FEW_REASONS = 2, (4, 3, 2)
"""How many days in no danger are left where there is no more room, and reasons, those of what is voted apart."""
FEW_POINTS, FEW_OF_MANY = 3, 6
"""How many points to find out, beside the answer to one key question, to several."""


def fitted(desk: Desk, report: Report, note: Note) -> Note:
    """Give a note that has the room of its pages, cut where it says more."""
    if report.size != "note" or note.kind != "course":
        return note
    kept, room = note, LETTERS if len(report.questions) == 1 else LETTERS_OF_MANY
    for cut in CUTS:
        if letters(kept) <= room:
            break
        kept = cut(kept)
    if (kept.votes, kept.dates) == (note.votes, note.dates):
        return kept
    sits = no_session(desk, report, kept.votes, kept.dates)
    return kept.model_copy(update={"no_session": sits, "span": span(desk, report, kept.votes, kept.dates)})


def letters(note: Note) -> int:
    """Count the letters of what a note says, its pictures apart."""
    return sum(map(len, _said(note.model_dump(mode="json", exclude=APART))))


def _said(found: object) -> Iterator[str]:
    if isinstance(found, str):
        yield found
    elif isinstance(found, dict):
        for inner in found.values():
            yield from _said(inner)
    elif isinstance(found, list):
        for inner in found:
            yield from _said(inner)


def _no_closed_ways(note: Note) -> Note:
    return note.model_copy(update={"closed": ()})


def _fewer_points(note: Note) -> Note:
    few = FEW_POINTS if len(note.asked) == 1 else FEW_OF_MANY
    cut = note.points[few:]
    named = tuple(point.named for point in cut if point.named)
    kept = {"points": note.points[:few], "named_points": (*named, *note.named_points)}
    return note.model_copy(update={**kept, "more_points": note.more_points + len(cut) - len(named)})


def _fewer_dates(note: Note) -> Note:
    """Keep the days in danger, those of single members and the first others."""
    safe = [each for each in note.dates if not each.danger and not each.clock][FEW_DATES:]
    return note.model_copy(update={"dates": tuple(each for each in note.dates if each not in safe)})


def _no_rules_on_money(note: Note) -> Note:
    money = note.money.model_copy(update={"rules": (), "unknown": None}) if note.money else None
    return note.model_copy(update={"money": money})


def _fewer_reasons(note: Note, few: int) -> Note:
    voted = {vote.question for vote in note.votes if vote.certain}
    told = {answer.title for answer in note.answers if answer.question in voted}
    kept = tuple(reason for place, reason in enumerate(note.reasons) if place < few or reason.about in told)
    return note.model_copy(update={"reasons": kept})


def _fewer_votes(note: Note) -> Note:
    """Leave to the report the votes that decide nothing, wait for nobody and are owed by no day, told or missed."""
    needed = {act for stop in note.stops for act in stop.acts}
    dated = {each.task for each in note.dates if each.voted and each.first is None}
    kept = tuple(
        each
        for each in note.votes
        if each.decides or each.awaited or each.due or each.act in needed or (not each.procedure and each.task in dated)
    )
    return note.model_copy(update={"votes": kept, "more_votes": note.more_votes + len(note.votes) - len(kept)})


def _fewer_ways(note: Note) -> Note:
    """Compare one other way; the others are named."""
    others = [way for way in note.ways if way.kind == "other"][1:]
    kept = tuple(way for way in note.ways if way not in others)
    return note.model_copy(update={"ways": kept, "live": (*(way.title for way in others), *note.live)})


CUTS: tuple[Callable[[Note], Note], ...] = (
    _no_closed_ways, _fewer_points, _fewer_dates, _no_rules_on_money,
    *(partial(_fewer_reasons, few=few) for few in FEW_REASONS), _fewer_votes, _fewer_ways,
)  # fmt: skip
"""What is cut, what matters least first."""
