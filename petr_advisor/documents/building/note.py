"""The note of a case: what the report says, in the order in which a council asks, and nothing twice."""

from collections.abc import Iterable, Iterator

from petr_advisor.consulting.hanging import hanging_on
from petr_advisor.consulting.supposing import members_open
from petr_advisor.documents.building.council import (
    capped_in_the_text,
    entering,
    leaving,
    others_sitting,
    settled_on,
    shares_out,
)
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.ground import low_map
from petr_advisor.documents.building.lasting import ending_members
from petr_advisor.documents.building.note_answers import NOTHING_YET, answers, first_known
from petr_advisor.documents.building.note_dates import dates, effect, effect_first, first_act, span
from petr_advisor.documents.building.note_money import note_money
from petr_advisor.documents.building.note_points import points
from petr_advisor.documents.building.note_votes import (
    deciding_first,
    each_purpose_once,
    each_rule_once,
    no_session,
    votes,
)
from petr_advisor.documents.building.note_ways import Ways, ways
from petr_advisor.documents.building.pressing import pressing
from petr_advisor.documents.building.refusals import Refusals, refusals
from petr_advisor.documents.building.undated import without_day
from petr_advisor.documents.building.votes import told_by_a_block
from petr_advisor.documents.model import Report
from petr_advisor.documents.model_matters import DutyPart, Governance, SeatPart
from petr_advisor.documents.model_note import FIRST_VOTES, Note, NoteKind, NoteStop
from petr_advisor.documents.model_options import MeritPart, QuestionPart, Reason
from petr_advisor.documents.parts import Citation
from petr_advisor.documents.timeline import timeline
from petr_advisor.knowledge.conditions import facts_of
from petr_advisor.planning.foreseen import told_of, unplanned
from petr_advisor.words.typography import capital, full_stop, no_capital

REASONS = 3
VOTES, VOTES_OF_MANY = 4, 10
"""Votes told of one key question, of several."""
MOST_DECIDING = 6
"""Votes told of one key question where more of them decide."""
STOPS, STOPS_OF_MANY = 3, 5
REFUSALS_FIRST = 2
"""Refusals told before the grave dangers of a way."""
SEATED = 6
"""Members whose seats are told one by one."""
PARITY = 2
"""Members that have half of the seats each, by no method."""
STOPS_OF_A_QUESTION = 2
"""How many dangers are told of one of several key questions."""


def note_part(desk: Desk, report: Report) -> Note:
    """Write the note of a report that is built already."""
    answered = tuple(found for found in report.questions if found.verdict not in NOTHING_YET)
    kind: NoteKind = "correct" if report.conflicts else "course" if answered else "find_out"
    several = len(report.questions) > 1
    leading = _leading(report.questions)
    reasons = tuple(_reasons(desk, report.questions))
    voted = votes(desk, report)
    decisive = sum(vote.decides for vote in voted)
    most = VOTES_OF_MANY if several else max(VOTES, min(decisive, MOST_DECIDING))
    course = kind == "course"
    stops = tuple(_stops(desk, report, several=several)) if course else ()
    told, more = points(desk, report, kind, {point for stop in stops for point in stop.points})
    told_ways = ways(desk, report, answered, reasons, several=several) if kind != "correct" else Ways()
    first = deciding_first(voted, FIRST_VOTES if several else most, most) if course else ()
    kept = tuple(each_rule_once(desk, each_purpose_once(first)))
    return Note(
        kind=kind,
        asked=tuple(found.text for found in report.questions),
        underway=tuple(_underway(desk, report)),
        pressing=pressing(desk, report) if course and report.size == "note" else (),
        answers=tuple(answers(desk, report)),
        leading=leading.id if leading and course else None,
        meaning=None if several or kind == "correct" else _meaning(report.questions[0]),
        reasons=reasons,
        stops=stops,
        first_act=" ".join(filter(None, (first_known(desk, report), first_act(desk, report)))) or None
        if course
        else None,
        seats=_seats(desk, report) if course else None,
        seats_if=_seats_if(desk, report.governance) if course and report.governance else None,
        effect_first=effect_first(desk, report.roadmap) if course and report.roadmap else None,
        votes=kept,
        more_votes=max(len(voted) - most, 0) if course else 0,
        no_session=no_session(desk, kept, report.roadmap) if course else None,
        no_vote=_no_vote(desk, report) if course and not voted else None,
        span=span(desk, report) if course else None,
        effect=effect(desk, report.roadmap) if course and report.roadmap else None,
        dates=tuple(dates(desk, report)) if course else (),
        undated=without_day(desk, report) if course else (),
        timeline=timeline(desk, report.roadmap, report.cover.adviser.accent) if course and report.roadmap else None,
        map=low_map(desk, report.cover.adviser.accent) if report.map else None,
        money=note_money(desk, report, [point.what for point in told]) if course else None,
        ways=told_ways.compared,
        live=told_ways.live,
        closed=told_ways.closed,
        points=told,
        more_points=more,
    )


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


