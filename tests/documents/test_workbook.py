"""The workbook: opened by another program, its formulas worked out, nothing in it that a name could set off."""

import io
import random
import zipfile
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from petr_advisor.documents.build import build
from petr_advisor.documents.model import Report
from petr_advisor.documents.model_ballots import BallotPart, IncludedPart, VoterPart, WayPart
from petr_advisor.documents.settings import Adviser
from petr_advisor.documents.writing import render
from petr_advisor.knowledge.votes import Count
from petr_advisor.procedures.ballots import Ballot
from petr_advisor.procedures.majority import Scale
from petr_advisor.words.texts import Language
from tests.documents.conftest import (
    CASES,
    EXAMPLES,
    MADE_ON,
    READING,
    case_in,
    reading,
    real_report,
    report_of,
    started,
)
from tests.documents.sheet_formulas import Sheet

PLANNED = "marennes-oleron#confirmed"
TODAY = date(2026, 11, 27)
WORDS = {"for": "pour", "against": "contre"}


def book(report: Report) -> Any:
    return openpyxl.load_workbook(io.BytesIO(render(report, ".xlsx")))


def value_beside(sheet: Sheet, label: str, column: str = "B") -> Any:
    """Give what stands in a column of the row that a label begins."""
    row = next(cell.row for cell in sheet.sheet["A"] if isinstance(cell.value, str) and cell.value.startswith(label))
    return sheet.value(f"{column}{row}")


def with_ballot(ballot: BallotPart) -> Sheet:
    return Sheet(book(real_report(PLANNED, "fr").model_copy(update={"ballots": (ballot,)}))["Vote 1"], TODAY)


def ballot(voters: tuple[VoterPart, ...], **rule: Any) -> BallotPart:
    return BallotPart.model_validate(
        {"act": "p/a", "title": "T", "majority": "M", "by_when": None, "opposition": False, "included": None}
        | {"closes": True, "ways": (way("1/2", None),), "voters": voters}
        | rule
    )


def way(members: str | None, population: str | None, *, strictly: bool = False) -> WayPart:
    return WayPart(
        members=members,
        members_strictly=strictly,
        population=population,
        population_strictly=strictly and bool(population),
    )


def voter(name: str, population: int | None, vote: Any = None, **more: Any) -> VoterPart:
    given = {"body": None, "received": None, "on": None, "until": None, "silence": "nothing"} | more
    return VoterPart.model_validate({"name": name, "population": population, "vote": vote, **given})


def test_the_sheets_of_a_planned_case() -> None:
    report = real_report(PLANNED, "fr")
    found = book(report)
    votes = [f"Vote {number}" for number in range(1, len(report.ballots) + 1)]
    wanted = ["À lire", "Coût de l’équipe", "Contributions", *votes, "Calendrier"]
    assert votes
    assert found.sheetnames in (wanted, [*wanted, "À établir"])
    assert report.roadmap is not None
    does = [cell.value for cell in found["Calendrier"]["B"]]
    assert all(any(task.title.lower()[:20] in str(text).lower() for text in does) for task in report.roadmap.tasks)
    for name, ballot in zip(votes, report.ballots, strict=True):
        assert ballot.voters[0].name in [cell.value for cell in found[name]["A"]]


def test_no_macro_no_link_and_no_formula_but_ours() -> None:
    with zipfile.ZipFile(io.BytesIO(render(real_report(PLANNED, "fr"), ".xlsx"))) as file:
        assert [name for name in file.namelist() if "vba" in name.lower() or "externalLink" in name] == []


