"""Of a vote under way, who may still do something has a line each: nothing is put beside the name of the body."""

from datetime import date

from .conftest import reading_note


def test_who_may_go_back_and_who_is_to_vote_have_a_line_each() -> None:
    vote = reading_note("petr-retrait-bloque-et-sieges-2024").votes[0]
    assert "(" not in vote.who
    assert [(turn.who, turn.day) for turn in vote.turns] == [
        ("CC des Coteaux d’Autan", date(2024, 5, 28)),
        ("CC du Causse Blanc", date(2024, 6, 1)),
    ]
    assert "retirer" in vote.turns[0].does


def test_a_vote_that_cannot_unblock_by_itself_says_so() -> None:
    turns = {turn.who: turn.does for turn in reading_note("petr-retrait-bloque-et-sieges-2024").votes[0].turns}
    assert "ne débloque rien" in turns["CC du Causse Blanc"]
    turns = {turn.who: turn.does for turn in reading_note("petr-retrait-bloque-et-sieges-2024", "en").votes[0].turns}
    assert "unblocks nothing" in turns["CC du Causse Blanc"]


def test_each_has_its_own_day_among_the_dates() -> None:
    dates = {each.day: each.text for each in reading_note("petr-retrait-bloque-et-sieges-2024").dates}
    assert dates[date(2024, 5, 28)].startswith("CC des Coteaux d’Autan")
    assert dates[date(2024, 6, 1)].startswith("CC du Causse Blanc")
