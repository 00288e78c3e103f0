"""What is late, or kept by no act, comes first; what stops no vote of the note is no danger to it."""

from datetime import date

from .conftest import EXAMPLES, case_in, note_of, reading_note


def test_a_duty_that_is_late_is_to_be_put_right_first() -> None:
    note = note_of(case_in(EXAMPLES["midi-quercy"]))
    assert any("plan climat" in said and "2018" in said for said in note.pressing)
    assert not any("plan climat" in text for way in note.ways for text in way.against)


def test_a_day_that_no_act_of_the_plan_keeps_is_to_be_checked_first() -> None:
    (said,) = reading_note("petr-entree-non-tranchee-2026").pressing
    assert "premier projet de territoire" in said
    assert "vérifier" in said


def test_a_risk_that_stops_no_vote_is_not_among_what_may_stop_it() -> None:
    assert not reading_note("petr-entree-non-tranchee-2026").stops


def test_a_vote_under_way_is_no_danger_to_itself() -> None:
    stops = [stop.text for stop in reading_note("petr-retrait-bloque-et-sieges-2024").stops]
    assert not any("dans le délai de" in text for text in stops)


def test_what_had_better_come_before_the_effect_and_does_not_is_said_beside_the_votes() -> None:
    note = reading_note("petr-retrait-bloque-et-sieges-2024")
    assert "sièges" in (note.effect_first or "")
    assert (note.effect_first or "") not in (note.span or "")
    assert reading_note("petr-entree-non-tranchee-2026").effect_first is None


def test_who_has_half_of_the_seats_and_more_of_the_inhabitants_is_told_why() -> None:
    seats = note_of(case_in(EXAMPLES["loire-beauce"])).seats or ""
    assert "CC des Terres du Val de Loire a 74,5" in seats
    assert "CC de la Beauce Loirétaine a" not in seats


def test_what_has_a_day_is_told_with_the_dates_and_not_with_the_money() -> None:
    note = reading_note("petr-entree-non-tranchee-2026")
    assert date(2027, 6, 30) in {each.day for each in note.dates}
    assert note.money is not None
    assert not [said for said in note.money.rules if "compte financier unique" in said]
