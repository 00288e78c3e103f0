"""Drafts written into a folder, each as a file of its own; nothing there is written over."""

from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Literal

from petr_advisor.documents.settings import Adviser
from petr_advisor.drafting import folder
from petr_advisor.drafting.folder import Written
from petr_advisor.drafting.model import Drafts
from petr_advisor.errors import reason
from petr_advisor.files.writing import WritingError
from petr_advisor.words.texts import Language

Form = Literal["docx", "odt"]
"""The sorts of files; for each, a module `to_x` whose `render` gives the bytes of a draft."""


def write(
    drafts: Drafts, output: Path, language: Language, by: Adviser, form: Form = "docx"
) -> tuple[tuple[date, Written], ...]:
    """Write drafts into a folder, made where it is not there; gives the day of each act and what became of its file.

    The table of contents of a whole course is written beside them.

    WritingError says why a folder or a file cannot be written.
    """
    writing = import_module(f"petr_advisor.drafting.to_{form}")
    files = [(draft, writing.render(draft, language, by)) for draft in drafts.made]
    _make(output)
    if drafts.contents is not None:
        table = writing.render(drafts.contents, language, by)
        folder.place(output, drafts.contents.name, writing.SUFFIX, table, writing.words_of)
    return tuple(
        (draft.day, folder.place(output, draft.name, writing.SUFFIX, file, writing.words_of)) for draft, file in files
    )


def _make(output: Path) -> None:
    try:
        output.mkdir(exist_ok=True)
    except OSError as error:
        raise WritingError.of("file.not-written", path=output, why=reason(error)) from error
