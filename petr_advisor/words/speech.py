"""One language spoken: phrases of the catalogue, numbers, days, shares, lists."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import PurePath

from petr_advisor.words.catalogue import catalogue
from petr_advisor.words.notation import FieldSayer, Joint, fill
from petr_advisor.words.texts import Language, Text
from petr_advisor.words.typography import NARROW, capital, full_stop, set_type

_THOUSANDS: Mapping[Language, str] = {"fr": NARROW, "en": ","}
_POINT: Mapping[Language, str] = {"fr": ",", "en": "."}
_PERCENT: Mapping[Language, str] = {"fr": f"{NARROW}%", "en": "%"}
_FIGURES = "%d/%m/%Y"


@dataclass(frozen=True)
class Speech:
    """Speaks one language."""

    language: Language
    in_print: bool = True
    """Whether it sets the spaces of print; a screen or a pipe keeps those of the keyboard."""

    def set(self, text: str) -> str:
        """Give a text that is already in the language its letters."""
        return set_type(text, self.language) if self.in_print else text

    def say(self, text: Text) -> str:
        """Say a text of the rule base, or one told in both languages."""
        return self.set(text.in_(self.language))

    def sentence(self, text: Text) -> str:
        """Say a text as a sentence."""
        return full_stop(capital(self.say(text)))

    def foreign(self, language: Language) -> str:
        """Give the language of some words where it is not the one spoken."""
        return "" if language == self.language else language

    def phrase(self, key: str, /, **fields: object) -> str:
        """Say a phrase of the catalogue, its fields filled in."""
        return self.filled(catalogue()[key], fields, self._field)

    def filled(self, text: Text, fields: Mapping[str, object], say: FieldSayer) -> str:
        """Say a text with its fields filled in, each as `say` says it."""
        return fill(self.say(text), fields, say, zero_is_one=self.language == "fr")

    def label(self, key: str, /, **fields: object) -> str:
        """Say a phrase that announces something, with the colon of the language."""
        return self.phrase("mark.label", what=self.phrase(key, **fields))

    def labelled(self, label: str, value: object) -> str:
        """Say what something is, then its value."""
        return self.phrase("mark.labelled", label=label, value=value)

    def quoted(self, what: Text | str) -> str:
        """Say a title between quotation marks."""
        return self.phrase("mark.quoted", what=what)

    def listed(self, items: Iterable[object], joint: Joint = "semicolon") -> str:
        """Put items one after the other: with semicolons, for they may hold commas, or otherwise."""
        return self.phrase(f"joint.{joint}").join(self._field(item, joint) for item in items)

    def number(self, value: int) -> str:
        """Write a whole number with its thousands apart: 1 234 in French, 1,234 in English."""
        return f"{value:,}".replace(",", _THOUSANDS[self.language])

    def amount(self, value: int) -> str:
        """Write a sum in euros."""
        return f"{self.number(value)}{NARROW}€"

    def share(self, value: Fraction | float) -> str:
        """Write a share as a percentage to read it by."""
        return f"{float(value) * 100:.1f}".replace(".", _POINT[self.language]) + _PERCENT[self.language]

    def fraction(self, value: Fraction) -> str:
        """Write a share: the exact fraction, and its percentage."""
        return self.share(value) if value.denominator > 1000 else f"{value} ({self.share(value)})"

    def day(self, value: date) -> str:
        """Write a day in full: 1er janvier 2014, 27 January 2014."""
        number = self.phrase("calendar.first") if value.day == 1 else str(value.day)
        return f"{number} {months(self.language)[value.month - 1]} {value.year}"

    def short_day(self, value: date) -> str:
        """Write a day in figures, the day first as it is typed."""
        return value.strftime(_FIGURES)

    def _field(self, value: object, joint: Joint) -> str:
        """Say what is put in a phrase, after its kind."""
        match value:
            case str() | PurePath():  # a name that is not UTF-8 is shown by question marks
                return str(value).encode("utf-8", "replace").decode()
            case Text():
                return self.say(value)
            case bool():
                return self.phrase("yes" if value else "no")
            case int():
                return self.number(value)
            case Fraction():
                return self.fraction(value)
            case date():
                return self.day(value)
            case Iterable():
                return self.listed(value, joint)
        raise TypeError(f"no way to say a {type(value).__name__}")


def both(said: Callable[[Speech], str]) -> Text:
    """Tell in both languages what is said in each."""
    return Text(fr=said(Speech("fr", in_print=False)), en=said(Speech("en", in_print=False)))


def verbatim(text: str) -> Text:
    """Tell the same in both languages: a name, an identifier."""
    return Text(fr=text, en=text)


def told(key: str, /, **fields: object) -> Text:
    """Tell a phrase of the catalogue in both languages; its fields may be texts."""
    return both(lambda speech: speech.phrase(key, **fields))


@cache
def months(language: Language) -> tuple[str, ...]:
    """Name the months of the year."""
    return tuple(catalogue()["calendar.months"].in_(language).split())
