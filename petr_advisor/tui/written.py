"""What is written in the background: the report, the drafts of acts; and the message that says where."""

from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

from petr_advisor.words.texts import Language
from petr_advisor.words.voice import screen_voice

if TYPE_CHECKING:
    from petr_advisor.documents.sizes import Size
    from petr_advisor.tui.session import Session


class Written(Message):
    """Files were written; a phrase of the catalogue says which, and where."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__()
        self._key = key
        self._values = values

    @property
    def document(self) -> Path | None:
        """The report, where it is one that was written."""
        path = self._values.get("path")
        return path if isinstance(path, Path) else None

    def told(self, language: Language) -> str:
        """Say it in a language."""
        return screen_voice(language).phrase(self._key, **self._values)


def report(session: "Session", language: Language, path: Path, size: "Size", *, overwrite: bool) -> Written:
    """Write the report of a session."""
    from petr_advisor.tui.reporting import write  # noqa: PLC0415 - only here are the documents' libraries needed

    write(session.consultation, session.name, language, path, size, overwrite=overwrite)
    return Written("export.written", path=path)


def drafts(session: "Session", language: Language, folder: Path) -> Written:
    """Write the drafts of the acts of a session's course."""
    from petr_advisor.tui.drafting import write  # noqa: PLC0415 - only here are the drafts' libraries needed

    counts = write(session.consultation, session.name, language, folder)
    return Written("drafts.written", folder=folder, **counts)
