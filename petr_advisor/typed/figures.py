"""Whole numbers, sums of money, shares and the numbers of a list, as a person types them.

Only 0 to 9 are figures: ², ½ or ٣ are refused, not guessed at. No library reads them so strictly: Babel's parser of
numbers takes « 1,2,3 » and figures of every script.
"""

import re
from fractions import Fraction
from math import floor

from petr_advisor.knowledge.vocabulary import FactType
from petr_advisor.typed.refusals import MAX_TYPED, TypedError, quoted, tidy
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Language, Text

MAX_NUMBER = 10**9
"""Where the vocabulary sets no bound."""
MAX_FIGURES = 12
"""Figures of either part of a share: more than there are people."""

_WHOLE = {
    "fr": re.compile(r"[0-9]+|[0-9]{1,3}(?: [0-9]{3})+"),
    "en": re.compile(r"[0-9]+|[0-9]{1,3}(?: [0-9]{3})+|[0-9]{1,3}(?:,[0-9]{3})+"),
}
_NO_CENTS = {"fr": re.compile(r"[,.]00?$"), "en": re.compile(r"\.00?$")}
_MARKED = re.compile(r"[0-9]{1,3}([.,])[0-9]{3}(\1[0-9]{3})*")
_NEGATIVE = re.compile(r"[-−–] ?[0-9][0-9 ]*")
_DECIMAL = {
    "fr": re.compile(r"([0-9]{0,12})[.,]([0-9]{1,12})"),
    "en": re.compile(r"([0-9]{0,12})(?:\.|,(?![0-9]{3}$))([0-9]{1,12})"),
}
"""In English a comma before three figures is that of thousands."""
_WITH_PERCENT = re.compile(r"(.*[0-9]) ?\([0-9]{1,3}(?:[.,][0-9])? ?%\)")


def place(typed: str, last: int) -> int | None:
    """Give the number typed if it is one of a list that goes from 1 to `last`."""
    found = int(typed) if re.fullmatch(r"[0-9]{1,4}", typed) else 0
    return found if 1 <= found <= last else None


def whole(typed: str, language: Language) -> int | None:
    """Give the whole number typed, its thousands apart or not; None when it is none."""
    text = tidy(typed) if len(typed) <= MAX_TYPED else ""
    return int(re.sub(r"[ ,]", "", text)) if _WHOLE[language].fullmatch(text) else None


def read_number(kind: FactType, typed: str, language: Language) -> int:
    """Read a count, or an amount with or without its sign; TypedError when it is none or out of bounds."""
    text = tidy(typed)
    if kind.type == "amount":
        text = _NO_CENTS[language].sub("", text.removeprefix("€").removesuffix("€").strip())
    value = -1 if _NEGATIVE.fullmatch(text) else whole(text, language)
    if value is None:
        raise TypedError.saying(_no_number(kind, text))
    low, high = kind.minimum or 0, kind.maximum if kind.maximum is not None else MAX_NUMBER
    if not low <= value <= high:
        raise TypedError.of("typed.bounds", low=low, high=high)
    return value


def _no_number(kind: FactType, text: str) -> Text:
    """Say why a text is no number: a mark may stand for thousands or for decimals."""
    if _MARKED.fullmatch(text):
        return told("typed.marked", seen=quoted(text), value=int(re.sub(r"[.,]", "", text)))
    return told("typed.cents" if kind.type == "amount" else "typed.number")


def read_share(typed: str, language: Language) -> Fraction:
    """Read a share: 2/3, 60 000/90 000, 57 %, 0,57, or a fraction with its percentage after it; TypedError otherwise.

    A decimal that may be a rounded third is refused: 66,7 % is not two thirds, and a majority can turn on it.
    """
    text = tidy(typed)
    if both := _WITH_PERCENT.fullmatch(text):
        text = both[1].strip()
    value = _ratio(text, language) if "/" in text else _decimal(text, language)
    if value > 1 and text.isdecimal() and value <= 100:
        raise TypedError.of("typed.percent", figures=text)
    if value > 1:
        raise TypedError.of("typed.above-one")
    return value


def _ratio(text: str, language: Language) -> Fraction:
    parts = [whole(part, language) for part in text.split("/")]
    top, bottom = parts if len(parts) == 2 else (None, None)
    if top is None or not bottom or max(top, bottom) >= 10**MAX_FIGURES:
        raise TypedError.of("typed.fraction")
    return Fraction(top, bottom)


def _decimal(text: str, language: Language) -> Fraction:
    figures = text.removesuffix("%").strip()
    parts = _DECIMAL[language].fullmatch(figures) or re.fullmatch(r"([0-9]{1,12})()", figures)
    if parts is None:
        raise TypedError.of("typed.fraction")
    scale = 10 ** len(parts[2]) * (1 if figures == text else 100)
    value = Fraction(int(parts[1] + parts[2]), scale)
    for third in (Fraction(1, 3), Fraction(2, 3)):
        if scale >= 100 and value * scale in {floor(third * scale), round(third * scale)}:
            raise TypedError.of("typed.not-exact", seen=quoted(text), third=str(third), value=str(value))
    return value
