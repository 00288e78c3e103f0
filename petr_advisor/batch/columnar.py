"""Rows as columns: the facts of many dossiers at once, without a consultation of each.

A row that holds anything else than what columns can hold is left to the engine, which also says what is wrong with it.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from petr_advisor.batch.checking import MEMBER
from petr_advisor.batch.form import COMPLETE, DAY, ID, MEMBERS, OWN, QUESTIONS, TERRITORY, Order, Raw
from petr_advisor.batch.values import cell, questions_in, typed
from petr_advisor.columns.table import Table, table_of
from petr_advisor.consulting.consultation import EARLIEST, LATEST, MAX_ENTITIES
from petr_advisor.consulting.from_answers import from_answers
from petr_advisor.inference.atoms import check_bounds, parse_value
from petr_advisor.inference.facts import EntityList, FactKey, Facts, Known, Value
from petr_advisor.knowledge.base import READING_PREFIX, KnowledgeBase
from petr_advisor.knowledge.enacted import RuleBase
from petr_advisor.knowledge.problems import FormError
from petr_advisor.scenarios.form import UNKNOWN
from petr_advisor.scenarios.scenario import entity_id
from petr_advisor.territory.measures import MEASURED, measure, remaining, typed_departements


class NotPlainError(Exception):
    """A row that columns do not hold: what is wrong with it, or what is particular to it, is for the engine to say."""


@dataclass(frozen=True)
class Plain:
    """A row of answers and members, on the day and the key questions of its group."""

    raw: Raw
    known: Mapping[FactKey, Known]
    members: EntityList | None


@dataclass(frozen=True)
class Group:
    """The day and the key questions that rows have in common."""

    day: date
    questions: tuple[str, ...]


class Plainly:
    """Reads rows as plain facts; what a cell says is worked out once."""

    def __init__(self, base: KnowledgeBase, order: Order) -> None:
        self.base, self.order = base, order
        self._said: dict[tuple[str, Any], Value | None] = {}
        self._asked = tuple(sorted(base.key_questions, key=lambda key: base.key_questions[key].order))

    def group(self, raw: Raw) -> Group:
        """Give the group of a row."""
        day = self.order.days[0] if self.order.days else raw.fields.get(DAY, self.order.today)
        questions = self.order.questions or questions_in(raw.fields.get(QUESTIONS)) or self._asked
        if not set(questions) <= self.base.key_questions.keys():
            raise NotPlainError
        if not isinstance(day, date):
            try:
                day = date.fromisoformat(str(day))
            except ValueError as error:
                raise NotPlainError from error
        if not EARLIEST <= day <= LATEST:
            raise NotPlainError
        return Group(day, questions)

    def plain(self, raw: Raw) -> Plain:
        """Read a row; NotPlainError where the engine has to."""
        if raw.wrong or raw.scenario is not None:
            raise NotPlainError
        known: dict[FactKey, Known] = {}
        for name, value in raw.fields.items():
            if name not in OWN:
                self._put(known, name, None, value)
        return Plain(raw, known, self._members(raw, known))

    def _members(self, raw: Raw, known: dict[FactKey, Known]) -> EntityList | None:
        found = raw.fields.get(MEMBERS)
        if found is None:
            return None
        if not isinstance(found, list) or len(found) > MAX_ENTITIES or raw.fields.get(COMPLETE, True) is not True:
            raise NotPlainError
        names = []
        for number, member in enumerate(found, 1):
            if not isinstance(member, Mapping):
                raise NotPlainError
            name = entity_id(member, number)
            names.append(name)
            for key, value in member.items():
                if key not in {"siren", "@row"} and (said := cell(value)) is not None:
                    self._put(known, f"{MEMBER}.{key}", name, said)
        if len(set(names)) < len(names):
            raise NotPlainError
        return EntityList(tuple(names), complete=True)

    def _put(self, known: dict[FactKey, Known], fact: str, of: str | None, raw: Any) -> None:
        if isinstance(raw, list | dict):
            raise NotPlainError
        place = (fact, raw if not isinstance(raw, bool | float) else repr(raw))
        if place not in self._said:
            self._said[place] = self._value(fact, raw, entity=of is not None)
        value = self._said[place]
        if value is not None:
            known[fact, of] = Known(value)

    def _value(self, fact: str, raw: Any, *, entity: bool) -> Value | None:
        """Give the value of a cell, None for « I do not know »."""
        kind = self.base.facts.get(fact)
        if kind is None or kind.entity is not None or (kind.of == MEMBER) != entity:
            raise NotPlainError
        if raw == UNKNOWN:
            return None
        try:
            value = parse_value(kind, typed(kind, raw))
            check_bounds(kind, value)
        except FormError as error:
            raise NotPlainError from error
        return value


def facts_on(row: Plain, rules: RuleBase) -> Facts:
    """Give everything known of a row on a day, as a case does before any rule is applied; NotPlainError otherwise.

    An answer on what a list of members measures may clash with it: the engine looks into that.
    """
    base, known = rules.base, dict(row.known)
    told_of = typed_departements((key, found.value) for key, found in row.known.items())
    for fact, kind in base.facts.items():
        if "calendar" in kind.given_by:
            known[fact, None] = Known(rules.as_of, "calendar")
        if row.members is None:
            continue
        said = row.known.get((fact, None))
        if kind.summary is not None and said is not None and kind.type != "yes_no":
            raise NotPlainError  # the list may give bounds that shut the answer out
        if kind.measure and row.members.ids:
            listed = remaining(kind, row.members, row.known)
            hint = measure(kind, listed, rules.as_of, told_of) if listed is not None else None
            if hint is not None and said is not None and hint.excludes(said.value):
                raise NotPlainError
            if hint is not None and hint.settled and hint.value is not None:
                known.setdefault((fact, None), Known(hint.value, "measure"))
    known.update(from_answers(base, known))
    for point in base.disputed:
        known[f"{READING_PREFIX}{point}", None] = Known(rules.prudent(point), "reading")
    return Facts(known, {} if row.members is None else {MEASURED: row.members})


def table_on(rows: Sequence[Plain], rules: RuleBase) -> tuple[Table, tuple[Plain, ...]]:
    """Put rows side by side on a day, less those that the engine has to take; also give the rows that are there."""
    taken, facts = [], []
    for row in rows:
        with suppress(NotPlainError):
            facts.append(facts_on(row, rules))
            taken.append(row)
    kind_of = {name: kind.of for name, kind in rules.base.all_facts.items()}
    return table_of(facts, kind_of), tuple(taken)


def name_of(raw: Raw) -> tuple[str, str | None]:
    """Give the identifier and the territory of a row."""
    territory = raw.fields.get(TERRITORY)
    return str(raw.fields.get(ID, raw.row)), None if territory is None else str(territory)
