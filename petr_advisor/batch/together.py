"""What follows in rows of one day and one set of key questions, all of them at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np

from petr_advisor.batch.columnar import Plain, table_on
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.in_columns import NAMED, InColumns
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.enacted import RuleBase


@dataclass(frozen=True)
class Found:
    """What was found of a row on a day."""

    options: Mapping[str, frozenset[str]]
    """The statuses still possible of each option, those not in force included."""
    duties: Mapping[tuple[str, str | None], bool]
    """Whether each duty that follows is established; by its rule and the entity that it binds."""
    breaches: tuple[str, ...]


@dataclass(frozen=True)
class Together:
    """What was found of rows, by the identity of each; those that columns cannot tell are left out."""

    rules: RuleBase
    found: Mapping[int, Found] = field(default_factory=dict)


def concluded_together(rows: Iterable[Plain], rules: RuleBase, questions: tuple[str, ...]) -> Together:
    """Conclude rows on a day: statuses exact as the diagrams have them, duties and breaches as the engine has them."""
    blank = Consultation.start(rules.base, rules.as_of, questions, engine("native"))
    # An option planned for another question that is asked too is a fact that only a consultation gives.
    if not set(questions).isdisjoint(blank.compiled.plans):
        return Together(rules)
    table, taken = table_on(tuple(rows), rules)
    if not taken:
        return Together(rules)
    columns = InColumns(blank, table)
    options = {key: columns.option(key) for key in keys_of(rules, questions)}
    duties = columns.duties()
    breaches = tuple(columns.breaches())
    found = {}
    for row in np.flatnonzero(columns.told):
        found[id(taken[row])] = Found(
            {key: NAMED[code] for key, codes in options.items() if (code := codes[row])},
            duties.get(int(row), {}),
            tuple(key for key, holds in breaches if holds[row]),
        )
    return Together(rules, found)


def keys_of(rules: RuleBase, questions: tuple[str, ...]) -> tuple[str, ...]:
    """Give the options of some key questions, question by question, those not in force included."""
    base = rules.base
    return tuple(key for question in questions for key, option in base.options.items() if option.answers == question)
