"""How long a way takes is computed by its plan: no argument for it promises another time."""

import re

import pytest

from petr_advisor.words.texts import Language
from tests.documents.conftest import real_base

RANGE: dict[Language, str] = {"fr": r"\w+ à \w+ mois", "en": r"\w+ to \w+ months"}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_argument_for_a_way_tells_its_usual_duration(language: Language) -> None:
    merits = (merit for option in real_base().options.values() for merit in option.merits.values())
    told = [str(getattr(merit.for_, language)) for merit in merits if merit.for_ is not None]
    assert len(told) > 100
    assert [text for text in told if re.search(RANGE[language], text)] == []
