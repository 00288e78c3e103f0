"""A list typed or pasted below a plain prompt: every line read is kept, every line refused is said and comes back."""

from collections.abc import Callable
from dataclasses import dataclass, field

from petr_advisor.files.reading import ReadingError
from petr_advisor.territory.measures import departements
from petr_advisor.territory.register import Epci
from petr_advisor.typed.entities import Row
from petr_advisor.typed.figures import place
from petr_advisor.typed.groups import departement, file_named, lines_of, lines_of_file
from petr_advisor.typed.members import MeantError, MemberReader, NotAddedError, Taken
from petr_advisor.typed.refusals import MAX_TYPED, TypedError, quoted
from petr_advisor.words.voice import Voice


@dataclass
class ListPrompt:
    """Reads lines until an empty one, then takes up again those that could not be read."""

    reader: MemberReader
    read: Callable[[], str]
    write: Callable[[str], None]
    rows: list[Row] = field(default_factory=list)
    """The members read so far."""
    _refused: list[str] = field(default_factory=list)
    """The lines that could not be read, as typed."""
    _offered: tuple[Epci, ...] = ()
    """What the line in hand may stand for: the next one may be a number of these."""
    _in_hand: str = ""

    def hold(self, typed: str) -> bool:
        """Read from a first line on; tell whether the person came to the end of the list."""
        while typed:
            if typed.lower() == "q":
                return False
            self._take(typed)
            typed = self.read().strip()
        return self._take_up_again()

    def _take(self, typed: str) -> None:
        """Add the member of a line, or many where it names a département or a file; say why not and keep the line."""
        try:
            if self._take_many(typed):
                return
            row = self._row(typed)
        except ReadingError as error:
            self.write(f"! {error.told(self.reader.language)}")
        except TypedError as error:
            self.write(f"! {error.told(self.reader.language)}")
            if not isinstance(error, NotAddedError) and len(typed) <= MAX_TYPED:
                self._refused.append(typed)
            self._offer(typed, error)
        else:
            self.rows.append(row)
            self.write(f"  {self._voice.phrase('plain.added', name=self.reader.name(row), n=len(self.rows))}")

    def _take_many(self, typed: str) -> bool:
        """Add the members of a département, of a file, or of several SIREN numbers; False when it is none of these."""
        register = self.reader.register
        if self._offered and place(typed, len(self._offered)):
            return False
        if register is not None and (group := departement(typed, register, departements(), by_name=False)):
            self._add(self.reader.take_epcis(group.epcis, self.rows))
        elif path := file_named(typed):
            self._add(self.reader.take(lines_of_file(path), self.rows))
        elif len(lines := lines_of(typed)) > 1:
            self._add(self.reader.take(lines, self.rows))
        else:
            return False
        return True

    def _add(self, taken: Taken) -> None:
        added = len(taken.rows) - len(self.rows)
        self.rows[:] = taken.rows
        self._refused += taken.refused
        self.write(f"  {self._voice.phrase('members.pasted', added=added, wrong=len(taken.refused))}")
        for error in taken.left_out:
            self.write(f"! {error.told(self.reader.language)}")

    def _row(self, typed: str) -> Row:
        """Read a line; a number picks among what was just offered, and settles the line that it was offered for."""
        offered, self._offered = self._offered, ()
        chosen = place(typed, len(offered))
        if chosen is None:
            return self.reader.read(typed, self.rows)
        if self._in_hand in self._refused:
            self._refused.remove(self._in_hand)
        return self.reader.pick(offered[chosen - 1], self.rows)

    def _offer(self, typed: str, error: TypedError) -> None:
        """Number the bodies that a line may stand for."""
        self._in_hand, self._offered = typed, error.found if isinstance(error, MeantError) else ()
        for at, epci in enumerate(self._offered, 1):
            people = self._voice.number(epci.population_municipal)
            self.write(f"    {at}. {epci.name} · {people} · {', '.join(epci.departements)}")

    def _take_up_again(self) -> bool:
        """Put each refused line again until it is corrected or left out; False when the person quits."""
        if self._refused:
            self.write(self._voice.phrase("plain.to-correct", n=len(self._refused)))
        while self._refused:
            line = self._refused.pop(0)
            self._put_again(line)
            typed = self.read().strip()
            if typed.lower() == "q":
                return False
            if typed:
                self._take(typed)
                if typed.isdecimal() and self._refused[-1:] == [typed]:
                    self._refused[-1] = line  # a number of no list is not the line corrected
            else:
                self.write(f"  {self._voice.phrase('plain.left-out', line=quoted(line))}")
        return True

    def _put_again(self, line: str) -> None:
        self.write(f"  {self._voice.say(quoted(line))}")
        try:
            self.reader.read(line, self.rows)
        except TypedError as error:
            self._offer(line, error)

    @property
    def _voice(self) -> Voice:
        return Voice(self.reader.language, in_print=False)
