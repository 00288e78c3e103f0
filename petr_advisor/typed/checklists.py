"""Which lines of a checklist are so, as a person types it: « 1,3 », « 2n », « 4? », « none », « ? »."""

import re

from petr_advisor.territory.names import fold
from petr_advisor.typed.figures import place
from petr_advisor.typed.refusals import TypedError, quoted, tidy
from petr_advisor.typed.values import UNKNOWN
from petr_advisor.typed.yes_no import yes_or_no
from petr_advisor.words.speech import told

_LINE = re.compile(r"([0-9]{1,4})([a-z?]*)")
_NO_TO_THE_OTHERS = ("no", "checklist.none", "checklist.none-else")
_BETWEEN = ("checklist.and",)


def read_lines(typed: str, count: int) -> dict[int, bool | None]:
    """Read what is said of lines numbered from 1 to `count`: yes, no, or None for « I do not know ».

    What is said of no line stays out: nothing is no that nobody said to be. TypedError says what would do.
    """
    said: dict[int, bool | None] = {}
    others: set[bool | None] = set()
    for word in re.split(r"[\s,;]+", tidy(typed).casefold().strip(" ,;.")):
        if (found := _LINE.fullmatch(word)) and (number := place(found[1], count)):
            value = _value(found[2], typed, count)
            if said.setdefault(number, value) is not value:
                raise _refused(typed, count)
        elif word == UNKNOWN or _is(word, _NO_TO_THE_OTHERS):
            others.add(None if word == UNKNOWN else False)
        elif not _is(word, _BETWEEN):
            raise _refused(typed, count)
    if len(others) > 1 or not (said or others):
        raise _refused(typed, count)
    rest = dict.fromkeys((number for number in range(1, count + 1) if others), next(iter(others), None))
    return {**rest, **said}


def _value(written: str, typed: str, count: int) -> bool | None:
    """Read what is written close to a number: nothing is yes."""
    if written == UNKNOWN:
        return None
    meant = yes_or_no(written) if written else True
    if meant is None:
        raise _refused(typed, count)
    return meant


def _is(word: str, keys: tuple[str, ...]) -> bool:
    return any(fold(word) == fold(text) for key in keys for text in (told(key).fr, told(key).en) if fold(word))


def _refused(typed: str, count: int) -> TypedError:
    return TypedError.of("typed.not-lines", typed=quoted(typed), last=count)
