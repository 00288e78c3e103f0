"""Acts of procedures that a line only calls, which acts of other procedures wait for: elections, and by caution."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from petr_advisor.knowledge.procedures import Act
from petr_advisor.planning.held_back import Called
from petr_advisor.planning.network import Network
from petr_advisor.planning.occurring import Occurring
from petr_advisor.planning.situation import Situation
from petr_advisor.planning.spans import Lazy
from petr_advisor.planning.tempo import Link, Node
from petr_advisor.planning.told_once import waits_for

OF_CALLED = "#"
"""Between the act of the plan that calls a procedure and the act of that one: nothing shows it but the first."""


def after_called(
    procedures: Sequence[Occurring], situations: Mapping[str, Situation], called: Called, nodes: dict[str, Node]
) -> None:
    """Let an act wait for those of what a line of the plan calls that elect its body, or that caution puts before it.

    Such a line ends with the effect of what it calls: what comes after that, an election, has a day of its own.
    """
    for own in procedures:
        for name, act in own.acts.items():
            key = own.key(name)
            for before, caller, situation in _before(procedures, situations, own, act) if key in nodes else ():
                if caller not in nodes or nodes[caller].planned or waits_for(nodes, caller, key):
                    continue
                if (made := _of_called(nodes[caller], situation, called, before)) is not None:
                    nodes[made.key] = made
                    link = Link(made.key, habit=before in act.after_others)
                    nodes[key] = replace(nodes[key], after=(*nodes[key].after, link))


def _before(
    procedures: Sequence[Occurring], situations: Mapping[str, Situation], own: Occurring, act: Act
) -> Iterator[tuple[str, str, Situation]]:
    """Give what is to be waited for in what lines call, each with the act of the plan that calls it.

    An election holds back what waits for the procedure that calls for it: it has to be convened with those elected.
    """
    elected = situations[own.name].base.actors[act.who].elected_by
    for before in (*elected, *act.after_others):
        for caller, situation in _callers(procedures, situations, before):
            if before in act.after_others or caller.partition("/")[0] in own.instance.after:
                yield before, caller, situation


def _callers(
    procedures: Sequence[Occurring], situations: Mapping[str, Situation], act: str
) -> Iterator[tuple[str, Situation]]:
    """Give the acts of the plan that surely call the procedure of an act, which the plan does not hold itself."""
    procedure = act.partition("/")[0]
    if procedure in situations:
        return
    for own in procedures:
        for name, found in own.acts.items():
            if found.calls and procedure in found.calls.all and name not in own.uncertain:
                yield own.key(name), situations[own.name].as_called(found)


def _of_called(caller: Node, situation: Situation, called: Called, act: str) -> Node | None:
    """Give an act of what a line calls, begun with that line and measured alone, where the case has such an act."""
    measured = called(situation, act.partition("/")[0])
    if measured is None or act not in measured[0]["longest"].works:
        return None
    spans = {tempo: Lazy(partial(_done, network, act)) for tempo, network in measured[0].items()}
    return replace(
        caller, key=f"{caller.key}{OF_CALLED}{act}", dues=(),
        least=spans["least"], shortest=spans["shortest"], longest=spans["longest"],
    )  # fmt: skip


def _done(network: Network, act: str, day: date) -> date:
    return network.earliest(day)[act].done
