"""The table of a list: entities picked from the register or added by hand."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import DataTable, Input, Static

from petr_advisor.consulting.consultation import MAX_ENTITIES, AnswerError
from petr_advisor.territory.register import Epci
from petr_advisor.tui.actions import bindings
from petr_advisor.tui.screens.member_entry import MemberEntry
from petr_advisor.tui.screens.member_form import MemberForm
from petr_advisor.tui.screens.perimeters import PerimetersScreen
from petr_advisor.tui.widgets.banner import Banner
from petr_advisor.tui.widgets.found import FoundLines
from petr_advisor.tui.widgets.keys import Keys
from petr_advisor.tui.widgets.member_table import MemberTable
from petr_advisor.tui.widgets.search_line import SearchLine
from petr_advisor.typed.entities import EntityKind, Row, identifier, listed, rows_of
from petr_advisor.typed.members import NotAddedError
from petr_advisor.typed.refusals import quoted

IN_SEARCH = ("add_found", "to_table", "perimeters", "complete", "help")
IN_TABLE = ("edit", "add", "remove", "put_back", "search", "perimeters", "complete", "cannot_list", "help")
"""The keys that work where one types, and in the table; Escape is named by what it does there."""


class MembersScreen(MemberEntry):
    """Shows the entities of a list; every change is saved at once. It tells whether the list was said complete."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "add", "remove", "put_back", "search", "perimeters", "complete", "cannot_list", "language", "help", "close"
    )
    HELP_KEY = "help.members"
    TITLE_KEY = "members.title"

    def __init__(self, kind: EntityKind, *, opening: bool = False) -> None:
        super().__init__(kind)
        self._opening = opening
        """Whether the consultation begins here: the members may not be known yet."""
        self._touched = False
        self._past: list[list[Row]] = []
        """The rows before each change made here."""

    def compose(self) -> ComposeResult:
        """Lay out the search, what it finds, and the table."""
        yield Banner()
        yield Static(markup=False, classes="title")
        yield SearchLine(id="search", select_on_focus=False)
        yield Static(markup=False, id="reading", classes="echo")
        yield FoundLines(id="found")
        yield MemberTable(id="table", cursor_type="row", zebra_stripes=True)
        yield Static(markup=False, classes="summary")
        yield Keys(*IN_SEARCH, "close")

    def on_mount(self) -> None:
        """Take up the list as it stands."""
        self._before = self.session.consultation
        self._rows = list(rows_of(self._before, self._kind))
        self.show()
        if self.advisor.register is None:
            self.advisor.tell("members.no-register", warning=True, why=self.advisor.register_trouble or "?")
        self.line.focus()

    @on(events.DescendantFocus)
    @on(Input.Changed, "#search")
    def _name_keys(self) -> None:
        """Name the keys that work where the cursor is, and what Escape does there."""
        in_table = self.focused is self.query_one(DataTable)
        leaves_field = not in_table and (self._rows or self.line.value)
        escape = "leave_field" if leaves_field else "not_yet" if self._nobody_listed else "close"
        self.query_one(Keys).offer((*(IN_TABLE if in_table else IN_SEARCH), escape))

    @property
    def _nobody_listed(self) -> bool:
        """Whether leaving says that nobody can list the members: none were, where the consultation begins."""
        return self._opening and not self._rows and not self._to_correct

    def show(self) -> None:
        """Fill the table in the language in use."""
        super().show()
        kind = self.advisor.base.facts[self._kind.list_fact]
        words = self.say("members.opening") if self._opening else self.text(kind.ask.text if kind.ask else kind.label)
        self.query_one(".title", Static).update(Content(words))
        self.line.placeholder = self.say("members.search")
        self._show_table()
        self._show_read(self.line.value)

    def _show_table(self) -> None:
        self.set_class(bool(self._rows), "-listed")  # whoever has listed one knows how to
        self.query_one(MemberTable).fill(self._rows, self._kind, self.advisor, self.app.size.width)
        self.query_one(".summary", Static).update(Content(self._summary()))
        self._name_keys()

    def on_resize(self) -> None:
        """Fit the columns to the width."""
        self._show_table()

    def _summary(self) -> str:
        if not self._rows:
            return self.say("members.empty")
        population = self._kind.part("population")
        values = [cell.value for row in self._rows if population and (cell := row.cells.get(population))]
        people = self.voice.number(sum(value for value in values if isinstance(value, int)))
        return self.say("members.total", count=len(self._rows), people=people)

    # -- rows --------------------------------------------------------------------------------------------------

    def _keep(self, rows: list[Row], *, complete: bool = False) -> bool:
        """Take the rows as the list, saved at once; False, with a notice, when they cannot be."""
        if len(rows) > MAX_ENTITIES:
            self.advisor.tell("members.too-many", warning=True, limit=MAX_ENTITIES)
            return False
        if self._touched and not complete and _by_id(rows) == _by_id(rows_of(self._before, self._kind)):
            self.advisor.undo()  # the list it was at first, complete if it was
            self._touched = False
        else:
            try:
                said = listed(self._before, self._kind, rows, complete=complete)
            except AnswerError as error:
                self.advisor.tell_error(error)
                return False
            self.advisor.said(said, fact=self._kind.list_fact, evaluate=False, remember=not self._touched)
            self._touched = True
        self._past.append(self._rows)
        self._rows = rows
        self._show_table()
        return True

    def _here(self) -> Row | None:
        cursor = self.query_one(DataTable).cursor_row
        return self._rows[cursor] if 0 <= cursor < len(self._rows) else None

    def action_perimeters(self) -> None:
        """Look for the perimeters that are possible around the members picked in the register."""
        self.app.push_screen(PerimetersScreen(), self._take_perimeter)

    def _take_perimeter(self, joins: tuple[Epci, ...] | None) -> None:
        """Add those who join in the perimeter taken; those who are there keep what was said of them."""
        taken = self._reader.take_epcis(joins or (), self._rows)
        added = len(taken.rows) - len(self._rows)
        if not joins or (added and not self._keep(list(taken.rows))):
            return
        if added:
            self.advisor.tell("explorer.taken", n=added)
        for error in taken.left_out:
            self.advisor.tell_error(error)
        self.query_one(DataTable).focus()

    def action_add(self) -> None:
        """Add a member by hand."""
        self.app.push_screen(MemberForm(self._kind, None), self._added)

    def _added(self, row: Row | None) -> None:
        if row is None:
            return
        of = identifier(self._name_of(row), [other.id for other in self._rows])
        self._keep_by_hand(Row(of, row.cells), self._rows, [*self._rows, Row(of, row.cells)])

    def _keep_by_hand(self, row: Row, others: list[Row], rows: list[Row]) -> None:
        """Keep the rows, unless the one by hand is one of the others; say so where the register may have it."""
        try:
            self._reader.added(row, others)
        except NotAddedError as error:
            self.advisor.tell_error(error)
            return
        known = self._reader.known(row)
        if self._keep(rows) and known is not None and known.siren != row.id:
            self.advisor.tell("members.as-in-register", warning=True, name=self._name_of(row), known=known.name)

    def _name_of(self, row: Row) -> str:
        cell = row.cells.get(self._kind.part("name") or "")
        return str(cell.value) if cell else row.id

    @on(DataTable.RowSelected)
    def action_edit(self) -> None:
        """Change the member under the cursor."""
        row = self._here()
        if row is not None:
            self.app.push_screen(MemberForm(self._kind, row), self._edited)

    def _edited(self, row: Row | None) -> None:
        if row is None:
            return
        others = [other for other in self._rows if other.id != row.id]
        self._keep_by_hand(row, others, [row if other.id == row.id else other for other in self._rows])

    def action_remove(self) -> None:
        """Take the member under the cursor out."""
        row = self._here()
        if row is not None and self._keep([other for other in self._rows if other.id != row.id]):
            self.advisor.tell("members.removed", name=self._name_of(row))

    def action_put_back(self) -> None:
        """Have the list as it was before the last change made here."""
        if not self._past:
            self.advisor.tell("members.unchanged")
            return
        rows = self._past.pop()
        if self._keep(rows):
            del self._past[-1:]
            self.advisor.tell("members.put-back", count=len(rows))

    def action_add_found(self) -> None:
        """Add what the search found first (a click on the key)."""
        self.line.end()

    def action_to_table(self) -> None:
        """Go to the table (a click on the key)."""
        self.query_one(DataTable).focus()

    def action_search(self) -> None:
        """Go to the search."""
        self.line.focus()

    # -- leaving -----------------------------------------------------------------------------------------------

    def action_complete(self) -> None:
        """Say that the list is complete."""
        if self._to_correct:
            self._put_to_correct()
            self.advisor.tell("members.to-correct", warning=True, count=len(self._to_correct))
        elif typed := self.line.value.strip():
            self.line.focus()
            self._tell_not_added(typed)
        elif not self._rows:
            self.advisor.tell("members.need-one", warning=True)
        elif self._keep(self._rows, complete=True):
            self._close(complete=True)

    def action_cannot_list(self) -> None:
        """Say that the entities cannot be listed; a list that has some would be lost: it is taken apart first."""
        if self._rows:
            self.advisor.tell("members.listed-already", warning=True, count=len(self._rows))
            return
        said = self._before.cannot_list(self._kind.kind)
        self.advisor.said(said, fact=self._kind.list_fact, evaluate=False, remember=not self._touched)
        self._close()

    def action_leave(self) -> None:
        """Close; what was listed is kept. With none listed at the opening, the list is not asked for a second time."""
        if self._nobody_listed and not self.line.value:
            self.action_cannot_list()
            return
        if isinstance(self.focused, Input) and (self.focused.value or self._rows):
            self.focused.value = ""
            self._correcting = False
            self.query_one(DataTable).focus()
            return
        if self._touched:
            self.advisor.tell("members.incomplete")
        if self._to_correct:
            lines = ", ".join(self.text(quoted(line)) for line in self._to_correct)
            self.advisor.tell("members.not-taken", warning=True, lines=lines)
        self._close()

    def _close(self, *, complete: bool = False) -> None:
        self.dismiss(complete)
        self.advisor.evaluate()


def _by_id(rows: Iterable[Row]) -> dict[str, Row]:
    return {row.id: row for row in rows}
