"""What is to be found out or corrected, in order, and whom to ask."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.ground import against_answer, land_of
from petr_advisor.documents.building.leading import act_in, leading_to_effect
from petr_advisor.documents.building.matters import settle_part
from petr_advisor.documents.building.pressing import inherited
from petr_advisor.documents.building.silent_votes import silent_unnamed
from petr_advisor.documents.building.undated import stakes
from petr_advisor.documents.building.voting_besides import voting_besides
from petr_advisor.documents.model import Report
from petr_advisor.documents.model_matters import ConflictPart, SettlePart
from petr_advisor.documents.model_note import NoteKind, NotePoint
from petr_advisor.documents.model_roadmap import Roadmap, RoadmapTask
from petr_advisor.knowledge.conditions import facts_of
from petr_advisor.planning.model import LATE
from petr_advisor.territory.measures import MAP_YEAR
from petr_advisor.words.typography import capital

POINTS, POINTS_OF_MANY = 5, 8
"""How many points are told beside the answer to one key question, to several."""
ROOM = 34
"""How many lines of a table of points leave room on their page for the rest."""
WIDE = (34, 27, 31)
"""How many letters fit on a line of each column of that table."""
NOT_KNOWN = 3
"""How many points said not to be known are told though no answer turns on them."""
TEXTS = 2
"""How many texts to be read are told beside one answer."""


def points(
    desk: Desk, report: Report, kind: NoteKind, disputed: Collection[str] = ()
) -> tuple[tuple[NotePoint, ...], tuple[str, ...], int]:
    """Give the points told, the names of decisive ones without room, and how many others there are.

    `disputed` points of law are told elsewhere.
    """
    several = len(report.questions) > 1
    if kind == "correct":
        found = [_conflict(desk, conflict) for conflict in report.conflicts]
    else:
        at_stake = stakes(desk, report)
        decisive = [part for part in report.settle if part.decisive]
        counted = {part.fact for part in decisive if report.provisional and kind == "course"}
        first = {part.fact: part for part in _endangered(desk, report)}
        asked = (*decisive, *_left_open(desk, report), *_not_known(desk, report))
        told = list({part.fact: part for part in (*first.values(), *asked)}.values())
        told += _with_a_stake(report, at_stake, told)
        parts = _each_once(desk, (*told, *_missing(desk, report, told)), counted)
        before = _known_before(desk, report)
        found = [*(_no_reason(desk, report) if kind == "course" else ())]
        found += _against_the_map(desk)
        found += silent_unnamed(desk, report.roadmap) if kind == "course" else ()
        found += voting_besides(desk, report.roadmap) if kind == "course" else ()
        told_parts = sorted(parts, key=lambda part: _place(part.fact, first, counted))
        found += [_answer(desk, part, at_stake, before, counted) for part in told_parts]
        theirs = inherited(desk, report) if kind == "course" else ()
        found += [NotePoint(what=said, why=None, ask=None) for said in theirs]
        found += list(_texts(desk, report, disputed)) if kind == "course" else []
    most = (POINTS_OF_MANY if several else POINTS) if kind == "course" else _fitting(found)
    named = tuple(point.named for point in found[most:] if point.named)
    return tuple(found[:most]), named, max(len(found) - most - len(named), 0)


def _place(fact: str, first: Collection[str], counted: Collection[str]) -> tuple[bool, bool]:
    """Put what may miss a day of the law first, then what can change the proposal, all of it together."""
    return fact not in counted and fact not in first, fact in counted and fact not in first


def _against_the_map(desk: Desk) -> Iterator[NotePoint]:
    """Ask to confirm a perimeter that the outlines show in pieces and an answer says to be in one."""
    if against_answer(desk, land_of(desk)):
        asked = desk.phrase("note.pieces-on-the-map", year=str(MAP_YEAR))
        yield NotePoint(
            what=asked, why=None, stake=desk.phrase("note.pieces-stake"), ask=desk.phrase("note.pieces-ask")
        )


def _no_reason(desk: Desk, report: Report) -> Iterator[NotePoint]:
    """Ask for the reason of an answer of which nothing is known but that it is intended: whoever votes will ask."""
    if any(reason.only_intended for question in report.questions for reason in question.reasons[:1]):
        yield NotePoint(what=desk.phrase("note.reason-to-find"), why=None, ask=desk.phrase("note.reason-asked"))


def _each_once(desk: Desk, parts: tuple[SettlePart, ...], counted: Collection[str]) -> Iterator[SettlePart]:
    """Leave out what sums up answers of members that are asked for one by one beside it, unless it is counted."""
    of_each = {part.fact for part in parts if part.of}
    for part in parts:
        kind = desk.base.facts.get(part.fact)
        if part.of or kind is None or part.fact in counted or kind.summed_from.isdisjoint(of_each):
            yield part


def _fitting(found: list[NotePoint]) -> int:
    """Give how many points stand on one page, by an estimate of their lines; one at least is told."""
    room = ROOM
    for number, point in enumerate(found):
        texts = zip((point.what, point.stake or point.why or "", point.ask or ""), WIDE, strict=True)
        room -= max(len(text) // wide + 1 for text, wide in texts)
        if room < 0:
            return max(number, 1)
    return len(found)


def _answer(
    desk: Desk, part: SettlePart, at_stake: Mapping[str, str], before: Mapping[str, date], counted: Collection[str]
) -> NotePoint:
    where, day = part.where or desk.phrase("note.ask-nobody"), before.get(part.fact)
    what = desk.phrase("note.known-before", what=part.question, day=day) if day else part.question
    named = capital(desk.say(desk.base.facts[part.fact].label)) if part.fact in counted else None
    return NotePoint(what=what, why=part.why or None, stake=at_stake.get(part.fact), ask=where, named=named)


def _known_before(desk: Desk, report: Report) -> dict[str, date]:
    """Give, by what tells whether a vote is needed, the first vote to come of a procedure that has begun.

    Its effect would wait for that vote too: whoever votes should know.
    """
    plan = report.roadmap
    if plan is None:
        return {}
    leading = leading_to_effect(desk, plan)
    found: dict[str, date] = {}
    for task in plan.tasks:
        act = act_in(desk, task)
        if act is None or act.when is None or task.certain or not task.majority or task.number not in leading:
            continue
        if (day := _first_vote(desk, plan, task)) is not None and day < task.to_hold[0]:
            found.update({fact: day for fact in facts_of(act.when) if fact not in found})
    return found


def _first_vote(desk: Desk, plan: Roadmap, task: RoadmapTask) -> date | None:
    """Give the day of the first vote still to come of the procedure of a task, where its votes are under way."""
    own = task.id.partition("/")[0]
    open_yet = {each.id for each in plan.tasks if each.majority and each.id.partition("/")[0] == own}
    days = (done.on for done in desk.consultation.recordings.acts if done.key in open_yet and done.member is not None)
    return min((day for day in days if day is not None and day > desk.consultation.as_of), default=None)


def _with_a_stake(report: Report, at_stake: Collection[str], told: list[SettlePart]) -> list[SettlePart]:
    """Give the days not known from which a time of the law runs: whoever is not asked may let it pass."""
    seen = {part.fact for part in told}
    return [part for part in report.settle if part.fact in at_stake and part.fact not in seen]


def _not_known(desk: Desk, report: Report) -> list[SettlePart]:
    """Give what somebody said not to know and decides nothing: whoever was asked wants to know where to find it."""
    applies = desk.consultation.memory.applies
    said = (part for part in report.settle if part.asked and not part.decisive)
    return [part for part in said if any(applies(part.fact, of) is True for of in part.of or (None,))][:NOT_KNOWN]


def _left_open(desk: Desk, report: Report) -> Iterator[SettlePart]:
    """Give what tells who is there once members are one, where an answer after that is left open.

    One of its ways may be open: what it has to be weighed by is not known all the same.
    """
    asked = {part.fact: part for part in report.settle}
    for line in desk.consultation.course.lines:
        for _, key in line.after if line.state == "to_settle" else ():
            merging = desk.base.options[key].merges
            yield from (asked[fact] for fact in (merging.told.values() if merging else ()) if fact in asked)


def _endangered(desk: Desk, report: Report) -> Iterator[SettlePart]:
    """Give what says whether an act that misses a day of the law is done already, where nobody has said it."""
    memory, tasks = desk.consultation.memory, report.roadmap.tasks if report.roadmap else ()
    for task in tasks:
        for fact in _telling_it_done(desk, report, task) if not task.certain and _is_late(task) else ():
            kind = desk.base.facts.get(fact)
            if kind and kind.ask and kind.of is None and memory.facts.get(fact) is None and memory.applies(fact, None):
                yield settle_part(desk, fact, ())


def _telling_it_done(desk: Desk, report: Report, task: RoadmapTask) -> Iterator[str]:
    """Give the facts that tell whether an act is done, or what it meets not owed: nobody said so."""
    done = desk.base.act(task.id).done
    yield from sorted(facts_of(done)) if done is not None else ()
    for duty in report.duties:
        rule = desk.base.rules[duty.rule.partition("@")[0]] if duty.likelihood == "presumed" else None
        if rule is not None and rule.unless is not None and task.id in rule.met_by:
            yield from sorted(facts_of(rule.unless))


def _is_late(task: RoadmapTask) -> bool:
    return any(legal.state in LATE for legal in task.legal)


def _missing(desk: Desk, report: Report, told: list[SettlePart]) -> Iterator[SettlePart]:
    """Give the answers that may still change those of the course, that can be asked today and nobody was asked for."""
    seen = {part.fact for part in told} | desk.consultation.agenda.told_by_votes
    wanted: dict[str, list[str]] = {}
    for question in report.questions:
        for line in question.lines:
            for missing in line.sure.missing if line.sure else ():
                for key in missing.ids if missing.kind == "answers" else ():
                    fact, _, entity = key.partition("@")
                    wanted.setdefault(fact, []).extend([entity] if entity else [])
    applies = desk.consultation.memory.applies
    for fact, of in wanted.items():
        if fact in seen or fact not in desk.base.facts:
            continue
        if any(applies(fact, entity) is True for entity in of or (None,)):
            yield settle_part(desk, fact, list(dict.fromkeys(of)))
            continue
        for first in _asked_first(desk, fact):  # it is asked once these are answered
            if first not in seen:
                seen.add(first)
                yield settle_part(desk, first, ())


def _asked_first(desk: Desk, fact: str) -> list[str]:
    """Give what is asked today by which it becomes known whether a fact has an object in this case."""
    base, known = desk.base, desk.consultation.memory.facts
    reached: set[str] = set()
    sought = [fact]
    while sought:
        name = sought.pop()
        conditions = [base.facts[name].applies_when, *(rule.when for rule in base.rules.values() if name in rule.then)]
        unknown = {each for found in conditions for each in facts_of(found) if known.get(each) is None} - reached
        reached |= unknown
        sought += unknown & base.facts.keys()
    return [question.fact for question in desk.consultation.agenda.questions if question.fact in reached]


def _texts(desk: Desk, report: Report, disputed: Collection[str]) -> Iterator[NotePoint]:
    """Give what is to be read or checked on the way proposed, but what is so for disputed points told elsewhere."""
    norms = (norm for norm in desk.base.norms.values() if norm.check and not set(disputed).isdisjoint(norm.disputed))
    told = {desk.sentence(norm.check) for norm in norms if norm.check}
    live = [question for question in report.questions if not question.shut]
    kept = [option for question in live for option in question.options if option.id in question.retained]
    checks = dict.fromkeys(check for option in kept for check in option.to_check if check not in told)
    for check in list(checks)[:TEXTS]:
        yield NotePoint(what=check, why=None, ask=None)


def _conflict(desk: Desk, found: ConflictPart) -> NotePoint:
    where = []
    for fact in found.facts:
        kind = desk.base.facts.get(fact.partition("@")[0])
        where += [desk.sentence(kind.ask.help)] if kind and kind.ask else []
    ask = " ".join(dict.fromkeys(filter(None, where)))
    return NotePoint(
        what=found.text,
        why=desk.listed(found.answers),
        ask=ask or desk.phrase("note.ask-nobody"),
        citations=found.citations,
    )
