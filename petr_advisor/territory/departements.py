"""What follows from the département: regions of today and of before 2016, where it lies, no land border abroad."""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from petr_advisor.errors import PetrAdvisorError
from petr_advisor.inference.facts import Value
from petr_advisor.territory.names import fold

COLUMNS = ("region", "former_region", "location", "foreign_border", "alsace_moselle")
"""What the table says of a département, in the words of the vocabulary; an empty cell says nothing."""

_HEADER = ["code", "nom", *COLUMNS]
_BETWEEN = re.compile(r"[,;/+]")
_AND = re.compile(r"\s+(?:et|and)\s+")
_WORDS: Mapping[str, Value] = {"yes": True, "no": False}


class DepartementsError(PetrAdvisorError):
    """A table of départements that is missing or cannot be read; the text names the file and the line."""


@dataclass(frozen=True)
class Departements:
    """The table of départements."""

    says: Mapping[str, Mapping[str, Value]]
    """For each code, what is said of it, by column; nothing for an empty cell."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Its name, by its code."""

    @classmethod
    def load(cls, folder: Path) -> "Departements":
        """Read `departements.csv` in a folder; DepartementsError names the file and the line."""
        path = folder / "departements.csv"
        try:
            with path.open(encoding="utf-8", newline="") as file:
                header, *rows = list(csv.reader(file)) or [[]]
        except (OSError, UnicodeDecodeError, csv.Error) as error:
            raise DepartementsError(f"{path}: cannot be read as a UTF-8 CSV file ({error})") from error
        if header != _HEADER:
            raise DepartementsError(f"{path}, line 1: the columns must be {','.join(_HEADER)}")
        says: dict[str, Mapping[str, Value]] = {}
        for line, row in enumerate(rows, start=2):
            if len(row) != len(_HEADER) or not row[0] or row[0] in says:
                raise DepartementsError(f"{path}, line {line}: {','.join(row)!r} is not a new département")
            cells = zip(COLUMNS, row[2:], strict=True)
            says[row[0]] = {column: _WORDS.get(cell, cell) for column, cell in cells if cell}
        return cls(MappingProxyType(says), MappingProxyType({row[0]: row[1] for row in rows}))

    def named(self, text: str) -> frozenset[str] | None:
        """Give the codes of the départements that a text names or gives by code; None where it has another word.

        >>> table.named("67, Haut-Rhin et Moselle (57)")
        frozenset({'57', '67', '68'})
        """
        found: set[str] = set()
        for part in filter(None, (part.strip() for part in _BETWEEN.split(text))):
            whole = self._code(part)
            codes = [whole] if whole is not None else [self._code(piece) for piece in _AND.split(part)]
            if None in codes:
                return None
            found.update(code for code in codes if code is not None)
        return frozenset(found) or None

    def _code(self, words: str) -> str | None:
        return self._spelt.get(fold(words))

    @cached_property
    def _spelt(self) -> Mapping[tuple[str, ...], str]:
        """The code of each département by the ways of writing it."""
        return {
            way: code
            for code, name in self.names.items()
            for way in (fold(code), fold(name), (*fold(name), *fold(code)), (*fold(code), *fold(name)))
        }

    def values(self, column: str) -> frozenset[Value]:
        """Give every value that a column holds."""
        return frozenset(said[column] for said in self.says.values() if column in said)

    def said_of(self, code: str) -> Mapping[str, Value]:
        """Give what is said of a département, by column."""
        return self.says.get(code, {})

    def of(self, codes: frozenset[str], column: str) -> tuple[Value, ...] | None:
        """Give what a column says of some départements, each value once; None when it says nothing of one of them."""
        found = [self.said_of(code).get(column) for code in sorted(codes)]
        known = tuple(dict.fromkeys(value for value in found if value is not None))
        return None if None in found or not known else known
