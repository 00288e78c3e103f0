"""The installed command attacked in a real terminal."""

import re
import sys
from pathlib import Path

import pytest

from petr_advisor.dossiers import names, resume
from tests.walking.ground import base

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are of Unix", allow_module_level=True)

from tests.walking.outside import Terminal, attack


@pytest.mark.parametrize(("seed", "arguments"), [(0, ()), (1, ("--lang", "en")), (2, ("--plain",))])
def test_random_keys(home: Path, seed: int, arguments: tuple[str, ...]) -> None:
    """It ends as it should, and no word of the machine is shown."""
    code, left = attack(home, seed, 30, *arguments)
    assert code in {0, 130}, left


def test_what_was_answered_outlives_the_process(home: Path) -> None:
    """Killed once it has put the next question, it is taken up with the answer."""
    first = Terminal(home, "--plain")
    first.until(lambda text: "10. " in text)
    first.send(b"\n")  # on the first of the key questions
    first.until(lambda text: "10. " in text.partition("[à trancher")[2])
    first.send(b"10\n")
    first.until(lambda text: re.search(r"^10 *\n\s*\S", text, re.MULTILINE) is not None)
    first.close(kill=True)
    (name,) = names()
    assert len(resume(name, base()).consultation.events) == 1
