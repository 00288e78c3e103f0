"""Days as a person types them, in figures or in words, in either language.

dateutil and dateparser guess (a missing year, month before day, other calendars): a day of law is not to be guessed.
"""

import re
from calendar import monthrange
from datetime import date
from unicodedata import normalize

from petr_advisor.knowledge.texts import Text
from petr_advisor.territory.names import fold
from petr_advisor.typed.refusals import Proposal, TypedError, quoted, tidy
from petr_advisor.wording import MONTHS_EN, MONTHS_FR, day

EARLIEST, LATEST = date(1800, 1, 1), date(2100, 12, 31)
"""Where nothing else bounds a day."""
SHORTEST_MONTH = 3
"""Letters from which a month is known: janv., févr., Sept."""

DAY = Text(
    fr="Tapez un jour, par exemple 30/06/2015 ou 30 juin 2015.",
    en="Type a day, such as 30/06/2015 (day first) or 30 June 2015.",
)
NO_SUCH_DAY = Text(
    fr="Ce jour n’existe pas : le jour vient d’abord, puis le mois (30/06/2015).",
    en="There is no such day: the day comes first, then the month (30/06/2015).",
)

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
    )
)


def read_day(typed: str, low: date = EARLIEST, high: date = LATEST, why: Text | None = None) -> date:
    """Read a day between two others; TypedError when it is none, with `why` when it is outside.

    A month alone is a Proposal of its last day.
    """
    text = normalize("NFC", tidy(typed).casefold())
    found = next((match for form in _FORMS if (match := form.fullmatch(text))), None)
    if found is None:
        raise TypedError(DAY)
    parts = found.groupdict()
    try:
        year, month = int(parts["y"]), _month(parts["m"])
        value = date(year, month, int(parts["d"]) if "d" in parts else monthrange(year, month)[1])
    except ValueError as error:
        raise error if isinstance(error, TypedError) else TypedError(NO_SUCH_DAY) from error
    if not low <= value <= high:
        raise TypedError(_outside(low, high, why))
    if "d" not in parts:
        raise Proposal(value, _last_day(typed, value))
    return value


def _month(word: str) -> int:
    """Give the number of a month, written in figures, in full, or in enough letters to be known."""
    if re.fullmatch(r"[0-9]+", word):
        return int(word)
    letters = "".join(fold(word))
    for names in (MONTHS_FR, MONTHS_EN):
        months = ["".join(fold(name)) for name in names]
        found = [n for n, name in enumerate(months, 1) if name.startswith(letters)]
        if letters in months or (len(letters) >= SHORTEST_MONTH and len(found) == 1):
            return months.index(letters) + 1 if letters in months else found[0]
    raise TypedError(DAY)


def _outside(low: date, high: date, why: Text | None) -> Text:
    fr = f"Il faut un jour entre le {day(low, 'fr')} et le {day(high, 'fr')}."
    en = f"The day must be between {day(low, 'en')} and {day(high, 'en')}."
    return Text(fr=f"{fr} {why.fr}", en=f"{en} {why.en}") if why else Text(fr=fr, en=en)


def _last_day(typed: str, value: date) -> Text:
    seen = quoted(typed)
    return Text(
        fr=f"{seen.fr} ne dit pas le jour : le dernier du mois, le {day(value, 'fr')} ? "
        "Entrée pour le prendre, ou tapez le jour.",
        en=f"{seen.en} does not say the day: the last of the month, {day(value, 'en')}? "
        "Enter to take it, or type the day.",
    )
