"""Who refused and leaves before the new attempt is not to be won over; its leaving hangs on nothing that follows."""

from functools import cache

import pytest

from petr_advisor.documents.model_note import Note
from petr_advisor.words.texts import Language
from tests.documents.conftest import READING, case_in, report_of

WARNED = {
    "fr": ("déjà voté contre", "l’accord de qui a refusé"),
    "en": ("already voted against", "of those who refused"),
}
CARRIED = {"fr": "est acquis", "en": "is carried"}
BACK = {
    "fr": "que CC B retire son refus avant le 15 décembre 2026",
    "en": "refusal of CC B reversed before 15 December 2026",
}
PROPOSES = {"fr": "vote la proposition de transformation", "en": "proposal"}


@cache
def note(language: Language) -> Note:
    found = report_of(case_in(READING / "transformation-bloquee-qui-refuse-part-2026.yaml"), language).note
    assert found is not None
    return found


@pytest.mark.parametrize("language", ["fr", "en"])
def test_nobody_is_told_to_win_over_who_will_have_left(language: Language) -> None:
    (evolution,) = (answer for answer in note(language).answers if answer.question == "evolution")
    said = [evolution.decision, *map(str, evolution.__dict__.values()), *(stop.text for stop in note(language).stops)]
    assert not any(each in text.replace("\u00a0", " ") for text in said for each in WARNED[language])
    assert BACK[language] in evolution.decision.replace("\u00a0", " ")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_comes_before_the_new_proposal_does_not_hang_on_it(language: Language) -> None:
    votes = note(language).votes
    proposal = next(vote.soonest for vote in votes if PROPOSES[language] in vote.does)
    assert not any(CARRIED[language] in said for vote in votes if vote.soonest <= proposal for said in vote.how)
    assert any(CARRIED[language] in said for vote in votes for said in vote.how)
