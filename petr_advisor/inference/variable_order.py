"""The order in which the facts of a rule base become variables of decision diagrams.

A diagram stays small where facts that conditions name together stand close. Each fact is drawn towards the middle of
the conditions that name it, over and over (FORCE: Aloul, Markov and Sakallah, 2003): some 50 ms, and diagrams as small
as CUDD finds in seconds by trying. The order depends on the rule base alone, not on what the first consultation asks.
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from petr_advisor.inference.recent import Recent
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.conditions import Condition, facts_of

ROUNDS = 50
"""The order of this rule base no longer gets better after some thirty."""
CONFLICTS_COUNT = 3
"""Conflicts are joined with every goal: so many times do they count."""


_ORDERS: Recent[int, tuple[KnowledgeBase, tuple[str, ...]]] = Recent(4)


def variable_order(base: KnowledgeBase) -> tuple[str, ...]:
    """Give every fact of a base, those that are named together close to each other; remembered."""
    return _ORDERS.get(id(base), lambda: (base, _order(base)), lambda found: found[0] is base)[1]


def take_order(base: KnowledgeBase, order: tuple[str, ...]) -> None:
    """Take the order of a base that an earlier process worked out."""
    _ORDERS.get(id(base), lambda: (base, order), lambda found: found[0] is base)


def _order(base: KnowledgeBase) -> tuple[str, ...]:
    leaves = _Leaves(base)
    spans = [frozenset(chain.from_iterable(map(leaves.behind, facts_of(c)))) for c in _conditions(base)]
    conflicts = [frozenset(facts_of(conflict.when)) for conflict in base.conflicts.values()]
    weighed = [span for span in (*spans, *conflicts * CONFLICTS_COUNT) if len(span) > 1]
    return _drawn_together(tuple(base.all_facts), weighed)


def _conditions(base: KnowledgeBase) -> Iterator[Condition | None]:
    """Give the conditions that goals are made of."""
    for key, option in base.options.items():
        yield from (requirement.standing for requirement in option.requires.values())
        yield from (merit.when for merit in option.merits.values())
        yield from (act.when for act in base.acts_of(key).values())
    for group in base.groups.values():
        yield from (requirement.standing for requirement in group.requires.values())
    yield from (cure.when for cure in base.cures.values())
    yield from (rule.when for rule in base.rules.values())


class _Leaves:
    """The facts behind a fact: those of the rules that conclude it and of the condition under which it applies."""

    def __init__(self, base: KnowledgeBase) -> None:
        self._named: dict[str, list[str]] = {
            fact: list(facts_of(kind.applies_when)) for fact, kind in base.all_facts.items()
        }
        for rule in base.rules.values():
            for fact in rule.then:
                self._named[fact] += (*facts_of(rule.when), *facts_of(rule.unless))
        self._found: dict[str, frozenset[str]] = {}

    def behind(self, fact: str) -> frozenset[str]:
        """Give a fact and those behind it, however far; rules of a checked base do not run in circles."""
        if fact not in self._found:
            self._found[fact] = frozenset((fact,))  # what a circle of rules would come back to
            self._found[fact] = frozenset((fact,)).union(*map(self.behind, self._named.get(fact, ())))
        return self._found[fact]


def _drawn_together(facts: tuple[str, ...], sets: Iterable[frozenset[str]]) -> tuple[str, ...]:
    """Give the order in which sets of facts span least, of the orders met on the way."""
    spans = [sorted(span) for span in sets]
    order, best, shortest = facts, facts, float("inf")
    for _ in range(ROUNDS):
        place = {fact: number for number, fact in enumerate(order)}
        length = sum(max(map(place.__getitem__, span)) - min(map(place.__getitem__, span)) for span in spans)
        if length < shortest:
            best, shortest = order, length
        drawn: dict[str, list[float]] = {fact: [] for fact in facts}
        for span in spans:
            middle = sum(map(place.__getitem__, span)) / len(span)
            for fact in span:
                drawn[fact].append(middle)
        wanted = {fact: sum(found) / len(found) if found else place[fact] for fact, found in drawn.items()}
        order = tuple(sorted(order, key=wanted.__getitem__))
    return best
