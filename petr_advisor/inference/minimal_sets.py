"""The smallest sets of choices that satisfy a diagram."""

from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import islice

from petr_advisor.inference.diagram_manager import Node


def minimal_sets(node: Node, names: Sequence[str], limit: int) -> tuple[frozenset[str], ...]:
    """Give the sets of variables that satisfy a diagram on them alone and of which no part does, smallest first.

    A variable out of the set is false. The diagram need not be monotone: what is enumerated are the prime implicants of
    « some part of the set satisfies it », which is.
    """
    bdd = node.bdd
    for name in names:
        without, with_ = bdd.let({name: False}, node), bdd.let({name: True}, node)
        node = without | (bdd.var(name) & with_)
    found: list[frozenset[str]] = []
    left = node
    for size in range(len(names) + 1):
        for chosen in islice(_of_size(node, tuple(names), size), limit - len(found)):
            found.append(chosen)
            left &= ~reduce(lambda a, b: a & b, (bdd.var(name) for name in chosen), bdd.true)
        if left == bdd.false or len(found) >= limit:
            break
    return tuple(found)


def _of_size(node: Node, names: tuple[str, ...], size: int) -> Iterator[frozenset[str]]:
    """Give the minimal sets of one size of a monotone diagram, whose every variable is one of the names."""
    bdd = node.bdd
    if node == bdd.true and size == 0:
        yield frozenset()
    if node in (bdd.true, bdd.false) or size == 0:
        return
    name = next(name for name in names if name in bdd.support(node))
    without, with_ = bdd.let({name: False}, node), bdd.let({name: True}, node)
    yield from _of_size(without, names, size)
    for chosen in _of_size(with_, names, size - 1):
        if not _satisfies(chosen, without, names):
            yield chosen | {name}


def _satisfies(chosen: frozenset[str], node: Node, names: tuple[str, ...]) -> bool:
    bdd = node.bdd
    return bool(bdd.let({name: name in chosen for name in names}, node) == bdd.true)
