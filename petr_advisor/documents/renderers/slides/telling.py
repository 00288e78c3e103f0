"""What slides tell, from the note: where we are, the course, the map, seats, dates, votes, doubts, next steps."""

from collections.abc import Iterator
from datetime import date
from itertools import count, zip_longest

from petr_advisor.documents.blocks import words
from petr_advisor.documents.layout.note import numbered_names, status, undated, when
from petr_advisor.documents.layout.note_votes import until
from petr_advisor.documents.layout.pen import Pen
from petr_advisor.documents.layout.summary import first_items
from petr_advisor.documents.model_note import Note, NoteAnswer, NoteDate, NoteVote, NoteWay
from petr_advisor.documents.model_options import Reason
from petr_advisor.documents.renderers.slides.seats import seats
from petr_advisor.documents.renderers.slides.slide import Grid, Slide, cited
from petr_advisor.inference.relevance import SHUT
from petr_advisor.words.typography import capital, full_stop, no_capital

MOST = 8
"""Slides in all."""
PRESSING = 2
"""What presses that is told before the next steps."""
DAYS_APART = 3
"""Days of a vote under way, each with those who answer until then, that have a line each."""


def slides(pen: Pen, note: Note) -> tuple[Slide, ...]:
    """Give the slides; what the case has nothing of is left out, and the ways compared come where there is room.

    Where there is none left for money, it is told beside what is uncertain.
    """
    first = [_here(pen, note), *_course(pen, note)]
    rest = [*_map(pen, note), *seats(pen, note), *_calendar(pen, note), *_votes(pen, note)]
    doubts, money = list(_doubts(pen, note)), list(_money(pen, note))
    room = MOST - len(first) - len(rest) - len(doubts) - len(money) - 1
    if room < 0 and doubts and money:
        doubts, money = [_with_money(doubts[0], money[0])], []
    return (*first, *list(_ways(pen, note))[: max(room, 0)], *rest, *doubts, *money, _next(pen, note))


def _here(pen: Pen, note: Note) -> Slide:
    """Say where the territory stands: its members, what runs, what is late or broken, what was asked.

    What is being voted comes first, then the gravest, as there may be no room for the rest; the speaker has all of it,
    with what mends it.
    """
    report = pen.report
    first = (*report.overdue, *note.pressing)
    here = " ".join(filter(None, (report.cover.today, *report.cover.stands)))
    items = [here] if here else []
    items += note.underway
    items += [part.said for part in report.slips if part.said not in note.underway]
    items += first
    items += [f"{part.title} {part.does}" for part in report.today]
    items += [part.title for part in report.breaches]
    items += [pen.labelled(term.title, term.does) for term in report.terms]
    asked = [question.title for question in report.questions]
    items.append(pen.labelled(pen.phrase("slides.asked", n=len(asked)), pen.listed(asked, "comma")))
    if waiting := [answer.title for answer in note.answers if answer.state == "to_settle"]:
        items.append(pen.labelled(pen.phrase("slides.waiting"), pen.listed(waiting, "comma")))
    notes = [*first, *(words(item.line) for item in first_items(pen)), *note.asked, *report.overdue_aside]
    notes += [*([report.cover.banner] if report.cover.banner else []), report.cover.notice]
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
    reasons = tuple(cited(_about(pen, reason), reason.citations) for reason in note.reasons)
    title = " – ".join((pen.phrase("slides.course"), *map(no_capital, _provisional(pen))))
    if len(note.answers) == 1:
        answer = note.answers[0]
        sure = pen.labelled(pen.phrase("col-sureness"), answer.sure)
        notes = (answer.decision, *answer.warnings, *([note.meaning] if note.meaning else []), *reasons)
        items = (*_marks(answer), *(reason.text for reason in note.reasons), sure)
        yield Slide(title, items, answer.decision, notes=notes)
        return
    header = tuple(map(pen.phrase, ("note.question", "note.course", "col-sureness")))
    # warnings come first: the end of a cell is what is cut
    answers = sorted(note.answers, key=lambda each: each.question != note.leading)
    rows = tuple((each.title, " ".join((*_marks(each), each.decision)), each.sure) for each in answers)
    told = (" – ".join((each.title, each.decision, *each.warnings, each.sure)) for each in answers)
    yield Slide(title, lead=_why(pen, note), grid=Grid(header, rows, (20, 52, 28)), notes=(*told, *reasons))


