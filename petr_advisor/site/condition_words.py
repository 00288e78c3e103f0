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
from petr_advisor.knowledge.texts import Language, Text
from petr_advisor.knowledge.vocabulary import FactType
from petr_advisor.wording import NO, YES, say_value


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


NUMBER_BOUNDS = {
    "at_least": Text(fr="{} ou plus", en="{} or more"),
    "more_than": Text(fr="plus de {}", en="more than {}"),
    "at_most": Text(fr="{} au plus", en="{} at most"),
    "less_than": Text(fr="moins de {}", en="less than {}"),
}
DATE_BOUNDS = {
    "on_or_after": Text(fr="à partir du {}", en="from {} on"),
    "after": Text(fr="après le {}", en="after {}"),
    "on_or_before": Text(fr="au plus tard le {}", en="by {}"),
    "before": Text(fr="avant le {}", en="before {}"),
}
THIS_DAY = Text(fr="jour de la consultation", en="the day of the consultation")
AGES = {
    "at_least": Text(fr="il y a {} ou plus", en="{} ago or more"),
    "less_than": Text(fr="il y a moins de {}", en="less than {} ago"),
}
UNITS = {
    "day": Text(fr="jour|jours", en="day|days"),
    "month": Text(fr="mois|mois", en="month|months"),
    "year": Text(fr="an|ans", en="year|years"),
}
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

OTHER_THAN = Text(fr="autre que {}", en="other than {}")
NOT_THIS = Text(fr="faux que : {}", en="not the case that: {}")
QUOTED = Text(fr="« {} »", en="“{}”")
AND, OR = Text(fr=" et ", en=" and "), Text(fr=" ou ", en=" or ")
_DELAY = re.compile(r"(\d+)\s+(day|month|year)s?")


def say_condition(base: KnowledgeBase, condition: Condition, language: Language) -> Clause:
    """Put a condition into words; denials are pushed down to the facts."""
    return _flat(_clause(base, negation_normal_form(condition), language))


def _clause(base: KnowledgeBase, condition: Condition, language: Language) -> Clause:
    match condition:
        case Literal(fact, test, positive):
            kind = base.all_facts[fact]
            said = say_test(kind, test, language, positive=positive)
            named = tuple(map(str, test.values)) if kind.type == "one_of" else ()
            return Clause("fact", fact, kind.label.in_(language), said, named)
        case AllOf(parts):
            return Clause("all", parts=tuple(_clause(base, part, language) for part in parts))
        case AnyOf(parts):
            return Clause("any", parts=tuple(_clause(base, part, language) for part in parts))
        case Not(part):
            return _clause(base, negation_normal_form(part, positive=False), language)


def _flat(clause: Clause) -> Clause:
    """Join parts that say the same as the whole."""
    parts: list[Clause] = []
    for part in map(_flat, clause.parts):
        parts += part.parts if part.how == clause.how != "fact" else [part]
    if len(parts) == 1:
        return parts[0]
    return replace(clause, parts=tuple(parts))


def say_test(kind: FactType, test: ValueTest, language: Language, *, positive: bool = True) -> str:
    """Say what the value of a fact must be."""
    if test.values:
        return _values(kind, test.values, language, positive=positive)
    if not positive and len(test.bounds) == 1 and not test.ago:
        ((operator, bound),) = test.bounds
        return _bound(kind, OPPOSITE[operator], bound, language)
    if not positive and len(test.ago) == 1 and not test.bounds:
        ((operator, delay),) = test.ago
        return _age(OPPOSITE[operator], delay, language)
    said = [_bound(kind, operator, bound, language) for operator, bound in _low_first(test)]
    said += [_age(operator, delay, language) for operator, delay in test.ago]
    text = AND.in_(language).join(said)
    return text if positive else NOT_THIS.in_(language).format(text)


def _values(kind: FactType, values: tuple[Scalar, ...], language: Language, *, positive: bool) -> str:
    found = [parse_value(kind, raw) for raw in values]
    if kind.type == "yes_no" and len(found) == 1:
        return (YES if found[0] is positive else NO).in_(language)
    said = [say_value(kind, value, language) for value in found]
    if kind.type == "one_of" and len(said) > 1:
        said = [QUOTED.in_(language).format(value) for value in said]
    text = OR.in_(language).join(said)
    return text if positive else OTHER_THAN.in_(language).format(text)


def _low_first(test: ValueTest) -> list[tuple[str, Scalar]]:
    return sorted(test.bounds, key=lambda bound: bound[0] not in {"at_least", "more_than", "on_or_after", "after"})


def _bound(kind: FactType, operator: str, bound: Scalar, language: Language) -> str:
    words = DATE_BOUNDS.get(operator) or NUMBER_BOUNDS[operator]
    if kind.type == "date" and bound == AS_OF:
        return words.in_(language).format(THIS_DAY.in_(language))
    return words.in_(language).format(say_value(kind, parse_value(kind, bound), language))


def _age(operator: str, delay: str, language: Language) -> str:
    return AGES[operator].in_(language).format(say_delay(delay, language))


def say_delay(delay: str, language: Language) -> str:
    """Say a delay written `3 months`."""
    match = _DELAY.fullmatch(delay.strip())
    if match is None:
        return delay
    one, several = UNITS[match[2]].in_(language).split("|")
    return f"{match[1]} {one if int(match[1]) < 2 else several}"
