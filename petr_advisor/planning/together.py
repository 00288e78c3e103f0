"""Acts bound to those of other procedures: on one day by law, or after them by caution, at once or one by one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from petr_advisor.knowledge.procedures import Act
from petr_advisor.planning.network import AT_ONCE, Wait
from petr_advisor.planning.occurring import Occurring
from petr_advisor.planning.tempo import Link, Node
from petr_advisor.planning.told_once import waits_for

ALONE = "alone:"
"""An act as it would be done if nothing else had to be ready."""


def after_others(procedures: Sequence[Occurring], nodes: dict[str, Node]) -> None:
    """Let an act wait, as by habit, for those of other procedures that caution puts before it, if the plan has them.

    What is only perhaps needed holds nothing back, nor does what waits for the act itself.
    """
    sure = {own.key(name) for own in procedures for name in own.acts if name not in own.uncertain}
    for own in procedures:
        for name, act in own.acts.items():
            key = own.key(name)
            for link in _before(act):
                if key in nodes and link.on in sure & nodes.keys() and not waits_for(nodes, link.on, key):
                    nodes[key] = replace(nodes[key], after=(*nodes[key].after, link))


def _before(act: Act) -> Iterator[Link]:
    """Give what caution puts before an act, and what it is got ready beside, to be done on a later day."""
    yield from (Link(before, habit=True) for before in act.after_others)
    yield from (Link(before, habit=True, alongside=True) for before in act.not_before)


def on_one_day(
    procedures: Sequence[Occurring], told_by: Mapping[str, str], nodes: dict[str, Node]
) -> dict[str, tuple[str, ...]]:
    """Let an act whose limit is the day of another act wait for it, and be waited for; give those done on one day.

    One that comes after the other by its own order is left there, and so is one of which it is not known whether the
    case calls for it. An act that others do is done on the day of the one told in its place; one that a whole
    procedure does, on that of each act by which this one may end.
    """
    found: dict[str, tuple[str, ...]] = {}
    ends = {own.key(act): tuple(map(own.key, own.may_end)) for own in procedures for act in own.ends if own.may_end}
    tied = ((act, end) for act, other in _same_day(procedures) for end in _days_of(other, told_by, ends))
    for act, day_of in tied:
        one = told_by.get(act, act)
        if one == day_of or not {one, day_of} <= nodes.keys() or nodes[act].beside:
            continue
        if waits_for(nodes, one, day_of) or waits_for(nodes, day_of, one):
            continue
        alone = f"{ALONE}{day_of}"
        nodes[alone] = replace(nodes[day_of], key=alone, dues=())
        nodes[one] = replace(nodes[one], waits=(*nodes[one].waits, Wait(alone, AT_ONCE)))
        nodes[day_of] = replace(nodes[day_of], waits=(*nodes[day_of].waits, Wait(one, AT_ONCE)))
        found[one] = (*found.get(one, ()), day_of)
        found[day_of] = (*found.get(day_of, ()), one)
    return found


def _days_of(act: str, told_by: Mapping[str, str], ends: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Give the acts whose day is that of an act: itself, the one told in its place, the ends of what that one ends."""
    told = told_by.get(act, act)
    return (told,) if told == act else ends.get(told, (told,))


def _same_day(procedures: Sequence[Occurring]) -> Iterator[tuple[str, str]]:
    """Give the acts to be done on the day of another one of their procedure, each with that one."""
    for own in procedures:
        for name, act in own.acts.items():
            other = act.limit.from_ if act.limit is not None and act.limit.kind == "same_day" else None
            if other is not None and other in own.acts:
                yield own.key(name), own.key(other)
