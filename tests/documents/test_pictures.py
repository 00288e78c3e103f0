"""Pictures: drawn well formed, with a text alternative, marks that do without colour, and nothing that overlaps."""

from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from petr_advisor.documents.blocks import PictureBlock
from petr_advisor.documents.drawing import SIZE, WIDTH, drawn, wide, wrap
from petr_advisor.documents.gantt import RIGHT, gantt_pictures, short_length
from petr_advisor.documents.layout.document import lay_out
from petr_advisor.documents.model import Report
from petr_advisor.documents.parts import Picture
from petr_advisor.documents.typesetting import raster
from petr_advisor.planning import roadmap as plans
from petr_advisor.planning.model import KeyDate
from petr_advisor.words.texts import Text
from petr_advisor.words.voice import Voice
from tests.documents.conftest import real_case, real_report

SVG = "{http://www.w3.org/2000/svg}"


@cache
def plan() -> plans.Roadmap:
    """A plan with days of law, dates to keep and tasks that depend on the case."""
    return plans.roadmap(real_case("marennes-oleron#confirmed"), date(2023, 11, 1), "creation")


def texts(drawing: ET.Element) -> list[ET.Element]:
    return drawing.findall(f".//{SVG}text")


def edges(text: ET.Element) -> tuple[float, float]:
    """Give where a text begins and ends, by the estimate that it was cut with."""
    x, length = float(text.get("x", 0)), wide(text.text or "")
    left = x - {"start": 0.0, "middle": length / 2, "end": length}[text.get("text-anchor", "start")]
    return left, left + length


def test_drawings(report: Report) -> None:
    """Each drawing is well formed, titled and described, and nothing goes past its edges."""
    pictures = [block.picture for block in lay_out(report).blocks if isinstance(block, PictureBlock)]
    assert len({picture.id for picture in pictures}) == len(pictures)
    for picture in pictures:
        root = ET.fromstring(picture.svg)  # noqa: S314 - our own drawing
        assert root.findtext(f"{SVG}title") == picture.title
        assert root.findtext(f"{SVG}desc") == picture.alt
        assert len(picture.alt) > 30
        for shape in root.iter(f"{SVG}rect"):
            assert float(shape.get("x", 0)) + float(shape.get("width", 0)) <= WIDTH + 1
        assert all(0 <= edge <= WIDTH + 1 for text in texts(root) for edge in edges(text))


def test_no_words_of_a_chart_stand_on_others() -> None:
    """On one line, a text begins after the end of the one before it."""
    close = [KeyDate(f"d{n}", Text(fr=f"jour {n}", en=f"day {n}"), date(2024, 6, n), "law", ()) for n in range(1, 6)]
    for picture in gantt_pictures(replace(plan(), key_dates=(*plan().key_dates, *close)), Voice("fr")):
        lines: dict[str, list[tuple[float, float]]] = {}
        for text in texts(ET.fromstring(picture.svg)):  # noqa: S314 - our own drawing
            lines.setdefault(text.get("y", ""), []).append(edges(text))
        for found in map(sorted, lines.values()):
            assert all(end <= start + 0.2 for (_, end), (start, _) in pairwise(found))


def test_what_colour_says_a_pattern_or_a_word_says_too() -> None:
    """Where an act comes from is a colour, a hatch or a white bar, each in the key; lengths and days are written."""
    picture = gantt_pictures(plan(), Voice("en"))[0]
    fills = {shape.get("class"): shape.get("fill") for shape in ET.fromstring(picture.svg).iter(f"{SVG}rect")}  # noqa: S314
    assert {fills["shape accent"], fills["shape hatch"], fills["shape paper"]} == {
        "#3d5a80", "url(#gantt-1-hatch)", "#ffffff",
    }  # fmt: skip
    shown = [text.text for text in texts(ET.fromstring(picture.svg))]  # noqa: S314
    assert {"Act required by a text", "Practice", "Advice"} <= set(shown)
    assert plan().tasks[0].latest.strftime("%d/%m/%Y") in shown


def test_the_day_on_which_a_chart_is_made_stands_on_it_once_the_plan_has_begun() -> None:
    for today, said in ((date(2024, 5, 2), True), (plan().start, False), (date(2099, 1, 1), False), (None, False)):
        drawn_on = "".join(picture.svg for picture in gantt_pictures(plan(), Voice("fr"), today=today))
        assert ("2 mai 2024 – jour où ce document est établi" in drawn_on) == said


def test_the_key_of_a_chart_names_only_the_marks_on_it() -> None:
    """No question mark nor deadline is explained where there is none."""
    sure = replace(plan(), tasks=tuple(replace(task, certain=True, legal=()) for task in plan().tasks))
    unsure = replace(plan(), tasks=tuple(replace(task, certain=False) for task in plan().tasks))
    assert "selon le cas" in "".join(
        picture.svg.partition("</desc>")[2] for picture in gantt_pictures(unsure, Voice("fr"))
    )
    for picture in gantt_pictures(sure, Voice("fr")):
        drawing = picture.svg.partition("</desc>")[2]
        assert "selon le cas" not in drawing
        assert "Échéance légale" not in drawing


