"""Write a report to a file: the whole of it, or nothing."""

import contextlib
import os
import tempfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from petr_advisor.errors import PetrAdvisorError
from petr_advisor.knowledge.problems import nearest
from petr_advisor.report.model import Report

_RENDERERS = {
    ".md": ("markdown", "markdown"),
    ".json": ("json_file", "as_json"),
    ".html": ("html", "html"),
    ".docx": ("word", "word"),
    ".pdf": ("pdf", "pdf"),
}
SUFFIXES = tuple(_RENDERERS)
"""The formats, by the suffix of the file."""


class WritingError(PetrAdvisorError):
    """A report that cannot be written; the text says why, and what would do."""


def render(report: Report, suffix: str) -> bytes:
    """Give a report in a format, named by its suffix (`.pdf`)."""
    found = _RENDERERS.get(suffix.lower())
    if found is None:
        raise _no_format(suffix)
    module = import_module(f"petr_advisor.report.renderers.{found[0]}")
    renderer: Callable[[Report], bytes] = getattr(module, found[1])
    return renderer(report)


def _no_format(suffix: str) -> WritingError:
    near = nearest(suffix.lower(), SUFFIXES)
    given = f"`{suffix}` is not a format" if suffix else "the name of the file has no suffix"
    given_fr = f"« {suffix} » n'est pas un format" if suffix else "le nom du fichier n'a pas d'extension"
    ends = ", ".join(SUFFIXES)
    return WritingError(
        f"{given}: end it with {ends}." + (f" Did you mean `{near}`?" if near else ""),
        fr=f"{given_fr} : terminez-le par {ends}." + (f" Vouliez-vous dire « {near} » ?" if near else ""),
    )


def _exists(path: Path) -> WritingError:
    return WritingError(
        f"{path} exists already: choose another name, or add --overwrite to replace it.",
        fr=f"{path} existe déjà : choisissez un autre nom, ou ajoutez --overwrite pour le remplacer.",
    )


def check_output(path: Path, *, overwrite: bool = False) -> None:
    """Refuse a path that cannot be written, before any work is done."""
    if path.suffix.lower() not in SUFFIXES:
        raise _no_format(path.suffix)
    if path.is_dir():
        raise WritingError(
            f"{path} is a folder: give the name of a file in it.",
            fr=f"{path} est un dossier : donnez le nom d'un fichier dans ce dossier.",
        )
    if path.exists() and not overwrite:
        raise _exists(path)
    folder = path.parent
    if not folder.is_dir():
        raise WritingError(
            f"{folder} is not a folder: make it first, or write elsewhere.",
            fr=f"{folder} n'est pas un dossier : créez-le d'abord, ou écrivez ailleurs.",
        )
    if not os.access(folder, os.W_OK):
        raise WritingError(
            f"{folder} cannot be written in: choose another folder.",
            fr=f"{folder} n'est pas ouvert en écriture : choisissez un autre dossier.",
        )


def write_report(report: Report, path: Path, *, overwrite: bool = False) -> Path:
    """Write a report in the format of the suffix, beside first and then renamed: nothing is ever half written."""
    check_output(path, overwrite=overwrite)
    content = render(report, path.suffix)
    beside: Path | None = None
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".petr-", suffix=".tmp", delete=False) as file:
            beside = Path(file.name)
            file.write(content)
        beside.chmod(0o644)
        if overwrite:
            beside.replace(path)
        else:
            _place(beside, path)
    except OSError as error:
        reason = error.strerror or error
        raise WritingError(
            f"{path} cannot be written ({reason}); nothing was left there.",
            fr=f"{path} ne peut pas être écrit ({reason}) ; rien n'y a été laissé.",
        ) from error
    finally:
        if beside is not None:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)
    return path


def _place(beside: Path, path: Path) -> None:
    """Give a file its name unless something took it meanwhile."""
    try:
        path.hardlink_to(beside)
    except FileExistsError:
        raise _exists(path) from None
    except OSError:  # a file system without links
        beside.replace(path)
