"""The command palette: what the keys of the screen in front do, to be found by its name and run."""

from collections.abc import Iterator
from functools import partial

from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.screen import Screen

from petr_advisor.tui.actions import ACTIONS, Action
from petr_advisor.tui.advisor import AdvisorApp

NOT_LISTED = frozenset({"commands"})
"""What is pointless to run from the palette."""


class Palette(CommandPalette):
    """The palette; no key goes to its list before that has its size: Textual does not know the lines before."""

    def _action_command_list(self, action: str) -> None:
        if self.query_one(CommandList).scrollable_content_region:
            super()._action_command_list(action)


class ScreenCommands(Provider):
    """Lists what the screen under the palette can do."""

    async def discover(self) -> Hits:
        """List everything."""
        for action in self._offered():
            yield DiscoveryHit(self._title(action), partial(self._run, action), help=action.shown(self._app.language))

    async def search(self, query: str) -> Hits:
        """List what is like the words typed; say so where nothing is."""
        matcher, found = self.matcher(query), False
        for action in self._offered():
            title = self._title(action)
            if (score := matcher.match(title)) > 0:
                found = True
                words = action.shown(self._app.language)
                yield Hit(score, matcher.highlight(title), partial(self._run, action), title, help=words)
        if not found:
            yield Hit(0.01, self._app.say("commands.none"), lambda: None)

    @property
    def _app(self) -> AdvisorApp:
        assert isinstance(self.app, AdvisorApp)  # noqa: S101 - no other application has this palette
        return self.app

    def _title(self, action: Action) -> str:
        return action.words(self._app.language)

    def _offered(self) -> Iterator[Action]:
        return (action for action in actions_of(self.screen) if action.name not in NOT_LISTED)

    async def _run(self, action: Action) -> None:
        await self.screen.run_action(action.method)


def actions_of(screen: Screen[object]) -> tuple[Action, ...]:
    """Give what the keys of a screen do, each once, in the order in which it binds them.

    A key that the control in front takes for itself (Enter, an arrow) still does what the screen says elsewhere on it.
    """
    own = [binding for found in screen._bindings.key_to_bindings.values() for binding in found]
    active = [found.binding for found in screen.active_bindings.values() if found.enabled]
    names = dict.fromkeys(binding.description for binding in (*own, *active) if binding.description in ACTIONS)
    return tuple(ACTIONS[name] for name in names)
