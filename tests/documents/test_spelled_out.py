"""The last line of a note spells out its abbreviations: it is read without the program beside it."""

import pytest

from petr_advisor.documents.blocks import Paragraph, words
from petr_advisor.documents.layout.note import note
from petr_advisor.documents.layout.pen import pen_for
from petr_advisor.words.abbreviations import to_spell
from petr_advisor.words.languages import LANGUAGES
from petr_advisor.words.texts import Language
from tests.documents.conftest import READING, case_in, report_of


def _last(name: str, language: Language) -> str:
    report = report_of(case_in(READING / f"{name}.yaml"), language)
    blocks = list(note(pen_for(report)))
    assert isinstance(blocks[-1], Paragraph)
    return words(blocks[-1].line)


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
