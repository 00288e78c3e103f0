"""The catalogue of phrases, and the letters of each language."""

import re
from pathlib import Path

import pytest

from petr_advisor import report
from petr_advisor.knowledge.texts import Language
from petr_advisor.report.phrases import PHRASES, phrase
from petr_advisor.report.typography import no_capital, set_type

FIELDS = re.compile(r"<([a-z]+)>")
SOURCES = "\n".join(path.read_text(encoding="utf-8") for path in Path(report.__path__[0]).rglob("*.py"))


@pytest.mark.parametrize("key", PHRASES)
def test_both_languages_have_the_same_fields(key: str) -> None:
    """A field missing from one language would be a hole in its documents."""
    assert set(FIELDS.findall(PHRASES[key].fr)) == set(FIELDS.findall(PHRASES[key].en))


def test_every_phrase_serves() -> None:
    """A phrase that nobody says is one too many."""
    made = ("source-", "level-", "sure-", "explain-", "seats-", "count-", "legend-", "cure-", "relation-")
    said = SOURCES.replace("'", '"')
    unused = [key for key in PHRASES if f'"{key}"' not in said.replace(f'"{key}": _t', "")]
    assert [key for key in unused if not key.startswith(made)] == []


def test_a_field_is_never_read_as_a_phrase() -> None:
    """What is put in stays as it is."""
    assert phrase("for-members", "fr", n=3) == "pour 3 membres"
    assert phrase("count-for", "en", n=1) == "1 argument for"
    assert phrase("count-for", "en", n=2) == "2 arguments for"
    assert phrase("reason-of-option", "en", option="<reason>", reason="<b>") in {"“<b>”: <b>", "“<reason>”: <b>"}


@pytest.mark.parametrize(
    ("language", "typed", "wanted"),
    [
        ("fr", "l'avis du préfet : quand ?", "l’avis du préfet\u00a0: quand\u202f?"),
        ("fr", "« oui » ; 12 000 habitants, 40 %", "«\u00a0oui\u00a0»\u202f; 12\u202f000 habitants, 40\u202f%"),
        ("fr", "CGCT, art. L. 5741-1", "CGCT, art.\u00a0L.\u00a05741-1"),
        ("fr", "le 5 mai 2014", "le 5 mai 2014"),
        ("en", "the EPCIs' councils, the prefect's order", "the EPCIs’ councils, the prefect’s order"),
        ("en", "why: what?", "why: what?"),
        ("fr", "=cmd() #let $x$", "=cmd() #let $x$"),
    ],
)
def test_typography(language: Language, typed: str, wanted: str) -> None:
    """Apostrophes and spaces are those of the language; nothing else changes."""
    assert set_type(typed, language) == wanted


def test_acronyms_keep_their_capitals() -> None:
    """« EPCI » does not become « ePCI »."""
    assert no_capital("EPCI voisin") == "EPCI voisin"
    assert no_capital("Créer un PETR") == "créer un PETR"
