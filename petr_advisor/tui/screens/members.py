"""The table of a list: entities picked from the register or added by hand."""

from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import DataTable, Input, OptionList, Static

from petr_advisor.consulting.consultation import MAX_ENTITIES, AnswerError
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.territory.register import Epci
from petr_advisor.tui.actions import bindings
from petr_advisor.tui.screens.base import AdvisorScreen
from petr_advisor.tui.screens.member_form import MemberForm
from petr_advisor.tui.screens.perimeters import PerimetersScreen
from petr_advisor.tui.widgets.banner import Banner
from petr_advisor.tui.widgets.found import FoundLines
from petr_advisor.tui.widgets.keys import Keys
from petr_advisor.tui.widgets.member_table import MemberTable
from petr_advisor.tui.widgets.search_line import SearchLine
from petr_advisor.typed.entities import EntityKind, Row, identifier, listed, row_of_epci, rows_of
from petr_advisor.typed.groups import SUFFIXES, Group, file_named, lines_of_file
from petr_advisor.typed.members import MemberReader, NotAddedError, Taken
from petr_advisor.typed.refusals import TypedError, quoted

IN_SEARCH = ("add_found", "to_table", "perimeters", "complete", "help", "close")
AT_FIRST = ("add_found", "to_table", "perimeters", "complete", "help", "not_yet")
IN_TABLE = ("edit", "add", "remove", "search", "perimeters", "complete", "cannot_list", "help", "close")
"""The keys that work where one types, and in the table."""


