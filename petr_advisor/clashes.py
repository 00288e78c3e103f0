"""Answers that cannot be true together: which ones they are, so that a person knows what to change.

While there is a clash nothing is concluded: what would follow from impossible answers is worth nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from petr_advisor.case import Case
from petr_advisor.inference.facts import FactKey
from petr_advisor.inference.justification import Proof
from petr_advisor.inference.working_memory import THE_TERRITORY
from petr_advisor.knowledge.conditions import literals
from petr_advisor.knowledge.texts import Text
from petr_advisor.territory.measures import MEASURED


@dataclass(frozen=True)
class Clash:
    """An impossible combination met by a case."""

    id: str
    """The conflict of the rule base."""
    message: Text
    """What is impossible, and what to check."""
    norms: tuple[str, ...]
    answers: tuple[FactKey, ...]
    """The answers it is made of, lists included, in the order in which they were given."""
    on_date: bool
    """Whether the date of the consultation is part of it."""


def clashes(case: Case) -> tuple[Clash, ...]:
    """Give the clashes of a case, each with its answers."""
    return tuple(_clash(case, key) for key in case.conflicts)


def _clash(case: Case, key: str) -> Clash:
    conflict = case.base.conflicts[key]
    proof = case.justifications.proof(f"conflict:{key}:true", THE_TERRITORY)
    behind = set(_answers(case, proof)) if proof else set()
    given = [*case.state.answers, *((fact, None) for fact, kind in case.base.facts.items() if kind.entity)]
    dated = any(
        literal.test.dated or "calendar" in case.base.all_facts[literal.fact].given_by
        for literal in literals(conflict.when)
    )
    return Clash(key, conflict.message, conflict.norms, tuple(answer for answer in given if answer in behind), dated)


def _answers(case: Case, proof: Proof) -> Iterator[FactKey]:
    """Give the answers at the leaves of a proof; what was measured of a list comes down to the list."""
    facts = case.base.facts
    for node in proof.walk():
        if node.leaf and node.atom is not None and node.known is not None:
            kind = case.base.all_facts[node.atom.fact]
            if node.known.by != "measure":
                yield node.atom.fact, node.scope.entity if kind.of else None
                continue
            target = next(iter(kind.summary.measure.values())) if kind.summary else MEASURED
            entity = facts[target].of if target in facts else target
            yield from ((fact, None) for fact, found in facts.items() if found.entity == entity)