@pytest.mark.parametrize(
    "name", ["=1+1", "+33 3", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x")', "=cmd|'/c calc'!A1"]
)
def test_a_name_is_never_a_formula(name: str) -> None:
    members: dict[str, dict[str, Any]] = {"a": {"member.name": name, "member.kind": "cc", "member.population": 10}}
    members["b"] = {"member.name": "B"}
    found = book(build(started().list_entities("member", members), "fr", Adviser(), MADE_ON))
    cells = [cell for sheet in found for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert not {name, f"={name}", name.strip()} & {str(cell.value) for cell in cells}
    named = next(cell for row in found["Contributions"].iter_rows() for cell in row if name.strip() in str(cell.value))
    assert named.data_type == "s"
    assert named.quotePrefix


def test_contributions_add_up_to_what_is_left_to_share() -> None:
    found = book(real_report("grand-quercy#created", "fr"))
    team, shares = found["Coût de l’équipe"], found["Contributions"]
    team["B4"], team["C4"], team["D13"], team["D21"] = 1.5, 60_000, 10_000, 40_000
    left = value_beside(Sheet(team, TODAY), "Reste", "D")
    assert left == 1.5 * 60_000 + 10_000 - 40_000
    row = next(cell.row for cell in team["A"] if str(cell.value).startswith("Reste"))
    assert shares["B3"].value == f"='Coût de l’équipe'!$D${row}"
    shares["B3"] = left
    first = next(cell.row for cell in shares["A"] if cell.value == "Membre") + 1
    rows = range(first, first + 7)
    for number, row in enumerate(rows, 1):
        shares[f"C{row}"] = 1_000_000 * number
    sheet = Sheet(shares, TODAY)
    people = [shares[f"B{row}"].value for row in rows]
    assert sheet.value(f"E{first}") == pytest.approx(left * people[0] / sum(people))
    assert sheet.value(f"G{first}") == pytest.approx(left / 28)
    assert sheet.value(f"I{first}") == pytest.approx((sheet.value(f"E{first}") + sheet.value(f"G{first}")) / 2)
    for column in "EGI":
        assert sum(sheet.value(f"{column}{row}") for row in rows) == pytest.approx(left)


def test_who_stays_sees_what_the_leaving_of_another_costs() -> None:
    """Members to come, members of today, and the change for each: with one who leaves, with one who joins."""
    shares = book(reading("petr-retrait-2026"))["Contributions"]
    heads = [cell.row for cell in shares["A"] if cell.value == "Membre"]
    after, before, change = heads
    for row in (after, before):
        shares[f"B{row - 3}"] = 110_000
    sheet = Sheet(shares, TODAY)
    by_name = {shares[f"A{row}"].value: row for row in range(change + 1, change + 5)}
    assert set(by_name) == {"CC du Levant", "CC du Ponant", "CC de la Combe", "CA des Deux Ponts"}
    cost = {name: sheet.value(f"B{row}") for name, row in by_name.items()}
    assert cost["CC du Levant"] == pytest.approx(-16_000)
    assert cost["CC du Ponant"] == pytest.approx(110_000 * 24 / 94 - 24_000)
    assert sum(cost.values()) == pytest.approx(0)


def test_contributions_are_told_once_where_the_members_stay() -> None:
    for name in ("association-votes-prevus-2026", "petr-dissolution-scot-leader-2026"):
        shares = book(reading(name))["Contributions"]
        assert [cell.value for cell in shares["A"]].count("Membre") == 1


def test_what_is_missing_to_carry() -> None:
    sheet = with_ballot(ballot((voter("A", 60, "for"), voter("B", 30), voter("C", 10)), ways=(way("2/3", "1/2"),)))
    assert value_beside(sheet, "Majorité – Membres", "F") == 1
    assert value_beside(sheet, "Majorité – Population", "F") == 0
    assert value_beside(sheet, "Où en est le vote") == "majorité non atteinte"
    sheet.sheet["E13"] = "pour"
    assert sheet.value("A13") == "B"
    assert value_beside(sheet, "Où en est le vote") == "majorité atteinte"


@pytest.mark.parametrize(
    ("given", "counted"),
    [
        ({"silence": "favourable", "until": date(2026, 11, 26)}, 1),
        ({"silence": "favourable", "until": date(2026, 11, 27)}, 0),  # on its last day it may still vote
        ({"silence": "unfavourable", "until": date(2026, 11, 1)}, 0),
        ({"silence": "favourable"}, 0),
        ({"silence": "nothing", "until": date(2026, 11, 1)}, 0),
        ({"vote": "for", "on": date(2026, 11, 2), "until": date(2026, 11, 1)}, 0),  # too late
        ({"vote": "against", "on": date(2026, 11, 2), "until": date(2026, 11, 1), "silence": "favourable"}, 1),
        ({"vote": "against"}, 0),
    ],
)
def test_silence_and_votes_out_of_time(given: dict[str, Any], counted: int) -> None:
    sheet = with_ballot(ballot((voter("A", 60, **given),)))
    row = next(cell.row for cell in sheet.sheet["A"] if cell.value == "A")
    assert sheet.value(f"I{row}") == counted


@pytest.mark.parametrize("on", [date(2026, 11, 1), date(2026, 11, 2)])
def test_a_vote_past_a_day_that_closes_nothing_is_counted(on: date) -> None:
    late = voter("A", 60, "for", on=on, until=date(2026, 11, 1))
    sheet = with_ballot(ballot((late,), closes=False))
    assert value_beside(sheet, "Où en est le vote") == "majorité atteinte"


def test_a_day_closes_a_vote_only_where_the_law_makes_its_passing_an_answer_or_an_end() -> None:
    """The approval of the project stays due, late; on the transformation the silence of three months is agreement."""
    report = report_of(case_in(EXAMPLES["loire-beauce"]), "fr")
    closing = {each.act.partition("/")[0]: each.closes for each in report.ballots}
    assert closing["petr-transformation"]
    assert not closing["project-updated"]
    found = book(report)
    told = {sheet["A1"].value: str([cell.value for cell in sheet["A"]]) for sheet in found if "Vote" in sheet.title}
    late = {title: "compte encore, en retard" in text for title, text in told.items()}
    assert late == {each.title: not each.closes for each in report.ballots}


def test_objections_are_counted_where_the_law_counts_them() -> None:
    two = (voter("A", 1, "against"), voter("B", 1, "for"), voter("C", 1))
    sheet = with_ballot(ballot(two, opposition=True, ways=(way("1/3", None),)))
    assert value_beside(sheet, "Où en est le vote") == "les oppositions suffisent"


RULES: tuple[tuple[tuple[WayPart, ...], IncludedPart | None], ...] = (
    ((way("1/2", None, strictly=True),), None),
    ((way("2/3", "1/2"), way("1/2", "2/3")), IncludedPart(which="most_populous_if_over", share="1/4", strictly=True)),
    (
        (way("2/3", "1/2"), way("1/2", "2/3")),
        IncludedPart(which="most_populous_if_at_least", share="1/4", strictly=False),
    ),
    ((way("1/2", "1/2"),), IncludedPart(which="every_member_over", share="1/4", strictly=True)),
    ((way("1/1", None),), None),
    ((way("1/3", None),), IncludedPart(which="share_of_each_epci", share="1/3", strictly=False)),
    ((way("1/2", "1/2", strictly=True),), IncludedPart(which="share_of_each_epci", share="1/2", strictly=True)),
)


@pytest.mark.parametrize("rule", RULES)
def test_the_sheet_counts_as_the_program_does(rule: tuple[tuple[WayPart, ...], IncludedPart | None]) -> None:
    """Whatever the votes and the populations, known or not, a majority is reached in both or in neither."""
    ways, included = rule
    dice = random.Random(12)  # noqa: S311 - cases, not secrets
    count = Count.model_validate(
        {
            "by": "members_and_population",
            "ways": [each.model_dump() for each in ways],
            "must_include": included.model_dump() if included else None,
        }
    )
    people = [dice.choice([None, 10, 20, 20, 40, 80]) for _ in range(6)]
    bodies = ["x", "x", "x", "y", "y", "y"]
    asked = ballot(
        tuple(voter(f"m{n}", p, body=b) for n, (p, b) in enumerate(zip(people, bodies, strict=True))),
        ways=ways,
        included=included,
    )
    sheet = with_ballot(asked)
    first = next(cell.row for cell in sheet.sheet["A"] if cell.value == "m0")
    for _ in range(40):
        people = [dice.choice([10, 20, 20, 40, 80, *([None] if dice.random() < 0.3 else [])]) for _ in range(6)]
        support = {f"m{n}" for n in range(6) if dice.random() < 0.6}
        voters = tuple(Ballot(f"m{n}", people[n], bodies[n]) for n in range(6))
        for n in range(6):
            sheet.sheet[f"B{first + n}"] = people[n]
            sheet.sheet[f"E{first + n}"] = WORDS["for"] if f"m{n}" in support else WORDS["against"]
        outcome = Scale(count, voters).outcome(support)
        shown = value_beside(sheet, "Où en est le vote")
        if outcome == "not_known":  # the sheet says no more than what is reached, and that populations are missing
            assert value_beside(sheet, "Populations à saisir") > 0
        else:
            assert (shown == "majorité atteinte") == (outcome == "carried"), (people, support)
    assert Fraction(asked.ways[0].members or 1) <= 1


@pytest.mark.parametrize("included", [None, IncludedPart(which="most_populous_if_over", share="1/4", strictly=True)])
def test_the_sheet_weighs_each_member_by_its_communes(included: IncludedPart | None) -> None:
    """Two of three members, a third of the communes: the count is not of members."""
    three = (voter("A", 40, "against", communes=20), voter("B", 30, "for", communes=5), voter("C", 30, communes=5))
    sheet = with_ballot(ballot(three, ways=(way("1/2", "1/2"),), by_communes=True, included=included))
    assert value_beside(sheet, "Majorité – Communes") == 15
    assert value_beside(sheet, "Majorité – Communes", "D") == 5
    assert value_beside(sheet, "Nombres de communes à saisir") == 0
    row = next(cell.row for cell in sheet.sheet["A"] if cell.value == "A")
    sheet.sheet[f"E{row}"], sheet.sheet[f"E{row + 1}"] = "pour", "contre"
    assert value_beside(sheet, "Où en est le vote") == "majorité non atteinte"  # 40 people of 100
    sheet.sheet[f"E{row + 2}"] = "pour"
    assert value_beside(sheet, "Où en est le vote") == "majorité atteinte"
    sheet.sheet[f"{'J' if included is None else 'K'}{row}"] = None
    assert value_beside(sheet, "Où en est le vote") == "majorité non atteinte"
    assert value_beside(sheet, "Nombres de communes à saisir") == 1


def test_the_communes_of_a_scot_perimeter_are_those_of_the_register() -> None:
    """Before the register's perimeters their number is to be typed in; no vote of members asks for it."""
    for day, known in ((date(2017, 1, 16), False), (date(2023, 1, 16), True)):
        case = replace(case_in(EXAMPLES["loire-beauce"]), as_of=day)
        found = {each.act: each for each in report_of(case, "fr").ballots}
        perimeter = found.pop("petr-takes-scot/perimeter")
        assert [bool(each.communes) for each in perimeter.voters] == [known, known]
        assert "autant de communes" in str(perimeter.source)
        assert not any(each.by_communes for each in found.values())


def test_points_to_find_out_have_room_for_an_answer() -> None:
    report = real_report("ariege", "en")
    sheet = book(report)["To find out"]
    told = [cell.value for cell in sheet["B"]]
    assert [part.question for part in report.settle if part.question not in told] == []
    assert sheet.freeze_panes is not None


@pytest.mark.parametrize(("name", "language"), CASES)
def test_every_column_of_a_vote_or_of_the_calendar_is_of_use(name: str, language: Language) -> None:
    """A head stands over what is told, or over what is to be typed in; no line says that something does not count."""
    found = book(real_report(name, language))
    for sheet in found:
        first = sheet.freeze_panes and openpyxl.utils.cell.coordinate_to_tuple(sheet.freeze_panes)[0]
        if not first:
            continue
        for head in (cell for cell in sheet[first - 1] if cell.value):
            below = [sheet.cell(row, head.column) for row in range(first, sheet.max_row + 1)]
            assert any(cell.value is not None or cell.border.left.style for cell in below), (sheet.title, head.value)


@pytest.mark.parametrize(("name", "language"), CASES)
def test_the_calendar_tells_days_in_order(name: str, language: Language) -> None:
    """The last day to begin an act is not after the last day on which it is done; nor is its first one."""
    report = real_report(name, language)
    if report.roadmap is None:
        return
    sheet = book(report)["Calendrier" if language == "fr" else "Calendar"]
    head = next(cell.row for cell in sheet["A"] if cell.value in {"N°", "No."})
    rows = [sheet[row] for row in range(head + 1, head + 1 + len(report.roadmap.tasks))]
    assert [cell.value for cell in sheet[head]][3:6] == (
        ["Fait au plus tôt", "Commence au plus tard", "Fait au plus tard"]
        if language == "fr"
        else ["Done at the soonest", "Begins at the latest", "Done at the latest"]
    )
    assert all(row[5].value for row in rows)
    days = {row[0].value: [cell.value for cell in row[3:6] if cell.value is not None] for row in rows}
    assert [number for number, known in days.items() if max(known) > known[-1]] == []


@pytest.mark.parametrize(("name", "language"), CASES)
def test_a_last_day_that_moves_is_the_first_possible_and_its_state_is_told(name: str, language: Language) -> None:
    """A member reads no later day than the one that may bind it; what the roadmap says of it stands in its row."""
    report = real_report(name, language)
    if report.roadmap is None:
        return
    sheet = book(report)["Calendrier" if language == "fr" else "Calendar"]
    head = next(cell.row for cell in sheet["A"] if cell.value in {"N°", "No."})
    rows = {row[1].value: row for row in sheet.iter_rows(min_row=head + 1) if row[1].value}
    for task in report.roadmap.tasks:
        if task.turns or not task.legal:
            continue
        row = next(row for title, row in rows.items() if title.lower().startswith(task.title.lower()))
        days = [each.first or each.day for each in task.legal if not each.wished]
        assert (row[6].value.date() if row[6].value else None) == min(days, default=None)
        said = row[11].value.lower()
        assert [each.said for each in task.legal if each.said.lower() not in said] == []
    moves = any(each.first for task in report.roadmap.tasks for each in task.legal)
    assert moves is any("au plus tôt, par prudence" in str(cell.value) for cell in sheet["A"]) or language == "en"


def test_what_the_plan_does_not_keep_is_said_in_its_row() -> None:
    """The vote of approval was to be at risk, and the day of the contract out of reach, and the sheet had neither."""
    sheet = book(report_of(case_in(EXAMPLES["loire-beauce"]), "fr"))["Calendrier"]
    told = [str(row[11].value) for row in sheet.iter_rows() if row[11].value]
    assert any("à risque" in said and "selon une autre lecture" in said for said in told)
    assert any("visée par l’État" in said and "hors d’atteinte" in said for said in told)


def test_a_case_without_plan_votes_or_members() -> None:
    found = book(build(started(), "en", Adviser(), MADE_ON))
    assert "Contributions" in found.sheetnames
    assert not any(name.startswith(("Vote", "Calendar")) for name in found.sheetnames)


def test_a_vote_held_after_a_member_has_left_counts_those_that_remain() -> None:
    """The approval of the project came months after the exit: four were asked for, of three that there are."""
    found = report_of(case_in(READING / "petr-retrait-contrats-2026.yaml"), "fr")
    (after,) = (ballot for ballot in found.ballots if "projet" in ballot.title and ballot.source)
    assert "CC des Marches" not in [voter.name for voter in after.voters]
    assert len(after.voters) == 3
    (leaving,) = (ballot for ballot in found.ballots if "retrait" in ballot.title)
    assert len(leaving.voters) == 4


@pytest.mark.parametrize("name", [PLANNED, "loire-beauce#closed"])
def test_every_sheet_is_printed_in_letters_that_are_read(name: str) -> None:
    """A page that lies is 297 mm wide; a width of one is a digit, seven dots of ninety-six an inch."""
    for sheet in book(real_report(name, "fr")).worksheets:
        setup, margins = sheet.page_setup, sheet.page_margins
        assert (setup.orientation, setup.fitToWidth, setup.fitToHeight) == ("landscape", 1, 0)
        last = max(cell.column for row in sheet.iter_rows() for cell in row if cell.value is not None)
        wide = sum(sheet.column_dimensions[get_column_letter(n)].width for n in range(1, last + 1))
        scale = min(1, (297 / 25.4 - margins.left - margins.right) / (wide * 7 / 96))
        size = min(cell.font.size for row in sheet.iter_rows() for cell in row if cell.value is not None)
        assert scale * size >= 7.5, f"{sheet.title}: {scale * size:.1f} points"
