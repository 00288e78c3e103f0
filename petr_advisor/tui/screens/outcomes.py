"""The outcomes: options ranked, and everything about the one under the cursor."""

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import OptionList

from petr_advisor.consulting.asking import Question
from petr_advisor.consulting.outcomes import OptionOutcome
from petr_advisor.explaining.explanations import how, why_not
from petr_advisor.tui.actions import bindings
from petr_advisor.tui.evaluator import Evaluation
from petr_advisor.tui.option_lines import Target, Writer
from petr_advisor.tui.screens.base import AdvisorScreen
from petr_advisor.tui.screens.change import ChangeScreen
from petr_advisor.tui.screens.export import ExportScreen
from petr_advisor.tui.screens.norm import LawScreen
from petr_advisor.tui.widgets.banner import Banner
from petr_advisor.tui.widgets.keys import Keys
from petr_advisor.tui.widgets.lines import Line, Lines
from petr_advisor.tui.widgets.shaping import STATUS_STYLE
from petr_advisor.words.speech import told
from petr_advisor.words.voice import STATUS_SYMBOL


class OutcomesScreen(AdvisorScreen[None]):
    """Shows what follows from the answers."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "how",
        "why_not",
        "steps",
        "choose",
        "export",
        "answers",
        "members",
        "seats",
        "language",
        "help",
        "close",
        "quit",
    )
    HELP_KEY = "help.outcomes"
    TITLE_KEY = "outcomes.title"

    def __init__(self) -> None:
        super().__init__()
        self._clashing = False
        """Whether answers that exclude each other stand in place of conclusions."""

    def compose(self) -> ComposeResult:
        """Lay out the options, then the details."""
        yield Banner()
        with Container(classes="panes"):
            yield Lines(id="options")
            yield Lines(id="details")
        yield Keys(
            "open",
            "other_pane",
            "how",
            "why_not",
            "steps",
            "choose",
            "export",
            "answers",
            "seats",
            "language",
            "help",
            "close",
        )

    def on_mount(self) -> None:
        """Fill and put the cursor on the first option; on an answer to correct where some exclude each other."""
        self.query_one("#options", Lines).focus()
        self.show()

    @property
    def evaluation(self) -> Evaluation | None:
        """The last evaluation."""
        return self.session.evaluation

    def show(self) -> None:
        """Fill both panes."""
        super().show()
        if self.evaluation is None:
            fault = self.session.fault
            words = f"{self.say('failed.title')} {fault.told(self.language)}" if fault else self.say("question.wait")
            self.query_one("#options", Lines).fill([Line(Content(words))])
            return
        clashing = bool(self.evaluation.clashes)
        lines = self._clashes(self.evaluation) if clashing else self._options(self.evaluation)
        same = clashing == self._clashing
        self._clashing = clashing
        self.query_one("#options", Lines).fill(lines, keep=same)
        self._show_details(keep=same)
        if clashing and self.query_one("#details", Lines).go_to("clash") and self.is_current:
            self.query_one("#details", Lines).focus()

    def _clashes(self, evaluation: Evaluation) -> list[Line[str]]:
        """Give the answers that exclude each other in place of conclusions."""
        heading = Line[str](Content(self.text(told("clash.held-back"))).stylize("bold $text-warning"))
        found = [Line(Content(f" ⚠ {self.text(clash.message)}"), f"clash:{clash.id}") for clash in evaluation.clashes]
        return [heading, *found]

    def _options(self, evaluation: Evaluation) -> list[Line[str]]:
        lines: list[Line[str]] = []
        if self.session.fault is not None:
            lines.append(Line(Content(self.say("failed.stale")).stylize("bold $text-warning")))
        for answer in evaluation.outcomes:
            if len(evaluation.outcomes) > 1:
                heading = self.text(self.advisor.base.key_questions[answer.id].title)
                lines.append(Line(Content(heading).stylize("bold underline")))
            lines += self._decision(evaluation, answer.id)
            together = self.advisor.base.key_questions[answer.id].together
            if together and len(answer.routes) > 1:
                lines.append(Line(Content(self.text(together)).stylize("dim")))
            ranks = [found.rank for found in answer.routes]
            for found in answer.routes:
                place = list(dict.fromkeys(ranks)).index(found.rank) + 1
                lines.append(self._option(found, place, tie=ranks.count(found.rank) > 1))
            staying = [found for found in answer.staying if found.status != "closed"]
            if staying:
                lines.append(Line(Content(self.say("outcomes.staying")).stylize("dim")))
                lines += [self._option(found, None, tie=False) for found in staying]
            if answer.absent:
                lines.append(Line(Content(self.say("outcomes.absent")).stylize("dim")))
                for key, days in answer.absent:
                    title = self.text(self.advisor.base.options[key].title)
                    words = f" {STATUS_SYMBOL['not_in_force']}   {title} ({self.voice.period(days)})"
                    lines.append(Line(Content(words).stylize("dim"), key))
        return lines

    def _decision(self, evaluation: Evaluation, question: str) -> Iterator[Line[str]]:
        """Say the answer first; with several questions, the sentence to vote on only."""
        answer = evaluation.answers[question]
        yield Line(Content(self.text(answer.decision)).stylize("bold $text-accent"))
        if answer.meaning and len(evaluation.outcomes) == 1:
            yield Line(Content(self.text(answer.meaning)))

    def _option(self, found: OptionOutcome, place: int | None, *, tie: bool) -> Line[str]:
        shut = found.status in {"closed", "not_in_force"}
        placed = place is not None and not shut and found.status != "undetermined"
        number = f"{place}" if placed else " "
        notes = [self.voice.status(found.status)]
        notes += [self.say("outcomes.tie")] if tie and placed else []
        notes += ["⚖"] if found.disputed else []
        chosen = found.id in self.session.consultation.state.chosen.values()
        notes += [f"✓ {self.say('outcomes.chosen')}"] if chosen else []
        style = STATUS_STYLE[found.status]
        content = Content.assemble(
            (f" {STATUS_SYMBOL[found.status]} {number} ", style),
            (self.text(found.option.title), "" if shut else "bold"),
            (f"  {' · '.join(notes)}", style),
        )  # fmt: skip
        return Line(content, found.id)

    def _show_details(self, *, keep: bool) -> None:
        evaluation, key = self.evaluation, self.query_one("#options", Lines).target
        if evaluation is None or key is None:
            return
        writer = Writer(self.advisor.base, evaluation, self.voice)
        if evaluation.clashes:
            clash = next((found for found in evaluation.clashes if f"clash:{found.id}" == key), evaluation.clashes[0])
            self.query_one("#details", Lines).fill(writer.clash(clash), keep=keep)
            return
        outcome = self._outcome(key)
        lines = list(writer.details(outcome)) if outcome else list(self._absent(key))
        self.query_one("#details", Lines).fill([*lines, *writer.common(key)], keep=keep)

    def _absent(self, key: str) -> list[Line[Target]]:
        option = self.advisor.base.options[key]
        words = [self.text(option.title), self.voice.period(self.advisor.base.option_period(option))]
        return [Line(Content(word), Target(option.norms)) for word in (*words, self.text(option.summary))]

    def _outcome(self, key: str) -> OptionOutcome | None:
        evaluation = self.evaluation
        answers = evaluation.outcomes if evaluation else ()
        return next((found for answer in answers if (found := answer.option(key))), None)

    # -- moving and opening ------------------------------------------------------------------------------------

    @on(OptionList.OptionHighlighted, "#options")
    def _moved(self) -> None:
        self._show_details(keep=False)

    @on(OptionList.OptionSelected, "#options")
    def _to_details(self) -> None:
        details = self.query_one("#details", Lines)
        if self._clashing:
            details.go_to("clash")
        details.focus()

    @on(OptionList.OptionSelected, "#details")
    def _opened(self) -> None:
        target = self.query_one("#details", Lines).target
        if not isinstance(target, Target):
            return
        if target.fact is not None:
            self._answer(target.fact)
        elif target.norms:
            self.app.push_screen(LawScreen(target.norms))
        else:
            self.advisor.tell("outcomes.no-norm")

    def _answer(self, key: tuple[str, str | None]) -> None:
        kind = self.advisor.base.facts[key[0]]
        if kind.entity is not None:
            self.call_later(self.run_action, "app.members")
        else:
            self.app.push_screen(ChangeScreen(Question(key[0], key[1], kind, 1)))

    def action_other_pane(self) -> None:
        """Go to the other pane."""
        self.focus_next()

    def action_open(self) -> None:
        """Open the line under the cursor."""
        if isinstance(self.focused, Lines):
            self.focused.action_select()

    def action_steps(self) -> None:
        """Go to the steps of the option."""
        details = self.query_one("#details", Lines)
        if details.go_to("steps"):
            details.focus()

    def _held_back(self, evaluation: Evaluation) -> bool:
        if evaluation.clashes:
            self.advisor.tell("panel.held-back", warning=True)
        return bool(evaluation.clashes)

    def action_how(self) -> None:
        """Explain the line under the cursor, or the option."""
        evaluation, key = self.evaluation, self.query_one("#options", Lines).target
        if evaluation is None or key is None or self._held_back(evaluation):
            return
        conclusion = f"option:{key}"
        details = self.query_one("#details", Lines)
        if self.focused is details and isinstance(details.target, Target):
            if details.target.how is None:
                self.advisor.tell("outcomes.none")
                return
            conclusion = details.target.how
        self.advisor.explain("tree.how", lambda: how(evaluation.consultation, conclusion))

    def action_why_not(self) -> None:
        """Explain why the option is not open."""
        evaluation, key = self.evaluation, self.query_one("#options", Lines).target
        if evaluation is None or key is None or self._held_back(evaluation):
            return
        outcome = self._outcome(key)
        if outcome is not None and outcome.status == "open":
            self.advisor.tell("outcomes.open-already")
            return
        self.advisor.explain("tree.why-not", lambda: why_not(evaluation.consultation, key))

    def action_export(self) -> None:
        """Ask where to write the report."""
        self.app.push_screen(ExportScreen())

    def action_choose(self) -> None:
        """Choose the option for its key question, or take the choice back."""
        key = self.query_one("#options", Lines).target
        outcome = self._outcome(key) if key else None
        if outcome is None:
            return
        question = outcome.option.answers
        consultation = self.session.consultation
        again = consultation.state.chosen.get(question) == key
        self.advisor.said(consultation.choose(question, None if again else key))
        if again:
            self.advisor.tell("outcomes.not-chosen")
