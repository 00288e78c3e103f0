"""What a test says of a value, and what a list sums up to: the arithmetic of the oracle."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from petr_advisor.inference.atoms import Truth
from petr_advisor.inference.calendar import latest_start
from petr_advisor.inference.facts import EntityList, Range
from petr_advisor.knowledge.conditions import AS_OF, ValueTest
from petr_advisor.knowledge.vocabulary import FactType


def satisfies(kind: FactType, test: ValueTest, value: Any, as_of: date) -> bool:
    """Tell whether a value passes a test."""
    if test.values:
        return value in [typed(kind, raw) for raw in test.values]
    compared = [_compare(operator, value, as_of if raw == AS_OF else typed(kind, raw)) for operator, raw in test.bounds]
    aged = [(value <= latest_start(as_of, delay)) == (operator == "at_least") for operator, delay in test.ago]
    return all((*compared, *aged))


def _compare(operator: str, value: Any, bound: Any) -> bool:
    match operator:
        case "at_least" | "on_or_after":
            return bool(value >= bound)
        case "at_most" | "on_or_before":
            return bool(value <= bound)
        case "more_than" | "after":
            return bool(value > bound)
    return bool(value < bound)


def typed(kind: FactType, raw: Any) -> Any:
    """Give a value as it is compared, from how it is written."""
    if kind.type == "yes_no":
        return raw in {"yes", True}
    return Fraction(raw) if kind.type == "fraction" else raw


def points(kind: FactType, test: ValueTest, value: Any, as_of: date) -> list[Any]:
    """Give values that show everything a test can say of what is known: in a range, its ends and those of the test."""
    if value is None:
        return []
    if not isinstance(value, Range):
        return [value]
    step: Any = {"date": timedelta(days=1), "fraction": Fraction(1, 10**40)}.get(kind.type, 1)
    low = 0 if value.low is None else value.low
    high = 10**12 if value.high is None else value.high
    raws = [*test.values, *(as_of if raw == AS_OF else raw for _, raw in test.bounds)]
    ends = [typed(kind, raw) + shift for raw in raws for shift in (-step, 0 * step, step)]
    return [low, high, *(end for end in ends if low <= end <= high)]


def total(inside: list[Truth], sizes: list[int | None], listed: EntityList) -> Any:
    pairs = list(zip(inside, sizes, strict=True))
    low = sum(size or 0 for truth, size in pairs if truth)
    unbounded = not listed.complete or any(size is None for truth, size in pairs if truth is not False)
    high = None if unbounded else low + sum(size or 0 for truth, size in pairs if truth is None)
    return low if high == low and None not in inside else Range(low, high)


def share(name: str, inside: list[Truth], sizes: list[int]) -> Any:
    total = sum(sizes)
    if not total:
        return None
    taken = (lambda found: max(found, default=0)) if name == "largest_share" else sum
    low = Fraction(taken([size for truth, size in zip(inside, sizes, strict=True) if truth]), total)
    high = Fraction(taken([size for truth, size in zip(inside, sizes, strict=True) if truth is not False]), total)
    return low if low == high else Range(low, high)
