"""How members come into a list: looked for in the register, written on a line, pasted, read from a file."""

from abc import abstractmethod

from textual import events, on, work
from textual.content import Content
from textual.widgets import DataTable, Input, OptionList, Static

from petr_advisor.errors import PetrAdvisorError
from petr_advisor.territory.names import fold
from petr_advisor.territory.register import Epci
from petr_advisor.tui.screens.base import AdvisorScreen
from petr_advisor.tui.widgets.found import FoundLines
from petr_advisor.tui.widgets.search_line import SearchLine
from petr_advisor.typed.entities import EntityKind, Row
from petr_advisor.typed.groups import SUFFIXES, Group, file_named, lines_of_file
from petr_advisor.typed.members import InRegisterError, MemberReader, NotAddedError, SeveralError, Taken
from petr_advisor.typed.refusals import TypedError

MAX_OTHERS = 2
"""Of those that the same letters find, how many are named."""
MAX_COMPLETED = 4
"""Of the names that the register completes, how many are told."""


class MemberEntry(AdvisorScreen[bool]):
    """The line in which one types, what it finds, and the lines that are still to be corrected."""

    def __init__(self, kind: EntityKind) -> None:
        super().__init__()
        self._kind = kind
        self._rows: list[Row] = []
        self._to_correct: list[str] = []
        """The lines that could not be read, as typed."""
        self._correcting = False
        """Whether the first of them is in the search line."""

    @abstractmethod
    def _keep(self, rows: list[Row], *, complete: bool = False) -> bool:
        """Take the rows as the list, saved at once; False, with a notice, when they cannot be."""

    @property
    def line(self) -> SearchLine:
        """Where one types."""
        return self.query_one(SearchLine)

    @on(Input.Changed, "#search")
    def _typed(self, event: Input.Changed) -> None:
        self._show_read(event.value)

    def _show_read(self, typed: str) -> None:
        """Show what is found of what is typed, what is read of a member written out, or why it cannot be read."""
        written = self._reader.is_written(typed)
        # Letters alone are looked for, not read: reading them would search the whole register once more at each key.
        read = self._read(typed) if written or typed in self._to_correct else None
        wanted = not written and not typed.strip().lower().endswith(SUFFIXES)
        meant = read.found if isinstance(read, InRegisterError) else ()
        self.query_one(FoundLines).offer(typed, self.advisor, self._rows, wanted=wanted, meant=meant)
        reading = self.query_one("#reading", Static)
        words = self._words(read) if read is not None else ""
        reading.display = bool(words)
        reading.update(Content(words))

    def _read(self, typed: str) -> Row | TypedError:
        """Read a line; give why it cannot be where it cannot."""
        try:
            return self._reader.read(typed, self._rows)
        except TypedError as error:
            return error

    def _words(self, read: Row | TypedError) -> str:
        """Say what is read of a line, or why it cannot be."""
        if isinstance(read, TypedError):
            return self.text(read.text)
        facts = self.advisor.base.facts
        shown = (self.voice.value(facts[fact], cell.value) for fact, cell in read.cells.items())
        return f"= {' · '.join(shown)}"

    @property
    def _reader(self) -> MemberReader:
        return MemberReader(self.advisor.base, self._kind, self.advisor.register, self.language)

    @on(SearchLine.Entered)
    def _entered(self, event: SearchLine.Entered) -> None:
        """Add what is marked, or the member written; an empty line leaves out the one to correct."""
        typed, found = event.line, self.query_one(FoundLines)
        self._show_read(typed)  # the last letter and Enter may come at once
        if self._correcting and isinstance(found.target, Epci) and self._of_several(typed):
            self.advisor.tell("members.several", warning=True, typed=typed.strip())
            self._put_back(typed)
        elif found.display and not found.near and found.target is not None:
            self._pick(found.target)
            self._tell_others(found.target, found.others)
        elif typed.strip().lower().endswith(SUFFIXES):
            if self.app.is_web:  # the files of the serving machine are not those of whoever types
                self.advisor.tell("members.paste-instead", warning=True)
            else:
                self._read_file(typed)
        elif self._reader.is_written(typed):
            self._write(typed)
        elif typed.strip():
            self.advisor.tell(self._not_taken(typed), warning=True, typed=typed.strip())
            self._put_back(typed)
        elif self._correcting:
            self._next_to_correct()
        elif self._rows:
            self.query_one(DataTable).focus()

    def _not_taken(self, typed: str) -> str:
        """Give what is told of a line that is not in the list: that Enter adds it only where Enter does."""
        found = self.query_one(FoundLines)
        if self._reader.is_written(typed) or typed.strip().lower().endswith(SUFFIXES):
            return "members.not-added"
        if found.near:
            return "members.near"
        return "members.not-added" if found.display and found.target is not None else "members.not-found"

    def _tell_not_added(self, typed: str) -> None:
        """Say of a line that one would leave that it is not in the list, or why Enter would not add it either."""
        key, meant = self._not_taken(typed), self.query_one(FoundLines).target
        try:
            if self._reader.is_written(typed):
                self._reader.read(typed, self._rows)
            elif key == "members.not-added" and isinstance(meant, Epci):
                self._reader.pick(meant, self._rows)
        except PetrAdvisorError as error:
            self.advisor.tell_error(error)
        else:
            self.advisor.tell(key, warning=True, typed=typed)

    def _of_several(self, typed: str) -> bool:
        """Tell whether several bear a name: of a line pasted, nobody saw which one came first."""
        return isinstance(self._read(typed), SeveralError)

    def _write(self, typed: str) -> None:
        """Add a member that is written out; what cannot be read stays in the line, with the reason below it."""
        read = self._read(typed)
        if isinstance(read, NotAddedError):
            self.advisor.tell_error(read)
        if isinstance(read, TypedError):
            self._put_back(typed)
        else:
            self._add(read)

    def _add(self, row: Row) -> None:
        if self._keep([*self._rows, row]):
            self._next_to_correct()

    def _put_back(self, typed: str) -> None:
        """Leave a line that was not taken where it was; behind the others when the next one is being typed."""
        if self.line.value:
            self._leave_behind(typed)
        else:
            self.line.put(typed)
            self._show_read(typed)

    @on(SearchLine.LeftBehind)
    def _left_behind(self, event: SearchLine.LeftBehind) -> None:
        self._leave_behind(event.line)

    def _leave_behind(self, typed: str) -> None:
        if not self._correcting:
            self._to_correct.append(typed)
        self._correcting = False
        self.advisor.tell("members.to-correct", warning=True, count=len(self._to_correct))

    @on(SearchLine.Pasted)
    def _pasted(self, event: SearchLine.Pasted) -> None:
        """Add every line that can be read; the others are put in the search line, one after the other."""
        self._take(self._reader.take(event.lines, self._rows), "members.pasted")

    @work(thread=True, exit_on_error=False, group="file")
    def _read_file(self, typed: str) -> None:
        """Read the members of a file away from the interface."""
        try:
            path = file_named(typed)
            taken = self._reader.take(lines_of_file(path), self._rows) if path is not None else None
        except PetrAdvisorError as error:
            self.app.call_from_thread(self.advisor.tell_error, error)
            self.app.call_from_thread(self._put_back, typed)
            return
        if taken is None:
            self.app.call_from_thread(self.advisor.tell, "members.no-file", warning=True, path=typed.strip())
            self.app.call_from_thread(self._put_back, typed)
        else:
            self.app.call_from_thread(self._take, taken, "members.pasted")

    def _take(self, taken: Taken, said: str) -> None:
        """Add what was read of many members at once, and put what was not in the search line."""
        added = len(taken.rows) - len(self._rows)
        if added and not self._keep(list(taken.rows)):
            return
        self.advisor.tell(said, added=added, wrong=len(taken.refused))
        if taken.completed:  # the right one nearly always, and seen by nobody when it is not
            count = len(taken.completed)
            shown = count if count <= MAX_COMPLETED else MAX_COMPLETED - 1  # « and 1 more » is no shorter than the one
            named = ", ".join(f"{typed} → {name}" for typed, name in taken.completed[:shown])
            key = "members.completed-more" if shown < count else "members.completed"
            self.advisor.tell(key, count=count, names=named, more=count - shown)
        for error in taken.left_out:
            self.advisor.tell_error(error)
        self._to_correct += taken.refused
        self._put_to_correct()

    def _next_to_correct(self) -> None:
        """Go from a line that is added or left out to the next one."""
        if self._correcting:
            del self._to_correct[:1]
        self._put_to_correct()

    def _put_to_correct(self) -> None:
        """Put the first line to correct where one types, unless something is being typed there."""
        if not self.line.value or self._correcting:
            self._correcting = bool(self._to_correct)
            self.line.put(self._to_correct[0] if self._to_correct else "")
            self._show_read(self.line.value)
        self.line.focus()

    @on(OptionList.OptionSelected, "#found")
    def _picked(self, event: OptionList.OptionSelected) -> None:
        found = self.query_one(FoundLines)
        target = found.target_at(event.option_index)
        if target is not None:
            namesakes = [other for other in found.others if fold(other.name) == fold(target.name)]
            self.line.put("")
            self._pick(target)
            self._tell_others(target, namesakes)  # the table does not say that there is another of that name

    def _pick(self, target: Epci | Group) -> None:
        if isinstance(target, Group):
            self._take(self._reader.take_epcis(target.epcis, self._rows), "members.whole-added")
        else:
            self._pick_one(target)

    def _pick_one(self, epci: Epci) -> None:
        try:
            row = self._reader.pick(epci, self._rows)
        except NotAddedError as error:
            self.advisor.tell_error(error)
            self._put_to_correct()  # a line pasted is still to be chosen
        else:
            self._add(row)

    def _tell_others(self, taken: Epci | Group, others: list[Epci]) -> None:
        """Say which one of several Enter took, and which it might have taken: nobody has to notice it by himself."""
        there = {row.id for row in self._rows}
        left = [other for other in others if other.siren not in there]
        if isinstance(taken, Epci) and taken.siren in there and left:
            names = [_placed(each) for each in left[:MAX_OTHERS]]
            more = len(left) - len(names)
            key = "members.first-of-many" if more else "members.first-of"
            self.advisor.tell(key, warning=True, name=_placed(taken), others=names, more=more)

    @on(FoundLines.Letter)
    def _typed_on(self, event: FoundLines.Letter) -> None:
        """Go on with the line: a letter pressed on what it found is no command."""
        self.line.focus()
        self.line.insert_text_at_cursor(event.letter)

    def on_key(self, event: events.Key) -> None:
        """Go from the search down into what it found, and back."""
        found = self.query_one(FoundLines)
        if event.key == "down" and self.focused is self.line and found.display and found.target is not None:
            found.focus()
            event.stop()  # what it found would take the key as well, and pass by the first, lit already
        elif event.key == "up" and self.focused is found and not found.highlighted:
            self.line.focus()


def _placed(epci: Epci) -> str:
    return f"{epci.name} ({', '.join(epci.departements)})"
