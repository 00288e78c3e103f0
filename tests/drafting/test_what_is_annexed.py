"""A text that an act approves as annexed is among its enclosures, and among those of the note of its vote."""

import re
from collections.abc import Iterator

import pytest

from petr_advisor.drafting.model import Draft, Line
from petr_advisor.knowledge.templates import ActTemplate, Passage
from petr_advisor.words.texts import Language
from tests.documents.conftest import real_base
from tests.drafting.conftest import COURSES, drafts

ANNEXED = re.compile(r"\bannexée?s?\b|\bannexed\b")
SEEN = ("Vu ", "Having regard")
ENCLOSED = {"fr": "Pièces jointes", "en": "Enclosed"}
ITSELF = {"Note explicative de synthèse", "Explanatory summary note"}


def articles(template: ActTemplate) -> Iterator[str]:
    """Give all that the articles of a template may say."""
    shared = real_base().passages
    for passage in template.articles:
        written: Passage = passage if passage.use is None else shared[passage.use]
        if written.text is not None:
            yield written.text.fr


def lines(draft: Draft) -> list[Line]:
    """Give the lines of a draft before its working sheet."""
    found = [part for part in draft.parts if isinstance(part, Line)]
    return found[: next(place for place, line in enumerate(found) if line.style == "sheet")]


def enclosed(draft: Draft, language: Language) -> set[str]:
    """Give what a draft encloses."""
    said = lines(draft)
    heads = [place for place, line in enumerate(said) if line.text == ENCLOSED[language]]
    return {line.text for line in said[heads[0] + 1 :]} if heads else set()


@pytest.mark.parametrize("name", sorted(real_base().templates))
def test_a_template_that_speaks_of_what_is_annexed_encloses_it(name: str) -> None:
    template = real_base().templates[name]
    if any(ANNEXED.search(said) for said in articles(template)):
        assert template.annexes, name


def announced(draft: Draft) -> list[str]:
    """Give what a draft says of texts annexed to it; those annexed to what it is taken in view of are elsewhere."""
    return [line.text for line in lines(draft) if ANNEXED.search(line.text) and not line.text.startswith(SEEN)]


@pytest.mark.parametrize(("course", "language", "option"), COURSES)
def test_what_an_act_approves_as_annexed_is_enclosed_with_it(
    course: str, language: Language, option: str | None
) -> None:
    for each in drafts(course, language, option).made:
        assert not announced(each) or enclosed(each, language), (each.name, announced(each))


@pytest.mark.parametrize(("course", "language", "option"), COURSES)
def test_a_note_encloses_what_the_act_that_it_goes_with_does(
    course: str, language: Language, option: str | None
) -> None:
    made, templates = drafts(course, language, option).made, real_base().templates
    for note in (each for each in made if each.template == "summary-note"):
        for each in made:
            goes_with = each.act == note.act and each.title in note.title and each.called in {note.called, None}
            if goes_with and each is not note and not templates[each.template].elects:
                assert enclosed(each, language) - ITSELF <= enclosed(note, language), (each.name, note.name)