def _about(pen: Pen, reason: Reason) -> str:
    """Give a reason, with the question that it is about where several are told."""
    return pen.labelled(reason.about, reason.text) if reason.about else reason.text


def _why(pen: Pen, note: Note) -> str:
    """Say why what leads is proposed: of several answers, the only reason that a room is shown."""
    leading = next((answer.title for answer in note.answers if answer.question == note.leading), None)
    reasons = (reason.text for reason in note.reasons if leading is not None and reason.about == leading)
    return next((pen.labelled(f"{pen.phrase('why')} – {leading}", said) for said in reasons), "")


def _provisional(pen: Pen) -> tuple[str, ...]:
    """Say that what is proposed may still change: a room that does not read it takes it for settled."""
    said = pen.report.provisional
    return (said.rstrip("."),) if said else ()


def _marks(answer: NoteAnswer) -> tuple[str, ...]:
    """Give what warns of an answer, in a few words that stand beside it."""
    return tuple(f"⚠ {said}" for said in answer.marks)


def why(pen: Pen) -> Iterator[Slide]:
    """Give the reasons of each answer, a slide a question: the slides themselves have room for one answer's only."""
    for question in pen.report.questions:
        if question.reasons:
            notes = (question.text, *(cited(reason.text, reason.citations) for reason in question.reasons))
            reasons = tuple(reason.text for reason in question.reasons)
            yield Slide(question.title, reasons, question.decision, notes=notes)


def _ways(pen: Pen, note: Note) -> Iterator[Slide]:
    """Set the ways of a question side by side, a slide each: the one proposed, another, doing nothing."""
    header = tuple(map(pen.phrase, ("col-option", "col-for", "col-against")))
    for answer in note.answers:
        others = [way for way in note.ways if way.question == answer.question and way.kind != "proposed"]
        live = [way for way in others if way.status not in SHUT]
        if not live:
            continue
        title = pen.phrase("slides.ways")
        title = pen.labelled(title, answer.title) if len(note.answers) > 1 else title
        rows = (*_proposed(pen, answer.question), *(_beside(pen, way) for way in live))
        notes = (f"{way.title}: + {' '.join(way.pleas)} − {' '.join(way.against)}" for way in others)
        yield Slide(title, grid=Grid(header, rows, (34, 33, 33)), notes=(answer.decision, *notes, *note.closed))


def _proposed(pen: Pen, question: str) -> Iterator[tuple[str, ...]]:
    """Give the lines of what is proposed, with the first argument for it and against it."""
    found = next(each for each in pen.report.questions if each.id == question)
    none = pen.phrase("none-noted")
    for option in filter(None, map(pen.option, found.retained)):
        pleas = [merit.text for merit in option.merits if merit.favours] or [option.summary]
        against = [merit.text for merit in option.merits if not merit.favours]
        kind = pen.phrase("note.way-staying" if option.kind == "staying" else "note.way-proposed")
        yield pen.labelled(kind, option.title), full_stop(pleas[0]), full_stop(against[0]) if against else none


def _beside(pen: Pen, way: NoteWay) -> tuple[str, ...]:
    none = pen.phrase("none-noted")
    title = f"{way.title} ({status(pen, way)})"
    return title, " ".join(way.pleas[:1]) or none, " ".join(way.against[:1]) or none


def _map(pen: Pen, note: Note) -> Iterator[Slide]:
    """Show the map that has its names in a key beside it: across a slide, a room reads them."""
    found = pen.report.map
    if found is not None and note.map is not None:
        notes = (found.picture.alt, found.source)
        yield Slide(pen.phrase("map.heading"), found.remarks, picture=note.map.picture, notes=notes, words_first=True)


