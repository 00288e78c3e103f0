"""What a search for members found: EPCIs of the register, and first the whole département that was typed."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from petr_advisor.territory.measures import departements
from petr_advisor.territory.register import Epci, Register
from petr_advisor.tui.advisor import AdvisorApp
from petr_advisor.tui.widgets.lines import Line, Lines
from petr_advisor.typed.entities import Row
from petr_advisor.typed.groups import Group, departement
from petr_advisor.typed.members import MAX_FOUND
from petr_advisor.words.voice import screen_voice

MIN_LETTERS = 2


class FoundLines(Lines["Epci | Group"]):
    """Offers what may be meant by what is typed."""

    def offer(self, typed: str, advisor: AdvisorApp, rows: Sequence[Row], *, wanted: bool) -> None:
        """Show what the register holds of what is typed; nothing where nothing is looked for."""
        register = advisor.register
        letters = len("".join(typed.split())) >= MIN_LETTERS
        self.display = wanted and letters and register is not None
        if register is not None and self.display:
            listed = {row.id for row in rows}
            lines = list(_lines(typed, advisor, register, listed))
            nothing = Line["Epci | Group"](Content(advisor.say("members.no-match", year=str(register.year))))
            self.fill(lines or [nothing], keep=False)


def _lines(typed: str, advisor: AdvisorApp, register: Register, listed: set[str]) -> Iterator[Line["Epci | Group"]]:
    whole = departement(typed, register, departements())
    if whole is not None:
        words = advisor.say("members.whole", name=whole.name, code=whole.code, count=len(whole.epcis))
        yield Line(Content(f"+ {words}").stylize("bold"), whole)
    for epci in register.search(typed, MAX_FOUND):
        people = screen_voice(advisor.language).number(epci.population_municipal)
        there = epci.siren in listed
        shown = f"{'✓' if there else '+'} {epci.name} · {people} · {', '.join(epci.departements)} · {epci.region}"
        yield Line(Content(shown).stylize("dim" if there else ""), epci)
