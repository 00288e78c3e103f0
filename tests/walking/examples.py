"""Every shipped scenario opened as an example, and each of its screens read."""

import shutil
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from petr_advisor.files.locations import examples_folder
from tests.walking.acts import Act, keys
from tests.walking.ground import LANGUAGES, SIZES
from tests.walking.replay import play
from tests.walking.screens import Walk

CONCLUSIONS = ("c", "down", "pagedown", "tab", "down", "pagedown", "end", "shift+tab", "e", "j", "down", "escape")
READ = (
    "escape", "d", "escape", "p", "down", "enter", "escape", "r", "down", "pagedown", "escape", "f1", "escape", "t",
    "escape", "m", "tab", "down", "escape", "escape", *CONCLUSIONS, "n", "escape", "r", "escape", "escape", "l", "r",
    "escape", *CONCLUSIONS, "escape",
)  # fmt: skip
"""The keys that open and read the law, why, the answers, help, seats, members and conclusions, in both languages."""


@cache
def shipped() -> tuple[Path, ...]:
    """The scenarios shipped."""
    return tuple(sorted(examples_folder().rglob("*.yaml")))


def walk_example(number: int) -> Walk:
    """Open a scenario from the list of examples, and read it; language and size change from one to the next."""
    language, size = LANGUAGES[number % 2], SIZES[number // 2 % 2]
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(shipped()[number], folder)
        return play(_acts, language, size, examples=Path(folder))


def _acts(_: Walk) -> Iterator[Act]:
    yield from keys("home", "down", "enter", "enter", *READ)
