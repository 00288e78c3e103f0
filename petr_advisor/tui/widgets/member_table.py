"""The members of a list as a table that fits the width of the screen, no name of which is cut."""

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text as RichText
from textual.binding import Binding, BindingType
from textual.widgets import DataTable

from petr_advisor.inference.facts import Value
from petr_advisor.tui.advisor import AdvisorApp
from petr_advisor.typed.entities import EntityKind, Row
from petr_advisor.words.voice import screen_voice

WIDE = 120
NARROW_NAME, WIDE_NAME = 34, 60
"""The columns that a name takes at most, on a narrow screen and on a wide one: a longer one goes on below itself."""
MAX_ACRONYM = 3
"""Kinds as short as this (cc, ca, cu) are shown by their acronym where room lacks."""


class MemberTable(DataTable[RichText]):
    """One row for each member, and where it comes from; Home and End go to the first and the last."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("home", "scroll_top", show=False),
        Binding("end", "scroll_bottom", show=False),
    ]

    def fill(self, rows: Sequence[Row], kind: EntityKind, advisor: AdvisorApp, width: int) -> None:
        """Show rows in the language in use; the cursor stays where it was when it can."""
        cursor, narrow = self.cursor_row, width < WIDE
        columns = [fact for fact in kind.columns if not (narrow and fact == kind.part("region"))]
        titles = [advisor.say(f"column.{fact.rpartition('.')[2]}") for fact in columns]
        titles.append(advisor.say("members.source"))
        cells = [[*_cells(row, columns, advisor, narrow=narrow), _source(row, advisor)] for row in rows]
        self.clear(columns=True)
        for place, title in enumerate(titles):
            found = max([len(title), *(row[place].cell_len for row in cells)])
            self.add_column(RichText(title), width=min(found, NARROW_NAME if narrow else WIDE_NAME))
        for row, shown in zip(rows, cells, strict=True):
            self.add_row(*shown, key=row.id, height=None)  # as high as its name
        if rows:
            self.move_cursor(row=min(cursor, len(rows) - 1))


def _cells(row: Row, columns: Sequence[str], advisor: AdvisorApp, *, narrow: bool) -> list[RichText]:
    cells = []
    for fact in columns:
        cell = row.cells.get(fact)
        value = cell.value if cell else None
        shown = _shown(fact, value, advisor, narrow=narrow)
        cells.append(RichText(shown, justify="right" if isinstance(value, int) else "left"))
    return cells


def _shown(fact: str, value: Value | None, advisor: AdvisorApp, *, narrow: bool) -> str:
    if value is None:
        return "?"
    kind = advisor.base.facts[fact]
    short = narrow and kind.choices and isinstance(value, str) and len(value) <= MAX_ACRONYM
    return str(value).upper() if short else screen_voice(advisor.language).value(kind, value)


def _source(row: Row, advisor: AdvisorApp) -> RichText:
    register = advisor.register
    if not any(cell.by == "register" for cell in row.cells.values()):
        words = advisor.say("members.by-hand")
    elif not row.from_register:
        words = advisor.say("members.corrected")
    else:
        words = advisor.say("members.register", year=str(register.year) if register else "")
    return RichText(words, style="italic")
