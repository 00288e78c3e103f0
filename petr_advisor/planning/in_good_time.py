"""The days between which votes are held, and what they need is done, for a day of the law that an act has to keep."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial

from petr_advisor.planning.building import Built
from petr_advisor.planning.legal_days import LegalDay
from petr_advisor.planning.lines import REPAIR
from petr_advisor.planning.model import LATE, InTime
from petr_advisor.planning.network import Network, Span
from petr_advisor.planning.noding import is_task
from petr_advisor.planning.unrolling import convened

LastDay = Callable[[date], date]
"""Gives the last day up to a day on which an act may be done."""


def in_good_time(built: Built) -> dict[str, InTime]:
    """Give them, by act, with the day of the law that its usual durations may make another act miss: the tightest.

    Where the shortest usual durations keep that day, what comes after a vote takes as much; where they do not, bodies
    are convened as soon as they may be, and only what the law asks for takes its usual time. The last day is one on
    which a council sits. Nothing where even so the day is missed, where the vote comes in time whatever it usually
    takes, or has to keep a day of its own. Where shortened times keep that day, all on the way to it have theirs: the
    act itself, what the law wants done before those votes or after them, what mends a breach before it, and a vote
    that only some cases call for.
    """
    found: dict[str, InTime] = {}
    networks, free, usual = built.schedule.networks, dict(_free(built)), built.schedule.days["longest"]
    late = {each.act for each in built.schedule.legal if each.state in LATE}
    acts = {key: last for key, last in free.items() if key not in late}
    votes = {key: last for key, last in acts.items() if networks.nodes[key].voted}
    parts, pressed = _parts(built), _pressed(built)
    for legal in _missed(built):
        within = legal.state == "at_risk"
        network = networks.shortest if within else pressed
        fit = _fit(built, network, legal, votes if within else acts, within=within)
        days = network.earliest(built.schedule.start)
        own = {key for key in fit if parts[key] == parts.get(legal.act)}
        own = own if own & votes.keys() else set()
        if own and not within:
            own |= {key for key in fit if parts[key].startswith(REPAIR)}
            by = free[legal.act](legal.day) if legal.act in free else date.min
            if days[legal.act].done <= by and usual[legal.act].done > legal.day:
                own_days = days[legal.act]
                fit[legal.act] = InTime(own_days.done, by, legal.day, within_usual=False, ready=own_days.ready)
                own.add(legal.act)
            wider, unsure = _with_the_unsure(built, pressed, parts[legal.act])
            perhaps = _fit(built, wider, legal, {key: votes[key] for key in unsure & votes.keys()}, within=False)
            own |= perhaps.keys()
            fit = perhaps | fit
        found |= {key: fit[key] for key in own if key not in found or fit[key].last < found[key].last}
    return found


def _fit(
    built: Built, network: Network, legal: LegalDay, acts: Mapping[str, LastDay], *, within: bool
) -> dict[str, InTime]:
    """Give the days of what comes before an act that keep its legal day, where usual durations may not.

    What is no vote has some where its usual ones come after the day on which those votes want it.
    """
    days, last = network.earliest(built.schedule.start), network.latest({legal.act: legal.day})
    before = network.ancestors(legal.act) if days[legal.act].done <= legal.day else frozenset()
    usual = built.schedule.days["longest"]
    return {
        key: InTime(days[key].done, by, legal.day, within, days[key].ready)
        for key in before & acts.keys() & last.keys()
        for by in [acts[key](last[key])]
        for voted in [built.schedule.networks.nodes[key].voted]
        if usual[key].done > (legal.day if voted and not within else by) and days[key].done <= by < legal.day
    }


def _with_the_unsure(built: Built, network: Network, part: str) -> tuple[Network, frozenset[str]]:
    """Give a network in which acts of a part wait also for the votes before them that only some cases call for.

    These votes are given too; where no text read sets a notice, they are held as soon as what comes before is done.
    """
    takes: dict[str, Span] = {}
    before: dict[str, tuple[str, ...]] = {}
    for own in (each for each in built.procedures if each.instance.group == part):
        unsure = {name for name in own.uncertain if own.acts[name].vote is not None}
        situation, start = built.situations[own.name], built.schedule.start
        takes |= {own.key(name): convened(situation, own.acts[name], start) for name in unsure}
        before |= {own.key(name): tuple(own.key(each) for each in act.after if each in unsure)
                   for name, act in own.acts.items()}  # fmt: skip
    found = Network(
        replace(each, takes=takes.get(key, each.takes), after=(*each.after, *before.get(key, ())))
        for key, each in network.works.items()
    )
    return found, frozenset(takes)


def _parts(built: Built) -> dict[str, str]:
    """Give the part of the plan of each act."""
    return {own.key(name): own.instance.group for own in built.procedures for name in own.acts}


def _missed(built: Built) -> Iterator[LegalDay]:
    """Give the days of the law, fixed as they are, that usual durations alone may make an act surely needed miss."""
    unsure = {own.key(name) for own in built.procedures for name in own.uncertain}
    for each in built.schedule.legal:
        fixed = each.state in {"at_risk", "out_of_reach"} and not each.counted and not each.wished
        if fixed and each.act not in unsure:
            yield each


def _free(built: Built) -> Iterator[tuple[str, LastDay]]:
    """Give the votes and acts of the law still to be done on a day that nobody has fixed, each with its last day.

    Of a vote that is one of session. What consists of procedures has the days of these.
    """
    nodes = built.schedule.networks.nodes
    for own in built.procedures:
        for name, act in own.acts.items():
            node = nodes.get(own.key(name))
            free = node is not None and node.on is None and node.planned is None
            if not free or act.milestone:
                continue
            if act.vote is not None:
                yield own.key(name), partial(built.situations[own.name].sits, back=True)
            elif act.origin == "law" and act.calls is None and is_task(act):
                yield own.key(name), _any


def _any(day: date) -> date:
    return day


def _pressed(built: Built) -> Network:
    """Give the acts with bodies convened as soon as they may be, and what is only advised left out."""
    networks, start = built.schedule.networks, built.schedule.start
    takes: dict[str, Span] = {}
    for own in built.procedures:
        situation, here = (
            built.situations[own.name],
            (each for each in own.acts if own.key(each) in networks.least.works),
        )
        for name in here:
            act, usual = own.acts[name], networks.shortest.works[own.key(name)].takes
            if act.vote is not None:
                takes[own.key(name)] = convened(situation, act, start, usual)
            elif act.origin == "law":
                takes[own.key(name)] = usual
    least = networks.least.works
    return Network(replace(each, takes=takes.get(key, each.takes)) for key, each in least.items())
