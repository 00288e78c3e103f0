"""The conclusions: the course, then one tab a subject; everything about the line under the cursor."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import OptionList, Tabs

from petr_advisor.documents.layout.pen import Pen
from petr_advisor.explaining.explanations import how, why_not
from petr_advisor.tui.actions import bindings
from petr_advisor.tui.block_lines import Target, block_lines, points_of
from petr_advisor.tui.choosing import Choice, basis, explained, option_of, question_of
from petr_advisor.tui.conclusions import ANSWER, COURSE, Entry, clashes, course, subject, tabs, told_of, unasked
from petr_advisor.tui.delivering import deliver_drafts
from petr_advisor.tui.evaluator import Evaluation
from petr_advisor.tui.in_footer import in_conclusions
from petr_advisor.tui.online import show_address
from petr_advisor.tui.screens.base import AdvisorScreen
from petr_advisor.tui.screens.compare import CompareScreen
from petr_advisor.tui.screens.drafts import DraftsScreen
from petr_advisor.tui.screens.export import ExportScreen
from petr_advisor.tui.screens.find_out import FindOutScreen
from petr_advisor.tui.screens.norm import LawScreen
from petr_advisor.tui.screens.plan import PlanScreen
from petr_advisor.tui.widgets.banner import Banner, names_of
from petr_advisor.tui.widgets.keys import Keys
from petr_advisor.tui.widgets.lines import Line, Lines
from petr_advisor.tui.widgets.subject_tabs import SubjectTabs
from petr_advisor.words.texts import Language


class OutcomesScreen(AdvisorScreen[None]):
    """Shows what follows from the answers."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "how", "why_not", "law", "steps", "compare", "plan", "choose", "undo", "redo", "export", "drafts", "document",
        "copy", "answers", "find_out", "form", "members", "territory", "acts", "seats", "next_tab", "previous_tab",
        "scope", "project", "another", "language", "help", "close", "quit",
    )  # fmt: skip
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
        self._chose: Choice | None = None
        """The choice just made, until what it changes is told."""
        self._detailed: Entry | None = None
        """The line of which the details are shown."""
        self._unfolded: set[str] = set()
        """The subjects whose options that are ruled out are shown."""

    def compose(self) -> ComposeResult:
        """Lay out the tabs, the lines, then the details."""
        yield Banner()
        yield SubjectTabs(names := tabs(self.session.consultation.key_questions))
        with Container(classes="panes"):
            yield Lines(id="options")
            yield Lines(id="details")
        yield Keys(*in_conclusions(names, self.advisor.base))

    def on_mount(self) -> None:
        """Fill and put the cursor on the first line; on an answer to correct where some exclude each other."""
        self.query_one("#options", Lines).focus()
        self.show()

    @property
    def evaluation(self) -> Evaluation | None:
        """The last evaluation."""
        return self.session.evaluation

    @property
    def tab(self) -> str:
        """The tab in front: a key question, or the course."""
        tabs = self.query_one(SubjectTabs)
        return tabs.active or (COURSE if tabs.display else self.session.consultation.key_questions[0])

    async def _change_tabs(self, names: Sequence[str]) -> None:
        """Have the tabs of the key questions asked now: they may be changed in flight."""
        if await self.query_one(SubjectTabs).offer(names):
            self.query_one(Keys).offer(in_conclusions(names, self.advisor.base))

    @property
    def words_in_sight(self) -> str:
        """What is told of the line under the cursor."""
        return "\n".join(lines.words for lines in self.query(Lines))

    def show(self) -> None:
        """Fill both panes; until the conclusions have been put into words, what was shown stays."""
        super().show()
        asked = self.session.consultation.key_questions
        titles = {key: names_of(self.advisor, (key,)) for key in asked}
        course_names = self.say("outcomes.course"), self.say("outcomes.course-short")
        self.query_one(SubjectTabs).name_them({COURSE: course_names, **titles})
        self.call_later(self._change_tabs, tabs(asked))
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
        self._tell_choice(pen)
        self._fill_lines(keep=same)
        if clashing and self.query_one("#details", Lines).go_to("clash") and self.is_current:
            self.query_one("#details", Lines).focus()

    def _tell_choice(self, pen: Pen) -> None:
        """Say which other answers a choice has changed."""
        if self._chose is not None:
            changed, self._chose = self._chose.changed(pen), None
            self.advisor.tell("outcomes.chosen-changes" if changed else "outcomes.chosen-alone", questions=changed)

    def _fill_lines(self, *, keep: bool) -> None:
        if self._pen is not None:
            options = self.query_one("#options", Lines)
            options.fill(self._lines(self._pen), keep=keep)
            if not keep:
                options.go_to(ANSWER, from_top=True)
            self._show_details(keep=keep)

    def _lines(self, pen: Pen) -> list[Line[Entry]]:
        if self._clashing:
            return list(clashes(pen))
        questions = pen.report.questions
        asked = next((question for question in questions if question.id == self.tab), None)
        if asked is None:
            told = list(course(pen))
        else:
            told = list(subject(pen, asked, alone=len(questions) == 1, unfolded=asked.id in self._unfolded))
        if self.session.fault is not None or self.session.waiting:
            stale = "failed.stale" if self.session.fault is not None else "outcomes.stale"
            return [Line(Content(self.say(stale)).stylize("bold $text-warning")), *told]
        left = list(unasked(pen, self.evaluation))
        # Where an answer is left open they come first; what is proposed is read before what may still change it.
        return [*left, *told] if any(each.verdict == "to_settle" for each in questions) else [*told, *left]

    def _show_details(self, *, keep: bool) -> None:
        pen, entry = self._pen, self._entry
        self._detailed = entry
        if pen is None or entry is None:
            self.query_one("#details", Lines).fill([])
            return
        button = self.say("outcomes.correct" if self._clashing else "outcomes.answer-it")
        found = list(block_lines(told_of(pen, entry), button, points_of(pen.report)))
        if self._clashing:
            found = [replace(line, section="clash" if line.target and line.target.facts else "") for line in found]
        self.query_one("#details", Lines).fill(found, keep=keep)

    @property
    def _entry(self) -> Entry | None:
        target = self.query_one("#options", Lines).target
        return target if isinstance(target, Entry) else None

    @property
    def _option(self) -> str | None:
        """The option under the cursor; of an answer of the course, the one that it goes on with."""
        return option_of(self._pen, self._entry)

    # -- moving and opening ------------------------------------------------------------------------------------

    @on(Tabs.TabActivated)
    def _turned(self) -> None:
        self._fill_lines(keep=False)
        self.query_one("#options", Lines).focus()

    @on(OptionList.OptionHighlighted, "#options")
    def _moved(self) -> None:
        """Tell of the line come to; of the same one, as on coming back from a screen above, it is told already."""
        if self._entry != self._detailed:
            self._show_details(keep=False)

    @on(OptionList.OptionSelected, "#options")
    def _chosen(self) -> None:
        """Go to the details of the line; a fold is folded or unfolded, an answer of the course leads to its tab."""
        entry, details = self._entry, self.query_one("#details", Lines)
        if entry is not None and entry.kind == "fold":
            self._unfolded ^= {entry.key}
            self._fill_lines(keep=True)
        elif entry is not None and entry.kind == "question":
            self.query_one(SubjectTabs).active = entry.key
        else:
            if self._clashing:
                details.go_to("clash")
            details.focus()

    @on(OptionList.OptionSelected, "#details")
    def _opened(self) -> None:
        target = self.query_one("#details", Lines).target
        if not isinstance(target, Target):
            return
        if len(target.facts) == 1:
            self.answer_point(*target.facts[0])
        elif target.facts:
            self.app.push_screen(FindOutScreen((target.how or "").partition(":")[2]))
        else:
            self.action_law()

    def action_law(self) -> None:
        """Open the paragraphs of the line of the details under the cursor."""
        target = self.query_one("#details", Lines).target
        norms = target.norms or basis(self._pen, target.how) if isinstance(target, Target) else ()
        if norms:
            self.app.push_screen(LawScreen(norms))
        else:
            self.advisor.tell("outcomes.no-norm")

    def on_key(self, event: events.Key) -> None:
        """Turn to the tab whose number is pressed."""
        names = tabs(self.session.consultation.key_questions)
        if event.character and event.character in "123456789" and 1 < len(names) >= int(event.character):
            self.query_one(SubjectTabs).active = names[int(event.character) - 1]

    def action_next_tab(self) -> None:
        """Turn to the next subject."""
        self.query_one(SubjectTabs).action_next_tab()

    def action_previous_tab(self) -> None:
        """Turn to the subject before."""
        self.query_one(SubjectTabs).action_previous_tab()

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
        if details.go_to(f"steps-{self._option}"):
            details.focus()
        else:
            self.advisor.tell("outcomes.no-steps")

    def action_compare(self) -> None:
        """Show the options side by side."""
        if self._pen is not None and not self._clashing:
            self.app.push_screen(CompareScreen(None if self.tab == COURSE else self.tab))

    def action_plan(self) -> None:
        """Show the plan of the course in time."""
        if self._pen is not None and not self._clashing:
            self.app.push_screen(PlanScreen())

    def action_copy(self) -> None:
        """Copy what is told of the line under the cursor."""
        self.copy_words(self.query_one("#details", Lines).words)

    def action_document(self) -> None:
        """Open the report written last."""
        written = self.session.document
        if written is None:
            self.advisor.tell("online.no-document")
        else:
            show_address(self.advisor, written.as_uri(), str(written))

    # -- explaining --------------------------------------------------------------------------------------------

    def _held_back(self, evaluation: Evaluation) -> bool:
        if evaluation.clashes:
            self.advisor.tell("panel.held-back", warning=True)
        return bool(evaluation.clashes)

    def action_how(self) -> None:
        """Explain the line under the cursor, or the option; on a line above the answers, what is proposed."""
        evaluation, key = self.evaluation, explained(self._pen, self._entry, self.tab)
        if evaluation is None or self._held_back(evaluation):
            return
        if key is None:
            self.advisor.tell("outcomes.none")
            return
        conclusion = f"option:{key}"
        details = self.query_one("#details", Lines)
        if self.focused is details and isinstance(details.target, Target):
            if details.target.how is None:
                self.advisor.tell("outcomes.none")
                return
            conclusion = details.target.how
        case = evaluation.consultation if conclusion.startswith("duty:") else evaluation.weighed_in(key)
        self.advisor.explain("tree.how", lambda: how(case, conclusion))

    def action_why_not(self) -> None:
        """Explain why the option is not open."""
        evaluation, key = self.evaluation, self._option
        if evaluation is None or self._held_back(evaluation):
            return
        if key is None:
            self.advisor.tell("outcomes.none")
            return
        if self._pen and (option := self._pen.option(key)) and option.status == "open":
            self.advisor.tell("outcomes.open-already")
            return
        self.advisor.explain("tree.why-not", lambda: why_not(evaluation.weighed_in(key), key))

    def action_export(self) -> None:
        """Ask where to write the report."""
        self.app.push_screen(ExportScreen())

    def action_drafts(self) -> None:
        """Ask where to write the drafts of the acts, or hand them over; none while answers exclude each other."""
        if self.evaluation is not None and not self._held_back(self.evaluation):
            if self.app.is_web:
                deliver_drafts(self.advisor, self.session)
            else:
                self.app.push_screen(DraftsScreen())

    def action_choose(self) -> None:
        """Choose the option for its key question, or take the choice back."""
        pen, key = self._pen, self._option
        question = question_of(pen, key)
        if pen is None or key is None or question is None:
            self.advisor.tell("outcomes.no-way", warning=True)
            return
        consultation = self.session.consultation
        again = consultation.state.chosen.get(question) == key
        self._chose = None if again else Choice(question, pen)
        self.advisor.said(consultation.choose(question, None if again else key))
        self.show()
        if again:
            self.advisor.tell("outcomes.not-chosen")
