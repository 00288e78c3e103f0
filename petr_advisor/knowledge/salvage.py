"""Read what can be read of a file: the entry at which the reading stops is set aside, and the reading goes on."""

import re
from dataclasses import dataclass, field
from typing import Any

from petr_advisor.knowledge.problems import FileError, Problem
from petr_advisor.knowledge.yaml_reader import Document, parse_yaml
from petr_advisor.words.speech import told

MOST_ENTRIES = 50
"""With more entries than this that cannot be read, the file is no rule base."""

_KIND = re.compile(r"[A-Za-z_][\w-]*:\s*(#.*)?")
_NAME = re.compile(r"[\w.-]+")
_ANSWERS = re.compile(r"answers:\s*([\w.-]+)")
_TEXT = re.compile(r"( *)[^\s#]")


@dataclass(frozen=True)
class LostEntry:
    """An entry that could not be read."""

    kind: str
    key: str
    text: str

    @property
    def guess(self) -> dict[str, Any]:
        """What can be told of it all the same: the names after `then`, and the word after `answers`."""
        _, then, names = self.text.partition("then:")
        answers = _ANSWERS.search(self.text)
        guess: dict[str, Any] = {"then" if then else "duty": dict.fromkeys(_NAME.findall(names))}
        return {**guess, "answers": answers[1]} if answers else guess


@dataclass
class Salvage:
    """What could be read of a file, and what could not."""

    document: Document | None
    """None when nothing could."""
    problems: list[Problem] = field(default_factory=list)
    entries: list[LostEntry] = field(default_factory=list)
    """The entries set aside."""


def salvage(text: str, name: str) -> Salvage:
    """Read the entries of a file that can be read."""
    lines = text.split("\n")
    found = Salvage(None)
    while len(found.entries) < MOST_ENTRIES:
        try:
            found.document = parse_yaml("\n".join(lines), name)
            break
        except FileError as error:
            (problem,) = error.problems
            entry = _entry_at(lines, problem.line - 1)
        if not (problem.message == told("check.no-alias") and _told_of(found, problem)):
            found.problems.append(problem)
        if entry is None:
            break
        found.entries.append(entry.lost)
        lines[entry.lines] = [""] * (entry.lines.stop - entry.lines.start)
    return found


def _told_of(found: Salvage, problem: Problem) -> bool:
    """Tell whether the same was said of another line: an anchor and its aliases are one mistake."""
    return any(earlier.message == problem.message for earlier in found.problems)


@dataclass(frozen=True)
class _Found:
    lines: slice
    lost: LostEntry


def _entry_at(lines: list[str], number: int) -> _Found | None:
    """Give the entry in which a line stands; None when it stands in none."""
    kind = next((n for n in range(number, -1, -1) if _KIND.fullmatch(lines[n])), None)
    if kind is None or kind == number:
        return None
    indents = {n: len(match[1]) for n in range(kind + 1, len(lines)) if (match := _TEXT.match(lines[n]))}
    level = next(iter(indents.values()), 0)
    start = next((n for n in reversed(indents) if n <= number and indents[n] == level), None)
    if start is None or level == 0:
        return None
    inside = slice(start, next((n for n in indents if n > start and indents[n] <= level), len(lines)))
    of, key = (lines[n].partition(":")[0].strip() for n in (kind, start))
    return _Found(inside, LostEntry(of, key, "\n".join(lines[inside])))
