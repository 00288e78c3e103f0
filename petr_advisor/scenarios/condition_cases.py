"""Cases on both sides of a condition: facts with which it holds, and the change of each that undoes it.

A condition is read alone, on the facts named; nothing else is known and nothing is derived.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from petr_advisor.inference.atoms import Truth, evaluate, parse_value
from petr_advisor.inference.recent import Recent
from petr_advisor.inference.three_values import contrary, truth_of
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.conditions import AllOf, AnyOf, Condition, Literal, Not
from petr_advisor.knowledge.problems import FormError
from petr_advisor.knowledge.walking import parts
from petr_advisor.scenarios.differences import Difference
from petr_advisor.words.texts import Entry

KINDS = ("options", "rules", "cures", "requirement_groups", "conflicts", "procedures", "regimes", "disputed")
"""The kinds of entry that hold conditions."""


_CONDITIONS: Recent[int, tuple[KnowledgeBase, Mapping[str, Condition]]] = Recent(2)
"""Every file of cases asks for them. Each stands with its base, whose id is safe."""


class ConditionCase(Entry):
    """Facts with which a condition holds, and changes of them with each of which it does not."""

    so: dict[str, Any]
    """Facts with which it holds."""
    but: tuple[dict[str, Any], ...] = ()
    """With any one of these changes it does not hold."""


def conditions_of(base: KnowledgeBase) -> Mapping[str, Condition]:
    """Give the conditions of a rule base, by kind, entry and place (`rules/KEY/when`), remembered."""
    return _CONDITIONS.get(id(base), lambda: (base, _conditions_of(base)))[1]


def _conditions_of(base: KnowledgeBase) -> Mapping[str, Condition]:
    return {
        place: condition
        for kind in KINDS
        for key in getattr(base, kind)
        for place, condition in _of_entry(base, kind, key)
    }


def condition_differences(
    expected: Mapping[str, tuple[ConditionCase, ...]], base: KnowledgeBase, as_of: date
) -> Iterator[Difference]:
    """Give the cases that a condition does not tell apart as they say."""
    entries = {tuple(place.split("/", 2)[:2]) for place in expected}
    found = {at: condition for kind, key in entries for at, condition in _of_entry(base, kind, key)}
    for place, cases in expected.items():
        condition = found.get(place)
        if condition is None:
            yield Difference(f"law.conditions.{place}", "written", "not in the rule base")
            continue
        for case in cases:
            for facts, wanted in ((case.so, True), *(({**case.so, **change}, False) for change in case.but)):
                if (truth(condition, facts, base, as_of) is True) != wanted:
                    yield Difference(f"law.conditions.{place}", *_said(facts, wanted=wanted))


def _of_entry(base: KnowledgeBase, kind: str, key: str) -> Iterator[tuple[str, Condition]]:
    entries = getattr(base, kind) if kind in KINDS else {}
    for path, value in parts(entries[key]) if key in entries else ():
        if isinstance(value, Literal | AllOf | AnyOf | Not):
            yield "/".join(map(str, (kind, key, *path))), value


def truth(condition: Condition, facts: Mapping[str, Any], base: KnowledgeBase, as_of: date) -> Truth:
    """Tell whether a condition holds on these facts alone; None when they do not say."""
    day = facts.get(base.calendar or "", as_of)

    def of_literal(literal: Literal) -> Truth:
        if literal.fact not in facts:
            return None
        kind = base.all_facts[literal.fact]
        try:
            found = evaluate(kind, literal.test, parse_value(kind, facts[literal.fact]), day)
        except FormError:
            return None
        return found if literal.positive else contrary(found)

    return truth_of(condition, of_literal)


def _said(facts: Mapping[str, Any], *, wanted: bool) -> tuple[str, str]:
    """Give what is expected of a condition on some facts, and what is found instead."""
    shown = ", ".join(f"{fact}: {value}" for fact, value in facts.items())
    holds, fails = f"holds with {shown}", f"does not hold with {shown}"
    return (holds, fails) if wanted else (fails, holds)
