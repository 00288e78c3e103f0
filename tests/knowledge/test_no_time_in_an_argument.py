"""How long a way takes is computed by its plan: no argument for it, or against, tells another time."""

import re

import pytest

from petr_advisor.words.texts import Language
from tests.documents.conftest import real_base

RANGE: dict[Language, str] = {"fr": r"\w+ à \w+ mois", "en": r"\w+ to \w+ months"}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_argument_about_a_way_tells_its_usual_duration(language: Language) -> None:
    merits = (merit for option in real_base().options.values() for merit in option.merits.values())
    sides = (side for merit in merits for side in (merit.for_, merit.against) if side is not None)
    told = [str(getattr(side, language)) for side in sides]
    assert len(told) > 100
    assert [text for text in told if re.search(RANGE[language], text)] == []
