"""Seats stand in every output alike: where the course shares them out, those of the note; else nowhere."""

from functools import cache
from io import BytesIO
from pathlib import Path

import pytest

from petr_advisor.documents.model import Report
from petr_advisor.documents.writing import render
from petr_advisor.files.locations import examples_folder
from tests.documents.conftest import EXAMPLES, READING, case_in, report_of

UNCHANGED: dict[str, Path] = {
    "a PETR that ends": READING / "petr-dissolution-scot-leader-2026.yaml",
    "a PETR of which nothing is asked on seats": EXAMPLES["midi-quercy"],
}
OPEN = READING / "gip-terme-proche-2026.yaml"
"""A GIP that may go on, or give way to a PETR."""
SHARED: dict[str, Path] = {
    "a transformation": examples_folder() / "course" / "syndicate-that-becomes-a-petr.yaml",
    "a withdrawal": READING / "petr-retrait-2026.yaml",
    "a transformation with a commune": examples_folder() / "course" / "transformation-with-a-commune.yaml",
}


@cache
def told(path: Path) -> Report:
    return report_of(case_in(path))


def slides(report: Report) -> str:
    from pptx import Presentation  # noqa: PLC0415 - slow to load

    found = Presentation(BytesIO(render(report, ".pptx")))
    shapes = (shape for slide in found.slides for shape in slide.shapes if shape.has_text_frame)
    return "\n".join(shape.text_frame.text for shape in shapes)


@pytest.mark.parametrize("case", UNCHANGED)
def test_no_seats_are_proposed_where_nothing_shares_them_out(case: str) -> None:
    report = told(UNCHANGED[case])
    assert report.note is not None
    assert report.note.seats is None
    assert report.governance is None or report.governance.total is None
    assert "sièges proposés" not in slides(report)


def test_seats_of_a_petr_that_may_come_are_an_example_of_the_report_alone() -> None:
    report = told(OPEN)
    assert report.note is not None
    assert report.note.seats is None
    assert report.governance is not None
    assert report.governance.total
    assert "sièges proposés" not in slides(report)


@pytest.mark.parametrize("case", SHARED)
def test_the_slides_propose_the_seats_of_the_note(case: str) -> None:
    report = told(SHARED[case])
    assert report.note is not None
    assert report.note.seats
    assert report.governance is not None
    said = report.note.seats.replace("\u00a0", " ")
    assert all(f"{part.member} {part.seats}" in said for part in report.governance.seats)
    assert f"{report.governance.total} sièges proposés" in slides(report).replace("\u00a0", " ")


def test_the_note_says_by_what_method_it_proposes_seats() -> None:
    note = told(SHARED["a transformation"]).note
    assert note is not None
    assert note.seats is not None
    assert "plus forte moyenne" in note.seats


TIES: dict[str, bool] = {"trial/association-that-leads-a-gal": True, "reading/petr-retrait-2026": False}


@pytest.mark.parametrize("case", TIES)
def test_a_tie_for_the_last_seat_is_told_where_there_is_one(case: str) -> None:
    """What the report says of a table that all the members adopt, the note they vote on says too."""
    report = told(examples_folder() / f"{case}.yaml")
    assert report.note is not None
    assert report.note.seats is not None
    assert report.governance is not None
    tied = any("égalité de moyenne" in remark for remark in report.governance.remarks)
    said = report.note.seats.replace("\u00a0", " ")
    assert tied == TIES[case] == ("Dernier siège à égalité entre" in said)
