"""What is wanted, being voted on and blocked is told as such, whatever other way to it is closed besides."""

import pytest

from petr_advisor.files.locations import examples_folder
from petr_advisor.words.texts import Language
from tests.documents.conftest import case_in, report_of

BLOCKED = examples_folder() / "course" / "transformation-wanted-and-blocked-2026.yaml"
SAID = {
    "fr": ("engagé, mais bloqué par le refus de CC du Vercors", "L. 5741-4", "9 décembre 2026", "préfecture du siège"),
    "en": ("under way, but blocked by the refusal of CC du Vercors", "L.5741-4", "9 December 2026", "prefecture"),
}
NEVER_ASKED = {"fr": "Créer un PETR", "en": "Create a PETR"}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_is_wanted_and_blocked_is_what_is_voted_on(language: Language) -> None:
    (evolution,) = report_of(case_in(BLOCKED), language).questions
    decision = evolution.decision.replace("\u00a0", " ")
    assert all(said in decision for said in SAID[language]), decision
    assert NEVER_ASKED[language] not in decision
    assert [line.still_voted for line in evolution.lines] == [True]
