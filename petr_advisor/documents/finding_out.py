"""What is to be found out: the points still to settle as a list to hand out, with room for who, by when and what."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.matters import settle_parts
from petr_advisor.documents.model_matters import SettlePart
from petr_advisor.explaining.remark_words import note_lines, remark_on
from petr_advisor.files.writing import WritingError, check_place, write
from petr_advisor.inference.facts import FactKey
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import Voice

SUFFIXES = (".md", ".csv")
"""The formats, by the suffix of the file."""
_COLUMNS = ("point", "decisive", "asked", "where", "why", "whom", "by", "found", "note")
_FORMULA = ("=", "+", "-", "@")
"""What makes a workbook take a cell for a formula."""


def points_to_find_out(consultation: Consultation, language: Language) -> tuple[SettlePart, ...]:
    """Give what is still to be known, in words: what can change the proposal first, then what only refines."""
    return settle_parts(Desk(language, in_print=False, consultation=consultation))


def check_list_path(path: Path, *, overwrite: bool = False) -> None:
    """Refuse a path that cannot be written, or whose suffix is no format."""
    if path.suffix.lower() not in SUFFIXES:
        raise WritingError.of("find-out.no-format", suffixes=", ".join(SUFFIXES))
    check_place(path, overwrite=overwrite)


def write_list(consultation: Consultation, name: str, language: Language, path: Path, *, overwrite: bool) -> Path:
    """Write the list of a consultation of that name; a WritingError tells why it cannot be."""
    check_list_path(path, overwrite=overwrite)
    rows = list(_rows(consultation, language))
    content = _table(rows) if path.suffix.lower() == ".csv" else _page(rows, name, consultation, language)
    write(path, content, overwrite=overwrite)
    return path


def _rows(consultation: Consultation, language: Language) -> Iterator[tuple[str, ...]]:
    voice = Voice(language, in_print=False)
    yield tuple(voice.phrase(f"find-out.{column}") for column in _COLUMNS)
    yes, no = voice.phrase("yes"), voice.phrase("no")
    for part in points_to_find_out(consultation, language):
        keys: list[FactKey] = [(part.fact, of) for of in part.of or (None,)]
        noted = " ".join(line for key in keys for line in note_lines(voice, remark_on(consultation, key)))
        decisive, asked = (yes if said else no for said in (part.decisive, part.asked))
        yield part.question, decisive, asked, part.where, part.why, "", "", "", noted


def _table(rows: list[tuple[str, ...]]) -> bytes:
    """Give a table that workbooks open with its accents; no cell is taken for a formula."""
    out = io.StringIO()
    safe = ([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in row] for row in rows)
    csv.writer(out, delimiter=";").writerows(safe)
    return out.getvalue().encode("utf-8-sig")


def _page(rows: list[tuple[str, ...]], name: str, consultation: Consultation, language: Language) -> bytes:
    voice = Voice(language, in_print=False)
    title = voice.phrase("find-out.heading", name=_plain(name), day=consultation.as_of)
    lines = [f"# {title}", "", voice.phrase("find-out.lead")]
    labels = rows[0]
    for row in rows[1:]:
        lines += ["", f"## ☐ {_plain(row[0])}", ""]
        lines += [
            f"- {voice.labelled(label, _plain(cell) or '…')}" for label, cell in list(zip(labels, row, strict=True))[1:]
        ]
    if len(rows) == 1:
        lines += ["", voice.phrase("find-out.nothing")]
    return ("\n".join(lines) + "\n").encode()


def _plain(text: str) -> str:
    """Write a text on one line; what somebody typed is no Markdown."""
    return " ".join(text.split()).replace("<", "&lt;").replace("[", "\\[").replace("*", "\\*")
