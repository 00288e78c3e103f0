"""Seats that are to be voted at once stand on a slide, before those of later: a room votes what it sees."""

from pathlib import Path

import pytest

from petr_advisor.errors import PetrAdvisorError
from tests.documents.conftest import READING, case_in, reading_report, report_of
from tests.documents.test_slides_tell import slides, told

SEATS = "sieges-illegaux-et-retrait-2026"
OUT = [path for path in sorted(READING.glob("*.yaml")) if "seats_in_bounds: no" in path.read_text(encoding="utf-8")]


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_what_is_said_of_the_table_names_it_where_another_sharing_is_told_first() -> None:
    """« 16 sièges, soit … Jovinien vert 2. Compté sans Jovinien vert »: the second sentence was read of the first."""
    report = reading_report(SEATS)
    assert report.governance is not None
    counted = [squeezed(said)[1:] for said in report.governance.counted]
    shown = " ".join(told(slide) for slide in slides(report))
    assert counted
    assert [said for said in counted if f"Letableau:c{said}" not in shown] == []


@pytest.mark.parametrize("path", OUT, ids=lambda path: path.stem)
def test_the_seats_proposed_among_the_members_of_today_are_on_a_slide(path: Path) -> None:
    try:
        report = report_of(case_in(path))
    except PetrAdvisorError:
        pytest.skip("nothing to tell of the case")
    urgent = [squeezed(part.seats) for part in report.breaches if part.seats]
    shown = [told(slide) for slide in slides(report)] if urgent else []
    assert [said for said in urgent if not any(said in each for each in shown)] == []
    for part in report.breaches:
        if part.seats and part.voted:
            assert any(squeezed(part.voted)[:60] in each for each in shown[-1:]), part.voted


def test_sixteen_seats_first_then_twelve() -> None:
    (council,) = (each for each in slides(reading_report(SEATS)) if "sièges" in each.shapes.title.text_frame.text)
    text = told(council)
    assert text.index("16sièges") < text.index("ComptésansCCduJovinien")
    assert "puis" in council.shapes.title.text_frame.text
    assert "12" in council.shapes.title.text_frame.text.split()
