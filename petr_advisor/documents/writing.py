"""Write a report, or a document laid out, to a file, in the format that its suffix names."""

from importlib import import_module
from importlib.resources import files
from pathlib import Path

from petr_advisor.documents.model import Report
from petr_advisor.documents.model_document import Document
from petr_advisor.files.writing import WritingError, check_place, write
from petr_advisor.knowledge.problems import nearest

_RENDERERS = "petr_advisor.documents.renderers"
"""Where a format `.x` is a module `to_x`, whose `render` gives the bytes of a report; it is named by `export.x`."""
_FIRST = (".docx", ".pdf", ".html")
"""The most asked for."""
_FOUND = sorted(f".{path.name[3:-3]}" for path in files(_RENDERERS).iterdir() if path.name.startswith("to_"))
SUFFIXES = (*_FIRST, *(suffix for suffix in _FOUND if suffix not in _FIRST))
"""The formats, by the suffix of the file, the most asked for first."""


OF_DOCUMENTS = (*_FIRST, ".md", ".txt")
"""The formats of any document laid out: their modules have a `write` too."""


def render(report: Report, suffix: str) -> bytes:
    """Give a report in a format, named by its suffix (`.pdf`)."""
    if suffix.lower() not in SUFFIXES:
        raise _no_format(suffix)
    module = import_module(f"{_RENDERERS}.to_{suffix.lower()[1:]}")
    return bytes(module.render(report))


def _no_format(suffix: str, known: tuple[str, ...] = SUFFIXES) -> WritingError:
    near = nearest(suffix.lower(), known)
    given = f"`{suffix}` is not a format" if suffix else "the name of the file has no suffix"
    given_fr = f"« {suffix} » n'est pas un format" if suffix else "le nom du fichier n'a pas d'extension"
    ends = ", ".join(known)
    return WritingError(
        f"{given}: end it with {ends}." + (f" Did you mean `{near}`?" if near else ""),
        fr=f"{given_fr} : terminez-le par {ends}." + (f" Vouliez-vous dire « {near} » ?" if near else ""),
    )


def check_output(path: Path, known: tuple[str, ...] = SUFFIXES, *, overwrite: bool = False) -> None:
    """Refuse a path that cannot be written, before any work is done; `known` are the formats that it may have."""
    if path.suffix.lower() not in known:
        raise _no_format(path.suffix, known)
    check_place(path, overwrite=overwrite)


def write_report(report: Report, path: Path, *, overwrite: bool = False) -> Path:
    """Write a report in the format of the suffix; a WritingError tells why it cannot be."""
    check_output(path, overwrite=overwrite)
    write(path, render(report, path.suffix), overwrite=overwrite)
    return path


def write_document(document: Document, path: Path, *, overwrite: bool = False) -> Path:
    """Write a document laid out in the format of the suffix; a WritingError tells why it cannot be."""
    check_output(path, OF_DOCUMENTS, overwrite=overwrite)
    module = import_module(f"{_RENDERERS}.to_{path.suffix.lower()[1:]}")
    write(path, bytes(module.write(document)), overwrite=overwrite)
    return path
