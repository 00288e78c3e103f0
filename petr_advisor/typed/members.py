"""One line for each member of a list: a name of the register, or « name ; kind ; population »."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

from petr_advisor.consulting.consultation import MAX_ENTITIES
from petr_advisor.inference.facts import Value
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.territory.names import fold
from petr_advisor.territory.register import Epci, EpciKind, Register
from petr_advisor.typed.entities import IN_REGISTER, Cell, EntityKind, Row, identifier, row_of_epci
from petr_advisor.typed.refusals import TypedError, quoted, tidy
from petr_advisor.typed.values import read
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Language, Text

MAX_FOUND = 12
_BETWEEN = re.compile(r"[;\t]")


class NotAddedError(TypedError):
    """A line that is well read, and is not to be added: the member is there, or the list is full."""


class MeantError(TypedError):
    """A line that may stand for bodies of the register, to be chosen; `found` are those, the best first."""

    def __init__(self, text: Text, found: tuple[Epci, ...]) -> None:
        super().__init__(text.en, text.fr)
        self.found = found


class SeveralError(MeantError):
    """A name that several bodies of the register bear."""

    def __init__(self, typed: str, found: tuple[Epci, ...]) -> None:
        super().__init__(told("typed.several", seen=quoted(typed)), found)


class InRegisterError(MeantError):
    """A member written out whose name is, but for its kind word, that of a body of the register."""

    def __init__(self, typed: str, epci: Epci) -> None:
        super().__init__(told("typed.in-register", seen=quoted(typed), name=quoted(epci.name)), (epci,))


@dataclass(frozen=True)
class Taken:
    """What came of lines pasted."""

    rows: tuple[Row, ...]
    """The rows there were and those read."""
    refused: tuple[str, ...]
    """The lines that could not be read, as typed."""
    left_out: tuple[NotAddedError, ...]
    """Why lines that could be read were not added."""
    completed: tuple[tuple[str, str], ...] = ()
    """The lines that gave only a part of a name, each with the whole name: another body may have been meant."""


@dataclass(frozen=True)
class MemberReader:
    """Reads lines about one kind of entity, with the register at hand or without."""

    base: KnowledgeBase
    kind: EntityKind
    register: Register | None
    language: Language

    @staticmethod
    def is_written(typed: str) -> bool:
        """Tell whether a line gives the facts of a member, rather than letters to look for."""
        return _BETWEEN.search(typed) is not None

    def read(self, typed: str, rows: Sequence[Row]) -> Row:
        """Read a line, to be added to the rows there are; TypedError says why it cannot be."""
        row = self._written(typed, rows) if self.is_written(typed) else self._in_register(typed, rows)
        return self.added(row, rows)

    def take(self, lines: Iterable[str], rows: Sequence[Row]) -> Taken:
        """Read lines one after the other; none is lost because of another."""
        found, refused, left_out, completed = list(rows), [], [], []
        for line in lines:
            try:
                found.append(self.read(line, found))
                if self._completes(line, found[-1]):
                    completed.append((tidy(line), self.name(found[-1])))
            except NotAddedError as error:
                left_out.append(error)
            except TypedError:
                refused.append(line)
        return Taken(tuple(found), tuple(refused), tuple(left_out), tuple(completed))

    def _completes(self, line: str, row: Row) -> bool:
        """Tell whether the register said more of a name than the line: neither its kind word alone nor a number."""
        text = tidy(line)
        if self.is_written(line) or self.register is None or not any(letter.isalpha() for letter in text):
            return False
        meant = self.register.called(text)
        return (meant is None or meant.siren != row.id) and fold(text) != fold(self.name(row))

    def take_epcis(self, epcis: Iterable[Epci], rows: Sequence[Row]) -> Taken:
        """Add bodies of the register, all that are not there already."""
        found, left_out = list(rows), []
        for epci in epcis:
            try:
                found.append(self.pick(epci, found))
            except NotAddedError as error:
                left_out.append(error)
        return Taken(tuple(found), (), tuple(left_out))

    def pick(self, epci: Epci, rows: Sequence[Row]) -> Row:
        """Give the row of a body of the register; NotAddedError when it is there already."""
        return self.added(row_of_epci(self.base, self.kind, epci), rows)

    def added(self, row: Row, rows: Sequence[Row]) -> Row:
        """Give a row that may join the others; NotAddedError when it is one of them, or one too many."""
        if len(rows) >= MAX_ENTITIES:
            raise NotAddedError.of("typed.too-many", most=MAX_ENTITIES)
        seen, name, body = self.name(row), fold(self.name(row)), self._stands_for(row)
        for other in rows:
            if row.id == other.id or (name and name == fold(self.name(other))):
                raise self._namesake(row, other) or NotAddedError.of("typed.twice", seen=quoted(seen))
            if body == self._stands_for(other):
                raise NotAddedError.of("typed.twice-as", seen=quoted(seen), name=quoted(self.name(other)))
        return row

    def _namesake(self, row: Row, other: Row) -> NotAddedError | None:
        """Give why a body of the register is not added beside another of its name: by the départements of both."""
        new, there = (self.register.get(each.id) if self.register else None for each in (row, other))
        if new is None or there is None or new.siren == there.siren:
            return None
        places = {key: ", ".join(epci.departements) for key, epci in (("place", new), ("there", there))}
        return NotAddedError.of("typed.twice-namesake", seen=quoted(new.name), **places)

    def known(self, row: Row) -> Epci | None:
        """Give the body of the register that a row is, or that its name and its kind say it is."""
        if self.register is None:
            return None
        kind = row.cells.get(f"{self.kind.kind}.kind")
        by_name = kind is None or kind.value in get_args(EpciKind)
        return self.register.get(row.id) or (self.register.called(self.name(row)) if by_name else None)

    def _stands_for(self, row: Row) -> str:
        epci = self.known(row)
        return epci.siren if epci is not None else row.id

    def name(self, row: Row) -> str:
        """Give the name of a row, or its identifier."""
        cell = row.cells.get(f"{self.kind.kind}.name")
        return str(cell.value) if cell else row.id

    def _written(self, typed: str, rows: Sequence[Row]) -> Row:
        parts = [tidy(part) for part in _BETWEEN.split(typed)]
        if len(parts) > len(IN_REGISTER):
            raise TypedError.of("typed.columns", seen=quoted(typed))
        facts = {f"{self.kind.kind}.{part}": said for part, said in zip(IN_REGISTER, parts, strict=False)}
        if not parts[0]:
            raise TypedError.of("typed.no-name")
        known = [fact for fact, said in facts.items() if said and fact in self.base.facts]
        cells = {fact: Cell(self._value(fact, facts[fact])) for fact in known}
        return self._as_known(Row(identifier(parts[0], [row.id for row in rows]), cells))

    def _as_known(self, row: Row) -> Row:
        """Give a row by hand as that of the register whose exact name it bears; one that is but alike is proposed."""
        epci, name = self.known(row), self.name(row)
        if epci is None:
            return row
        if fold(epci.name) != fold(name):
            raise InRegisterError(name, epci)
        found = row_of_epci(self.base, self.kind, epci)
        for fact, cell in row.cells.items():
            found = found if fact == f"{self.kind.kind}.name" else found.with_value(fact, cell.value)
        return found

    def _value(self, fact: str, typed: str) -> Value:
        kind = self.base.facts[fact]
        try:
            return read(kind, typed, self.language)
        except TypedError as error:
            raise TypedError.of("mark.labelled", label=kind.label, value=error.text) from error

    def _in_register(self, typed: str, rows: Sequence[Row]) -> Row:
        text = tidy(typed)
        found = search(self.register, text, rows) if self.register else ()
        same = [epci for epci in found if fold(epci.name) == fold(text)]
        if not found or (text.isdecimal() and text != found[0].siren):  # the number of a line is no part of a name
            several = "," in text and not any(letter.isdecimal() for letter in text)
            raise TypedError.of("typed.one-a-line" if several else "typed.not-in-register", seen=quoted(text))
        if len(found) > 1 and len(same) != 1:
            raise SeveralError(text, found)
        return row_of_epci(self.base, self.kind, (same or found)[0])


def search(register: Register, typed: str, rows: Sequence[Row]) -> tuple[Epci, ...]:
    """Give what the register finds of some letters, the départements of the members there are coming first."""
    listed = (register.get(row.id) for row in rows)
    around = frozenset(code for epci in listed if epci is not None for code in epci.departements)
    return register.search(typed, MAX_FOUND, around)
