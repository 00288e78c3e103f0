"""What is wrong with a file, said so that its author can mend it."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from petr_advisor.errors import PetrAdvisorError

MAX_NAMED = 20
"""With more names than this, an error does not give them all."""


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake in one file."""

    file: str
    """The file, as given or relative to the rule base."""
    line: int
    """Its line, from 1; 0 when the file as a whole is concerned."""
    path: str
    """The place inside the file (`rules.my-rule.when`)."""
    message: str
    """What is wrong, with the value found and what was expected."""
    nearest: str | None = None
    """The nearest valid name."""

    def __str__(self) -> str:
        """Give the problem on one line: file:line: path: message."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        where = f" {self.path}:" if self.path else ""
        hint = f" Did you mean `{self.nearest}`?" if self.nearest else ""
        stop = "." if hint and self.message[-1:] not in {".", "?", "!"} else ""
        return f"{place}:{where} {self.message}{stop}{hint}"


class FileError(PetrAdvisorError):
    """One or several problems found in files; all of those of a load come together."""

    def __init__(self, problems: Iterable[Problem], fr: str | None = None) -> None:
        """`fr` is for the one that a person who writes no file may meet: a file that is not there."""
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)), fr)


def unknown(name: str, known: Iterable[str], en: str, fr: str) -> tuple[str, str]:
    """Say in English and in French that a name is not known, with the nearest that is: the texts of an error."""
    known = tuple(known)
    near = nearest(name, known)
    if near is None and len(known) <= MAX_NAMED:
        return f"{en} `{name}`: {', '.join(known)}", f"{fr} « {name} » : {', '.join(known)}"
    if near is None:
        return f"{en} `{name}`", f"{fr} « {name} »"
    return f"{en} `{name}`. Did you mean `{near}`?", f"{fr} « {name} ». Vouliez-vous dire « {near} » ?"


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Give the known name that looks most like `name`, if any looks like it."""
    found = get_close_matches(name, list(known), n=1, cutoff=0.6)
    return found[0] if found else None
