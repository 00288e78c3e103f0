"""Where a vote that fails leads to another one, each is counted by its own rule, in the note as in the workbook."""

from datetime import date

import pytest

from petr_advisor.documents.building.second_rounds import second_round
from petr_advisor.knowledge.procedures import Act

from .conftest import reading, reading_note, reading_report, real_base
from .sheet_formulas import Sheet
from .test_workbook import book, value_beside

CASES = ("petr-dissolution-scot-leader-2026", "petr-dissolution-scot-2026", "petr-retrait-a-deux-scot-2025")
FIRST, THEN = "scot-dedicated-syndicate/ask-syndicate-whose", "scot-dedicated-syndicate/members-votes"
ALL_AGREE, BY_LIST = "syndicate.closed.creation.all-agree", "syndicate.closed.creation.majority"


def acts_on(norm: str) -> list[tuple[str, Act]]:
    procedures = real_base().procedures.items()
    return [(f"{key}/{name}", act) for key, of in procedures for name, act in of.acts.items() if norm in act.norms]


def test_a_closed_syndicate_is_born_of_all_or_of_a_majority_on_the_prefects_list() -> None:
    """The qualified majority, silence worth nothing and no time: the rule of neither route."""
    base = real_base()
    for key, act in acts_on(ALL_AGREE):
        if act.vote is not None:
            count = base.majorities[act.vote.majority].count
            assert count is not None, key
            assert [way.members for way in count.ways] == [1], key
            assert act.silence == "nothing", key
            assert act.limit is None, key
    voted = [(key, act) for key, act in acts_on(BY_LIST) if act.vote is not None]
    assert len(voted) > 1
    for key, act in voted:
        assert act.majority == "l5211-5", key
        assert act.silence == "favourable", key
        assert act.limit is not None, key
        assert act.limit.from_ == "notification-of-order", key


@pytest.mark.parametrize("name", CASES)
def test_the_row_of_the_first_vote_tells_the_second(name: str) -> None:
    rows = [vote for vote in reading_note(name).votes if second_round(real_base(), vote.act)]
    assert rows
    for row in rows:
        said = " ".join(row.how)
        assert "second vote" in said, row.does
        assert not row.first or ("deux mois" in said and "trois mois" in said and "silence valant accord" in said)
        assert "Au premier vote, le silence ne vaut pas accord" in said, row.does


@pytest.mark.parametrize("name", CASES)
def test_the_workbook_has_a_sheet_for_each_vote(name: str) -> None:
    found = {each.act: each for each in reading_report(name).ballots}
    first, then = found[FIRST], found[THEN]
    assert [(way.members, way.population) for way in first.ways] == [("1", None)]
    assert len(then.ways) == 2
    assert then.closes
    assert then.months == 3
    assert {voter.silence for voter in then.voters} == {"favourable"}
    assert then.by_when is not None
    assert "Second vote" in then.by_when


def test_three_of_four_carry_the_list_and_not_the_first_vote() -> None:
    """Three communities for made « majorité atteinte » of a vote that needs all four."""
    report = reading(CASES[0])
    for act, stands in ((FIRST, "majorité non atteinte"), (THEN, "majorité atteinte")):
        number = [each.act for each in report.ballots].index(act) + 1
        sheet = Sheet(book(report)[f"Vote {number}"], date(2027, 3, 1))
        names = {"CC de l’Amont": "pour", "CC de l’Aval": "pour", "CC des Coteaux": "pour", "CC du Plateau": "contre"}
        for cell in sheet.sheet["A"]:
            if cell.value in names:
                sheet.sheet[f"E{cell.row}"] = names[cell.value]
        assert value_beside(sheet, "Où en est le vote") == stands


def test_who_stops_both_votes_is_named_and_told_what_then() -> None:
    stops = [stop.text for stop in reading_note(CASES[0]).stops if "création du syndicat" in stop.text]
    assert len(stops) == 1
    assert "sans l'accord de CC de l’Amont et CC de l’Aval" in stops[0].replace("l’accord", "l'accord")
    for part in ("Faute d’accord de tous", "deux mois", "trois mois", "majorité qualifiée"):
        assert part in stops[0]
