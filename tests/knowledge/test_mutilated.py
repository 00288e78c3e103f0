"""`check` never crashes: whatever is taken out of a rule base, or misspelt, problems with their places come out."""

import shutil
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml

from petr_advisor.files.locations import knowledge_folder
from petr_advisor.knowledge.problems import Problem
from tests.knowledge.test_broken import HERE, problems_of

VALID = HERE / "valid"
TRIED_ON_THE_REAL_BASE = 2
"""Each takes seconds; more by hand: `python -m tests.knowledge.test_mutilated 100`."""

Path_ = tuple[str | int, ...]


def places(data: Any, path: Path_ = ()) -> Iterator[Path_]:
    """Give the place of everything in a file that can be taken out."""
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in inside:
        yield (*path, key)
        yield from places(value, (*path, key))


def without(data: Any, path: Path_) -> Any:
    """Give the data of a file without what is at a place."""
    spoilt = deepcopy(data)
    owner = spoilt
    for key in path[:-1]:
        owner = owner[key]
    del owner[path[-1]]
    return spoilt


def misspelt(data: Any, path: Path_) -> Any:
    """Give the data of a file with the name at a place misspelt, or the text there replaced by a name of nothing."""
    spoilt = deepcopy(data)
    owner = spoilt
    for key in path[:-1]:
        owner = owner[key]
    if isinstance(owner, dict):
        owner[f"{path[-1]}x"] = owner.pop(path[-1])
    elif isinstance(owner[path[-1]], str):
        owner[path[-1]] = "nothing.of-the-kind"
    return spoilt


def without_place(folder: Path, name: str, data: Any) -> list[Problem]:
    """Write a spoilt file and ask for its problems; give those that do not say where they stand."""
    (folder / name).write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")
    return [problem for problem in problems_of(folder) if not problem.file or (data and problem.line <= 0)]


@pytest.mark.parametrize("spoil", [without, misspelt])
@pytest.mark.parametrize("name", sorted(path.name for path in VALID.glob("*.yaml")))
def test_whatever_is_spoilt_in_the_small_base_is_told(name: str, spoil: Any, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(VALID, tmp_path / "base"))
    data = yaml.safe_load((VALID / name).read_text("utf-8"))
    for path in places(data):
        if len(path) > 1:
            assert without_place(folder, name, spoil(data, path)) == []


def mutilate(seed: int, folder: Path) -> tuple[str, list[Problem]]:
    """Take one thing of an entry out of the real base; give what it was, and the problems told without a place."""
    random = Random(seed)  # noqa: S311 - to be had again
    real = knowledge_folder()
    file = random.choice(sorted(real.rglob("*.yaml")))
    data = yaml.safe_load(file.read_text("utf-8"))
    path = random.choice([place for place in places(data) if 1 < len(place) < 6 and place[-1] not in {"fr", "en"}])
    shutil.copytree(real, folder)
    found = without_place(folder, file.relative_to(real).as_posix(), without(data, path))
    return f"{file.name}: {'.'.join(map(str, path))}", found


@pytest.mark.parametrize("seed", range(TRIED_ON_THE_REAL_BASE))
def test_whatever_is_taken_out_of_the_real_base_is_told(seed: int, tmp_path: Path) -> None:
    taken, found = mutilate(seed, tmp_path / "base")
    assert found == [], taken


if __name__ == "__main__":
    import sys
    from tempfile import TemporaryDirectory

    for number in range(int(sys.argv[1])):
        with TemporaryDirectory() as kept:
            print(number, *mutilate(number, Path(kept) / "base"), flush=True)
