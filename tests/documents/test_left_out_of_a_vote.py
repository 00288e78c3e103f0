"""Who is left out of the body that a vote makes stops nothing there: a note does not ask for its agreement."""

from tests.documents.conftest import READING, case_in, reading_note, report_of


def test_a_member_left_out_is_not_among_those_whose_agreement_is_needed() -> None:
    note = report_of(case_in(READING / "scot-et-creation-sans-un-membre-2026.yaml"), "en").note
    assert note is not None
    stops = [stop.text for stop in note.stops if "(without CC du Revermont Sud)" in stop.text]
    assert len(stops) == 1
    assert "the agreement of each of the members" in stops[0]
    assert "departing" not in stops[0]
    assert "already voted against" not in stops[0]


def test_each_of_the_members_is_not_said_where_one_of_them_has_no_vote() -> None:
    """« Each weighs more than a quarter » was said of three, one of which has a fourteenth."""
    found = reading_note("syndicat-2014")
    said = [*(" ; ".join(vote.how) for vote in found.votes), *(stop.text for stop in found.stops)]
    needed = [each for each in said if "CC des Trois Rivières et CC du Haut Plateau, car chacun pèse plus" in each]
    assert len(needed) == 2
    assert not [each for each in said if "chacun des membres" in each]


def test_a_member_that_has_no_vote_is_told_once() -> None:
    """Named in the title and nowhere else, it could not tell what it was to do."""
    told = [each for vote in reading_note("syndicat-2014").votes for each in vote.how if "Saint-Amand" in each]
    assert len(told) == 1
    assert told[0].startswith("Compté sans Saint-Amand")
