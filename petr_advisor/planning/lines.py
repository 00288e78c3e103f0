"""From the course of action to the procedures to carry out, in order, each once."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from petr_advisor.consulting.attempts import gone_by
from petr_advisor.consulting.breaches import Breach, TermOutcome, presses
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course_line import CourseLine
from petr_advisor.consulting.duties import DutyOutcome, told_anyway
from petr_advisor.consulting.ending import after_the_end
from petr_advisor.consulting.founding import left_out
from petr_advisor.consulting.outcomes import OptionOutcome, option_outcome
from petr_advisor.consulting.repairs import mended_later
from petr_advisor.consulting.requirements import truth
from petr_advisor.consulting.settled import held
from petr_advisor.consulting.weighing import LIVE, obtaining
from petr_advisor.knowledge.procedures import Procedure
from petr_advisor.planning.bearing import calls, disturbs, does, ends_in_another, is_born, waits_on
from petr_advisor.planning.completing import to_complete
from petr_advisor.planning.cured_by import cured_by
from petr_advisor.planning.duty_days import carried_out_at_once, dated, is_law
from petr_advisor.planning.model import Group
from petr_advisor.planning.occurring import Instance
from petr_advisor.planning.resting import has_a_day, rests_on, taking_out
from petr_advisor.planning.running_apart import running_apart
from petr_advisor.planning.situation import Situation
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Text

DUE = "due"
"""The group of what is due whatever is chosen."""
REPAIR = "breach/"
"""What the groups of what mends a breach beside the answers begin with."""


@dataclass(frozen=True)
class Line:
    """What a line of the course has to be done: procedures, on the facts that the lines before it leave."""

    group: Group
    situation: Situation
    instances: tuple[Instance, ...]
    option: OptionOutcome | None
    """None for what mends a breach."""
    tied: bool = False
    """Whether it is the first of several that compare equal."""
    running: bool = False
    """Whether it has been started."""
    mends: bool = False
    """Whether it mends a breach, and waits for nothing but what it rests on."""
    owed: bool = False
    """Whether the body of today owes it: whatever is chosen changes nothing to that."""

    @property
    def started(self) -> bool:
        """Whether it runs, by the answers or by the acts recorded of one of its procedures."""
        return self.running or any(self.situation.under_way(each.procedure) for each in self.instances)

    @property
    def prepares(self) -> frozenset[str]:
        """The options whose acts come after its own."""
        return frozenset(self.option.option.prepares) if self.option else frozenset()

    @property
    def before_it(self) -> tuple[str, ...]:
        """The procedures that only make met what its option lacks."""
        own = self.option.option.procedures if self.option else ()
        return tuple(each.procedure for each in self.instances if own and each.procedure not in own)


def lines(consultation: Consultation) -> tuple[Line, ...]:
    """Give the lines of the course with something to do, in order; a procedure called for twice is done once.

    What avoids an event by law or mends a breach comes first, unless it rests on another line.
    """
    found: list[Line] = []
    at: dict[str, tuple[str, ...]] = {}
    """What each option planned is there by, by option."""
    found += _avoiding(consultation)
    found += (*_mending(consultation), *_completing(consultation))
    seen: set[str] = {each.procedure for line in found for each in line.instances}
    cases = {line.question: line.case for line in consultation.course.lines}
    for line in consultation.course.lines:
        text = held(consultation, line)
        kept = to_complete(line, consultation)
        for option in () if text and text.procedure not in seen else line.to_carry_out[:1] or kept:
            planned = _line(line, option, at, seen, cases, consultation, kept=option in kept)
            at[option.id] = _there_by(planned, line.case.base.procedures)
            if planned.instances:
                found.append(_handed_over(planned, line, at))
                seen |= {each.procedure for each in planned.instances}
    found = [*_running(consultation, seen), *found]
    found += owed(consultation, seen)
    found.sort(key=lambda line: not line.mends)
    return waiting_for_each_other(tuple(found))


def _running(consultation: Consultation, planned: Collection[str]) -> Iterator[Line]:
    """Give what others have started that changes the members whom the plan counts on."""
    for name in running_apart(consultation, planned):
        title = consultation.base.title_of(name)
        group = Group(f"running/{name}", told("group.running"), title)
        yield Line(group, Situation(consultation), (Instance(name, group.id),), None)


def _there_by(line: Line, procedures: Mapping[str, Procedure]) -> tuple[str, ...]:
    """Give the procedure by which what a line leads to is there: the birth of a body, else an end, else the last.

    Nothing that rests on the new body waits for the end of the one that it takes over from, nor what follows an end for
    the liquidation.
    """
    names = [each.procedure for each in line.instances]
    births = [name for name in names if any(effect.new_subject for effect in procedures[name].effects)]
    ends = [name for name in names if any(effect.end_subject for effect in procedures[name].effects)]
    return tuple(births[-1:] or ends[:1] or names[-1:])


def _handed_over(planned: Line, line: CourseLine[Consultation], at: Mapping[str, tuple[str, ...]]) -> Line:
    """Add to what the body in place does meanwhile what passes it to the one to come, once that one is there."""
    born = [name for _, key in line.until for name in at.get(key, ()) if is_born(line.case.base.procedures[name])]
    if planned.option is None or not born:
        return planned
    after = (*born, *at[planned.option.id])
    handing = (Instance(name, planned.group.id, after) for name in planned.option.option.handed_over_by)
    return replace(planned, instances=(*planned.instances, *handing))


def _avoiding(consultation: Consultation) -> Iterator[Line]:
    """Give what avoids the events by law to come, which waits for nothing."""
    situation = Situation(consultation)
    for found in consultation.terms:
        procedure = None if found.past or found.spared else _avoided_by(found, situation)
        if procedure is not None:
            title = consultation.base.procedures[procedure].title or found.term.title
            named = told(f"group.term-{found.known}", title=found.term.title, day=found.day)
            group = Group(f"term/{found.key}", named, title)
            yield Line(group, situation, (Instance(procedure, group.id),), None, mends=True)


def _avoided_by(found: TermOutcome, situation: Situation) -> str | None:
    """Give the procedure that avoids an event by law: one begun already, else the first that is in time.

    One that has more than a year left is not asked for yet: its last day is told with the event.
    """
    ways = [(each.act.procedure, each) for each in found.acts if each.act.procedure is not None]
    begun = (way for way, _ in ways if situation.goes_on(way))
    in_time = next(((way, each.last) for way, each in ways if not each.too_late), None)
    pressing = in_time is not None and presses(in_time[1], situation.case.as_of)
    due = [in_time[0]] if in_time is not None and pressing else []
    return next(chain(begun, due), None)


def _mending(consultation: Consultation) -> Iterator[Line]:
    """Give what mends breaches that no option of the course mends: for each, the first act that can, or may."""
    carried_out = {option.id for line in consultation.course.lines for option in line.to_carry_out}
    seen: set[str] = set()
    for breach in consultation.breaches:
        cures = [found for found in breach.cures if found.in_force and found.cure.procedure is not None]
        first = next((found for found in cures if found.available), cures[0] if cures else None)
        if first is None or carried_out & {*breach.mended_by}:
            yield from _mending_today(consultation, breach) if first is None else ()
            continue
        if (procedure := first.cure.procedure) is not None and procedure not in seen:
            seen.add(procedure)
            yield _repair(consultation, breach.key, first.cure.title, (procedure,))


def _mending_today(consultation: Consultation, breach: Breach) -> Iterator[Line]:
    """Give what mends a breach by who is there today, where the answer of the course is for those of after only."""
    if breach.mended_by and mended_later(consultation, breach) is not None:
        option = consultation.base.options[breach.mended_by[0]]
        yield _repair(consultation, breach.key, option.title, option.procedures)


def _completing(consultation: Consultation) -> Iterator[Line]:
    """Give what puts in what the law wants at once of what is in place: no answer that does so later is awaited."""
    for duty, procedure in carried_out_at_once(consultation):
        yield _repair(consultation, duty, consultation.base.title_of(procedure), (procedure,))


def _repair(consultation: Consultation, key: str, title: Text, procedures: Iterable[str]) -> Line:
    group = Group(f"{REPAIR}{key}", told("group.breach"), title)
    placed = tuple(Instance(name, group.id, at_once=True) for name in procedures)
    return Line(group, Situation(consultation), placed, None, mends=True)


def owed(consultation: Consultation, planned: Collection[str]) -> Iterator[Line]:
    """Give what carries out the legal days of the life of the body that nothing planned meets; it runs beside.

    Of a body that the course ends they are told apart: some pass to who comes after it.
    """
    if not ends(consultation, planned):
        yield from owing(consultation, planned, lambda _: True)


def owing(consultation: Consultation, planned: Collection[str], kept: Callable[[DutyOutcome], bool]) -> Iterator[Line]:
    """Give what carries out the duties kept of the life of the body, with a legal day, that nothing planned meets."""
    procedures = consultation.base.procedures
    acts = {f"{name}/{act}" for name in planned for act in procedures[name].acts}
    seen = set(planned)
    for duty in filter(kept, dated(consultation)):
        name = duty.rule.carried_out_by
        if name is None or name in seen or not acts.isdisjoint(duty.rule.met_by):
            continue
        past = duty.deadline is not None and duty.deadline < consultation.as_of
        title = procedures[name].title or duty.rule.to
        if title is not None and told_anyway(consultation, duty.rule) and not (duty.presumed and past):
            seen.add(name)
            group = Group(f"{DUE}/{name}", told("group.due"), title)
            arises = duty.rule.arises_on
            since = arises if arises is not None and arises > consultation.as_of else None
            carried = Instance(name, group.id, beside=True, sure=not duty.presumed, since=since, due=duty.deadline)
            yield Line(group, Situation(consultation), (carried,), None, owed=True)


def ends(consultation: Consultation, planned: Collection[str]) -> bool:
    """Tell whether the course ends the body under study, or makes another one of it and of others."""
    procedures = consultation.base.procedures
    return after_the_end(consultation) is not None or any(ends_in_another(procedures[name]) for name in planned)


def _line(
    line: CourseLine[Consultation],
    option: OptionOutcome,
    at: Mapping[str, tuple[str, ...]],
    seen: Collection[str],
    cases: Mapping[str, Consultation],
    today: Consultation,
    *,
    kept: bool,
) -> Line:
    base = line.case.base
    question = base.key_questions[line.question]
    title = question.themes[line.theme] if line.theme else question.title
    group = Group(line.place, title, option.option.title, completes=kept)
    needed, case = rests_on(line, option, cases)
    earlier = [key for key in needed if key not in option.option.prepares]
    procedures = [*_cures(option, Situation(today, gone=gone_by(line))), *option.option.procedures]
    if kept:  # the body of today completes what it has, whatever the answers before leave
        case = today
    at_once = kept or any(_owed_today(today, base.procedures[name]) for name in procedures)
    born = any(is_born(base.procedures[name]) for key in needed for name in base.options[key].procedures)
    if not at_once and not born and _due_before(today, option):
        at_once, case = True, today
    before = () if at_once else tuple(procedure for key in earlier for procedure in at.get(key, ()))
    before = tuple(dict.fromkeys((*before, *taking_out(line, procedures, at))))
    left = [name for name in dict.fromkeys(procedures) if name not in seen]
    instances = _in_turn(left, group.id, before, base.procedures, beside=question.beside)
    mends = not before and any(option.id in breach.mended_by for breach in line.case.breaches)
    tied, running = len(line.options) > 1, line.state == "running"
    placed = tuple(replace(each, at_once=mends or at_once) for each in instances)
    situation = Situation(case, left_out(case, option), gone_by(line))
    return Line(group, situation, placed, option, tied, running, mends, at_once)


def _owed_today(today: Consultation, procedure: Procedure) -> bool:
    return procedure.owed is not None and truth(today, procedure.owed) is True


def _due_before(today: Consultation, option: OptionOutcome) -> bool:
    """Tell whether the law wants within a year, of the body of today, an act of an option that it can carry out."""
    if option.id not in today.rules.options or obtaining(option_outcome(today, option.id)).status not in LIVE:
        return False
    acts = today.base.acts_of(option.id).keys()
    duties = (duty for duty in dated(today) if is_law(duty) and not acts.isdisjoint(duty.rule.met_by))
    days = (duty.deadline for duty in duties)
    return any(day and today.as_of <= day and presses(day, today.as_of) for day in days)


def _cures(option: OptionOutcome, today: Situation) -> Iterator[str]:
    """Give the procedures that make met what an option lacks: for each condition the first that can be, or may be."""
    for requirement in option.requirements if option.status == "conditional" else ():
        cure = requirement.chosen
        if cure is not None and (procedure := cured_by(cure.cure, today)) is not None:
            yield procedure


def _in_turn(
    names: Iterable[str], group: str, before: tuple[str, ...], procedures: Mapping[str, Procedure], *, beside: bool
) -> Iterator[Instance]:
    """Put procedures one after the other; one that calls another, or is done by it, does not wait for it here."""
    for name in names:
        waits = tuple(each for each in before if not calls(procedures, each, name) and not does(procedures, each, name))
        yield Instance(name, group, waits, beside=beside)
        before = (name,)


def waiting_for_each_other(found: tuple[Line, ...]) -> tuple[Line, ...]:
    """Let a procedure that would change what another needs unchanged wait for the effect of that other one.

    Those that have been started come first, then what prepares another line, then the order of the course decides; none
    waits for one that waits for it.
    What mends a breach waits for none: the law wants it at once; what the body of today owes waits for no other body.
    Nor does what has been started, or has a last day by law, wait for what is late already: its own time runs out; nor
    the end of a body, of which no text asks that what it lacked be mended first.
    """
    mending = {each.procedure for line in found if line.mends for each in line.instances}
    after = {each.procedure: each.after for line in found for each in line.instances}
    earlier: list[str] = []
    planned = {line.option.id for line in found if line.option is not None}
    for line in sorted(found, key=lambda line: (not line.started, not line.prepares & planned)):
        procedures = line.situation.base.procedures
        preparing = _preparing(line, found)
        others = _of_another_body(line, found) if line.owed else frozenset()
        others |= mending if line.option is not None and _has_its_time(line, line.option) else frozenset()
        for each in line.instances:
            own = each.procedure
            waits = (
                name
                for name in (() if line.mends else earlier)
                if name not in others
                and (disturbs(procedures[name], procedures[own]) or (name in preparing and own not in line.before_it))
                and not calls(procedures, name, own)
                and not waits_on(after, name, own)
            )
            after[own] = tuple(dict.fromkeys((*after[own], *waits)))
            earlier.append(own)
    return tuple(
        replace(line, instances=tuple(replace(each, after=after[each.procedure]) for each in line.instances))
        for line in found
    )


def _has_its_time(line: Line, option: OptionOutcome) -> bool:
    """Tell whether the time of a line runs already, ends on a day that the law fixes, or is the end of a body."""
    found = [line.situation.base.procedures[each.procedure] for each in line.instances]
    ending = any(effect.end_subject for each in found for effect in each.effects if not ends_in_another(each))
    return line.started or ending or has_a_day(line.situation.case, option)


def _preparing(line: Line, found: Iterable[Line]) -> frozenset[str]:
    """Give the procedures of the lines that prepare a line."""
    own = line.option.id if line.option is not None else None
    return frozenset(each.procedure for other in found if own in other.prepares for each in other.instances)


def _of_another_body(line: Line, found: Iterable[Line]) -> frozenset[str]:
    """Give the procedures of a plan that make another body of that of today, where it owes a line; what mends is none.

    What changes no more than its acts need, as the sharing of seats for an election, comes before them, unless it comes
    with such a change.
    """
    procedures = line.situation.base.procedures
    needed = {aspect for each in line.instances for aspect in procedures[each.procedure].needs_unchanged}
    planned = [each.procedure for other in found for each in other.instances if not other.mends]
    changing = [{*procedures[name].alters} for name in planned if not needed.isdisjoint(procedures[name].alters)]
    apart = line.option is None or any(not alters <= needed for alters in changing)
    return frozenset(planned if apart else ())
