"""What the screen remembers of a person from one sitting to the next: the theme, whether the tour was seen."""

import tomllib
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from petr_advisor.errors import PetrAdvisorError
from petr_advisor.files.locations import screen_settings
from petr_advisor.files.reading import ReadingError, read_file
from petr_advisor.files.writing import keep

MOST = 10_000
"""The largest file that is read, in bytes."""


def remembered() -> Mapping[str, Any]:
    """Give what is remembered; nothing where the file is not there, or cannot be understood."""
    try:
        return tomllib.loads(read_file(screen_settings(), MOST).decode("utf-8"))
    except (ReadingError, PetrAdvisorError, OSError, tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError):
        return {}


def remember(name: str, value: str) -> None:
    """Remember something by its name; where it cannot be written, it only lasts as long as the program."""
    kept = {key: found for key, found in remembered().items() if isinstance(found, str)} | {name: value}
    lines = "".join(f'{key} = "{found}"\n' for key, found in sorted(kept.items()) if found.isalnum())
    with suppress(OSError, PetrAdvisorError):
        keep(screen_settings(), lines.encode("utf-8"))
