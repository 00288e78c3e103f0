"""One control for each type of answer; each says `Reply` with what was answered."""

from collections.abc import Callable, Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Button, Input, OptionList, Static
from textual.widgets.option_list import Option

from petr_advisor.inference.facts import Value
from petr_advisor.knowledge.vocabulary import FactType
from petr_advisor.tui.actions import ACTIONS
from petr_advisor.tui.advisor import AdvisorApp
from petr_advisor.tui.in_order import TakesKeys
from petr_advisor.tui.widgets.hanging import Hanging
from petr_advisor.tui.widgets.input_line import InputLine
from petr_advisor.tui.widgets.pages import PagedList
from petr_advisor.typed.figures import place
from petr_advisor.typed.refusals import Proposal, TypedError
from petr_advisor.typed.values import as_typed, read_or_unknown
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import screen_voice

Choices = Sequence[tuple[Value, Content]]
Help = Callable[[Value], str]


class Reply(Message):
    """An answer was given: a value, or None for « I do not know »."""

    def __init__(self, value: Value | None) -> None:
        super().__init__()
        self.value = value


def choices_of(kind: FactType, language: Language) -> list[tuple[Value, Content]]:
    """Give the values of a fact to choose from, each with its label."""
    if kind.type == "yes_no":
        voice = screen_voice(language)
        return [(True, Content(voice.phrase("question.yes"))), (False, Content(voice.phrase("question.no")))]
    found: list[tuple[Value, Content]] = []
    for key, choice in kind.choices.items():
        found.append((key, Content(choice.label.in_(language))))
    return found


def help_of(kind: FactType, value: Value | None, language: Language) -> str:
    """Say how to recognise a choice, where the vocabulary says it."""
    choice = kind.choices.get(value) if isinstance(value, str) else None
    return choice.help.in_(language) if choice and choice.help else ""


