"""Texts that a person, a cat or a page pasted may leave on a line, and the kinds of facts that they are typed for."""

from datetime import date
from fractions import Fraction

from hypothesis import strategies as st

from petr_advisor.inference.facts import Value
from petr_advisor.knowledge.vocabulary import FactType, ValueType
from petr_advisor.typed.days import EARLIEST, LATEST
from petr_advisor.typed.figures import MAX_FIGURES, MAX_NUMBER
from petr_advisor.words.texts import Language, Text

WORD = Text(fr="x", en="x")
LABELS = {
    "cc": Text(fr="Communauté de communes", en="Community of communes"),
    "gip": Text(fr="Groupement d'intérêt public (GIP)", en="Public interest grouping (GIP)"),
    "two": Text(fr="Oui, à deux", en="Yes, by two"),
    "many": Text(fr="Oui, mais à plusieurs", en="Yes, but by several"),
    "2": Text(fr="²", en="½"),
}


def kind(type_: ValueType, **more: object) -> FactType:
    """Give a fact type to type a value for."""
    ask = {"text": WORD, "help": WORD, "why": WORD}
    choices = {"choices": {key: {"label": label} for key, label in LABELS.items()}} if type_ == "one_of" else {}
    return FactType.model_validate({"type": type_, "label": WORD, "ask": ask, **choices, **more})


KINDS = {
    name: kind(name) for name in ("yes_no", "one_of", "count", "amount", "fraction", "date", "text")
}  # fmt: skip
LANGUAGES: tuple[Language, ...] = ("fr", "en")

kinds = st.sampled_from(sorted(KINDS)).map(KINDS.__getitem__)
languages = st.sampled_from(LANGUAGES)

anything = st.text(st.integers(0, 0x10FFFF).map(chr), max_size=40)
"""All of Unicode, halves of letters included."""

_PIECES = (
    *"0123456789", *"²½٣１৪Ⅷ①〇", *"/-−–%€.,;:'’\"()+_#", *" \t\n\r\x00\x1c\x85\u00a0\u2009\u202f\u200b\u200e\ufeff",
    *"\u202e\u2066\ud800\udfff\u0301é", "--5", "1/00", "1/0", "e999999999", "1e9", "0x1F", "1_000", "nan", "inf",
    "12 000", "12,000", "12.000", "2/3", "57 %", "66,7 %", "1er", "27", "2014", "0000", "9999", "/07/", "-01-",
    "janvier", "févr.", "fe\u0301vrier", "juin", "JUILLET", "March", "of ", "le ", "oui", "Non", "yes", "CC",
    "communaute de communes", "GIP", "مرحبا", "שלום", "😀", "İ", "ß", "ﬁ", "K",
)  # fmt: skip
pieces = st.lists(st.sampled_from(_PIECES), max_size=8).map("".join)
long = st.sampled_from(_PIECES).map(lambda piece: (piece * 10_000)[:10_000])
typed = st.one_of(pieces, anything, st.tuples(pieces, anything, pieces).map("".join), long)
lines = st.lists(typed, max_size=3).map(" ; ".join)

raws = st.one_of(
    typed, st.integers(), st.floats(), st.booleans(), st.none(), st.dates(), st.fractions(), st.lists(st.integers()),
)  # fmt: skip
"""What a file may hold for a value."""

_VALUES: dict[str, st.SearchStrategy[Value]] = {
    "yes_no": st.booleans(),
    "one_of": st.sampled_from(sorted(LABELS)),
    "count": st.integers(0, MAX_NUMBER),
    "amount": st.integers(0, MAX_NUMBER),
    "fraction": st.fractions(0, 1, max_denominator=10**MAX_FIGURES - 1),
    "date": st.dates(EARLIEST, LATEST),
    "text": anything,
}
values = st.sampled_from(sorted(_VALUES)).flatmap(lambda name: st.tuples(st.just(KINDS[name]), _VALUES[name]))


def fits(kind: FactType, value: Value) -> bool:
    """Tell whether a value is of the Python type that a kind of fact holds."""
    types = {"yes_no": bool, "fraction": Fraction, "date": date, "count": int, "amount": int}
    return type(value) is types.get(kind.type, str)
