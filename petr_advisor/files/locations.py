"""Every folder the program reads from or writes to."""

import os
from collections.abc import Callable
from pathlib import Path

from platformdirs import user_cache_path, user_data_path, user_documents_path, user_state_path

from petr_advisor.errors import PetrAdvisorError

DATABASE_VARIABLE = "PETR_ADVISOR_DATABASE"
"""The address of a team's database, for this process and those that it starts."""
_PACKAGE = Path(__file__).resolve().parents[1]


def knowledge_folder() -> Path:
    """Give the rule base: the copy inside an installed package, else the one of the checkout."""
    packaged = _PACKAGE / "_knowledge"
    return packaged if packaged.is_dir() else _PACKAGE.parent / "knowledge"


def examples_folder() -> Path:
    """Give the scenarios offered as examples, looked up as the rule base is."""
    packaged = _PACKAGE / "_scenarios"
    return packaged if packaged.is_dir() else _PACKAGE.parent / "scenarios"


def data_folder() -> Path:
    """Give the folder of what the person keeps (not created here): PETR_ADVISOR_HOME, else the system's usual place."""
    return _chosen() or _own(user_data_path)


def database_file() -> Path:
    """Give the database of dossiers (not created here)."""
    return data_folder() / "dossiers.db"


def database_address() -> str | None:
    """Give the address of the team's database; None where dossiers are in a file of this machine."""
    return os.environ.get(DATABASE_VARIABLE) or None


def unsent_folder() -> Path:
    """Give the folder of answers that a team's database could not take (not created here)."""
    return data_folder() / "unsent"


def consultations_folder() -> Path:
    """Give the folder in which earlier versions saved each consultation as a file (not created here)."""
    return data_folder() / "consultations"


def locks_folder() -> Path:
    """Give the folder that says which dossiers are open, and by whom (not created here)."""
    return data_folder() / "open"


def adviser_settings() -> Path:
    """Give the file of the adviser's settings that a report takes when none is named (it may not be there)."""
    return data_folder() / "adviser.toml"


def screen_settings() -> Path:
    """Give the file in which the screen remembers the theme and the like (it may not be there)."""
    return consultations_folder().parent / "screen.toml"


def cache_folder() -> Path:
    """Give the folder of derived files that may be deleted at any time (not created here)."""
    chosen = _chosen()
    return chosen / "cache" if chosen else _own(user_cache_path)


def own_documents() -> Path:
    """Give where a person looks for what they wrote: Documents, else the home, else where the program was started.

    That last folder is often the program's own, in which nobody looks.
    """
    for folder in (user_documents_path, Path.home):
        try:
            found = folder()
        except RuntimeError:  # nobody knows where the home is
            continue
        if found.is_absolute() and os.access(found, os.W_OK) and found.is_dir():
            return found
    return Path.cwd()


def logs_folder() -> Path:
    """Give the folder of the details of faults (not created here)."""
    return (_chosen() or _own(user_state_path)) / "faults"


def _chosen() -> Path | None:
    home = os.environ.get("PETR_ADVISOR_HOME")
    return Path(home) if home else None


def _own(folder: Callable[..., Path]) -> Path:
    """Give a folder of the program in the person's home; PetrAdvisorError when nobody knows where that is."""
    try:
        found = folder("petr-advisor", appauthor=False)
    except RuntimeError:
        found = Path()
    if not found.is_absolute():
        raise PetrAdvisorError.of("command.no-home")
    return found
