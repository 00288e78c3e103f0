"""A trace held on the screens, with some straying; a fault is told with the shortest list of acts that shows it."""

import asyncio
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import chdir
from pathlib import Path
from random import Random
from unittest.mock import patch

from petr_advisor.files.locations import examples_folder
from petr_advisor.words.texts import Language
from tests.walking.acts import Act
from tests.walking.faults import Fault
from tests.walking.fingers import begin, say
from tests.walking.ground import LANGUAGES, SIZES, Ground
from tests.walking.screens import Walk
from tests.walking.steps import Trace
from tests.walking.straying import stray

STRAYING = 0.6


def walk_on_screens(ground: Ground, trace: Trace, seed: int) -> Walk:
    """Hold a trace on the screens, in a language and at a size that the seed draws."""
    dice = Random(seed)
    language, size = dice.choice(LANGUAGES), dice.choice(SIZES)

    def acts(walk: Walk) -> Iterator[Act]:
        yield from begin(walk, ground)
        for step in trace:
            yield from say(walk, ground, step)
            if dice.random() < STRAYING:
                yield from stray(walk, dice)

    return play(acts, language, size)


def play(
    acts: Callable[[Walk], Iterator[Act]],
    language: Language,
    size: tuple[int, int],
    *,
    odd: bool = False,
    examples: Path | None = None,
) -> Walk:
    """Do acts on an application of its own; a fault carries the walk on which it was met."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home, chdir(home):
        walk = Walk(Path(home), language, size, examples=examples or examples_folder(), odd=odd)
        with (
            patch.dict(os.environ, {"PETR_ADVISOR_HOME": home}),
            patch("petr_advisor.files.locations.user_documents_path", Path.cwd),
            patch("petr_advisor.tui.online.opened", return_value=False),
        ):
            try:
                asyncio.run(walk.play(acts))
            except Fault as fault:
                fault.walk = walk
                raise
    return walk
