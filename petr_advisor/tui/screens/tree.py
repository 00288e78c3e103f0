"""An explanation as a tree, opened level by level."""

from collections.abc import Iterable
from typing import ClassVar

from rich.style import Style
from rich.text import Text as RichText
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static, Tree
from textual.widgets.tree import TreeNode

from petr_advisor.explaining.explanations import Explanation
from petr_advisor.tui.actions import bindings
from petr_advisor.tui.norm_words import norm_line
from petr_advisor.tui.screens.base import AdvisorScreen
from petr_advisor.tui.screens.norm import LawScreen
from petr_advisor.tui.widgets.banner import Banner
from petr_advisor.tui.widgets.keys import Keys

Norms = tuple[str, ...]
"""Norms that one line of the tree names: one, or several of the same place."""


class LinesTree(Tree[Explanation | Norms]):
    """A tree of which a line longer than the screen ends by « … »: the one under the bar is whole below."""

    def render_label(self, node: "TreeNode[Explanation | Norms]", base_style: Style, style: Style) -> RichText:
        """Give the line of a node, no longer than the room that the guides leave."""
        label = super().render_label(node, base_style, style)
        depth, above = 0, node
        while above.parent is not None:
            depth, above = depth + 1, above.parent
        room = self.scrollable_content_region.width - depth * self.guide_depth
        if room > 0:
            label.truncate(room, overflow="ellipsis")
        return label


class TreeScreen(AdvisorScreen[None]):
    """Shows how, why or why not; Enter unfolds, or opens the sheet of a norm."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("close", "language", "help", "quit")
    HELP_KEY = "help.tree"

    def __init__(self, title: str, explanation: Explanation) -> None:
        super().__init__()
        self._title = title
        self._explanation = explanation

    def compose(self) -> ComposeResult:
        """Lay out the tree and the full text of the line under the cursor."""
        yield Banner()
        tree = LinesTree("", classes="body")
        tree.auto_expand = True
        yield tree
        yield Static(markup=False, classes="detail")
        yield Keys("unfold", "close", "language", "help")

    def on_mount(self) -> None:
        """Build the tree, its first level open."""
        tree = self.query_one(Tree)
        self._grow(tree.root, self._explanation)
        tree.root.expand()
        self.show()
        tree.focus()

    def _grow(self, node: "TreeNode[Explanation | Norms]", explanation: Explanation) -> None:
        node.data = explanation
        for child in explanation.children:
            if child.children or child.norms:
                self._grow(node.add(""), child)
            else:
                node.add_leaf("", child)
        for norms in self._by_line(explanation.norms):
            node.add_leaf("", norms)

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
        tree = self.query_one(Tree)
        self._write(tree.root)
        self._detail(tree.cursor_node)

    def _write(self, node: "TreeNode[Explanation | Norms]") -> None:
        node.set_label(self._line(node.data))
        for child in node.children:
            self._write(child)

    def _line(self, data: Explanation | Norms | None) -> RichText:
        if isinstance(data, Explanation):
            line = RichText(data.text.in_(self.language))
            if data.origin is not None:
                line.append(f"  ({self.voice.origin(data.origin)})", style="italic dim")
            return line
        return RichText(f"§ {norm_line(self.advisor.base, data[0] if data else '', self.voice)}", style="bold")

    def _detail(self, node: "TreeNode[Explanation | Norms] | None") -> None:
        data = node.data if node is not None else None
        words = self._line(data).plain if data else ""
        for key in data if isinstance(data, tuple) else ():
            norm = self.advisor.base.norms.get(key)
            words += f"\n{norm.statement.in_(self.language)}" if norm is not None else ""
        self.query_one(".detail", Static).update(Content(words))

    def on_resize(self) -> None:
        """Cut the lines at the new width."""
        self.show()

    def on_tree_node_highlighted(self, event: "Tree.NodeHighlighted[Explanation | Norms]") -> None:
        """Give the line in full below."""
        self._detail(event.node)

    def on_tree_node_selected(self, event: "Tree.NodeSelected[Explanation | Norms]") -> None:
        """Open the sheet of a norm."""
        if isinstance(event.node.data, tuple):
            self.app.push_screen(LawScreen(event.node.data))
