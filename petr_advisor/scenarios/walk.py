"""Walk cases over every date on which the law changes: no gap, no overlap, no crash.

Of days that are alike one is enough; those that are left are run together.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import combinations
from typing import Any

from petr_advisor.consulting.answers import Chosen
from petr_advisor.consulting.case import Case, enacted
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.outcomes import first_route
from petr_advisor.inference.compiled import Compiled
from petr_advisor.inference.engines import engine
from petr_advisor.inference.over_days import Day, Days, run_over_days
from petr_advisor.inference.program import Token
from petr_advisor.inference.recent import Recent
from petr_advisor.inference.working_memory import THE_TERRITORY
from petr_advisor.scenarios.law_days import alike, different_days, kinds_of_day
from petr_advisor.scenarios.scenario import Scenario

EXCLUSIVE: Mapping[str, frozenset[str] | None] = {
    "option": frozenset({"open", "conditional", "closed", "not_in_force"}),
    "requirement": frozenset({"met", "unmet", "not_applicable"}),
    "cure": frozenset({"available", "unavailable"}),
    **dict.fromkeys(("fact", "row", "merit", "act", "done", "moot", "applies", "enacted", "exception", "guard"), None),
}
"""Of each kind of thing, what cannot be said of one of them together; None for all that is said."""


Spoken = tuple[str, str]
"""(kind, identifier) of what a token speaks of."""

_EXCLUSIVE: Recent[Compiled, Mapping[Token, Spoken]] = Recent(128)


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
        days += len(kinds_of_day(held.base, held.key_questions))
        faults += (Fault(scenario.name, day, text) for day, text in _faults(held))
    return Walked(len(distinct), days, tuple(faults))


def _faults(held: Consultation) -> Iterator[tuple[date, str]]:
    days = different_days(held)
    everything = run_over_days(held.compiled, _known_on(held, days))
    for scope, tokens in everything.items():
        of = f" of {scope.entity}" if scope.entity else ""
        for one, other, both in _overlaps(tokens, _exclusive(held.compiled)):
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


def _overlaps(tokens: Mapping[Token, Days], exclusive: Mapping[Token, Spoken]) -> Iterator[tuple[Token, Token, Days]]:
    """Give the tokens that exclude each other and hold on one day."""
    said: dict[Spoken, list[Token]] = {}
    for token in tokens:
        if token in exclusive:
            said.setdefault(exclusive[token], []).append(token)
    for found in said.values():
        for one, other in combinations(sorted(found), 2):
            if both := tokens[one] & tokens[other]:
                yield one, other, both


def _known_on(held: Consultation, days: tuple[date, ...]) -> tuple[Day, ...]:
    """Give what is enacted and known on some days, each with the route that is first of the questions not decided."""
    routes = {key: _first_routes(held, key) for key in held.compiled.plans if key not in held.state.chosen}

    def on(day: date) -> Case:
        chosen = (Chosen(key, route) for key, found in routes.items() if (route := found(day)) is not None)
        return Case(held.base, day, held.key_questions, held.engine, (*held.events, *chosen))

    return tuple(Day(case.rules, case.facts) for case in map(on, days))


def _first_routes(held: Consultation, question: str) -> Callable[[date], str | None]:
    """Give what tells the route ranked first on a day, worked out once for the days that are alike."""
    case = held.put_to(question)
    like = alike(case)
    on = cache(lambda day: first_route(replace(case, as_of=day), question))
    return lambda day: on(like[day])


def _exclusive(form: Compiled) -> Mapping[Token, Spoken]:
    """Give what each token speaks of, for those that exclude each other, remembered."""
    return _EXCLUSIVE.get(form, lambda: _exclusive_made(form))


def _exclusive_made(form: Compiled) -> Mapping[Token, Spoken]:
    found: dict[Token, Spoken] = {}
    for token, meaning in form.meanings.items():
        said = EXCLUSIVE.get(meaning.kind, frozenset())
        if said is None or meaning.says in said:
            found[token] = (meaning.kind, meaning.id)
        elif meaning.kind in {"rule", "rule_fails"}:
            found[token] = ("rule", meaning.id)
    found.update({f"{stem}={outcome}": ("condition", stem) for stem in form.atoms for outcome in ("T", "F")})
    return found
