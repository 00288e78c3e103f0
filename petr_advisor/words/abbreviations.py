"""The abbreviations of the trade: which of them a text holds, and what each means."""

import re
from collections.abc import Iterator
from functools import cache

from petr_advisor.words.catalogue import catalogue
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Language, Text
from petr_advisor.words.voice import screen_voice

PREFIX = "abbreviation."
_SHORT_END = re.compile(r"[,:;(]")
"""What a meaning goes on with once it is given."""


def abbreviations() -> dict[str, Text]:
    """Give every abbreviation with its meaning, in the order of the alphabet."""
    found = (key.removeprefix(PREFIX) for key in catalogue() if key.startswith(PREFIX))
    return {short: told(f"abbreviation.{short}") for short in sorted(found, key=str.casefold)}


def to_spell(text: str, language: Language) -> Iterator[tuple[str, str]]:
    """Give the abbreviations of a text that are to be spelled out beside it, each with what it stands for, in short.

    Those of every day are left out, and those that the text spells out where it has them first: « commission (CDCI) ».
    """
    everyday = screen_voice(language).phrase("abbreviations.everyday").split()
    for short, meaning in held_by(text):
        if short not in everyday and not _spelled_out(short, text):
            yield short, _SHORT_END.split(meaning.in_(language), maxsplit=1)[0].strip()


def _spelled_out(short: str, text: str) -> bool:
    """Tell whether the first thing that a text does with an abbreviation is to give it after its words."""
    first = _word(short).search(text)
    return first is not None and text[first.start() - 1 : first.end() + 1] == f"({short})"


def held_by(text: str) -> Iterator[tuple[str, Text]]:
    """Give the abbreviations that a text holds as whole words, with their meanings; a plural in s is the same word."""
    for short, meaning in abbreviations().items():
        if _word(short).search(text):
            yield short, meaning


@cache
def _word(short: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(short)}s?(?!\w)")
