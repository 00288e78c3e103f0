"""What every screen may ask of the application: the session, the language, saving, evaluating, notices."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from rich.text import Text as RichText
from textual import work
from textual.message import Message
from textual.notifications import SeverityLevel
from textual.worker import get_current_worker

from petr_advisor.errors import PetrAdvisorError
from petr_advisor.files.faults import FAULT_CODE, FaultError, fault
from petr_advisor.inference.engines import notice
from petr_advisor.inference.program import Engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.tui import written
from petr_advisor.tui.at_work import AtWork
from petr_advisor.tui.confirming import Confirming
from petr_advisor.tui.in_order import KeysInOrder
from petr_advisor.tui.notices import Notices, Noticing
from petr_advisor.tui.saving import Saving, let_go
from petr_advisor.tui.sized import Sized
from petr_advisor.typed.refusals import TypedError
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import screen_voice

if TYPE_CHECKING:  # the first screen is painted before any of these is needed
    from petr_advisor.consulting.asking import Detail
    from petr_advisor.consulting.consultation import Consultation
    from petr_advisor.documents.sizes import Size as DocumentSize
    from petr_advisor.dossiers import Held
    from petr_advisor.explaining.explanations import Explanation
    from petr_advisor.territory.register import Register
    from petr_advisor.tui.evaluator import Evaluation

Beginning = Literal["questions", "territory", "conclusions"]


class AdvisorApp(Sized, KeysInOrder, Saving, Confirming, Noticing, AtWork):
    """State and services shared by the screens; which screen opens which is in app.py."""

    class Begun(Message):
        """A consultation is to be opened: a new one under a name, or one taken up."""

        def __init__(
            self, name: str, consultation: "Consultation", held: "Held | None" = None, *, on: Beginning = "questions",
            variant_of: str | None = None,
        ) -> None:  # fmt: skip
            super().__init__()
            self.name = name
            self.consultation = consultation
            self.held = held
            """Where it is saved, for one taken up."""
            self.on = on
            """What it opens on, the questions behind it."""
            self.variant_of = variant_of
            """What leads to the dossier of which it is a variant."""

    class Wanted(Message):
        """A saved consultation is to be taken up."""

        def __init__(self, slug: str) -> None:
            super().__init__()
            self.slug = slug

    class Evaluated(Message):
        """An evaluation came back from the worker."""

        def __init__(self, evaluation: "Evaluation") -> None:
            super().__init__()
            self.evaluation = evaluation

    class Told(Message):
        """The conclusions can be read in a language."""

    class Explained(Message):
        """An explanation came back from the worker."""

        def __init__(self, title: str, explanation: "Explanation | None") -> None:
            super().__init__()
            self.title = title
            self.explanation = explanation

    class NotEvaluated(Message):
        """A consultation could not be evaluated."""

        def __init__(self, consultation: "Consultation", wanted: "tuple[Detail, ...]", error: Exception) -> None:
            super().__init__()
            self.consultation = consultation
            self.wanted = wanted
            self.error = error

    class Failed(Message):
        """Something else went wrong in a worker."""

        def __init__(self, error: Exception) -> None:
            super().__init__()
            self.error = error

    def __init__(
        self, base: KnowledgeBase, *, register_folder: Path | None, language: Language, as_of: date,
        engine: Engine | None = None,
    ) -> None:  # fmt: skip
        super().__init__()
        self.base = base
        self.register_folder = register_folder
        self.language: Language = language
        self.as_of = as_of
        self.chosen_engine = engine
        self.register_trouble = ""
        self.resuming = False  # whether a consultation is on its way over the screen in sight
        self._registers: dict[int, Register] = {}
        self.notices = Notices(self)

    # -- saying things -----------------------------------------------------------------------------------------

    def say(self, key: str, **values: object) -> str:
        """Give a phrase in the language in use."""
        return screen_voice(self.language).phrase(key, **values)

    def tell(self, key: str, *, warning: bool = False, of_answer: bool = False, **values: object) -> None:
        """Show a passing notice, `of_answer` until the next; a value that is a text is said in the language in use."""
        severity: SeverityLevel = "warning" if warning else "information"
        tell = self.notices.tell_of_answer if of_answer else self.notices.tell
        tell(lambda language: screen_voice(language).phrase(key, **values), self.language, severity, 6)

    def tell_of_lines(self, key: str, **values: object) -> None:
        """Warn of something about lines in sight, by their numbers."""
        self.notices.tell_of_lines(
            lambda language: screen_voice(language).phrase(key, **values), self.language, "warning", 6
        )

    def on_confirming_spared(self) -> None:
        """Say that a figure answers by itself."""
        self.tell("question.enter-spared", warning=True)

    def tell_error(self, error: Exception) -> None:
        """Show an error in the language in use; one that nobody foresaw is recorded, and told without its details."""
        from petr_advisor.consulting.admitting import AnswerError  # noqa: PLC0415 - most errors never come
        from petr_advisor.territory.seat_errors import SeatError  # noqa: PLC0415

        known = in_words(error)
        whole = isinstance(known, FaultError | TypedError | SeatError)

        def words(language: Language) -> str:
            told = known.told(language)
            return told if whole else screen_voice(language).phrase("notice.error", why=told)

        self.notices.tell_error(words, self.language, refusal=isinstance(known, TypedError | SeatError | AnswerError))

    # -- the consultation --------------------------------------------------------------------------------------

    def begin(self, held: "Held", consultation: "Consultation", *, example: bool = False) -> None:
        """Start a session: the consultation is evaluated and, unless it is an example to look at, saved."""
        from petr_advisor.tui.session import Session  # noqa: PLC0415 - there is none at the start

        self.close()
        self.notices.leave(self.language, taken=True)
        self.session = Session(held, consultation, example=consultation if example else None)
        self.store()
        self.evaluate()

    def close(self) -> None:
        """End the session, if there is one: another program may take its consultation up."""
        if self.session is not None:
            let_go(self.session)
            self.session = None

    def on_unmount(self) -> None:
        """Leave the consultation to others."""
        self.close()

    def said(
        self, consultation: "Consultation", *, fact: str | None = None, evaluate: bool = True, remember: bool = True
    ) -> None:
        """Take a new state of the consultation: it is saved at once, and evaluated in the background."""
        session = self.session
        if session is None:
            return
        session.say(consultation, fact=fact, remember=remember)
        self.notices.leave(self.language, taken=True)
        self.store()
        if evaluate:
            self.evaluate()

    def want(self, *details: "Detail") -> None:
        """Ask for some details."""
        if self.session is not None:
            self.session.wanted = tuple(dict.fromkeys((*self.session.wanted, *details)))
            self.evaluate()

    def undo(self) -> bool:
        """Go back to before the last thing said; False when nothing was said."""
        return self._moved(self.session is not None and self.session.undo())

    def redo(self) -> bool:
        """Take up again what was undone last; False when nothing was."""
        return self._moved(self.session is not None and self.session.redo())

    def _moved(self, moved: bool) -> bool:  # noqa: FBT001 - the only argument
        if moved:
            self.notices.leave(self.language, taken=True)
            self.store()
            self.evaluate()
        return moved

    # -- what is computed away from the interface --------------------------------------------------------------

    def evaluate(self) -> None:
        """Evaluate the consultation in the background; `Evaluated` or `NotEvaluated` comes back."""
        if self.session is not None and not self.session.fresh:
            self.session.fault = None
            self._evaluate(self.session.consultation, self.session.wanted)

    @work(thread=True, exclusive=True, group="evaluation", exit_on_error=False, description="evaluation")
    def _evaluate(self, consultation: "Consultation", wanted: "tuple[Detail, ...]") -> None:
        from petr_advisor.tui.evaluator import evaluate  # noqa: PLC0415 - there is nothing to evaluate at the start

        worker = get_current_worker()
        try:
            found = None if worker.is_cancelled else evaluate(consultation, wanted)
        except Exception as error:  # noqa: BLE001 - a person never sees a traceback
            self.post_message(self.NotEvaluated(consultation, wanted, error))
            return
        if found is not None and not worker.is_cancelled:
            self.post_message(self.Evaluated(found))

    @work(thread=True, exclusive=True, group="telling", exit_on_error=False, description="telling")
    def tell_conclusions(self, evaluation: "Evaluation", language: Language) -> None:
        """Compute what documents tell of an evaluation, in the background; `Told` comes back."""
        from petr_advisor.tui.evaluator import tell  # noqa: PLC0415 - as above

        try:
            tell(evaluation, language)
        except Exception as error:  # noqa: BLE001 - a person never sees a traceback
            self.post_message(self.Failed(error))
            return
        self.post_message(self.Told())

    @work(thread=True, exclusive=True, group="explanation", exit_on_error=False, description="explanation")
    def explain(self, title: str, compute: "Callable[[], Explanation | None]") -> None:
        """Compute an explanation in the background; `Explained` comes back."""
        from petr_advisor.tui.evaluator import under_lock  # noqa: PLC0415 - as above

        try:
            found = under_lock(compute)
        except Exception as error:  # noqa: BLE001 - a person never sees a traceback
            self.post_message(self.Failed(error))
            return
        self.post_message(self.Explained(title, found))

    def write_report(self, path: Path, size: "DocumentSize", *, overwrite: bool) -> None:
        """Write the report of the consultation in the background; `Written` comes back."""
        if (session := self.session) is not None:
            self.tell("export.writing")
            self._write(lambda: written.report(session, self.language, path, size, overwrite=overwrite))

    def write_drafts(self, folder: Path) -> None:
        """Write the drafts of the course's acts into a folder in the background; `Written` comes back."""
        if (session := self.session) is not None:
            self.tell("drafts.writing")
            self._write(lambda: written.drafts(session, self.language, folder))

    @work(thread=True, group="report", exit_on_error=False, description="report")
    def _write(self, write: Callable[[], written.Written]) -> None:
        try:
            found = write()
        except Exception as error:  # noqa: BLE001 - a person never sees a traceback
            self.post_message(self.Failed(error))
            return
        self.post_message(found)

    def on_written(self, message: written.Written) -> None:
        """Say what was written, and where; a report can then be opened."""
        if self.session is not None and message.document is not None:
            self.session.document = message.document
        self.notices.tell(message.told, self.language, "information", 6)

    def on_advisor_app_evaluated(self, message: Evaluated) -> None:
        """Keep an evaluation unless the consultation has moved on, and let the screens show it."""
        session, found = self.session, message.evaluation
        if (told := notice(found.consultation.engine)) is not None:
            self.notices.tell(told.in_, self.language, "warning", 20)
        if session is not None and session.is_of(found.consultation, found.wanted):
            for said in session.take(found):
                self.notices.tell_of_answer(said.words, self.language, said.severity, said.seconds)
            self.show_everywhere()

    def on_advisor_app_told(self) -> None:
        """Let the screens show the conclusions."""
        self.show_everywhere()

    def on_advisor_app_not_evaluated(self, message: NotEvaluated) -> None:
        """Keep why the consultation cannot be evaluated, unless it has moved on; the screens say it."""
        session = self.session
        if session is not None and session.is_of(message.consultation, message.wanted):
            session.fault = in_words(message.error)
            self.show_everywhere()

    def on_advisor_app_failed(self, message: Failed) -> None:
        """Tell a failure of a worker."""
        self.tell_error(message.error)

    def _handle_exception(self, error: Exception) -> None:
        """End in words, the details in a file: Textual would print its traceback with the value of every variable."""
        first = self._exception is None
        if first:
            self._exception = error
            self._exception_event.set()
            self.panic(RichText(in_words(error).told(self.language)))
        self._return_code = FAULT_CODE

    def show_everywhere(self) -> None:
        """Let every screen show the session as it is; while the application closes, they are being taken apart."""
        for screen in self.screen_stack if self.is_running else ():
            show: Any = getattr(screen, "show", None)
            if show is not None and screen.is_mounted:
                show()

    # -- the register ------------------------------------------------------------------------------------------

    @property
    def register(self) -> "Register | None":
        """The register of EPCIs nearest to the date of law, read when first needed; None when it cannot be."""
        from petr_advisor.territory.register import Register, RegisterError  # noqa: PLC0415 - most screens need none

        if self.register_folder is None:
            return None
        day = self.session.consultation.as_of if self.session else self.as_of
        if day.year not in self._registers:
            try:
                self._registers[day.year] = Register.nearest(self.register_folder, day)
            except RegisterError as error:
                self.register_trouble = str(error)
                return None
        return self._registers[day.year]


def in_words(error: Exception) -> PetrAdvisorError:
    """Give what a person is told of an error; one that nobody foresaw is recorded."""
    return error if isinstance(error, PetrAdvisorError) else fault(error)
