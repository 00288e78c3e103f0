"""Many members said at once: a whole département, a file, SIREN numbers one after the other on a line."""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from petr_advisor.files.reading import read_file, what_is
from petr_advisor.territory.departements import Departements
from petr_advisor.territory.names import fold
from petr_advisor.territory.register import Epci, Register

MAX_BYTES = 1_000_000
"""More than the file of any list of members."""
SUFFIXES = (".csv", ".tsv", ".txt")
_SIREN = re.compile(r"[0-9]{9}")
_SIRENS = re.compile(r"\s*[0-9]{9}([\s,;]+[0-9]{9})+[\s,;]*")
_CALLED = frozenset({"departement", "dept", "dep"})
_HEADINGS = {"siren": "siren", "nom": "name", "name": "name", "nature": "kind", "kind": "kind"}


@dataclass(frozen=True)
class Group:
    """The EPCIs of a département: those that have there the greatest part of their inhabitants."""

    code: str
    name: str
    epcis: tuple[Epci, ...]


def departement(typed: str, register: Register, table: Departements, *, by_name: bool = True) -> Group | None:
    """Give the EPCIs of the département that was typed: « 22 », « département 22 » and, if allowed, its bare name."""
    words = fold(typed)
    called = bool(words) and words[0] in _CALLED
    wanted = words[1:] if called else words
    for code, name in table.names.items() if wanted else ():
        if wanted == fold(code) or ((called or by_name) and wanted == fold(name)):
            epcis = tuple(epci for epci in register.epcis if epci.departements[0] == code)
            return Group(code, name, epcis)
    return None


def lines_of(text: str) -> list[str]:
    """Give the members written in a text, one a line; a line of SIREN numbers alone holds as many as numbers."""
    found: list[str] = []
    for line in text.splitlines():
        found += _SIREN.findall(line) if _SIRENS.fullmatch(line) else [line]
    return [line for line in found if line.strip()]


def file_named(typed: str) -> Path | None:
    """Give the file of members that a line names, when there is one; ReadingError when it cannot be looked at."""
    path = Path(typed.strip().strip("'\"")).expanduser() if typed.strip().lower().endswith(SUFFIXES) else None
    return path if path is not None and what_is(path) == "file" else None


def lines_of_file(path: Path) -> list[str]:
    """Read the members of a table or a list, one a line: the SIREN number where there is one, else all that is written.

    ReadingError when the file cannot be read.
    """
    content = read_file(path, MAX_BYTES)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:  # as a workbook writes it on some systems: every byte is a letter there
        text = content.decode("cp1252", "replace")
    first = text.partition("\n")[0]
    mark = max(";,\t", key=first.count)
    table = csv.reader(text.splitlines(), delimiter=mark) if first.count(mark) else [[line] for line in lines_of(text)]
    rows = [[cell.strip() for cell in row] for row in table] or [[]]
    headings = [_HEADINGS.get("".join(fold(cell)), _longer(cell)) for cell in rows[0]]
    has_headings = any(headings)
    return [line for row in rows[has_headings:] if (line := _line(row, headings if has_headings else ()))]


def _longer(cell: str) -> str:
    """Recognise a heading of several words (« population municipale »)."""
    return "population" if fold(cell)[:1] == ("population",) else ""


def _line(row: Sequence[str], headings: Sequence[str]) -> str:
    """Write a row as a person would type it."""
    for cell in row:
        if _SIREN.fullmatch(cell.replace(" ", "")):
            return cell.replace(" ", "")
    if headings:
        named: dict[str, str] = {}
        for heading, cell in zip(headings, row, strict=False):
            named.setdefault(heading, cell)
        row = [named.get(part, "") for part in ("name", "kind", "population")]
    while row and not row[-1]:
        row = row[:-1]
    return " ; ".join(row)