def _calendar(pen: Pen, note: Note) -> Iterator[Slide]:
    if not note.dates and not note.undated and note.timeline is None:
        return
    items = tuple(_date(pen, each) for each in note.dates)
    items += (words(undated(pen, note)),) if note.undated else ()
    span = (note.span,) if note.span else ()
    plan = pen.report.roadmap
    beside = (pen.phrase("roadmap-beside", last=plan.beside_until),) if plan and plan.beside_until else ()
    head = (note.effect, *beside) if note.effect else span
    alt = (note.timeline.alt,) if note.timeline else ()
    yield Slide(
        pen.phrase("slides.calendar"),
        (*head, *items),
        picture=note.timeline,
        notes=(*span, *items, *alt),
        words_first=True,
    )


def _date(pen: Pen, each: NoteDate) -> str:
    """Say a date to know; one in danger is marked, with why."""
    said = f"{when(pen, each)} – {each.text}"
    return f"⚠ {said} – {each.danger}" if each.danger else said


def _votes(pen: Pen, note: Note) -> Iterator[Slide]:
    if note.kind != "course":
        return
    title = pen.phrase("slides.votes")
    if not note.votes:
        yield Slide(title, (note.no_vote or pen.phrase("note.no-vote"),))
        return
    header = tuple(map(pen.phrase, ("note.who-votes", "note.voted", "col-when")))
    # those of the answer that leads come first, of these what decides: the end of a table is what is left out
    votes = sorted(note.votes, key=lambda vote: vote.question != note.leading)
    rows = tuple(dict.fromkeys(row for vote in votes for row in _rows(pen, vote)))
    notes = tuple(
        cited(f"{vote.who} – {_voted(pen, vote)} – {' · '.join(_told(pen, vote))}", vote.citations)
        for vote in note.votes
    )
    more = (pen.phrase("note.more-votes", n=note.more_votes),) if note.more_votes else ()
    yield Slide(title, grid=Grid(header, rows, (28, 46, 26), more=note.more_votes), notes=(*notes, *more))


def _voted(pen: Pen, vote: NoteVote) -> str:
    """Say what is voted; of what depends on a point to settle, that too, where no cell is cut."""
    return vote.does if vote.certain else f"{vote.does} ({pen.phrase('depends')})"


def _told(pen: Pen, vote: NoteVote) -> tuple[str, ...]:
    return *_purpose(pen, vote), *vote.how, *vote.sequel, vote.when


def _purpose(pen: Pen, vote: NoteVote) -> tuple[str, ...]:
    """Say what a vote is for, where what is voted does not."""
    return (pen.labelled(pen.phrase("note.purpose"), vote.purpose),) if vote.purpose else ()


def _rows(pen: Pen, vote: NoteVote) -> Iterator[tuple[str, str, str]]:
    """Give the line of a vote, with its majority and what silence does; of one under way a line a day."""
    more = _purpose(pen, vote)
    first = filter(None, (vote.silence,))  # what silence does is not what is cut where there is little room
    rule = [said for said in vote.how if said not in {vote.silence, vote.hangs}]
    how = (*first, *more, *rule)  # of what it is comes before how it is carried
    if not 0 < len(vote.turns) <= DAYS_APART:
        what = _voted(pen, vote)
        does = pen.labelled(vote.hangs, no_capital(what)) if vote.hangs else capital(what)
        yield vote.who, " · ".join((does, *how)), vote.when
        return
    for turn in vote.turns:
        said = pen.labelled(capital(_voted(pen, vote)), turn.does)
        yield turn.who, " · ".join((said, *how)), until(pen, turn)


def _doubts(pen: Pen, note: Note) -> Iterator[Slide]:
    """Tell what could stop the course, then what is to be found out."""
    points = tuple(_numbered(pen, note))
    stops = tuple(stop.text for stop in note.stops)
    if not stops and not points:
        return
    notes = [cited(" – ".join(filter(None, (stop.text, stop.guard))), stop.citations) for stop in note.stops]
    title = pen.phrase("slides.doubts" if note.kind == "course" else f"note.{_heading(note)}")
    yield Slide(title, (*stops, *points), notes=(*notes, *_asked(pen, note)))


