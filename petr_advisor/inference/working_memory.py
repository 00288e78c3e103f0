"""Match, agenda, fire, until quiet: from facts to everything that follows, with every firing recorded."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from petr_advisor.inference.atoms import Truth
from petr_advisor.inference.clause_writer import ALWAYS_TOKEN, TERRITORY
from petr_advisor.inference.compiled import Compiled
from petr_advisor.inference.completion import measured
from petr_advisor.inference.facts import EntityList, Facts
from petr_advisor.inference.program import Clause, Engine, Token
from petr_advisor.knowledge.enacted import RuleBase

ROUNDS = 20
"""More rounds than any base needs: each one carries conclusions between the territory and its entities."""


class Scope(NamedTuple):
    """The territory (`kind` and `entity` empty) or one entity."""

    kind: str = TERRITORY
    entity: str | None = None


THE_TERRITORY = Scope()


@dataclass(frozen=True, eq=False)
class WorkingMemory:
    """The outcome of a run: what was given, what fired, what is known."""

    compiled: Compiled
    rules: RuleBase
    """What is enacted at the date of law."""
    facts: Facts
    """Given and measured facts."""
    given: Mapping[Scope, frozenset[Token]]
    """Tokens of the atoms that facts decide, by scope."""
    fired: Mapping[Scope, tuple[int, ...]]
    """Indices of the clauses that fired, by scope, in ascending order: the order of firing is the engine's own."""
    of_territory: frozenset[Token]
    """All tokens of the territory itself, given and concluded."""
    engine: str
    """The engine that ran."""

    @cached_property
    def tokens(self) -> Mapping[Scope, frozenset[Token]]:
        """All tokens, by scope; those of an entity include those of the territory."""
        found = {THE_TERRITORY: self.of_territory}
        for scope in sorted(self.fired.keys() - found.keys()):
            heads = self.compiled.programs[scope.kind].index.heads
            found[scope] = self.given[scope].union(map(heads.__getitem__, self.fired[scope]), self.of_territory)
        return found

    def has(self, token: Token, scope: Scope = THE_TERRITORY) -> bool:
        """Tell whether a token was concluded or given."""
        return token in (self.of_territory if scope is THE_TERRITORY else self.tokens.get(scope, frozenset()))

    def truth(self, kind: str, key: str, scope: Scope = THE_TERRITORY) -> Truth:
        """Give what is known of something that has a true and a false token."""
        if self.has(f"{kind}:{key}:true", scope):
            return True
        return False if self.has(f"{kind}:{key}:false", scope) else None

    def applies(self, fact: str, of: str | None = None) -> Truth:
        """Tell whether a fact applies; a fact with no `applies_when` always does."""
        kind = self.compiled.base.all_facts[fact]
        if kind.applies_when is None:
            return True
        scope = Scope(kind.of, of) if kind.of else THE_TERRITORY
        return self.truth("applies", fact, scope)

    def clause(self, scope: Scope, index: int) -> Clause:
        """Give a clause of a scope."""
        return self.compiled.programs[scope.kind].clauses[index]


def run(compiled: Compiled, rules: RuleBase, facts: Facts, engine: Engine) -> WorkingMemory:
    """Derive everything that follows from the facts; same facts, same result, whichever engine."""
    scopes = tuple(scopes_of(compiled, facts.entities))
    derived: dict[str, frozenset[Token]] = {scope.entity: frozenset() for scope in scopes if scope.entity is not None}
    earlier: dict[Scope, tuple[frozenset[Token], tuple[int, ...]]] = {}
    for _ in range(ROUNDS):
        completed = facts.with_known(measured(rules, facts, derived))
        given = _given(compiled, rules, completed, scopes)
        fired: dict[Scope, tuple[int, ...]] = {}
        shared: frozenset[Token] = frozenset()
        for scope in scopes:
            program = compiled.programs[scope.kind]
            told = given[scope] | (shared & program.listens_to)
            if scope not in earlier or earlier[scope][0] != told:  # most rounds bring nothing new to most scopes
                earlier[scope] = told, tuple(sorted(engine.run(program, told)))
            fired[scope] = earlier[scope][1]
            if scope == THE_TERRITORY:
                shared = given[scope].union(map(program.index.heads.__getitem__, fired[scope]))
        found = {scope.entity: _heads(compiled, scope, fired[scope]) for scope in scopes if scope.entity is not None}
        if found == derived or not compiled.base.sums_conclusions:  # summaries alone read what is derived of entities
            return WorkingMemory(compiled, rules, completed, given, fired, shared, engine.name)
        derived = found
    raise AssertionError("the rounds do not settle: entities and summaries depend on each other in a circle")


def scopes_of(compiled: Compiled, entities: Mapping[str, EntityList]) -> Iterator[Scope]:
    """Give the territory, then each entity of each list."""
    yield THE_TERRITORY
    for kind in compiled.programs:
        for entity in sorted(entities[kind].ids) if kind in entities else ():
            yield Scope(kind, entity)


def _heads(compiled: Compiled, scope: Scope, indices: tuple[int, ...]) -> frozenset[Token]:
    """Give the facts derived of an entity."""
    heads = compiled.programs[scope.kind].index.heads
    return frozenset(head for index in indices if (head := heads[index]).startswith("fact:"))


def _given(compiled: Compiled, rules: RuleBase, facts: Facts, scopes: Iterable[Scope]) -> dict[Scope, frozenset[Token]]:
    """Evaluate the atoms that belong to each scope."""
    tokens = {scope: {ALWAYS_TOKEN} for scope in scopes}
    tokens[THE_TERRITORY] |= compiled.enacted_tokens(rules)
    for (fact, entity), known in facts.known.items():
        if fact in compiled.atoms_by_fact:
            scope = Scope(rules.base.all_facts[fact].of or TERRITORY, entity)
            if scope in tokens:
                tokens[scope] |= compiled.decided(fact, known.value, rules.as_of)
    return {scope: frozenset(found) for scope, found in tokens.items()}
