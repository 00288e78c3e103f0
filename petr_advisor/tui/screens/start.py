"""A new consultation: name of the territory, date of law, language, key questions."""

from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Input, Static

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.saved import SavedError
from petr_advisor.dossiers import slug_of, taken_by
from petr_advisor.tui.actions import bindings
from petr_advisor.tui.advisor import AdvisorApp
from petr_advisor.tui.asked import Asked
from petr_advisor.tui.fields import FieldsScreen, to_correct
from petr_advisor.tui.widgets.banner import Banner
from petr_advisor.tui.widgets.checks import CheckList
from petr_advisor.tui.widgets.keys import Keys
from petr_advisor.tui.widgets.name_line import NameLine
from petr_advisor.tui.widgets.scope import Scope
from petr_advisor.words.typography import clean


class StartScreen(FieldsScreen[None]):
    """Asks what a consultation needs to begin."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("next_field", "close", "send", "help")
    HELP_KEY = "help.new"
    TITLE_KEY = "new.title"

    def compose(self) -> ComposeResult:
        """Lay out the form."""
        yield Banner()
        with VerticalScroll(classes="body form", can_focus=False):
            yield Static(markup=False, id="name-label", classes="label")
            yield NameLine(max_length=200)
            yield Scope(self.advisor.as_of, self._first())
            with Horizontal(classes="buttons"):
                yield Button("", id="fr", compact=True)
                yield Button("", id="en", compact=True)
                yield Button("", id="start", variant="primary", compact=True)
        yield Keys("next_field", "send", "close", "help")

    def on_mount(self) -> None:
        """Begin with the name."""
        self.show()
        self.query_one("#name", Input).focus()
        self.call_after_refresh(self.query_one(VerticalScroll).scroll_home, animate=False)  # the label above it too

    def show(self) -> None:
        """Say everything in the language in use; what is typed stays."""
        super().show()
        self.query_one("#name-label", Static).update(Content(self.say("new.name")))
        self.query_one("#name", Input).placeholder = self.say("new.name-example")
        self.query_one(Scope).show()
        for code, name in (("fr", "Français"), ("en", "English")):
            button = self.query_one(f"#{code}", Button)
            button.label = Content(f"{'(•)' if code == self.language else '( )'} {name}")
        self.query_one("#start", Button).label = Content(self.say("new.start"))

    def _first(self) -> list[str]:
        """Give the key question that is ticked to begin with."""
        found = self.advisor.base.key_questions
        return sorted(found, key=lambda key: found[key].order)[:1]

    @on(Input.Submitted)
    def _next_field(self, event: Input.Submitted) -> None:
        """Go on; from a name that is missing, or that none can be, one is told at once."""
        if event.input.id == "name":
            if self._named() is not None:
                self.query_one("#date", Input).focus()
        else:  # the key questions are there to be seen before it begins
            self.query_one(CheckList).focus()
            self.advisor.tell("new.tick-then-start")

    @on(NameLine.Left)
    def _left_out(self, event: NameLine.Left) -> None:
        self.advisor.tell("new.one-line", warning=True, count=event.count)

    @on(CheckList.Confirmed)
    def _confirmed(self) -> None:
        self.action_send()

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "start":
            self.action_send()
        elif event.button.id in {"fr", "en"}:
            self.call_later(self.run_action, f"app.language('{event.button.id}')")

    def action_send(self) -> None:
        """Begin the consultation if everything is there; say what is missing otherwise."""
        name = self._named()
        if name is not None and (scope := self.query_one(Scope).read()) is not None:
            consultation = Consultation.start(self.advisor.base, *scope, self.advisor.chosen_engine)
            begun = AdvisorApp.Begun(name, consultation, on="territory")
            asked = Asked(name, partial(taken_by, slug_of(name)), partial(self._begin_unless, begun))
            self.app.post_message(asked)

    def _named(self) -> str | None:
        """Give the name typed; None, with a word, where it cannot be one."""
        name = " ".join(clean(self.query_one("#name", Input).value).split())
        if trouble := _trouble_with(name):
            self._refuse(trouble, name)
            return None
        return name

    def _begin_unless(self, begun: AdvisorApp.Begun, there: str | None) -> None:
        if there is not None:
            self._refuse("new.taken", there)  # the name that the home screen shows
        else:
            self.app.post_message(begun)

    def _refuse(self, trouble: str, name: str) -> None:
        self.advisor.tell(trouble, warning=True, name=name)
        to_correct(self.query_one("#name", Input))


def _trouble_with(name: str) -> str:
    if not name:
        return "new.no-name"
    try:
        slug_of(name)
    except SavedError:
        return "new.bad-name"
    return ""
