"""A form of several fields: arrows up and down go from one to the next, as Tab does."""

from itertools import pairwise
from typing import ClassVar, Generic, TypeVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input, OptionList

from petr_advisor.tui.in_order import TakesKeys
from petr_advisor.tui.screens.base import AdvisorScreen

Returned = TypeVar("Returned")

FIELD_ARROWS: list[BindingType] = [
    Binding("down", "field_step(1)", show=False, priority=True),
    Binding("up", "field_step(-1)", show=False, priority=True),
]
"""Before the line one types in, which would write the key that follows; nothing is typed with them there."""
STEPS = {"down": 1, "up": -1}


class FieldsScreen(AdvisorScreen[Returned], TakesKeys, Generic[Returned]):
    """A screen of lines to type in, of lists to tick and of buttons."""

    BINDINGS: ClassVar[list[BindingType]] = FIELD_ARROWS

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let the arrows lead out of a line; in a list, they move its bar first."""
        if action == "field_step":
            return isinstance(self.focused, Input)
        return super().check_action(action, parameters)

    def takes(self, event: events.Key) -> bool:
        """Lead out of a list past its first or its last line, and from a button."""
        step, here = STEPS.get(event.key), self.focused
        if step is None or here is None or isinstance(here, Input):
            return False
        if isinstance(here, OptionList) and here.highlighted not in {None, here.option_count - 1 if step > 0 else 0}:
            return False
        self.action_field_step(step)
        return True

    def action_field_step(self, step: int) -> None:
        """Give the keyboard to the field below or above, if there is one; a list is entered by its nearest line."""
        chain = self.focus_chain
        at = chain.index(self.focused) + step if self.focused in chain else 0
        if not 0 <= at < len(chain):
            return
        self.set_focus(chain[at])  # at once: the key that follows is for it
        if isinstance(there := chain[at], OptionList) and there.option_count:
            there.highlighted = 0 if step > 0 else there.option_count - 1


def to_correct(field: Widget) -> None:
    """Give the keyboard to a field that is to be corrected, and have it in sight, with what names it above."""
    field.screen.set_focus(field)
    field.call_after_refresh(_bring, field)


def _bring(field: Widget) -> None:
    around = field.parent.children if field.parent is not None else ()
    named = next((one for one, two in pairwise(around) if two is field and one.has_class("label")), field)
    for each in (named, field):
        each.scroll_visible(animate=False, immediate=True)
