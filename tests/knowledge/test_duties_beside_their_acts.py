"""A duty is not told where a fact denies the only acts that it is about.

« Créer, transférer, puis dissoudre » was told where the association is kept, though each act of its winding-up is
left out.
"""

from collections.abc import Iterator
from functools import cache

from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.conditions import AllOf, Condition, Literal, facts_of
from petr_advisor.knowledge.rules import Rule
from tests.documents.conftest import real_base

ANYWAY = {
    ("joining.fit", "merger.with_outsiders"): "who enters is a new member, born of a merger or not",
    ("leader-committee", "structure.leader_bearer"): "of who is to lead the programme, not of who leads it already",
    ("life.metropolitan-cluster-too", "pole.petr_kept"): "says what is allowed before it is decided",
    ("risk.silence.since-2019", "power.in_founding_decision"): "tells what silence is worth of each operation",
    ("risk.silence.since-2025", "power.in_founding_decision"): "tells what silence is worth of each operation",
    ("scot.coordination-only", "scot.coordination_requested"): "the request that is missing is what it recalls",
    ("service.post-abolished", "posts.abolished"): "says the « if » itself",
    ("staff.public-to-public", "project.transfers_powers"): "the staff follow the activity, power or not",
    ("syndicate.restitution", "power.in_founding_decision"): "a way to be looked at, whatever the power",
    ("syndicate.partly-in-barred", "merger.with_outsiders"): "the EPCI is a member in part today, with no merger",
    ("tax.corporate.petr", "association.kept"): "is said of the PETR, not of the association",
}
"""Read one by one: the duty holds whatever the fact."""


def test_no_duty_is_told_where_its_only_acts_are_denied() -> None:
    base = real_base()
    rules = ((key, rule) for key, rule in base.rules.items() if rule.duty is not None)
    assert {(key, fact) for key, rule in rules for fact in _overlooked(base, rule)} == set(ANYWAY)


def test_a_duty_without_its_exception_would_be_seen() -> None:
    rule = real_base().rules["association.dissolution-vote"]
    assert "association.kept" in set(_overlooked(real_base(), rule.model_copy(update={"unless": None})))


def _overlooked(base: KnowledgeBase, rule: Rule) -> Iterator[str]:
    """Give the facts without which no act cites a norm of a duty, and of which the duty says nothing."""
    heeded = {fact for condition in (rule.when, rule.unless) if condition is not None for fact in facts_of(condition)}
    for norm in rule.norms:
        yield from _called_for(norm) - heeded


@cache
def _called_for(norm: str) -> frozenset[str]:
    """Give the facts, answered by yes or no, of which every act on a norm, no call of others, wants the same answer."""
    base = real_base()
    acts = (act for procedure in base.procedures.values() for act in procedure.acts.values())
    wanted = [frozenset(_held(act.when)) for act in acts if norm in act.norms and act.calls is None]
    common = frozenset.intersection(*wanted) if wanted else frozenset()
    return frozenset(fact for fact, _ in common if base.all_facts[fact].type == "yes_no")


def _held(condition: Condition | None) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Give what a condition wants of facts taken one by one."""
    if isinstance(condition, AllOf):
        for part in condition.parts:
            yield from _held(part)
    elif isinstance(condition, Literal) and condition.positive and condition.test.values:
        yield condition.fact, condition.test.values
