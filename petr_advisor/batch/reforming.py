"""What changed rules change for each row: concluded as the law is, then as it would be, and by which change."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from petr_advisor.batch.bases import base_of
from petr_advisor.batch.cases import Refused
from petr_advisor.batch.checking import known_columns, known_of_members
from petr_advisor.batch.concluding import SEPARATOR, What, Whose, differing, reject_line
from petr_advisor.batch.form import MEMBERS, Line, Lines, Order, Raw, no_lines
from petr_advisor.batch.statuses import Told, summed_up, told_of, write
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.reform import Part, changed, only, parts

TOGETHER = "together"
"""Said where no change makes the difference without another."""


@dataclass(frozen=True, eq=False)
class Reform:
    """A base, and what it becomes."""

    before: KnowledgeBase
    after: KnowledgeBase
    parts: tuple[tuple[Part, KnowledgeBase], ...]
    """Each part of the change, with the base that has no other."""


@cache
def reform_of(knowledge: Path | None, overlay: Path) -> Reform:
    """Give what a folder of changed rules makes of a base, loaded once a process."""
    before, after = base_of(knowledge), base_of(knowledge, overlay)
    every = frozenset(changed(before, after))
    made = [(part, after if part.entries == every else only(before, after, part)) for part in parts(before, after)]
    return Reform(before, after, tuple(made))


def laws_of(raw: Raw, order: Order) -> tuple[tuple[Raw, KnowledgeBase], tuple[Raw, KnowledgeBase]]:
    """Give a row as the base reads it, then as the changed base does, each with its base."""
    assert order.overlay is not None  # noqa: S101 - the caller looked
    reform = reform_of(order.knowledge, order.overlay)
    (as_it_is,) = _read_by((raw,), reform.before, reform)
    return (as_it_is, reform.before), (raw, reform.after)


def reformed(order: Order, rows: tuple[Raw, ...]) -> Lines:
    """Conclude the statuses of some rows under the changed rules, with what is otherwise and by which change."""
    assert order.overlay is not None  # noqa: S101 - the caller looked
    reform = reform_of(order.knowledge, order.overlay)
    lines, differences = no_lines(), dict[int, list[Line]]()
    as_it_is, as_it_would_be = (
        told_of(order, _read_by(rows, base, reform), base) for base in (reform.before, reform.after)
    )
    for place, (before, after) in enumerate(zip(as_it_is, as_it_would_be, strict=True)):
        wrong = dict.fromkeys(each for each in (*before, *after) if isinstance(each, Refused))
        lines["rejects"] += [reject_line(each, order.language) for each in wrong]
        for earlier, later in _both(before, after):
            ((then, was), (rules, found)) = earlier.found[0], later.found[0]
            write(lines, later.whose, rules, found, order.language, later.by)
            days = then.as_of, rules.as_of
            differences.setdefault(place, []).extend(differing(later.whose, days, summed_up(was), summed_up(found)))
    _put_causes(order, rows, reform, {place: found for place, found in differences.items() if found})
    lines["changes"] = [line for found in differences.values() for line in found]
    return lines


def _both(before: list[Told | Refused], after: list[Told | Refused]) -> Iterator[tuple[Told, Told]]:
    """Pair what was found of the same case; one that is refused under either law is left out."""
    earlier = {each.whose: each for each in before if isinstance(each, Told)}
    for each in after:
        if isinstance(each, Told) and each.whose in earlier:
            yield earlier[each.whose], each


def _put_causes(order: Order, rows: tuple[Raw, ...], reform: Reform, differences: Mapping[int, list[Line]]) -> None:
    """Say in each line by which changes, each without the others, what differs comes to be so."""
    places = list(differences)
    causes: dict[int, list[Part]] = {}
    for part, base in reform.parts if places else ():
        given = _read_by(tuple(rows[place] for place in places), base, reform)
        for place, told in zip(places, told_of(order, given, base), strict=True):
            found = {each.whose: summed_up(each.found[0][1]) for each in told if isinstance(each, Told)}
            for line in differences[place]:
                if _so(found, line):
                    causes.setdefault(id(line), []).append(part)
    for line in (line for found in differences.values() for line in found):
        line["because"] = _named(causes.get(id(line), ()))


def _so(found: Mapping[Whose, Mapping[What, str]], line: Line) -> bool:
    """Tell whether what was found is what a line says of the changed rules."""
    whose: Whose = (line["row"], line["id"], line["territory"])
    what: What = (line["what"], line["key"])
    return whose in found and found[whose].get(what) == line["after"]


def _named(causes: list[Part] | tuple[()]) -> str:
    smallest = [part for part in causes if not any(other.entries < part.entries for other in causes)]
    return SEPARATOR.join(name for part in smallest for name in part.names) or TOGETHER


def _read_by(rows: tuple[Raw, ...], base: KnowledgeBase, reform: Reform) -> tuple[Raw, ...]:
    """Give rows without the facts that only the changed rules know, where a base does not."""
    new = frozenset(known_columns(reform.after)) - frozenset(known_columns(base))
    of_members = frozenset(known_of_members(reform.after)) - frozenset(known_of_members(base))
    return tuple(_without(raw, new, of_members) for raw in rows) if new or of_members else rows


def _without(raw: Raw, names: frozenset[str], of_members: frozenset[str]) -> Raw:
    fields: dict[str, Any] = {name: value for name, value in raw.fields.items() if name not in names}
    if isinstance(members := fields.get(MEMBERS), list):
        fields[MEMBERS] = [
            {key: value for key, value in each.items() if key not in of_members} if isinstance(each, Mapping) else each
            for each in members
        ]
    return replace(raw, fields=fields)
