"""Every folder the program reads from or writes to."""

import os
from pathlib import Path

from platformdirs import user_cache_path, user_data_path, user_state_path

_PACKAGE = Path(__file__).resolve().parent


def knowledge_folder() -> Path:
    """Give the rule base: the copy inside an installed package, else the one of the checkout."""
    packaged = _PACKAGE / "_knowledge"
    return packaged if packaged.is_dir() else _PACKAGE.parent / "knowledge"


def examples_folder() -> Path:
    """Give the scenarios offered as examples, looked up as the rule base is."""
    packaged = _PACKAGE / "_scenarios"
    return packaged if packaged.is_dir() else _PACKAGE.parent / "scenarios"


def consultations_folder() -> Path:
    """Give the folder of saved consultations (not created here); PETR_ADVISOR_HOME overrides its parent."""
    home = os.environ.get("PETR_ADVISOR_HOME")
    return (Path(home) if home else user_data_path("petr-advisor", appauthor=False)) / "consultations"


def adviser_settings() -> Path:
    """Give the file of the adviser's settings that a report takes when none is named (it may not be there)."""
    return consultations_folder().parent / "adviser.toml"


def cache_folder() -> Path:
    """Give the folder of derived files that may be deleted at any time (not created here)."""
    home = os.environ.get("PETR_ADVISOR_HOME")
    return Path(home) / "cache" if home else user_cache_path("petr-advisor", appauthor=False)


def logs_folder() -> Path:
    """Give the folder of the details of faults (not created here)."""
    home = os.environ.get("PETR_ADVISOR_HOME")
    return (Path(home) if home else user_state_path("petr-advisor", appauthor=False)) / "faults"
