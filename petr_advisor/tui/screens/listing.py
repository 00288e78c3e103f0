"""A screen that lists dossiers: whatever asks their database does so beside the interface, which says so at once."""

from abc import abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import work
from textual.content import Content
from textual.message import Message

from petr_advisor import dossiers
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.tui.advisor import in_words
from petr_advisor.tui.screens.base import AdvisorScreen

if TYPE_CHECKING:
    from petr_advisor.dossiers import Listing

SOON = 0.3
"""After how many seconds it is said that the database does not answer yet."""


class ListingScreen(AdvisorScreen[None]):
    """Reads the dossiers once the rest is painted: their libraries take time to load, a team's server to answer."""

    class Read(Message):
        """The dossiers were read; none, with the reason, when they could not be."""

        def __init__(self, number: int, every: "tuple[Listing, ...]", trouble: PetrAdvisorError | None) -> None:
            super().__init__()
            self.number = number
            self.every = every
            self.trouble = trouble

    class Done(Message):
        """Something asked of the database is done, or refused."""

        def __init__(self, then: Callable[[], None], trouble: PetrAdvisorError | None) -> None:
            super().__init__()
            self.then = then
            self.trouble = trouble

    def __init__(self) -> None:
        super().__init__()
        self.every: tuple[Listing, ...] | None = None
        """The dossiers, as they were read last; None until they have been."""
        self._trouble: PetrAdvisorError | None = None
        """Why they could not be read the last time."""
        self._asked = 0
        """How many times they were asked for."""

    @abstractmethod
    def fill(self) -> None:
        """Show what was read last."""

    def prepare(self) -> None:
        """Do what has to be done before the dossiers are listed, beside the interface."""

    def nothing(self, key: str, *, margin: str = "") -> Content:
        """Say why nothing is listed: the dossiers are being read, they could not be, or, in a phrase, none is there."""
        if self._trouble is not None:
            why = self._trouble.told(self.language)
            return Content(margin + self.say("notice.error", why=why)).stylize("$text-error")
        return Content(margin + self.say("home.reading" if self.every is None else key)).stylize("dim")

    def read(self) -> None:
        """Have the dossiers read again: they may have changed."""
        if self.is_current:
            self._asked += 1
            self.call_after_refresh(self._read, self._asked)

    @work(thread=True, exit_on_error=False, group="listing")
    def _read(self, number: int) -> None:
        self.prepare()
        try:
            self.post_message(self.Read(number, dossiers.listing(), None))
        except Exception as error:  # noqa: BLE001 - a person never sees a traceback
            self.post_message(self.Read(number, (), in_words(error)))

    def on_listing_screen_read(self, message: Read) -> None:
        """Show what was read, unless it is being read again; what was read before stays when it cannot be now."""
        if message.number != self._asked:
            return
        if message.trouble is not None and self._trouble is None:
            self.advisor.tell_error(message.trouble)
        same = message.every == self.every and message.trouble is self._trouble
        self._trouble = message.trouble
        if message.trouble is None:
            self.every = message.every
        if not same:
            self.fill()

    def ask(self, act: Callable[[], object], then: Callable[[], None]) -> None:
        """Ask something of the database, and do what follows from it; a refusal is told, and so is a wait."""
        asked = self._ask(act, then)
        self.set_timer(SOON, lambda: None if asked.is_finished else self.advisor.tell("dossiers.at-work"))

    @work(thread=True, exit_on_error=False, group="asking")
    def _ask(self, act: Callable[[], object], then: Callable[[], None]) -> None:
        try:
            act()
        except Exception as error:  # noqa: BLE001 - a person never sees a traceback
            self.post_message(self.Done(then, in_words(error)))
        else:
            self.post_message(self.Done(then, None))

    def on_listing_screen_done(self, message: Done) -> None:
        """Go on with what follows, or tell the refusal."""
        if message.trouble is None:
            message.then()
        else:
            self.advisor.tell_error(message.trouble)
