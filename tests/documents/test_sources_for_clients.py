"""A client is sent to texts; what an adviser only remembers is told as such in the annexes, under no logo."""

from petr_advisor.documents.build import build, extent_of
from petr_advisor.documents.settings import Adviser
from petr_advisor.documents.sizes import Size
from petr_advisor.documents.writing import render

from .conftest import MADE_ON, READING, case_in, reading_note
from .test_formats import squeezed

NAME = "association-votes-prevus-2026"


def _text(size: Size, extension: str = ".md") -> str:
    found = build(case_in(READING / f"{NAME}.yaml"), "fr", Adviser(), MADE_ON, extent=extent_of(size))
    return squeezed(render(found, extension).decode())


def test_a_note_cites_what_stands_in_a_text_only() -> None:
    cited = [each for reason in reading_note(NAME).reasons for each in reason.citations]
    (recalled,) = (each.place for each in cited if each.no_text)
    assert squeezed(recalled) not in _text("note")
    texts = [squeezed(each.place) for each in cited if not each.no_text]
    assert texts
    assert all(place in _text("note") for place in texts)


def test_the_whole_file_says_what_is_recalled() -> None:
    (recalled,) = {each.place for reason in reading_note(NAME).reasons for each in reason.citations if each.no_text}
    assert squeezed(recalled) in _text("file")


def test_to_ask_and_to_sign_is_for_presidents() -> None:
    """A council votes; whoever asks the region when its scheme ends is no council."""
    ending = case_in(READING / f"{NAME}.yaml", "where-the-scheme-ends")
    (term,) = build(ending, "fr", Adviser(), MADE_ON, extent=extent_of("note")).terms
    assert "le président de chaque EPCI membre" in term.ask
    assert "demander à la région" in term.ask
    assert "conseil" not in term.ask


def test_what_an_act_of_the_plan_carries_out_is_not_told_without_a_day() -> None:
    note = reading_note(NAME)
    assert any("projet de territoire" in each.text and each.first for each in note.dates)
    assert not note.undated
