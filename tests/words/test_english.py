"""The English of the trade: one word for one thing, and none that is French in disguise."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml

import petr_advisor
from petr_advisor.words.catalogue import catalogue
from petr_advisor.words.speech import Speech

KNOWLEDGE = Path(petr_advisor.__file__).parents[1] / "knowledge"

OTHERWISE = {
    "mixed syndicate": "joint syndicate",
    "bearer": "lead body",
    "hand-over": "handover",
    "abrogat": "repeal",
    "born of": "resulting from, created by",
    "constitutive agreement": "founding agreement",
    "engineering": "project support",
    "consular": "chamber",
    "is supposed to": "is assumed to",
    "held lapsed": "treated as lapsed",
    "credits": "appropriations",
    "vote in favour of each": "a vote in favour by each",
    "put on line": "published online",
    "is no pays": "is not a pays",
    "voted apart": "voted separately",
}
"""What is not written, and what is."""


def english(found: object) -> Iterator[str]:
    """Give every English text of a file of the rule base."""
    if isinstance(found, dict):
        for key, value in found.items():
            if key == "en" and "fr" in found:
                yield from [value] if isinstance(value, str) else [each for each in value if isinstance(each, str)]
            else:
                yield from english(value)
    elif isinstance(found, list):
        for each in found:
            yield from english(each)


@pytest.fixture(scope="module")
def texts() -> list[str]:
    """Give the English of the program and of the rule base."""
    files = [path for path in KNOWLEDGE.rglob("*.yaml") if "territories" not in path.parts]
    said = [text for path in files for text in english(yaml.load(path.read_text("utf-8"), yaml.CSafeLoader))]
    said += [str(text.en) for text in catalogue().values()]
    return [re.sub(r"<[^>]*>", "", text) for text in said]


@pytest.mark.parametrize("word", OTHERWISE)
def test_a_word_of_the_trade_is_the_english_one(texts: list[str], word: str) -> None:
    assert [text for text in texts if word in " ".join(text.split())] == [], OTHERWISE[word]


def test_a_day_in_figures_is_written_as_it_is_typed() -> None:
    """The day first, in both languages."""
    assert {Speech(language).short_day(date(2026, 9, 10)) for language in ("fr", "en")} == {"10/09/2026"}
