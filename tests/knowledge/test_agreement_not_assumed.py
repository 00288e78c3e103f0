"""An answer that tells the manner of a thing tells no vote on it: no argument says on its own that all agree."""

import re

import pytest

from petr_advisor.words.texts import Language
from tests.documents.conftest import real_base

AGREED: dict[Language, str] = {"fr": r"\btous (sont|seraient) d'accord", "en": r"\b(all|everyone) agrees?\b"}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_argument_says_that_all_agree(language: Language) -> None:
    merits = (merit for option in real_base().options.values() for merit in option.merits.values())
    sides = [str(getattr(side, language)) for merit in merits for side in (merit.for_, merit.against) if side]
    assert len(sides) > 100
    assert [text for text in sides if re.search(AGREED[language], text, re.IGNORECASE)] == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_answer_that_tells_how_says_that_all_agree(language: Language) -> None:
    """The choice of a way of doing something is no vote: what the members vote has facts of its own."""
    labels = [str(getattr(choice.label, language)) for fact in real_base().facts.values() for choice in
              getattr(fact, "choices", {}).values()]  # fmt: skip
    assert len(labels) > 100
    assert [label for label in labels if re.search(r"^(Tous d'accord|All agree)\b", label)] == []
