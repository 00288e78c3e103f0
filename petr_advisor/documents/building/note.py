"""The note of a case: what the report says, in the order in which a council asks, and nothing twice."""

from collections.abc import Iterator

from petr_advisor.consulting.hanging import hanging_on
from petr_advisor.consulting.supposing import members_open
from petr_advisor.documents.building.before_votes import with_what_comes_before
from petr_advisor.documents.building.council import (
    capped_in_the_text,
    entering,
    leaving,
    others_sitting,
    settled_on,
    shares_out,
)
from petr_advisor.documents.building.counted_without import each_left_out_once
from petr_advisor.documents.building.day_risks import with_risks
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.ground import low_map
from petr_advisor.documents.building.lasting import ending_members
from petr_advisor.documents.building.missed_first import missed_first
from petr_advisor.documents.building.note_answers import answers, first_known
from petr_advisor.documents.building.note_dates import dates, first_act, span, told_first, voted_by_a_day
from petr_advisor.documents.building.note_money import note_money
from petr_advisor.documents.building.note_points import points
from petr_advisor.documents.building.note_room import fitted
from petr_advisor.documents.building.note_stops import stops as stops_of
from petr_advisor.documents.building.note_votes import (
    deciding_first,
    each_purpose_once,
    each_rule_once,
    votes,
)
from petr_advisor.documents.building.note_ways import Ways, ways
from petr_advisor.documents.building.pressing import pressing
from petr_advisor.documents.building.sitting_days import no_session
from petr_advisor.documents.building.taking_effect import effect, effect_first, effect_if
from petr_advisor.documents.building.undated import without_day
from petr_advisor.documents.building.votes import names_said, told_by_a_block
from petr_advisor.documents.leads import NOTHING_YET, acting, leading
from petr_advisor.documents.model import Report
from petr_advisor.documents.model_matters import Governance, SeatPart
from petr_advisor.documents.model_note import FIRST_VOTES, Note, NoteKind
from petr_advisor.documents.model_options import MeritPart, QuestionPart, Reason
from petr_advisor.documents.timeline import timeline
from petr_advisor.planning.foreseen import told_of, unplanned
from petr_advisor.words.typography import full_stop, no_capital

REASONS = 3
VOTES, VOTES_OF_MANY = 4, 10
"""Votes told of one key question, of several."""
MOST_DECIDING = 6
"""Votes told of one key question where more of them decide."""
SEATED = 6
"""Members whose seats are told one by one."""
PARITY = 2
"""Members that have half of the seats each, by no method."""