def _leading(questions: tuple[QuestionPart, ...]) -> QuestionPart | None:
    """Give, of several questions, the first on which something is to be done for a reason."""
    return next(_acting(questions), None) if len(questions) > 1 else None


def _acting(questions: Iterable[QuestionPart]) -> Iterator[QuestionPart]:
    idle = NOTHING_YET | {"stay", "done"}
    return (found for found in questions if found.reasons and found.verdict not in idle)


def _reasons(desk: Desk, questions: tuple[QuestionPart, ...]) -> Iterator[Reason]:
    """Give the reasons of the only answer, or the first reason of each of the first ones that ask for something.

    The first of these comes with what weighs most against: of one answer alone the table of ways has it.
    """
    if len(questions) == 1:
        yield from questions[0].reasons
        return
    acting, leading = tuple(_acting(questions)), _leading(questions)
    others = [found for found in questions if found.reasons and found.verdict in {"stay", "done"}]
    first = [(found, found.reasons[0]) for found in (*acting, *others)]
    # where there is room, those of a question that has several answers follow
    more = [(found, reason) for found in acting if len(found.lines) > 1 for reason in found.reasons[1:]]
    for found, reason in [*first, *more][:REASONS]:
        against = _against(found) if found is leading and reason is found.reasons[0] else None
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


def _stops(desk: Desk, report: Report, *, several: bool) -> list[NoteStop]:
    """Give what may stop the course: what is against the law today, refusals, disputed points, what is feared.

    What is not even known to be needed comes after what is feared. Of several answers each has its first dangers told
    before others have more; what goes with any case stops none.
    """
    place = {key: question.id for question in report.questions for key in question.retained}
    forbidden = tuple(_forbidden(report, place))
    waiting = _norms_still_to_meet(report, place)
    today = [duty for duty in forbidden if waiting & _norms(duty.citations)]
    others = [duty for duty in forbidden if duty not in today]
    refused = refusals(desk, report)
    risks = tuple(risk for risk in _with_all_names(desk, report) if not _is_told(desk, risk, refused))
    grave = [risk for risk in risks if _is_grave(risk, place)]
    whole, on_way = (
        [_stop(desk, risk, *_days_told(desk, risk)) for risk in grave if bool(risk.options) is of_a_way]
        for of_a_way in (False, True)
    )
    named = refused.named
    first: list[NoteStop] = [
        *(_stop(desk, duty) for duty in today),
        *whole,
        *named[:REFUSALS_FIRST],
        *on_way,
        *named[REFUSALS_FIRST:],
    ]
    feared: list[NoteStop] = []
    more: list[NoteStop] = []
    count: dict[str, int] = {}
    for options, stop in _feared(desk, report, risks, frozenset(place)):
        question = next((place[key] for key in options if key in place), None)
        if question is None:
            continue  # it stops no vote of the note: the full report has it
        count[question] = count.get(question, 0) + 1
        (feared if not several or count[question] <= STOPS_OF_A_QUESTION else more).append(stop)
    found = [*first, *refused.general, *(_stop(desk, duty) for duty in others), *feared, *refused.in_some_cases, *more]
    return found[: STOPS_OF_MANY if several else STOPS]


