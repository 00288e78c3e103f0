"""What a database refuses, in words: why, and the way out."""

import sqlite3
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from petr_advisor.consulting.saved import SavedError, refused
from petr_advisor.dossiers.place import Place
from petr_advisor.errors import reason
from petr_advisor.files.reading import ReadingError
from petr_advisor.words.speech import told, verbatim
from petr_advisor.words.texts import Text

_WORDS = {
    "SQLITE_BUSY": "database.locked",
    "SQLITE_LOCKED": "database.locked",
    "SQLITE_FULL": "reason.enospc",
    "SQLITE_IOERR": "database.disk",
    "SQLITE_CORRUPT": "database.damaged",
    "SQLITE_NOTADB": "database.damaged",
    "SQLITE_READONLY": "reason.erofs",
    "SQLITE_CANTOPEN": "reason.eacces",
    "SQLITE_PERM": "reason.eacces",
    "SQLITE_TOOBIG": "reason.efbig",
    "SQLITE_NOMEM": "reason.enomem",
}


def not_read(error: DBAPIError | sqlite3.Error | OSError | ReadingError, place: Place) -> SavedError:
    """Say why dossiers cannot be read."""
    return refused(error if isinstance(error, ReadingError) else ReadingError(place.file, _why(error, place)))


def not_saved(error: DBAPIError | sqlite3.Error | OSError | ReadingError, place: Place) -> SavedError:
    """Say why a dossier cannot be saved."""
    why = error.why if isinstance(error, ReadingError) else _why(error, place)
    return SavedError.of("saved.not-saved", folder=place.shown, why=why)


def _why(error: DBAPIError | sqlite3.Error | OSError, place: Place) -> Text:
    if isinstance(error, OSError):
        return reason(error)
    cause = error.orig if isinstance(error, DBAPIError) else error
    name = getattr(cause, "sqlite_errorname", "")
    family = "_".join(name.split("_")[:2])
    if family in {"SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_PERM"} and (told_by := _system_says(place.file)):
        return told_by
    return told(_WORDS[family]) if family in _WORDS else verbatim(str(cause))


def _system_says(file: Path) -> Text | None:
    """Ask the system why a file may not be written: it knows better than the library."""
    try:
        with file.open("ab"):
            return None
    except OSError as error:
        return reason(error)