def note_part(desk: Desk, report: Report) -> Note:
    """Write the note of a report that is built already."""
    answered = tuple(found for found in report.questions if found.verdict not in NOTHING_YET)
    kind: NoteKind = "correct" if report.conflicts else "course" if answered else "find_out"
    several = len(report.questions) > 1
    leads = leading(report.questions)
    led_by = leads.id if leads else None
    voted = votes(desk, report)
    reasons = tuple(_reasons(desk, report.questions))
    decisive = sum(vote.decides for vote in voted)
    most = VOTES_OF_MANY if several else max(VOTES, min(decisive, MOST_DECIDING))
    course = kind == "course"
    stops = tuple(stops_of(desk, report, led_by)) if course else ()
    told, named, more = points(desk, report, kind, {point for stop in stops for point in stop.points})
    told_answers = tuple(answers(desk, report))
    told_dates = tuple(with_risks(desk, report, dates(desk, report), told_answers)) if course else ()
    dated = frozenset((each.day, each.text) for each in told_dates if each.danger)
    told_ways = ways(desk, report, answered, reasons, dated, several=several) if kind != "correct" else Ways()
    stopping = {act for stop in stops for act in stop.acts} | voted_by_a_day(report.roadmap, told_dates)
    first = deciding_first(voted, FIRST_VOTES if several else most, most, stopping, led_by) if course else ()
    missed = missed_first(desk, report, led_by, first) if course and report.size == "note" else ()
    ruled = each_rule_once(desk, each_purpose_once(desk, each_left_out_once(first)))
    kept = tuple(with_what_comes_before(desk, report.roadmap, ruled, told_first(desk, report.roadmap), led_by))
    note = Note(
        kind=kind,
        asked=tuple(found.text for found in report.questions),
        underway=tuple(_underway(desk, report)),
        pressing=(*missed, *pressing(desk, report)) if course and report.size == "note" else (),
        answers=told_answers,
        leading=led_by if course else None,
        meaning=None if several or kind == "correct" else _meaning(report.questions[0]),
        reasons=reasons,
        stops=stops,
        first_act=" ".join(filter(None, (first_known(desk, report), first_act(desk, report)))) or None
        if course
        else None,
        seats=_seats(desk, report) if course else None,
        seats_if=_seats_if(desk, report.governance) if course and report.governance else None,
        effect_if=effect_if(desk, report.roadmap) if course and report.roadmap else None,
        effect_first=effect_first(desk, report.roadmap) if course and report.roadmap else None,
        votes=kept,
        more_votes=len(voted) - len(kept) if course else 0,
        no_session=no_session(desk, report, kept, told_dates) if course else None,
        no_vote=_no_vote(desk, report) if course and not voted else None,
        span=span(desk, report, kept, told_dates) if course else None,
        effect=effect(desk, report.roadmap) if course and report.roadmap else None,
        dates=told_dates,
        undated=without_day(desk, report) if course else (),
        timeline=timeline(desk, report.roadmap, report.cover.adviser.accent) if course and report.roadmap else None,
        map=low_map(desk, report.cover.adviser.accent) if report.map else None,
        money=note_money(desk, report, [point.what for point in told]) if course else None,
        ways=told_ways.compared,
        live=told_ways.live,
        closed=told_ways.closed,
        points=told,
        named_points=named,
        more_points=more,
    )
    return fitted(desk, report, note)


def _underway(desk: Desk, report: Report) -> Iterator[str]:
    """Say how far procedures have come, and which acts recorded cannot be; what is told beside a vote is left to it."""
    elsewhere = {tally.blocked_by for part in report.running for tally in part.tallies}
    voted = [task for task in (report.roadmap.tasks if report.roadmap else ()) if task.awaited]
    elsewhere |= {said for task in voted for said in task.awaited}
    for part in report.running if voted else ():
        if part.state == "blocked":
            continue  # by when a refusal may be taken back is what matters most
        elsewhere |= {*part.awaited, *(said for tally in part.tallies if part.next_day for said in tally.clocks)}
    blocked = [part for part in report.running if part.state == "blocked" and part.awaited]
    elsewhere |= {said for part in blocked for tally in part.tallies for said in told_by_a_block(desk, tally)}
    for part in report.running:
        kept = (said for said in part.brief if said not in elsewhere)
        given = (tally.given for tally in part.tallies if tally.given)
        # who voted what comes last: where there is little room, what happens by itself is not what is cut
        yield " ".join((full_stop(desk.labelled(part.title, part.headline)), *kept, *given))
    yield from report.roadmap.foreseen if report.roadmap else _unplanned(desk)
    yield from (slip.said for slip in report.slips)


def _unplanned(desk: Desk) -> Iterator[str]:
    yield from (desk.sentence(each) for each in told_of(desk.consultation, unplanned(desk.consultation)))


def _meaning(question: QuestionPart) -> str | None:
    """Say what the only answer means; nothing where it is open and that is a reason given already."""
    return " ".join(filter(None, (question.supposes, question.explanation))) or None


def _reasons(desk: Desk, questions: tuple[QuestionPart, ...]) -> Iterator[Reason]:
    """Give the reasons of the only answer, or the first reason of each that asks for something: none is voted blindly.

    The first of these comes with what weighs most against: of one answer alone the table of ways has it.
    """
    if len(questions) == 1:
        yield from questions[0].reasons
        return
    to_do = tuple(acting(questions))
    others = [found for found in questions if found.reasons and found.verdict in {"stay", "done"}]
    first = [(found, found.reasons[0]) for found in (*to_do, *others)]
    # where there is room, those of a question that has several answers follow
    more = [(found, reason) for found in to_do if len(found.lines) > 1 for reason in found.reasons[1:]]
    for found, reason in [*first, *more][: max(REASONS, sum(bool(found.reasons) for found in to_do))]:
        against = _against(found) if to_do and found is to_do[0] and reason is found.reasons[0] else None
        yield _with_against(desk, found, reason, against)


