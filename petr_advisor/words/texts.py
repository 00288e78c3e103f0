"""Texts shown to a person: French and English side by side."""

import re

from pydantic import BaseModel, ConfigDict, Field

from petr_advisor.words.languages import Language as Language  # noqa: PLC0414 - texts and their language go together

_APOSTROPHE = re.compile(r"(?<=\w)'(?=[\w«<])|(?<=s)'(?=\s|$)")
"""Typed straight in the rule base, as keyboards have it."""


def curled(text: str) -> str:
    """Give a text the apostrophes of print."""
    return _APOSTROPHE.sub("’", text)


class Entry(BaseModel):
    """Base of everything read from the rule base: frozen, and no key may be misspelt."""

    # A form is built when something is first read by it: a rule base that is kept needs none.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Text(Entry):
    """One text in both languages; a missing translation fails the load."""

    fr: str = Field(min_length=1)
    """The French text."""
    en: str = Field(min_length=1)
    """The English text."""

    def in_(self, language: Language) -> str:
        """Give the text in one language, with the apostrophes of print."""
        return curled(self.fr if language == "fr" else self.en)


class Texts(Entry):
    """Several short texts in both languages, one for one."""

    fr: tuple[str, ...] = Field(min_length=1)
    """The French texts."""
    en: tuple[str, ...] = Field(min_length=1)
    """The English texts, in the same order."""

    def in_(self, language: Language) -> tuple[str, ...]:
        """Give the texts in one language, with the apostrophes of print."""
        return tuple(curled(text) for text in (self.fr if language == "fr" else self.en))
