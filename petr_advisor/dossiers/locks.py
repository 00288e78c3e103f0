"""Who has a saved consultation open: a lock that ends with the process that took it, killed or not."""

import getpass
import json
import os
import socket
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from petr_advisor.consulting.saved import SavedError
from petr_advisor.dossiers.place import File, Place, Server
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
class Signature:
    """Who holds a dossier."""

    who: str
    host: str
    process: int
    since: datetime

    @property
    def told(self) -> Text:
        """It in words."""
        day = self.since.astimezone()
        at = {"day": day, "time": f"{day:%H:%M}"}
        return told("saved.holder", **at, who=self.who, host=self.host, process=str(self.process))


class Lock(Protocol):
    """A lock taken, to be released."""

    def renew(self) -> None:
        """Take it again if it was lost, unless another has it now."""

    def release(self) -> None:
        """Let another process take it."""


def lock(place: Place, slug: str, name: str) -> Lock | None:
    """Take the lock of a dossier; None where the system has none to give.

    HeldElsewhereError when another has it, SavedError when the server that gives it cannot be asked.
    """
    if isinstance(place, Server):
        from petr_advisor.dossiers import server_locks  # noqa: PLC0415 - most databases are files

        taken = server_locks.take(place, slug)
        if isinstance(taken, server_locks.ServerLock):
            return taken
        raise HeldElsewhereError(name, taken.told if taken else "")
    return _lock_file(place, slug, name)


@dataclass(frozen=True)
class FileLock:
    """A file of this machine that is locked."""

    place: Path
    _taken: Any

    def renew(self) -> None:
        """It is not lost as long as the process runs."""

    def release(self) -> None:
        """Let another process take it; who had it is forgotten first."""
        with suppress(OSError):
            os.truncate(self.place, 0)
        self._taken.release()


def _lock_file(place: File, slug: str, name: str) -> FileLock | None:
    import filelock  # noqa: PLC0415 - most commands hold nothing

    file = place.locks / f"{slug}.lock"
    taken = filelock.FileLock(file, timeout=0, thread_local=False, on_acquired=_sign)
    try:
        taken.acquire()
    except filelock.Timeout:
        signed = _read(file)
        raise HeldElsewhereError(name, signed.told if signed else "") from None
    except OSError:  # a folder that cannot be written, a file system without locks: what is saved is compared instead
        return None
    return FileLock(file, taken)


def signature() -> Signature:
    """Sign for this process."""
    try:
        who = getpass.getuser()
    except (OSError, KeyError):  # an account without a name
        who = "?"
    return Signature(who, socket.gethostname(), os.getpid(), datetime.now().astimezone())


def _sign(lock_file: int) -> None:
    """Write who holds a lock into its file, for whoever is refused it."""
    mine = signature()
    signed = {"who": mine.who, "host": mine.host, "process": mine.process, "since": mine.since.isoformat()}
    os.ftruncate(lock_file, 0)
    os.pwrite(lock_file, json.dumps(signed).encode(), 0)


def _read(place: Path) -> Signature | None:
    """Give who signed a lock, and when; None when it cannot be read."""
    try:
        signed = json.loads(place.read_text(encoding="utf-8"))
        who, host, process = str(signed["who"]), str(signed["host"]), int(signed["process"])
        return Signature(who, host, process, datetime.fromisoformat(signed["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
