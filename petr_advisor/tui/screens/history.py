"""The history of a dossier: when each thing was said, from what to what, with its note; the last thing first."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from petr_advisor.consulting.answers import (
    Answered,
    Chosen,
    Event,
    Listed,
    Recorded,
    Seated,
    Skipped,
    Struck,
    Withdrawn,
)
from petr_advisor.dossiers.history import Change, History, Moved
from petr_advisor.explaining.remark_words import note_lines
from petr_advisor.tui.actions import bindings
from petr_advisor.tui.screens.base import AdvisorScreen
from petr_advisor.tui.widgets.banner import Banner
from petr_advisor.tui.widgets.keys import Keys
from petr_advisor.tui.widgets.lines import Line, Lines
from petr_advisor.typed.entities import entity_name


class HistoryScreen(AdvisorScreen[None]):
    """Lists all that was ever said in a dossier."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("close", "language", "help", "quit")
    HELP_KEY = "help.history"
    TITLE_KEY = "history.title"

    def __init__(self, found: History) -> None:
        super().__init__()
        self._found = found

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield Banner()
        yield Lines(classes="body")
        yield Keys("close", "language", "help")

    def show(self) -> None:
        """Fill the list; each line can be walked to."""
        super().show()
        lines = self.query_one(Lines)
        lines.fill([Line(self._told(change), n) for n, change in enumerate(reversed(self._found.changes))])
        lines.focus()

    def _told(self, change: Change | Moved) -> Content:
        when = f"{self.voice.day(change.at.date())} {change.at:%H:%M}"
        if isinstance(change, Moved):
            questions = self.advisor.base.key_questions
            titles = [self.text(questions[key].title) for key in change.key_questions if key in questions]
            said = self.say("history.moved", day=self.voice.day(change.as_of), questions=", ".join(titles))
            return Content.assemble((f"{when}  ", "dim"), said)
        about = change.now or change.before
        if about is None:
            return Content(when)
        now = self.say("history.taken-back") if change.now is None else self._value(change.now)
        before = f"{self._value(change.before)} → " if change.before is not None else ""
        content = Content.assemble(
            (f"{when}  ", "dim"), self._label(about), self.say("mark.colon"), before, (now, "bold")
        )
        return content + Content("".join(f"\n    {line}" for line in self._notes(change.now))).stylize("$text-muted")

    def _notes(self, event: Event | None) -> Iterator[str]:
        if isinstance(event, Answered | Listed):
            yield from note_lines(self.voice, event.remark)

    def _label(self, event: Event) -> str:
        base = self.advisor.base
        match event:
            case Listed(kind=kind):
                return self.text(next(fact.label for fact in base.facts.values() if fact.entity == kind))
            case Chosen(question=question):
                return f"{self.say('answers.chosen')} ({self.text(base.key_questions[question].title)})"
            case Seated():
                return self.say("history.seats")
            case Recorded(done):
                return self.text(base.procedures[done.procedure].acts[done.act].does)
            case Struck(procedure, act):
                return self.text(base.procedures[procedure].acts[act].does)
            case _:
                fact, of = event.key
                about = base.facts[fact]
                name = f"{entity_name(self._found.consultation, about.of, of)} — " if about.of and of else ""
                return f"{name}{self.text(about.label)}"

    def _value(self, event: Event) -> str:
        base = self.advisor.base
        match event:
            case Answered((fact, _), value):
                return self.voice.value(base.facts[fact], value)
            case Withdrawn((fact, _), denied) if denied is not None:
                return self.say("history.denied", value=self.voice.value(base.facts[fact], denied))
            case Skipped():
                return self.say("answers.skipped")
            case Listed(entities=entities, complete=complete):
                key = "answers.no-list" if entities is None else "answers.list" if complete else "answers.list-open"
                return self.say(key, count=len(entities or ()))
            case Chosen(option=option) if option is not None:
                return self.text(base.options[option].title)
            case Seated(seats):
                return str(sum(number for _, number in seats))
            case Recorded(done):
                return self.voice.day(done.on) if done.on is not None else self.say("history.recorded")
            case _:
                return self.say("history.taken-back")
