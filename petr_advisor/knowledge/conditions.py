"""Antecedents as written in the rule base, read into a small tree.

An antecedent is a mapping; several keys mean *all*. Values are read as they stand: what they mean depends on the
type of the fact, which `petr_advisor.inference.atoms` knows.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

from petr_advisor.knowledge.problems import FormError

if TYPE_CHECKING:
    from petr_advisor.knowledge.law import InForcePeriod

Scalar = str | int | date

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

ANTECEDENT_TITLE = "Antecedent"
"""Marks antecedents in the JSON Schema, where their full form is put in later."""

COMPARISONS = ("at_least", "at_most", "more_than", "less_than", "before", "after", "on_or_before", "on_or_after")
"""Operators that compare a number, a fraction or a date with a bound."""

AS_OF = "as_of"
"""Written for the date of the consultation, in a bound on a date."""


@dataclass(frozen=True)
class ValueTest:
    """A test on the value of one fact: equality with one of `values`, or bounds, or an age counted from today."""

    values: tuple[Scalar, ...] = ()
    bounds: tuple[tuple[str, Scalar], ...] = ()
    ago: tuple[tuple[str, str], ...] = ()

    @property
    def dated(self) -> bool:
        """Whether it depends on the date of the consultation."""
        return bool(self.ago) or any(bound == AS_OF for _, bound in self.bounds)


class _Normal:
    """What conditions have in common."""

    @cached_property
    def normal(self) -> "Condition":
        """Its negation normal form, worked out once."""
        return negation_normal_form(self)  # type: ignore[arg-type]  # the four forms below are all there are

    @cached_property
    def denied(self) -> "Condition":
        """The normal form of its contrary, worked out once."""
        return negation_normal_form(self, positive=False)  # type: ignore[arg-type]  # as above


@dataclass(frozen=True)
class Literal(_Normal):
    """A condition on one fact, or its denial."""

    fact: str
    test: ValueTest
    positive: bool = True

    @property
    def normal(self) -> "Literal":  # it keeps nothing that would hold it
        """Itself."""
        return self


@dataclass(frozen=True)
class AllOf(_Normal):
    """Every part must hold; with no part it always holds."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True)
