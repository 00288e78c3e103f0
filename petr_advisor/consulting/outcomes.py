"""What follows from a case: options ranked, with requirements, cures, merits and acts; duties; points to settle."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from petr_advisor.consulting.act_days import act_day
from petr_advisor.consulting.case import Case
from petr_advisor.consulting.duties import least_sure, proof_norms
from petr_advisor.consulting.naming import named_in
from petr_advisor.consulting.ranking import Standing, Status, merits_of, standing
from petr_advisor.consulting.requirements import (
    RequirementOutcome,
    called_for,
    holds,
    is_elsewhere,
    is_running,
    is_under_way,
    may_concern,
    requirement_outcomes,
    truth,
)
from petr_advisor.inference.atoms import Truth
from petr_advisor.inference.diagram_manager import Node
from petr_advisor.inference.facts import FactKey
from petr_advisor.inference.relevance import SHUT
from petr_advisor.knowledge.law import Confidence, InForcePeriod
from petr_advisor.knowledge.options import Option, Requirement
from petr_advisor.knowledge.procedures import Act


@dataclass(frozen=True)
class ActOutcome:
    """An act and whether it is needed; the deadline as a date when the date of its event is known."""

    key: str
    """`procedure/act`."""
    option: str
    """The option on whose way it is."""
    act: Act
    """As it is under the readings followed."""
    needed: Truth
    deadline: date | None
    presumed: bool = False
    """Whether it is called for, and it is only unknown if it was done already."""

    @property
    def procedure(self) -> str:
        """The procedure that it belongs to."""
        return self.key.partition("/")[0]


@dataclass(frozen=True)
class DisputedOutcome:
    """A disputed point that changes a status or, once the procedure runs, whether an act is obtained: the statuses."""

    point: str
    statuses: tuple[tuple[str, frozenset[str]], ...]
    """(reading, statuses under it), the prudent one first."""


@dataclass(frozen=True, kw_only=True)
class OptionOutcome(Standing):
    """An option in this case; what only its telling needs is worked out when it is told."""

    case: Case = field(repr=False, compare=False)
    """The case that it is an option of."""
    done: Truth = False
    """Whether the case already has what it leads to."""
    done_on: date | None = None
    """Since when, where that is known."""
    wanted: bool = False
    """Whether the answers say that what it leads to is what is wanted."""

    @cached_property
    def status(self) -> Status:
        """The one status, or undetermined: what is to be remedied does not hide a condition that is not known."""
        return "undetermined" if self.hides else super().status

    @property
    def hides(self) -> tuple[RequirementOutcome, ...]:
        """The standing conditions not known to be met of a way that is conditional anyhow, as another is unmet.

        The engine's `statuses` do not tell them, nor does a batch that gives these alone.
        """
        if self.statuses != {"conditional"}:
            return ()
        standing_ones = tuple(found for found in self.requirements if not found.requirement.act)
        unmet = any(found.state == "unmet" for found in standing_ones)
        return tuple(found for found in standing_ones if unmet and found.state == "unknown")

    @cached_property
    def requirements(self) -> tuple[RequirementOutcome, ...]:
        """What it requires."""
        return tuple(requirement_outcomes(self.case, self.id))

    @cached_property
    def acts(self) -> tuple[ActOutcome, ...]:
        """Its acts that exist and are not known to be needless; none of what is shut, or done."""
        return () if self.statuses <= SHUT or self.done else tuple(_acts(self.case, self.id))

    @cached_property
    def disputed(self) -> tuple[DisputedOutcome, ...]:
        """The disputed points that change it."""
        return tuple(_disputed(self.case, self.id, self.statuses))

    @cached_property
    def begun(self) -> bool:
        """Whether the answers, or acts recorded, say that its procedure runs: it is carried through, not proposed."""
        return self.running or is_under_way(self.case, self.option)

    @cached_property
    def rests_on(self) -> tuple[str, ...]:
        """The norms its status rests on: its own, those of its requirements, those of the rules that settled them."""
        norms = (norm for found in self.requirements for norm in _rests_on(self.case, found))
        known = self.case.base.norms
        every = dict.fromkeys((*self.option.norms, *norms))
        return tuple(norm for norm in every if norm not in known or not is_elsewhere(self.case, known[norm]))

    @cached_property
    def confidence(self) -> Confidence:
        """That of the least sure norm it rests on."""
        return least_sure(self.case, self.rests_on)

    @property
    def period(self) -> InForcePeriod | None:
        """When the option exists."""
        return self.case.base.option_period(self.case.base.options[self.id])

    @property
    def lacking(self) -> tuple[RequirementOutcome, ...]:
        """The conditions to be made met before it is carried out; none of what is there already."""
        if self.status != "conditional" or self.done:
            return ()
        return tuple(found for found in self.requirements if found.chosen is not None)


@dataclass(frozen=True)
class QuestionOutcome:
    """The answer to a key question."""

    id: str
    routes: tuple[OptionOutcome, ...]
    """Routes to somewhere else, best first; those that compare equal have the same `rank`."""
    staying: tuple[OptionOutcome, ...]
    """Staying as you are, to compare with."""
    absent: tuple[tuple[str, InForcePeriod | None], ...]
    """Options that do not exist at the date of law, with their period."""

    def option(self, key: str) -> OptionOutcome | None:
        """Give the outcome of one option."""
        return next((found for found in (*self.routes, *self.staying) if found.id == key), None)


def question_outcome(case: Case, question: str) -> QuestionOutcome:
    """Answer a key question; what was answered is kept with the case."""
    if question not in case.answered:
        case.answered[question] = _question_outcome(case, question)
    found: QuestionOutcome = case.answered[question]
    return found


def first_route(case: Case, question: str) -> str | None:
    """Give the route ranked first, when there is one alone and it is not shut, nor hides what is to be found out."""
    best, *others = question_outcome(case, question).routes or (None,)
    if best is None or best.status not in {"open", "conditional"} or (others and others[0].rank == best.rank):
        return None
    return best.id


def _question_outcome(case: Case, question: str) -> QuestionOutcome:
    found = [option_outcome(case, key) for key in case.rules.options_for(question) if called_for(case, key)]
    absent = tuple(
        (key, case.base.option_period(option))
        for key, option in case.base.options.items()
        if option.answers == question and key not in case.rules.options
    )
    routes = sorted((outcome for outcome in found if outcome.option.kind == "route"), key=lambda o: o.rank)
    staying = tuple(outcome for outcome in found if outcome.option.kind == "staying")
    return QuestionOutcome(question, tuple(routes), staying, absent)


def option_outcome(case: Case, key: str) -> OptionOutcome:
    """Give everything about one option."""
    at = standing(case, key)
    done, since = _done(case, key, at.option)
    return OptionOutcome(
        id=key,
        option=named_in(case, at.option),
        statuses=at.statuses,
        merits=merits_of(case, key, at.option.merits) if done else at.merits,
        recommended=at.recommended,
        rows=at.rows,
        running=at.running,
        case=case.apart,
        done=done,
        done_on=since,
        wanted=at.option.wanted is not None and holds(case, at.option.wanted),
    )


def ways_instead(case: Case, requirement: Requirement) -> Iterator[Option]:
    """Give the ways to turn to where a requirement is not met, but those seen to be shut themselves."""
    for key in requirement.instead:
        option = case.rules.options.get(key)
        if option is None:
            continue
        asked = option.answers in case.key_questions  # an option of a question not asked is not weighed here
        if not asked or not case.situation.statuses(key, case.readings) <= SHUT:
            yield named_in(case, option)


def _done(case: Case, key: str, option: Option) -> tuple[Truth, date | None]:
    """Tell whether the case already has what an option leads to, and since when."""
    done = case.memory.truth("done", key) if option.done else False
    return done, case.memory.facts.day(option.done_on) if done and option.done_on else None


def _rests_on(case: Case, found: RequirementOutcome) -> Iterable[str]:
    """Give the norms that the state of a requirement rests on: its own, and those of the rules that proved it."""
    if found.state != "not_applicable":
        yield from found.requirement.norms
        yield from proof_norms(case, f"requirement:{found.key}:{found.state}")


def _acts(case: Case, option: str) -> Iterable[ActOutcome]:
    """Give the acts of an option that exist and are not known to be needless; times of others are no acts to do."""
    for key in case.base.acts_of(option):
        act = _as_followed(case, key)
        needed = case.memory.truth("act", key)
        if needed is not False and exists(act, case.as_of):
            called_for = not act.when_act and (act.when is None or holds(case, act.when))
            presumed = needed is None and called_for
            if act.limit_when is not None and truth(case, act.limit_when) is False:
                act = act.model_copy(update={"limit": None, "limit_prudent": None})
            # Of a vote under way, each member's time runs from its own receipt, not from the sending.
            day = case.recordings.last_days.get(key) or act_day(case, key, act)
            yield ActOutcome(key, option, act, None if act.when_act else needed, day, presumed)


def _as_followed(case: Case, key: str) -> Act:
    """Give an act as it is under the readings followed, citing what was written on the day of law."""
    followed = tuple(case.followed[point] for point in case.base.act(key).by_reading)
    return case.situation.diagrams.kept(("act", key, followed), lambda: _citing(case, key))


def _citing(case: Case, key: str) -> Act:
    act = case.base.act_under(key, case.followed)
    written = tuple(norm for norm in act.norms if case.base.written_by(norm, case.as_of))
    return act.model_copy(update={"norms": written}) if written != act.norms else act


def exists(act: Act, day: date) -> bool:
    """Tell whether an act is one to do, on a day: written, not a time of others nor a mark, within its period."""
    if not act.norms or not act.included or act.milestone or (act.limit is not None and act.limit.kind == "window"):
        return False
    return act.period is None or act.period.covers(day)


def _disputed(case: Case, key: str, statuses: frozenset[str]) -> Iterable[DisputedOutcome]:
    diagrams, situation = case.situation.diagrams, case.situation
    runs = is_running(case, case.base.options[key]) and not statuses <= SHUT
    live = diagrams.requirements(key).values() if runs else ()
    acts = tuple(diagrams.condition(found.needs) for found in live if any(may_concern(case, act) for act in found.act))
    prudently = _obtained(case, acts, case.readings)
    for point in situation.disputed_points((*diagrams.option(key).values(), *acts)):
        prudent = case.followed[point]
        others = [reading for reading in case.rules.readings(point) if reading != prudent]
        found = [(reading, situation.statuses(key, {**case.readings, point: reading})) for reading in others]
        settled = (_obtained(case, acts, {**case.readings, point: reading}) for reading in others)
        if any(other != statuses for _, other in found) or any(other != prudently for other in settled):
            yield DisputedOutcome(point, ((prudent, statuses), *found))


def _obtained(case: Case, acts: Iterable[Node], readings: Mapping[str, str]) -> tuple[tuple[bool, bool], ...]:
    """Tell of each act to come whether it can be obtained already, and whether it can be still to come."""
    possible = case.situation.possible
    return tuple((possible(act, readings), possible(~act, readings)) for act in acts)


def unsettled(case: Case) -> tuple[FactKey, ...]:
    """Give the facts that were answered « I do not know »: points to settle."""
    return tuple(key for key, answer in case.state.answers.items() if answer.value is None)
