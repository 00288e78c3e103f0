"""What is to be found out, as a file: a form that comes back, or a table with room for by when and what."""

import csv
import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.matters import parts_of_condition, settle_parts
from petr_advisor.documents.building.questionnaire import questionnaire
from petr_advisor.documents.layout.questionnaire import document_of
from petr_advisor.documents.model_matters import SettlePart
from petr_advisor.documents.model_questionnaire import Questionnaire
from petr_advisor.documents.settings import usual_settings
from petr_advisor.documents.writing import OF_DOCUMENTS, check_output, write_document
from petr_advisor.files.writing import write
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import Voice

TABLE = ".csv"
SUFFIXES = (*OF_DOCUMENTS, TABLE)
"""The formats, by the suffix of the file."""
COLUMNS = ("point", "decisive", "asked", "where", "why", "whom", "by", "found", "note", "key")
"""What the table has, by the phrases `find-out.…` that head it."""
_FORMULA = ("=", "+", "-", "@")
"""What makes a workbook take a cell for a formula."""


def points_to_find_out(
    consultation: Consultation, language: Language, condition: str | None = None
) -> tuple[SettlePart, ...]:
    """Give what is still to be known, in words: what can change the proposal first, then what only refines.

    Of a condition of an option: what settles it, and nothing else.
    """
    desk = Desk(language, in_print=False, consultation=consultation)
    return settle_parts(desk) if condition is None else parts_of_condition(desk, condition)


def check_list_path(path: Path, *, overwrite: bool = False) -> None:
    """Refuse a path that cannot be written, or whose suffix is no format."""
    check_output(path, SUFFIXES, overwrite=overwrite)


def write_list(consultation: Consultation, name: str, language: Language, path: Path, *, overwrite: bool) -> Path:
    """Write what is to be found out in a consultation of that name; a WritingError tells why it cannot be."""
    today = date.today()  # noqa: DTZ011 - the day a document is made is a local day
    form = questionnaire(consultation, language, usual_settings(), today, territory=name)
    return write_form(form, path, overwrite=overwrite)


def write_form(form: Questionnaire, path: Path, *, overwrite: bool = False) -> Path:
    """Write a questionnaire in the format of the suffix; a WritingError tells why it cannot be."""
    check_list_path(path, overwrite=overwrite)
    if path.suffix.lower() != TABLE:
        return write_document(document_of(form), path, overwrite=overwrite)
    write(path, _table(form), overwrite=overwrite)
    return path


def _table(form: Questionnaire) -> bytes:
    """Give a table that workbooks open with its accents; no cell is taken for a formula."""
    out = io.StringIO()
    safe = ([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in row] for row in _rows(form))
    csv.writer(out, delimiter=";").writerows(safe)
    return out.getvalue().encode("utf-8-sig")


def _rows(form: Questionnaire) -> Iterator[tuple[str, ...]]:
    voice = Voice(form.language, in_print=False)
    yield tuple(voice.phrase(f"find-out.{column}") for column in COLUMNS)
    yes, no = voice.phrase("yes"), voice.phrase("no")
    for addressee in form.addressees:
        for each in addressee.inquiries:
            decisive, asked = (yes if said else no for said in (each.decisive, each.asked))
            notes = " ".join(each.notes)
            yield each.question, decisive, asked, each.where, each.why, addressee.who, "", "", notes, each.key
