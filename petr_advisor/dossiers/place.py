"""Where the database of dossiers is."""

from dataclasses import dataclass
from pathlib import Path

from petr_advisor.files.locations import database_file, locks_folder
from petr_advisor.files.reading import ReadingError, what_is


@dataclass(frozen=True)
class Place:
    """A database: a file of this machine."""

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


def place() -> Place:
    """Give the database in use."""
    return Place(database_file())
