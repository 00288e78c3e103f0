"""What is wrong with a command line, in words: those of the library that reads it exist in English only."""

import re
from typing import Any

from petr_advisor.errors import PetrAdvisorError

_WORDS = (
    (r"No such option: (\S+)", "unknown option {0}", "option inconnue : {0}"),
    (r"No such command '(.*?)'", "unknown command {0}", "commande inconnue : {0}"),
    (r"Missing argument '?(.*?)'?\.", "the argument {0} is missing", "il manque l'argument {0}"),
    (r"Missing option (.*?)\.", "{0} is missing", "il manque {0}"),
    (
        r"Invalid value for (.*?):.*'(.*?)' is not one of (.*?)\.?$",
        "{0}: {1} is not one of {2}",
        "{0} : {1} n'est pas parmi {2}",
    ),
    (
        r"Invalid value for (.*?):.*(?:integer|number|range|equal|greater|less)",
        "{0}: not a number it may be",
        "{0} : ce n'est pas un nombre possible",
    ),
    (r"Invalid value for (.*?):", "{0}: not a value it may have", "{0} : valeur impossible"),
    (r"Option '?(.*?)'? requires an argument", "{0} awaits a value", "{0} attend une valeur"),
    (r"Option '?(.*?)'? does not take a value", "{0} takes no value", "{0} n'admet pas de valeur"),
    (r"Got unexpected extra argument\(?s?\)? \((.*)\)", "one thing too many: {0}", "de trop : {0}"),
)
"""What the library says, and the same in English and in French."""
_NEAR = re.compile(r"(?:Did you mean|Possible options:) (.*?)[?)]")


class UsageError(PetrAdvisorError):
    """A command line that cannot be followed; the text says which help to read."""


def is_usage(error: BaseException) -> bool:
    """Tell whether an error comes from the library that reads the command line."""
    return hasattr(error, "format_message")


def usage(error: Any) -> UsageError:
    """Give such an error in words."""
    said = error.format_message()
    en, fr = _translated(said)
    if near := _NEAR.search(said):
        en, fr = f"{en}. Did you mean {_bare(near[1])}?", f"{fr}. Vouliez-vous dire {_bare(near[1])} ?"
    else:
        en, fr = f"{en}.", f"{fr}."
    context = getattr(error, "ctx", None)
    read = f"{context.command_path if context else 'petr-advisor'} --help"
    return UsageError(f"{en[:1].upper()}{en[1:]} See {read}", fr=f"{fr[:1].upper()}{fr[1:]} Voir {read}")


def _translated(said: str) -> tuple[str, str]:
    for pattern, en, fr in _WORDS:
        if found := re.search(pattern, said, re.DOTALL):
            parts = [_bare(part) for part in found.groups()]
            return en.format(*parts), fr.format(*parts)
    return said.rstrip("."), said.rstrip(".")


def _bare(text: str) -> str:
    return text.replace("'", "")
