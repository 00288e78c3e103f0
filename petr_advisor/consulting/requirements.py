"""The requirements of an option in a case: standing conditions and acts to come, their states and their cures."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from petr_advisor.consulting.act_days import act_day
from petr_advisor.consulting.case import Case
from petr_advisor.inference.atoms import Truth
from petr_advisor.inference.completion import EntityView
from petr_advisor.inference.facts import FactKey
from petr_advisor.inference.working_memory import THE_TERRITORY
from petr_advisor.knowledge.acts import Cure
from petr_advisor.knowledge.additions import Addition
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.conditions import Condition
from petr_advisor.knowledge.law import InForcePeriod, Norm
from petr_advisor.knowledge.options import Option, Requirement
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Text

RequirementState = Literal["met", "unmet", "unknown", "not_applicable", "to_come"]
"""Of an act to come: obtained, refused, not known, still to come; without object only where it cannot concern the case.
"""


@dataclass(frozen=True)
class CureOutcome:
    """A cure of a requirement: available, unavailable, unknown, or not in force at the date of law."""

    id: str
    cure: Cure
    available: Truth
    in_force: bool
    period: InForcePeriod | None


@dataclass(frozen=True)
class RequirementOutcome:
    """A requirement and its state in this case."""

    key: str
    requirement: Requirement
    state: RequirementState
    cures: tuple[CureOutcome, ...]
    under_way: bool = False
    """Of an act to come: whether its procedure runs."""
    until: date | None = None
    """Of one under way, or refused while it may still be taken back: its last day, where that is known."""
    refusable: bool = True
    """Of an act to come: whether somebody may refuse it. What nobody refuses is not met."""

    @property
    def chosen(self) -> CureOutcome | None:
        """The one of its alternative cures to carry out: known to be available before what may be; None if met."""
        live = [cure for cure in self.cures if cure.in_force and cure.available is not False]
        return min(live, key=lambda cure: cure.available is not True, default=None) if self.state == "unmet" else None

    @property
    def word(self) -> Text:
        """Its state in a word or two."""
        if not self.requirement.act:
            return told(f"requirement.{self.state}")
        if self.under_way:
            return told("requirement.act.until", day=self.until) if self.until else told("requirement.act.under-way")
        if self.state == "unmet" and not self.refusable:
            return told("requirement.unmet")
        return told(f"requirement.act.{self.state}")


def requirement_outcomes(case: Case, option: str) -> Iterable[RequirementOutcome]:
    """Give the requirements of an option, each with its state and its cures."""
    for key, requirement in _on_the_day(case, option).items():
        cures = tuple(cure_outcome(case, cure) for cure in requirement.cures)
        state = requirement_state(case, key, requirement)
        runs = state in {"to_come", "unmet"} and bool(requirement.act) and is_running(case, case.base.options[option])
        until = _last_day(case, option, requirement) if runs else None
        refusable = may_be_refused(case.base, requirement)
        yield RequirementOutcome(key, requirement, state, cures, runs and state == "to_come", until, refusable)


def may_be_refused(base: KnowledgeBase, requirement: Requirement) -> bool:
    """Tell whether an act that meets it is somebody's to refuse: the writing of a text or a check is no such act."""
    return any(base.act(key).refusable for key in requirement.act)


def called_for(case: Case, option: str) -> bool:
    """Tell whether an option answers what is asked: what calls for it is there, or may be."""
    occasion = case.rules.options[option].occasion
    if occasion is None:
        return True
    key = f"{option}/{occasion}"
    return requirement_state(case, key, case.base.requirement(key)) != "unmet"


def is_running(case: Case, option: Option) -> bool:
    """Tell whether the answers say that the procedure of an option runs."""
    return option.running is not None and holds(case, option.running)


def is_under_way(case: Case, option: Option) -> bool:
    """Tell whether acts recorded have begun a procedure that carries an option out, and it goes on."""
    recorded = case.recordings.under_way
    return bool(recorded) and not recorded.isdisjoint(carried_out_by(case, option))


def carried_out_by(case: Case, option: Option) -> Iterator[str]:
    """Give the procedures of an option, and those called whose record is that of the act which gives it its effect."""
    for name in option.procedures:
        yield name
        procedure = case.base.procedures[name]
        for act in (procedure.acts[key] for key in procedure.effect_at):
            if act.calls is not None and act.calls.recorded_while and truth(case.today, act.calls.recorded_while):
                yield from act.calls.names


