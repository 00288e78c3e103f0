"""A column: what is known of one fact in many rows, as a class of values a row."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from petr_advisor.columns.planes import Rows
from petr_advisor.inference.atoms import Truth
from petr_advisor.inference.facts import Known

Entry = TypeVar("Entry", bound=np.generic)

Classes = NDArray[np.int32]
"""[rows]: the class of each row's value; -1 where nothing is known."""

NOTHING = -1


@dataclass(frozen=True, eq=False)
class Column:
    """What is known of a fact, row by row; the values of a class decide every condition alike."""

    classes: Classes
    known: tuple[Known, ...]
    """A value of each class."""

    @staticmethod
    def of(values: Iterable[Known | None]) -> "Column":
        """Give the column of some values, one a row, None where nothing is known."""
        numbers: dict[Known, int] = {}
        classes = [NOTHING if value is None else numbers.setdefault(value, len(numbers)) for value in values]
        return Column(np.array(classes, dtype=np.int32), tuple(numbers))

    @staticmethod
    def constant(value: Known, rows: int) -> "Column":
        """Give the column of a value that is the same in every row."""
        return Column(np.zeros(rows, dtype=np.int32), (value,))

    def __len__(self) -> int:
        return len(self.classes)

    @property
    def there(self) -> Rows:
        """Whether something is known."""
        return np.asarray(self.classes != NOTHING)

    def where(self, says: Callable[[Known], bool]) -> Rows:
        """Give the rows of which a known value says something."""
        table = np.array([*map(says, self.known), False], dtype=np.bool_)
        return _looked_up(table, self.classes)

    def truths(self, says: Callable[[Known], Truth]) -> tuple[Rows, Rows]:
        """Give the rows in which a test on the value is true, and those in which it is false."""
        found = [says(value) for value in self.known]
        yes = np.array([*(truth is True for truth in found), False], dtype=np.bool_)
        no = np.array([*(truth is False for truth in found), False], dtype=np.bool_)
        return _looked_up(yes, self.classes), _looked_up(no, self.classes)

    def numbers(self) -> NDArray[np.int64]:
        """Give the whole number in each row, -1 where there is none."""
        table = [known.value if isinstance(known.value, int) else NOTHING for known in self.known]
        return _looked_up(np.array([*table, NOTHING], dtype=np.int64), self.classes)

    def merged(self, sign: Callable[[Known], Hashable]) -> "Column":
        """Give the same column with the classes of one sign made one."""
        numbers: dict[Hashable, int] = {}
        kept: list[Known] = []
        table = []
        for known in self.known:
            number = numbers.setdefault(sign(known), len(numbers))
            if number == len(kept):
                kept.append(known)
            table.append(number)
        return Column(_looked_up(np.array([*table, NOTHING], dtype=np.int32), self.classes), tuple(kept))

    def at(self, rows: NDArray[np.int64]) -> "Column":
        """Give the column of some rows, in their order."""
        return Column(self.classes[rows], self.known)

    def over(self, other: "Column") -> "Column":
        """Give this column where it says something, and another elsewhere."""
        shifted = np.where(other.there, other.classes + np.int32(len(self.known)), np.int32(NOTHING))
        classes = np.where(self.there, self.classes, shifted).astype(np.int32)
        return Column(classes, (*self.known, *other.known))


def _looked_up(table: NDArray[Entry], classes: Classes) -> NDArray[Entry]:
    """Give the entry of each row's class; the last one where nothing is known."""
    return np.take(table, classes, mode="wrap")
