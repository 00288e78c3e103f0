"""Where the database of dossiers is: a file of this machine, or a team's server."""

from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from petr_advisor.consulting.saved import SavedError
from petr_advisor.files.locations import database_address, database_file, locks_folder, unsent_folder
from petr_advisor.files.reading import ReadingError, what_is
from petr_advisor.files.secrets import without_passwords

SCHEMES = {"postgresql", "postgres", "postgresql+psycopg"}
"""How the address of a server may begin."""


@dataclass(frozen=True)
class File:
    """A file of this machine (SQLite)."""

    file: Path

    @property
    def locks(self) -> Path:
        """The folder that says which dossiers are open, and by whom."""
        return locks_folder()

    @property
    def shown(self) -> str:
        """How it is called before a person."""
        return str(self.file)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever saved there; ReadingError when it is no file, or cannot be known."""
        found = what_is(self.file)
        if found == "folder":
            raise ReadingError.because(self.file, "file.folder")
        if found == "other":
            raise ReadingError.because(self.file, "file.other")
        return found == "nothing" or self.file.stat().st_size == 0


@dataclass(frozen=True)
class Server:
    """A team's server (PostgreSQL)."""

    address: str = field(repr=False)
    """With its password, if one was given there: it is never shown."""

    @property
    def host(self) -> str:
        """The machine it is on; empty for one reached through a socket of this machine."""
        return urlsplit(self.address).hostname or ""

    @property
    def port(self) -> int:
        """Where it listens on that machine."""
        return urlsplit(self.address).port or 5432

    @property
    def shown(self) -> str:
        """How it is called before a person: without account, password and settings."""
        return f"postgresql://{self.host}{f':{self.port}' if self.host else ''}{urlsplit(self.address).path}"

    @property
    def is_empty(self) -> bool:
        """Never known without asking it."""
        return False

    @property
    def aside(self) -> Path:
        """The folder of this machine for answers that it could not take."""
        return unsent_folder() / sha256(self.shown.encode()).hexdigest()[:16]


Place = File | Server
"""A database."""


def place() -> Place:
    """Give the database in use; SavedError for the address of a server that cannot be one."""
    address = database_address()
    return File(database_file()) if address is None else _server(address)


def _server(address: str) -> Server:
    try:
        parts = urlsplit(address)
        fits = parts.scheme in SCHEMES and parts.port != 0 and len(parts.path) > 1
    except ValueError:  # a port that is no number
        fits = False
    if not fits:
        raise SavedError.of("database.bad-address", given=without_passwords(address))
    return Server(address)
