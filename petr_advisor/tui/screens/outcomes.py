"""The outcomes: options ranked, and everything about the one under the cursor."""

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import OptionList

from petr_advisor.consulting.asking import Question
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.blocks import Block, Bullets, Run, words
from petr_advisor.documents.layout.back import settle
from petr_advisor.documents.layout.middle import duties_on_way
from petr_advisor.documents.layout.options import absent_in_full, absent_in_short, in_full, in_short
from petr_advisor.documents.layout.pen import Pen
from petr_advisor.documents.layout.running import headlines, running_of
from petr_advisor.documents.layout.summary import answer, conflict
from petr_advisor.documents.model_options import QuestionPart
from petr_advisor.explaining.explanations import how, why_not
from petr_advisor.inference.facts import FactKey
from petr_advisor.tui.actions import bindings
from petr_advisor.tui.block_lines import Target, block_lines, content
from petr_advisor.tui.delivering import deliver, in_one_file
from petr_advisor.tui.evaluator import Evaluation
from petr_advisor.tui.screens.base import AdvisorScreen
from petr_advisor.tui.screens.change import ChangeScreen
from petr_advisor.tui.screens.drafts import DraftsScreen
from petr_advisor.tui.screens.export import ExportScreen
from petr_advisor.tui.screens.norm import LawScreen
from petr_advisor.tui.widgets.banner import Banner
from petr_advisor.tui.widgets.keys import Keys
from petr_advisor.tui.widgets.lines import Line, Lines
from petr_advisor.words.texts import Language


