"""What a place in an act holds: something known, or what is to be put there."""

from dataclasses import dataclass
from datetime import date

from petr_advisor.words.texts import Text


@dataclass(frozen=True)
class Missing:
    """What is not known: it is said between brackets, and counts as several unless the case says that there is one."""

    label: Text
    one: bool = False
    """Whether it is known that there is one only, whichever it is."""

    def __len__(self) -> int:
        """Count as two where that is not known: several are more often meant than one."""
        return 1 if self.one else 2


Found = str | int | date | tuple[object, ...] | Missing
"""What a place holds: words, a number, a day, a list, or nothing known."""
