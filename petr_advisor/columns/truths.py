"""A condition in three values, over many rows: where it is true, and where it is false."""

from collections.abc import Callable
from functools import reduce

import numpy as np

from petr_advisor.columns.column import Column
from petr_advisor.columns.planes import Rows
from petr_advisor.inference.atoms import Truth, evaluate
from petr_advisor.inference.facts import Known, Value
from petr_advisor.inference.meanings import NO_VALUE
from petr_advisor.knowledge.conditions import AllOf, AnyOf, Condition, Literal, Not, negation_normal_form
from petr_advisor.knowledge.enacted import RuleBase
from petr_advisor.knowledge.vocabulary import FactType

Truths = tuple[Rows, Rows]
"""(where it is true, where it is false); nowhere both."""


class View:
    """What is known of some things, one a row: given facts, then the derived ones."""

    def __init__(
        self, rules: RuleBase, rows: int, given: Callable[[str], Column | None], derived: Callable[[str], Rows | None]
    ) -> None:
        """Take two ways to look up: the column of a fact, and the rows in which a token was concluded."""
        self.rules = rules
        self.rows = rows
        self._given = given
        self._derived = derived
        self._known: dict[Literal, Truths] = {}

    def truth(self, condition: Condition) -> Truths:
        """Evaluate a condition."""
        return self._truth(negation_normal_form(condition))

    def _truth(self, condition: Condition) -> Truths:
        match condition:
            case AllOf(parts):
                return self._all([self._truth(part) for part in parts])
            case AnyOf(parts):
                return _contrary(self._all([_contrary(self._truth(part)) for part in parts]))
            case Not(part):
                return _contrary(self._truth(part))
            case Literal():
                if condition not in self._known:
                    self._known[condition] = self._literal(condition)
                return self._known[condition]

    def _all(self, parts: list[Truths]) -> Truths:
        every, none = np.ones(self.rows, dtype=np.bool_), np.zeros(self.rows, dtype=np.bool_)
        return (
            reduce(np.logical_and, (yes for yes, _ in parts), every),
            reduce(np.logical_or, (no for _, no in parts), none),
        )

    def _literal(self, literal: Literal) -> Truths:
        kind = self.rules.base.all_facts[literal.fact]

        def says(known: Known) -> Truth:
            return evaluate(kind, literal.test, known.value, self.rules.as_of)

        column = self._column(literal.fact, kind)
        yes, no = column.truths(says)
        if not literal.positive:
            yes, no = no, yes
        if kind.applies_when is None:
            return yes, no
        applies, moot = self.truth(kind.applies_when)
        return yes & applies, (no & applies) | moot

    def _column(self, fact: str, kind: FactType) -> Column:
        found = self._given(fact)
        given = Column(np.full(self.rows, -1, dtype=np.int32), ()) if found is None else found
        return given.over(self._concluded(fact, kind)) if "rule" in kind.given_by else given

    def _concluded(self, fact: str, kind: FactType) -> Column:
        """Give the values that rules concluded, the first of them where there are several."""
        known: list[Known] = []
        classes = np.full(self.rows, -1, dtype=np.int32)
        for said in (*kind.choices, "yes", "no", NO_VALUE):
            rows = self._derived(f"fact:{fact}:{said}")
            if rows is not None:
                classes[rows & (classes == -1)] = len(known)
                value: Value = {"yes": True, "no": False}.get(said, said)
                known.append(Known(value, "rule"))
        return Column(classes, tuple(known))


def _contrary(found: Truths) -> Truths:
    return found[1], found[0]
