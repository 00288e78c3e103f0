"""Duties that follow from a case: obligations, permissions, prohibitions, recommendations and warnings."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from typing import Literal

from petr_advisor.consulting.act_days import limit_day
from petr_advisor.consulting.case import Case
from petr_advisor.consulting.goals import duties_told
from petr_advisor.consulting.requirements import truth
from petr_advisor.inference.atoms import Truth
from petr_advisor.inference.diagram_manager import Node
from petr_advisor.inference.working_memory import THE_TERRITORY, Scope
from petr_advisor.knowledge.law import CONFIDENCE_ORDER, Confidence
from petr_advisor.knowledge.rules import Rule

Strength = Literal["established", "presumed"]
"""How a duty follows: known to, or unless an exception still to be checked holds."""


@dataclass(frozen=True)
class DutyReading:
    """A reading of a disputed point under which a duty comes out otherwise."""

    point: str
    reading: str
    holds: Truth
    """Whether the duty holds under that reading."""


@dataclass(frozen=True)
class DutyOutcome:
    """A duty in this case."""

    id: str
    rule: Rule
    of: str | None
    """The entity it binds, for a `for_each` rule."""
    presumed: bool
    """Whether an exception is still to be checked."""
    deadline: date | None
    confidence: Confidence
    disputed: tuple[DutyReading, ...] = ()
    """Readings under which it comes out otherwise."""


def duties(case: Case) -> tuple[DutyOutcome, ...]:
    """Give the duties that follow, established or presumed, in the order of the rule base."""
    return tuple(found for found, holds in _all_duties(case) if holds)


def duties_met(case: Case, acts: AbstractSet[str]) -> tuple[DutyOutcome, ...]:
    """Give the duties that follow and that some acts, by `procedure/act`, can meet."""
    return tuple(found for found, holds in _all_duties(case, acts) if holds)


def duties_otherwise(case: Case) -> tuple[DutyOutcome, ...]:
    """Give the duties that do not follow under the prudent readings but would under others."""
    return tuple(found for found, holds in _all_duties(case) if not holds and any(r.holds for r in found.disputed))


def _all_duties(case: Case, acts: AbstractSet[str] | None = None) -> Iterator[tuple[DutyOutcome, bool]]:
    """Give every duty that bears on the case, of those that `acts` meet where given, and whether it follows."""
    for name, rule, scope, strength in bearing(case, acts):
        disputed = tuple(_otherwise(case, name, scope.entity, holds=strength is not None))
        if strength or disputed:
            deadline = limit_day(case, rule.limit, scope.entity)
            concluded = f"rule:{name}:true" if strength == "established" else f"rule_waits:{name}:true"
            confidence = least_sure(case, (*rule.norms, *proof_norms(case, concluded, scope)))
            presumed = strength != "established"
            said = _worded(case, rule)
            found = DutyOutcome(name, said, scope.entity, presumed, deadline, confidence, disputed)
            yield found, strength is not None


def _worded(case: Case, rule: Rule) -> Rule:
    """Give a duty in the words for what is known of it."""
    hedged = rule.hedged
    if hedged is None or case.memory.facts.get(hedged.while_unknown) is not None:
        return rule
    return rule.model_copy(update={"to": hedged.to})


def bearing(
    case: Case, acts: AbstractSet[str] | None = None, names: AbstractSet[str] | None = None
) -> Iterator[tuple[str, Rule, Scope, Strength | None]]:
    """Give every duty that bears on the case, whom it binds, and how it follows; None where it does not.

    Where `acts`, by `procedure/act`, are given, only of the duties that one of them meets; where `names`, of those.
    """
    told = case.situation.diagrams.kept(("told", case.key_questions), lambda: tuple(duties_told(case)))
    for duty in told:
        if acts is not None and acts.isdisjoint(duty.rule.met_by):
            continue
        if names is not None and duty.name not in names:
            continue
        if not duty.anyway and case.in_play.isdisjoint(duty.rule.options):
            continue
        if not duty.asked and not told_anyway(case, duty.rule):
            continue
        for scope in _scopes(case, duty.rule):
            yield duty.name, duty.rule, scope, _strength(case, duty.name, scope)


def told_anyway(case: Case, rule: Rule) -> bool:
    """Tell whether a duty is told whatever is asked, as one of the life of the body."""
    return rule.told_anyway is not None and truth(case, rule.told_anyway) is True


def _strength(case: Case, name: str, scope: Scope) -> Strength | None:
    if case.memory.has(f"rule:{name}:true", scope):
        return "established"
    waits = case.memory.has(f"rule_waits:{name}:true", scope)
    return "presumed" if waits and not case.memory.has(f"exception:{name}:true", scope) else None


def _otherwise(case: Case, name: str, entity: str | None, *, holds: bool) -> Iterator[DutyReading]:
    """Give the readings under which a duty comes out otherwise than under the prudent ones."""
    node = case.situation.diagrams.rule(name, entity)
    for point in case.situation.disputed_points([node]):
        followed = case.followed[point]
        for reading in case.rules.readings(point):
            held = _truth(case, node, {point: reading}) if reading != followed else holds
            if held is (not holds):
                yield DutyReading(point, reading, held)


def _truth(case: Case, node: Node, readings: dict[str, str]) -> Truth:
    if not case.situation.possible(~node, readings):
        return True
    return None if case.situation.possible(node, readings) else False


def _scopes(case: Case, rule: Rule) -> Iterable[Scope]:
    """Give the territory, or each entity that a rule is applied to."""
    if rule.for_each is None:
        return (THE_TERRITORY,)
    listed = case.facts.entities.get(rule.for_each)
    return tuple(Scope(rule.for_each, entity) for entity in sorted(listed.ids if listed else ()))


def proof_norms(case: Case, token: str, scope: Scope = THE_TERRITORY) -> Iterator[str]:
    """Give the norms of the rules that a conclusion follows from."""
    for rule in sorted(case.justifications.rules(token, scope)):
        yield from case.base.rules[rule].norms


def least_sure(case: Case, norms: Iterable[str]) -> Confidence:
    """Give the confidence of the least sure of some norms."""
    found = [CONFIDENCE_ORDER.index(case.base.norms[norm].confidence) for norm in norms if norm in case.base.norms]
    return CONFIDENCE_ORDER[max(found, default=0)]
