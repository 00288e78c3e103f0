"""Days as a person types them, in figures or in words, in either language.

dateutil and dateparser guess (a missing year, month before day, other calendars): a day of law is not to be guessed.
"""

import re
from calendar import monthrange
from datetime import date
from unicodedata import normalize

from petr_advisor.territory.names import fold
from petr_advisor.typed.refusals import Proposal, TypedError, quoted, tidy
from petr_advisor.words.languages import LANGUAGES
from petr_advisor.words.speech import months, told
from petr_advisor.words.texts import Text

EARLIEST, LATEST = date(1800, 1, 1), date(2100, 12, 31)
"""Where nothing else bounds a day."""
SHORTEST_MONTH = 3
"""Letters from which a month is known: janv., févr., Sept."""


_FORMS = tuple(
    re.compile(form)
    for form in (
        r"(?P<y>[0-9]{4})-(?P<m>[0-9]{1,2})-(?P<d>[0-9]{1,2})",
        r"(?P<d>[0-9]{1,2})([/. -])(?P<m>[0-9]{1,2})\2(?P<y>[0-9]{4})",
        r"(?:le )?(?P<d>[0-9]{1,2}) ?(?:er|st|nd|rd|th)? (?:of )?(?P<m>[^\W\d_]+)\.?,? (?P<y>[0-9]{4})",
        r"(?P<m>[^\W\d_]+)\.? (?P<d>[0-9]{1,2})(?:st|nd|rd|th)?,? (?P<y>[0-9]{4})",
        r"(?P<y>[0-9]{4})-(?P<m>[0-9]{1,2})",
        r"(?P<m>[0-9]{1,2})/(?P<y>[0-9]{4})",
        r"(?P<m>[^\W\d_]+)\.? (?P<y>[0-9]{4})",
        r"(?P<y>[0-9]{4})",
    )
)


def read_day(typed: str, low: date = EARLIEST, high: date = LATEST, why: Text | None = None) -> date:
    """Read a day between two others; TypedError when it is none, with `why` when it is outside.

    A month or a year alone is a Proposal of its last day.
    """
    text = normalize("NFC", tidy(typed).casefold())
    found = next((match for form in _FORMS if (match := form.fullmatch(text))), None)
    if found is None:
        raise TypedError.of("typed.day")
    parts = found.groupdict()
    try:
        year, month = int(parts["y"]), _month(parts.get("m", "12"))
        value = date(year, month, int(parts["d"]) if "d" in parts else monthrange(year, month)[1])
    except ValueError as error:
        raise error if isinstance(error, TypedError) else TypedError.of("typed.no-such-day") from error
    if not low <= value <= high:
        raise TypedError.saying(_outside(low, high, why))
    if "d" not in parts:
        said = "typed.last-day-of-month" if "m" in parts else "typed.last-day-of-year"
        raise Proposal(value, told(said, seen=quoted(typed), day=value))
    return value


def _month(word: str) -> int:
    """Give the number of a month, written in figures, in full, or in enough letters to be known."""
    if re.fullmatch(r"[0-9]+", word):
        return int(word)
    letters = "".join(fold(word))
    for language in LANGUAGES:
        names = ["".join(fold(name)) for name in months(language)]
        found = [n for n, name in enumerate(names, 1) if name.startswith(letters)]
        if letters in names or (len(letters) >= SHORTEST_MONTH and len(found) == 1):
            return names.index(letters) + 1 if letters in names else found[0]
    raise TypedError.of("typed.day")


def _outside(low: date, high: date, why: Text | None) -> Text:
    text = told("typed.outside", low=low, high=high)
    return told("of-both", first=text, second=why) if why else text
