"""What slides tell, from the note: where we are, the course, the map, seats, dates, votes, doubts, next steps."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from petr_advisor.documents.blocks import ChartBlock
from petr_advisor.documents.layout.middle import MOST_CHARTED, seats_chart
from petr_advisor.documents.layout.note import when
from petr_advisor.documents.layout.pen import Pen
from petr_advisor.documents.model_note import Note, NoteDate, NotePoint, NoteVote
from petr_advisor.documents.parts import Citation, Picture
from petr_advisor.words.typography import capital

MOST = 8
"""Slides in all."""
DAYS_APART = 3
"""Days of a vote under way, each with those who answer until then, that have a line each."""


class Grid(NamedTuple):
    """A table."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    """Relative widths of its columns."""
    figures: tuple[int, ...] = ()
    """Columns of figures, set to the right."""


class Slide(NamedTuple):
    """A slide: its title, what it shows, what the speaker has before him."""

    title: str
    items: tuple[str, ...] = ()
    lead: str = ""
    """What stands above the items, in strong letters."""
    grid: Grid | None = None
    picture: Picture | None = None
    chart: ChartBlock | None = None
    """What compares the figures of its table, below it where there is room."""
    notes: tuple[str, ...] = ()
    words_first: bool = False
    """Whether the picture is left out where it leaves its items too little room."""


def slides(pen: Pen, note: Note) -> tuple[Slide, ...]:
    """Give the slides; what the case has nothing of is left out, and the ways compared come where there is room."""
    first = [_here(pen, note), *_course(pen, note)]
    rest = [
        *_map(pen),
        *_seats(pen, note),
        *_calendar(pen, note),
        *_votes(pen, note),
        *_doubts(pen, note),
        _next(pen, note),
    ]
    room = MOST - len(first) - len(rest)
    return (*first, *list(_ways(pen, note))[: max(room, 0)], *rest)


def _here(pen: Pen, note: Note) -> Slide:
    """Say where the territory stands: its members, what runs, what is broken, what was asked."""
    report = pen.report
    items = [report.cover.today] if report.cover.today is not None else []
    items += note.underway
    items += [part.said for part in report.slips if part.said not in note.underway]
    asked = [question.title for question in report.questions]
    items.append(pen.labelled(pen.phrase("slides.asked", n=len(asked)), pen.listed(asked, "comma")))
    if note.waiting:
        items.append(pen.labelled(pen.phrase("slides.waiting"), pen.listed(note.waiting, "comma")))
    notes = [*note.asked, *([report.cover.banner] if report.cover.banner else []), report.cover.notice]
    return Slide(report.cover.territory, tuple(items), pen.phrase("slides.here"), notes=tuple(notes))


def _course(pen: Pen, note: Note) -> Iterator[Slide]:
    """Tell what is proposed: one answer with its reasons, or a line a question; what to correct where answers clash."""
    if note.kind == "correct":
        yield Slide(pen.phrase("slides.clash"), tuple(conflict.text for conflict in pen.report.conflicts))
        return
    if not note.answers:
        decisions = tuple(pen.labelled(found.title, found.decision) for found in pen.report.questions)
        yield Slide(pen.phrase("slides.course"), decisions, pen.phrase("slides.nothing-yet"), notes=decisions)
        return
    reasons = tuple(_cited(reason.text, reason.citations) for reason in note.reasons)
    title = pen.phrase("slides.course")
    if len(note.answers) == 1:
        answer = note.answers[0]
        sure = pen.labelled(pen.phrase("col-sureness"), answer.sure)
        notes = (answer.decision, *([note.meaning] if note.meaning else []), *reasons)
        yield Slide(title, (*(reason.text for reason in note.reasons), sure), answer.decision, notes=notes)
        return
    header = tuple(map(pen.phrase, ("note.question", "note.course", "col-sureness")))
    rows = tuple((answer.title, answer.decision, answer.sure) for answer in note.answers)
    yield Slide(title, grid=Grid(header, rows, (20, 52, 28)), notes=(*(" – ".join(row) for row in rows), *reasons))


def why(pen: Pen) -> Iterator[Slide]:
    """Give the reasons of each answer, a slide a question: the slides themselves have room for one answer's only."""
    for question in pen.report.questions:
        if question.reasons:
            notes = (question.text, *(_cited(reason.text, reason.citations) for reason in question.reasons))
            reasons = tuple(reason.text for reason in question.reasons)
            yield Slide(question.title, reasons, question.decision, notes=notes)


def _ways(pen: Pen, note: Note) -> Iterator[Slide]:
    """Set the ways side by side, doing nothing among them."""
    if len(note.ways) < 2:
        return
    header = tuple(map(pen.phrase, ("col-option", "col-for", "col-against")))
    none = pen.phrase("none-noted")
    rows = tuple(
        (f"{way.title} ({pen.status(way.status)})", " ".join(way.pleas[:1]) or none, " ".join(way.against[:1]) or none)
        for way in note.ways
    )
    notes = (f"{way.title}: + {' '.join(way.pleas)} − {' '.join(way.against)}" for way in note.ways)
    yield Slide(pen.phrase("slides.ways"), grid=Grid(header, rows, (34, 33, 33)), notes=(*notes, *note.closed))


