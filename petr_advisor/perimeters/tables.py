"""An exploration as a file: a table (CSV, workbook, JSON, Markdown), a page with maps, or a map."""

import io
import json
from collections.abc import Callable, Mapping
from typing import Any

from petr_advisor.perimeters.exploring import Explored
from petr_advisor.perimeters.lines import COLUMNS, columns_of, lines
from petr_advisor.perimeters.pictures import collection, page, svg
from petr_advisor.perimeters.telling import heading, notes
from petr_advisor.words.voice import Voice

IN_WORDS = 50
"""Groupings in a file to be read, where no number is asked for."""


def to_csv(found: Explored, _: Voice, first: int | None) -> bytes:
    """Give a line a grouping, as CSV."""
    return str(_frame(found, first).write_csv()).encode()


def to_json(found: Explored, voice: Voice, first: int | None) -> bytes:
    """Give what was asked, what was found and a line a grouping, as JSON."""
    wanted = found.wanted
    told = {
        "as_of": found.case.as_of.isoformat(),
        "key_questions": list(found.case.key_questions),
        "around": list(wanted.around),
        "with": list(wanted.with_),
        "without": list(wanted.without),
        "members": [wanted.bounds.least, wanted.bounds.most],
        "ranked_by": [criterion.said for criterion in wanted.rank],
        "found": len(found.order),
        "left_out_for_an_enclave": found.groupings.left_out,
        "notes": notes(found, voice),
        "groupings": list(lines(found, first)),
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def to_xlsx(found: Explored, voice: Voice, first: int | None) -> bytes:
    """Give a workbook: a sheet of groupings to sort and filter, a sheet of remarks."""
    from openpyxl import Workbook  # noqa: PLC0415 - only here is it needed
    from openpyxl.styles import Font  # noqa: PLC0415

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = voice.phrase("perimeter.sheet")
    names = columns_of(found)
    sheet.append([label(name, found, voice) for name in names])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for line in lines(found, first):
        sheet.append([line[name] for name in names])
    sheet.freeze_panes, sheet.auto_filter.ref = "D2", sheet.dimensions
    remarks = book.create_sheet(voice.phrase("perimeter.sheet-notes"))
    for remark in (heading(found, voice), *notes(found, voice)):
        remarks.append([remark])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def to_md(found: Explored, voice: Voice, first: int | None) -> bytes:
    """Give a table to be read."""
    names = list(columns_of(found))
    rows = [[_cell(line[name], voice) for name in names] for line in lines(found, first or IN_WORDS)]
    heads = [label(name, found, voice) for name in names]
    table = ["| " + " | ".join(cells) + " |" for cells in (heads, ["---"] * len(heads), *rows)]
    told = [f"# {voice.phrase('perimeter.title')}", heading(found, voice), "\n".join(table), *notes(found, voice)]
    return ("\n\n".join(told) + "\n").encode()


def label(name: str, found: Explored, voice: Voice) -> str:
    """Name a column in words."""
    if name in found.groupings.standing.codes:
        return voice.say(found.case.base.options[name].title)
    if name.startswith("scot:"):
        return name.removeprefix("scot:")
    return voice.phrase(f"perimeter.column-{name.replace('_', '-')}") if name in COLUMNS else name


def _cell(value: Any, voice: Voice) -> str:
    said = voice.number(value) if isinstance(value, int) else str(value)
    return said.replace(" | ", ", ").replace("|", "/")


def _frame(found: Explored, first: int | None) -> Any:
    import polars as pl  # noqa: PLC0415 - only a table of many groupings needs it

    names: Mapping[str, type] = columns_of(found)
    told = list(lines(found, first))
    kinds = {int: pl.Int64, float: pl.Float64, str: pl.String}
    return pl.DataFrame(
        {name: [line[name] for line in told] for name in names}, {name: kinds[of] for name, of in names.items()}
    )


FORMS: Mapping[str, Callable[[Explored, Voice, int | None], bytes]] = {
    ".csv": to_csv,
    ".xlsx": to_xlsx,
    ".json": to_json,
    ".md": to_md,
    ".html": page,
    ".svg": svg,
    ".geojson": collection,
}
"""By the suffix of the file."""
