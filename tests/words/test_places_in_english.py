"""A place in a text of law is named on an English page without French words between its figures."""

import re

from petr_advisor.checking import load
from petr_advisor.documents.places import place_name
from petr_advisor.documents.sheets import source_line
from petr_advisor.tui.norm_words import short_source
from petr_advisor.words.typography import place_in
from petr_advisor.words.voice import Voice

FRENCH = re.compile(r" (?:à|et|dernier|version de) |(?:^|[ ,])dernier al")


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
