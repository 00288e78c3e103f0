"""Who refused and leaves before the new attempt is not to be won over; its leaving hangs on nothing that follows."""

from functools import cache

import pytest

from petr_advisor.consulting.attempts import gone_at
from petr_advisor.documents.model_note import Note, NoteAnswer
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


CASE = READING / "transformation-bloquee-qui-refuse-part-2026.yaml"


@cache
def note(language: Language, outlook: str = "may_leave") -> Note:
    found = report_of(case_in(CASE).answer("refusal.outlook", outlook), language).note
    assert found is not None
    return found


def evolution(found: Note) -> NoteAnswer:
    (answer,) = (answer for answer in found.answers if answer.question == "evolution")
    return answer


def is_warned(found: Note, language: Language) -> bool:
    """Tell whether a note says anywhere of who refused that it has to be won over."""
    answer = evolution(found)
    words = (answer.decision, *(part.words for part in answer.parts), *answer.warnings)
    said = [text.replace("\u00a0", " ") for text in (*words, *(stop.text for stop in found.stops))]
    return any(each in text for text in said for each in WARNED[language])


@pytest.mark.parametrize("language", ["fr", "en"])
def test_nobody_is_told_to_win_over_who_will_have_left(language: Language) -> None:
    found = note(language)
    assert not is_warned(found, language)
    assert BACK[language] in evolution(found).decision.replace("\u00a0", " ")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_who_refused_and_may_change_its_mind_is_to_be_won_over(language: Language) -> None:
    assert is_warned(note(language, "may_change"), language)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_comes_before_the_new_proposal_does_not_hang_on_it(language: Language) -> None:
    votes = note(language).votes
    proposal = next(vote.soonest for vote in votes if PROPOSES[language] in vote.does)
    assert not any(CARRIED[language] in said for vote in votes if vote.soonest <= proposal for said in vote.how)
    assert any(CARRIED[language] in said for vote in votes for said in vote.how)


def test_who_leaves_for_one_answer_is_there_for_one_weighed_on_today() -> None:
    """Its refusal stops nothing of what it leaves for; of what does not wait for that, it may still."""
    case = case_in(READING / "association-refus-a-trois-2026.yaml")
    assert gone_at(case, "evolution") == gone_at(case, "contracts/region") == {"cc-des-hauts-d-auge"}
    assert not gone_at(case, "change")