def _last_day(case: Case, option: str, requirement: Requirement) -> date | None:
    """Give the last day of an act under way, unless it has passed."""
    acts = case.base.acts_of(option)
    found = [(key, acts[key]) for key in requirement.act if key in acts]
    recorded = case.recordings.last_days
    days = (recorded.get(key) or act_day(case, key, act) for key, act in found)
    return next((day for day in days if day is not None and day >= case.as_of), None)


def _on_the_day(case: Case, option: str) -> Mapping[str, Requirement]:
    """Give the requirements of an option; of their successive norms, those in force at the date of law."""
    diagrams = case.situation.diagrams
    return diagrams.kept(
        ("on the day", option),
        lambda: {key: _citing(case, option, found) for key, found in diagrams.requirements(option).items()},
    )


def _citing(case: Case, option: str, requirement: Requirement) -> Requirement:
    dated = () if case.base.options[option].law_at else requirement.norms
    live = tuple(norm for norm in dated if case.base.norms[norm].in_force.covers(case.as_of))
    return requirement.model_copy(update={"norms": live}) if live and live != requirement.norms else requirement


def requirement_state(case: Case, key: str, requirement: Requirement) -> RequirementState:
    """Give the state of a requirement: what the engine concluded, else what is so in every completion."""
    if requirement.act:
        return _act_state(case, key, requirement)
    states: tuple[RequirementState, ...] = ("met", "unmet", "not_applicable")
    for state in states:
        if case.memory.has(f"requirement:{key}:{state}"):
            return state
    unmet = case.situation.diagrams.unmet(requirement)
    if not case.situation.possible(unmet, case.readings):
        return "met"
    return "unknown" if case.situation.possible(~unmet, case.readings) else "unmet"


def _act_state(case: Case, key: str, requirement: Requirement) -> RequirementState:
    """Give the state of an act to come: obtained, refused, to come; not known while it may have been refused.

    What nothing calls for is without object, although the condition that it would meet holds.
    """
    called = any(may_concern(case, act) for act in requirement.act)
    if not called and requirement.refused is None:
        return "not_applicable"
    if case.memory.has(f"requirement:{key}:obtained"):
        return "met"
    if case.memory.has(f"requirement:{key}:unmet"):
        return "unmet"
    refused = case.situation.diagrams.unmet(requirement)
    if case.situation.possible(refused):
        return "unknown" if case.situation.possible(~refused) else "unmet"
    return "to_come" if called else "not_applicable"


def may_concern(case: Case, act: str) -> bool:
    """Tell whether an act can be called for in the case."""
    when = case.base.act(act).when
    return when is None or truth(case, when) is not False


def cure_outcome(case: Case, key: str) -> CureOutcome:
    """Tell whether a cure is available."""
    cure = case.base.cures[key]
    period = case.base.period_of(cure.norms)
    if key not in case.rules.cures:
        return CureOutcome(key, cure, available=False, in_force=False, period=period)
    available = None
    if case.memory.has(f"cure:{key}:available"):
        available = True
    elif case.memory.has(f"cure:{key}:unavailable"):
        available = False
    return CureOutcome(key, cure, available, in_force=True, period=period)


def holds(case: Case, condition: Condition) -> bool:
    """Tell whether a condition on the territory is known to hold."""
    return truth(case, condition) is True


def is_said(case: Case, addition: Addition) -> bool:
    """Tell whether the case is one of those in which something is said."""
    return addition.when is None or holds(case, addition.when)


def truth(case: Case, condition: Condition) -> Truth:
    """Tell whether a condition on the territory holds; None while it is not known."""
    place = id(condition)
    if place not in case.truths:
        tokens = case.memory.tokens.get(THE_TERRITORY, frozenset())
        found = EntityView(case.rules, case.memory.facts, THE_TERRITORY.kind, tokens).truth(condition)
        case.truths[place] = condition, found
    return case.truths[place][1]


def is_elsewhere(case: Case, norm: Norm) -> bool:
    """Tell whether every place of a norm is known to be for other cases."""
    return bool(norm.sources) and all(place.when and truth(case, place.when) is False for place in norm.sources)


def waited_for(case: Case, requirements: Iterable[RequirementOutcome]) -> frozenset[FactKey]:
    """Give the facts not known on which it turns whether some requirements are met."""
    situation = case.situation
    open_ones = (found.requirement for found in requirements if found.state == "unknown")
    return frozenset(key for found in open_ones for key in situation.relevant(situation.diagrams.unmet(found)))
