"""The territory: what the register and the map know of the members, each with its origin, to be corrected at will."""

from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from petr_advisor.consulting.answers import Answer
from petr_advisor.consulting.asking import Question
from petr_advisor.territory.measures import MEASURED, Hint, departements
from petr_advisor.tui.actions import bindings
from petr_advisor.tui.screens.base import AdvisorScreen
from petr_advisor.tui.screens.change import ChangeScreen
from petr_advisor.tui.widgets.banner import Banner
from petr_advisor.tui.widgets.keys import Keys
from petr_advisor.tui.widgets.lines import Line, Lines
from petr_advisor.typed.entities import entity_kind, rows_of

GO_ON, MEMBERS = "go_on", "members"
"""What a line does when it stands for no fact."""
KEYS = ("go_on", "members", "language", "help", "close")
"""What the footer names after Enter, which goes on or corrects."""


class Known(NamedTuple):
    """What is known of the territory, and whence; without a label, what is to be done where nothing is."""

    label: str
    value: str
    origin: str
    target: str
    sure: bool = True


class TerritoryScreen(AdvisorScreen[None]):
    """Shows what is known of the territory without being asked."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("go_on", "members", "form", "language", "help", "close")
    HELP_KEY = "help.territory"
    TITLE_KEY = "territory.title"

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield Banner()
        yield Static(markup=False, classes="summary")
        yield Lines(classes="body")
        yield Keys("next_step", *KEYS)

    def show(self) -> None:
        """Fill the list."""
        super().show()
        self.query_one(".summary", Static).update(Content("\n".join(self._summary())))
        go_on: Line[str] = Line(Content(f"▸ {self.say('territory.go-on')}").stylize("bold"), GO_ON)
        # first, for the bar begins on it: at the end, all that is known was out of sight above
        self.query_one(Lines).fill([go_on, *self._told_once(*self._members(), *self._facts())])
        self.query_one(Lines).focus()

    def _summary(self) -> Iterator[str]:
        """Say how the list is used; and, where the register is of a year after the date of law, that it may not fit."""
        yield self.say("territory.how")
        held, register = self.session.consultation, self.advisor.register
        kinds = self.advisor.base.facts.values()
        measured = any(kind.entity == MEASURED for kind in kinds)
        rows = rows_of(held, entity_kind(self.advisor.base, MEASURED)) if measured else ()
        if register and register.year > held.as_of.year and any(row.from_register for row in rows):
            yield self.say("territory.later-register", year=str(register.year), day=held.as_of)

    @on(OptionList.OptionHighlighted)
    def _moved(self) -> None:
        """Name what Enter does on the line under the bar."""
        self.query_one(Keys).offer(("next_step" if self.query_one(Lines).target == GO_ON else "edit", *KEYS))

    def _told_once(self, *known: Known) -> Iterator[Line[str]]:
        """Say an origin once where several lines in a row have it: all of them are in sight then."""
        before = ""
        for each in known:
            yield self._line(each, self.say("territory.same") if each.origin and each.origin == before else each.origin)
            before = each.origin

    def _members(self) -> Iterator[Known]:
        """Say how many members there are, how many live there, and in which départements."""
        consultation, kinds = self.session.consultation, self.advisor.base.facts.values()
        if not any(kind.entity == MEASURED for kind in kinds):
            return
        rows = rows_of(consultation, kind := entity_kind(self.advisor.base, MEASURED))
        if not rows:
            yield Known("", self.say("territory.no-member"), "", MEMBERS)
            return
        people = [cell.value for row in rows if (cell := row.cells.get(kind.part("population") or ""))]
        year = str(self.advisor.register.year) if self.advisor.register else "?"
        total = self.voice.number(sum(value for value in people if isinstance(value, int)))
        in_register = all(row.from_register for row in rows)
        by_hand = "by-hand" if any(row.from_register for row in rows) else "all-by-hand"
        origin = self.say("members.register", year=year) if in_register else self.say(f"territory.{by_hand}")
        yield Known(self.say("members.title"), self.voice.number(len(rows)), origin, MEMBERS)
        yield Known(self.say("territory.people"), total, origin, MEMBERS)
        codes = consultation.departements
        names = [f"{departements().names.get(code, '?')} ({code})" for code in sorted(codes or ())]
        if names:
            yield Known(self.say("territory.departements"), ", ".join(names), origin, MEMBERS)

    def _facts(self) -> Iterator[Known]:
        """Give every fact that the register or the map can measure, and what is said of it.

        Of which nothing is known, those that matter still.
        """
        evaluation = self.session.evaluation
        hints = evaluation.hints if evaluation else {}
        matters = {question.fact for question in evaluation.questions} if evaluation else set()
        answers = self.session.consultation.state.answers
        for fact, kind in self.advisor.base.facts.items():
            if not kind.measure:
                continue
            said, hint = answers.get((fact, None)), hints.get(fact)
            if said is not None and (hint is None or said.value is not None):
                value, origin = self.voice.value(kind, said.value), self.voice.origin(said.by)
            elif hint is not None:
                value = self._found(fact, hint)
                origin = self.text(hint.note).removeprefix(f"{value}, ")  # « non — non, selon les membres »
            elif fact in matters:
                value, origin = (
                    "?",
                    self.say("territory.computing" if self.session.waiting else "territory.not-measured"),
                )
            else:
                continue
            target = fact if kind.askable else MEMBERS
            yield Known(self.text(kind.label), value, origin, target, sure=_sure(said, hint))

    def _found(self, fact: str, hint: Hint) -> str:
        kind = self.advisor.base.facts[fact]
        if hint.value is not None:
            return self.voice.value(kind, hint.value)
        return " / ".join(self.voice.value(kind, value) for value in hint.among) or "?"

    def _line(self, known: Known, origin: str) -> Line[str]:
        if not known.label:
            return Line(Content(known.value), known.target)
        mark = ("✔ ", "$text-success") if known.sure else ("? ", "bold $text-warning")
        colon = self.say("mark.colon")
        parts = (mark, known.label, colon, (known.value, "bold"), (f" — {origin}", "italic $text-muted"))
        return Line(Content.assemble(*parts), known.target)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go on, change the members, or correct what is known."""
        target = self.query_one(Lines).target_at(event.option_index)
        if target == GO_ON:
            self.action_leave()
        elif target == MEMBERS:
            self.call_later(self.run_action, "app.members")
        elif target is not None:
            self.app.push_screen(ChangeScreen(Question(target, None, self.advisor.base.facts[target], 1)))

    def action_edit(self) -> None:
        """Change the line under the cursor."""
        self.query_one(Lines).action_select()


def _sure(said: Answer | None, hint: Hint | None) -> bool:
    """Tell whether a fact is known: an « I do not know » is less than what was measured."""
    return (said is not None and said.value is not None) or bool(hint and hint.settled)
