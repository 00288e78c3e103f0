"""A saved consultation held open: who else would write to it is told, and nothing is written over unseen."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.saved.folder import SavedError, file_of, is_taken, numbered
from petr_advisor.consulting.saved.form import Resumed, encode
from petr_advisor.consulting.saved.locks import HeldElsewhereError, Lock, lock
from petr_advisor.consulting.saved.reading import content_of, read_content, resume
from petr_advisor.errors import reason
from petr_advisor.files.writing import create, keep
from petr_advisor.inference.program import Engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Text


@dataclass
class Held:
    """A name to save a consultation under, which no other process takes; to be released."""

    name: str
    """As the person gave it; it changes when another hand has written to the file."""
    path: Path
    _lock: Lock | None = None
    _seen: str | None = None
    """The digest of the file as it was read or written here; None when there was none."""

    def keep(self, consultation: Consultation) -> Text | None:
        """Save a consultation; SavedError when it cannot be.

        Where another hand has written to the file, both are kept: this one goes under a name of its own, which is told.
        """
        told = None
        try:
            while not self._write(consultation):
                told = self._move_apart()
        except OSError as error:
            raise SavedError.of("saved.not-saved", folder=self.path.parent, why=reason(error)) from error
        return told

    def release(self) -> None:
        """Let another process take it."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _write(self, consultation: Consultation) -> bool:
        """Write the file; False, with nothing written, when it is no longer as it was left."""
        there = _digest_at(self.path)
        if there is not None and there != self._seen:
            return False
        content = encode(consultation, self.name)
        if there is not None:
            keep(self.path, content)
        elif not create(self.path, content):  # taken in between
            return False
        self._seen = sha256(content).hexdigest()
        return True

    def _move_apart(self) -> Text:
        fresh, before = begin(self.name), self.name
        self.release()
        self.name, self.path, self._lock, self._seen = fresh.name, fresh.path, fresh._lock, None
        return told("saved.moved-apart", before=before, name=self.name)


def begin(name: str) -> Held:
    """Hold a name that nothing bears and nobody holds: this one, else with a number after it. SavedError if bad."""
    return next(held for each in numbered(name) if (held := _if_free(each)) is not None)


def begin_as(name: str) -> Held:
    """Hold this very name; SavedError when something bears it or another process holds it."""
    held = _if_free(name)
    if held is None:
        raise SavedError.of("saved.name-taken", name=name)
    return held


def take_up(name: str, base: KnowledgeBase, engine: Engine | None = None) -> tuple[Held, Resumed]:
    """Hold a saved consultation and read it; HeldElsewhereError when another has it open, else as `resume`."""
    path = file_of(name)
    if not is_taken(path):
        resume(name, base, engine)  # says which there are
    locked = lock(path, name)
    held = Held(name, path, locked)
    try:
        content = content_of(path)
        found = read_content(path, content, base, engine)
    except BaseException:
        held.release()
        raise
    held.name, held._seen = found.name_to_save_under(name), sha256(content).hexdigest()
    return held, found


def copy(
    name: str, base: KnowledgeBase, engine: Engine | None = None, under: str | None = None
) -> tuple[Held, Resumed]:
    """Read a saved consultation, open elsewhere or not, to go on with it under another name: any free one if None."""
    found = resume(name, base, engine)
    return (begin(found.name) if under is None else begin_as(under)), found


def save(consultation: Consultation, name: str) -> Path:
    """Save a consultation once, over what the name holds; SavedError when it cannot be, or another has it open."""
    path = file_of(name)
    held = Held(name, path, lock(path, name), _digest_at(path))
    try:
        held.keep(consultation)
    finally:
        held.release()
    return held.path


def _if_free(name: str) -> Held | None:
    path = file_of(name)
    if is_taken(path):
        return None
    try:
        held = Held(name, path, lock(path, name))
    except HeldElsewhereError:
        return None
    if is_taken(path):  # whoever held it has just saved and left
        held.release()
        return None
    return held


def _digest_at(path: Path) -> str | None:
    """Give the digest of a file; None when nothing bears the name, an empty one when it is no file to be read."""
    if not is_taken(path):
        return None
    try:
        return sha256(content_of(path)).hexdigest()
    except SavedError:
        return ""
