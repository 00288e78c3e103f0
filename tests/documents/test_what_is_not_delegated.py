"""Whoever would delegate decisions of substance too is told, beside the answer, that these stay with the committee."""

from pathlib import Path

import pytest

from .conftest import READING, case_in, note_of

WISHED = sorted(
    path for path in READING.glob("petr-*.yaml") if "governance.delegated: reserved" in path.read_text("utf-8")
)


@pytest.mark.parametrize("path", WISHED, ids=lambda path: path.stem)
def test_what_cannot_be_delegated_is_told_beside_delegating_the_rest(path: Path) -> None:
    case = case_in(path)
    said = [answer.decision for answer in note_of(case).answers if answer.question == "governance"]
    proposed = [text for text in said if "déléguer les décisions courantes" in text]
    assert all("budget" in text and "ne se délèguent pas" in text for text in proposed)


def test_there_are_such_cases() -> None:
    assert WISHED
