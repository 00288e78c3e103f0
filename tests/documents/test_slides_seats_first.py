"""Seats that are to be voted at once stand on a slide, before those of later: a room votes what it sees."""

from tests.documents.conftest import reading_report
from tests.documents.test_formats import squeezed
from tests.documents.test_slides_tell import slides, told

SEATS = "sieges-illegaux-et-retrait-2026"


def test_what_is_said_of_the_table_names_it_where_another_sharing_is_told_first() -> None:
    """« 16 sièges, soit … Jovinien vert 2. Compté sans Jovinien vert »: the second sentence was read of the first."""
    report = reading_report(SEATS)
    assert report.governance is not None
    counted = [squeezed(said)[1:] for said in report.governance.counted]
    shown = " ".join(told(slide) for slide in slides(report))
    assert counted
    assert [said for said in counted if f"Letableau:c{said}" not in shown] == []


def test_sixteen_seats_first_then_twelve() -> None:
    (council,) = (each for each in slides(reading_report(SEATS)) if "sièges" in each.shapes.title.text_frame.text)
    text = told(council)
    assert text.index("16sièges") < text.index("comptésansCCduJovinien")
    assert "puis" in council.shapes.title.text_frame.text
    assert "12" in council.shapes.title.text_frame.text.split()
