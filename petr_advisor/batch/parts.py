"""The parts of a batch: what is concluded already, kept beside the output until all of it is there.

A part is written aside and renamed, the rejects last: it is there whole or not at all. The parts know what they were
made from; they are taken up for the same input, rule base and order, and for no other.
"""

import io
import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import polars as pl

from petr_advisor.batch.concluding import BY_ENGINE, COLUMNS, NUMBERS
from petr_advisor.batch.form import OF_ROWS, TABLES, Line, Lines, Table
from petr_advisor.errors import PetrAdvisorError, reason
from petr_advisor.files.reading import shown
from petr_advisor.files.writing import WritingError, check_place, keep

MADE_FROM = "made-from.json"
LAST: Table = "rejects"
"""The table that is written last of a part."""


def table_path(output: Path, table: Table) -> Path:
    """Give where a table goes: the options to the output itself, the others beside it."""
    return output if table == "options" else output.with_name(f"{output.stem}-{table}{output.suffix}")


class Parts:
    """The parts of one output."""

    def __init__(self, output: Path, made_from: Mapping[str, Any]) -> None:
        self.output = output
        self.folder = output.with_name(f".{output.name}.parts")
        self._made_from = json.dumps(made_from, sort_keys=True, ensure_ascii=False)

    def begin(self, *, resume: bool) -> None:
        """Take up the parts that are there, or throw them away; PetrAdvisorError for those of something else."""
        mark = self.folder / MADE_FROM
        if resume and mark.is_file():
            if mark.read_text(encoding="utf-8") != self._made_from:
                raise PetrAdvisorError.of("batch.not-the-same", name=shown(self.output))
            return
        self.drop()
        try:
            keep(mark, self._made_from.encode())
        except OSError as error:
            raise WritingError.of("file.not-written", path=self.folder, why=reason(error)) from error

    def has(self, number: int) -> bool:
        """Tell whether a part is there."""
        return self._path(LAST, number).is_file()

    def put(self, number: int, lines: Lines) -> None:
        """Write a part; WritingError when it cannot be, with nothing of it counted as there."""
        for table in OF_ROWS:
            content = io.BytesIO()
            frame(table, lines[table]).write_parquet(content)
            try:
                keep(self._path(table, number), content.getvalue())
            except OSError as error:
                raise WritingError.of("file.not-written", path=self.folder, why=reason(error)) from error

    def assemble(
        self, count: int, wanted: tuple[Table, ...], counts: list[Line], *, overwrite: bool
    ) -> dict[Table, int]:
        """Put the parts together into the output, which is there whole or not at all; give the lines of each table.

        A table with no line is only written when it is wanted; one that a batch before left is taken away.
        """
        beside: dict[Table, Path] = {}
        lengths: dict[Table, int] = {}
        try:
            for table in TABLES:
                joined = frame(table, counts).lazy() if table == "counts" else self.joined(table, count)
                lengths[table] = int(joined.select(pl.len()).collect().item())
                if lengths[table] or table in wanted:
                    beside[table] = self.folder / f"{table}{self.output.suffix}"
                    _sink(joined, beside[table])
            for table in reversed(TABLES):  # the output itself is given its name last
                path = table_path(self.output, table)
                check_place(path, overwrite=overwrite)
                if table in beside:
                    beside[table].replace(path)
                else:
                    path.unlink(missing_ok=True)
        except (OSError, pl.exceptions.PolarsError) as error:
            raise WritingError.of("file.not-written", path=self.output, why=reason(error)) from error
        self.drop()
        return lengths

    def rows_by_engine(self, count: int) -> int:
        """Count the rows that were concluded one by one."""
        one_by_one = self.joined("options", count).filter(pl.col("by") == BY_ENGINE).select("row", "id").unique()
        return int(one_by_one.select(pl.len()).collect().item())

    def joined(self, table: Table, count: int) -> pl.LazyFrame:
        """Give the lines of a table, part after part."""
        return pl.scan_parquet([self._path(table, number) for number in range(count)])

    def drop(self) -> None:
        """Throw the parts away."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _path(self, table: Table, number: int) -> Path:
        return self.folder / f"{table}-{number:08}.part"


def frame(table: Table, lines: list[dict[str, Any]]) -> pl.DataFrame:
    """Give the lines of a table as a data frame: every column there, numbers as whole numbers, all else as text."""
    types = {name: pl.Int64 if name in NUMBERS else pl.String for name in COLUMNS[table]}
    columns = {name: [_written(line.get(name)) for line in lines] for name in types}
    return pl.DataFrame(columns, schema=types)


def _written(value: Any) -> Any:
    """Give what stands in a cell: nothing for no letter, a question mark for what no file can hold."""
    return value.encode("utf-8", "replace").decode() or None if isinstance(value, str) else value


def _sink(joined: pl.LazyFrame, path: Path) -> None:
    match path.suffix.lower():
        case ".csv":
            joined.sink_csv(path)
        case ".parquet":
            joined.sink_parquet(path)
        case _:
            joined.sink_ndjson(path)
