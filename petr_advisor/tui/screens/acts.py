"""The acts of procedures and the votes of members: recorded one line at a time, counted at once."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.tui.actions import bindings
from petr_advisor.tui.screens.base import AdvisorScreen
from petr_advisor.tui.widgets.banner import Banner
from petr_advisor.tui.widgets.input_line import InputLine
from petr_advisor.tui.widgets.keys import Keys
from petr_advisor.tui.widgets.lines import Line, Lines
from petr_advisor.typed.acts import Row, as_line, read_done, row_said, rows


class ActsScreen(AdvisorScreen[None]):
    """Procedures, the acts of the one under the cursor, and a field for the act under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("withdraw", "language", "help", "close")
    HELP_KEY = "help.acts"
    TITLE_KEY = "acts.title"

    def __init__(self) -> None:
        super().__init__()
        self._procedure: object = None
        """The procedure whose acts are shown."""

    def compose(self) -> ComposeResult:
        """Lay out the procedures, their acts, the field."""
        yield Banner()
        with Container(classes="panes"):
            yield Lines(id="options")
            yield Lines(id="details")
        yield Static(markup=False, id="act-form")
        yield InputLine(id="act-typed", compact=True)
        yield Keys("withdraw", "language", "help", "close")

    def on_mount(self) -> None:
        """Fill, and put the cursor on the first procedure."""
        self.query_one("#options", Lines).focus()
        self.show()

    @property
    def _consultation(self) -> Consultation | None:
        """The last consultation evaluated: what it needs has been worked out."""
        return self.session.evaluation.consultation if self.session.evaluation else None

    def show(self) -> None:
        """Fill everything again, in the language in use."""
        super().show()
        evaluation = self.session.evaluation
        keys = evaluation.recordable if evaluation else ()
        base = self.advisor.base
        lines = [Line(Content(self.text(base.title_of(key))), key) for key in keys]
        self.query_one("#options", Lines).fill(lines or [Line(Content(self.say("acts.none")))])
        self._fill()

    def _fill(self) -> None:
        """Fill the acts of the procedure under the cursor; the cursor stays on its act while it is the same."""
        procedure, consultation = self.query_one("#options", Lines).target, self._consultation
        keep, self._procedure = procedure == self._procedure, procedure
        found = rows(consultation, procedure) if procedure is not None and consultation is not None else ()
        lines = [Line(Content(row_said(self.voice, consultation, row)), row) for row in found if consultation]
        self.query_one("#details", Lines).fill(lines, keep=keep)
        self._to_row()

    @property
    def _row(self) -> Row | None:
        target = self.query_one("#details", Lines).target
        return target if isinstance(target, Row) else None

    def _to_row(self) -> None:
        """Show the form of the line of the act under the cursor, with what is recorded of it."""
        row = self._row
        key = "acts.type-vote" if row is not None and row.member is not None else "acts.type-act"
        self.query_one("#act-form", Static).update(Content(self.say(key) if row is not None else ""))
        with self.prevent(Input.Changed):
            self.query_one("#act-typed", Input).value = as_line(row.done, self.voice) if row is not None else ""

    @on(OptionList.OptionHighlighted, "#options")
    def _other_procedure(self) -> None:
        self._fill()

    @on(OptionList.OptionSelected, "#options")
    def _to_acts(self) -> None:
        self.query_one("#details", Lines).focus()

    @on(OptionList.OptionHighlighted, "#details")
    def _other_act(self) -> None:
        self._to_row()

    @on(OptionList.OptionSelected, "#details")
    def _to_field(self) -> None:
        self.query_one("#act-typed", Input).focus()

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        row = self._row
        if row is None:
            return
        try:
            said = self.session.consultation.record(read_done(event.value, row))
        except PetrAdvisorError as error:
            self.advisor.tell_error(error)
            return
        self.advisor.said(said)
        self.query_one("#details", Lines).focus()

    def action_withdraw(self) -> None:
        """Take back what is recorded of the act under the cursor."""
        row = self._row
        if row is not None and row.done is not None:
            self.advisor.said(self.session.consultation.strike(row.procedure, row.act, row.member, row.attempt))
