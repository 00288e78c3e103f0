"""The summaries of lists, in every row: counts, totals, shares, every, some; as `inference/completion.py` has them."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from petr_advisor.columns.column import NOTHING, Column
from petr_advisor.columns.measured import Measured, yes_no_column
from petr_advisor.columns.planes import Rows
from petr_advisor.columns.table import Entities, Table
from petr_advisor.columns.truths import Truths, View
from petr_advisor.inference.facts import Range
from petr_advisor.knowledge.conditions import AllOf, ValueTest
from petr_advisor.knowledge.enacted import RuleBase
from petr_advisor.knowledge.vocabulary import FactType, Summary

OF_A_FACT = frozenset({"share_of", "largest_share", "total"})
SHARES = frozenset({"share_of", "share_of_count", "largest_share"})

Derived = Callable[[str], Rows | None]
"""The entities of a kind for which a token was concluded, None for a token that nothing concludes."""


def summarized(
    rules: RuleBase, table: Table, derived: Mapping[str, Derived], tests: Mapping[str, tuple[ValueTest, ...]]
) -> Table:
    """Give the table with every summary measured; `tests` are the conditions that its classes must tell apart."""
    columns = dict(table.columns)
    views = {
        kind: View(rules, len(entities.row), _lookup(table, entities), derived.get(kind, lambda _: None))
        for kind, entities in table.entities.items()
    }
    for name, fact in rules.base.facts.items():
        if fact.summary is None:
            continue
        kind = _kind_of(rules, fact.summary)
        entities = table.entities.get(kind)
        if entities is None:
            continue
        found = _column(fact, fact.summary, _Lists(table.rows, entities, views[kind]), tests.get(name, ()), rules.as_of)
        given = table.columns.get(name)
        columns[name] = found if given is None else _prevailing(fact, given, found)
    return Table(table.rows, columns, table.entities)


def _kind_of(rules: RuleBase, summary: Summary) -> str:
    ((name, target),) = summary.measure.items()
    return (rules.base.facts[target].of or "") if name in OF_A_FACT else target


def _lookup(table: Table, entities: Entities) -> Callable[[str], Column | None]:
    """Give what is known of a fact for each entity: its own, or that of its row."""

    def look(fact: str) -> Column | None:
        if fact in entities.columns:
            return entities.columns[fact]
        found = table.columns.get(fact)
        return None if found is None else found.at(entities.row)

    return look


def _prevailing(fact: FactType, given: Column, found: Column) -> Column:
    """Give what holds of a value given and one measured: the given one, unless a full measure prevails."""
    outranked = given.where(lambda known: known.by in {"user", "register"} and fact.given_by[0] == "measure")
    full = found.where(lambda known: not isinstance(known.value, Range))
    measured = full & outranked
    return (
        Column(np.where(measured, found.classes, NOTHING).astype(np.int32), found.known)
        .over(given)
        .over(Column(np.where(given.there, NOTHING, found.classes).astype(np.int32), found.known))
    )


class _Lists:
    """The lists of one kind, added up row by row."""

    def __init__(self, rows: int, entities: Entities, view: View) -> None:
        self.rows = rows
        self.entities = entities
        self.view = view

    def sum(self, numbers: NDArray[np.int64]) -> NDArray[np.int64]:
        """Add up a number of each entity."""
        found = np.zeros(self.rows, dtype=np.int64)
        np.add.at(found, self.entities.row, numbers)
        return found

    def any(self, truths: Rows) -> Rows:
        """Tell in which rows something is so of some entity."""
        return np.asarray(np.bincount(self.entities.row[truths], minlength=self.rows) > 0)

    def largest(self, numbers: NDArray[np.int64]) -> NDArray[np.int64]:
        """Give the largest number."""
        found = np.zeros(self.rows, dtype=np.int64)
        np.maximum.at(found, self.entities.row, numbers)
        return found


def _column(fact: FactType, summary: Summary, lists: _Lists, tests: tuple[ValueTest, ...], as_of: date) -> Column:
    ((name, target),) = summary.measure.items()
    among, off = lists.view.truth(summary.among or AllOf(()))
    counted = ~off
    inside, outside = lists.view.truth(AllOf((summary.among or AllOf(()), summary.where or AllOf(()))))
    truths = inside & counted, outside & counted
    told = lists.entities.listed.copy()
    if name in SHARES:
        told &= ~lists.any(counted & ~among)
    if name in {"every", "some"}:
        return _quantified(lists, truths, counted, told, looked_for=name == "some")
    sizes = _sizes(lists, target) if name in OF_A_FACT else np.ones(len(counted), dtype=np.int64)
    match name:
        case "count" | "total":
            found = _sum(lists, truths, counted, sizes, told)
            least = fact.minimum or 0
            dumb = ~found.bounded & (found.low == least)
            found = replace(found, known=found.known & ~dumb)
        case "largest_share":
            found = _largest(lists, truths, counted, sizes, told)
        case _:
            found = _share(lists, truths, counted, sizes, told)
    return found.column(fact, tests, as_of)


def _sizes(lists: _Lists, fact: str) -> NDArray[np.int64]:
    """Give the size of each entity, -1 where it is not known."""
    column = lists.entities.columns.get(fact)
    return np.full(len(lists.entities.row), NOTHING, dtype=np.int64) if column is None else column.numbers()


def _quantified(lists: _Lists, truths: Truths, counted: Rows, told: Rows, *, looked_for: bool) -> Column:
    yes, no = truths
    found = lists.any(yes if looked_for else no) & told
    open_ = lists.any(counted & ~yes & ~no)
    other = told & ~found & lists.entities.complete & ~open_
    return yes_no_column(found, other) if looked_for else yes_no_column(other, found)


def _sum(lists: _Lists, truths: Truths, counted: Rows, sizes: NDArray[np.int64], told: Rows) -> Measured:
    yes, no = truths
    unknown, sized = counted & ~yes & ~no, np.maximum(sizes, 0)
    low = lists.sum(np.where(yes, sized, 0))
    unsure = lists.any(unknown | (yes & (sizes == NOTHING)))
    endless = ~lists.entities.complete | lists.any(counted & ~no & (sizes == NOTHING))
    high = low + lists.sum(np.where(unknown, sized, 0))
    full = lists.entities.complete & ~unsure
    bounded = full | ~endless
    return Measured(told, low, np.where(bounded, high, low), bounded, full)


def _share(lists: _Lists, truths: Truths, counted: Rows, sizes: NDArray[np.int64], told: Rows) -> Measured:
    yes, no = truths
    sized = np.maximum(sizes, 0)
    whole = lists.sum(np.where(counted, sized, 0))
    known = told & lists.entities.complete & ~lists.any(counted & (sizes == NOTHING)) & (whole > 0)
    low, high = (lists.sum(np.where(rows, sized, 0)) for rows in (yes, counted & ~no))
    return Measured(known, low, high, np.ones(lists.rows, dtype=np.bool_), low == high, np.maximum(whole, 1))


def _largest(lists: _Lists, truths: Truths, counted: Rows, sizes: NDArray[np.int64], told: Rows) -> Measured:
    yes, no = truths
    sized = np.maximum(sizes, 0)
    whole = lists.sum(np.where(counted, sized, 0))
    known = told & lists.entities.complete & ~lists.any(counted & (sizes == NOTHING)) & (whole > 0)
    low, high = (lists.largest(np.where(rows, sized, 0)) for rows in (yes, counted & ~no))
    return Measured(known, low, high, np.ones(lists.rows, dtype=np.bool_), low == high, np.maximum(whole, 1))
