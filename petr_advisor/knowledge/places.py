"""Where each entry of the rule base was written, and which ones could not be read as they stand."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from petr_advisor.knowledge.base import PLAN_PREFIX, READING_PREFIX
from petr_advisor.knowledge.problems import Problem
from petr_advisor.knowledge.yaml_reader import Document, Path_
from petr_advisor.words.texts import Text

_NAME = re.compile(r"[\w.-]+")
_DECLARING = ("aliases", "entity", "answers")
"""The keys of an entry under which it declares other names than its own, or leads to them."""

_LINKING = (
    "norms",
    "facts",
    "options",
    "procedures",
    "requirement_groups",
    "regimes",
    "tables",
    "cures",
    "rules",
    "disputed",
    "conflicts",
)
"""The kinds that declare, give or use others: of one that is no mapping, nobody knows which."""

EntryKey = tuple[str, str]
"""(kind, identifier) of an entry."""


class Places:
    """Where each entry was written; `broken` are those not read as they stand, in part or at all."""

    def __init__(self) -> None:
        self._documents: dict[EntryKey, Document] = {}
        self.broken: dict[EntryKey, Any] = {}
        """Entries whose form is wrong, as they are written."""
        self.lost = False
        """Whether some text could not be read at all, so that nobody knows what entries it holds."""
        self._declared: set[str] = set()
        self._spoken: set[str] = set()
        self._unseen = False

    def add(self, kind: str, key: str, document: Document) -> Document | None:
        """Record an entry; give the earlier document when it was already written."""
        earlier = self._documents.get((kind, key))
        self._documents.setdefault((kind, key), document)
        return earlier

    def lay(self, over: "Places") -> None:
        """Take over the places of entries that stand in the place of these, or beside them."""
        for written in over._documents:
            self.broken.pop(written, None)
        self._documents |= over._documents
        self.broken |= over.broken
        self.lost = self.lost or over.lost
        self._declared |= over._declared
        self._spoken |= over._spoken
        self._unseen = self._unseen or over._unseen

    def break_off(self, kind: str, key: str, entry: Any) -> None:
        """Record that an entry could not be read as it stands: what it declares exists all the same."""
        self.broken[kind, key] = entry
        if kind in _LINKING and not _says_what_it_links(kind, entry):
            self.lose(None)
        self._declared |= {key, *_declared(entry)}
        self._spoken |= {key, *names_in(entry)}

    def lose(self, text: str | None) -> None:
        """Record that a text could not be read: what it names may exist and be used; None for one not even seen."""
        self.lost = True
        self._unseen = self._unseen or text is None
        self.hear(text or "")

    def hear(self, text: str) -> None:
        """Record the names in a text that could not be read: they may exist and be used."""
        names = set(_NAME.findall(text))
        self._declared |= names
        self._spoken |= names

    def set_aside(self, name: str) -> bool:
        """Tell whether a name may be declared by what could not be read."""
        of_another = name.removeprefix(READING_PREFIX).removeprefix(PLAN_PREFIX)
        return self._unseen or not self._declared.isdisjoint({name, of_another})

    def spoken_of(self, name: str) -> bool:
        """Tell whether what could not be read speaks of a name."""
        return self._unseen or name in self._spoken

    def entry_of(self, problem: Problem) -> EntryKey | None:
        """Give the entry that a problem is about."""
        kind, _, rest = problem.path.partition(".")
        found = [key for of, key in self._documents if of == kind and f"{rest}.".startswith(f"{key}.")]
        return (kind, max(found, key=len)) if found else None

    def raw(self, kind: str, key: str, path: Path_) -> Any:
        """Give what was written at a place inside an entry, or None."""
        document = self._documents.get((kind, key))
        node: Any = document.data if document else None
        for part in (kind, key, *path):
            try:
                node = node[part]
            except (KeyError, IndexError, TypeError):
                return None
        return node

    def problem(self, kind: str, key: str, path: Path_, message: Text, near: str | None = None) -> Problem:
        """Make a problem about a place inside an entry."""
        document = self._documents.get((kind, key))
        if document is None:
            return Problem("knowledge", 0, f"{kind}.{key}", message, near)
        return document.problem((kind, key, *path), message, near)

    def line(self, kind: str, key: str, path: Path_) -> str:
        """Give a place inside an entry as `file:line`, to point at it from another one."""
        document = self._documents.get((kind, key))
        return f"{document.file}:{document.line((kind, key, *path))}" if document else "knowledge:0"


def _says_what_it_links(kind: str, entry: Any) -> bool:
    """Tell whether the names to which an entry is tied can be read in it."""
    if not isinstance(entry, Mapping):
        return False
    return kind != "facts" or entry.get("type") != "list" or isinstance(entry.get("entity"), str)


def _declared(entry: Any) -> Iterator[str]:
    if isinstance(entry, Mapping):
        yield from (name for key in _DECLARING if key in entry for name in names_in(entry[key]))


def names_in(node: Any) -> Iterator[str]:
    """Give every word of what was written."""
    if isinstance(node, Mapping):
        yield from (str(key) for key in node)
        yield from (name for inner in node.values() for name in names_in(inner))
    elif isinstance(node, list):
        yield from (name for inner in node for name in names_in(inner))
    elif isinstance(node, str):
        yield node
