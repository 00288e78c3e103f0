"""The note of two pages: what is asked, the course, why, what may stop it, votes, dates, other ways, what is open."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from petr_advisor.documents.blocks import (
    Block,
    Bullets,
    Callout,
    Cell,
    Heading,
    Item,
    Line,
    Paragraph,
    PictureBlock,
    Run,
    Table,
    cell,
    plain,
)
from petr_advisor.documents.layout.note_answers import answers, guarded, heading, leading
from petr_advisor.documents.layout.note_votes import asked_of_councils, later_votes
from petr_advisor.documents.layout.pen import Pen
from petr_advisor.documents.layout.spelling import spelled_out
from petr_advisor.documents.layout.summary import NO_PROPOSAL, breaches, conflicts, late_aside, later_terms
from petr_advisor.documents.model_note import (
    Note,
    NoteDate,
    NotePoint,
    NoteStop,
    NoteWay,
)
from petr_advisor.documents.model_options import Reason
from petr_advisor.words.typography import capital, full_stop, no_capital
from petr_advisor.words.voice import STATUS_SYMBOL


def note(pen: Pen) -> Iterator[Block]:
    """Lay out the note of a report."""
    found = pen.report.note
    if found is not None:
        told = [*(block for part in PARTS for block in part(pen, found)), *late_aside(pen)]
        yield from told
        yield from spelled_out(pen, told)


def opening(pen: Pen) -> Iterator[Block]:
    """Lay out what a longer report begins with: all of the note that it does not tell at length further on."""
    found = pen.report.note
    if found is not None:
        yield Heading(level=1, text=pen.phrase("summary"), id="summary")
        yield from conflicts(pen)
        yield from _head(pen, found)
        yield from late_aside(pen)


def _course(pen: Pen, found: Note) -> Heading:
    """Name the course; over several answers, that it is provisional: a line of its own would take that of a picture."""
    named, said = heading(pen, "course"), pen.report.provisional
    leads = next((each.title for each in found.answers if each.question == found.leading), None)
    if leads is not None:  # a text writes no title of a frame
        named = named.model_copy(update={"text": pen.labelled(named.text, leads)})
    if said is None or len(found.asked) == 1:
        return named
    return named.model_copy(update={"text": f"{named.text} – {no_capital(said.rstrip('.'))}"})


def _head(pen: Pen, found: Note) -> Iterator[Block]:
    """Lay out the question, what is broken, the answer, why, what may stop it."""
    if len(found.asked) == 1:
        yield Paragraph(line=(Run(text=f"{pen.label('question')} ", style="strong"), Run(text=found.asked[0])))
    elif found.kind != "course":  # the answers of a course name their questions, and a picture wants the line
        titles = pen.listed(question.title for question in pen.report.questions)
        yield Paragraph(line=(Run(text=f"{pen.label('note.asked-are')} ", style="strong"), Run(text=f"{titles}.")))
    yield from breaches(pen, found.pressing)
    if found.underway:
        lines = tuple(map(plain, found.underway))
        yield Callout(title=pen.phrase("running.title"), lines=lines, tone="notice")
    asked = tuple(asked_of_councils(pen, found)) if pen.report.size == "note" else ()
    framed = leading(pen, found)
    if framed is not None:
        yield from (_course(pen, found), framed, *asked)
        yield from _other_answers(pen, found)
    else:
        yield from _all_answers(pen, found, asked)
    yield from later_terms(pen)


def _all_answers(pen: Pen, found: Note, asked: Iterable[Block]) -> Iterator[Block]:
    """Lay out the answers together, what is asked, why, and what may stop it."""
    if found.kind == "course":
        yield _course(pen, found)
    yield from answers(pen, found)
    yield from asked
    proposed = any(answer.state not in NO_PROPOSAL for answer in found.answers)
    yield from _reasons(pen, found.reasons, "why" if proposed else "established")
    yield from _stops(pen, found.stops, "stops")


def _other_answers(pen: Pen, found: Note) -> Iterator[Block]:
    """Lay out the answers that do not lead, what they rest on and what else may stop them."""
    yield heading(pen, "others")
    yield from answers(pen, found)
    yield from _reasons(pen, found.reasons[1:], "why-others")
    yield from _stops(pen, [stop for stop in found.stops if stop not in found.leading_stops], "stops-others")
    yield from _sequels(found) if pen.report.size == "note" else ()


def _sequels(found: Note) -> Iterator[Block]:
    """Say what votes and their effect wait for: rows that are read first have no room for it."""
    told = [(capital(vote.does), " ".join(map(full_stop, vote.sequel))) for vote in found.votes if vote.sequel]
    if told:
        yield Bullets(
            items=tuple(Item(line=(Run(text=f"{does} – ", style="strong"), Run(text=said))) for does, said in told)
        )


def _reasons(pen: Pen, reasons: Sequence[Reason], key: str) -> Iterator[Block]:
    if reasons:
        yield heading(pen, key)
        yield Bullets(items=tuple(Item(line=_reason(pen, reason)) for reason in reasons), numbered=True)


def _reason(pen: Pen, reason: Reason) -> Line:
    text = pen.labelled(reason.about, reason.text) if reason.about else reason.text
    return pen.with_cites(text, reason.citations)


def _stops(pen: Pen, stops: Sequence[NoteStop], key: str) -> Iterator[Block]:
    if stops:
        yield heading(pen, key)
        yield Bullets(items=tuple(Item(line=guarded(pen, stop)) for stop in stops))


def _dates(pen: Pen, found: Note) -> Iterator[Block]:
    """Lay out the dates, those in danger marked, and the course in time."""
    if not found.dates and not found.undated and not found.span:
        return
    yield heading(pen, "dates")
    if found.span:
        yield Paragraph(line=plain(found.span))
    if found.dates or found.undated:
        more = [Item(line=undated(pen, found))] if found.undated else []
        yield Bullets(items=(*(Item(line=_date(pen, each)) for each in found.dates), *more))
    if found.timeline:
        yield PictureBlock(picture=found.timeline)


def money(pen: Pen, found: Note) -> Iterator[Block]:
    """Lay out what is known of money, what is not, and whom to ask."""
    if found.money is not None:
        yield heading(pen, "money")
        yield Bullets(items=tuple(Item(line=plain(said)) for said in found.money.said))


def _ground(pen: Pen, found: Note) -> Iterator[Block]:
    """Lay out the map, with what is to be known of it in its caption: a format that draws none says none of it."""
    if found.map is not None and found.kind == "course" and pen.report.size == "note":
        title = ". ".join((found.map.picture.title, " ".join(found.map.said)))
        yield PictureBlock(picture=found.map.picture.model_copy(update={"title": title}))


def _date(pen: Pen, each: NoteDate) -> Line:
    day = Run(text=f"{when(pen, each)} – ", style="strong")
    if each.danger is None:
        return (day, Run(text=each.text))
    return (
        Run(text="⚠ ", style="mark"),
        day,
        Run(text=f"{each.text} – "),
        Run(text=each.danger, style="strong"),
    )


def undated(pen: Pen, found: Note) -> Line:
    """Say what is owed within a time that no day begins yet, in one line."""
    return (
        Run(text=f"{pen.phrase('note.undated-are')} – ", style="strong"),
        Run(text=capital(pen.listed(found.undated))),
    )


def when(pen: Pen, each: NoteDate) -> str:
    """Say the day of a date to know; between which days, where it moves with the plan."""
    if each.first is None:
        return pen.day(each.day)
    return capital(pen.phrase("note.day-between", first=each.first, day=each.day))


def _ways(pen: Pen, found: Note) -> Iterator[Block]:
    """Lay out the ways compared: of one key question with their arguments, of several one line each."""
    if not found.ways:
        if found.live:
            yield Paragraph(line=plain(pen.phrase("note.open", options=list(found.live))))
        return
    yield heading(pen, "ways")
    if len(found.asked) == 1:
        yield _ways_of_one(pen, found.ways)
    else:
        yield _ways_of_many(pen, found)
    for key, options in (("note.live", found.live), ("note.closed", found.closed)):
        if options:
            yield Paragraph(line=plain(pen.phrase(key, options=list(options))))


def _ways_of_one(pen: Pen, found: Iterable[NoteWay]) -> Table:
    header = tuple(pen.phrase(key) for key in ("col-option", "col-for", "col-against"))
    none = cell(pen.phrase("none-noted"))
    above = cell(pen.phrase("note.said-above"))
    rows = tuple(
        (
            _named(pen, way),
            cell(*way.pleas) or (above if way.told else none),
            cell(*way.against) or none,
        )
        for way in found
    )
    return Table(caption=pen.phrase("note.ways"), captioned=False, header=header, rows=rows, widths=(34, 33, 33))


def _named(pen: Pen, way: NoteWay) -> Cell:
    """Name a way, with what it is beside the others and its status."""
    kind = pen.phrase(f"note.way-{way.kind}")
    said = f"{STATUS_SYMBOL[way.status]} {status(pen, way)}"
    title = Run(text=way.title, style="strong" if way.kind == "proposed" else "plain", about=_about(way))
    return ((title,), (Run(text=f"{kind} · {said}", style="note"),))


def status(pen: Pen, way: NoteWay) -> str:
    """Say whether a way is open, and of one that is not for the members to choose or lacks their votes, that."""
    if way.no_choice or way.no_votes:
        return pen.phrase("note.no-choice" if way.no_choice else "note.no-votes")
    return pen.status(way.status)


def _about(way: NoteWay) -> str | None:
    return f"option:{way.option}" if way.option else None


def _ways_of_many(pen: Pen, found: Note) -> Table:
    header = tuple(pen.phrase(key) for key in ("note.question", "note.way-other", "note.way-staying"))
    rows = []
    for answer in found.answers:
        ways = {way.kind: way for way in found.ways if way.question == answer.question}
        if not ways:
            continue
        staying = _beside(pen, ways.get("staying"))
        if "staying" not in ways and answer.state in {"stay", "done"}:
            staying = cell(capital(pen.phrase("note.is-proposed")))
        rows.append((cell(answer.title), _beside(pen, ways.get("other")), staying))
    return Table(caption=pen.phrase("note.ways"), captioned=False, header=header, rows=tuple(rows), widths=(20, 40, 40))


def _beside(pen: Pen, way: NoteWay | None) -> Cell:
    if way is None:
        return cell(pen.phrase("none-noted"))
    head = (
        Run(text=f"{STATUS_SYMBOL[way.status]} ", style="mark"),
        Run(text=way.title, about=_about(way)),
        Run(text=f" – {status(pen, way)}", style="note"),
    )
    sides = (("col-for", way.pleas), ("col-against", way.against))
    said = [pen.labelled(pen.phrase(side), text) for side, texts in sides for text in texts]  # a sign is not read out
    return (head, *((Run(text=text, style="note"),) for text in said))


def _points(pen: Pen, found: Note) -> Iterator[Block]:
    """Lay out what is to be found out or corrected, in order, and whom to ask."""
    if not found.points:
        return
    course = found.kind == "course"
    yield heading(pen, {"course": "points", "find_out": "find-out", "correct": "correct"}[found.kind])
    if course:
        yield from _points_of_a_course(pen, found)
    else:
        keys = ("col-number", "col-point", "col-why" if found.kind == "find_out" else "note.said", "note.where")
        rows = tuple(_numbered(pen, number, point) for number, point in enumerate(found.points, 1))
        yield Table(
            caption=pen.phrase("note.find-out"),
            captioned=False,
            header=tuple(map(pen.phrase, keys)),
            rows=rows,
            widths=(6, 34, 28, 32),
        )
    if found.more_points and not found.named_points:
        yield Paragraph(line=(Run(text=pen.phrase("note.more-points", n=found.more_points), style="note"),))
    if not course:
        yield Paragraph(line=plain(pen.phrase("note.then-again")))


def _points_of_a_course(pen: Pen, found: Note) -> Iterator[Block]:
    """Number the points that can still change what is proposed, as many as are said to; the last ones may be named."""
    for numbered, group in groupby(found.points, lambda point: point.named is not None):
        items = tuple(Item(line=_point(point)) for point in group)
        yield Bullets(items=items, numbered=numbered)
        if numbered and found.named_points:
            yield _named_points(pen, found)


def numbered_names(pen: Pen, found: Note) -> str:
    """Give the names of decisive points that have no room, with the numbers that follow those of the others."""
    told = sum(point.named is not None for point in found.points)
    return pen.phrase("joint.semicolon").join(f"{n}. {name}" for n, name in enumerate(found.named_points, told + 1))


def _named_points(pen: Pen, found: Note) -> Paragraph:
    more = [pen.phrase("note.more-points", n=found.more_points)] if found.more_points else []
    said = " ".join((pen.phrase("note.named-points", points=numbered_names(pen, found)), *more))
    return Paragraph(line=(Run(text=said, style="note"),))


def _point(point: NotePoint) -> Line:
    where = (Run(text=f" → {point.ask}", style="note"),) if point.ask else ()
    said = f"{point.what} {point.stake}" if point.stake else point.what
    return (Run(text=said), *where)


def _numbered(pen: Pen, number: int, point: NotePoint) -> tuple[Cell, ...]:
    what = pen.with_cites(point.what, point.citations)
    return (cell(str(number)), (what,), cell(point.stake or point.why or pen.phrase("none-noted")), cell(point.ask))


PARTS: tuple[Callable[[Pen, Note], Iterator[Block]], ...] = (
    _head, later_votes, _dates, _ground, money, _ways, _points,
)  # fmt: skip
"""The parts of a note, in the order in which they are read."""
