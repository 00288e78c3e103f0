"""What every screen has: a header, a footer, the language, and a way out."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar, cast

from textual.containers import Container
from textual.screen import ModalScreen, Screen
from textual.worker import Worker, WorkerState

from petr_advisor.inference.facts import FactKey
from petr_advisor.tui.advisor import AdvisorApp
from petr_advisor.tui.widgets.banner import Banner
from petr_advisor.tui.widgets.keys import Keys
from petr_advisor.words.texts import Language, Text
from petr_advisor.words.typography import KEYBOARD_SPACES
from petr_advisor.words.voice import Voice, screen_voice

if TYPE_CHECKING:
    from petr_advisor.consulting.answers import Remark
    from petr_advisor.tui.session import Session

Returned = TypeVar("Returned")


class AdvisorScreen(Screen[Returned], Generic[Returned]):
    """A whole screen."""

    HORIZONTAL_BREAKPOINTS = [
        (0, "-narrow"),
        (120, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [
        (0, "-low"),
        (12, "-short"),
        (18, "-high"),
    ]
    HELP_KEY: ClassVar[str] = "help.home"
    """The page that the help screen shows."""
    TITLE_KEY: ClassVar[str] = ""
    """The title in the header, beside the territory."""

    LEAVES_FIELD: ClassVar[frozenset[str]] = frozenset({"home"})
    """The actions whose key leaves a line one types in before all else."""

    @property
    def advisor(self) -> AdvisorApp:
        """The application."""
        return cast("AdvisorApp", self.app)

    @property
    def language(self) -> Language:
        """The language in use."""
        return self.advisor.language

    @property
    def session(self) -> "Session":
        """The consultation under way; only screens opened on one may ask."""
        assert self.advisor.session is not None  # noqa: S101 - the application opens no such screen without one
        return self.advisor.session

    @property
    def voice(self) -> Voice:
        """What speaks the language in use."""
        return screen_voice(self.language)

    def say(self, key: str, **values: object) -> str:
        """Give a phrase in the language in use."""
        return self.advisor.say(key, **values)

    def text(self, text: Text) -> str:
        """Give a text of the rule base in the language in use."""
        return text.in_(self.language)

    def on_mount(self) -> None:
        """Fill the screen; what was told of the one below is gone."""
        self.advisor.notices.leave(self.language)
        self.show()

    def on_screen_suspend(self) -> None:
        """Name no key while another screen is in front, which may leave the foot of this one in sight."""
        for keys in self.query(Keys):
            keys.visible = False

    def on_screen_resume(self) -> None:
        """Fill the screen again: the language or the consultation may have changed; what covered it tells no more."""
        for keys in self.query(Keys):
            keys.visible = True
        if self.is_mounted and self.is_current and self.query(Keys):
            self.advisor.notices.leave(self.language)
            self.show()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say what is being worked out for the screen, and tell what nobody foresaw in it."""
        self.show_state()
        if event.state is WorkerState.ERROR and isinstance(event.worker.error, Exception):
            self.advisor.tell_error(event.worker.error)

    def show_state(self) -> None:
        """Say in the header whether something is being worked out."""
        for banner in self.query(Banner):
            banner.on_resize()

    def ask_note(self, key: FactKey, *, unknown: bool = False) -> None:
        """Ask for a note beside a question; with no answer yet it is « I do not know » if `unknown`, else it waits."""
        from petr_advisor.consulting.answers import NO_REMARK  # noqa: PLC0415 - no question is put at the start
        from petr_advisor.tui.screens.note import NoteScreen  # noqa: PLC0415 - it is one of these screens

        def take(remark: "Remark | None") -> None:
            if remark is None:
                return
            said = self.session.note(key, remark, unknown=unknown)
            if said is self.session.consultation:
                self.advisor.tell("note.waits")
                self.show()
            else:
                self.advisor.said(said)
                self.advisor.tell("note.taken-back" if remark == NO_REMARK else "note.kept")

        self.app.push_screen(NoteScreen(key, self.session.remark_on(key)), take)

    def answer_point(self, fact: str, of: str | None = None, then: Callable[[], None] | None = None) -> None:
        """Put a question out of turn, then do something; what the table of the members holds is answered there."""
        from petr_advisor.consulting.asking import Question  # noqa: PLC0415 - as above
        from petr_advisor.tui.screens.change import ChangeScreen  # noqa: PLC0415 - it is one of these screens

        kind = self.advisor.base.facts[fact]
        if kind.entity is not None or not kind.askable:
            self.call_later(self.run_action, "app.members")
        else:
            self.app.push_screen(ChangeScreen(Question(fact, of, kind, 1), then))

    @property
    def words_in_sight(self) -> str:
        """The text in which F1 looks for abbreviations."""
        return ""

    def copy_words(self, words: str) -> None:
        """Give words to the clipboard of the terminal, with the spaces of a keyboard."""
        self.app.copy_to_clipboard(words.translate(KEYBOARD_SPACES))
        self.advisor.tell("online.copied")

    def on_choice_control_nothing_chosen(self) -> None:
        """Say how to choose."""
        self.advisor.tell("question.choose-first", warning=True)

    @property
    def headings(self) -> tuple[str, ...]:
        """The title in the header, then shorter ones; none where it is that of the subject being dealt with."""
        return (self.say(self.TITLE_KEY),) if self.TITLE_KEY else ()

    def show(self) -> None:
        """Fill the screen from the session, in the language in use."""
        for banner in self.query(Banner):
            banner.show(self.advisor, *self.headings)
        for keys in self.query(Keys):
            keys.show(self.language)

    def action_leave(self) -> None:
        """Close the screen; nothing is lost."""
        self.dismiss()


class AdvisorModal(AdvisorScreen[Returned], ModalScreen[Returned], Generic[Returned]):
    """A screen laid over another."""

    def frame(self) -> Container:
        """Give the frame that holds what the screen shows."""
        return Container(classes="frame")
