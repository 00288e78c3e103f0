"""Every dossier: searched, sorted, opened, renamed, duplicated as a variant, archived, deleted, handed on."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from petr_advisor.dossiers import Listing, arranging
from petr_advisor.dossiers.history import History, history
from petr_advisor.dossiers.importing import take_in
from petr_advisor.dossiers.naming import folded
from petr_advisor.tui.actions import bindings
from petr_advisor.tui.advisor import AdvisorApp
from petr_advisor.tui.delivering import deliver
from petr_advisor.tui.screens.beside import BesideScreen
from petr_advisor.tui.screens.history import HistoryScreen
from petr_advisor.tui.screens.listing import ListingScreen
from petr_advisor.tui.screens.name import NameScreen
from petr_advisor.tui.screens.searching import SearchingScreen
from petr_advisor.tui.widgets.banner import Banner
from petr_advisor.tui.widgets.keys import Keys
from petr_advisor.tui.widgets.lines import Line, Lines
from petr_advisor.words.typography import as_a_line

Shelf = Literal["open", "archived", "deleted"]
SHELVES: tuple[Shelf, ...] = ("open", "archived", "deleted")
"""Where a dossier stands."""

ORDERS: dict[str, Callable[[Listing], tuple[str, ...]] | None] = {
    "changed": None,
    "name": lambda each: (folded(each.name),),
    "law": lambda each: (each.as_of, folded(each.name)),
}
"""How the list is sorted; as it comes, the last changed is first."""


class DossiersScreen(SearchingScreen, ListingScreen):
    """Lists the dossiers of a shelf."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "mark", "beside", "history", "rename", "variant", "archive", "delete", "take_back", "hand_on", "take_in",
        "sort", "shelf", "search", "language", "help", "close", "quit",
    )  # fmt: skip
    HELP_KEY = "help.dossiers"
    TITLE_KEY = "dossiers.title"

    def __init__(self) -> None:
        super().__init__()
        self._shelf: Shelf = "open"
        self._order = "changed"
        self._marked: dict[str, Listing] = {}
        """Those to be laid side by side, by what leads to them, in the order in which they were marked."""
        self._deleted: list[str] = []
        """What leads to the dossiers deleted here, the last one last."""
        self._new = ""
        """What leads to the dossier made, renamed or taken back last, until it is listed: the bar goes to it."""

    def compose(self) -> ComposeResult:
        """Lay out the search, what is shown, and the list."""
        yield Banner()
        yield self.search_line()
        yield Static(markup=False, classes="summary")
        yield Lines(classes="body")
        yield Keys(
            "open", "search", "sort", "shelf", "mark", "beside", "history", "rename", "variant", "archive", "delete",
            "take_back", "hand_on", "take_in", "help", "close",
        )  # fmt: skip

    def on_mount(self) -> None:
        """Begin in the list."""
        self.show()
        self.query_one(Lines).focus()

    def show(self) -> None:
        """Fill the list with what was read last, and have it read again: the dossiers may have changed."""
        super().show()
        self.fill()
        self.read()

    def fill(self) -> None:
        """Show those of the shelf that have every word looked for in their name."""
        self.query_one("#find", Input).placeholder = self.say("dossiers.find")
        found = list(self._found())
        shown = self.say(f"dossiers.shelf-{self._shelf}", n=len(found))
        summary = f"{shown} · {self.say(f'dossiers.by-{self._order}')}"
        self.query_one(".summary", Static).update(Content(summary))
        lines, wanted = self.query_one(Lines), self._new or (self._chosen.slug if self._chosen else "")
        told = [Line(self._told(each), each, each.slug) for each in found]
        lines.fill(told or [Line(self.nothing("dossiers.none"))])
        if lines.go_to(wanted) and wanted == self._new:
            self._new = ""

    def _found(self) -> Iterator[Listing]:
        """Give the dossiers of the shelf that have every word looked for in their name, in order."""
        every, order = self.every or (), ORDERS[self._order]
        for each in every if order is None else sorted(every, key=order):
            if _shelf_of(each) == self._shelf and self.wanted(each.name):
                yield each

    def _told(self, dossier: Listing) -> Content:
        name = as_a_line(dossier.name) or dossier.slug
        when = self.voice.day(datetime.fromisoformat(dossier.changed_at).astimezone().date())
        told = [self.say("dossiers.changed", day=when)]
        if dossier.as_of:
            told.append(self.say("dossiers.law", day=self.voice.day(date.fromisoformat(dossier.as_of))))
        if dossier.variant_of:
            told.append(self.say("dossiers.variant-of", name=dossier.variant_of))
        mark = "✓" if dossier.slug in self._marked else " "
        return Content.assemble(f"{mark} {name}", (f"  {' · '.join(told)}", "dim"))

    @property
    def _chosen(self) -> Listing | None:
        found: Listing | None = self.query_one(Lines).target
        return found

    # -- what is looked at -------------------------------------------------------------------------------------

    def action_sort(self) -> None:
        """Sort in another way."""
        orders = list(ORDERS)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self.fill()

    def action_shelf(self) -> None:
        """Show those under way, those that are over, or those deleted."""
        self._shelf = SHELVES[(SHELVES.index(self._shelf) + 1) % len(SHELVES)]
        self.fill()

    def action_mark(self) -> None:
        """Mark a dossier to lay it beside others, or no longer."""
        if (found := self._chosen) is not None:
            if self._marked.pop(found.slug, None) is None:
                self._marked[found.slug] = found
            self.fill()

    def action_beside(self) -> None:
        """Lay the marked dossiers side by side; with none marked, a variant beside what it is a variant of."""
        wanted = list(self._marked.values())
        found = self._chosen
        if not wanted and found is not None and found.variant_of:
            wanted = [each for each in self._found() if each.slug == found.variant_of] + [found]
        if len(wanted) < 2:
            self.advisor.tell("beside.mark-two")
        else:
            self.app.push_screen(BesideScreen(wanted))

    def action_history(self) -> None:
        """Open all that was ever said in a dossier."""
        if (found := self._chosen) is None:
            return
        told: list[History] = []
        base, engine = self.advisor.base, self.advisor.chosen_engine

        def show() -> None:
            self.app.push_screen(HistoryScreen(told[0]))

        self.ask(lambda: told.append(history(found.slug, base, engine)), show)

    # -- what is done to one -----------------------------------------------------------------------------------

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open a dossier; one that was deleted is taken back first."""
        found: Listing | None = self.query_one(Lines).target_at(event.option_index)
        if found is None:
            return
        if found.deleted:
            self._do(lambda: arranging.take_back(found.slug), "dossiers.taken-back", found.name)
        else:
            self.app.post_message(AdvisorApp.Wanted(found.slug))

    def action_rename(self) -> None:
        """Ask for another name."""
        if (found := self._chosen) is not None:
            title = self.say("dossiers.rename", name=as_a_line(found.name))

            def take(name: str | None) -> None:
                if name is not None and name != found.name:
                    self._do(lambda: arranging.rename(found.slug, name), "dossiers.renamed", name)

            self.app.push_screen(NameScreen(title, as_a_line(found.name)), take)

    def action_variant(self) -> None:
        """Copy a dossier under another name."""
        if (found := self._chosen) is not None:
            name = as_a_line(found.name)

            def take(given: str | None) -> None:
                if given is not None:
                    self._do(lambda: arranging.duplicate(found.slug, given), "dossiers.duplicated", given)

            title = self.say("dossiers.variant", name=name)
            self.app.push_screen(NameScreen(title, self.say("dossiers.variant-name", name=name)), take)

    def action_archive(self) -> None:
        """Put a dossier among those that are over, or take it back from there."""
        if (found := self._chosen) is not None and not found.deleted:
            told = "dossiers.unarchived" if found.archived else "dossiers.archived"
            self._do(lambda: arranging.archive(found.slug, archived=not found.archived), told, found.name)

    def action_delete(self) -> None:
        """Delete a dossier, which may be taken back."""
        found = self._chosen
        if found is None or found.deleted:
            return

        def deleted() -> None:
            arranging.delete(found.slug)
            self._deleted.append(found.slug)

        self._do(deleted, "dossiers.deleted", found.name)

    def action_take_back(self) -> None:
        """Take back the dossier deleted last, or the chosen one on the shelf of those deleted."""
        found = self._chosen
        if self._deleted:
            slug = self._deleted.pop()
        elif found is not None and found.deleted:
            slug = found.slug
        else:
            self.advisor.tell("dossiers.nothing-deleted")
            return
        self._do(lambda: arranging.take_back(slug), "dossiers.taken-back", slug)

    # -- files handed on ---------------------------------------------------------------------------------------

    def action_hand_on(self) -> None:
        """Write a dossier to a file, to be taken in on another machine; in a browser, hand it over."""
        if (found := self._chosen) is None or found.deleted:
            return
        base, engine = self.advisor.base, self.advisor.chosen_engine
        name = f"{found.slug}.json"
        if self.app.is_web:
            deliver(self.advisor, name, lambda path: arranging.export_to(found.slug, path, base, engine))
            return

        def write(given: str | None) -> None:
            if given is not None:
                path = Path(given).expanduser().absolute()
                self._do(lambda: arranging.export_to(found.slug, path, base, engine), "dossiers.handed-on", str(path))

        title = self.say("dossiers.hand-on", name=as_a_line(found.name))
        self.app.push_screen(NameScreen(title, str(Path.cwd() / name), Path), write)

    def action_take_in(self) -> None:
        """Take in a dossier from a file of this machine, which a browser elsewhere does not see."""
        if self.app.is_web:
            self.advisor.tell("dossiers.not-in-browser", warning=True)
            return
        base, engine = self.advisor.base, self.advisor.chosen_engine

        def read(given: str | None) -> None:
            if given is not None:
                path = Path(given).expanduser().absolute()
                self._do(lambda: take_in(path, base, engine), "dossiers.taken-in", path.name)

        self.app.push_screen(NameScreen(self.say("dossiers.take-in"), "", Path), read)

    def _do(self, act: Callable[[], object], told: str, name: str) -> None:
        """Do something to a dossier beside the interface and say it, and go to what it leads to; a refusal is told."""
        made: list[object] = []

        def done() -> None:
            self._new = next((slug for slug in made if isinstance(slug, str)), self._new)
            self.advisor.tell(told, name=as_a_line(name), days=arranging.KEPT_DAYS)
            self.show()

        self.ask(lambda: made.append(act()), done)


def _shelf_of(dossier: Listing) -> Shelf:
    return "deleted" if dossier.deleted else "archived" if dossier.archived else "open"
