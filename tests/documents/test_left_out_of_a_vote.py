"""Who is left out of the body that a vote makes stops nothing there: a note does not ask for its agreement."""

from tests.documents.conftest import READING, case_in, report_of


def test_a_member_left_out_is_not_among_those_whose_agreement_is_needed() -> None:
    note = report_of(case_in(READING / "scot-et-creation-sans-un-membre-2026.yaml"), "en").note
    assert note is not None
    stops = [stop.text for stop in note.stops if "(without CC du Revermont Sud)" in stop.text]
    assert len(stops) == 1
    assert "the agreement of each of the members" in stops[0]
    assert "departing" not in stops[0]
    assert "already voted against" not in stops[0]
