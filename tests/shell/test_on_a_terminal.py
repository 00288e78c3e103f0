"""Colour, tables and bars on a terminal; in a pipe, plain text and nothing else."""

import re
from pathlib import Path

import pytest

from petr_advisor.commands.terminal.colours import ROOM
from tests.conftest import SCENARIO, SMALL
from tests.shell.terminals import in_pipe, in_terminal

ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
COLOUR = re.compile(r"\x1b\[[0-9;]*3[1-6]")


@pytest.fixture
def case(tmp_path: Path) -> str:
    path = tmp_path / "case.yaml"
    path.write_text(SCENARIO, encoding="utf-8")
    return str(path)


def bare(text: str) -> list[str]:
    """Give the words of a text without its colours."""
    return ESCAPE.sub("", text).split()


def test_what_is_told_is_coloured_on_a_terminal_and_plain_in_a_pipe(case: str) -> None:
    words = ("explain", case, "--knowledge", str(SMALL), "--lang", "en")
    shown, piped = in_terminal(*words), in_pipe(*words)
    assert shown.code == piped.returncode == 0
    assert COLOUR.search(shown.text)
    assert "\x1b" not in piped.stdout
    assert bare(shown.text) == piped.stdout.split()


@pytest.mark.parametrize("asked", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=str)
def test_no_colour_where_none_is_wanted(asked: dict[str, str], case: str) -> None:
    shown = in_terminal("explain", case, "--knowledge", str(SMALL), also=asked)
    assert shown.code == 0
    assert not COLOUR.search(shown.text)
    assert shown.text.strip()


def test_tables_are_drawn_where_there_is_room(case: str) -> None:
    """On a wide terminal; on a narrow one, and in a pipe, a row is a list."""
    words = ("explain", case, "--knowledge", str(SMALL), "--lang", "en")
    wide = in_terminal(*words, columns=ROOM)
    assert "╭" in wide.text
    assert max(len(line) for line in ESCAPE.sub("", wide.text).splitlines()) <= ROOM
    assert "╭" not in in_terminal(*words, columns=ROOM - 1).text
    assert "╭" not in in_pipe(*words, COLUMNS=str(ROOM)).stdout


def test_json_is_never_coloured(case: str) -> None:
    shown = in_terminal("evaluate", case, "--knowledge", str(SMALL), "--format", "json", "--jobs", "1")
    assert '"format": 1' in shown.text
    assert not COLOUR.search(shown.text)


@pytest.mark.parametrize(
    "words",
    [
        ("evaluate", "{case}", "--knowledge", str(SMALL), "--lang", "en"),
        ("batch", "{folder}", "-o", "{folder}/out.csv", "--knowledge", str(SMALL), "--lang", "en", "--jobs", "1"),
        ("perimeter", "--around", "Vallée de la Bruche", "--max-members", "3", "--lang", "en"),
    ],
    ids=lambda words: words[0],
)
def test_a_long_command_shows_how_far_it_is_on_a_terminal_only(words: tuple[str, ...], case: str) -> None:
    given = [word.format(case=case, folder=Path(case).parent) for word in words]
    shown = in_terminal(*given)
    assert shown.code == 0, shown.text
    assert re.search(r"\d+ / \d+ (scenario files|rows|groupings)", ESCAPE.sub("", shown.text))
    piped = in_pipe(*given, *(["--overwrite"] if words[0] == "batch" else []))
    assert (piped.returncode, piped.stderr) == (0, "")
    assert "━" not in piped.stdout
