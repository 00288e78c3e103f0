"""The engine form of a rule base: programs of clauses on tokens, and what the tokens stand for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from weakref import WeakKeyDictionary

from petr_advisor.inference.atoms import Atom, evaluate
from petr_advisor.inference.cells import Cell
from petr_advisor.inference.facts import Range, Value
from petr_advisor.inference.meanings import Meaning
from petr_advisor.inference.program import Program, Token
from petr_advisor.knowledge.base import PLAN_PREFIX, KnowledgeBase
from petr_advisor.knowledge.conditions import TRUE, ValueTest, literals
from petr_advisor.knowledge.enacted import RuleBase


@dataclass(frozen=True, eq=False)
class Compiled:
    """The engine form of a rule base, for some key questions and every date of law."""

    base: KnowledgeBase
    key_questions: tuple[str, ...]
    dated: tuple[tuple[str, str], ...]
    """What does not always exist: (rule, cure, row or merit, its identifier)."""
    atoms: Mapping[Token, Atom]
    """Every atom, by the stem of its tokens (`a17`)."""
    programs: Mapping[str, Program]
    """One program a scope."""
    meanings: Mapping[Token, Meaning]
    """What tokens stand for."""

    @cached_property
    def atoms_by_fact(self) -> Mapping[str, tuple[tuple[Token, Atom], ...]]:
        """The atoms on each fact, with their stems."""
        found: dict[str, list[tuple[Token, Atom]]] = {}
        for stem, atom in self.atoms.items():
            found.setdefault(atom.fact, []).append((stem, atom))
        return {fact: tuple(atoms) for fact, atoms in found.items()}

    @cached_property
    def tests(self) -> Mapping[str, tuple[ValueTest, ...]]:
        """The tests on each fact: those of the atoms, then those that no clause reads, and are judged all the same."""
        found = {fact: dict.fromkeys(atom.test for _, atom in atoms) for fact, atoms in self.atoms_by_fact.items()}
        guards = (kind.applies_when or TRUE for kind in self.base.facts.values())
        for condition in (*guards, *self.base.standing):
            for literal in literals(condition):
                found.setdefault(literal.fact, {}).setdefault(literal.test)
        return {fact: tuple(tests) for fact, tests in found.items()}

    @cached_property
    def cells(self) -> dict[str, tuple[Cell, ...]]:
        """The cells, the same on every date of law, of the facts asked for so far; diagrams fill it."""
        return {}

    @cached_property
    def aging(self) -> frozenset[str]:
        """The facts that some condition compares with the date of law."""
        return frozenset(atom.fact for atom in self.atoms.values() if atom.test.dated)

    @cached_property
    def plans(self) -> tuple[str, ...]:
        """The key questions on whose option some condition turns."""
        return tuple(sorted(f.removeprefix(PLAN_PREFIX) for f in self.atoms_by_fact if f.startswith(PLAN_PREFIX)))

    def decided(self, fact: str, value: Value | Range, as_of: date) -> frozenset[Token]:
        """Give the tokens of the atoms that a value of a fact decides, remembered."""
        return self._decided(fact, value, as_of if fact in self.aging else date.min)

    def enacted_tokens(self, rules: RuleBase) -> frozenset[Token]:
        """Give the tokens that say what is enacted at a date of law, remembered."""
        if rules not in self._enacted:
            says = ((kind, key, "true" if rules.enacts(kind, key) else "false") for kind, key in self.dated)
            self._enacted[rules] = frozenset(f"enacted:{kind}:{key}:{said}" for kind, key, said in says)
        return self._enacted[rules]

    @cached_property
    def _decided(self) -> Callable[[str, Value | Range, date], frozenset[Token]]:
        kinds, atoms = self.base.all_facts, self.atoms_by_fact  # nothing that it holds may hold it in turn

        def decide(fact: str, value: Value | Range, as_of: date) -> frozenset[Token]:
            truths = ((stem, evaluate(kinds[fact], a.test, value, as_of)) for stem, a in atoms.get(fact, ()))
            return frozenset(f"{stem}={'T' if t else 'F'}" for stem, t in truths if t is not None)

        return lru_cache(10_000)(decide)

    @cached_property
    def _enacted(self) -> WeakKeyDictionary[RuleBase, frozenset[Token]]:
        return WeakKeyDictionary()
