"""What is to be found out: every point still open, where its answer is, to be filled in on the spot or handed out."""

from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.finding_out import SUFFIXES, points_to_find_out, write_list
from petr_advisor.documents.model_matters import SettlePart
from petr_advisor.explaining.left_words import changed
from petr_advisor.explaining.remark_words import note_lines, remark_on
from petr_advisor.inference.facts import FactKey
from petr_advisor.tui.actions import bindings
from petr_advisor.tui.delivering import deliver
from petr_advisor.tui.evaluator import under_lock
from petr_advisor.tui.in_order import TakesKeys
from petr_advisor.tui.screens.base import AdvisorScreen
from petr_advisor.tui.screens.list_file import ListFileScreen
from petr_advisor.tui.widgets.banner import Banner
from petr_advisor.tui.widgets.keys import Keys
from petr_advisor.tui.widgets.lines import Line, Lines
from petr_advisor.words.texts import Language


class FindOutScreen(AdvisorScreen[None], TakesKeys):
    """Lists what is still to be known."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "note", "export_list", "answers", "conclusions", "form", "language", "help", "close", "quit"
    )
    HELP_KEY = "help.find-out"
    TITLE_KEY = "find-out.title"

    def __init__(self, condition: str | None = None) -> None:
        """List everything, or what settles a condition of an option."""
        super().__init__()
        self._condition = condition
        self._shown: tuple[Consultation, Language] | None = None
        """Of what the points are those shown, or being worked out."""
        self._filled: tuple[Consultation, Language] | None = None
        """Of what the points are those in sight."""

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield Banner()
        yield Lines(classes="body")
        yield Keys("answer", "note", "export_list", "answers", "conclusions", "language", "help", "close")

    def show(self) -> None:
        """Work the points out again when the consultation or the language has changed."""
        super().show()
        self.query_one(Lines).focus()
        evaluation = self.session.evaluation
        if evaluation is None:
            self.query_one(Lines).fill([Line(Content(self.say("question.wait")))])
        elif self._shown != (evaluation.consultation, self.language):
            if self._shown is None:
                self.query_one(Lines).fill([Line(Content(self.say("question.wait")))])
            self._shown = evaluation.consultation, self.language
            # once drawn: what is worked out takes the machine, and nothing said meanwhile that the key was taken
            self.call_after_refresh(self._look, evaluation.consultation, self.language)

    @work(thread=True, exclusive=True, group="points", exit_on_error=False)
    def _look(self, consultation: Consultation, language: Language) -> None:
        points = under_lock(lambda: points_to_find_out(consultation, language, self._condition))
        self.app.call_from_thread(self._fill, points, (consultation, language))

    def _fill(self, points: tuple[SettlePart, ...], of: tuple[Consultation, Language]) -> None:
        if self.is_attached and self._shown == of:
            self.query_one(Lines).fill(self._lines(points))
            self._filled = of

    def takes(self, event: events.Key) -> bool:
        """Refuse Enter, with a word, while the list is of before the last answer: it would open what is answered."""
        wait = event.key == "enter" and not self.session.fault and self._filled != self._held
        if wait:
            self.advisor.tell("find-out.too-soon", warning=True)
        return wait

    @property
    def _held(self) -> tuple[Consultation, Language]:
        return self.session.consultation, self.language

    def _lines(self, points: tuple[SettlePart, ...]) -> Iterator[Line[FactKey]]:
        if not points:
            yield Line(Content(self.say("find-out.nothing-for-condition" if self._condition else "find-out.nothing")))
        for heading, group in self._groups(points):
            if group:
                yield Line(Content(heading).stylize("bold underline"))
            yield from map(self._line, group)

    def _groups(self, points: tuple[SettlePart, ...]) -> Iterator[tuple[str, list[SettlePart]]]:
        """Give the points as the header counts them, each kind with that count; those of a condition together."""
        evaluation = self.session.evaluation
        if self._condition or evaluation is None:
            yield self.say("find-out.of-condition", n=len(points)), list(points)
            return
        left, asked = evaluation.left, evaluation.to_settle(1)
        kinds = {"to-check": left.to_check, "settle": left.to_settle, "optional": left.optional}
        groups: dict[str, list[SettlePart]] = {kind: [] for kind in kinds}
        for part in points:
            settle = "settle" if part.decisive or part.fact in asked else "optional"
            groups["to-check" if part.fact in left.unasked else settle].append(part)
        for kind, group in groups.items():
            if kind == "optional" and group and not kinds[kind]:  # all that is left of it was said not to be known
                yield self.say("find-out.left-unknown", n=len(group)), group
                continue
            counted = self.say(f"header.only-{kind}", count=kinds[kind])
            if len(group) != kinds[kind]:
                counted = self.say("find-out.in-points", counted=counted, n=len(group))
            said = f"{kind}-none" if kind == "optional" and not evaluation.answering else kind
            said = left.either(said, f"{said}-ways") if kind == "to-check" else said
            what = changed(proposed=left.proposes())
            heading = self.say(f"find-out.{said}", counted=counted, count=kinds[kind], what=what)
            yield from self._by_what_was_said(heading, group) if kind == "to-check" else [(heading, group)]

    def _by_what_was_said(self, heading: str, group: list[SettlePart]) -> Iterator[tuple[str, list[SettlePart]]]:
        """Set those that no screen ever put, which may be known, before those answered « I do not know »."""
        new = [part for part in group if not part.asked]
        never = "never-asked-with" if 0 < len(new) < len(group) else "never-asked"
        for key, found in ((never, new), ("unknown", [part for part in group if part.asked])):
            if found:
                yield "\n".join((*([heading] if found is new or not new else []), self.say(f"find-out.{key}"))), found

    def _line(self, part: SettlePart) -> Line[FactKey]:
        key = (part.fact, part.of[0] if part.of else None)
        asked = (f"  ({self.say('find-out.said-unknown')})", "$text-warning") if part.asked else ""
        where = f"\n    {part.where}" if part.where else ""
        note = remark_on(self.session.consultation, key)
        noted = "".join(f"\n    {line}" for line in note_lines(self.voice, note))
        parts = ("☐ ", (part.question, "bold"), asked, (where, "$text-muted"), (noted, "$text-accent"))
        return Line(Content.assemble(*parts), key)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer what was found out; what comes next is then under the cursor, though nobody knew this one."""
        lines = self.query_one(Lines)
        fact, of = lines.target_at(event.option_index) or ("", None)
        if fact in self.advisor.base.facts:
            self.answer_point(fact, of, lambda: lines.go_past(event.option_index))

    def action_answer(self) -> None:
        """Answer the point under the cursor."""
        self.query_one(Lines).action_select()

    def action_note(self) -> None:
        """Note something beside the point under the cursor."""
        target = self.query_one(Lines).target
        if target is not None:
            self.ask_note(target, unknown=True)

    def action_export_list(self) -> None:
        """Ask for the file in which to write the list; in a browser, hand it over."""
        if not self.app.is_web:
            self.app.push_screen(ListFileScreen())
            return
        session, language = self.session, self.language

        def make(path: Path) -> None:
            under_lock(lambda: write_list(session.consultation, session.name, language, path, overwrite=False))

        deliver(self.advisor, f"{session.held.slug}-{self.say('find-out.file')}{SUFFIXES[0]}", make)
