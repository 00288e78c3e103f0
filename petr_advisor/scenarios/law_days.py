"""The days on which the law changes, and those on which it makes the same of a case.

The form of the rule base is one for all dates; what changes is what is enacted, the readings in force, conditions on
the date itself and on the age of a fact, and the map in use. Days between which none of them changes give the same
result, so one of them is enough.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from petr_advisor.consulting.case import Case, compiled, enacted
from petr_advisor.consulting.consultation import EARLIEST, LATEST
from petr_advisor.inference.compiled import Compiled
from petr_advisor.inference.recent import Recent
from petr_advisor.knowledge.base import READING_PREFIX, KnowledgeBase
from petr_advisor.knowledge.law import InForcePeriod
from petr_advisor.territory.measures import BORDERS_VALID_FROM

Kind = Any
"""What the law makes of a day: days of one kind differ in nothing but the age of facts."""


def boundary_dates(base: KnowledgeBase) -> tuple[date, ...]:
    """Give the first and last day of each period and each condition on the date, with the days around them."""
    edges = {EARLIEST, LATEST}
    for period in _periods(base):
        edges |= {day for day in (period.from_, period.to) if day}
    for atom in compiled(base, tuple(base.key_questions)).atoms.values():
        if "calendar" in base.all_facts[atom.fact].given_by:
            edges |= {bound for _, bound in atom.test.bounds if isinstance(bound, date)}
    found = {day + timedelta(days=step) for day in edges for step in (-1, 0, 1)}
    return tuple(sorted(day for day in found if EARLIEST <= day <= LATEST))


def _periods(base: KnowledgeBase) -> Iterator[InForcePeriod]:
    for norm in base.norms.values():
        yield from (norm.in_force, norm.period)
    for point in base.disputed.values():
        yield from (reading.in_force for reading in point.readings.values())
    yield from (option.period for option in base.options.values() if option.period)


def different_days(held: Case) -> tuple[date, ...]:
    """Give one day of each kind: between them they hold all that the law ever makes of a case."""
    return tuple(dict.fromkeys(alike(held).values()))


def alike(case: Case) -> Mapping[date, date]:
    """Give, for each day, the first on which the law makes the same of a case."""
    form = case.compiled
    aging = [(fact, known.value) for (fact, _), known in case.facts.known.items() if fact in form.aging]
    first: dict[Any, date] = {}
    found: dict[date, date] = {}
    for day, kind in kinds_of_day(case.base, case.key_questions).items():
        ages = frozenset(token for fact, value in aging for token in form.decided(fact, value, day))
        found[day] = first.setdefault((kind, ages), day)
    return found


_ALL: Recent[int, tuple[KnowledgeBase, Mapping[date, Kind]]] = Recent(2)
_OF_QUESTIONS: Recent[tuple[int, tuple[str, ...]], tuple[KnowledgeBase, Mapping[date, Kind]]] = Recent(128)
"""By the id of a base, which is kept with what was made of it and so is of no other."""


def kinds_of_day(base: KnowledgeBase, key_questions: tuple[str, ...]) -> Mapping[date, Kind]:
    """Give the kind of each day on which the law changes, for some key questions, remembered."""
    return _OF_QUESTIONS.get((id(base), key_questions), lambda: (base, _kinds_made(base, key_questions)))[1]


def _kinds_made(base: KnowledgeBase, key_questions: tuple[str, ...]) -> Mapping[date, Kind]:
    """Give the kinds of days: those that are alike whatever is asked are so for some questions, and seen to once."""
    everything = _kinds_of_all(base)
    form = compiled(base, key_questions)
    one_of = {kind: day for day, kind in everything.items()}
    kinds = {kind: _kind(base, form, day) for kind, day in one_of.items()}
    return {day: kinds[kind] for day, kind in everything.items()}


def _kinds_of_all(base: KnowledgeBase) -> Mapping[date, Kind]:
    form = compiled(base, tuple(base.key_questions))
    return _ALL.get(id(base), lambda: (base, {day: _kind(base, form, day) for day in boundary_dates(base)}))[1]


def _kind(base: KnowledgeBase, form: Compiled, day: date) -> Any:
    rules = enacted(base, day)
    calendar = [fact for fact, kind in base.facts.items() if "calendar" in kind.given_by]
    return (
        form.enacted_tokens(rules),
        frozenset(key for key, option in rules.options.items() if option.answers in form.key_questions),
        frozenset(token for fact in calendar for token in form.decided(fact, day, day)),
        frozenset(t for p in base.disputed for t in form.decided(f"{READING_PREFIX}{p}", rules.prudent(p), day)),
        day >= BORDERS_VALID_FROM,
    )