def test_no_picture_repeats_a_table() -> None:
    """Options and seats stand in tables: what is drawn is time and space."""
    pictures = [
        block.picture
        for block in lay_out(real_report("loire-beauce#closed", "en")).blocks
        if isinstance(block, PictureBlock)
    ]
    assert {picture.id.rstrip("-0123456789") for picture in pictures} <= {"gantt", "map", "perimeters"}
    assert pictures


def test_raster() -> None:
    """Drawings become PNG pictures."""
    (found,) = raster([gantt_pictures(plan(), Voice("fr"))[0].svg])
    assert found.startswith(b"\x89PNG")


@pytest.mark.parametrize("label", ["<script>&\"'", "A" * 300, "\u2066", "مجلس 🚜", "{{7*7}} \u202e\x00"])
def test_any_label(label: str) -> None:
    """A label is text, whatever it holds."""
    hostile = Text(fr=label, en=label)
    tasks = (replace(plan().tasks[0], who=hostile, does=hostile), *plan().tasks[1:])
    root = ET.fromstring(gantt_pictures(replace(plan(), tasks=tasks), Voice("fr", in_print=False))[0].svg)  # noqa: S314
    assert not root.findall(f".//{SVG}script")
    shown = texts(root)
    assert all(edges(text)[1] <= RIGHT for text in shown if float(text.get("x", 0)) < SIZE * 2)
    assert not any("49" in (text.text or "") for text in shown)


def test_a_title_is_text_whatever_it_holds() -> None:
    made = drawn(
        "perimeters", "p", "<b>&", "\u202e<i>", "#000000",
        height=222, relation="inside", territory="<t>", scheme="&", neighbour="",
    )  # fmt: skip
    root = ET.fromstring(made.svg)  # noqa: S314
    assert (root.findtext(f"{SVG}title"), root.findtext(f"{SVG}desc")) == ("<b>&", "<i>")
    assert {"<t>", "&"} <= {text.text for text in texts(root)}


def test_lines_fit() -> None:
    """Long words are cut, long texts end with an ellipsis after a whole word."""
    assert len(wrap("mot " * 100, 100, most=2)) == 2
    assert wrap("mot " * 100, 100, most=2)[-1].endswith("mot…")
    assert max(map(len, wrap("A" * 300, 100, most=50))) < 20
    assert wrap("A" * 300, 100, most=1)[0].endswith("A…")
    for text in ("fait désigner deux élus co-référents, règle du délai", "A" * 90, "mot, mot, mot, mot, mot, mot"):
        assert all(wide(line) <= 100 for line in wrap(text, 100, most=2))


def test_a_picture_drawn_elsewhere() -> None:
    """A drawing of shapes is taken as it is; anything else is refused."""
    made = gantt_pictures(plan(), Voice("fr"))[0]
    assert Picture(id="p", title="T", alt="A", svg=made.svg).svg == made.svg
    for bad in ("<svg><script/></svg>", "<svg onload='x'/>", "<svg><rect href='http://x'/></svg>", "not svg"):
        with pytest.raises(ValueError, match=r"drawing may not|not SVG"):
            Picture(id="p", title="T", alt="A", svg=bad)


def test_how_long_a_task_takes_is_never_cut() -> None:
    """It stands beside its bar on as many lines as it needs."""
    beside = [text.text or "" for picture in gantt_pictures(plan(), Voice("fr")) for text in muted(picture)]
    assert [line for line in beside if line.endswith("…")] == []
    assert {short_length(task, Voice("fr")) for task in plan().tasks if task.takes} <= {
        " ".join(beside[start:end]) for start in range(len(beside)) for end in range(start, start + 7)
    }


def muted(picture: Picture) -> list[ET.Element]:
    """Give what a drawing says in grey."""
    return [text for text in texts(ET.fromstring(picture.svg)) if text.get("class") == "muted"]  # noqa: S314


def test_no_sign_of_the_key_stands_on_another() -> None:
    """Where all of them are explained, the longest words in the last."""
    unsure = replace(plan(), tasks=tuple(replace(task, certain=False) for task in plan().tasks))
    for picture in gantt_pictures(unsure, Voice("fr")):
        lines: dict[str, list[tuple[float, float]]] = {}
        for text in texts(ET.fromstring(picture.svg)):  # noqa: S314 - our own drawing
            lines.setdefault(text.get("y", ""), []).append(edges(text))
        for found in map(sorted, lines.values()):
            assert all(end <= start + 0.2 for (_, end), (start, _) in pairwise(found))