class AnyOf(_Normal):
    """One part at least must hold."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True)
class Not(_Normal):
    """The part must be denied."""

    part: "Condition"


Condition = Literal | AllOf | AnyOf | Not

TRUE = AllOf(())


def parse_condition(raw: Any) -> Condition:
    """Read an antecedent; a FormError says what was expected, with an example."""
    if isinstance(raw, Literal | AllOf | AnyOf | Not):
        return raw
    if not isinstance(raw, Mapping) or not raw:
        raise FormError.of("check.condition-expected")
    parts = tuple(_parse_entry(str(key), value) for key, value in raw.items())
    return parts[0] if len(parts) == 1 else AllOf(parts)


def _parse_entry(key: str, value: Any) -> Condition:
    if key in {"all", "any"}:
        if not isinstance(value, list | tuple) or not value:
            raise FormError.of("check.condition-list", name=key)
        parts = tuple(parse_condition(part) for part in value)
        return AllOf(parts) if key == "all" else AnyOf(parts)
    if key == "not":
        return Not(parse_condition(value))
    if "." not in key:
        raise FormError.of("check.condition-key", name=key)
    return Literal(key, parse_test(value))


def parse_test(raw: Any) -> ValueTest:
    """Read the test of one fact: a value, a list of values, or a mapping of operators."""
    if isinstance(raw, ValueTest):
        return raw
    if isinstance(raw, Mapping):
        return _parse_operators(raw)
    if isinstance(raw, list | tuple):
        if not raw:
            raise FormError.of("check.at-least-one-value")
        return _among(*(_scalar(value) for value in raw))
    return _among(_scalar(raw))


@lru_cache(4_096, typed=True)
def _among(*values: Scalar) -> ValueTest:
    """Give the one test for some values: most tests come many times, and what is the same object is soon compared."""
    return ValueTest(values)


def _parse_operators(raw: Mapping[Any, Any]) -> ValueTest:
    bounds: list[tuple[str, Scalar]] = []
    ago: tuple[tuple[str, str], ...] = ()
    for operator, value in raw.items():
        if operator == "ago":
            if not isinstance(value, Mapping) or not value or not set(value) <= {"at_least", "less_than"}:
                raise FormError.of("check.ago")
            ago = tuple(sorted((str(key), str(delay)) for key, delay in value.items()))
        elif operator in COMPARISONS:
            bounds.append((str(operator), _scalar(value)))
        else:
            raise FormError.of("check.unknown-operator", name=str(operator), known=(*COMPARISONS, "ago"))
    return ValueTest(bounds=tuple(sorted(bounds)), ago=ago)


def exact_date(value: Any) -> Any:
    """Read a day written as text, as it comes back from JSON; leave anything else as it is."""
    if isinstance(value, str) and _DAY.fullmatch(value):
        with suppress(ValueError):
            return date.fromisoformat(value)
    return value


def _scalar(value: Any) -> Scalar:
    value = exact_date(value)
    if isinstance(value, bool) or value is None:
        raise FormError.of("check.write-yes-or-no")
    if isinstance(value, float):
        raise FormError.of("check.not-exact", value=str(value))
    if not isinstance(value, str | int | date):
        raise FormError.of("check.single-value")
    return value


def to_raw(condition: Condition) -> dict[str, Any]:
    """Write a condition back in the form in which it is read."""
    match condition:
        case Literal(fact, test, positive):
            entry = {fact: _raw_test(test)}
            return entry if positive else {"not": entry}
        case AllOf(parts):
            return {"all": [to_raw(part) for part in parts]} if parts else {}
        case AnyOf(parts):
            return {"any": [to_raw(part) for part in parts]}
        case Not(part):
            return {"not": to_raw(part)}


def _raw_test(test: ValueTest) -> Any:
    if test.values:
        values = [value.isoformat() if isinstance(value, date) else value for value in test.values]
        return values[0] if len(values) == 1 else values
    raw: dict[str, Any] = {
        operator: bound.isoformat() if isinstance(bound, date) else bound for operator, bound in test.bounds
    }
    if test.ago:
        raw["ago"] = dict(test.ago)
    return raw


def literals(condition: Condition) -> Iterator[Literal]:
    """Give every literal of a condition, from left to right."""
    match condition:
        case Literal():
            yield condition
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from literals(part)
        case Not(part):
            yield from literals(part)


def facts_of(condition: Condition | None) -> tuple[str, ...]:
    """Give the facts a condition speaks of, each once, in order."""
    if condition is None:
        return ()
    return tuple(dict.fromkeys(literal.fact for literal in literals(condition)))


def parts_of(condition: Condition | None) -> tuple[Literal, ...]:
    """Give the literals that a condition asks for together, whatever else it asks for."""
    parts = condition.parts if isinstance(condition, AllOf) else (condition,)
    return tuple(part for part in parts if isinstance(part, Literal))


def negation_normal_form(condition: Condition, *, positive: bool = True) -> Condition:
    """Push denials down to the literals."""
    match condition:
        case Literal(fact, test, sign):
            return condition if positive else Literal(fact, test, not sign)
        case Not(part):
            return part.denied if positive else part.normal
        case AllOf(parts) | AnyOf(parts):
            inner = tuple(part.normal if positive else part.denied for part in parts)
            return AllOf(inner) if isinstance(condition, AllOf) is positive else AnyOf(inner)


def period_guard(period: "InForcePeriod") -> ValueTest:
    """Write a period as a test on a date fact."""
    bounds: list[tuple[str, str | int | date]] = []
    if period.from_:
        bounds.append(("on_or_after", period.from_))
    if period.to:
        bounds.append(("on_or_before", period.to))
    return ValueTest(bounds=tuple(bounds))


When = Annotated[
    Condition,
    BeforeValidator(parse_condition),
    PlainSerializer(to_raw),
    WithJsonSchema({"type": "object", "title": ANTECEDENT_TITLE}),
]
"""An antecedent as a field of an entry."""
