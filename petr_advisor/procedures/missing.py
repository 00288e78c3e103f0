"""What is missing to carry a vote, and to block it: how many at least, and which members."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from math import ceil

from petr_advisor.knowledge.votes import Count
from petr_advisor.procedures.ballots import Ballot, Standings, standings
from petr_advisor.procedures.majority import OVER, Scale
from petr_advisor.procedures.tally import scale_of, seen

MOST_LISTED = 10
"""Members among whom every smallest set is looked for; above, one example is given."""
MOST_SETS = 20
"""Sets listed."""


@dataclass(frozen=True)
class Missing:
    """What some members must still do for a tally to change."""

    least: int
    """The smallest number of members that do."""
    sets: tuple[tuple[str, ...], ...]
    """Members that are enough together, none to spare: all such sets, smallest first, or one example."""
    all_listed: bool
    """Whether every such set is given."""


@dataclass(frozen=True)
class Gap:
    """What is missing for the act; None when it is so already, cannot be any more, or is not known."""

    to_carry: Missing | None
    """Whose agreement would carry it (for an opposition: whose agreement would leave too few to object)."""
    to_block: Missing | None
    """Whose refusal would block it (for an opposition: whose objection would be enough)."""


def gap(ballots: Iterable[Ballot], count: Count, as_of: date) -> Gap:
    """Tell what is missing to carry an act and to block it; ValueError as for a tally."""
    scale = scale_of(tuple(ballots), count)
    found = seen(count, standings(scale.voters, as_of))
    more, less = _to_reach(scale, found), _to_miss(scale, found)
    return Gap(less, more) if count.opposition else Gap(more, less)


def blocking_alone(ballots: Iterable[Ballot], count: Count, as_of: date) -> tuple[str, ...]:
    """Give all those each of whom blocks an act by its own refusal, however many there are; none of an opposition."""
    if count.opposition:
        return ()
    scale = scale_of(tuple(ballots), count)
    found = seen(count, standings(scale.voters, as_of))
    best, free = found.are("settled_for", "for", "awaited"), found.are("awaited", "for")
    if scale.outcome(best) == "short":
        return ()
    return tuple(of for of in sorted(free, key=_order(scale)) if scale.outcome(best - {of}) == "short")


def _to_reach(scale: Scale, found: Standings) -> Missing | None:
    today = found.are("settled_for", "for")
    others = found.are("awaited", "against")
    silent = found.are("awaited")
    return _missing(scale, others, silent, lambda chosen: scale.outcome(today | chosen) not in {"short", "not_known"})


def _to_miss(scale: Scale, found: Standings) -> Missing | None:
    best = found.are("settled_for", "for", "awaited")
    free = found.are("awaited", "for")
    silent = found.are("awaited")
    return _missing(scale, free, silent, lambda chosen: scale.outcome(best - chosen) == "short", block=True)


def _missing(
    scale: Scale,
    among: Collection[str],
    silent: Collection[str],
    enough: Callable[[frozenset[str]], bool],
    *,
    block: bool = False,
) -> Missing | None:
    """Give the smallest sets; of those of one size first those of the silent: who has voted would have to go back."""
    if enough(frozenset()) or not enough(frozenset(among)):
        return None
    place = _order(scale)
    if len(among) <= MOST_LISTED:
        ranked = sorted(among, key=lambda member: (member not in silent, place(member)))
        sets = tuple(_smallest(ranked, enough))
        return Missing(len(sets[0]), sets[:MOST_SETS], len(sets) <= MOST_SETS)
    rankings = _rankings(scale, among, block=block)
    example = min((_greedy(ranked, enough) for ranked in rankings if enough(frozenset(ranked))), key=len)
    return Missing(len(example), (tuple(sorted(example, key=_order(scale))),), all_listed=False)


def _order(scale: Scale) -> Callable[[str], int]:
    places = {voter.member: place for place, voter in enumerate(scale.voters)}
    return places.__getitem__


def _smallest(among: Collection[str], enough: Callable[[frozenset[str]], bool]) -> Iterator[tuple[str, ...]]:
    """Give the sets that are enough and of which no part is, smallest first."""
    found: list[frozenset[str]] = []
    for size in range(1, len(among) + 1):
        for chosen in combinations(among, size):
            held = frozenset(chosen)
            if not any(smaller <= held for smaller in found) and enough(held):
                found.append(held)
                yield chosen


def _greedy(ranked: Collection[str], enough: Callable[[frozenset[str]], bool]) -> frozenset[str]:
    """Take members in order until they are enough, then leave those that are not needed."""
    held: set[str] = set()
    for member in ranked:
        held.add(member)
        if enough(frozenset(held)):
            break
    for member in reversed(list(ranked)):
        if member in held and enough(frozenset(held - {member})):
            held.discard(member)
    return frozenset(held)


def _rankings(scale: Scale, among: Collection[str], *, block: bool) -> Iterator[list[str]]:
    """Rank those who weigh most: the necessary ones first, then by population; or by body, each having its part.

    One of the rankings gives a smallest set: shares of members and of people are both reached soonest, or lost soonest,
    with the most populous members, and a body is kept below its share by its own members alone. Members that count for
    as many communes as they have are ranked by these too: the set is then small, not surely the smallest.
    """
    needed = scale.needed or frozenset()
    order = _order(scale)

    def weight(member: str) -> tuple[bool, int, int]:
        return (member not in needed, -(scale.population[member] or 0), order(member))

    ranked = sorted(among, key=weight)
    bodies = [[member for member in ranked if member in body] for body in scale.groups.values()]
    rule = scale.count.must_include
    if block or rule is None or rule.which in OVER:
        yield ranked
        if set(scale.heads.values()) != {1}:
            yield sorted(ranked, key=lambda member: -(scale.heads[member] or 0))
        yield from bodies if block else ()
        return
    already = {group: len(body - set(among)) for group, body in scale.groups.items()}
    first: list[str] = []
    for (group, body), members in zip(scale.groups.items(), bodies, strict=True):
        asked = ceil(rule.share * len(body)) + (rule.strictly and (rule.share * len(body)).denominator == 1)
        first += members[: max(0, asked - already[group])]
    yield sorted(first, key=weight) + [member for member in ranked if member not in first]
