"""One fact asked of every entity of a list at once."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Button, Input, OptionList, Static

from petr_advisor.inference.facts import Value
from petr_advisor.knowledge.vocabulary import FactType
from petr_advisor.tui.in_order import TakesKeys
from petr_advisor.tui.widgets.controls import TypedInput, choices_of
from petr_advisor.tui.widgets.rows import Row, Rows, RowsControl
from petr_advisor.typed.figures import place
from petr_advisor.typed.refusals import Proposal, TypedError
from petr_advisor.typed.values import as_typed, read_or_unknown
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import screen_voice

NAME_WIDTH = 38
"""The columns of the names, so that answers stand below each other; a longer one is not cut: its answer follows it."""
UNKNOWN_KEY = "0"
"""The figure of « I do not know » in a row."""


class GridControl(RowsControl, TakesKeys):
    """Rows of entities, each with its answer; `Given` for each value, `Done` when confirmed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "row(-1)", show=False),
        Binding("down", "row(1)", show=False),
        Binding("ctrl+s", "confirm", show=False),
    ]

    class Given(Message):
        """A value was given for one entity; None is « I do not know »."""

        def __init__(self, of: str, value: Value | None) -> None:
            super().__init__()
            self.of = of
            self.value = value

    def __init__(
        self, kind: FactType, names: Sequence[tuple[str, str]], values: Mapping[str, Value | None], language: Language
    ) -> None:
        """Show entities, as (identifier, name), with the values known; a missing one is not answered yet."""
        super().__init__(language, self._rows)
        self._kind = kind
        self._names = tuple(names)
        self._values = dict(values)
        self._choices = choices_of(kind, language)

    def compose(self) -> ComposeResult:
        """Lay out the rows, then the choices or the line to type in."""
        yield Rows(markup=False, compact=True, classes="control")
        yield Static(markup=False, classes="legend")
        if not self._choices:
            yield TypedInput()
            yield Static(markup=False, classes="echo")
        yield Button("", id="confirm", variant="primary", compact=True)

    @property
    def blank(self) -> tuple[str, ...]:
        """The entities without an answer."""
        return tuple(of for of, _ in self._names if of not in self._values)

    def retell(self, language: Language) -> None:
        """Say everything in a language."""
        if self._choices:
            self._choices = choices_of(self._kind, language)
        super().retell(language)
        self.query_one("#confirm", Button).label = Content(f"{screen_voice(language).phrase('question.answer')} (↵)")
        self._legend()

    def _rows(self) -> list[Row]:
        return [(self._row(of, name), of in self._values) for of, name in self._names]

    def _row(self, of: str, name: str) -> Content:
        if of in self._values:
            value = Content(screen_voice(self._language).value(self._kind, self._values[of])).stylize("bold")
        else:
            value = Content("……").stylize("dim")
        return Content.assemble(f"{name:<{NAME_WIDTH}}  ", value)

    def _legend(self) -> None:
        legend = self.query_one(".legend", Static)
        number = self.rows.highlighted
        if self._choices:
            labels = [label.plain for _, label in self._choices]
            keys = [
                *(f"{n} {label}" for n, label in enumerate(labels, 1)),
                f"{UNKNOWN_KEY} {screen_voice(self._language).phrase('question.unknown')}",
            ]
            legend.update(Content("   ".join(keys) + "\n").append(screen_voice(self._language).phrase("grid.keys")))
        elif number is not None:
            legend.update(Content(screen_voice(self._language).phrase("grid.type", name=self._names[number][1])))

    def give(self, value: Value | None) -> None:
        """Take a value for the highlighted row and go to the next."""
        if (number := self.rows.highlighted) is not None:
            self._give(number, value)

    def _give(self, number: int, value: Value | None) -> None:
        of = self._names[number][0]
        self._values[of] = value
        self.tell_row(number)
        self.post_message(self.Given(of, value))

    def action_row(self, step: int) -> None:
        """Go to another row, from the line one types in."""
        number = (self.rows.highlighted or 0) + step
        if 0 <= number < len(self._names):
            self.rows.highlighted = number

    def action_confirm(self) -> None:
        """Confirm the rows as they are."""
        self.confirm()

    def takes(self, event: events.Key) -> bool:
        """Let a figure answer for the row."""
        number = place(event.character or "", len(self._choices))
        if not self._choices or not (number or event.character == UNKNOWN_KEY):
            return False
        self.give(self._choices[number - 1][0] if number else None)
        self.action_row(1)
        return True

    @on(Rows.Turn)
    def _turn(self, event: Rows.Turn) -> None:
        event.stop()
        if not self._choices:
            return
        values: list[Value | None] = [*(value for value, _ in self._choices), None]
        of = self._names[event.number][0]
        place = values.index(self._values[of]) + 1 if of in self._values else 0
        self._give(event.number, values[place % len(values)])

    @on(OptionList.OptionHighlighted)
    def _moved(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._legend()
        if not self._choices:
            of = self._names[event.option_index][0]
            value = self._values.get(of)
            self.query_one(Input).value = "" if value is None else as_typed(self._kind, value, self._language)

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        event.stop()
        try:
            value = read_or_unknown(self._kind, event.value, self._language)
        except Proposal as proposal:
            event.input.value = as_typed(self._kind, proposal.value, self._language)
            self.query_one(".echo", Static).update(Content(proposal.text.in_(self._language)))
            return
        except TypedError as error:
            self.query_one(".echo", Static).update(Content(f"✘ {error.text.in_(self._language)}"))
            return
        self.query_one(".echo", Static).update("")
        self.give(value)
        if self.rows.highlighted == len(self._names) - 1:
            self.confirm()
        else:
            self.action_row(1)

    @on(Button.Pressed)
    def _confirmed(self, event: Button.Pressed) -> None:
        event.stop()
        self.confirm()
