"""One plan at three speeds: the least that the law allows, the shortest usual times, the longest.

Shortest takes habits at their least and votes as express; longest takes the full limits. The least by law drops what is
only habit and keeps notices of meetings and legal waits: only it can make a date impossible.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, get_args

from petr_advisor.planning.network import AT_ONCE, NEXT_DAY, Capped, Closed, Network, Span, Wait, Work

Tempo = Literal["least", "shortest", "longest"]
TEMPOS: tuple[Tempo, ...] = get_args(Tempo)


@dataclass(frozen=True)
class Link:
    """An act that comes before another, by law (or by the nature of things) or only by habit."""

    on: str
    habit: bool = False
    within: bool = False
    """Whether it is rather what the other act consists of, or is done with."""
    freed: bool = False
    """Whether what would follow comes without it, at whatever speed."""
    alongside: bool = False
    """Whether the other act is got ready beside it, and done on a later day."""


@dataclass(frozen=True)
class Due:
    """A day by which the law wants an act: a day of its own, or so long after another act."""

    day: date | None = None
    runs: Wait | None = None
    name: str = ""
    """What it is: a key of whoever made it."""
    since: date | None = None
    """The day on which it arises: an act done before does not meet it."""
    ends: bool = False
    """Whether nothing can be done after it, the power or the body being gone: the act is planned by then, whatever time
    it usually takes."""
    wished: bool = False
    """Whether the State only aims at it: no text makes it law."""
    of_a_scheme: bool = False
    """Whether it is the last day of a scheme of contracts, which no law fixes."""
    read: tuple[Wait, ...] = ()
    """What it runs from by other readings of a disputed point."""
    off: Callable[[date], tuple[tuple[date, str], ...]] | None = None
    """Tells, from the day it runs from, which days on which nobody works it was moved from."""


@dataclass(frozen=True)
class Node:
    """An act to be planned."""

    key: str
    after: tuple[Link, ...] = ()
    shortest: Span = AT_ONCE
    longest: Span = AT_ONCE
    least: Span = AT_ONCE
    """The least that the law itself makes it take: the notice of the meeting."""
    full: Wait | None = None
    """The limit at whose end it is done by itself or can be done no more: the longest that it takes."""
    by: Wait | None = None
    """A day by which it is done, whatever time it would take."""
    waits: tuple[Wait, ...] = ()
    """Times that the law makes wait."""
    voted: bool = False
    """Whether a body votes it: convening sooner may shorten it."""
    practice: bool = False
    """Whether it is an act of habit or advice: no law asks for it."""
    beside: bool = False
    """Whether nothing waits for it but what is beside as well: it never makes another act late."""
    not_before: date | None = None
    planned: date | None = None
    """The day for which it is planned, which whoever does it can change."""
    on: date | None = None
    """Its day when that is known: done, or an event."""
    dues: tuple[Due, ...] = ()
    last: date | None = None
    """The last day on which it, or what waits for it, can be done: it is planned by then, if that can be."""
    closed: tuple[Closed, ...] = ()
    """The days on which it is not planned, which bar nothing by law."""
    choice: tuple[str, str] | None = None
    """The way it is of, where one of several is taken and it is not known which: what is chosen, and the choice."""


@dataclass(frozen=True)
class Speeds:
    """The three networks of the same acts."""

    nodes: dict[str, Node]
    least: Network
    shortest: Network
    longest: Network

    def of(self, tempo: Tempo) -> Network:
        """Give the network at a speed."""
        found: Network = getattr(self, tempo)
        return found


def speeds(nodes: Iterable[Node], pressed: frozenset[str] = frozenset()) -> Speeds:
    """Put acts in networks; those `pressed` by a legal date wait for no habit."""
    given = {node.key: node for node in nodes}
    shared = {tempo: Network(_work(node, given, tempo, pressed) for node in given.values()) for tempo in TEMPOS}
    return Speeds(given, shared["least"], shared["shortest"], shared["longest"])


def _work(node: Node, nodes: dict[str, Node], tempo: Tempo, pressed: frozenset[str]) -> Work:
    held = tempo != "least" and node.key not in pressed and node.planned is None  # a day that is set waits for no habit
    links = tuple(link for link in node.after if not link.alongside)
    after = tuple(dict.fromkeys(key for link in links for key in _reached(node, link, nodes, held=held)))
    either: tuple[tuple[str, ...], ...] = ()
    if tempo != "longest":  # of several ways the longest is reckoned with at the longest, the shortest otherwise
        either = _ways(node, after, nodes)
        after = tuple(key for key in after if not any(key in way for way in either))
    beside = (link.on for link in node.after if link.alongside and held)
    waits, cut = (*node.waits, *(Wait(key, NEXT_DAY) for key in beside)), node.full or node.by
    takes = node.least if tempo == "least" else node.shortest if tempo == "shortest" else node.longest
    if node.practice and tempo == "least":
        takes = AT_ONCE
    if tempo == "longest" and node.full is not None and node.full.on in nodes:
        full = node.full if node.last is None else replace(node.full, span=Capped(node.full.span, node.last))
        takes, waits, cut = AT_ONCE, (*waits, full), node.by
    closed = () if tempo == "least" else node.closed
    return Work(node.key, takes, after, waits, cut, node.not_before, node.on, closed, node.last, either)


def _ways(node: Node, after: tuple[str, ...], nodes: dict[str, Node]) -> tuple[tuple[str, ...], ...]:
    """Give what an act waits for on each of the ways of which one is taken: none where it is of one of them itself."""
    ways: dict[tuple[str, str], list[str]] = {}
    for key in after:
        choice = nodes[key].choice
        if choice is not None and choice != node.choice:
            ways.setdefault(choice, []).append(key)
    return tuple(map(tuple, ways.values()))


def _reached(node: Node, link: Link, nodes: dict[str, Node], *, held: bool) -> Iterator[str]:
    """Give what an act waits for through a link: where that does not hold it, what the act before itself waits for."""
    before = nodes.get(link.on)
    if before is None:
        return
    waits = not link.freed and (held or not link.habit)
    if waits and (node.beside or not before.beside):
        yield link.on
        return
    for each in before.after:
        if each.within and before.beside:
            continue  # nobody knows that the act is needed: what does it is not waited for on its account
        yield from _reached(node, each, nodes, held=held)
