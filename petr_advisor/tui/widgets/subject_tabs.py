"""The subjects of the conclusions as tabs: the active one named first, the others so that they can be told apart."""

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.widgets import Tab, Tabs

PADDING = 2
"""What the sides of a tab take."""
LEAST = 4
"""How much of a name is shown at least."""


class SubjectTabs(Tabs, can_focus=False):
    """Tabs turned by the keys of their screen, so that the lists keep the keyboard."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(*map(_tab, names), id="subjects")
        self._names = tuple(names)
        self._titles: dict[str, tuple[str, ...]] = {}
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

    def name_them(self, titles: dict[str, tuple[str, ...]]) -> None:
        """Name the tabs, by their names in the program: in full first, then shorter."""
        self._titles = titles
        self._fit()

    def on_resize(self) -> None:
        """Give the titles the room there is."""
        self._fit()

    def on_tabs_tab_activated(self) -> None:
        """Name the active one as fully as there is room for."""
        self._fit()

    def _fit(self) -> None:
        """Say each title in full, or the active one alone, or none; what is too long even so is cut."""
        numbered = {key: [f"{n} {name}" for name in names] for n, (key, names) in enumerate(self._titles.items(), 1)}
        room = self.size.width - PADDING * len(numbered)
        whole, short = ({key: names[place] for key, names in numbered.items()} for place in (0, -1))
        active = {**short, **{key: name for key, name in whole.items() if key == self.active}}
        shown = next((each for each in (whole, active) if _length(each) <= room), None) or _cut(short, room)
        for tab in self.query(Tab):
            tab.label = Content(shown.get(tab.id or "", ""))


def _length(names: dict[str, str]) -> int:
    return sum(map(cell_len, names.values()))


def _cut(names: dict[str, str], room: int) -> dict[str, str]:
    """Cut the longest names until all have their place: the shorter ones stay whole."""
    most = max(map(cell_len, names.values()), default=0)
    while most > LEAST and sum(min(most, cell_len(name)) for name in names.values()) > room:
        most -= 1
    return {
        key: name if cell_len(name) <= most else f"{set_cell_size(name, most - 1).rstrip()}…"
        for key, name in names.items()
    }


def _tab(name: str) -> Tab:
    return Tab(Content(name), id=name)
