"""Bodies that a plan sets up: they do nothing before."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.planning.occurring import Occurring
from petr_advisor.planning.tempo import Link, Node
from petr_advisor.planning.told_once import waits_for


def after_set_up(procedures: Sequence[Occurring], base: KnowledgeBase, nodes: dict[str, Node]) -> None:
    """Let each act wait for those of the plan that set up the body whose act it is, unless these wait for it."""
    setting_up = {name: tuple(_setting_up(procedures, actor.set_up_by)) for name, actor in base.actors.items()}
    for own in procedures:
        for name, act in own.acts.items():
            key = own.key(name)
            for before in setting_up[act.who]:
                if key in nodes and before in nodes and not waits_for(nodes, before, key):
                    nodes[key] = replace(nodes[key], after=(*nodes[key].after, Link(before)))


def _setting_up(procedures: Sequence[Occurring], acts: Sequence[str]) -> Iterator[str]:
    """Give what does some acts in a plan: themselves, else the acts that call their procedure."""
    held: Mapping[str, Occurring] = {own.name: own for own in procedures}
    for act in acts:
        procedure, _, name = act.partition("/")
        if procedure in held:
            if name in held[procedure].acts and name not in held[procedure].uncertain:
                yield act
            continue
        for own in procedures:
            for caller, found in own.acts.items():
                if found.calls and procedure in found.calls.names and caller not in own.uncertain:
                    yield own.key(caller)
