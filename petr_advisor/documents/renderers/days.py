"""The day and the month of a date kept on one line, where columns are narrow."""

import re
from functools import cache

from petr_advisor.words.languages import LANGUAGES
from petr_advisor.words.voice import Voice


def unbroken(text: str) -> str:
    """Put a no-break space between the number of a day and the name of its month."""
    return _day().sub("\\1\N{NO-BREAK SPACE}\\2", text)


@cache
def _day() -> re.Pattern[str]:
    months = [month for language in LANGUAGES for month in Voice(language).phrase("calendar.months").split()]
    return re.compile(rf"\b(\d{{1,2}}(?:er)?) ({'|'.join(months)})\b")
