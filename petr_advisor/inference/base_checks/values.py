"""Values: what conditions, rules and cures say of a fact must be values that the fact can take."""

from collections import Counter
from collections.abc import Hashable, Iterator
from datetime import date

from petr_advisor.inference.atoms import allowed, check_bounds, parse_value
from petr_advisor.inference.calendar import end_of_delay
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.checks.conditions_used import conditions, literals_at
from petr_advisor.knowledge.checks.uses import Place, event, law_dates, limits, made
from petr_advisor.knowledge.conditions import AS_OF, ValueTest
from petr_advisor.knowledge.loader import Places
from petr_advisor.knowledge.problems import FormError, Problem, nearest
from petr_advisor.knowledge.vocabulary import FactType
from petr_advisor.words.speech import told

SOME_DAY = date(2026, 1, 1)
"""Any day: delays are only read here, not counted."""

_OPERATORS = {
    "count": ("at_least", "at_most", "more_than", "less_than"),
    "amount": ("at_least", "at_most", "more_than", "less_than"),
    "fraction": ("at_least", "at_most", "more_than", "less_than"),
    "date": ("before", "after", "on_or_before", "on_or_after", "ago"),
}
_EXAMPLES = {
    "count": "{at_least: 2}",
    "amount": "{at_least: 1000}",
    "fraction": "{at_least: 2/3}",
    "date": "{on_or_before: 2014-07-27}",
    "yes_no": "yes",
}


def check(base: KnowledgeBase, places: Places) -> Iterator[Problem]:
    """Report values that a fact cannot take, and thresholds written in two ways."""
    for use in conditions(base):
        for place, literal in literals_at(use, places):
            if kind := base.all_facts.get(literal.fact):
                yield from _test(places, place, kind, literal.test)
    for key, rule in base.rules.items():
        for fact, raw in rule.then.items():
            if kind := base.facts.get(fact):
                yield from _value(places, Place("rules", key, ("then", fact)), kind, raw)
    for place, fact, value in made(base):
        if kind := base.facts.get(fact):
            yield from _value(places, place, kind, value)
    yield from _dates(base, places)
    yield from _written_twice(base, places)


def _test(places: Places, place: Place, kind: FactType, test: ValueTest) -> Iterator[Problem]:
    if kind.type in {"text", "list"}:
        yield place.problem(places, told("check.test-of-list" if kind.type == "list" else "check.test-of-text"))
        return
    for raw in test.values:
        yield from _value(places, place, kind, raw)
    operators = _OPERATORS.get(kind.type, ())
    sound = True
    for operator in (*(operator for operator, _ in test.bounds), *(("ago",) if test.ago else ())):
        if operator not in operators:
            sound = False
            key = "check.operator-type" if operators else "check.operator-no-bounds"
            example = _EXAMPLES.get(kind.type) or next(iter(kind.choices), "")
            message = told(key, name=operator, type=kind.type, known=operators, example=example)
            yield place.problem(places, message)
    for operator, raw in test.bounds if sound else ():
        found = [] if kind.type == "date" and raw == AS_OF else list(_value(places, place / operator, kind, raw))
        sound = sound and not found
        yield from found
    for operator, delay in test.ago:
        try:
            end_of_delay(SOME_DAY, delay)
        except FormError as error:
            sound = False
            yield (place / "ago" / operator).problem(places, error.text)
    if sound and not test.values:
        low, high = allowed(kind, test, SOME_DAY)[1] or (None, None)
        if low is not None and high is not None and low > high:
            yield place.problem(places, told("check.bounds-exclude"))


def _value(places: Places, place: Place, kind: FactType, raw: object) -> Iterator[Problem]:
    try:
        check_bounds(kind, parse_value(kind, raw))
    except FormError as error:
        near = nearest(str(raw), kind.choices) if kind.type == "one_of" else None
        yield place.problem(places, error.text, near)


def _dates(base: KnowledgeBase, places: Places) -> Iterator[Problem]:
    named = [(place, fact) for place, fact, _ in law_dates(base)]
    named += [(event(place, places), found.from_) for place, found, _ in limits(base) if found.from_ in base.facts]
    for place, name in named:
        fact = base.facts.get(name)
        if fact is not None and fact.type != "date":
            yield place.problem(places, told("check.not-a-date-fact", name=name, type=fact.type))


def _written_twice(base: KnowledgeBase, places: Places) -> Iterator[Problem]:
    """Report one threshold written in two ways, which would make two atoms for one idea."""
    written: dict[Hashable, dict[ValueTest, list[Place]]] = {}
    for use in conditions(base):
        for place, literal in literals_at(use, places):
            kind = base.all_facts.get(literal.fact)
            if kind is None or kind.type not in _OPERATORS or literal.test.dated:
                continue
            meaning = _meaning(kind, literal.test)
            if meaning is not None:
                written.setdefault((literal.fact, meaning), {}).setdefault(literal.test, []).append(place)
    for ways in written.values():
        if len(ways) > 1:
            usage = Counter({test: len(found) for test, found in ways.items()})
            kept = usage.most_common(1)[0][0]
            for test, found in ways.items():
                for place in found if test != kept else ():
                    other = ways[kept][0].line(places)
                    message = told("check.same-test", test=show(test), kept=show(kept), there=other)
                    yield place.problem(places, message)


def _meaning(kind: FactType, test: ValueTest) -> Hashable | None:
    """Give what a test accepts in a form that does not depend on how it is written."""
    try:
        values, interval = allowed(kind, test, SOME_DAY)
    except ValueError:
        return None
    if interval is None:
        (only, *others) = values
        return (only, only) if not others else values
    low, high = interval
    floor = kind.minimum or 0 if kind.type != "date" else kind.earliest
    return (floor if low is None else low, kind.maximum if high is None else high)


def show(test: ValueTest) -> str:
    """Write a test as in a file."""
    if test.values:
        return ", ".join(map(str, test.values))
    return ", ".join(f"{operator}: {bound}" for operator, bound in (*test.bounds, *test.ago))
