"""Acts that the law wants done on one day: neither is done before the other is ready."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from petr_advisor.planning.network import AT_ONCE, Wait
from petr_advisor.planning.occurring import Occurring
from petr_advisor.planning.tempo import Node
from petr_advisor.planning.told_once import waits_for

ALONE = "alone:"
"""An act as it would be done if nothing else had to be ready."""


def on_one_day(
    procedures: Sequence[Occurring], told_by: Mapping[str, str], nodes: dict[str, Node]
) -> dict[str, tuple[str, ...]]:
    """Let an act whose limit is the day of another act wait for it, and be waited for; give those done on one day.

    One that comes after the other by its own order is left there, and so is one of which it is not known whether the
    case calls for it. An act that others do is done on the day of the one told in its place.
    """
    found: dict[str, tuple[str, ...]] = {}
    for act, other in _same_day(procedures):
        one, day_of = told_by.get(act, act), told_by.get(other, other)
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


def _same_day(procedures: Sequence[Occurring]) -> Iterator[tuple[str, str]]:
    """Give the acts to be done on the day of another one of their procedure, each with that one."""
    for own in procedures:
        for name, act in own.acts.items():
            other = act.limit.from_ if act.limit is not None and act.limit.kind == "same_day" else None
            if other is not None and other in own.acts:
                yield own.key(name), own.key(other)