def _against(question: QuestionPart) -> MeritPart | None:
    """Give what weighs most against the one thing proposed on a question, where that is not told beside the answer."""
    if len(question.retained) != 1:  # of several, each has its own
        return None
    told = " ".join(question.despite).casefold()
    kept = (option for option in question.options if option.id in question.retained)
    found = (merit for option in kept for merit in option.merits if not merit.favours)
    return next((merit for merit in found if merit.text.rstrip(".").casefold() not in told), None)


def _with_against(desk: Desk, question: QuestionPart, reason: Reason, against: MeritPart | None) -> Reason:
    if against is None:
        return reason.model_copy(update={"about": question.title})
    then = full_stop(desk.labelled(desk.phrase("col-against"), no_capital(against.text)))
    citations = tuple(dict.fromkeys((*reason.citations, *against.citations)))
    return Reason(text=f"{full_stop(reason.text)} {then}", citations=citations, about=question.title)


def _seats(desk: Desk, report: Report) -> str | None:
    """Say how many seats each member has, where a procedure of the course shares them out."""
    if any(ending_members(desk, line) for line in desk.consultation.course.lines):
        return None  # they are shared between the members that will be there
    found = report.governance
    if found is None or not shares_out(desk):
        return None
    if others := others_sitting(desk):
        return others
    if not found.total:
        day = settled_on(desk)
        return " ".join((desk.phrase("note.seats-voted", day=day), *capped_in_the_text(desk))) if day else None
    if len(found.seats) > SEATED:
        return desk.phrase("note.seats-of-many", n=found.total, of=len(found.seats))
    members = [desk.phrase("note.seats-of", member=part.member, seats=part.seats) for part in found.seats]
    said = _of_the_day(desk, found, members)
    more = [
        desk.phrase("note.seats-capped", member=part.member, share=desk.share(part.share)) for part in _capped(found)
    ]
    more += [desk.phrase("note.seats-method")] if not found.kept and len(members) > PARITY else []
    more += [desk.phrase("note.seats-level", names=names_said(desk, found.level))] if found.level else []
    return " ".join((said, *more))


def _capped(found: Governance) -> Iterator[SeatPart]:
    """Give who has half of the seats and no more, having more of the inhabitants: nobody sees it in the figures."""
    yield from (part for part in found.seats if not found.kept and part.seats < part.before_cap)


def _of_the_day(desk: Desk, found: Governance, members: list[str]) -> str:
    """Say the seats of the members of the day: without those that leave, or as long as nobody else may join."""
    if not found.kept and (gone := leaving(desk)):
        said = desk.phrase("note.seats-without", n=found.total, members=members, gone=desk.some("member", gone))
        hung = _seats_if(desk, found)
        return desk.phrase("note.only-if", option=hung, said=no_capital(said)) if hung else said
    if not found.kept and (name := entering(desk)):
        return desk.phrase("note.seats-with", n=found.total, members=members, name=name)
    said = desk.phrase("note.seats-kept" if found.kept else "note.seats", n=found.total, members=members)
    return f"{said} {desk.phrase('note.seats-of-today')}" if _members_may_change(desk) else said


def _seats_if(desk: Desk, found: Governance) -> str | None:
    """Name the way whose blocked votes have to be carried for seats to be shared without those who leave."""
    blocked = hanging_on(desk.consultation) if not found.kept and leaving(desk) else None
    return desk.quoted(blocked.title) if blocked else None


def _members_may_change(desk: Desk) -> bool:
    """Tell whether a question left open may change who the members are, before an answer that it bears on."""
    lines = desk.consultation.course.lines
    return any(line.to_carry_out and any(members_open(line, lines[:place])) for place, line in enumerate(lines))


def _no_vote(desk: Desk, report: Report) -> str:
    """Say why nothing is voted."""
    if any(question.shut for question in report.questions):
        return desk.phrase("no-step-shut")
    return report.no_roadmap or desk.phrase("note.no-vote")
