"""The consultation as plain prompts: for pipes, screen readers and terminals without a full screen."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import get_args

from petr_advisor.consulting.answers import Remark
from petr_advisor.consulting.asking import Detail, Question
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.knowable import is_answered
from petr_advisor.consulting.last_said import before_last_said
from petr_advisor.documents.texts import conclusions_text
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.explaining.remark_words import remark_on
from petr_advisor.inference.engines import notice
from petr_advisor.inference.facts import FactKey, Value
from petr_advisor.prompts.plain_acts import ActsPrompt
from petr_advisor.prompts.plain_another import AnotherPrompt, Begin
from petr_advisor.prompts.plain_beside import BesidePrompt
from petr_advisor.prompts.plain_checklist import ChecklistPrompt
from petr_advisor.prompts.plain_clashes import ClashesPrompt
from petr_advisor.prompts.plain_forms import FormsPrompt, next_in
from petr_advisor.prompts.plain_lists import ListsPrompt
from petr_advisor.prompts.plain_members import MembersPrompt
from petr_advisor.prompts.plain_offer import at_end, offer, without_question
from petr_advisor.prompts.plain_progress import ProgressPrompt
from petr_advisor.prompts.plain_question import QuestionPrompt, refused
from petr_advisor.prompts.plain_scope import ScopePrompt
from petr_advisor.prompts.plain_told import law_of, standing, why_asked
from petr_advisor.prompts.stopping import Quit
from petr_advisor.territory.register import Register
from petr_advisor.typed.figures import place
from petr_advisor.typed.refusals import MAX_TYPED, Proposal, TypedError
from petr_advisor.typed.values import read, says_unknown
from petr_advisor.typed.yes_no import yes_or_no
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import Voice

OF_ANY_QUESTION = frozenset("rcqvtfal=u+")
"""The commands that a checklist has as any question does."""


@dataclass
class Plain:
    """A consultation held line by line."""

    consultation: Consultation
    language: Language
    read: Callable[[], str]
    """Gives the next line typed; raises EOFError at the end."""
    write: Callable[[str], None]
    keep: Callable[[Consultation], object]
    """Called after every answer, to save; a PetrAdvisorError is told, and the answer stays."""
    register: Callable[[date], Register] | None = None
    """Gives the register nearest to a date of law, which may be changed in flight; a PetrAdvisorError is told."""
    copy: Begin | None = None
    """Begins a copy of the dossier, in which one then goes on."""
    kept: bool = False
    """Whether what was said last is saved."""
    _before: list[Consultation] = field(default_factory=list)
    """The consultations before each thing said in this sitting."""
    _notes: dict[FactKey, Remark] = field(default_factory=dict)
    """Notes beside questions not answered yet."""
    _wanted: tuple[Detail, ...] = ()
    """The details wished for so far."""
    _form: str | None = None
    """The subject whose questions are asked first, decisive or not."""
    _whole: set[FactKey] = field(default_factory=set)
    """The questions of which every choice is told."""
    _reminders: int = 3
    """Below how many questions it is still said how not to know."""
    _subject: str | None = None
    """The key question that the last question helps to answer."""

    def __post_init__(self) -> None:
        """Prepare to tell clashes, each once, and how far one is."""
        self._clashes = ClashesPrompt(self.read, self.write, self.language)
        self._progress = ProgressPrompt(self.write, self.language)

    def hold(self) -> Consultation:
        """Ask until nothing useful is left or the person stops, then give the conclusions."""
        self.write(self._phrase("plain.notice"))
        self.write(self._phrase("plain.help"))
        try:
            while self._go_round():
                self._tell_clashes()
        except (Quit, EOFError):
            pass
        else:
            self.write(self._phrase("plain.stopped"))
        self.write(conclusions_text(self.consultation, self.language))
        return self.consultation

    def _go_round(self) -> bool:
        """Put the next question or, where none is left, offer what can still be done; tell whether one goes on."""
        if (question := self._next()) is not None:
            self._put(question)
            return True
        if self.consultation.left.details and not self.consultation.clashes:
            return self._offer()
        at_end(self.write, self._voice, self.consultation)
        return self._without_question(self.read().strip().lower(), "plain.no-letter")

    def _next(self) -> Question | None:
        """Give the question to ask now: one of the subject gone to, as long as some are left there."""
        if self._form is not None and (question := next_in(self.consultation, self._form)) is not None:
            return question
        if self._form is not None:
            self._form = None
            self.write(self._phrase("form.done"))
        return self.consultation.next_question_for(*self._wanted)

    def _phrase(self, key: str, **fields: object) -> str:
        return self._voice.phrase(key, **fields)

    @property
    def _voice(self) -> Voice:
        return Voice(self.language, in_print=False)

    def _put(self, question: Question) -> None:
        """Ask what is wanted now: a question by itself, or the lines of a checklist that matter as much."""
        group = self.consultation.agenda.together(question)
        if len(group) == 1:
            self._ask(question)
            return
        to_settle = self._progress.to_settle(question, self.consultation)
        self._announce(question)
        prompt = ChecklistPrompt(self.write, self.language, self.consultation, group)
        prompt.present(to_settle)
        self._remind()
        typed = self.read().strip()
        try:
            if prompt.which(typed):
                return
            if (meant := prompt.command(typed)) is not None:
                prompt.whole(meant[0])
                self._reply(*meant)
            elif typed.lower() == "s":
                self._then(prompt.put_off())
            elif not typed or typed.lower() in OF_ANY_QUESTION:
                self._reply(question, typed)
            else:
                held, left = prompt.taken(typed, self._remark)
                if held is not self.consultation:
                    self._then(held)
                for each in left:
                    self._ask(each)
        except PetrAdvisorError as error:
            self.write(f"! {error.told(self.language)}")

    def _ask(self, question: Question) -> None:
        self._present(question)
        self._reply(question, self.read().strip())

    def _reply(self, question: Question, typed: str) -> None:
        """Do what was typed below a question: a command, or an answer."""
        if len(typed) > MAX_TYPED:
            self.write(f"! {self._phrase('typed.too-long', most=MAX_TYPED)}")
            return
        commands: dict[str, Callable[[Question], object]] = {
            "p": self._why, "d": self._law, "c": self._conclusions, "s": self._skip, "v": self._acts,
            "t": self._territory, "n": self._note, "f": self._find_out, "a": self._answers,
            "l": self._scope, "=": self._beside, "u": self._by_subject, "*": self._others, "+": self._another,
        }  # fmt: skip
        command = commands.get(typed.lower())
        try:
            if typed.lower() == "q":
                raise Quit
            if typed.lower() == "r":
                self._go_back()
            elif says_unknown(question.kind, typed):
                self._then(self.consultation.dont_know(*question.key, self._remark(question.key)))
            elif command is not None:
                command(question)
            elif not typed:
                self.write(f"! {self._phrase('typed.empty')}")
            elif question.kind.entity:
                self._go_on(self._members.take(self.consultation, question.kind.entity, typed))
            else:
                self._answer(question, read(question.kind, typed, self.language))
        except Proposal as proposal:
            self._propose(question, proposal)
        except PetrAdvisorError as error:
            self.write(f"! {refused(error, self._voice)}")

    def _propose(self, question: Question, proposal: Proposal) -> None:
        """Take what may be meant if the person says so; anything else typed is the answer instead."""
        self.write(f"  {self._voice.say(proposal.text)}")
        typed = self.read().strip()
        if typed and yes_or_no(typed) is not True:
            self._reply(question, typed)
            return
        try:
            self._answer(question, proposal.value)
        except PetrAdvisorError as error:
            self.write(f"! {error.told(self.language)}")

    def _answer(self, question: Question, value: Value) -> None:
        remark = self._remark(question.key)
        self._then(self.consultation.answer(question.fact, value, question.of, remark=remark))

    def _go_back(self) -> None:
        """Go back to before the last thing said, all the lines of a checklist at once."""
        before = self._before.pop() if self._before else before_last_said(self.consultation)
        self._then(before)
        self._before.pop()

    def _then(self, consultation: Consultation) -> Consultation:
        self._before.append(self.consultation)
        self.consultation = consultation
        try:
            self.keep(consultation)
        except PetrAdvisorError as error:
            self.kept = False
            self.write(f"! {error.told(self.language)}")
        else:
            self.kept = True
        return consultation

    def _offer(self) -> bool:
        """Offer the details once the ways are known; tell whether one goes on."""
        left = self.consultation.left.details
        offer(self.write, self._voice, self.consultation)
        typed = self.read().strip().lower()
        if chosen := place(typed, len(left)):
            self._wanted = (*self._wanted, list(left)[chosen - 1])
        elif typed in {"t", self._phrase("plain.all-key")}:
            self._wanted = get_args(Detail)
        else:
            return self._without_question(typed, "plain.not-there")
        return True

    def _without_question(self, typed: str, refused: str) -> bool:
        """Do what was typed where no question stands; tell whether one goes on."""
        commands: dict[str, Callable[[], object]] = {
            "r": self._go_back, "l": self._scope, "f": self._find_out, "+": self._another, "a": self._answers,
            "c": self._conclusions, "=": self._beside, "v": self._acts,
        }  # fmt: skip
        return without_question(typed, commands, self.write, refused, self._voice)

    def _tell_clashes(self) -> None:
        """Tell at once which answers exclude each other, and have the one picked corrected."""
        while (key := self._clashes.hold(self.consultation)) is not None:
            self._take_up(key)

    def _present(self, question: Question) -> None:
        if (told := notice(self.consultation.engine)) is not None:
            self.write(f"! {self._voice.say(told)}")
        to_settle = self._progress.to_settle(question, self.consultation)
        self._announce(question)
        prompt = QuestionPrompt(self.write, self.language, self.consultation)
        prompt.present(question, to_settle, whole=question.key in self._whole)
        self._remind()

    def _remind(self) -> None:
        """Say below the first questions how not to know, and how to go back."""
        if self._reminders:
            self._reminders -= 1
            self.write(f"  {self._phrase('plain.remind')}")

    def _others(self, question: Question) -> None:
        """Have every choice of the question told, those shut out too."""
        self._whole.add(question.key)

    def _announce(self, question: Question) -> None:
        """Say which key question is dealt with, when it changes and there are several."""
        subject = self.consultation.agenda.key_question_of(question)
        if subject is None or subject == self._subject or len(self.consultation.key_questions) == 1:
            return
        self._subject = subject
        title = self._voice.say(self.consultation.base.key_questions[subject].title)
        self.write(f"\n── {title} ──")

    def _why(self, question: Question) -> None:
        self.write(why_asked(self.consultation, question, self.language))

    def _law(self, question: Question) -> None:
        self.write(law_of(self.consultation, question, self.language))

    def _conclusions(self, _question: Question | None = None) -> None:
        self.write(standing(self.consultation, self.language))

    def _beside(self, _question: Question | None = None) -> None:
        BesidePrompt(self.read, self.write, self.language).hold(self.consultation)

    def _another(self, _question: Question | None = None) -> None:
        found = AnotherPrompt(self.read, self.write, self.language, self.copy).hold(self.consultation)
        if found is not None:
            self._before.clear()
            self.consultation, self.kept, self._wanted = found, True, ()

    def _acts(self, _question: Question | None = None) -> None:
        ActsPrompt(self.read, self.write, self.language, self._then).hold(self.consultation)

    def _scope(self, _question: Question | None = None) -> None:
        try:
            found = ScopePrompt(self.read, self.write, self.language).hold(self.consultation)
        except TypedError as error:
            self.write(f"! {error.told(self.language)}")
            return
        if found is not self.consultation:
            self._subject = None
            self._then(found)

    def _by_subject(self, _question: Question) -> None:
        self._form = FormsPrompt(self.read, self.write, self.language).hold(self.consultation)

    def _note(self, question: Question) -> None:
        remark = self._lists.note(self.consultation, question.key)
        if is_answered(self.consultation, question.key):
            self._then(self.consultation.annotate(question.fact, question.of, remark))
        else:
            self._notes[question.key] = remark
            self.write(f"  {self._phrase('note.waits')}")

    def _remark(self, key: FactKey) -> Remark:
        """Give what was noted beside a question, answered or still open."""
        return replace(self._notes.get(key) or remark_on(self.consultation, key), supposed=False)

    def _find_out(self, _question: Question | None = None) -> None:
        self._take_up(self._lists.find_out(self.consultation))

    def _answers(self, _question: Question | None = None) -> None:
        self._take_up(self._lists.answers(self.consultation))

    def _take_up(self, key: FactKey | None) -> None:
        """Ask a question out of turn."""
        if key is not None:
            self._ask(Question(*key, self.consultation.base.facts[key[0]], 1))

    @property
    def _lists(self) -> ListsPrompt:
        return ListsPrompt(self.read, self.write, self.language)

    def _territory(self, _question: Question) -> None:
        """Take the members before any question about them, then tell what they settle."""
        self._go_on(self._members.ask(self.consultation))

    @property
    def _members(self) -> MembersPrompt:
        return MembersPrompt(self.read, self.write, self.language, self.register, self._then)

    @staticmethod
    def _go_on(wanted: bool) -> None:  # noqa: FBT001 - the only argument
        if not wanted:
            raise Quit

    def _skip(self, question: Question) -> None:
        self._then(self.consultation.skip(*question.key))
