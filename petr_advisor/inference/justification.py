"""Justifications: from a conclusion down to the facts it rests on.

The proof kept is the same whichever engine ran: of the clauses that conclude a token, the one that could fire first
when all clauses fire in rounds, and of those the first written.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from petr_advisor.inference.atoms import Atom
from petr_advisor.inference.clause_writer import ALWAYS_TOKEN
from petr_advisor.inference.facts import Known
from petr_advisor.inference.meanings import Meaning
from petr_advisor.inference.program import Token
from petr_advisor.inference.working_memory import THE_TERRITORY, Scope, WorkingMemory


@dataclass(frozen=True)
class Proof:
    """A node of a proof tree: a token, and the tokens it follows from."""

    token: Token
    scope: Scope
    meaning: Meaning | None
    premises: tuple["Proof", ...] = ()
    atom: Atom | None = None
    """For a leaf: the test that was evaluated."""
    known: Known | None = None
    """For a leaf: the fact that decided it."""

    @property
    def leaf(self) -> bool:
        """Whether the node rests on a fact rather than on other nodes."""
        return self.known is not None

    def walk(self) -> Iterator["Proof"]:
        """Give the node and all below it."""
        yield self
        for premise in self.premises:
            yield from premise.walk()


class Justifications:
    """The proofs of one working memory."""

    def __init__(self, memory: WorkingMemory) -> None:
        self._memory = memory
        self._chosen = {THE_TERRITORY: _choose(memory, THE_TERRITORY)}
        self._proofs: dict[tuple[Scope, Token], Proof] = {}
        self._rules: dict[tuple[Scope, Token], frozenset[str]] = {}

    def proof(self, token: Token, scope: Scope = THE_TERRITORY) -> Proof | None:
        """Give the proof of a token, or None when it does not hold."""
        if not self._memory.has(token, scope):
            return None
        return self._build(token, scope)

    def rules(self, token: Token, scope: Scope = THE_TERRITORY) -> frozenset[str]:
        """Give the rules that fired in the proof of a token; none when it does not hold."""
        proof = self.proof(token, scope)
        return self._rules_of(proof) if proof else frozenset()

    def _rules_of(self, proof: Proof) -> frozenset[str]:
        key = (proof.scope, proof.token)
        found = self._rules.get(key)
        if found is None:
            said = proof.meaning
            told = said is not None and said.kind in {"rule", "rule_waits"} and said.says == "true"
            own = frozenset((said.id,)) if said is not None and told else frozenset[str]()
            found = self._rules[key] = own.union(*map(self._rules_of, proof.premises))
        return found

    def _build(self, token: Token, scope: Scope) -> Proof:
        key = (scope, token)
        if key not in self._proofs:
            self._proofs[key] = self._new(token, scope)
        return self._proofs[key]

    def _new(self, token: Token, scope: Scope) -> Proof:
        memory = self._memory
        if scope not in self._chosen:
            self._chosen[scope] = _choose(memory, scope)
        meaning = memory.compiled.meanings.get(token)
        index = self._chosen[scope].get(token)
        if index is not None:
            body = memory.clause(scope, index).body
            return Proof(
                token, scope, meaning, tuple(self._build(part, scope) for part in body if part != ALWAYS_TOKEN)
            )
        if token not in memory.given[scope] and scope != THE_TERRITORY:
            return self._build(token, THE_TERRITORY)
        stem = token.partition("=")[0]
        atom = memory.compiled.atoms.get(stem)
        known = memory.facts.get(atom.fact, scope.entity) if atom else None
        return Proof(token, scope, meaning, (), atom, known)


def _choose(memory: WorkingMemory, scope: Scope) -> dict[Token, int]:
    """Choose for each concluded token the clause that proves it: first by round, then by place."""
    index = memory.compiled.programs[scope.kind].index
    known = set(memory.given[scope])
    if scope != THE_TERRITORY:
        known |= memory.tokens[THE_TERRITORY]
    missing = list(index.sizes)
    chosen: dict[Token, int] = {}
    fresh: Iterable[Token] = tuple(known)
    while fresh:
        ready: list[int] = []
        for token in fresh:
            for number in index.waiting.get(token, ()):
                left = missing[number] - 1
                missing[number] = left
                if not left:
                    ready.append(number)
        fresh = []
        for number in sorted(ready):
            head = index.heads[number]
            if head not in known:
                known.add(head)
                chosen[head] = number
                fresh.append(head)
    return chosen
