"""Where each member counts, what its silence is worth is said of the vote: as a text has it, or whom to ask."""

import pytest

from petr_advisor.documents.building.desk import BY_MEMBERS
from petr_advisor.documents.model_note import NoteVote
from petr_advisor.words.typography import capital

from .conftest import EXAMPLES, READING, case_in, note_of, reading_note

TO_ASK = "Ce que vaut le silence\N{NO-BREAK SPACE}: à vérifier auprès du préfet"


def _vote(votes: tuple[NoteVote, ...], does: str) -> NoteVote:
    return next(vote for vote in votes if does in vote.does)


def test_to_ask_for_a_syndicate_takes_an_express_act() -> None:
    """Silence counts only once the prefect has fixed a list, which is a time to come."""
    vote = _vote(reading_note("petr-dissolution-scot-leader-2026").votes, "demandent la création du syndicat")
    assert vote.silence == "Le silence ne vaut pas accord\N{NO-BREAK SPACE}: il faut un acte exprès"


def test_a_silence_that_no_file_tells_is_to_be_asked() -> None:
    votes = note_of(case_in(EXAMPLES["loire-beauce"])).votes
    assert _vote(votes, "proposent à l’État un périmètre").silence == TO_ASK


def test_a_body_that_sits_has_no_silence() -> None:
    """A committee votes or does not: nobody waits for the answer of each of its delegates."""
    for vote in (
        *reading_note("petr-dissolution-scot-leader-2026").votes,
        *note_of(case_in(EXAMPLES["loire-beauce"])).votes,
    ):
        assert not (vote.who.startswith("Le comité") and vote.silence == TO_ASK)


@pytest.mark.parametrize("name", ["petr-dissolution-scot-leader-2026", "association-votes-prevus-2026", "gip-2026"])
def test_each_vote_that_counts_members_says_what_silence_is_worth(name: str) -> None:
    majorities = case_in(READING / f"{name}.yaml").base.majorities.values()
    counted = {capital(each.label.fr) for each in majorities if each.count and each.count.by in BY_MEMBERS}
    votes = (vote for vote in reading_note(name).votes if not vote.who.startswith("Le comité"))
    assert [vote.does for vote in votes if vote.silence is None and counted.intersection(vote.how)] == []
