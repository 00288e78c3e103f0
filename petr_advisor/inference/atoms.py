"""Atoms: the distinct conditions on facts, each true, false or unknown.

Numbers, dates and fractions are compared here, exactly; the engines only see the outcome.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cache, lru_cache
from typing import Any

from petr_advisor.inference.calendar import latest_start
from petr_advisor.inference.facts import Range, Value
from petr_advisor.knowledge.conditions import AS_OF, Scalar, ValueTest
from petr_advisor.knowledge.problems import FormError
from petr_advisor.knowledge.vocabulary import FactType, ValueType

Truth = bool | None
"""True, false, or None for unknown."""

Interval = tuple[Any, Any]
"""Lowest and highest value that satisfy a test, both included; None is no bound."""

_FRACTION = re.compile(r"[0-9]{1,40}(/0{0,40}[1-9][0-9]{0,39})?")
"""Two whole numbers, the second not nought: what `Fraction` takes besides (exponents, other figures) is no share."""

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

_YES_NO: dict[Any, bool] = {"yes": True, "no": False, True: True, False: False}


@dataclass(frozen=True)
class Atom:
    """A test on one fact type."""

    fact: str
    test: ValueTest


def parse_value(kind: FactType, raw: Any) -> Value:
    """Read a value of a fact type as written in a file; a FormError says what was expected."""
    match kind.type:
        case "yes_no":
            if isinstance(raw, str | bool) and raw in _YES_NO:
                return _YES_NO[raw]
            raise FormError.of("check.value-yes-no", value=str(raw))
        case "one_of":
            if isinstance(raw, str) and raw in kind.choices:
                return raw
            raise FormError.of("check.value-one-of", value=str(raw), choices=tuple(kind.choices))
        case "count" | "amount":
            return _parse_integer(raw)
        case "fraction":
            return _parse_fraction(raw)
        case "date":
            return _parse_date(raw)
        case "text":
            if isinstance(raw, str):
                return raw
            raise FormError.of("check.value-text", value=str(raw))
    raise FormError.of("check.value-list")


def values_of(kind: FactType) -> tuple[Value, ...]:
    """Give the values that a fact may have, where they can be counted; none where they cannot."""
    return (True, False) if kind.type == "yes_no" else tuple(parse_value(kind, raw) for raw in kind.choices)


def _parse_integer(raw: Any) -> int:
    if isinstance(raw, int) and not isinstance(raw, bool):
        return raw
    raise FormError.of("check.value-whole", value=str(raw))


def _parse_fraction(raw: Any) -> Fraction:
    if isinstance(raw, int) and not isinstance(raw, bool):
        return Fraction(raw)
    if isinstance(raw, Fraction):
        return raw
    if isinstance(raw, str) and _FRACTION.fullmatch(raw):
        return Fraction(raw)
    raise FormError.of("check.value-fraction", value=str(raw))


def _parse_date(raw: Any) -> date:
    if isinstance(raw, date):
        return raw
    try:
        if isinstance(raw, str) and _DAY.fullmatch(raw):
            return date.fromisoformat(raw)
    except ValueError as error:
        raise FormError.of("check.no-such-day", value=str(raw)) from error
    raise FormError.of("check.value-day", value=str(raw))


def check_bounds(kind: FactType, value: Value) -> None:
    """Refuse a value outside the bounds of its fact type, with a FormError that names them."""
    if kind.type in {"count", "amount"}:
        low, high = kind.minimum or 0, kind.maximum
        if isinstance(value, int) and (value < low or (high is not None and value > high)):
            raise FormError.of(
                "check.value-outside", value=str(value), low=str(low), high="" if high is None else str(high)
            )
    if kind.type == "fraction" and isinstance(value, Fraction) and not 0 <= value <= 1:
        raise FormError.of("check.value-share", value=str(value))
    if kind.type == "date" and isinstance(value, date):
        low_day, high_day = kind.earliest or date(1800, 1, 1), kind.latest or date(2100, 12, 31)
        if not low_day <= value <= high_day:
            raise FormError.of("check.value-outside", value=str(value), low=str(low_day), high=str(high_day))


def allowed(kind: FactType, test: ValueTest, as_of: date) -> tuple[frozenset[Value], Interval | None]:
    """Give what satisfies a test: a set of values, or an interval for bounds and ages."""
    if test.values:
        return frozenset(parse_value(kind, raw) for raw in test.values), None
    low: Any = None
    high: Any = None
    for operator, raw in test.bounds:
        low, high = _narrow(kind, operator, as_of if raw == AS_OF else raw, low, high)
    for operator, delay in test.ago:
        last = latest_start(as_of, delay)
        if operator == "at_least":
            high = last if high is None else min(high, last)
        else:
            first = last + timedelta(days=1)
            low = first if low is None else max(low, first)
    return frozenset(), (low, high)


@lru_cache(maxsize=50_000)
def _limits(value_type: ValueType, test: ValueTest, as_of: date) -> tuple[frozenset[Value], Interval | None]:
    """Give what satisfies a test, remembered; words were checked at load and are taken as they are."""
    if value_type in {"one_of", "text"} and test.values:
        return frozenset(test.values), None
    return allowed(_of_type(value_type), test, as_of)


@cache
def _of_type(value_type: ValueType) -> FactType:
    """Give a fact of a type, with no choices of its own."""
    fields: dict[str, Any] = {"type": value_type, "choices": {}}
    return FactType.model_construct(**fields)


def _narrow(kind: FactType, operator: str, raw: Scalar, low: Any, high: Any) -> Interval:
    if kind.type not in {"count", "amount", "fraction", "date"}:
        raise FormError.of("check.value-compares", name=operator, type=kind.type)
    bound: Any = parse_value(kind, raw)
    strict = operator in {"more_than", "less_than", "before", "after"}
    if operator in {"at_least", "more_than", "after", "on_or_after"}:
        bound = _next(kind, bound, 1) if strict else bound
        return (bound if low is None else max(low, bound)), high
    bound = _next(kind, bound, -1) if strict else bound
    return low, (bound if high is None else min(high, bound))


def _next(kind: FactType, bound: Any, step: int) -> Any:
    """Give the neighbour of a bound; two distinct shares of populations differ by far more than 10⁻³⁰."""
    if kind.type == "date":
        return bound + timedelta(days=step)
    if kind.type == "fraction":
        return bound + Fraction(step, 10**30)
    return bound + step


def evaluate(kind: FactType, test: ValueTest, value: Value | Range | None, as_of: date) -> Truth:
    """Tell whether a value satisfies a test; None when it is not known well enough."""
    return None if value is None else _satisfies(value, _limits(kind.type, test, as_of))


def satisfied(
    kind: FactType, tests: tuple[ValueTest, ...], values: Iterable[Value], as_of: date
) -> Iterator[tuple[bool, ...]]:
    """Tell of each value which of some tests it satisfies, in their order."""
    limits = tuple(_limits(kind.type, test, as_of) for test in tests)
    yield from (tuple(_satisfies(value, each) is True for each in limits) for value in values)


def _satisfies(value: Value | Range, limits: tuple[frozenset[Value], Interval | None]) -> Truth:
    values, interval = limits
    if interval is None:
        if isinstance(value, Range):
            points = {point for point in values if value.holds(point)}
            if not points:
                return False
            return True if value.low == value.high else None
        return value in values
    if isinstance(value, Range):
        return _range_inside(value, interval)
    return _within(value, interval)


def _within(value: Any, bounds: Interval) -> bool:
    low, high = bounds
    return (low is None or value >= low) and (high is None or value <= high)


def _range_inside(value: Range, interval: Interval) -> Truth:
    low, high = interval
    above = low is None or (value.low is not None and value.low >= low)
    below = high is None or (value.high is not None and value.high <= high)
    if above and below:
        return True
    too_low = low is not None and value.high is not None and value.high < low
    too_high = high is not None and value.low is not None and value.low > high
    return False if too_low or too_high else None
