"""What acts to come are to bring is told as conditions: « Des sièges dans les bornes de la loi » is no act."""

import pytest

from petr_advisor.words.texts import Language

from .conftest import reading_note


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", "Reste à réunir, par les actes de la procédure : une compétence qu’aucun autre syndicat"),
        ("en", "Still to come, by the acts of the procedure: a power that no other syndicate"),
    ],
)
def test_a_condition_is_not_told_as_an_act(language: Language, said: str) -> None:
    meaning = reading_note("petr-mobilite-terme-2021", language).meaning
    assert meaning is not None
    assert said in meaning.replace("\N{NO-BREAK SPACE}", " ").replace("'", "’")
