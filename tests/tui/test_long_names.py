"""No name of a member is cut, however long and however narrow the screen."""

import pytest
from textual.content import Content

from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.tui.screens.members import MembersScreen
from petr_advisor.tui.widgets.grid import GridControl
from petr_advisor.tui.widgets.member_table import MemberTable
from petr_advisor.tui.widgets.rows import Row
from tests.tui.conftest import AppMaker, begin, letters, on_screen, press, settle, write

LONG = "Communauté de communes du Haut-Pays de la Vallée Profonde et des Plateaux Calcaires du Sud"
NAMES = (LONG, "CC Courte", f"{LONG} réunis")


@pytest.mark.parametrize("size", [(80, 24), (50, 24), (60, 14), (120, 40)])
async def test_no_name_of_a_member_is_cut(make: AppMaker, size: tuple[int, int]) -> None:
    """Each word of the name of the line in front is there, on as many lines as it takes, and the bar stays on it."""
    async with make().run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await letters(pilot, "m")
        screen = pilot.app.screen
        assert isinstance(screen, MembersScreen)
        for number, name in enumerate(NAMES):
            await write(pilot, f"{name} ; cc ; {12_000 + number}")
            await press(pilot, "enter")
        table = screen.query_one(MemberTable)
        table.focus()
        for number, name in enumerate(NAMES):
            table.move_cursor(row=number)
            await settle(pilot)
            column = next(iter(table.ordered_columns))
            shown = on_screen(pilot)
            assert all(word in shown for word in name.split()), (name, shown)
            assert column.width <= size[0]
            height = table.get_row_height(table.ordered_rows[number].key)
            assert height >= -(-len(name) // column.width)


def test_no_name_is_cut_where_each_member_is_asked(base: KnowledgeBase) -> None:
    """Two that differ at their end were one and the same; the answer follows the name."""
    control = GridControl(base.facts["member.kind"], [(name, name) for name in NAMES], {LONG: "cc"}, "fr")
    rows = [words.plain for words, _ in map(_content, control._rows())]
    assert [row.split("  ")[0] for row in rows] == list(NAMES)


def _content(row: Row) -> tuple[Content, bool]:
    words, said = row
    assert isinstance(words, Content)
    return words, said
