"""A place in a text of law is named on an English page without French words between its figures."""

import re

from petr_advisor.checking import load
from petr_advisor.documents.places import place_name
from petr_advisor.documents.sheets import source_line
from petr_advisor.tui.norm_words import short_source
from petr_advisor.words.places import place_in
from petr_advisor.words.voice import Voice

FRENCH = re.compile(
    r"\b(?:à|et|de|du|des|au|aux|la|le|les|par|sur|non|loi|lois|décret|code|principe|dernier|suivants)\b"
    r"|[éèêàûôç]|n°| ;"
)


def test_no_place_in_a_text_is_half_french() -> None:
    """« L.512-12 à L.512-14 » stood in the services of an English report."""
    base, voice = load(), Voice("en")
    french = 0
    for key, norm in base.norms.items():
        for reference in norm.sources:
            french += bool(FRENCH.search(reference.paragraph or ""))
            assert not FRENCH.search(place_in(reference.paragraph or "", "en")), key
            assert not re.search(r"\d à ", place_name(base, reference, voice)), key
        assert not re.search(r"\d à ", source_line(base, norm, voice)), key
        assert not re.search(r"\d à ", short_source(base, (key,), voice)), key
    assert french


def test_the_day_of_a_version_is_a_day_in_english() -> None:
    """« last al. (version au 25 mai 2026) » stood beside a way that is ruled out."""
    assert place_in("dernier al. (version au 25 mai 2026)", "en") == "last al. (version of 25 May 2026)"
    assert place_in("art. 1er mentions", "en") == "art. 1er mentions"
