"""What is late, or kept by no act, comes first; what stops no vote of the note is no danger to it."""

from datetime import date

from .conftest import EXAMPLES, REAL, case_in, note_of, reading_note, reading_report, report_of


def test_a_duty_that_is_late_is_to_be_put_right_first() -> None:
    (said,) = reading_report("petr-projet-en-retard-2026").overdue
    assert "élaborer le projet de territoire" in said


def test_a_duty_that_is_late_beside_the_question_is_not_told_among_what_is_late_of_it() -> None:
    report = report_of(case_in(EXAMPLES["midi-quercy"]))
    note = note_of(case_in(EXAMPLES["midi-quercy"]))
    assert any("plan climat" in said and "2018" in said for said in report.overdue_aside)
    assert not report.overdue
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


def test_reasons_are_of_what_is_to_be_voted_before_what_is_done() -> None:
    """One entry is to be settled and seats are shared already: the pleas are those of what the committee votes."""
    reasons = [reason.text for reason in reading_note("petr-entree-non-tranchee-2026").reasons]
    assert len(reasons) == 3
    assert "Déléguer les décisions courantes" in reasons[0]
    assert not any("Partager les sièges" in text for text in reasons)


def test_an_operation_to_be_settled_says_which_votes_it_would_take() -> None:
    first = reading_note("petr-entree-non-tranchee-2026").first_act
    assert first is not None
    assert "viendraient ensuite, dans cet ordre" in first
    assert first.index("le comité syndical vote l’entrée") < first.index("se prononce sur l’entrée")


def test_a_day_of_the_law_is_told_apart_from_the_usual_days_of_the_act() -> None:
    dates = {each.day: each.text for each in reading_note("petr-fusion-scot-gal-2026").dates}
    assert "dernier jour par la loi" in dates[date(2028, 6, 30)]
    assert "d’usage, entre le 1er mars 2027 et le 1er juin 2027" in dates[date(2028, 6, 30)]


def test_who_was_against_is_named_though_the_votes_are_over_and_its_own_came_late() -> None:
    """Its express agreement is needed by what follows: a late refusal does not count, and is one still."""
    note = reading_note("transformation-doffice-votes-acquis-2015")
    assert any("contre, hors délai, non compté" in said and "Plateau de Thérain" in said for said in note.underway)
    assert any("CC des Sablons et CC du Plateau de Thérain ont refusé" in stop.text for stop in note.stops)


def test_the_first_way_is_not_taken_for_the_likely_one() -> None:
    held = case_in(REAL / "loire-beauce.yaml")
    said = note_of(held).meaning or ""
    assert "ce pourrait être aussi" in said
    assert "Transformer le syndicat mixte en PETR" in said
