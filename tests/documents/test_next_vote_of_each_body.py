"""A council reads in the first table when it sits next: what it votes before is not left to the other votes."""

import pytest

from petr_advisor.documents.building.note_votes import NEXT
from petr_advisor.documents.model_note import NoteVote
from tests.documents.conftest import EXAMPLES, case_in, reading_note, report_of


def _votes(name: str) -> tuple[NoteVote, ...]:
    note = report_of(case_in(EXAMPLES[name])).note if name in EXAMPLES else reading_note(name)
    assert note is not None
    return note.votes


@pytest.mark.parametrize("name", ["loire-beauce", "midi-quercy", "petr-transfert-scot-2026"])
def test_no_body_votes_on_what_is_proposed_before_its_first_line(name: str) -> None:
    votes = _votes(name)
    first = {who: min(vote.soonest for vote in votes if vote.first and vote.who == who)
             for who in {vote.who for vote in votes if vote.first}}  # fmt: skip
    assert first
    later = [vote for vote in votes if not vote.first and vote.proposed and vote.certain]
    assert [vote.does for vote in later if vote.soonest < first.get(vote.who, vote.soonest)] == []


def test_all_that_a_council_may_vote_first_is_there_with_what_may_miss_the_day_aimed_at() -> None:
    """Members vote the regional contract and that with the State in May, which the State wants for the 30th of June."""
    first = [vote for vote in _votes("midi-quercy") if vote.first and vote.who.startswith("Le conseil de chaque EPCI")]
    soonest = min(vote.soonest for vote in first)
    assert sum("CRTE" in vote.way for vote in first if vote.soonest == soonest) == 1
    assert sum(vote.soonest == soonest for vote in first) == 2


def test_the_first_table_stays_short() -> None:
    for name in (*EXAMPLES, "petr-fusion-et-partage-des-sieges-2016", "association-votes-prevus-2026"):
        assert sum(vote.first for vote in _votes(name)) <= 6 + NEXT


def test_what_is_to_be_begun_at_once_is_among_the_first_with_all_who_vote_it() -> None:
    """An agreement due already is to be signed now, though its usual duration puts its vote after the others."""
    (vote,) = (vote for vote in _votes("midi-quercy") if vote.opens)
    assert vote.first
    assert vote.when.startswith("À préparer dès maintenant")
    assert vote.who == "Le PETR, chaque EPCI membre et les collectivités associées"


def test_what_waits_for_something_else_is_not_to_be_begun_at_once() -> None:
    """The amendment follows the text to be voted, and the vote under way has begun."""
    for name in ("midi-quercy", "association-votes-prevus-2026"):
        for vote in _votes(name):
            assert not (vote.opens and (vote.awaited or "avenant" in vote.does))
