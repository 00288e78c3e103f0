"""The letters of each language."""

import pytest

from petr_advisor.words.texts import Language
from petr_advisor.words.typography import no_capital, set_type


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
    assert no_capital("L’EPCI voisin") == "l’EPCI voisin"
    assert no_capital("Créer un PETR") == "créer un PETR"
