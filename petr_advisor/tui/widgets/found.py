"""What a search for members found: EPCIs of the register, and first the whole département that was typed."""

from collections.abc import Iterator, Sequence

from textual import events
from textual.content import Content
from textual.message import Message

from petr_advisor.territory.measures import departements
from petr_advisor.territory.register import Epci, Register
from petr_advisor.tui.advisor import AdvisorApp
from petr_advisor.tui.widgets.lines import Line, Lines
from petr_advisor.typed.entities import Row
from petr_advisor.typed.groups import Group, departement
from petr_advisor.typed.members import search
from petr_advisor.words.voice import screen_voice

MIN_LETTERS = 2


class FoundLines(Lines["Epci | Group"]):
    """Offers what may be meant by what is typed."""

    class Letter(Message):
        """A letter was pressed here: it belongs to what is typed."""

        def __init__(self, letter: str) -> None:
            super().__init__()
            self.letter = letter

    near = False
    """Whether what is offered only looks like what is typed: it has to be chosen."""

    def offer(
        self, typed: str, advisor: AdvisorApp, rows: Sequence[Row], *, wanted: bool, meant: Sequence[Epci] = ()
    ) -> None:
        """Show what the register holds of what is typed, or what a line may mean; nothing where nothing is wanted."""
        register = advisor.register
        letters = len("".join(typed.split())) >= MIN_LETTERS
        self.display = register is not None and bool(meant or (wanted and letters))
        if register is not None and self.display:
            listed = {row.id for row in rows}
            lines = [] if meant else list(_lines(typed, advisor, register, rows))
            near = [] if lines else [_line(epci, advisor, listed) for epci in meant or register.near(typed)]
            self.near = bool(near)
            key = "members.no-match-but" if near else "members.no-match"
            nothing = Line["Epci | Group"](Content(advisor.say(key, year=str(register.year))))
            self.fill(lines or [nothing, *near], keep=False)
            self._mark_first_new(listed)
            self.can_focus = bool(lines or near)

    @property
    def others(self) -> list[Epci]:
        """The other EPCIs found, of which Enter takes only the one that is marked."""
        targets = [self.target_at(number) for number in range(self.option_count) if number != self.highlighted]
        return [epci for epci in targets if isinstance(epci, Epci)]

    def _mark_first_new(self, listed: set[str]) -> None:
        """Mark the first EPCI that is not in the list yet: the same letters and Enter again add the next."""
        targets = [self.target_at(number) for number in range(self.option_count)]
        if isinstance(self.target, Epci) and self.target.siren in listed:
            new = (n for n, epci in enumerate(targets) if isinstance(epci, Epci) and epci.siren not in listed)
            self.highlighted = next(new, self.highlighted)

    def on_key(self, event: events.Key) -> None:
        """Hand a letter to what is typed, for none is a command here."""
        if event.is_printable and event.character and event.character != " ":
            event.stop()
            self.post_message(self.Letter(event.character))


def _lines(typed: str, advisor: AdvisorApp, register: Register, rows: Sequence[Row]) -> Iterator[Line["Epci | Group"]]:
    whole = departement(typed, register, departements())
    if whole is not None:
        words = advisor.say("members.whole", name=whole.name, code=whole.code, count=len(whole.epcis))
        yield Line(Content(f"+ {words}").stylize("bold"), whole)
    listed = {row.id for row in rows}
    yield from (_line(epci, advisor, listed) for epci in search(register, typed, rows))


def _line(epci: Epci, advisor: AdvisorApp, listed: set[str]) -> Line["Epci | Group"]:
    people = screen_voice(advisor.language).number(epci.population_municipal)
    there = epci.siren in listed
    shown = f"{'✓' if there else '+'} {epci.name} · {people} · {', '.join(epci.departements)} · {epci.region}"
    return Line(Content(shown).stylize("dim" if there else ""), epci)
