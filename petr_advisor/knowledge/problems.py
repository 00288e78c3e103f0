"""What is wrong with a file, said so that its author can mend it."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from petr_advisor.errors import PetrAdvisorError
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Language, Text

MAX_NAMED = 20
"""With more names than this, an error does not give them all."""


@dataclass(frozen=True)
class Problem:
    """One mistake in one file."""

    file: str
    """The file, as given or relative to the rule base."""
    line: int
    """Its line, from 1; 0 when the file as a whole is concerned."""
    path: str
    """The place inside the file (`rules.my-rule.when`)."""
    message: Text
    """What is wrong, with the value found and what was expected."""
    nearest: str | None = None
    """The nearest valid name."""

    def told(self, language: Language) -> str:
        """Give the problem on one line: file:line: path: message."""
        message = self.message.in_(language)
        place = f"{self.file}:{self.line}" if self.line else self.file
        where = f" {self.path}:" if self.path else ""
        hint = f" {told('check.did-you-mean', name=self.nearest).in_(language)}" if self.nearest else ""
        stop = "." if hint and message[-1:] not in {".", "?", "!"} else ""
        return f"{place}:{where} {message}{stop}{hint}"

    def __str__(self) -> str:
        """Give the problem in English."""
        return self.told(language="en")


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Give problems in the order of the files, each once."""
    return tuple(sorted(set(problems), key=lambda found: (found.file, found.line, found.path, found.message.en)))


class FileError(PetrAdvisorError):
    """One or several problems found in files; all of those of a load come together."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        english, french = ("\n".join(found.told(language) for found in self.problems) for language in ("en", "fr"))
        super().__init__(english, french)


class FormError(PetrAdvisorError, ValueError):
    """A value is not written as it must be; the text says what was expected, with an example."""


def named(names: Iterable[str], between: str = ", ") -> Text:
    """Write names one after the other, each between the marks of the language."""
    said = [told("check.named", name=name) for name in names]
    return Text(fr=between.join(name.fr for name in said), en=between.join(name.en for name in said))


def unknown_name(what: str, name: str, example: str | None) -> Text:
    """Say that nothing declares a name: `what` is one of the keys `check.unknown.…`."""
    expected = told("check.one-declared", example=example) if example else told("check.none-declared")
    return told("check.unknown", what=told(f"check.unknown.{what}"), name=name, expected=expected)


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
