"""One pass tells every problem of every kind, and nothing that only comes of an entry that could not be read."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.knowledge.test_broken import HERE, problems_of

VALID = HERE / "valid"
ENTRY = re.compile(r"  ([\w.-]+):")
KEY = re.compile(r"(    )([a-z_]+):")


def entries(lines: list[str]) -> Iterator[range]:
    """Give the lines of each entry of a file, numbered from 0."""
    starts = [number for number, line in enumerate(lines) if ENTRY.match(line)]
    ends = [number for number, line in enumerate(lines) if not line.startswith("    ")]
    for start in starts:
        yield range(start, next((end for end in ends if end > start), len(lines)))


def as_a_text(lines: list[str], entry: range) -> None:
    """Write some words where an entry is expected."""
    match = ENTRY.match(lines[entry.start])
    assert match
    lines[entry.start : entry.stop] = [f'{match[0]} "some words"', *("" for _ in entry[1:])]


def with_a_strange_key(lines: list[str], entry: range) -> None:
    """Add a key that no entry has."""
    if lines[entry.start].endswith("}"):
        lines[entry.start] = lines[entry.start][:-1] + ", strangest: 1}"
    else:
        lines[entry.start] += "\n    strangest: 1"


def with_an_open_bracket(lines: list[str], entry: range) -> None:
    """Open a bracket that nothing closes."""
    match = ENTRY.match(lines[entry.start])
    assert match
    lines[entry.start] = f"{match[0]} [" + lines[entry.start].removeprefix(match[0])


@pytest.mark.parametrize("spoil", [as_a_text, with_a_strange_key, with_an_open_bracket])
@pytest.mark.parametrize("name", sorted(path.name for path in VALID.glob("*.yaml")))
def test_an_entry_that_cannot_be_read_is_all_that_is_told(
    name: str, spoil: Callable[[list[str], range], None], tmp_path: Path
) -> None:
    """Whatever uses it, or is used by it, is not complained of."""
    folder = Path(shutil.copytree(VALID, tmp_path / "base"))
    lines = (VALID / name).read_text("utf-8").splitlines()
    for entry in entries(lines):
        spoilt = list(lines)
        spoil(spoilt, entry)
        (folder / name).write_text("\n".join(spoilt), "utf-8")
        found = problems_of(folder)
        assert found, lines[entry.start]
        here = [problem for problem in found if problem.file == name and entry.start < problem.line <= entry.stop + 1]
        assert list(found) == here, f"{lines[entry.start]}\n" + "\n".join(map(str, found))


@pytest.mark.parametrize("name", sorted(path.name for path in VALID.glob("*.yaml")))
def test_a_misspelt_key_is_all_that_is_told(name: str, tmp_path: Path) -> None:
    """Nothing that is only so for want of what stands under the key is complained of, nor what uses the entry."""
    folder = Path(shutil.copytree(VALID, tmp_path / "base"))
    lines = (VALID / name).read_text("utf-8").splitlines()
    for entry in entries(lines):
        for number in entry:
            if match := KEY.match(lines[number]):
                spoilt = list(lines)
                spoilt[number] = f"{match[1]}{match[2]}x:{lines[number].removeprefix(match[0])}"
                (folder / name).write_text("\n".join(spoilt), "utf-8")
                found = problems_of(folder)
                told = f"{lines[entry.start]} {spoilt[number]}\n" + "\n".join(map(str, found))
                assert found, told
                assert all(problem.file == name and problem.line - 1 in entry for problem in found), told


MIXED = """
rules:
  unreadable:
    duty: [warning
    who: prefect
  contradicting:
    title: {fr: "Une association est légère.", en: "An association is light."}
    when: {structure.legal_form: syndicat}
    then: {structure.heavy: no}
    norms: [law.group]
  misformed:
    duty: warning
    who: prefet
    to: "attention"
    norms: [law.gruop]
topics:
  unused: {fr: "Rien", en: "Nothing"}
"""


def test_all_kinds_of_problems_come_together(tmp_path: Path) -> None:
    """What cannot be read, a wrong form, unknown names beside it, what is unused, rules that contradict each other."""
    folder = Path(shutil.copytree(VALID, tmp_path / "base"))
    (folder / "the-last.yaml").write_text(MIXED, "utf-8")
    assert [(problem.line, problem.message.en.split(";")[0].split(" (")[0]) for problem in problems_of(folder)] == [
        (4, "not valid YAML: a bracket that is not closed, or a missing comma"),
        (9, "concludes `structure.heavy: no` where `heavy`"),
        (13, "unknown actor `prefet`"),
        (14, '`to`: expected a text in both languages, such as {fr: "le préfet", en: "the prefect"}'),
        (15, "unknown norm `law.gruop`"),
        (17, "no norm has this topic: remove it"),
    ]


ALONE = """requirement_groups:
  solid:
    requires:
      proposed:
        title: {fr: "proposition", en: "proposal"}
        needs: {committee.proposed: yes}
        cures: [propose]
        norms: [law.group]
options:
  lend:
    answers: evolution
    title: {fr: "Prêter", en: "Lend"}
    summary: {fr: "Prêter à un groupe.", en: "Lend to a group."}
    uses: [solid]
    strangest: 1
    norms: [law.group]
"""


def test_the_cures_of_a_group_wait_for_the_options_that_use_it(tmp_path: Path) -> None:
    """While an option cannot be read, nobody knows at which dates its requirements are to be cured."""
    folder = Path(shutil.copytree(VALID, tmp_path / "base"))
    (folder / "alone.yaml").write_text(ALONE, "utf-8")
    assert [problem.path for problem in problems_of(folder)] == ["options.lend.strangest"]
