"""Votes of communes: each EPCI apart or all together, with the populations of the register, in the sheets of a plan."""

import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.build import build
from petr_advisor.documents.model import Report
from petr_advisor.documents.settings import Adviser
from petr_advisor.documents.writing import render
from petr_advisor.inference.engines import engine
from petr_advisor.territory.communes import CommunesError, communes_of, load
from petr_advisor.territory.measures import register
from tests.documents.conftest import MADE_ON, real_base
from tests.documents.sheet_formulas import Sheet

SAVERNE = ("200068112", "200067783", "200067841")


def planned(option: str, sirens: tuple[str, ...] = SAVERNE, as_of: date = date(2026, 11, 24)) -> Report:
    """Give the report of a territory without a structure that takes a way."""
    members = {}
    for siren in sirens:
        found = register().get(siren)
        known = {"member.kind": "cc", "member.name": found.name if found else siren}
        members[siren] = known | ({"member.population": found.population_municipal} if found else {})
    base = real_base()
    case = Consultation.start(base, as_of, (base.options[option].answers,), engine("native"))
    case = case.answer("structure.legal_form", "none").list_entities("member", members)
    return build(case.choose(base.options[option].answers, option), "fr", Adviser(), MADE_ON)


def test_the_communes_of_an_epci_are_those_of_the_register() -> None:
    for epci in register().epcis:
        found = communes_of(epci.siren)
        assert len(found) == epci.communes
        assert sum(commune.population for commune in found) == epci.population_municipal


def test_in_each_community_of_communes_apart() -> None:
    report = planned("ordinary-closed-syndicate")
    found = [ballot for ballot in report.ballots if ballot.source]
    assert [len(ballot.voters) for ballot in found] == [len(communes_of(siren)) for siren in SAVERNE]
    assert "Saverne" in found[0].title
    assert found[0].included is not None
    book = openpyxl.load_workbook(io.BytesIO(render(report, ".xlsx")))
    number = report.ballots.index(found[0]) + 1
    sheet = Sheet(book[f"Vote {number}"], date(2026, 11, 27))
    first = next(cell.row for cell in sheet.sheet["A"] if cell.value == found[0].voters[0].name)
    rows = range(first, first + len(found[0].voters))
    for row in rows:
        sheet.sheet[f"E{row}"] = "contre" if sheet.value(f"A{row}") == "Saverne" else "pour"
    stands = next(cell.row for cell in sheet.sheet["A"] if cell.value == "Où en est le vote")
    assert sheet.value(f"B{stands}") == "majorité non atteinte"  # Saverne has more than a quarter of the inhabitants
    saverne = next(row for row in rows if sheet.value(f"A{row}") == "Saverne")
    sheet.sheet[f"E{saverne}"] = "pour"
    assert sheet.value(f"B{stands}") == "majorité atteinte"


def test_in_all_epcis_together_with_a_share_in_each() -> None:
    found = [ballot for ballot in planned("merge-epci").ballots if ballot.source]
    assert [len(ballot.voters) for ballot in found] == [sum(len(communes_of(siren)) for siren in SAVERNE)]
    bodies = {str(voter.body).replace("’", "'") for voter in found[0].voters}
    assert bodies == {epci.name for epci in map(register().get, SAVERNE) if epci}


@pytest.mark.parametrize(
    ("sirens", "as_of"),
    [
        ((*SAVERNE, "123456789"), date(2026, 11, 24)),  # a member that the register does not know
        (SAVERNE, date(2016, 6, 1)),  # the perimeters were others
    ],
)
def test_no_commune_is_named_where_they_may_be_others(sirens: tuple[str, ...], as_of: date) -> None:
    assert [ballot for ballot in planned("ordinary-closed-syndicate", sirens, as_of).ballots if ballot.source] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [("a,b\n", "line 1"), ("siren,code,nom,population_municipale\n1,2,3,x\n", "line 2")],
)
def test_a_file_that_is_no_communes(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "communes-2026.csv").write_text(text, encoding="utf-8")
    with pytest.raises(CommunesError, match=told):
        load(tmp_path, 2026)
    with pytest.raises(CommunesError, match="2025"):
        load(tmp_path, 2025)
