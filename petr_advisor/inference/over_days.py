"""Everything that follows on many days at once: each token carries the set of days on which it holds.

A clause concludes on the days on which all of its body holds. The clauses have no negation, so the least sets found day
by day and for all days together are the same; `tests/scenarios/test_walk_over_dates.py` holds them against the
ordinary run.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from petr_advisor.inference.clause_writer import ALWAYS_TOKEN, TERRITORY
from petr_advisor.inference.compiled import Compiled
from petr_advisor.inference.completion import measured
from petr_advisor.inference.facts import Facts, Range, Value
from petr_advisor.inference.program import Program, Token
from petr_advisor.inference.working_memory import ROUNDS, THE_TERRITORY, Scope, scopes_of
from petr_advisor.knowledge.enacted import RuleBase

Days = int
"""A set of days: bit n is there when the n-th of them is."""

Tokens = dict[Token, Days]


@dataclass(frozen=True)
class Day:
    """One of the days: what is enacted, and what is known."""

    rules: RuleBase
    facts: Facts


def run_over_days(compiled: Compiled, days: tuple[Day, ...]) -> Mapping[Scope, Tokens]:
    """Derive everything that follows on each of some days; the lists are the same on all of them."""
    scopes = tuple(scopes_of(compiled, days[0].facts.entities))
    enacted: Tokens = defaultdict(int, {ALWAYS_TOKEN: (1 << len(days)) - 1})
    for number, day in enumerate(days):
        for token in compiled.enacted_tokens(day.rules):
            enacted[token] |= 1 << number
    derived: dict[str, Tokens] = {scope.entity: {} for scope in scopes if scope.entity is not None}
    for _ in range(ROUNDS):
        given = _given(compiled, days, scopes, derived)
        found: dict[Scope, Tokens] = {}
        shared: Tokens = {}
        for scope in scopes:
            program = compiled.programs[scope.kind]
            heard = {token: held for token, held in shared.items() if token in program.listens_to}
            found[scope] = _closure(program, given[scope], enacted if scope == THE_TERRITORY else heard)
            if scope == THE_TERRITORY:
                shared = found[scope]
        now = {
            scope.entity: {token: held for token, held in tokens.items() if token.startswith("fact:")}
            for scope, tokens in found.items()
            if scope.entity is not None
        }
        if now == derived or not compiled.base.sums_conclusions:  # what is summed up is the same on every day
            return found
        derived = now
    raise AssertionError("the rounds do not settle: entities and summaries depend on each other in a circle")


def _given(
    compiled: Compiled, days: tuple[Day, ...], scopes: Iterable[Scope], derived: Mapping[str, Tokens]
) -> Mapping[Scope, Tokens]:
    """Give the tokens that facts decide, completed by measurement."""
    found: dict[Scope, Tokens] = {scope: defaultdict(int, {ALWAYS_TOKEN: (1 << len(days)) - 1}) for scope in scopes}
    for (fact, entity, value, as_of), held in _held(compiled, days, derived).items():
        scope = Scope(compiled.base.all_facts[fact].of or TERRITORY, entity)
        if scope in found:
            for token in compiled.decided(fact, value, as_of):
                found[scope][token] |= held
    return found


def _held(
    compiled: Compiled, days: tuple[Day, ...], derived: Mapping[str, Tokens]
) -> Mapping[tuple[str, str | None, Value | Range, date], Days]:
    """Give the days on which each fact has each value, with one of them: that itself where the value ages."""
    found: dict[tuple[str, str | None, Value | Range, date], Days] = defaultdict(int)
    first = days[0].rules.as_of
    for number, day in enumerate(days):
        bit = 1 << number
        here = {of: frozenset(t for t, held in tokens.items() if held & bit) for of, tokens in derived.items()}
        for (fact, entity), known in {**day.facts.known, **measured(day.rules, day.facts, here)}.items():
            found[fact, entity, known.value, day.rules.as_of if fact in compiled.aging else first] |= bit
    return found


def _closure(program: Program, *given: Tokens) -> Tokens:
    """Chain forward; a token is looked at again whenever it holds on more days."""
    held: Tokens = defaultdict(int)
    for tokens in given:
        for token, days in tokens.items():
            held[token] |= days
    agenda = deque(held)
    queued = set(held)
    while agenda:
        token = agenda.popleft()
        queued.discard(token)
        for clause in program.waiting.get(token, ()):
            days = held[clause.head]
            more = -1
            for needed in clause.body:
                more &= held.get(needed, 0)
                if not more:
                    break
            if more | days != days:
                held[clause.head] = days | more
                if clause.head not in queued:
                    queued.add(clause.head)
                    agenda.append(clause.head)
    return {token: days for token, days in held.items() if days}
