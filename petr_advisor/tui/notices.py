"""Passing notices: each is there once, and follows the language."""

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

from textual.app import App
from textual.notifications import SeverityLevel

from petr_advisor.words.texts import Language

Words = Callable[[Language], str]


@dataclass(frozen=True)
class Notice:
    """Something told in passing."""

    words: Words
    severity: SeverityLevel
    until: float
    """When it goes, on the clock that only goes forward."""


class Notices:
    """The notices on the screen."""

    def __init__(self, app: App[str]) -> None:
        self._app = app
        self._shown: dict[str, Notice] = {}

    def tell(self, words: Words, language: Language, severity: SeverityLevel, seconds: float) -> None:
        """Show a notice unless the same is still there: pressing a key again must not bury the screen."""
        now, said = monotonic(), words(language)
        if said not in self._shown or now >= self._shown[said].until:
            self._shown[said] = Notice(words, severity, now + seconds)
            self._app.notify(said, severity=severity, markup=False, timeout=seconds)

    def retell(self, language: Language) -> None:
        """Say what is still there in another language."""
        now = monotonic()
        living = [notice for notice in self._shown.values() if notice.until > now]
        self._shown.clear()
        self._app.clear_notifications()
        for notice in living:
            self.tell(notice.words, language, notice.severity, notice.until - now)
