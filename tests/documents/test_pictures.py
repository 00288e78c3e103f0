"""Pictures: drawn well formed, with a text alternative, and marks that do without colour."""

from xml.etree import ElementTree as ET

import pytest

from petr_advisor.documents.drawing import WIDTH, wrap
from petr_advisor.documents.model import Report
from petr_advisor.documents.parts import Bar, BarsPicture, DrawnPicture, Picture
from petr_advisor.documents.pictures import draw
from petr_advisor.documents.typesetting import raster
from tests.documents.conftest import real_report

SVG = "{http://www.w3.org/2000/svg}"


def pictures(report: Report) -> list[Picture]:
    council = report.governance.pictures if report.governance else ()
    charts = report.roadmap.pictures if report.roadmap else ()
    return [*(picture for question in report.questions for picture in question.pictures), *council, *charts]


def test_drawings(report: Report) -> None:
    """Each drawing is well formed, titled and described, and nothing goes past its edges."""
    for picture in pictures(report):
        root = ET.fromstring(draw(picture, "#1f4e79"))  # noqa: S314 - our own drawing
        assert root.findtext(f"{SVG}title") == picture.title
        assert root.findtext(f"{SVG}desc") == picture.alt
        assert len(picture.alt) > 30
        for shape in root.iter(f"{SVG}rect"):
            assert float(shape.get("x", 0)) + float(shape.get("width", 0)) <= WIDTH + 1


def test_what_colour_says_a_pattern_or_a_word_says_too() -> None:
    """Before and after the cap differ by a pattern, and every bar has its value in words."""
    council = real_report("loire-beauce#closed", "en").governance
    assert council is not None
    drawn = draw(council.pictures[1], "#1f4e79")
    assert "-hatch)" in drawn
    assert "6 seats" in drawn
    assert "4 seats" in drawn


def test_raster() -> None:
    """Drawings become PNG pictures."""
    (found,) = raster([draw(pictures(real_report("saverne", "fr"))[0], "#1f4e79")])
    assert found.startswith(b"\x89PNG")


@pytest.mark.parametrize("label", ["<script>&\"'", "A" * 300, "", "مجلس 🚜"])
def test_any_label(label: str) -> None:
    """A label is text, whatever it holds."""
    picture = BarsPicture(id="p", title=label, alt=label, bars=(Bar(label=label, value=0, shown=label),))
    root = ET.fromstring(draw(picture, "#000000"))  # noqa: S314
    assert not root.findall(f".//{SVG}script")


def test_lines_fit() -> None:
    """Long words are cut, long texts end with an ellipsis."""
    assert len(wrap("mot " * 100, 100, most=2)) == 2
    assert wrap("mot " * 100, 100, most=2)[-1].endswith("…")
    assert max(map(len, wrap("A" * 300, 100, most=50))) < 20


def test_a_picture_drawn_elsewhere() -> None:
    """A drawing of shapes is taken as it is; anything else is refused."""
    made = draw(BarsPicture(id="p", title="T", alt="A", bars=(Bar(label="a", value=1, shown="1"),)), "#000000")
    picture = DrawnPicture(id="p", title="T", alt="A", svg=made)
    assert draw(picture, "#ffffff") == made
    for bad in ("<svg><script/></svg>", "<svg onload='x'/>", "<svg><rect href='http://x'/></svg>", "not svg"):
        with pytest.raises(ValueError, match=r"drawing may not|not SVG"):
            DrawnPicture(id="p", title="T", alt="A", svg=bad)
