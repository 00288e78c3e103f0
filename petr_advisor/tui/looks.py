"""How the screen looks: its colours, and large for a meeting; remembered from one sitting to the next."""

from collections.abc import Mapping
from typing import Any

from petr_advisor.tui.advisor import AdvisorApp
from petr_advisor.tui.preferences import remember
from petr_advisor.tui.themes import DARK, HIGH_CONTRAST, THEMES, after
from petr_advisor.tui.widgets.keys import LARGE
from petr_advisor.words.speech import told


class Looks(AdvisorApp):
    """An application whose looks can be changed."""

    def look_as(self, known: Mapping[str, Any]) -> None:
        """Look as is remembered."""
        self.register_theme(HIGH_CONTRAST)
        self.theme = THEMES.get(str(known.get("theme")), DARK)
        self.set_class(known.get("large") == "yes", LARGE)

    def action_other_theme(self) -> None:
        """Go to the next colours, and remember them."""
        name = after(self.theme)
        self.theme = THEMES[name]
        remember("theme", name)
        self.tell("theme.now", theme=told(f"theme.{name}"))

    def action_large(self) -> None:
        """Show one thing at a time with room around it, or everything again, and remember it."""
        large = not self.has_class(LARGE)
        self.set_class(large, LARGE)
        remember("large", "yes" if large else "no")
        self.refresh_css(animate=False)
        self.show_everywhere()
        self.tell("large.on" if large else "large.off")
