"""Public holidays, as the law gives them: a day of the year or so many days after Easter, everywhere or in places."""

import re
from datetime import date, timedelta
from typing import Self

from dateutil.easter import easter
from pydantic import Field, model_validator

from petr_advisor.knowledge.problems import FormError
from petr_advisor.words.texts import Entry, Text

_DAY_OF_YEAR = re.compile(r"(\d{2})-(\d{2})")
_LEAP_YEAR = 2000


class Holiday(Entry):
    """A day on which nobody works by law: `each_year` or `after_easter`, one of the two."""

    label: Text
    """Its name, as said in « reporté du … : … »."""
    each_year: str | None = None
    """Its month and day, written `05-08`."""
    after_easter: int | None = None
    """How many days after Easter Sunday it falls; below zero, before."""
    departements: tuple[str, ...] = ()
    """The codes of the only départements that have it; none given: everywhere."""
    only_where: Text | None = None
    """In which communes of these départements alone; what is not known of them is supposed, and said."""
    norms: tuple[str, ...] = Field(min_length=1)
    """Where it is written."""

    @model_validator(mode="after")
    def _one_day(self) -> Self:
        if (self.each_year is None) == (self.after_easter is None):
            raise FormError.of("check.holiday-day")
        if self.each_year is not None and not _is_day(self.each_year):
            raise FormError.of("check.holiday-written", value=self.each_year)
        return self

    def day(self, year: int) -> date:
        """Give its day in a year."""
        if self.each_year is None:
            return easter(year) + timedelta(days=self.after_easter or 0)
        return date.fromisoformat(f"{year:04}-{self.each_year}")


def _is_day(text: str) -> bool:
    found = _DAY_OF_YEAR.fullmatch(text)
    try:
        return found is not None and text != "02-29" and bool(date(_LEAP_YEAR, int(found[1]), int(found[2])))
    except ValueError:
        return False
