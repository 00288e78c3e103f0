"""The authors' guide says the same in both languages: a word of the rule base explained in one is in the other."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from petr_advisor.files.locations import knowledge_folder
from petr_advisor.knowledge.schema import json_schema

FRENCH, ENGLISH = (knowledge_folder() / "README.md").read_text("utf-8").split("\n---\n")
CODE = re.compile(r"`([^`\n]+)`")
EXAMPLE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
ROW = re.compile(r"^\|.*$", re.MULTILINE)
LONGEST = 1_200
"""How many letters a paragraph has at most: beyond, it is to be cut into points."""


def fields(found: Any) -> Iterator[str]:
    """Give every field of the rule base, by its schema."""
    if isinstance(found, dict):
        yield from found.get("properties", {})
        for inner in found.values():
            yield from fields(inner)
    elif isinstance(found, list):
        for inner in found:
            yield from fields(inner)


def explained(half: str) -> set[str]:
    """Give the fields named in a half, its examples left out."""
    spans = " ".join(CODE.findall(EXAMPLE.sub("", half)))
    return set(re.findall(r"[a-z_]+", spans)) & set(fields(json_schema()))


def test_what_is_explained_in_one_language_is_in_the_other() -> None:
    """The tables stand once, in the French half, for both."""
    assert explained(ROW.sub("", FRENCH)) - explained(ENGLISH) == set()
    assert explained(ENGLISH) - explained(FRENCH) == set()


@pytest.mark.parametrize("half", [FRENCH, ENGLISH], ids=["French", "English"])
def test_no_paragraph_is_a_wall(half: str) -> None:
    assert [line[:60] for line in ROW.sub("", half).splitlines() if len(line) > LONGEST] == []
