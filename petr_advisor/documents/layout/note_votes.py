"""What is asked of councils in a note: what comes first, who votes on what, by when; the other votes after it."""

from collections.abc import Iterator, Sequence

from petr_advisor.documents.blocks import Block, Cell, Line, Paragraph, Run, Table, cell, plain
from petr_advisor.documents.layout.note_answers import heading
from petr_advisor.documents.layout.pen import Pen
from petr_advisor.documents.model_note import Note, NoteVote
from petr_advisor.documents.model_roadmap import Turn
from petr_advisor.words.typography import capital


def asked_of_councils(pen: Pen, found: Note) -> Iterator[Block]:
    """Lay out what comes first, who votes on what first, by when, and the seats; or why nothing is voted."""
    if found.kind != "course":
        return
    yield heading(pen, "asked")
    if found.first_act:
        yield Paragraph(line=(Run(text=f"{pen.label('note.first')} ", style="strong"), Run(text=found.first_act)))
    if found.votes:
        yield _votes(pen, "next-votes", found.votes[: _first(found)])
        yield from _more_votes(pen, found) if _first(found) >= len(found.votes) else ()
    if found.seats:
        yield Paragraph(line=plain(found.seats))
    for said in filter(None, (found.effect_if, found.effect_first)):
        yield Paragraph(line=plain(said))
    if found.no_vote:
        yield Paragraph(line=plain(found.no_vote))


def _first(found: Note) -> int:
    """Give how many votes stand on the first page: all those of a single question, which are few."""
    return len(found.votes) if len(found.asked) == 1 else sum(vote.first for vote in found.votes)


def later_votes(pen: Pen, found: Note) -> Iterator[Block]:
    """Lay out the votes that come after the first ones."""
    if later := found.votes[_first(found) :]:
        yield heading(pen, "later-votes")
        yield _votes(pen, "later-votes", later)
        yield from _more_votes(pen, found)


def _more_votes(pen: Pen, found: Note) -> Iterator[Block]:
    """Say how many votes have no room, beneath the last that have, and on which days nobody sits."""
    if found.more_votes:
        yield Paragraph(line=plain(pen.phrase("note.more-votes", n=found.more_votes)), style="note")
    if found.no_session:
        yield Paragraph(line=plain(found.no_session), style="note")


def _votes(pen: Pen, key: str, votes: Sequence[NoteVote]) -> Table:
    header = tuple(pen.phrase(key) for key in ("note.who-votes", "note.voted", "col-when"))
    ways = [None, *(vote.way for vote in votes)]
    pairs = zip(votes, ways, strict=False)
    rows = tuple(row for vote, before in pairs for row in _vote(pen, vote, new=vote.way != before))
    return Table(caption=pen.phrase(f"note.{key}"), captioned=False, header=header, rows=rows, widths=(22, 54, 24))


def _vote(pen: Pen, vote: NoteVote, *, new: bool) -> Iterator[tuple[Cell, ...]]:
    """Give the line of a vote; of several questions, with its way unless it is that of the line before.

    Of a vote under way, a line for those who may do the same until the same day.
    """
    depends, on = capital(pen.phrase("depends")), vote.turns_on if vote.first else None
    beside = vote.sequel if len(pen.report.questions) == 1 else ()  # of several, its row is short and the rest is below
    how = (*vote.how, *beside, *([] if vote.certain else [pen.labelled(depends, on) if on else depends]))
    rule: Line = plain(" · ".join(how)) if how else ()
    if new and len(pen.report.questions) > 1 and not vote.purpose:
        rule = (*rule, Run(text=f"{' · ' if how else ''}{vote.way}", style="note"))
    act: Line = (Run(text=capital(vote.does), style="strong"),)
    said = tuple(filter(None, (purpose(pen, vote), rule)))
    for turn in vote.turns:
        yield cell(turn.who), (act, plain(capital(turn.does)), *said), cell(until(pen, turn))
        said = ()
    if not vote.turns:
        yield cell(vote.who), (act, *said), cell(vote.when)


def purpose(pen: Pen, vote: NoteVote) -> Line:
    """Say what a vote is for, where what is voted does not: the statutes may be changed for many things."""
    return plain(pen.labelled(pen.phrase("note.purpose"), vote.purpose)) if vote.purpose else ()


def until(pen: Pen, turn: Turn) -> str:
    """Say until when members may do something."""
    return capital(pen.phrase("note.until", day=turn.day))
