"""The subjects of the conclusions as tabs: the active one named first, the others so that they can be told apart."""

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.widgets import Tab, Tabs

PADDING = 2
"""What the sides of a tab take."""
LEAST = 4
"""How much of a name is shown at least."""
TOLD_APART = 11
"""How much of a name tells it from others, with its number: the active one leaves them as much where it can."""
ACTIVE = 24
"""How much of the active one is shown at least."""


class SubjectTabs(Tabs, can_focus=False):
    """Tabs turned by the keys of their screen, so that the lists keep the keyboard."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(*map(_tab, names), id="subjects")
        self._names = tuple(names)
        self._titles: dict[str, str] = {}
        self.display = len(names) > 1

    async def offer(self, names: Sequence[str]) -> bool:
        """Have other tabs, the first one active; False, with nothing changed, for those there are."""
        if self._names == tuple(names):
            return False
        self._names = tuple(names)
        await self.clear()
        for name in names:
            await self.add_tab(_tab(name))
        self.display = len(names) > 1
        return True

    def name_them(self, titles: dict[str, str]) -> None:
        """Name the tabs, by their names in the program."""
        self._titles = titles
        self._fit()

    def on_resize(self) -> None:
        """Give the titles the room there is."""
        self._fit()

    def on_tabs_tab_activated(self) -> None:
        """Name the active one as fully as there is room for."""
        self._fit()

    def _fit(self) -> None:
        """Say each title, or as much of it as there is room for."""
        numbered = {key: f"{number} {title}" for number, (key, title) in enumerate(self._titles.items(), 1)}
        room, others = self.size.width - PADDING * len(numbered), max(1, len(numbered) - 1)
        active = min(cell_len(numbered.get(self.active, "")), max(ACTIVE, room - others * TOLD_APART))
        most = max(LEAST, (room - active) // others)
        whole = sum(map(cell_len, numbered.values())) <= room
        for tab in self.query(Tab):
            title, shown = numbered.get(tab.id or "", ""), active if tab.id == self.active else most
            short = whole or cell_len(title) <= shown
            tab.label = Content(title if short else f"{set_cell_size(title, shown - 1).rstrip()}…")


def _tab(name: str) -> Tab:
    return Tab(Content(name), id=name)
