"""The last line of a note spells out its abbreviations: it is read without the program beside it."""

import re

import pytest

from petr_advisor.documents.blocks import Block, Paragraph, words
from petr_advisor.documents.layout.note import note
from petr_advisor.documents.layout.pen import pen_for
from petr_advisor.documents.layout.spelling import texts_of
from petr_advisor.words.abbreviations import to_spell
from petr_advisor.words.languages import LANGUAGES
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import screen_voice
from tests.documents.conftest import READING, case_in, report_of

SHORTENED = (
    "association-votes-prevus-2026",
    "petr-crte-en-place-2026",
    "petr-entree-projet-en-retard-2026",
    "petr-fusion-de-tous-gal-2026",
    "scot-et-creation-sans-un-membre-2026",
)
"""Notes that shorten the names of contracts, funds, courts and offices of the State."""
_SHORT = re.compile(r"(?<![\w.])(?:[A-Z][a-z]?){3,}(?!\w)")
"""A word of capitals, « SGAR » or « DDFiP »."""
_NUMERAL = re.compile(r"[IVX]+")


def _blocks(name: str, language: Language) -> list[Block]:
    return list(note(pen_for(report_of(case_in(READING / f"{name}.yaml"), language))))


def _last(name: str, language: Language) -> str:
    last = _blocks(name, language)[-1]
    assert isinstance(last, Paragraph)
    return words(last.line)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SHORTENED)
def test_each_word_of_capitals_is_spelled_out_where_it_comes_first_or_at_the_end(name: str, language: Language) -> None:
    """« La DGCL », which no glossary had; « le CRTE » above « contrat de l'État (CRTE) », which spelled it out late."""
    *blocks, last = _blocks(name, language)
    text = "\n".join(said for block in blocks for said in texts_of(block))
    everyday = screen_voice(language).phrase("abbreviations.everyday").split()
    assert isinstance(last, Paragraph)
    untold = set[str]()
    for short in {found.removesuffix("s") for found in _SHORT.findall(text)} - set(everyday):
        first = text.index(short)
        meant = f"{short}\N{NO-BREAK SPACE}:" if language == "fr" else f"{short}:"
        if not _NUMERAL.fullmatch(short) and text[first - 1 : first + len(short) + 1] != f"({short})":
            untold |= set() if meant in words(last.line) else {short}
    assert untold == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["association-votes-prevus-2026", "petr-dissolution-scot-leader-2026"])
def test_what_a_note_shortens_is_spelled_out_once(name: str, language: Language) -> None:
    said = _last(name, language)
    assert said.startswith("Sigles" if language == "fr" else "Abbreviations")
    for short, meaning in to_spell("LEADER, CRTE", language):
        assert said.count(short) == 1
        assert meaning in said.replace("\N{NO-BREAK SPACE}", " ")
    assert "PETR" not in said  # what everybody of the trade says


def test_what_a_note_does_not_say_is_not_spelled_out() -> None:
    assert "PTRTE" not in _last("association-votes-prevus-2026", "fr")
