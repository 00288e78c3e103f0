"""An explanation as a tree, opened level by level."""

from collections.abc import Iterable
from typing import ClassVar

from rich.text import Text as RichText
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from petr_advisor.explaining.explanations import Explanation
from petr_advisor.tui.actions import bindings
from petr_advisor.tui.norm_words import norm_line
from petr_advisor.tui.screens.base import AdvisorScreen
from petr_advisor.tui.screens.norm import LawScreen
from petr_advisor.tui.widgets.banner import Banner
from petr_advisor.tui.widgets.keys import Keys
from petr_advisor.tui.widgets.unfolding import Branch, Unfolding

Norms = tuple[str, ...]
"""Norms that one line of the tree names: one, or several of the same place."""


class TreeScreen(AdvisorScreen[None]):
    """Shows how, why or why not; Enter unfolds, or opens the sheet of a norm."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("close", "language", "help", "quit")
    HELP_KEY = "help.tree"

    def __init__(self, title: str, explanation: Explanation) -> None:
        super().__init__()
        self._title = title
        self._explanation = explanation

    def compose(self) -> ComposeResult:
        """Lay out the tree, its first level open, and what the norm under the bar says."""
        yield Banner()
        root = self._grown(self._explanation)
        root.is_expanded = True
        yield Unfolding(root)
        yield Static(markup=False, classes="detail")
        yield Keys("unfold", "close", "language", "help")

    def on_mount(self) -> None:
        """Write the lines."""
        self.show()
        self.query_one(Unfolding).focus()

    def _grown(self, explanation: Explanation) -> Branch[Explanation | Norms]:
        branch = Branch[Explanation | Norms](explanation, [self._grown(child) for child in explanation.children])
        branch.children += (Branch(norms) for norms in self._by_line(explanation.norms))
        return branch

    def _by_line(self, norms: Iterable[str]) -> Iterable[Norms]:
        """Put together norms that have the same line: two rules of one paragraph are written in one place."""
        found: dict[str, Norms] = {}
        for norm in norms:
            line = norm_line(self.advisor.base, norm, self.voice)
            found[line] = (*found.get(line, ()), norm)
        return found.values()

    def show(self) -> None:
        """Write the lines in the language in use."""
        super().show()
        self.query_one(Banner).show(self.advisor, self.say(self._title))
        self.query_one(Unfolding).show(self._line)
        self._detail()

    def _line(self, data: Explanation | Norms) -> RichText:
        if isinstance(data, Explanation):
            line = RichText(data.text.in_(self.language))
            if data.origin is not None:
                line.append(f"  ({self.voice.origin(data.origin)})", style="italic dim")
            return line
        return RichText(f"§ {norm_line(self.advisor.base, data[0], self.voice)}", style="bold")

    @on(Unfolding.Come)
    def _detail(self) -> None:
        """Say below what the norms under the bar say; any other line is whole in its place."""
        data, detail = self.query_one(Unfolding).branch.data, self.query_one(".detail", Static)
        found = [self.advisor.base.norms.get(key) for key in data] if isinstance(data, tuple) else []
        said = [norm.statement.in_(self.language) for norm in found if norm is not None]
        detail.display = bool(said)
        detail.update(Content("\n".join(said)))

    @on(Unfolding.Taken)
    def _opened(self) -> None:
        """Open the sheet of a norm."""
        data = self.query_one(Unfolding).branch.data
        if isinstance(data, tuple):
            self.app.push_screen(LawScreen(data))
