"""What a president who read six notes still found wrong, or was left to guess."""

from datetime import date, datetime

from .conftest import EXAMPLES, case_in, note_of, reading_note, reading_report, real_base
from .sheet_formulas import EMPTY
from .test_formats import squeezed
from .test_workbook import ballot, voter, with_ballot

MERGER = "petr-fusion-et-partage-des-sieges-2016"
DISSOLUTION = "petr-dissolution-scot-leader-2026"
TRANSFER = "petr-transfert-scot-2026"
CREATION = "association-votes-prevus-2026"


def test_a_vote_of_several_bodies_names_them_all() -> None:
    """One council is no voter for all; where the members are told to decide with the PETR, its own vote is told."""
    base, several = real_base(), {"petr-and-epcis", "petr-and-members"}
    alone = {
        f"{key}/{name}"
        for key, procedure in base.procedures.items()
        for name, act in procedure.acts.items()
        if act.vote is not None and act.vote.body in several and act.who not in {*several, "parties"}
    }
    assert alone == {"power-transfer/staff", "scot-transfer/staff"}
    (row,) = (vote for vote in reading_note(DISSOLUTION).votes if "répartition des biens" in vote.does)
    assert "EPCI membre" in row.who


def test_the_first_conference_of_mayors_has_its_day_whatever_is_asked() -> None:
    report = reading_report(TRANSFER)
    assert "governance" not in {part.id for part in report.questions}
    assert report.note is not None
    (told,) = (each for each in report.note.dates if "réunit la conférence des maires" in each.text)
    assert told.day == date(2027, 1, 1)


def test_a_text_to_be_corrected_is_voted_by_those_that_voted_too() -> None:
    (answer,) = (each for each in reading_note(CREATION).answers if "Le texte engagé" in each.decision)
    assert "même ceux qui ont voté" in answer.decision


def test_who_blocks_a_vote_under_way_stands_beside_its_name() -> None:
    stops = [squeezed(stop.text) for stop in reading_note(CREATION).stops]
    assert any(stop.startswith(squeezed("« Créer un PETR » : pour bloquer le vote")) for stop in stops)


def test_seats_of_today_are_added_up_before_a_merger() -> None:
    guards = [stop.guard or "" for stop in reading_note(MERGER).stops]
    assert any("sièges actuels de ceux qui fusionnent" in guard for guard in guards)


def test_a_time_to_vote_is_counted_from_the_receipt_typed() -> None:
    """Three months from date to date; nothing while nobody typed a receipt, and a day known beforehand stays."""
    member = voter("A", 60, "for", on=date(2027, 3, 1), silence="nothing")
    sheet = with_ballot(ballot((member, voter("B", 40, until=date(2027, 1, 8))), months=3))
    assert sheet.value("G11") == EMPTY
    assert sheet.value("G12") == date(2027, 1, 8)
    assert sheet.value("I11") == 1
    sheet.sheet["D11"] = datetime(2026, 11, 30)  # noqa: DTZ001 - as a sheet holds a day
    assert sheet.value("G11") == date(2027, 2, 28)
    assert sheet.value("I11") == 0


def test_the_time_of_each_member_is_that_of_the_law() -> None:
    months = {part.act: part.months for part in reading_report(TRANSFER).ballots}
    assert months["scot-transfer/members"] == 3


def test_a_dispute_that_changes_nothing_is_said_to_be_moot() -> None:
    """Two members that are both over a quarter are both needed by either reading: no doubt weighs on the vote."""
    note = note_of(case_in(EXAMPLES["loire-beauce"]))
    (vote,) = (each for each in note.votes if "expressément sur le transfert du SCoT" in each.does)
    assert any("sans effet entre les membres d'aujourd'hui" in plain(how) for how in vote.how)
    stops = [plain(stop.text) for stop in note.stops if "transfert du SCoT" in stop.text]
    assert stops
    assert not any("la majorité étant discutée" in stop for stop in stops)


def test_a_dispute_that_counts_is_said_with_its_other_reading() -> None:
    (vote,) = (each for each in reading_note(TRANSFER).votes if "expressément sur le transfert du SCoT" in each.does)
    assert any(plain(how).startswith("Majorité discutée, dite par prudence ; lecture courante") for how in vote.how)


def test_a_vote_that_waits_for_that_of_another_body_says_for_which() -> None:
    votes = [each for each in reading_note(DISSOLUTION).votes if each.does.startswith("consent à dissoudre")]
    assert votes
    for vote in votes:
        assert any(
            "seulement une fois ceci acquis : demandent la création du syndicat" in plain(said) for said in vote.sequel
        )


def test_a_vote_of_caution_is_not_told_as_one_of_law() -> None:
    (stop,) = (stop for stop in reading_note(TRANSFER).stops if "approuve le PAS" in stop.text)
    assert "par prudence, le point étant discuté" in plain(stop.text)


def plain(text: str) -> str:
    """Give words without the spaces that do not break, and with straight apostrophes."""
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")