class OutcomesScreen(AdvisorScreen[None]):
    """Shows what follows from the answers."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "how",
        "why_not",
        "steps",
        "choose",
        "export",
        "drafts",
        "answers",
        "find_out",
        "members",
        "acts",
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
        self._pen: Pen | None = None
        """What lays out the conclusions shown."""
        self._awaited: tuple[Evaluation, Language] | None = None
        """What is being put into words."""

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
            "drafts",
            "answers",
            "find_out",
            "acts",
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
        """Fill both panes; until the conclusions have been put into words, what was shown stays."""
        super().show()
        if self.evaluation is None:
            fault = self.session.fault
            words = f"{self.say('failed.title')} {fault.told(self.language)}" if fault else self.say("question.wait")
            self.query_one("#options", Lines).fill([Line(Content(words))])
        elif self.language in self.evaluation.told:
            self._fill(self.evaluation.told[self.language])
        elif self._awaited != (self.evaluation, self.language):
            self._awaited = (self.evaluation, self.language)
            if self._pen is None:
                self.query_one("#options", Lines).fill([Line(Content(self.say("question.wait")))])
            self.advisor.tell_conclusions(self.evaluation, self.language)

    def _fill(self, pen: Pen) -> None:
        clashing = bool(pen.report.conflicts)
        same = self._pen is not None and clashing == self._clashing
        self._pen, self._awaited = pen, None
        self._clashing = clashing
        self.query_one("#options", Lines).fill(self._clashes(pen) if clashing else self._options(pen), keep=same)
        self._show_details(keep=same)
        if clashing and self.query_one("#details", Lines).go_to("clash") and self.is_current:
            self.query_one("#details", Lines).focus()

    def _clashes(self, pen: Pen) -> list[Line[str]]:
        """Give the answers that exclude each other in place of conclusions."""
        heading = Line[str](Content(self.say("clash.held-back")).stylize("bold $text-warning"))
        found = enumerate(pen.report.conflicts)
        return [heading, *(Line(Content(f" ⚠ {clash.text}"), str(number)) for number, clash in found)]

    def _options(self, pen: Pen) -> list[Line[str]]:
        """Give, for each key question, its answer, then its options."""
        found: list[Line[str]] = []
        if self.session.fault is not None:
            found.append(Line(Content(self.say("failed.stale")).stylize("bold $text-warning")))
        found += [Line(content(*each).stylize("bold")) for each in headlines(pen)]
        several = len(pen.report.questions) > 1
        for question in pen.report.questions:
            if several:
                found.append(Line(content(Run(text=question.title)).stylize("bold underline")))
            found += self._answer_to(pen, question, brief=several)
            found += [Line(content(*in_short(pen, option)), option.id) for option in question.options]
            if question.absent:
                found.append(Line(content(Run(text=pen.phrase("absent"), style="note"))))
            found += [Line(content(*absent_in_short(each)).stylize("dim"), each.id) for each in question.absent]
        return found

    def _answer_to(self, pen: Pen, question: QuestionPart, *, brief: bool) -> Iterator[Line[str]]:
        """Say the answer first; with several questions, the sentence to vote on only."""
        decision, *meaning = answer(pen, question).lines
        yield Line(content(*decision).stylize("$text-accent"))
        yield from (Line(content(*line)) for line in meaning if words(line) and not brief)

    def _show_details(self, *, keep: bool) -> None:
        pen, key = self._pen, self.query_one("#options", Lines).target
        if pen is None or key is None:
            return
        if self._clashing:
            blocks = [Bullets(items=(conflict(pen, pen.report.conflicts[int(key)]),))]
            found = [
                replace(line, section="clash" if line.target and line.target.fact else "")
                for line in block_lines(blocks, self.say("outcomes.correct"))
            ]
        else:
            found = list(block_lines(self._told_of(pen, key), self.say("outcomes.answer-it")))
        self.query_one("#details", Lines).fill(found, keep=keep)

    @staticmethod
    def _told_of(pen: Pen, key: str) -> Iterator[Block]:
        """Lay out an option, the duties met on its way and in any case, and the points to settle."""
        yield from running_of(pen, key)
        if option := pen.option(key):
            yield from in_full(pen, option)
        else:
            absent = (each for question in pen.report.questions for each in question.absent if each.id == key)
            yield from (block for each in absent for block in absent_in_full(pen, each))
        yield from duties_on_way(pen, key)
        yield from settle(pen)

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
        elif norms := target.norms or self._basis(target.how):
            self.app.push_screen(LawScreen(norms))
        else:
            self.advisor.tell("outcomes.no-norm")

    def _basis(self, conclusion: str | None) -> tuple[str, ...]:
        """Give the norms that an option rests on."""
        option = self._pen.option((conclusion or "").removeprefix("option:")) if self._pen else None
        return tuple(citation.norm for citation in option.citations) if option else ()

    def _answer(self, key: FactKey) -> None:
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
        if details.go_to(f"steps-{self.query_one('#options', Lines).target}"):
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
        case = evaluation.consultation if conclusion.startswith("duty:") else self._weighed_in(evaluation, key)
        self.advisor.explain("tree.how", lambda: how(case, conclusion))

    def action_why_not(self) -> None:
        """Explain why the option is not open."""
        evaluation, key = self.evaluation, self.query_one("#options", Lines).target
        if evaluation is None or key is None or self._held_back(evaluation):
            return
        option = self._pen.option(key) if self._pen else None
        if option is not None and option.status == "open":
            self.advisor.tell("outcomes.open-already")
            return
        self.advisor.explain("tree.why-not", lambda: why_not(self._weighed_in(evaluation, key), key))

    @staticmethod
    def _weighed_in(evaluation: Evaluation, option: str) -> Consultation:
        """Give the case in which an option is weighed: that which the answers before its question leave."""
        found = evaluation.consultation
        return found.course.case_of(found.base.options[option].answers)

    def action_export(self) -> None:
        """Ask where to write the report."""
        self.app.push_screen(ExportScreen())

    def action_drafts(self) -> None:
        """Ask where to write the drafts of the acts, or hand them over; none while answers exclude each other."""
        if self.evaluation is None or self._held_back(self.evaluation):
            return
        if not self.app.is_web:
            self.app.push_screen(DraftsScreen())
            return
        from petr_advisor.tui.drafting import write  # noqa: PLC0415 - only here are the drafts' libraries needed

        session, language = self.session, self.language
        name = f"{session.held.path.stem}-{self.say('drafts.folder')}.zip"
        deliver(
            self.advisor,
            name,
            in_one_file(lambda folder: write(session.consultation, session.name, language, folder)),
            begins="drafts.writing",
        )

    def action_choose(self) -> None:
        """Choose the option for its key question, or take the choice back."""
        pen, key = self._pen, self.query_one("#options", Lines).target
        found = pen.report.questions if pen else ()
        question = next((each.id for each in found for option in each.options if option.id == key), None)
        if key is None or question is None:
            return
        consultation = self.session.consultation
        again = consultation.state.chosen.get(question) == key
        self.advisor.said(consultation.choose(question, None if again else key))
        if again:
            self.advisor.tell("outcomes.not-chosen")
