"""The days of what follows an act that usual durations take past its legal day, were that day kept all the same."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from petr_advisor.planning.building import Built
from petr_advisor.planning.model import OnceKept
from petr_advisor.planning.tempo import speeds
from petr_advisor.planning.unrolling import brought_forward


def once_kept(built: Built) -> dict[str, OnceKept]:
    """Give them, by act, where what the late act calls can be brought forward so far."""
    found: dict[str, OnceKept] = {}
    plan = built.schedule
    for late, due in _to_keep(built):
        nodes = (replace(node, on=due) if key == late else node for key, node in plan.networks.nodes.items())
        kept = speeds(nodes, plan.pressed)
        first, last = kept.shortest.earliest(plan.start), kept.longest.earliest(plan.start)
        for key in kept.longest.works:
            if late in kept.longest.ancestors(key) and last[key].done < plan.days["longest"][key].done:
                found.setdefault(key, OnceKept(first[key].done, last[key].done, due))
    return found


def _to_keep(built: Built) -> Iterator[tuple[str, date]]:
    """Give the acts out of reach of usual durations alone that consist of procedures, with their legal day."""
    plan = built.schedule
    for legal in plan.legal:
        own, _, name = legal.act.partition("/")
        situation, waits = built.situations.get(own), plan.networks.longest.works[legal.act].after
        if situation is None or legal.state != "out_of_reach" or legal.counted or legal.wished or waits:
            continue
        act = situation.acts(own).get(name)
        calls = act.calls.names if act is not None and act.calls is not None else ()
        if act and any(brought_forward(situation.as_called(act), each, plan.start, legal.day) for each in calls):
            yield legal.act, legal.day