def _forbidden(report: Report, kept: Iterable[str]) -> Iterator[DutyPart]:
    """Give what the law forbids on the way of the answers, as the case is known to be."""
    found = (duty for duty in report.duties if duty.kind == "prohibition" and duty.consequence)
    yield from (duty for duty in found if duty.likelihood == "established" and not set(kept).isdisjoint(duty.options))


def _norms_still_to_meet(report: Report, kept: Iterable[str]) -> frozenset[str]:
    """Give the norms of the conditions that the ways of the answers do not meet yet."""
    options = (option for question in report.questions for option in question.options if option.id in set(kept))
    waiting = (found for option in options for found in option.requirements if found.state in {"unmet", "to_come"})
    return frozenset(norm for found in waiting for norm in _norms(found.citations))


def _norms(citations: Iterable[Citation]) -> frozenset[str]:
    return frozenset(citation.norm for citation in citations)


def _with_all_names(desk: Desk, report: Report) -> Iterator[DutyPart]:
    """Give every risk; that of several members once, with their names."""
    listed = desk.consultation.memory.facts.entities
    by_rule: dict[str, list[DutyPart]] = {}
    for risk in report.risks:
        by_rule.setdefault(risk.rule, []).append(risk)
    for key, same in by_rule.items():
        kind, concerned = desk.base.rules[key].for_each, {risk.of for risk in same}
        of = [each for each in listed[kind].ids if each in concerned] if kind is not None and kind in listed else []
        does = desk.labelled(desk.some(kind, of), same[0].does) if kind is not None and of else same[0].does
        yield same[0].model_copy(update={"does": does})


def _is_grave(risk: DutyPart, kept: Iterable[str]) -> bool:
    """Tell whether a risk is told among the first: it follows from the answers, whatever the way or on theirs."""
    return risk.grave and (not risk.options or not set(kept).isdisjoint(risk.options))


def _is_told(desk: Desk, risk: DutyPart, refused: Refusals) -> bool:
    """Tell whether a risk is the refusal of a vote that is told already, with whoever stops it."""
    return not refused.votes.isdisjoint(desk.base.rules[risk.rule].refusal_of)


def _days_told(desk: Desk, risk: DutyPart) -> Iterator[str]:
    """Say the days answered that bring a danger about: the one that is over, for instance."""
    for fact in facts_of(desk.base.rules[risk.rule].when):
        kind, day = desk.base.facts[fact], desk.consultation.memory.facts.day(fact)
        if day is not None and kind.ask is not None:
            yield full_stop(desk.labelled(desk.say(kind.label), desk.day(day)))


def _stop(desk: Desk, risk: DutyPart, *days: str) -> NoteStop:
    does = risk.does  # « faire de l'association un PETR » is read as advice where nothing says that the law forbids it
    if risk.kind == "prohibition":
        does = desk.phrase("note.stop-forbidden", who=no_capital(risk.who), does=does)
    text = " ".join(filter(None, (full_stop(capital(does)), *map(capital, days), risk.consequence)))
    return NoteStop(text=text, guard=risk.precaution, citations=risk.citations)


def _feared(
    desk: Desk, report: Report, risks: Iterable[DutyPart], kept: Iterable[str]
) -> Iterator[tuple[tuple[str, ...], NoteStop]]:
    """Give every danger with the options on whose way it stands, the gravest first."""
    disputed = {o.id for question in report.questions for o in question.options if o.disputed and o.id in kept}
    for point in report.disputed:
        if not disputed.isdisjoint(point.options):
            guard = f"{point.course} {desk.labelled(desk.phrase('whom-to-ask'), point.ask)}"
            yield point.options, NoteStop(text=point.question, guard=guard, citations=point.citations)
    order = ("established", "presumed", "general")
    others = [risk for risk in risks if not _is_grave(risk, kept)]
    on_way = [risk for risk in others if risk.options and not set(kept).isdisjoint(risk.options)]
    anyway = [risk for risk in others if not risk.options and risk.likelihood != "general"]
    for risk in (*sorted(on_way, key=lambda risk: order.index(risk.likelihood)), *anyway):
        of_anybody = risk.likelihood == "general"
        yield () if of_anybody else risk.options, _stop(desk, risk)


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
