"""Why something typed cannot be taken, in both languages, always with what would do."""

import re
import unicodedata
from datetime import date

from petr_advisor.errors import PetrAdvisorError
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Text
from petr_advisor.words.typography import clean

MAX_TYPED = 500
"""Letters in one line: more is a mistake, such as a whole page pasted."""
SHOWN = 60
_BLANKS = re.compile(r"[\s\u200b\u200e\u2060\ufeff]+")
"""Spaces of all kinds, and the marks without width that come with a text pasted from a page or a sheet."""


class TypedError(PetrAdvisorError, ValueError):
    """Something typed that cannot be taken: it says why and what would do."""


class Proposal(TypedError):  # noqa: N818 - a refusal until the person says yes
    """A month or a year typed where a day is wanted; `value` is the day that it may stand for, to be confirmed."""

    def __init__(self, value: date, text: Text) -> None:
        super().__init__(text.in_("en"), text.in_("fr"))
        self.value = value


def tidy(typed: str) -> str:
    """Give a line with single plain spaces; a TypedError for one without end."""
    text = _BLANKS.sub(" ", typed).strip()
    if len(text) > MAX_TYPED:
        raise TypedError.of("typed.too-long", most=MAX_TYPED)
    return text


def words(typed: str) -> str:
    """Give a text as it may be kept: composed letters, none that no document may hold; TypedError for none at all."""
    text = unicodedata.normalize("NFC", tidy(clean(tidy(typed))))
    if not any(unicodedata.category(letter)[0] in "LNPS" for letter in text):
        raise TypedError.of("typed.empty")
    return tidy(text)


def quoted(typed: str) -> Text:
    """Give what was typed between the quotation marks of each language, cut when long; unseen letters are marked."""
    text = _BLANKS.sub(" ", typed[: 2 * SHOWN]).strip()
    text = "".join(letter if letter.isprintable() else "\ufffd" for letter in text)
    text = text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"
    return told("mark.quoted", what=text)
