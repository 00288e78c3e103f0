"""The abbreviations of the trade: which of them a text holds, and what each means."""

import re
from collections.abc import Iterator

from petr_advisor.words.catalogue import catalogue
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Text

PREFIX = "abbreviation."


def abbreviations() -> dict[str, Text]:
    """Give every abbreviation with its meaning, in the order of the alphabet."""
    found = (key.removeprefix(PREFIX) for key in catalogue() if key.startswith(PREFIX))
    return {short: told(f"abbreviation.{short}") for short in sorted(found, key=str.casefold)}


def held_by(text: str) -> Iterator[tuple[str, Text]]:
    """Give the abbreviations that a text holds as whole words, with their meanings; a plural in s is the same word."""
    for short, meaning in abbreviations().items():
        if re.search(rf"(?<!\w){re.escape(short)}s?(?!\w)", text):
            yield short, meaning
