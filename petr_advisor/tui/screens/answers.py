"""Every answer, with who gave it; any of them can be changed or taken back."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList

from petr_advisor.explaining.moved_words import waiting_choices
from petr_advisor.explaining.remark_words import note_lines, remark_on
from petr_advisor.inference.facts import FactKey
from petr_advisor.territory.measures import MEASURED
from petr_advisor.tui.actions import bindings
from petr_advisor.tui.screens.base import AdvisorScreen
from petr_advisor.tui.widgets.banner import Banner
from petr_advisor.tui.widgets.keys import Keys
from petr_advisor.tui.widgets.lines import Line, Lines
from petr_advisor.typed.entities import EntityKind, entity_kind, entity_name, rows_of


class AnswersScreen(AdvisorScreen[None]):
    """Lists the answers."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "withdraw", "note", "undo", "redo", "find_out", "form", "conclusions", "members", "scope", "language", "help",
        "close", "quit",
    )  # fmt: skip
    HELP_KEY = "help.answers"
    TITLE_KEY = "answers.title"

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield Banner()
        yield Lines(classes="body")
        yield Keys(
            "edit",
            "withdraw",
            "note",
            "undo",
            "redo",
            "find_out",
            "conclusions",
            "members",
            "language",
            "help",
            "close",
        )

    def show(self) -> None:
        """Fill the list."""
        super().show()
        lines = [*self._messages(), *self._lines()]
        self.query_one(Lines).fill(lines or [Line(Content(self.say("answers.none")))])
        self.query_one(Lines).focus()

    def _messages(self) -> Iterator[Line[FactKey]]:
        """Say first what is impossible, and what to check."""
        for clash in self.session.evaluation.clashes if self.session.evaluation else ():
            yield Line(Content(f"⚠ {self.text(clash.message)}").stylize("bold $text-error"))

    def _lines(self) -> Iterator[Line[FactKey]]:
        state, facts = self.session.consultation.state, self.advisor.base.facts
        for kind, listed in state.lists.items():
            fact = next(name for name, found in facts.items() if found.entity == kind)
            key = "answers.no-list" if listed is None else "answers.list" if listed.complete else "answers.list-open"
            value = self.say(key, count=len(listed.ids) if listed else 0)
            content = Content.assemble(self.text(facts[fact].label), self.say("mark.colon"), (value, "bold"))
            content += self._noted((fact, None))
            yield Line(content + self._clash_mark() if self._clashes((fact, None)) else content, (fact, None))
        in_tables = {fact for kind in state.lists for fact in entity_kind(self.advisor.base, kind).columns}
        for (fact, of), answer in sorted(state.answers.items(), key=lambda item: item[0][1] or ""):
            if fact not in in_tables:
                yield self._line((fact, of), self.voice.value(facts[fact], answer.value), answer.by)
        for fact, of in sorted(state.skipped, key=str):
            yield self._line((fact, of), self.say("answers.skipped"), None)
        yield from self._surveyed()
        for kind in state.lists:
            yield from self._rows(entity_kind(self.advisor.base, kind))
        absent = waiting_choices(self.session.evaluation.consultation) if self.session.evaluation else frozenset()
        for option in state.chosen.values():
            title = self.text(self.advisor.base.options[option].title)
            content = Content.assemble(f"{self.say('answers.chosen')}{self.say('mark.colon')}", (title, "bold"))
            yield Line(self._aside(content) if option in absent else content, ("", option))

    def _surveyed(self) -> Iterator[Line[FactKey]]:
        """Give what the register and the map know of the members; it is changed where they are listed."""
        facts, evaluation = self.advisor.base.facts, self.session.evaluation
        members = next((name for name, found in facts.items() if found.entity == MEASURED), "")
        for fact, hint in (evaluation.surveyed if evaluation else {}).items():
            value, note = self.voice.value(facts[fact], hint.value), self.text(hint.note)
            label = self.text(facts[fact].label)
            content = Content.assemble(label, self.say("mark.colon"), (value, "bold"), (f"  ({note})", "italic"))
            yield Line(content, (members, None))

    def _rows(self, kind: EntityKind) -> Iterator[Line[FactKey]]:
        """Give one line for each entity of a table, with who gave it."""
        facts = self.advisor.base.facts
        for row in rows_of(self.session.consultation, kind):
            name = kind.part("name")
            values = [self.voice.value(facts[fact], cell.value) for fact, cell in row.cells.items() if fact != name]
            origins = dict.fromkeys(self.voice.origin(cell.by) for cell in row.cells.values())
            title = entity_name(self.session.consultation, kind.kind, row.id)
            yield Line(
                Content.assemble(
                    f"{title}{self.say('mark.colon')}",
                    (" · ".join(values), "bold"),
                    (f"  ({', '.join(origins)})", "italic"),
                ),
                (kind.list_fact, None),
            )

    def _noted(self, key: FactKey) -> Content:
        """Give what was noted beside an answer, below it."""
        lines = note_lines(self.voice, remark_on(self.session.consultation, key))
        return Content("".join(f"\n    {line}" for line in lines)).stylize("$text-muted")

    def _clashes(self, key: FactKey) -> bool:
        evaluation = self.session.evaluation
        return evaluation is not None and key in evaluation.clashing

    def _clash_mark(self) -> Content:
        return Content(f"  ⚠ {self.say('answers.clash')}").stylize("bold $text-error")

    def _line(self, key: FactKey, value: str, by: str | None) -> Line[FactKey]:
        fact, of = key
        kind = self.advisor.base.facts[fact]
        name = f"{entity_name(self.session.consultation, kind.of, of)} — " if kind.of and of else ""
        origin = f"  ({self.voice.origin(by)})" if by else ""
        evaluation = self.session.evaluation
        aside = evaluation is not None and key in evaluation.set_aside
        content = Content.assemble(
            name, self.text(kind.label), self.say("mark.colon"), (value, "bold"), (origin, "italic")
        )
        content += self._noted(key)
        if self._clashes(key):
            return Line(content + self._clash_mark(), key)
        return Line(self._aside(content) if aside else content, key)

    def _aside(self, content: Content) -> Content:
        return content.stylize("dim") + Content(f"  ⌀ {self.say('answers.aside')}").stylize("$text-warning")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Change the answer under the cursor."""
        fact, of = self.query_one(Lines).target_at(event.option_index) or ("", None)
        if fact in self.advisor.base.facts:
            self.answer_point(fact, of)
        else:
            self.call_later(self.run_action, "app.conclusions")

    def action_edit(self) -> None:
        """Change the answer under the cursor."""
        self.query_one(Lines).action_select()

    def action_note(self) -> None:
        """Note something beside the answer under the cursor."""
        target = self.query_one(Lines).target
        if target is not None and target[0] in self.advisor.base.facts:
            self.ask_note(target)

    def action_withdraw(self) -> None:
        """Take the answer under the cursor back; a list is changed in its table."""
        target = self.query_one(Lines).target
        if target is None:
            return
        fact, of = target
        consultation = self.session.consultation
        kind = self.advisor.base.facts.get(fact)
        if kind is None:
            question = self.advisor.base.options[of].answers
            self.advisor.said(consultation.choose(question, None))
        elif kind.entity is not None:
            self.call_later(self.run_action, "app.members")
            return
        else:
            self.advisor.said(consultation.withdraw(fact, of))
        self.advisor.tell("answers.withdrawn")
        self.show()
