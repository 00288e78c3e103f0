"""Acts of a plan that are done by another act of it, which is told in their place."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from petr_advisor.planning.network import AT_ONCE, Wait
from petr_advisor.planning.occurring import Occurring
from petr_advisor.planning.situation import Situation
from petr_advisor.planning.tempo import Link, Node


def called_in_full(procedures: Collection[Occurring]) -> dict[str, str]:
    """Give the acts that only call procedures which the plan holds, each with the last act of these.

    Such an act is no task beside theirs: it would be told as done once more, at their end.
    """
    held = {each.name: each for each in procedures}
    found: dict[str, str] = {}
    for own in held.values():
        for name, act in own.acts.items():
            called = [held[each] for each in (act.calls.names if act.calls else ()) if each in held]
            enough = called and act.calls is not None and (act.calls.one_of or len(called) == len(act.calls.names))
            if enough and called[-1].ends:
                found[own.key(name)] = called[-1].key(called[-1].ends[-1])
    return found


def called_before(procedures: Sequence[Occurring], situations: Mapping[str, Situation]) -> dict[str, str]:
    """Give the acts that only call procedures which an act of a procedure before calls too: they are done once.

    What is recorded of one for another act is not done again for this one: the two stand apart.
    """
    recorded = {each.key(name) for each in procedures for name in each.acts if _is_claimed(situations, each, name)}
    found: dict[str, str] = {}
    for place, own in enumerate(procedures):
        for name, act in own.acts.items():
            before = (
                earlier.key(other)
                for earlier in procedures[:place]
                for other, sooner in earlier.acts.items()
                if act.calls and act.calls.all and sooner.calls and {*act.calls.all} <= {*sooner.calls.all}
                and other not in earlier.uncertain and not earlier.instance.at_once
                and (earlier.key(other) in recorded) == (own.key(name) in recorded)
            )  # fmt: skip
            if (first := next(before, None)) is not None:
                found[own.key(name)] = first
    return found


def _is_claimed(situations: Mapping[str, Situation], own: Occurring, name: str) -> bool:
    """Tell whether an act calls a procedure of which something is recorded for it alone."""
    found, act = situations[own.name], own.acts[name]
    return act.calls is not None and found.claims(act) and not found.claimed.isdisjoint(act.calls.names)


def contained(procedures: Collection[Occurring], situations: Mapping[str, Situation]) -> dict[str, str]:
    """Give the acts that others of the plan contain, each with the one that does, near or by what this one calls."""
    here = {each.key(name): each.instance.at_once for each in procedures for name in each.acts}
    held = frozenset(situations)
    found: dict[str, str] = {}
    for own in procedures:
        for name in (each for each in own.acts if each not in own.uncertain):
            for inner in _inside(situations[own.name], own.name, name, held):
                if inner in here and inner != own.key(name) and (own.instance.at_once or not here[inner]):
                    found.setdefault(inner, own.key(name))
    return found


def contained_in_done(procedures: Collection[Occurring], situations: Mapping[str, Situation]) -> frozenset[str]:
    """Give the acts that those which are done contain."""
    bases = {each.name: situations[each.name].base for each in procedures}
    return frozenset(
        inner
        for own in procedures
        for name in own.done
        for inner in bases[own.name].procedures[own.name].acts[name].contains
    )


def _inside(situation: Situation, procedure: str, name: str, held: frozenset[str]) -> Iterator[str]:
    act = situation.acts(procedure)[name]
    yield from act.contains
    for called in act.calls.all if act.calls else ():
        inner = situation.acts(called) if called in situation.base.procedures and called not in held else {}
        for each, found in inner.items():
            if situation.truth(found.when) is True:
                yield from _inside(situation, called, each, held)


def done_within(nodes: dict[str, Node], within: Mapping[str, str], *, hands_on: bool) -> dict[str, str]:
    """Let acts be done with those that do them; give those that could be: none that such an act waits for.

    `hands_on` says whether what they wait for has to come before the act that does them too.
    """
    kept: dict[str, str] = {}
    for act, other in within.items():
        if act not in nodes or other not in nodes or waits_for(nodes, other, act):
            continue
        links = tuple(link for link in nodes[act].after if not waits_for(nodes, link.on, other))
        if hands_on:
            nodes[other] = replace(nodes[other], after=tuple(dict.fromkeys((*nodes[other].after, *links))))
        left = links if nodes[act].beside else ()
        after = (Link(other, within=True), *left)
        nodes[act] = replace(
            nodes[act], after=after, shortest=AT_ONCE, longest=AT_ONCE, least=AT_ONCE, full=None, waits=()
        )
        kept[act] = other
    return kept


def ready_for(procedures: Collection[Occurring], nodes: dict[str, Node], inside: Mapping[str, str]) -> None:
    """Let what habit or caution puts before an act that another one does be done by the day of that one."""
    for own in procedures:
        for name in own.acts:
            other = inside.get(own.key(name))
            early = (act for act in own.before(name) if own.acts[act].origin != "law") if other else ()
            for key in map(own.key, early):
                if other and key in nodes and nodes[key].by is None and not waits_for(nodes, other, key):
                    nodes[key] = replace(nodes[key], by=Wait(other, AT_ONCE))


def followed(found: Mapping[str, str]) -> dict[str, str]:
    """Follow acts that are told by others to those that are told themselves."""
    return {act: _last(found, other) for act, other in found.items()}


def _last(found: Mapping[str, str], act: str) -> str:
    return _last(found, found[act]) if act in found else act


def waits_for(nodes: Mapping[str, Node], one: str, other: str) -> bool:
    """Tell whether an act waits for another, near or far, or is it."""
    left, seen = [one], {one}
    while left:
        node = nodes.get(left.pop())
        before = (*(link.on for link in node.after), *(wait.on for wait in node.waits)) if node else ()
        left += [each for each in before if each not in seen]
        seen.update(before)
    return other in seen
