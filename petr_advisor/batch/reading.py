"""Read tables of dossiers row by row: CSV, JSON Lines, Parquet, a folder of scenarios; never all of it at once."""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, TextIO

from petr_advisor.batch.form import FORMS, Raw
from petr_advisor.batch.values import cell
from petr_advisor.errors import PetrAdvisorError, reason
from petr_advisor.files.reading import ReadingError, files_in, shown, what_is
from petr_advisor.words.speech import told

AT_ONCE = 4_096
"""Rows of a Parquet file that are read together."""
LONGEST = 10_000_000
"""Letters of a cell, which may hold the members of a dossier; more is a file that is no table."""


class Source(Protocol):
    """A table to be read."""

    @property
    def columns(self) -> tuple[str, ...] | None:
        """The names of its columns; None where each row has its own."""
        ...

    def count(self) -> int:
        """Count its rows."""
        ...

    def rows(self) -> Iterator[Raw]:
        """Read its rows, from the first."""
        ...


def source(path: Path) -> Source:
    """Open a table by the ending of its name, or a folder; PetrAdvisorError for what cannot be read as one."""
    found = what_is(path)
    if found == "folder":
        return _Scenarios(path)
    if found != "file":
        raise ReadingError.because(path, "file.none" if found == "nothing" else "file.other")
    match path.suffix.lower():
        case ".csv":
            return _Csv(path)
        case ".jsonl" | ".ndjson":
            return _Lines(path)
        case ".parquet":
            return _Parquet(path)
    raise PetrAdvisorError.of("batch.form", name=shown(path), known=FORMS)


@dataclass(frozen=True)
class _Csv:
    """A file of separated values: commas, semicolons or tabs, whichever its first line holds most of."""

    path: Path

    @property
    def columns(self) -> tuple[str, ...]:
        with self._open() as file:
            names = [name.strip() for name in next(self._records(file), [])]
        twice = sorted({name for name in names if names.count(name) > 1})
        if not any(names):
            raise PetrAdvisorError.of("batch.empty", name=shown(self.path))
        if twice:
            raise PetrAdvisorError.of("batch.column-twice", name=shown(self.path), columns=twice)
        return tuple(names)

    def count(self) -> int:
        with self._open() as file:
            return max(sum(1 for record in self._records(file) if record) - 1, 0)

    def rows(self) -> Iterator[Raw]:
        names, row = self.columns, 0
        with self._open() as file:
            records = self._records(file)
            next(records)
            for record in records:
                if not record:  # an empty line
                    continue
                row += 1
                if not "".join(record).isascii() and _garbled(record):
                    yield Raw(row, _filled(zip(names, record, strict=False)), (("", told("batch.not-utf-8")),))
                elif len(record) != len(names):
                    wrong = told("batch.cells", n=len(record), of=len(names))
                    yield Raw(row, _filled(zip(names, record, strict=False)), (("", wrong),))
                else:
                    yield Raw(row, _filled(zip(names, record, strict=True)))

    def _open(self) -> TextIO:
        try:
            return self.path.open(encoding="utf-8-sig", newline="", errors="surrogateescape")
        except OSError as error:
            raise ReadingError(self.path, reason(error)) from error

    def _records(self, file: TextIO) -> Iterator[list[str]]:
        csv.field_size_limit(LONGEST)
        first = file.readline()
        file.seek(0)
        separator = max(",;\t", key=first.count)
        records = csv.reader(file, delimiter=separator)
        while True:
            try:
                record = next(records)
            except StopIteration:
                return
            except csv.Error as error:
                raise PetrAdvisorError.of(
                    "batch.broken", name=shown(self.path), row=records.line_num, why=str(error)
                ) from None
            if record and (len(record) > 1 or record[0].strip()):
                yield record


@dataclass(frozen=True)
class _Lines:
    """A file of JSON values, one a line."""

    path: Path
    columns: None = None

    def count(self) -> int:
        return sum(1 for _ in self._lines())

    def rows(self) -> Iterator[Raw]:
        for row, line in enumerate(self._lines(), 1):
            try:
                found = json.loads(line)
            except (ValueError, RecursionError) as error:
                yield Raw(row, wrong=(("", told("batch.not-json", place=getattr(error, "pos", 0) + 1)),))
                continue
            if isinstance(found, dict):
                yield Raw(row, _filled(_flat(found)))
            else:
                yield Raw(row, wrong=(("", told("batch.not-an-object")),))

    def _lines(self) -> Iterator[bytes]:
        try:
            with self.path.open("rb") as file:
                yield from (line for line in file if line.strip())
        except OSError as error:
            raise ReadingError(self.path, reason(error)) from error


@dataclass(frozen=True)
class _Parquet:
    """A Parquet file."""

    path: Path

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(self._lazily().collect_schema().names())

    def count(self) -> int:
        import polars as pl  # noqa: PLC0415 - slow to load, and no other form needs it

        return int(self._lazily().select(pl.len()).collect().item())

    def rows(self) -> Iterator[Raw]:
        for first in range(0, self.count(), AT_ONCE):
            found = self._lazily().slice(first, AT_ONCE).collect()
            for row, record in enumerate(found.iter_rows(named=True), first + 1):
                yield Raw(row, _filled(record.items()))

    def _lazily(self) -> Any:
        import polars as pl  # noqa: PLC0415 - as above

        try:
            lazy = pl.scan_parquet(self.path)
            lazy.collect_schema()
        except (pl.exceptions.PolarsError, OSError) as error:
            raise PetrAdvisorError.of(
                "batch.no-parquet", name=shown(self.path), why=str(error).splitlines()[0]
            ) from error
        return lazy


@dataclass(frozen=True)
class _Scenarios:
    """A folder of scenarios: a row a file, which holds its case and the variants of it."""

    path: Path
    columns: None = None

    def count(self) -> int:
        return len(files_in(self.path, ".yaml"))

    def rows(self) -> Iterator[Raw]:
        for row, path in enumerate(files_in(self.path, ".yaml"), 1):
            yield Raw(row, scenario=path)


def _garbled(record: list[str]) -> bool:
    """Tell whether some of it could not be read as UTF-8."""
    return any("\udc80" <= letter <= "\udcff" for text in record for letter in text)


def _flat(record: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Give the fields of a record; what stands under `answers`, as in a scenario, stands beside them."""
    for name, value in record.items():
        if name == "answers" and isinstance(value, dict):
            yield from value.items()
        else:
            yield name, value


def _filled(fields: Any) -> dict[str, Any]:
    return {name: value for name, raw in fields if (value := cell(raw)) is not None}
