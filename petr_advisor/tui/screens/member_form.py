"""A form to add one entity by hand, or to correct one."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Input, Select, Static

from petr_advisor.inference.facts import Value
from petr_advisor.tui.actions import bindings
from petr_advisor.tui.screens.base import AdvisorModal
from petr_advisor.tui.widgets.controls import choices_of
from petr_advisor.tui.widgets.input_line import InputLine
from petr_advisor.tui.widgets.keys import Keys
from petr_advisor.typed.entities import Cell, EntityKind, Row
from petr_advisor.typed.refusals import TypedError
from petr_advisor.typed.values import as_typed, read


class MemberForm(AdvisorModal[Row | None]):
    """Gives the row as it was typed, or None when nothing changes."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("send", "close")
    HELP_KEY = "help.members"

    def __init__(self, kind: EntityKind, row: Row | None) -> None:
        super().__init__()
        self._kind = kind
        self._row = row
        self._at_first: list[str] = []
        """What the fields held when the form opened."""
        self._told: list[str] = []
        """What they held when it was said that leaving loses it."""

    def compose(self) -> ComposeResult:
        """Lay out one field for each fact of the table."""
        with Container(classes="frame form"):
            yield Static(markup=False, classes="title")
            with VerticalScroll(can_focus=False):
                for number, fact in enumerate(self._kind.columns):
                    yield Static(self._label(fact), markup=False, classes="label")
                    yield self._field(number, fact)
            yield Static(markup=False, classes="echo -wrong")
            with Horizontal(classes="buttons"):
                yield Button(Content(self.say("form.ok")), id="ok", variant="primary", compact=True)
                yield Button(Content(self.say("form.cancel")), id="cancel", compact=True)
            yield Keys("send", "close")

    def _label(self, fact: str) -> Content:
        return Content(self.text(self.advisor.base.facts[fact].label))

    def _field(self, number: int, fact: str) -> "Input | Select[str]":
        kind = self.advisor.base.facts[fact]
        cell = self._row.cells.get(fact, Cell(None)) if self._row else Cell(None)
        if kind.choices:
            # Select takes labels for Rich markup: they are given as Content
            choices = [(label, str(value)) for value, label in choices_of(kind, self.language)]
            value = str(cell.value) if cell.value is not None else Select.NULL
            return Select(choices, value=value, id=f"f{number}", prompt=self.say("members.not-said"), compact=True)
        text = "" if cell.value is None else as_typed(kind, cell.value, self.language)
        return InputLine(text, id=f"f{number}", select_on_focus=False)

    def on_mount(self) -> None:
        """Title the form and start at the first field."""
        self.show()
        name = self._row.cells.get(self._kind.part("name") or "") if self._row else None
        title = self.say("members.edit", name=name.value) if name else self.say("members.add")
        self.query_one(".title", Static).update(Content(title))
        self.query_one("#f0").focus()
        self._at_first = self._held()

    def _held(self) -> list[str]:
        fields = (self.query_one(f"#f{number}") for number in range(len(self._kind.columns)))
        return [str(field.value) for field in fields if isinstance(field, Input | Select)]

    @on(Input.Submitted)
    def _next(self, event: Input.Submitted) -> None:
        event.stop()
        fields = [self.query_one(f"#f{number}") for number in range(len(self._kind.columns))]
        place = fields.index(event.input)
        if place + 1 < len(fields):
            fields[place + 1].focus()
        else:
            self.action_send()

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "ok":
            self.action_send()
        else:
            self.dismiss(None)

    def action_send(self) -> None:
        """Give the row, unless a field cannot be read."""
        row = self._row or Row("", {})
        for number, fact in enumerate(self._kind.columns):
            try:
                row = row.with_value(fact, self._value(number, fact))
            except TypedError as error:
                label = self.text(self.advisor.base.facts[fact].label)
                words = f"{label}{self.say('mark.colon')}{self.text(error.text)}"
                self.query_one(".echo", Static).update(Content(words))
                self.query_one(f"#f{number}").focus()
                return
        name = self._kind.part("name")
        if name is not None and name not in row.cells:
            self.query_one(".echo", Static).update(Content(self.say("members.no-name")))
            self.query_one("#f0").focus()
            return
        self.dismiss(row)

    def _value(self, number: int, fact: str) -> Value | None:
        field = self.query_one(f"#f{number}")
        if isinstance(field, Select):
            return field.value if isinstance(field.value, str) else None
        assert isinstance(field, Input)  # noqa: S101 - there are only these two
        return read(self.advisor.base.facts[fact], field.value, self.language) if field.value.strip() else None

    def action_leave(self) -> None:
        """Close and change nothing; what was typed is lost only by a second key."""
        held = self._held()
        if held in (self._at_first, self._told):
            self.dismiss(None)
            return
        self._told = held
        self.query_one(".echo", Static).update(Content(self.say("members.not-kept")))
