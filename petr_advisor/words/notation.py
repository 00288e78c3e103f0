"""The one notation of the catalogue for what varies in a phrase.

`<name>` is a field; how its value is said follows its kind: a text of the rule base in the language in use, a day in
full, a whole number with its thousands apart, a list with semicolons, words as they stand.
`<one|several>` chooses by the number `n`; `<count:one|several>` by another number, by how many a list holds, or by a
yes or no (`<feminine:prêt|prête>`).
`<names:and>`, `<names:or>`, `<names:comma>` say a list otherwise than with semicolons.
A span of days, `entre le <a> et le <b>` or `between <a> and <b>`, whose ends are one day is said as that day.
What is put in is never read again: a field may hold `<` and `>`.
"""

import re
from collections.abc import Callable, Mapping, Sized
from typing import Literal, get_args

Joint = Literal["and", "or", "comma", "semicolon"]
"""How the items of a list are put one after the other."""

_MARK = re.compile(r"<([^<>]*)>")
_FORM = re.compile(r"(?P<name>[a-z_]+)(:(?P<joint>[a-z]+))?|((?P<number>[a-z_]+):)?(?P<one>[^|:]*)\|(?P<several>[^|]*)")
_SPAN = re.compile(r"(?:(?P<fr>[Ee]ntre le)|[Bb]etween) <(?P<first>[a-z_]+)> (?:et le|and) <(?P<last>[a-z_]+)>")
"""A span of days as it stands in French or in English."""
FieldSayer = Callable[[object, Joint], str]


def fill(phrase: str, fields: Mapping[str, object], say: FieldSayer, *, zero_is_one: bool) -> str:
    """Fill in the fields of a phrase and choose its numbers; in French nought is singular, in English plural."""

    def put(mark: re.Match[str]) -> str:
        form = _form(mark[1])
        if form["name"]:
            return say(fields[form["name"]], form["joint"] or "semicolon")  # type: ignore[arg-type]
        value = fields[form["number"] or "n"]
        return form["several" if _several(value, zero_is_one=zero_is_one) else "one"]

    def one_day(span: re.Match[str]) -> str:
        if fields[span["first"]] != fields[span["last"]]:
            return span[0]
        word = "le" if span["fr"] else "on"
        return f"{word.capitalize() if span[0][0].isupper() else word} <{span['last']}>"

    return _MARK.sub(put, _SPAN.sub(one_day, phrase)) if "<" in phrase else phrase


def places(phrase: str) -> frozenset[str]:
    """Name the fields of a phrase; a ValueError says which mark cannot be read."""
    if "<" in (rest := _MARK.sub("", phrase)) or ">" in rest:
        raise ValueError(f"a mark `<` or `>` stands alone in “{phrase}”")
    forms = map(_form, _MARK.findall(phrase))
    return frozenset(form["name"] or form["number"] or "n" for form in forms)


def _form(mark: str) -> Mapping[str, str]:
    found = _FORM.fullmatch(mark)
    if found is None or (found["joint"] or "comma") not in get_args(Joint):
        raise ValueError(f"the mark `<{mark}>` is neither a field nor a choice")
    return found.groupdict()


def _several(value: object, *, zero_is_one: bool) -> bool:
    if isinstance(value, bool):
        return value
    count = len(value) if isinstance(value, Sized) else abs(int(value))  # type: ignore[call-overload]
    return bool(count > 1 if zero_is_one else count != 1)
