"""Each file of `broken/` holds one mistake, added to the clean base of `valid/`; a comment says on which line.

The comment reads `# WRONG: words | other words`: all of them must be in the messages about that line, and no other
line may be complained of.
"""

import re
import shutil
from collections import defaultdict
from pathlib import Path

import pytest

from petr_advisor.checking import check_folder
from petr_advisor.knowledge.problems import FileError, Problem
from petr_advisor.words.languages import LANGUAGES

HERE = Path(__file__).parent
CASES = sorted((HERE / "broken").glob("*.yaml"))
_ENGLISH_NAME, _FRENCH_NAME = re.compile(r"`([^`]+)`"), re.compile(r"« ([^»]+) »")
_PYDANTIC = re.compile(r"Input should|valid (string|dictionary|integer)|instance of")
_MARK = re.compile(r"# WRONG: (.+)$")


def problems_of(folder: Path) -> tuple[Problem, ...]:
    try:
        return check_folder(folder)[1]
    except FileError as error:
        return error.problems


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the clean base, to be spoilt."""
    return Path(shutil.copytree(HERE / "valid", tmp_path / "base"))


def test_the_base_to_spoil_is_clean() -> None:
    assert problems_of(HERE / "valid") == ()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_mistake_is_found_where_it_stands(case: Path, folder: Path) -> None:
    shutil.copy(case, folder)
    expected = {
        (case.name, number): match[1].split(" | ")
        for number, line in enumerate(case.read_text("utf-8").splitlines(), 1)
        if (match := _MARK.search(line))
    }
    found: dict[tuple[str, int], str] = defaultdict(str)
    for problem in problems_of(folder):
        found[problem.file, problem.line] += f"{problem}\n"
    assert found.keys() == expected.keys(), "\n".join(found.values())
    for place, words in expected.items():
        for word in words:
            assert word in found[place]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_mistake_is_told_in_french_with_the_same_names(case: Path, folder: Path) -> None:
    """What stands between backquotes in English stands between the French marks; the sentences are others."""
    shutil.copy(case, folder)
    for problem in problems_of(folder):
        english, french = (problem.told(language).partition(": ")[2] for language in LANGUAGES[::-1])
        assert french != english
        assert set(_ENGLISH_NAME.findall(english)) <= set(_FRENCH_NAME.findall(french)), french
        assert not _PYDANTIC.search(english)


HOSTILE = {
    "latin-1": ("actors: {été: x}".encode("latin-1"), "not UTF-8", 1),
    "binary": (bytes(range(256)), "not UTF-8", 2),
    "ten-megabytes": (b"topics:\n" + b"  # filler\n" * 1_000_000, "larger than", 0),
    "deep-brackets": (b"topics: " + b"[" * 5000, "nesting depth", 1),
    "control-characters": (b"topics: {a: \x07}", "not valid YAML", 0),
    "empty": (b"", "expected entries under", 1),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_file_is_refused_with_its_name(name: str, folder: Path) -> None:
    content, words, line = HOSTILE[name]
    (folder / "hostile.yaml").write_bytes(content)
    (problem,) = problems_of(folder)
    assert problem.file == "hostile.yaml"
    assert problem.line == line
    assert words in problem.message.en


def test_all_mistakes_come_together(folder: Path) -> None:
    """A file that cannot be read does not hide what is wrong with the others' form."""
    shutil.copy(HERE / "broken" / "misspelt-key.yaml", folder)
    shutil.copy(HERE / "broken" / "duplicate-key.yaml", folder)
    assert {problem.file for problem in problems_of(folder)} == {"misspelt-key.yaml", "duplicate-key.yaml"}


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path / "nowhere")
    assert "no such folder" in problem.message.en


def test_a_folder_without_files_is_refused(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path)
    assert "no .yaml file" in problem.message.en