class MembersScreen(AdvisorScreen[bool]):
    """Shows the entities of a list; every change is saved at once. It tells whether the list was said complete."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "add", "remove", "search", "perimeters", "complete", "cannot_list", "language", "help", "close"
    )
    HELP_KEY = "help.members"
    TITLE_KEY = "members.title"

    def __init__(self, kind: EntityKind, *, opening: bool = False) -> None:
        super().__init__()
        self._kind = kind
        self._opening = opening
        """Whether the consultation begins here: the members may not be known yet."""
        self._rows: list[Row] = []
        self._touched = False
        self._to_correct: list[str] = []
        """The lines pasted that could not be read, as typed; the first one is in the search line."""

    def compose(self) -> ComposeResult:
        """Lay out the search, what it finds, and the table."""
        yield Banner()
        yield Static(markup=False, classes="title")
        yield SearchLine(id="search", select_on_focus=False)
        yield Static(markup=False, id="reading", classes="echo")
        yield FoundLines(id="found")
        yield MemberTable(id="table", cursor_type="row", zebra_stripes=True)
        yield Static(markup=False, classes="summary")
        yield Keys(*IN_SEARCH)

    def on_mount(self) -> None:
        """Take up the list as it stands."""
        self._before = self.session.consultation
        self._rows = list(rows_of(self._before, self._kind))
        self.show()
        if self.advisor.register is None:
            self.advisor.tell("members.no-register", warning=True, why=self.advisor.register_trouble or "?")
        self.query_one("#search", Input).focus()

    @on(events.DescendantFocus)
    def _name_keys(self) -> None:
        """Name the keys that work where the cursor is."""
        in_search = AT_FIRST if self._opening else IN_SEARCH
        self.query_one(Keys).offer(IN_TABLE if self.focused is self.query_one(DataTable) else in_search)

    def show(self) -> None:
        """Fill the table in the language in use."""
        super().show()
        kind = self.advisor.base.facts[self._kind.list_fact]
        words = self.say("members.opening") if self._opening else self.text(kind.ask.text if kind.ask else kind.label)
        self.query_one(".title", Static).update(Content(words))
        self.query_one("#search", Input).placeholder = self.say("members.search")
        self._show_table()
        self._show_found(self.query_one("#search", Input).value)
        self._show_reading(self.query_one("#search", Input).value)

    def _show_table(self) -> None:
        self.query_one(MemberTable).fill(self._rows, self._kind, self.advisor, self.app.size.width)
        self.query_one(".summary", Static).update(Content(self._summary()))

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

    # -- the register ------------------------------------------------------------------------------------------

    @on(Input.Changed, "#search")
    def _typed(self, event: Input.Changed) -> None:
        self._show_found(event.value)
        self._show_reading(event.value)

    def _show_reading(self, typed: str) -> None:
        """Say what is read of a member that is written out, and why a line pasted could not be read."""
        reading = self.query_one("#reading", Static)
        words = self._reading(typed) if self._reader.is_written(typed) or typed in self._to_correct else ""
        reading.display = bool(words)
        reading.update(Content(words))

    def _reading(self, typed: str) -> str:
        try:
            row = self._reader.read(typed, self._rows)
        except TypedError as error:
            return self.text(error.text)
        facts = self.advisor.base.facts
        shown = (self.voice.value(facts[fact], cell.value) for fact, cell in row.cells.items())
        return f"= {' · '.join(shown)}"

    @property
    def _reader(self) -> MemberReader:
        return MemberReader(self.advisor.base, self._kind, self.advisor.register, self.language)

    def _show_found(self, typed: str) -> None:
        wanted = not self._reader.is_written(typed) and not typed.strip().lower().endswith(SUFFIXES)
        self.query_one(FoundLines).offer(typed, self.advisor, self._rows, wanted=wanted)

    @on(Input.Submitted, "#search")
    def _submitted(self) -> None:
        """Add what is marked, or the member written; an empty line leaves out the one to correct."""
        typed, found = self.query_one("#search", Input).value, self.query_one(FoundLines)
        target = found.target if found.display else None
        if target is not None:
            self._pick(target)
        elif typed.strip().lower().endswith(SUFFIXES):
            if self.app.is_web:  # the files of the serving machine are not those of whoever types
                self.advisor.tell("members.paste-instead", warning=True)
            else:
                self._read_file(typed)
        elif self._reader.is_written(typed):
            self._write(typed)
        elif self._to_correct and not typed.strip():
            self._next_to_correct()
        elif self._rows:
            self.query_one(DataTable).focus()

    def _write(self, typed: str) -> None:
        """Add a member that is written out; what cannot be read stays in the line, with the reason below it."""
        try:
            row = self._reader.read(typed, self._rows)
        except NotAddedError as error:
            self.advisor.tell_error(error)
        except TypedError:
            self._show_reading(typed)
        else:
            if self._keep([*self._rows, row]):
                self._next_to_correct()

    @on(SearchLine.Pasted)
    def _pasted(self, event: SearchLine.Pasted) -> None:
        """Add every line that can be read; the others are put in the search line, one after the other."""
        self._take(self._reader.take(event.lines, self._rows))

    @work(thread=True, exit_on_error=False, group="file")
    def _read_file(self, typed: str) -> None:
        """Read the members of a file away from the interface."""
        try:
            path = file_named(typed)
            taken = self._reader.take(lines_of_file(path), self._rows) if path is not None else None
        except PetrAdvisorError as error:
            self.app.call_from_thread(self.advisor.tell_error, error)
            return
        if taken is None:
            self.app.call_from_thread(self.advisor.tell, "members.no-file", warning=True, path=typed.strip())
        else:
            self.app.call_from_thread(self._take, taken)

    def _take(self, taken: Taken) -> None:
        """Add what was read of many members at once, and put what was not in the search line."""
        added = len(taken.rows) - len(self._rows)
        if added and not self._keep(list(taken.rows)):
            return
        self.advisor.tell("members.pasted", added=added, wrong=len(taken.refused))
        for error in taken.left_out:
            self.advisor.tell_error(error)
        self._to_correct += taken.refused
        self._put_to_correct()

    def _next_to_correct(self) -> None:
        """Go from a line that is added or left out to the next one."""
        del self._to_correct[:1]
        self._put_to_correct()

    def _put_to_correct(self) -> None:
        line = self.query_one("#search", Input)
        line.value = self._to_correct[0] if self._to_correct else ""
        line.cursor_position = len(line.value)
        line.focus()

    @on(OptionList.OptionSelected, "#found")
    def _picked(self, event: OptionList.OptionSelected) -> None:
        target = self.query_one(FoundLines).target_at(event.option_index)
        if target is not None:
            self._pick(target)

    def _pick(self, target: Epci | Group) -> None:
        if isinstance(target, Group):
            self._take(self._reader.take_epcis(target.epcis, self._rows))
        elif any(row.id == target.siren for row in self._rows):
            self.advisor.tell("members.twice", warning=True, name=target.name)
        elif self._keep([*self._rows, row_of_epci(self.advisor.base, self._kind, target)]):
            self._next_to_correct()

    def action_perimeters(self) -> None:
        """Look for the perimeters that are possible around the members picked in the register."""
        self.app.push_screen(PerimetersScreen(), self._take_perimeter)

    def _take_perimeter(self, joins: tuple[Epci, ...] | None) -> None:
        """Add those who join in the perimeter taken; those who are there keep what was said of them."""
        if joins and self._keep([*self._rows, *(row_of_epci(self.advisor.base, self._kind, epci) for epci in joins)]):
            self.advisor.tell("explorer.taken", n=len(joins))
            self.query_one(DataTable).focus()

    def on_key(self, event: object) -> None:
        """Go from the search down into what it found, and back."""
        key = getattr(event, "key", "")
        found = self.query_one(FoundLines)
        if key == "down" and self.focused is self.query_one("#search") and found.display:
            found.focus()
        elif key == "up" and self.focused is found and not found.highlighted:
            self.query_one("#search").focus()

    # -- rows --------------------------------------------------------------------------------------------------

    def _keep(self, rows: list[Row], *, complete: bool = False) -> bool:
        """Take the rows as the list, saved at once; False, with a notice, when they cannot be."""
        if len(rows) > MAX_ENTITIES:
            self.advisor.tell("members.too-many", warning=True, limit=MAX_ENTITIES)
            return False
        try:
            said = listed(self._before, self._kind, rows, complete=complete)
        except AnswerError as error:
            self.advisor.tell_error(error)
            return False
        self.advisor.said(said, fact=self._kind.list_fact, evaluate=False, remember=not self._touched)
        self._touched = True
        self._rows = rows
        self._show_table()
        return True

    def _here(self) -> Row | None:
        cursor = self.query_one(DataTable).cursor_row
        return self._rows[cursor] if 0 <= cursor < len(self._rows) else None

    def action_add(self) -> None:
        """Add a member by hand."""
        self.app.push_screen(MemberForm(self._kind, None), self._added)

    def _added(self, row: Row | None) -> None:
        if row is None:
            return
        name = self._name_of(row)
        if any(self._name_of(other).casefold() == name.casefold() for other in self._rows):
            self.advisor.tell("members.twice", warning=True, name=name)
            return
        of = identifier(name, [other.id for other in self._rows])
        self._keep([*self._rows, Row(of, row.cells)])

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
        twin = any(o.id != row.id and self._name_of(o).casefold() == self._name_of(row).casefold() for o in self._rows)
        if twin:
            self.advisor.tell("members.twice", warning=True, name=self._name_of(row))
        else:
            self._keep([row if other.id == row.id else other for other in self._rows])

    def action_remove(self) -> None:
        """Take the member under the cursor out."""
        row = self._here()
        if row is not None:
            self._keep([other for other in self._rows if other.id != row.id])

    def action_add_found(self) -> None:
        """Add what the search found first (a click on the key)."""
        self._submitted()

    def action_to_table(self) -> None:
        """Go to the table (a click on the key)."""
        self.query_one(DataTable).focus()

    def action_search(self) -> None:
        """Go to the search."""
        self.query_one("#search").focus()

    # -- leaving -----------------------------------------------------------------------------------------------

    def action_complete(self) -> None:
        """Say that the list is complete."""
        if self._to_correct:
            self._put_to_correct()
            self.advisor.tell("members.to-correct", warning=True, count=len(self._to_correct))
        elif not self._rows:
            self.advisor.tell("members.need-one", warning=True)
        elif self._keep(self._rows, complete=True):
            self._close(complete=True)

    def action_cannot_list(self) -> None:
        """Say that the entities cannot be listed."""
        said = self._before.cannot_list(self._kind.kind)
        self.advisor.said(said, fact=self._kind.list_fact, evaluate=False, remember=not self._touched)
        self._close()

    def action_leave(self) -> None:
        """Close; what was listed is kept."""
        if isinstance(self.focused, Input) and (self.focused.value or self._rows):
            self.focused.value = ""
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
