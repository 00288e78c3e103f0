"""The forms that rows have on their way: as read, refused, concluded."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Literal

from petr_advisor.words.texts import Language, Text

ID, TERRITORY, DAY, QUESTIONS, MEMBERS, COMPLETE = (
    "id",
    "territory",
    "as_of",
    "key_questions",
    "members",
    "members_complete",
)
OWN = (ID, TERRITORY, DAY, QUESTIONS, MEMBERS, COMPLETE)
"""The columns that are no facts."""

Table = Literal["options", "duties", "changes", "counts", "rejects"]
OF_ROWS: tuple[Table, ...] = ("options", "duties", "changes", "rejects")
"""The tables to which each row gives its lines."""
TABLES: tuple[Table, ...] = ("options", "duties", "changes", "counts", "rejects")

Line = dict[str, Any]
"""A line of a table, by column."""

Lines = dict[Table, list[Line]]


def no_lines() -> Lines:
    """Give the tables of rows, without lines."""
    return {table: [] for table in OF_ROWS}


FORMS = (".csv", ".jsonl", ".ndjson", ".parquet")
"""The endings of tables, in and out."""


@dataclass(frozen=True)
class Raw:
    """A row as it was read."""

    row: int
    """Its number, from 1; the line of names of a CSV file is none."""
    fields: Mapping[str, Any] = field(default_factory=dict)
    """What stands in it, by column; what is empty is left out."""
    wrong: tuple[tuple[str, Text], ...] = ()
    """(column, why) of what could not be read of it."""
    scenario: Path | None = None
    """The scenario file that it is, in a folder of scenarios."""
    table: str = "dossiers"
    """`dossiers`, or `members` for a line of the second table that belongs to no dossier."""


@dataclass(frozen=True)
class Order:
    """What to conclude of rows."""

    knowledge: Path | None
    engine: Literal["durable", "native"]
    days: tuple[date, ...]
    """Dates of law for every row; of the row itself, else `today`, when empty."""
    today: date
    questions: tuple[str, ...]
    """Key questions for every row; those of the row, else all, when empty."""
    language: Language
    only_statuses: bool = False
    """Whether only statuses, duties and breaches are wanted: in columns."""
    overlay: Path | None = None
    """Folder of changed rules: rows are concluded with them, in columns, with what is otherwise and by which change."""

    @property
    def compares(self) -> bool:
        """Whether there are changes to be told."""
        return len(self.days) > 1 or self.overlay is not None
