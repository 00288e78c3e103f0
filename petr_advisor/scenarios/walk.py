"""Walk cases over every date on which the law changes: no gap, no overlap, no crash.

The form of the rule base is one for all dates; what changes is what is enacted, the readings in force, conditions on
the date itself and on the age of a fact, and the map in use. Days between which none of them changes give the same
result, so one of them is enough; those that are left are run together.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from typing import Any

from petr_advisor.consulting.case import compiled, enacted
from petr_advisor.consulting.consultation import EARLIEST, LATEST, Consultation
from petr_advisor.inference.compiled import Compiled
from petr_advisor.inference.engines import engine
from petr_advisor.inference.over_days import Day, Days, run_over_days
from petr_advisor.inference.program import Token
from petr_advisor.inference.working_memory import THE_TERRITORY
from petr_advisor.knowledge.base import READING_PREFIX, KnowledgeBase
from petr_advisor.knowledge.law import InForcePeriod
from petr_advisor.scenarios.scenario import Scenario
from petr_advisor.territory.measures import BORDERS_VALID_FROM

EXCLUSIVE: Mapping[str, frozenset[str] | None] = {
    "option": frozenset({"open", "conditional", "closed", "not_in_force"}),
    "requirement": frozenset({"met", "unmet", "not_applicable"}),
    "cure": frozenset({"available", "unavailable"}),
    **dict.fromkeys(("fact", "row", "merit", "act", "done", "moot", "applies", "enacted", "exception", "guard"), None),
}
"""Of each kind of thing, what cannot be said of one of them together; None for all that is said."""


@dataclass(frozen=True)
class Fault:
    """Something wrong in a case at a date."""

    scenario: str
    day: date
    text: str

    def __str__(self) -> str:
        return f"{self.scenario} on {self.day}: {self.text}"


@dataclass(frozen=True)
class Walked:
    """A file walked over the dates."""

    cases: int
    days: int
    """Days of all cases together."""
    faults: tuple[Fault, ...]


@dataclass(frozen=True, eq=False)
class _Law:
    """The dates of a rule base for some key questions: what is the same in every case."""

    days: tuple[date, ...]
    kinds: Mapping[date, Any]
    """What the law makes of a day: days of one kind differ in nothing but the age of facts."""
    exclusive: Mapping[Token, tuple[str, str]]
    """(kind, identifier) of what a token speaks of, for those that exclude each other."""


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


def walk(scenarios: tuple[Scenario, ...]) -> Walked:
    """Walk the cases of a file; those that differ in their date alone are one case."""
    distinct: dict[Any, Scenario] = {}
    for scenario in scenarios:
        told = (repr(sorted(scenario.answers.items())), repr(scenario.members))
        distinct.setdefault((scenario.key_questions, told), scenario)
    faults: list[Fault] = []
    days = 0
    for scenario in distinct.values():
        held = scenario.consultation(engine("native"))
        days += len(_law(held).days)
        faults += (Fault(scenario.name, day, text) for day, text in _faults(held))
    return Walked(len(distinct), days, tuple(faults))


def _faults(held: Consultation) -> Iterator[tuple[date, str]]:
    law = _law(held)
    days = different_days(held)
    everything = run_over_days(held.compiled, tuple(Day(on.rules, on.facts) for on in map(held.on, days)))
    for scope, tokens in everything.items():
        of = f" of {scope.entity}" if scope.entity else ""
        for one, other, both in _overlaps(tokens, law):
            yield from ((day, f"overlap: {one} and {other}{of}") for day in _picked(days, both))
    for question in held.key_questions:
        for what, gap in _gaps(held, question, days, everything[THE_TERRITORY]):
            yield from ((day, f"gap: no option of {question} {what}") for day in _picked(days, gap))


def _gaps(
    held: Consultation, question: str, days: tuple[date, ...], tokens: Mapping[Token, Days]
) -> Iterator[tuple[str, Days]]:
    """Give the days without any option, and those on which the law leaves none though it does on others.

    A case whose facts shut every option on every day is no gap of the law: it is answered, by why not.
    """
    every = (1 << len(days)) - 1
    there = left = 0
    for key, option in held.base.options.items():
        if option.answers == question:
            shut = tokens.get(f"option:{key}:closed", 0) | tokens.get(f"option:{key}:not_in_force", 0)
            existing = _existing(held, key, days)
            there |= existing
            left |= existing & ~shut
    yield "exists", every & ~there
    if left:
        yield "is left", there & ~left


def _existing(held: Consultation, option: str, days: tuple[date, ...]) -> Days:
    there = (option in enacted(held.base, day).options for day in days)
    return sum(1 << number for number, found in enumerate(there) if found)


def _picked(days: tuple[date, ...], chosen: Days) -> Iterator[date]:
    return (day for number, day in enumerate(days) if chosen >> number & 1)


def _overlaps(tokens: Mapping[Token, Days], law: _Law) -> Iterator[tuple[Token, Token, Days]]:
    """Give the tokens that exclude each other and hold on one day."""
    said: dict[tuple[str, str], list[Token]] = {}
    for token in tokens:
        if token in law.exclusive:
            said.setdefault(law.exclusive[token], []).append(token)
    for found in said.values():
        for one, other in combinations(sorted(found), 2):
            if both := tokens[one] & tokens[other]:
                yield one, other, both


def different_days(held: Consultation) -> tuple[date, ...]:
    """Give one day of each kind: between them they hold all that the law ever makes of a case."""
    law = _law(held)
    aging = [(fact, known.value) for (fact, _), known in held.facts.known.items() if fact in held.compiled.aging]
    first: dict[Any, date] = {}
    for day in law.days:
        ages = frozenset(token for fact, value in aging for token in held.compiled.decided(fact, value, day))
        first.setdefault((law.kinds[day], ages), day)
    return tuple(first.values())


_LAW: dict[tuple[int, tuple[str, ...]], tuple[KnowledgeBase, _Law]] = {}


def _law(held: Consultation) -> _Law:
    """Give the dates of a rule base for some key questions, remembered."""
    place = (id(held.base), held.key_questions)
    if place not in _LAW or _LAW[place][0] is not held.base:
        days = boundary_dates(held.base)
        kinds = {day: _kind(held.base, held.compiled, day) for day in days}
        _LAW[place] = (held.base, _Law(days, kinds, _exclusive(held.compiled)))
    return _LAW[place][1]


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


def _exclusive(form: Compiled) -> Mapping[Token, tuple[str, str]]:
    found: dict[Token, tuple[str, str]] = {}
    for token, meaning in form.meanings.items():
        said = EXCLUSIVE.get(meaning.kind, frozenset())
        if said is None or meaning.says in said:
            found[token] = (meaning.kind, meaning.id)
        elif meaning.kind in {"rule", "rule_fails"}:
            found[token] = ("rule", meaning.id)
    found.update({f"{stem}={outcome}": ("condition", stem) for stem in form.atoms for outcome in ("T", "F")})
    return found
