"""The value of a fact, as a person types it; whoever reads an answer that was typed reads it here."""

from datetime import date
from fractions import Fraction

from petr_advisor.inference.facts import Value
from petr_advisor.knowledge.vocabulary import FactType
from petr_advisor.typed.choices import read_choice
from petr_advisor.typed.days import EARLIEST, LATEST, read_day
from petr_advisor.typed.figures import read_number, read_share
from petr_advisor.typed.refusals import words
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import Voice

UNKNOWN = "?"
"""What is typed for « I do not know », and stands for it among choices."""
OF_FIGURES = frozenset({"count", "amount", "date", "fraction"})
"""The types of facts whose answers are no words."""


def read(kind: FactType, typed: str, language: Language) -> Value:
    """Read what was typed for a fact; a TypedError says what was expected, a Proposal what may be meant."""
    match kind.type:
        case "count" | "amount":
            return read_number(kind, typed, language)
        case "date":
            return read_day(typed, kind.earliest or EARLIEST, kind.latest or LATEST, kind.limits)
        case "fraction":
            return read_share(typed, language)
        case "yes_no":
            return read_choice(kind, typed) == "yes"
        case "one_of":
            return read_choice(kind, typed)
    return words(typed)


def read_or_unknown(kind: FactType, typed: str, language: Language) -> Value | None:
    """Read what is typed for a fact, or « I do not know »; TypedError or Proposal where it cannot be."""
    return None if says_unknown(kind, typed) else read(kind, typed, language)


def says_unknown(kind: FactType, typed: str) -> bool:
    """Tell whether « I do not know » is typed: « ? », or the key that says it elsewhere where figures are expected."""
    said = typed.strip().casefold()
    return said == UNKNOWN or (said == "i" and kind.type in OF_FIGURES)


def as_typed(kind: FactType, value: Value, language: Language) -> str:
    """Write a value as one would type it: read again, it is the same."""
    if isinstance(value, Fraction):
        return str(value)
    shown = Voice(language).value(kind, value)
    return shown if isinstance(value, date | str | bool) else shown.removesuffix("\u202f€")
