"""Nobody waits without being told: the header says that something is worked out, from its first moment to its last."""

from typing import Any

from textual.app import App

COMPUTING = frozenset({"points", "telling", "explanation"})
"""The groups of the workers that work out what a screen shows, beside those that evaluate."""


class AtWork(App[str]):
    """An application whose screens say what its workers do."""

    def on_worker_state_changed(self) -> None:
        """Let the screen in sight say it."""
        show: Any = getattr(self.screen, "show_state", None) if self.is_running and self.screen_stack else None
        if show is not None:
            show()


def at_work(app: App[Any], *groups: str) -> bool:
    """Tell whether a worker of some groups has not finished yet."""
    return any(worker.group in groups and not worker.is_finished for worker in app.workers)
