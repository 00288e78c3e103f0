"""From a row to a case, or to all that is wrong with the row."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from petr_advisor.batch.checking import MEMBER, known_columns, unknown_column
from petr_advisor.batch.form import COMPLETE, DAY, ID, MEMBERS, OWN, QUESTIONS, TERRITORY, Order, Raw
from petr_advisor.batch.values import cell, questions_in, typed
from petr_advisor.consulting.consultation import AnswerError, Consultation
from petr_advisor.inference.engines import engine
from petr_advisor.inference.program import Engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.problems import FileError
from petr_advisor.scenarios.form import UNKNOWN
from petr_advisor.scenarios.loading import load_scenarios
from petr_advisor.scenarios.scenario import entity_id
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Text


@dataclass(frozen=True)
class Taken:
    """A row that could be taken."""

    row: int
    id: str
    territory: str | None
    case: Consultation


@dataclass(frozen=True)
class Refused:
    """One thing that is wrong with a row."""

    row: int
    id: str | None
    column: str
    why: Text
    table: str = "dossiers"


def cases_of(raw: Raw, base: KnowledgeBase, order: Order) -> Iterator[Taken | Refused]:
    """Give the case of a row, those of a scenario file, or what is wrong with it."""
    if raw.scenario is not None:
        yield from _of_scenarios(raw, base, order)
        return
    name = str(raw.fields[ID]) if ID in raw.fields else None
    if raw.wrong:
        yield from (Refused(raw.row, name, column, why, raw.table) for column, why in raw.wrong)
        return
    reading = _Reading(raw, base, order)
    case = reading.case()
    if reading.wrong or case is None:
        yield from (Refused(raw.row, name, column, why) for column, why in reading.wrong)
        return
    territory = raw.fields.get(TERRITORY)
    yield Taken(raw.row, name or str(raw.row), None if territory is None else str(territory), case)


def _of_scenarios(raw: Raw, base: KnowledgeBase, order: Order) -> Iterator[Taken | Refused]:
    assert raw.scenario is not None  # noqa: S101 - the caller looked
    chosen = engine(order.engine)
    try:
        for scenario in load_scenarios(raw.scenario, base):
            if scenario.states_the_law:
                continue
            case = scenario.consultation(chosen)
            case = case.on(order.days[0]) if order.days else case
            yield Taken(raw.row, scenario.name, scenario.territory, _asked(case, order, chosen))
    except FileError as error:
        for problem in error.problems:
            yield Refused(
                raw.row, raw.scenario.stem, "", Text(fr=problem.told(language="fr"), en=problem.told(language="en"))
            )


def _asked(case: Consultation, order: Order, chosen: Engine) -> Consultation:
    """Give a case with the key questions of the order, where it names some."""
    if not order.questions:
        return case
    return _with_events(Consultation.start(case.base, case.as_of, order.questions, chosen), case)


def _with_events(start: Consultation, case: Consultation) -> Consultation:
    return Consultation(start.base, start.as_of, start.key_questions, start.engine, case.events)


class _Reading:
    """A row being read: all that is wrong with it is gathered."""

    def __init__(self, raw: Raw, base: KnowledgeBase, order: Order) -> None:
        self.raw, self.base, self.order = raw, base, order
        self.wrong: list[tuple[str, Text]] = []

    def case(self) -> Consultation | None:
        """Give the case, with every answer that can be taken; None where there is no day or no key question."""
        day, questions = self._day(), self.order.questions or questions_in(self.raw.fields.get(QUESTIONS))
        if day is None:
            return None
        try:
            case = Consultation.start(self.base, day, questions or None, engine(self.order.engine))
        except AnswerError as error:
            self.wrong.append((DAY if not questions else QUESTIONS, error.text))
            return None
        case = self._listed(case)
        for name, value in self.raw.fields.items():
            if name not in OWN:
                case = self._answered(case, name, value)
        return case

    def _day(self) -> date | None:
        if self.order.days:
            return self.order.days[0]
        found = self.raw.fields.get(DAY, self.order.today)
        try:
            return found if isinstance(found, date) else date.fromisoformat(str(found))
        except ValueError:
            self.wrong.append((DAY, told("check.value-day", value=str(found))))
            return None

    def _answered(self, case: Consultation, name: str, value: Any) -> Consultation:
        kind = self.base.facts.get(name)
        if kind is None or kind.entity is not None or kind.of is not None:
            self.wrong.append((name, unknown_column(name, known_columns(self.base))))
            return case
        try:
            return case.dont_know(name) if value == UNKNOWN else case.answer(name, typed(kind, value))
        except AnswerError as error:
            self.wrong.append((name, error.text))
            return case

    def _listed(self, case: Consultation) -> Consultation:
        """Give the list of members, where there is one."""
        found = self.raw.fields.get(MEMBERS)
        if found is None:
            return case
        if not isinstance(found, list) or not all(isinstance(each, Mapping) for each in found):
            self.wrong.append((MEMBERS, told("batch.members-form")))
            return case
        rows: dict[str, dict[str, Any]] = {}
        for number, member in enumerate(found, 1):
            name = entity_id(member, number)
            if name in rows:
                self.wrong.append((MEMBERS, told("batch.member-twice", name=name)))
            rows[name] = {
                f"{MEMBER}.{key}": typed(self.base.facts.get(f"{MEMBER}.{key}"), value)
                for key, raw in member.items()
                if key not in {"siren", "@row"} and (value := cell(raw)) is not None and value != UNKNOWN
            }
        try:
            return case.list_entities(MEMBER, rows, complete=self._complete())
        except AnswerError as error:
            self.wrong.append((MEMBERS, error.text))
            return case

    def _complete(self) -> bool:
        found = self.raw.fields.get(COMPLETE, True)
        said = {"yes": True, "no": False, "true": True, "false": False}.get(str(found).lower())
        if said is None:
            self.wrong.append((COMPLETE, told("check.value-yes-no", value=str(found))))
        return said is not False
