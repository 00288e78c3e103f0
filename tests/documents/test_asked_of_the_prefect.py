"""A majority that only lets the prefect act is told as such, with who refused; the consent of all is acquired."""

import pytest

from petr_advisor.documents.model_running import RunningPart
from petr_advisor.inference.engines import engine
from petr_advisor.scenarios.loading import load_scenarios
from petr_advisor.words.languages import LANGUAGES, Language
from petr_advisor.words.speech import told

from .conftest import READING, real_base, report_of

PATH = READING / "petr-dissolution-a-la-majorite-2026.yaml"


def _told(number: int, language: Language) -> RunningPart:
    """Tell the dissolution in the case, or in its variant of that number."""
    case = list(load_scenarios(PATH, real_base()))[number].consultation(engine("native"))
    return next(each for each in report_of(case, language).running if "life-dissolution" in each.options)


def _start(said: str) -> str:
    """Give what comes before the colon, whatever its typography."""
    return said.partition(":")[0].strip().replace("’", "'").casefold()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_request_of_the_majority_leaves_the_prefect_free(language: Language) -> None:
    part = _told(0, language)
    assert _start(part.headline) == _start(told("running.acquired-at-leave").in_(language))
    assert _start(part.awaited[0]) == _start(told("running.awaited-at-leave", act="").in_(language))
    given = part.tallies[0].given
    assert given is not None
    assert "CC du Haut" in given


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_consent_of_all_is_acquired(language: Language) -> None:
    part = _told(1, language)
    assert _start(part.headline) == _start(told("running.votes_acquired").in_(language))
    assert _start(part.awaited[0]) == _start(told("running.awaited", act="").in_(language))
    assert part.tallies[0].given is None