def _numbered(pen: Pen, note: Note) -> Iterator[str]:
    """Give what is to be found out; what can still change the proposal has the numbers that the note gives it."""
    numbers = count(1)
    for point in note.points:
        yield point.what if point.named is None else f"{next(numbers)}. {point.what}"
    if note.named_points:
        yield numbered_names(pen, note)


def _heading(note: Note) -> str:
    return "find-out" if note.kind == "find_out" else "correct"


def _money(pen: Pen, note: Note) -> Iterator[Slide]:
    """Tell what is known of money, what is not, and whom to ask."""
    if note.money is not None:
        yield Slide(pen.phrase("note.money"), note.money.said, notes=note.money.said)


def _with_money(doubts: Slide, money: Slide) -> Slide:
    """Put what is told of money before what is to be found out: some of it is."""
    title = f"{doubts.title} – {no_capital(money.title)}"
    return doubts._replace(title=title, items=(*money.items, *doubts.items), notes=(*money.notes, *doubts.notes))


def _next(pen: Pen, note: Note) -> Slide:
    """Tell what comes next: the votes that are open, the first act, what presses and is voted, by day, whom to ask."""
    to_come = [vote for vote in note.votes if not vote.awaited]
    first, today = min((vote.soonest for vote in to_come), default=date.max), pen.report.cover.as_of
    items = [said for vote in note.votes if vote.awaited for said in _open_vote(pen, vote)]
    items += [pen.labelled(pen.phrase("note.first"), note.first_act)] if note.first_act else []
    danger = [each for each in note.dates if each.danger and today <= each.day]
    asked = {each.day for each in danger}  # what is asked before something ends is one of them, where it is planned
    terms = [(found.ask_by, found.ask) for found in pen.report.terms if found.ask_by and found.ask_by >= today]
    dated = [*(each for each in terms if each[0] not in asked), *((each.day, _date(pen, each)) for each in danger)]
    dated = sorted(dated, key=lambda each: each[0])[:PRESSING]
    votes = [
        f"{vote.who} – {_voted(pen, vote)} ({no_capital(vote.when)})" for vote in to_come if vote.soonest == first
    ][:2]
    dated += [(first, said) for said in votes]
    items += [f"{part.title} {part.voted}" for part in pen.report.breaches if part.seats and part.voted]
    items += [said for _, said in sorted(dated, key=lambda each: each[0])]
    items += [] if note.votes else _steps(pen, note)
    items += [f"{point.what} → {point.ask}" for point in note.points[:2] if point.ask]
    if note.kind != "course":
        items.append(pen.phrase("note.then-again"))
    said = tuple(dict.fromkeys(items)) or (pen.phrase("slides.nothing-next"),)
    return Slide(pen.phrase("slides.next"), said, notes=tuple(_asked(pen, note)))


def _open_vote(pen: Pen, vote: NoteVote) -> Iterator[str]:
    """Say who is still to answer in a vote under way, until when: a line a day where they are few."""
    if not 0 < len(vote.turns) <= DAYS_APART:
        yield f"{vote.who} – {_voted(pen, vote)} ({no_capital(vote.when).rstrip('.')})"
        return
    for turn in vote.turns:
        yield f"{turn.who} – {_voted(pen, vote)} ({no_capital(until(pen, turn))})"


def _steps(pen: Pen, note: Note) -> list[str]:
    """Give the first acts of the answers, where nothing is voted."""
    steps = [step for question in pen.report.questions for step in question.next_steps]
    return [f"{step.who} – {step.does}" for step in steps if step.does not in (note.first_act or "")][:3]


def _asked(pen: Pen, note: Note) -> Iterator[str]:
    """Give the same with why it matters and whom to ask."""
    for said, point in zip_longest(_numbered(pen, note), note.points):
        yield " – ".join(filter(None, (said, *((point.why, point.ask) if point else ()))))
