"""A choice, or a line of a checklist, that takes several lines goes on below its own words."""

import pytest
from textual.content import Content
from textual.pilot import Pilot
from textual.style import Style
from textual.visual import RenderOptions

from petr_advisor.tui.widgets.hanging import Hanging, Indented
from tests.tui.conftest import press, settle
from tests.tui.test_checklists import app, begun, lines, open_on, to_the_lines
from tests.tui.test_told_of_an_answer import ASSOCIATION


def drawn(pilot: Pilot[str]) -> list[str]:
    return [strip.text.rstrip() for strip in pilot.app.screen._compositor.render_strips()]


def below(seen: list[str], mark: str) -> tuple[int, str]:
    """Give the column at which the words of a line begin, and the line below it."""
    number = next(n for n, line in enumerate(seen) if mark in line)
    return seen[number].index(mark) + len(mark), seen[number + 1]


@pytest.mark.parametrize("columns", [80, 50])
async def test_a_choice_goes_on_below_its_words(columns: int) -> None:
    async with app().run_test(size=(columns, 30)) as pilot:
        await settle(pilot)
        await open_on(pilot, begun(ASSOCIATION).cannot_list("member"))
        await press(pilot, "down", "down", "down")
        column, line = below(drawn(pilot), "3 (•) ")
        assert line[:column].strip() == ""
        assert line[column] != " "


async def test_a_line_of_a_checklist_goes_on_below_its_words() -> None:
    async with app().run_test(size=(40, 40)) as pilot:
        await to_the_lines(pilot)
        assert lines(pilot).rows.option_count
        seen = drawn(pilot)
        begun_at = [(number, line.index("] ") + 2) for number, line in enumerate(seen) if "[   ] " in line]
        wrapped = [(seen[number + 1], at) for number, at in begun_at if "[   ]" not in seen[number + 1]]
        assert any(line[at:].strip() and not line[:at].strip() and line[at] != " " for line, at in wrapped[:-1])


def test_with_no_room_the_words_begin_under_the_mark() -> None:
    words = Hanging(Content("1 ( ) "), Content("quelques mots"))
    assert words.get_height({}, 30) == 1
    assert words.get_height({}, 18) == 2
    assert words.get_height({}, 13) == 2
    assert words.get_optimal_width({}, 80) == len("1 ( ) quelques mots")
    assert str(words) == "1 ( ) quelques mots"


def test_each_line_of_a_list_goes_on_below_its_own_words() -> None:
    """« Organigrammes… » set in, and its second line at the edge, read as another point."""
    shown = Indented(Content("☐ un point bien long\n    où le demander donc\nsans marque du tout"))
    seen = [strip.text.rstrip() for strip in shown.render_strips(18, None, Style(), options())]
    assert seen == [
        "☐ un point bien",
        "  long",
        "    où le demander",
        "    donc",
        "sans marque du",
        "tout",
    ]
    assert shown.get_height({}, 18) == len(seen)
    assert len(shown.render_strips(18, 2, Style(), options())) == 2
    assert str(shown) == shown.content.plain


def options() -> RenderOptions:
    return RenderOptions(lambda found: found if isinstance(found, Style) else Style.parse(found), {})