def _map(pen: Pen) -> Iterator[Slide]:
    found = pen.report.map
    if found is not None:
        named = tuple(f"{each.number} – {each.name}" for each in found.members if each.number in found.numbered)
        notes = (found.picture.alt, found.source)
        yield Slide(pen.phrase("map.heading"), (*found.remarks, *named), picture=found.picture, notes=notes)


def _seats(pen: Pen, note: Note) -> Iterator[Slide]:
    """Show the seats that the course shares out, or that were kept during the consultation; no others."""
    found = pen.report.governance
    if found is None or not found.total or (note.seats is None and not found.kept):
        return
    header = tuple(map(pen.phrase, ("col-member", "col-population", "col-share", "slides.seats")))
    rows = [(part.member, pen.number(part.population), pen.share(part.share), str(part.seats)) for part in found.seats]
    people = sum(part.population for part in found.seats)
    total = (pen.phrase("col-total"), pen.number(people), pen.share(1), str(found.total))
    text = pen.phrase("governance-kept" if found.kept else "governance-text", total=found.total, cap=found.cap)
    title = pen.phrase("slides.seats-kept" if found.kept else "slides.seats-proposed", n=found.total)
    grid = Grid(header, (total, *rows), (52, 18, 14, 16), (1, 2, 3))
    chart = seats_chart(pen, found) if 1 < len(found.seats) <= MOST_CHARTED else None
    notes = (_cited(text, found.citations), *found.remarks, *map(" – ".join, rows))
    yield Slide(title, grid=grid, chart=chart, notes=notes)


def _calendar(pen: Pen, note: Note) -> Iterator[Slide]:
    if not note.dates and note.timeline is None:
        return
    items = tuple(_date(pen, each) for each in note.dates)
    told = tuple(_date(pen, each, in_full=False) for each in note.dates)
    span = (note.span,) if note.span else ()
    head = (note.effect,) if note.effect else span
    alt = (note.timeline.alt,) if note.timeline else ()
    yield Slide(
        pen.phrase("slides.calendar"),
        (*head, *told),
        picture=note.timeline,
        notes=(*span, *items, *alt),
        words_first=True,
    )


def _date(pen: Pen, each: NoteDate, *, in_full: bool = True) -> str:
    """Say a date to know; a slide marks one in danger, and leaves why to the speaker."""
    said = f"{when(pen, each)} – {each.text}"
    if each.danger is None:
        return said
    return f"⚠ {said} – {each.danger}" if in_full else f"⚠ {said}"


def _votes(pen: Pen, note: Note) -> Iterator[Slide]:
    if note.kind != "course":
        return
    title = pen.phrase("slides.votes")
    if not note.votes:
        yield Slide(title, (note.no_vote or pen.phrase("note.no-vote"),))
        return
    header = tuple(map(pen.phrase, ("note.who-votes", "note.voted", "col-when")))
    rows = tuple(row for vote in note.votes for row in _rows(vote))
    notes = tuple(
        _cited(f"{vote.who} – {vote.does} – {' · '.join((*vote.how, vote.when))}", vote.citations)
        for vote in note.votes
    )
    more = (pen.phrase("note.more-votes", n=note.more_votes),) if note.more_votes else ()
    yield Slide(title, grid=Grid(header, rows, (28, 46, 26)), notes=(*notes, *more))


def _rows(vote: NoteVote) -> Iterator[tuple[str, str, str]]:
    """Give the line of a vote; of one under way a line a day, with what silence does: a cell has room for one."""
    if not 1 < len(vote.awaited) <= DAYS_APART:
        yield vote.who, capital(vote.does), vote.when
        return
    for said in vote.awaited:
        yield vote.body or vote.who, " · ".join((capital(vote.does), *vote.how)), said


def _doubts(pen: Pen, note: Note) -> Iterator[Slide]:
    """Tell what could stop the course, then what is to be found out."""
    points = tuple(point.what for point in note.points)
    stops = tuple(stop.text for stop in note.stops)
    if not stops and not points:
        return
    notes = [_cited(" – ".join(filter(None, (stop.text, stop.guard))), stop.citations) for stop in note.stops]
    title = pen.phrase("slides.doubts" if note.kind == "course" else f"note.{_heading(note)}")
    yield Slide(title, (*stops, *points), notes=(*notes, *_asked(note.points)))


def _heading(note: Note) -> str:
    return "find-out" if note.kind == "find_out" else "correct"


def _next(pen: Pen, note: Note) -> Slide:
    """Tell what comes next: the first act, the first vote, whom to ask."""
    items = [pen.labelled(pen.phrase("note.first"), note.first_act)] if note.first_act else []
    steps = [step for question in pen.report.questions for step in question.next_steps]
    items += [f"{step.who} – {step.does}" for step in steps if step.does not in (note.first_act or "")][:3]
    items += [f"{point.what} → {point.ask}" for point in note.points[:2] if point.ask]
    if note.kind != "course":
        items.append(pen.phrase("note.then-again"))
    said = tuple(dict.fromkeys(items)) or (pen.phrase("slides.nothing-next"),)
    return Slide(pen.phrase("slides.next"), said, notes=tuple(_asked(note.points)))


def _asked(points: Iterable[NotePoint]) -> Iterator[str]:
    for point in points:
        yield " – ".join(filter(None, (point.what, point.why, point.ask)))


def _cited(text: str, citations: Sequence[Citation]) -> str:
    return f"{text} [{'; '.join(citation.place for citation in citations)}]" if citations else text
