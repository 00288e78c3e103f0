"""What the note says that nothing is done without has its row and its days; what frames an answer is of that answer."""

from tests.documents.conftest import reading_note

SEATS = "sieges-illegaux-et-retrait-2026"


def test_the_committee_votes_on_the_exit_in_the_first_table() -> None:
    rows = [vote for vote in reading_note(SEATS).votes if vote.first]
    (vote,) = (row for row in rows if "se prononce sur la demande de retrait" in row.does)
    assert vote.who == "Le comité syndical"


def test_what_may_stop_the_project_is_not_told_beside_the_exit() -> None:
    """One read that the exit needs each member, where it is the revision of the project that does."""
    note = reading_note(SEATS)
    assert note.leading_stop is not None
    assert "se prononce sur le retrait" in note.leading_stop.text
    assert sum("texte mis à jour" in stop.text for stop in note.stops[1:]) == 1


def test_an_answer_that_nothing_feared_is_about_has_no_danger_beside_it() -> None:
    note = reading_note("petr-deux-2015")
    assert note.stops
    assert note.leading not in {each for stop in note.stops for each in stop.on}
    assert note.leading_stop is None
