"""The entities of a list as the table shows them: which facts the register gives, and rows of them."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace

from petr_advisor.consulting.answers import GivenBy
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.facts import Value
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.territory.register import Epci

IN_REGISTER = ("name", "kind", "population", "departement", "region")
"""What the register knows of an EPCI, by the last word of the fact that holds it."""


@dataclass(frozen=True)
class Cell:
    """One value of a row and who gave it."""

    value: Value | None
    by: GivenBy = "user"


@dataclass(frozen=True)
class Row:
    """One entity of a list."""

    id: str
    cells: dict[str, Cell]
    """By fact; facts not known are absent."""

    @property
    def from_register(self) -> bool:
        """Whether everything in the row is as the register gives it."""
        return bool(self.cells) and all(cell.by == "register" for cell in self.cells.values())

    def with_value(self, fact: str, value: Value | None) -> "Row":
        """Give the row with one value changed by hand; an unchanged value keeps its origin."""
        if fact in self.cells and self.cells[fact].value == value:
            return self
        cells = {key: cell for key, cell in self.cells.items() if key != fact}
        return replace(self, cells=cells if value is None else {**cells, fact: Cell(value)})


@dataclass(frozen=True)
class EntityKind:
    """A kind of entity and the facts that describe one in the table."""

    kind: str
    """Such as `member`."""
    list_fact: str
    columns: tuple[str, ...]
    """Facts of the table, in the register's order, then none other."""

    def part(self, name: str) -> str | None:
        """Give the fact of a column by its last word (`name`, `kind`, `population`)."""
        return next((fact for fact in self.columns if fact.rpartition(".")[2] == name), None)


def entity_kind(base: KnowledgeBase, kind: str) -> EntityKind:
    """Find the facts that the table of a kind of entity shows: those the register can give."""
    list_fact = next(fact for fact, found in base.facts.items() if found.entity == kind)
    given = [fact for fact, found in base.facts.items() if found.of == kind and "register" in found.given_by]
    known = [fact for fact in given if fact.rpartition(".")[2] in IN_REGISTER]
    if not known:
        known = [f"{kind}.name"] if f"{kind}.name" in base.facts else []
    ordered = sorted(known, key=lambda fact: IN_REGISTER.index(fact.rpartition(".")[2]))
    return EntityKind(kind, list_fact, tuple(ordered))


def rows_of(consultation: Consultation, kind: EntityKind) -> tuple[Row, ...]:
    """Give the rows of a list as it stands."""
    listed = consultation.state.lists.get(kind.kind)
    answers = consultation.state.answers
    return tuple(
        Row(of, {f: Cell(found.value, found.by) for f in kind.columns if (found := answers.get((f, of)))})
        for of in (listed.ids if listed else ())
    )


def row_of_epci(base: KnowledgeBase, kind: EntityKind, epci: Epci) -> Row:
    """Give the row of an EPCI picked in the register; a value that the vocabulary does not take is left out."""
    known: dict[str, Value] = {
        "name": epci.name,
        "kind": epci.kind_of_member,
        "population": epci.population_municipal,
        "departement": ", ".join(epci.departements),
        "region": epci.region,
    }
    cells = {}
    for fact in kind.columns:
        value = known[fact.rpartition(".")[2]]
        choices = base.facts[fact].choices
        if not choices or value in choices:
            cells[fact] = Cell(value, "register")
    return Row(epci.siren, cells)


def listed(consultation: Consultation, kind: EntityKind, rows: Iterable[Row], *, complete: bool) -> Consultation:
    """Give the consultation with these rows as its list."""
    given = {
        row.id: [(fact, cell.value, cell.by) for fact, cell in row.cells.items() if cell.value is not None]
        for row in rows
    }
    return consultation.list_entities_as_given(kind.kind, given, complete=complete)


def identifier(name: str, taken: Iterable[str]) -> str:
    """Make an identifier of a name typed by hand, different from those taken."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-").lower()[:60] or "x"
    used = set(taken)
    return next(found for n in range(1, len(used) + 2) if (found := slug if n == 1 else f"{slug}-{n}") not in used)


def entity_name(consultation: Consultation, kind: str, of: str) -> str:
    """Give the name of an entity, or its identifier when it has none."""
    found = consultation.state.answers.get((f"{kind}.name", of))
    return str(found.value) if found and found.value is not None else of
