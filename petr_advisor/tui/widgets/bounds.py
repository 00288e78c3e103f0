"""The line in which the perimeter explorer is told what to look for: members at most, inhabitants from and to."""

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from petr_advisor.tui.widgets.controls import TypedInput
from petr_advisor.typed.figures import whole
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import Voice


@dataclass(frozen=True)
class Limits:
    """What groupings are looked for."""

    most: int
    """Members at most."""
    least_people: int = 0
    most_people: int | None = None
    """Inhabitants; None is no bound."""


class BoundsLine(Horizontal):
    """Three numbers to type, an empty one being no bound; Enter in any of them is left to the screen."""

    def __init__(self, most: int) -> None:
        super().__init__(classes="bounds")
        self._most = most

    def compose(self) -> ComposeResult:
        """Lay out each number after its label."""
        for name, start in (("most", str(self._most)), ("people", ""), ("people-most", "")):
            yield Static(markup=False, classes=f"label {name}")
            line = TypedInput(start, classes=name)
            line.compact, line.max_length = True, 11
            yield line

    def retell(self, voice: Voice) -> None:
        """Say the labels in the language in use."""
        for name in ("most", "people", "people-most"):
            self.query_one(f".label.{name}", Static).update(Content(voice.phrase(f"explorer.{name}")))

    def limits(self, language: Language) -> Limits | None:
        """Read what is typed; None when it is not whole numbers."""
        most, least, top = (self.query_one(f"Input.{name}", Input).value.strip() for name in _FIELDS)
        numbers = [whole(typed, language) for typed in (most, least or "0", top or "0")]
        if any(number is None for number in numbers):
            return None
        members, few, many = (number or 0 for number in numbers)
        return Limits(members, few, many if top else None)


_FIELDS = ("most", "people", "people-most")