class ChoiceControl(PagedList, TakesKeys):
    """A list of which one is taken, as radio buttons are; figures choose, at once where no longer one can follow."""

    class NothingChosen(Message):
        """The person confirms while nothing is under the mark."""

    class Chosen(Message):
        """One of the choices was taken."""

        def __init__(self, value: Value, *, by_figure: bool = False) -> None:
            super().__init__()
            self.value = value
            self.by_figure = by_figure
            """Whether it was taken by its figure alone, without Enter."""

    class Past(Message):
        """The person goes on past the last choice (1), or back before the first (-1)."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    def __init__(self, choices: Choices, current: Value | None = None, help_: Help | None = None) -> None:
        """Offer choices; `help_` says how to recognise the one under the mark."""
        self._choices = tuple(choices)
        self._help = help_
        self._current = current
        self._figures = ""
        """The figures typed so far of a number of several."""
        self._by_figure = False
        """Whether a figure alone takes a choice."""
        self._awaits_enter = False
        """Whether a figure has only moved the mark: the choice says that Enter takes it."""
        self.among_others = False
        """Whether other questions stand above and below, to which the arrows lead."""
        # There from the start: a list laid out while it is empty may keep no height at all.
        super().__init__(*self._offered(None), markup=False, compact=True, classes="control choices")

    def on_mount(self) -> None:
        """Put under the mark what is answered already, and nothing else: nobody answers by one Enter too many."""
        values = [value for value, _ in self._choices]
        self.highlighted = values.index(self._current) if self._current in values else None

    def offer(self, choices: Choices) -> None:
        """Show choices, the mark staying on its own: the language may have changed, or what other answers leave."""
        marked = self.value
        self._choices = tuple(choices)
        place = (
            next((n for n, (value, _) in enumerate(choices) if value == marked), None) if marked is not None else None
        )
        self.set_options(self._offered(place))
        self.highlighted = place

    def _offered(self, chosen: int | None) -> list[Option]:
        return [Option(self._prompt(n, chosen=n == chosen)) for n in range(len(self._choices))]

    def _prompt(self, number: int, *, chosen: bool) -> Hanging:
        value, label = self._choices[number]
        words = self._help(value) if chosen and self._help else ""
        if chosen and self._awaits_enter and isinstance(app := self.app, AdvisorApp):
            key = "question.enter-or-figure" if self._figures else "question.enter-takes"
            words = " ".join(filter(None, (app.say(key), words)))
        mark = "(•)" if chosen else "( )"
        figure = f"{number + 1:>{len(str(len(self._choices)))}} "
        words = f"\n{words}" if words else ""
        return Hanging(
            Content.assemble((figure, "dim"), (f"{mark} ", "$accent")),
            Content.assemble(label, (words, "italic dim")),
        )

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Move the mark with the highlight."""
        super().watch_highlighted(highlighted)
        self._tell_choices(highlighted)

    def _tell_choices(self, highlighted: int | None) -> None:
        for number in range(min(len(self._choices), self.option_count)):
            self.replace_option_prompt_at_index(number, self._prompt(number, chosen=number == highlighted))
        self.call_after_refresh(self.scroll_to_highlight)  # what helps to recognise it takes lines

    @property
    def value(self) -> Value | None:
        """The value under the mark."""
        return None if self.highlighted is None else self._choices[self.highlighted][0]

    def takes(self, event: events.Key) -> bool:
        """Let figures choose: one that may begin a longer number moves the mark, which Enter or another figure ends.

        So does one of a choice that is out of sight: it comes into sight, and nobody answers unseen.
        """
        figure, begun, count = (event.character or "").strip(), self._figures, len(self._choices)
        self._figures, self._awaits_enter = "", False
        chosen = (place(begun + figure, count) or place(figure, count)) if figure else None
        if not chosen:
            return False
        longer, seen = chosen * 10 <= count, self.in_sight(chosen - 1)
        self._awaits_enter = longer or not seen
        self._figures = str(chosen) if longer else ""
        self.highlighted = chosen - 1
        self._tell_choices(self.highlighted)
        if seen and not longer:
            self._by_figure = True
            self.action_select()
        return True

    def action_cursor_up(self) -> None:
        """Go up; on a form, to the question before from the first choice."""
        if self.among_others and not self.highlighted:
            self.post_message(self.Past(-1))
        else:
            super().action_cursor_up()

    def action_cursor_down(self) -> None:
        """Go down; on a form, to the next question from the last choice."""
        if self.among_others and self.highlighted == self.option_count - 1:
            self.post_message(self.Past(1))
        else:
            super().action_cursor_down()

    def action_select(self) -> None:
        """Take what is under the mark; say so when nothing is."""
        if self.highlighted is None:
            self.post_message(self.NothingChosen())
        else:
            super().action_select()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Say what was chosen."""
        event.stop()
        by_figure, self._by_figure = self._by_figure, False
        self.post_message(self.Chosen(self._choices[event.option_index][0], by_figure=by_figure))


class TypedInput(InputLine, TakesKeys):
    """A line to type an answer in: all that is written is of it; from one left as it was, arrows lead on and back."""

    def __init__(self, value: str = "", *, classes: str = "") -> None:
        self._written = False
        """Whether anything stood in it, which a key held down may be erasing."""
        super().__init__(value, classes=f"control {classes}", select_on_focus=bool(value))  # typing replaces an answer
        self._start = value

    def watch_value(self, value: str) -> None:
        """Remember that something was written."""
        self._written = self._written or bool(value)

    async def _on_key(self, event: events.Key) -> None:
        """Take each key in its turn: the line is written, or what leads on and back is left to the screen first."""
        if self._command(event.key) is None:
            await super()._on_key(event)
        else:
            event.prevent_default()

    def takes(self, event: events.Key) -> bool:
        """Have the screen go back or on, where it did not refuse the key."""
        if (command := self._command(event.key)) is not None:
            self.app.call_next(self.screen.run_action, ACTIONS[command].method)
        return command is not None

    def _command(self, key: str) -> str | None:
        """Give what a key means on the screen; none where it belongs to the text."""
        if key == "backspace":
            return None if self._written else "back"
        if key in {"left", "right"} and self.leads:
            return "back" if key == "left" else "forward"
        return None

    @property
    def leads(self) -> bool:
        """Whether arrows lead on and back: nothing was written."""
        return self.value in {"", self._start}


class TypedControl(Vertical):
    """A line to type a number, a date, a fraction or a text, read as one types."""

    def __init__(self, kind: FactType, language: Language, current: Value | None = None) -> None:
        super().__init__(classes="typed")
        self._kind = kind
        self._language: Language = language
        self._current = current

    def compose(self) -> ComposeResult:
        """Lay out the input, what is read of it, and two buttons."""
        start = "" if self._current is None else as_typed(self._kind, self._current, self._language)
        yield TypedInput(start)
        yield Static(markup=False, classes="echo")
        with Horizontal(classes="buttons"):
            yield Button("", id="reply", variant="primary", compact=True)
            yield Button("", id="unknown", compact=True)

    def on_mount(self) -> None:
        """Put the words in."""
        self.retell(self._language)

    def retell(self, language: Language) -> None:
        """Say everything in a language; what is typed stays."""
        self._language = language
        self.query_one(Input).placeholder = screen_voice(language).phrase(f"typed.example.{self._kind.type}")
        self.query_one("#reply", Button).label = Content(screen_voice(language).phrase("question.answer"))
        self.query_one("#unknown", Button).label = Content(screen_voice(language).phrase("question.unknown"))
        self._echo(self.query_one(Input).value)

    @property
    def typed(self) -> str:
        """What is typed."""
        return self.query_one(Input).value

    def submit(self) -> None:
        """Give the answer if it can be read, « ? » being « I do not know »; say why not otherwise."""
        try:
            self.post_message(Reply(read_or_unknown(self._kind, self.typed, self._language)))
        except Proposal as proposal:
            self.propose(proposal)
        except TypedError as error:
            self._say(f"✘ {error.text.in_(self._language)}", wrong=True)
            self.query_one(Input).focus()

    def propose(self, proposal: Proposal) -> None:
        """Put what may be meant in the place of what was typed: Enter takes it."""
        line = self.query_one(Input)
        with line.prevent(Input.Changed):
            line.value = as_typed(self._kind, proposal.value, self._language)
        line.cursor_position = len(line.value)
        self._say(proposal.text.in_(self._language))
        line.focus()

    def _echo(self, typed: str) -> None:
        voice = screen_voice(self._language)
        if not typed.strip():
            self._say(voice.phrase("typed.keys"))
        elif self._kind.type == "text":
            self._say("")
        else:
            try:
                value = read_or_unknown(self._kind, typed, self._language)
            except TypedError as error:
                self._say(error.text.in_(self._language))
            else:
                self._say(f"= {voice.value(self._kind, value)}")

    def _say(self, words: str, *, wrong: bool = False) -> None:
        echo = self.query_one(".echo", Static)
        echo.set_class(wrong, "-wrong")
        echo.update(Content(words))

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self._echo(event.value)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.submit()

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "unknown":
            self.post_message(Reply(None))
        else:
            self.submit()
