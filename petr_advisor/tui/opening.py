"""Dossiers are opened: a team's server is asked beside the interface, which says so and offers a way out meanwhile."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.message import Message

from petr_advisor import dossiers
from petr_advisor.inference.program import Engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.tui import screens
from petr_advisor.tui.advisor import AdvisorApp
from petr_advisor.tui.asked import Asked
from petr_advisor.tui.looks import Looks
from petr_advisor.tui.screens.listing import SOON

if TYPE_CHECKING:
    from petr_advisor.consulting.saved import Resumed
    from petr_advisor.dossiers import Held

Taken = tuple["Held", "Resumed"]
Take = Callable[[str, KnowledgeBase, Engine | None], Taken]
"""How a saved consultation is taken up: itself, or a copy of it."""


class Opening(Looks):
    """An application that takes dossiers up."""

    _asked: Asked | None = None
    """What the database is asked and has not answered, as long as the person waits for it."""

    class Answered(Message):
        """The database answered, or could not."""

        def __init__(self, asked: Asked, given: Any, error: Exception | None) -> None:
            super().__init__()
            self.asked = asked
            self.given = given
            self.error = error

    # -- asking the database -----------------------------------------------------------------------------------

    def on_asked(self, message: Asked) -> None:
        """Ask what a screen wants to know."""
        self.ask(message)

    def ask(self, asked: Asked) -> None:
        """Ask the database, one thing at a time; a file of this machine answers at once."""
        if self._asked is not None:
            self.tell("dossiers.at-work")
            return
        self._asked = asked
        if _at_hand():
            self._go_on(_done(asked))
            return
        self._beside(lambda: self.post_message(_done(asked)))
        self.set_timer(SOON, partial(self._say_so, asked))

    def _beside(self, act: Callable[[], object]) -> None:
        self.run_worker(act, thread=True, exit_on_error=False, group="opening", description="opening")

    def _say_so(self, asked: Asked) -> None:
        """Say that the database does not answer yet, and how not to wait."""
        if self._asked is asked:
            self.push_screen(screens.OpeningScreen(asked.name), lambda _: self._give_up(asked))

    def _give_up(self, asked: Asked) -> None:
        """Wait no longer: whatever still comes is let go of."""
        if self._asked is asked:
            self._asked, self.resuming = None, False
            self.tell("opening.given-up", name=asked.name)

    def on_opening_answered(self, message: Answered) -> None:
        """Go on, for a person who still waits."""
        if message.asked is self._asked:
            while any(isinstance(screen, screens.OpeningScreen) for screen in self.screen_stack):
                self.pop_screen()
            self._go_on(message)
        elif message.error is None:
            self._beside(partial(message.asked.left, message.given))

    def _go_on(self, answer: Answered) -> None:
        asked, self._asked = answer.asked, None
        if answer.error is None:
            asked.then(answer.given)
        else:
            (asked.refused or self.tell_error)(answer.error)

    # -- taking one up -----------------------------------------------------------------------------------------

    def on_advisor_app_wanted(self, message: AdvisorApp.Wanted) -> None:
        """Take up the saved consultation that was chosen."""
        self.resume(message.slug)

    def resume(self, name: str, take: Take | None = None) -> None:
        """Take a saved consultation up again; a copy is offered of one that is open elsewhere."""
        act = partial(take or dossiers.take_up, name, self.base, self.chosen_engine)
        self.ask(Asked(name, act, self._taken_up, _let_go, partial(self._not_taken_up, name)))

    def _not_taken_up(self, name: str, error: Exception) -> None:
        self.resuming = False
        if isinstance(error, dossiers.HeldElsewhereError):
            self.push_screen(
                screens.CopyScreen(error), lambda wanted: self.resume(name, dossiers.copy) if wanted else None
            )
        else:  # the others can still be opened
            self.tell_error(error)

    def _taken_up(self, taken: Taken) -> None:
        held, resumed = taken
        if not resumed.same_base:
            self.tell("notice.other-base", warning=True)
        if resumed.set_apart:
            self.tell(
                "notice.set-apart",
                warning=True,
                what="; ".join(text.in_(self.language) for text in resumed.set_apart[:3]),
            )
        if held.news is not None:
            self.notices.tell(held.news.in_, self.language, "warning", 10)
        lists = resumed.consultation.state.lists.values()
        if any(listed is not None and not listed.complete for listed in lists):
            self.tell("members.left-open")
        self.post_message(self.Begun(held.name, resumed.consultation, held))


def _at_hand() -> bool:
    """Tell whether the database is on this machine; an address that cannot be one is refused without a wait too."""
    from petr_advisor.consulting.saved import SavedError  # noqa: PLC0415 - nothing is asked at the start
    from petr_advisor.dossiers.place import File, place  # noqa: PLC0415 - as above

    try:
        return isinstance(place(), File)
    except SavedError:
        return True


def _done(asked: Asked) -> Opening.Answered:
    try:
        return Opening.Answered(asked, asked.act(), None)
    except Exception as error:  # noqa: BLE001 - a person never sees a traceback
        return Opening.Answered(asked, None, error)


def _let_go(taken: Taken) -> None:
    taken[0].release()
