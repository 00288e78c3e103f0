"""The date of law and the key questions of a consultation under way, to be changed without losing an answer."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from petr_advisor.tui.actions import bindings
from petr_advisor.tui.fields import FieldsScreen
from petr_advisor.tui.widgets.banner import Banner
from petr_advisor.tui.widgets.checks import CheckList
from petr_advisor.tui.widgets.keys import Keys
from petr_advisor.tui.widgets.scope import Scope


class ScopeScreen(FieldsScreen[bool]):
    """Changes what the consultation bears on; gives whether it did."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("next_field", "send", "close", "help")
    HELP_KEY = "help.scope"
    TITLE_KEY = "scope.title"

    def compose(self) -> ComposeResult:
        """Lay out what is kept, then the day and the questions."""
        consultation = self.session.consultation
        yield Banner()
        with VerticalScroll(classes="body form", can_focus=False):
            yield Static(markup=False, id="kept", classes="label")
            yield Scope(consultation.as_of, consultation.key_questions)
        yield Keys("next_field", "send", "close", "help")

    def on_mount(self) -> None:
        """Begin with the day."""
        self.show()
        self.query_one("#date", Input).focus()

    def show(self) -> None:
        """Say everything in the language in use."""
        super().show()
        self.query_one("#kept", Static).update(Content(self.say("scope.kept")))
        self.query_one(Scope).show()

    @on(Input.Submitted)
    @on(CheckList.Confirmed)
    def _submitted(self) -> None:
        self.action_send()

    def action_send(self) -> None:
        """Go on with the same answers on what is typed and ticked."""
        found = self.query_one(Scope).read()
        if found is None:
            return
        (day, asked), before = found, self.session.consultation
        changed = (day, set(asked)) != (before.as_of, set(before.key_questions))
        if changed:
            self.advisor.said(before.about(asked).on(day))
        self.dismiss(changed)

    def action_leave(self) -> None:
        """Close and change nothing."""
        self.dismiss()
