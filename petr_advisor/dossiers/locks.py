"""Who has a saved consultation open: a lock that ends with the process that took it, killed or not."""

import getpass
import json
import os
import socket
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from petr_advisor.consulting.saved import SavedError
from petr_advisor.dossiers.place import Place
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Text


class HeldElsewhereError(SavedError):
    """A consultation that another window or another person has open; the text says who, and since when."""

    def __init__(self, name: str, by: Text | str) -> None:
        text = told("saved.held-elsewhere", name=name, by=by)
        super().__init__(text.en, text.fr)
        self.by = by
        """Who has it open, and since when; empty when that is not known."""


@dataclass(frozen=True)
class Lock:
    """A lock taken, to be released."""

    place: Path
    _taken: Any

    def release(self) -> None:
        """Let another process take it; who had it is forgotten first."""
        with suppress(OSError):
            os.truncate(self.place, 0)
        self._taken.release()


def lock(place: Place, slug: str, name: str) -> Lock | None:
    """Take the lock of a dossier; None where the system has none to give.

    HeldElsewhereError when another has it.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - most commands hold nothing

    file = place.locks / f"{slug}.lock"
    taken = FileLock(file, timeout=0, thread_local=False, on_acquired=_sign)
    try:
        taken.acquire()
    except Timeout:
        raise HeldElsewhereError(name, _holder(file)) from None
    except OSError:  # a folder that cannot be written, a file system without locks: what is saved is compared instead
        return None
    return Lock(file, taken)


def _sign(lock_file: int) -> None:
    """Write who holds a lock into its file, for whoever is refused it."""
    try:
        who = getpass.getuser()
    except (OSError, KeyError):  # an account without a name
        who = "?"
    now = datetime.now().astimezone().isoformat()
    signed = {"who": who, "host": socket.gethostname(), "process": os.getpid(), "since": now}
    os.ftruncate(lock_file, 0)
    os.pwrite(lock_file, json.dumps(signed).encode(), 0)


def _holder(place: Path) -> Text | str:
    """Say who signed a lock, and when; nothing when it cannot be read."""
    try:
        signed = json.loads(place.read_text(encoding="utf-8"))
        since = datetime.fromisoformat(signed["since"]).astimezone()
        who, host, process = str(signed["who"]), str(signed["host"]), int(signed["process"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""
    return told("saved.holder", day=since, time=f"{since:%H:%M}", who=who, host=host, process=str(process))
