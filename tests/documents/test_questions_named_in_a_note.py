"""A note of several questions names that of the answer it begins with; the others name theirs."""

import pytest

from petr_advisor.documents.blocks import Heading
from petr_advisor.documents.build import build, extent_of
from petr_advisor.documents.layout.note import note
from petr_advisor.documents.layout.pen import Pen
from petr_advisor.documents.settings import Adviser
from petr_advisor.words.texts import Language
from tests.tui.test_checklists import held_to_the_end

from .conftest import MADE_ON

NAMED = {"fr": "Réponse proposée", "en": "Proposed answer"}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_answer_that_leads_names_its_question(language: Language) -> None:
    """The screen began with another answer than the note, and the text of the note did not say which it answered."""
    held = held_to_the_end("a PETR with its SCoT, contracts and a service to be created")
    report = build(held, language, Adviser(), MADE_ON, extent=extent_of("note"))
    alone, blocks = NAMED[language], tuple(note(Pen(language, report=report)))
    assert report.note is not None
    answer = next(each for each in report.note.answers if each.question == report.note.leading)
    (heading,) = (each for each in blocks if isinstance(each, Heading) and each.id == "note-course")
    assert heading.text.startswith(alone)
    assert heading.text.endswith(answer.title)
