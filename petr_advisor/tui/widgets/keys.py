"""The footer: the keys that work, in the language in use; each can be clicked."""

from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from petr_advisor.knowledge.texts import Language
from petr_advisor.tui.actions import ACTIONS


class Keys(Static):
    """Names the keys of a screen."""

    def __init__(self, *names: str) -> None:
        super().__init__(markup=False, classes="keys")
        self.names = names

    def show(self, language: Language) -> None:
        """Name the keys in a language."""
        parts: list[Content] = []
        for name in self.names:
            action = ACTIONS[name]
            sign, label = action.sign.in_(language), action.label(language)
            target = action.method if action.method.startswith("app.") else f"screen.{action.method}"
            click = Style.from_meta({"@click": f"{target}()"})
            content = Content(label).stylize("bold $accent", 0, len(sign)).stylize(click, 0, len(label))
            parts.append(content)
        self.update(Content("  ").join(parts))
