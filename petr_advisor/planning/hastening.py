"""What follows acts that shortened times bring forward for a day of the law is counted from those times as well."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date

from petr_advisor.planning.building import Built
from petr_advisor.planning.in_good_time import in_good_time
from petr_advisor.planning.legal_days import Dated, Schedule, legal_days, unhurried
from petr_advisor.planning.model import InTime
from petr_advisor.planning.network import Days, Network
from petr_advisor.planning.tempo import Node, Speeds


def hastened(built: Built, as_of: date) -> Built:
    """Give a plan with the days on which acts keep a day of the law for another, and what follows counted from these.

    Whoever keeps that day does what follows sooner: a plan has one way of counting. The acts brought forward have
    their usual days as well, which are those that miss it.
    """
    found = in_good_time(built)
    held = {key: each for key, each in found.items() if not each.within_usual}
    if not held:
        return replace(built, in_time=found)
    plan = built.schedule
    last = _held(plan.networks.longest, {key: each.last for key, each in held.items()}, plan.start)
    own = {key: last[key] for key in held}
    return replace(built, in_time=found, held=own, schedule=recounted(plan, held, as_of))


def recounted(plan: Schedule, held: Mapping[str, InTime], as_of: date) -> Schedule:
    """Date again what follows acts held sooner, with the days of the law that bind it or run from it."""
    days = _after(plan.networks, plan.days, held, plan.start)
    longest, usual = days["longest"], plan.days["longest"]
    moved = {key for key in usual if longest[key] != usual[key]}
    bound = {node.key: node for node in plan.networks.nodes.values() if _is_bound(node, moved) and node.key not in held}
    free, freely = unhurried(plan.networks.nodes.values(), plan.start, plan.pressed)
    again = legal_days(bound.values(), (plan.networks, days), (free, _after(free, freely, held, plan.start)), as_of)
    kept = (each for each in plan.legal if each.act not in bound)
    return replace(plan, days=days, legal=(*kept, *again))


def _is_bound(node: Node, moved: Collection[str]) -> bool:
    return node.key in moved or any(due.runs is not None and due.runs.on in moved for due in node.dues)


def _after(networks: Speeds, usual: Dated, held: Mapping[str, InTime], start: date) -> Dated:
    """Give the days of acts at each speed, those after the ones held sooner counted from the days of these."""
    first, last = ({key: each.first for key, each in held.items()}, {key: each.last for key, each in held.items()})
    return {
        **usual,
        "shortest": _counted(networks.shortest, usual["shortest"], first, start),
        "longest": _counted(networks.longest, usual["longest"], last, start),
    }


def _counted(network: Network, usual: Mapping[str, Days], held: Mapping[str, date], start: date) -> dict[str, Days]:
    sooner = _held(network, held, start)
    after = {key for key in network.works if key not in held and not network.ancestors(key).isdisjoint(held)}
    return {key: sooner[key] if key in after and sooner[key].done <= own.done else own for key, own in usual.items()}


def _held(network: Network, held: Mapping[str, date], start: date) -> dict[str, Days]:
    return Network(replace(work, on=held.get(key, work.on)) for key, work in network.works.items()).earliest(start)
