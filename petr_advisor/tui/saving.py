"""A session is saved: at once in a file of this machine, beside the interface on a team's server, which may be gone."""

from threading import Lock
from typing import TYPE_CHECKING

from textual.app import App
from textual.message import Message

from petr_advisor.tui.notices import Notices
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Language, Text

if TYPE_CHECKING:
    from petr_advisor.consulting.saved import SavedError
    from petr_advisor.tui.session import Session

SAVING = Lock()
"""Held by whoever writes a dossier or lets go of it: one after the other, and each the newest of what was said."""


class Saving(App[str]):
    """An application that saves its session."""

    session: "Session | None" = None
    """The consultation under way."""
    notices: Notices
    language: Language

    class Kept(Message):
        """The consultation was saved, with what is to be told of it, or could not be."""

        def __init__(self, told: Text | None, error: "SavedError | None" = None) -> None:
            super().__init__()
            self.told = told
            self.error = error

    def store(self, *, now: bool = False) -> bool:
        """Save the consultation, on a team's server beside the interface unless `now`; what fails is told, not lost."""
        session = self.session
        if session is None or session.untouched:
            return True
        if now or session.held.at_hand:
            self.on_saving_kept(kept := _keep(session))
            return kept.error is None
        self.run_worker(lambda: self.post_message(_keep(session)), thread=True, exit_on_error=False, group="saving")
        return True

    def on_saving_kept(self, message: Kept) -> None:
        """Tell what came of saving."""
        if message.error is not None:
            failed = told("notice.save-failed", why=message.error.text)
            self.notices.tell(failed.in_, self.language, "warning", 6)
        elif message.told is not None:
            self.notices.tell(message.told.in_, self.language, "warning", 10)


def let_go(session: "Session") -> None:
    """Let another process take the dossier, once what is being saved is; nothing is written any more."""
    with SAVING:
        session.held.release()
        session.over = True


def _keep(session: "Session") -> Saving.Kept:
    """Save the consultation as it stands."""
    from petr_advisor.consulting.saved import SavedError  # noqa: PLC0415 - no consultation is there at the start

    with SAVING:
        try:
            return Saving.Kept(None if session.over else session.held.keep_somewhere(session.consultation))
        except SavedError as error:
            return Saving.Kept(None, error)
