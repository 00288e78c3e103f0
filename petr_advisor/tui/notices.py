"""Passing notices: each is there once, and follows the language."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from time import monotonic
from typing import NamedTuple

from textual.app import App
from textual.notifications import Notify, SeverityLevel

from petr_advisor.words.texts import Language

NOTIFIED = "-notified"
"""The class of an application that shows notices: what only accompanies a question then gives its room to them."""
Words = Callable[[Language], str]
READ = 1.0
"""The seconds after which a notice that is no error belongs to the screen on which it came."""


class ToTell(NamedTuple):
    """Something to be told in passing."""

    words: Words
    severity: SeverityLevel
    seconds: float


@dataclass(frozen=True)
class Notice:
    """Something told in passing."""

    words: Words
    severity: SeverityLevel
    until: float
    """When it goes, on the clock that only goes forward."""
    since: float
    """When it came."""
    refusal: bool = False
    """Whether it says why something typed was not taken."""
    of_answer: bool = False
    """Whether it tells of an answer: the next one, however soon, leaves it nothing to tell."""
    of_lines: bool = False
    """Whether it tells of lines in sight, by their numbers: those of another question have others."""


class Notices:
    """The notices on the screen."""

    def __init__(self, app: App[str]) -> None:
        self._app = app
        self._shown: dict[str, Notice] = {}
        self._on_way = Counter[str]()
        """How often each is on its way to the screen: it may be taken away, or told again, before it is there."""

    def tell(self, words: Words, language: Language, severity: SeverityLevel, seconds: float) -> None:
        """Show a notice unless the same is still there; what informs takes the place of what informed before it.

        Pressing keys must not bury the screen: at most one notice stands there beside warnings and errors.
        """
        now, said = monotonic(), words(language)
        if said in self._shown and now < self._shown[said].until:
            return
        living = self._living(now)
        kept = [notice for notice in living if notice.severity != severity or severity != "information"]
        self._shown[said] = new = Notice(words, severity, now + seconds, now)
        if len(kept) < len(living):
            self._show_again([*kept, new], language, now)
        else:
            self._notify(said, new, now)

    def tell_error(self, words: Words, language: Language, *, refusal: bool) -> None:
        """Tell an error; one that says why something typed is not taken goes once something is."""
        self.tell(words, language, "error", 10)
        said = words(language)
        self._shown[said] = replace(self._shown[said], refusal=refusal)

    def tell_of_answer(self, words: Words, language: Language, severity: SeverityLevel, seconds: float) -> None:
        """Tell what an answer was taken for, or changed; it goes once something else is said."""
        self.tell(words, language, severity, seconds)
        said = words(language)
        self._shown[said] = replace(self._shown[said], of_answer=True)

    def tell_of_lines(self, words: Words, language: Language, severity: SeverityLevel, seconds: float) -> None:
        """Tell something of lines in sight; it goes with them, however soon."""
        self.tell(words, language, severity, seconds)
        said = words(language)
        self._shown[said] = replace(self._shown[said], of_lines=True)

    def leave_lines(self, language: Language) -> None:
        """Take away what was told of the lines of another question."""
        now = monotonic()
        living = self._living(now)
        kept = [notice for notice in living if not notice.of_lines]
        if len(kept) < len(living):
            self._show_again(kept, language, now)
            self._calm()

    def retell(self, language: Language) -> None:
        """Say what is still there in another language."""
        now = monotonic()
        self._show_again(self._living(now), language, now)

    def leave(self, language: Language, *, taken: bool = False, ended: bool = False) -> None:
        """Take away what was told of what is past: another screen covers its own, or something was said since.

        Once what was typed is `taken`, nothing that was refused before is left to correct; once the consultation is
        `ended`, nothing that only informs of it is left to know.
        """
        now = monotonic()
        living = self._living(now)
        kept = [
            notice
            for notice in living
            if not (taken and (notice.refusal or notice.of_answer))
            and not (ended and notice.severity == "information")
            and ((notice.severity == "error" and not notice.refusal) or now - notice.since < READ)
        ]
        if len(kept) < len(living):
            self._show_again(kept, language, now)
            self._calm()

    def arrived(self, said: str) -> bool:
        """Tell whether something that comes to the screen is to be shown: not taken away, nor told again behind it."""
        if said not in self._on_way:  # told past these notices
            return True
        self._on_way[said] -= 1
        self._on_way += Counter()  # what is all there goes
        return said in self._shown and said not in self._on_way

    def _living(self, now: float) -> list[Notice]:
        return [notice for notice in self._shown.values() if notice.until > now]

    def _show_again(self, notices: list[Notice], language: Language, now: float) -> None:
        self._app.clear_notifications()
        self._shown = {notice.words(language): notice for notice in notices}
        for said, notice in self._shown.items():
            self._notify(said, notice, now)

    def _notify(self, said: str, notice: Notice, now: float) -> None:
        self._on_way[said] += 1
        self._app.notify(said, severity=notice.severity, markup=False, timeout=notice.until - now)
        self._app.add_class(NOTIFIED)
        self._app.set_timer(max(0, notice.until - now), self._calm)

    def _calm(self) -> None:
        """Give the room back once no notice is there."""
        self._app.set_class(bool(self._living(monotonic())), NOTIFIED)


class Noticing(App[str]):
    """An application that shows notices, and none that another has taken the place of."""

    notices: Notices

    def on_notify(self, event: Notify) -> None:
        """Leave out a notice that was taken away, or told again, while it was on its way."""
        if not self.notices.arrived(event.notification.message):
            event.prevent_default()

    def clear_notifications(self) -> None:
        """Take the notices away, and give their room back: Textual leaves an empty line where each of them was."""
        super().clear_notifications()
        self.remove_class(NOTIFIED)
        for screen in self.screen_stack:
            screen.query("ToastHolder").remove()
