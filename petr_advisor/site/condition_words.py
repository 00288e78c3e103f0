"""Conditions of the rule base in plain words: a tree of short sentences."""

import re
from dataclasses import dataclass, replace
from typing import Literal as OneOf

from petr_advisor.inference.atoms import parse_value
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.conditions import (
    AS_OF,
    AllOf,
    AnyOf,
    Condition,
    Literal,
    Not,
    Scalar,
    ValueTest,
    negation_normal_form,
)
from petr_advisor.knowledge.vocabulary import FactType
from petr_advisor.words.voice import Voice


@dataclass(frozen=True)
class Clause:
    """A condition in words: on one fact, or made of others."""

    how: OneOf["fact", "all", "any"]
    """On one fact, or all or one at least of the parts must hold."""
    fact: str = ""
    """The fact it is on."""
    name: str = ""
    """The fact in words."""
    value: str = ""
    """What its value must be, in words."""
    values: tuple[str, ...] = ()
    """The values themselves, where it names some and they are words of the rule base."""
    parts: tuple["Clause", ...] = ()
    """What it is made of."""


OPPOSITE = {
    "at_least": "less_than",
    "less_than": "at_least",
    "more_than": "at_most",
    "at_most": "more_than",
    "on_or_after": "before",
    "before": "on_or_after",
    "after": "on_or_before",
    "on_or_before": "after",
}
"""What is true when a comparison is false."""

_UNITS = {"day": "days", "month": "months", "year": "years"}
_DELAY = re.compile(r"(\d+)\s+(day|month|year)s?")


def say_condition(voice: Voice, base: KnowledgeBase, condition: Condition) -> Clause:
    """Put a condition into words; denials are pushed down to the facts."""
    return _flat(_clause(voice, base, negation_normal_form(condition)))


def _clause(voice: Voice, base: KnowledgeBase, condition: Condition) -> Clause:
    match condition:
        case Literal(fact, test, positive):
            kind = base.all_facts[fact]
            said = say_test(voice, kind, test, positive=positive)
            named = tuple(map(str, test.values)) if kind.type == "one_of" else ()
            return Clause("fact", fact, voice.say(kind.label), said, named)
        case AllOf(parts):
            return Clause("all", parts=tuple(_clause(voice, base, part) for part in parts))
        case AnyOf(parts):
            return Clause("any", parts=tuple(_clause(voice, base, part) for part in parts))
        case Not(part):
            return _clause(voice, base, negation_normal_form(part, positive=False))


def _flat(clause: Clause) -> Clause:
    """Join parts that say the same as the whole."""
    parts: list[Clause] = []
    for part in map(_flat, clause.parts):
        parts += part.parts if part.how == clause.how != "fact" else [part]
    if len(parts) == 1:
        return parts[0]
    return replace(clause, parts=tuple(parts))


def say_test(voice: Voice, kind: FactType, test: ValueTest, *, positive: bool = True) -> str:
    """Say what the value of a fact must be."""
    if test.values:
        return _values(voice, kind, test.values, positive=positive)
    if not positive and len(test.bounds) == 1 and not test.ago:
        ((operator, bound),) = test.bounds
        return _bound(voice, kind, OPPOSITE[operator], bound)
    if not positive and len(test.ago) == 1 and not test.bounds:
        ((operator, delay),) = test.ago
        return _age(voice, OPPOSITE[operator], delay)
    said = [_bound(voice, kind, operator, bound) for operator, bound in _low_first(test)]
    said += [_age(voice, operator, delay) for operator, delay in test.ago]
    text = voice.listed(said, "and")
    return text if positive else voice.phrase("test.not", test=text)


def _values(voice: Voice, kind: FactType, values: tuple[Scalar, ...], *, positive: bool) -> str:
    found = [parse_value(kind, raw) for raw in values]
    if kind.type == "yes_no" and len(found) == 1:
        return voice.phrase("yes" if found[0] is positive else "no")
    said = [voice.value(kind, value) for value in found]
    if kind.type == "one_of" and len(said) > 1:
        said = [voice.quoted(value) for value in said]
    text = voice.listed(said, "or")
    return text if positive else voice.phrase("test.other", than=text)


def _low_first(test: ValueTest) -> list[tuple[str, Scalar]]:
    return sorted(test.bounds, key=lambda bound: bound[0] not in {"at_least", "more_than", "on_or_after", "after"})


def _bound(voice: Voice, kind: FactType, operator: str, bound: Scalar) -> str:
    on_this_day = kind.type == "date" and bound == AS_OF
    value = voice.phrase("test.this_day") if on_this_day else voice.value(kind, parse_value(kind, bound))
    return voice.phrase(f"test.{operator}", value=value)


def _age(voice: Voice, operator: str, delay: str) -> str:
    return voice.phrase(f"test.ago.{operator}", delay=say_delay(voice, delay))


def say_delay(voice: Voice, delay: str) -> str:
    """Say a delay written `3 months`."""
    match = _DELAY.fullmatch(delay.strip())
    return voice.phrase(_UNITS[match[2]], n=int(match[1])) if match else delay
