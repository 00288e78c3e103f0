"""Whether some members reach a majority, by exact fractions.

Where a population or a number of communes that counts is not known, the answer may be that it is not known; a majority
of members alone, or of everybody, needs none.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Literal

from petr_advisor.knowledge.votes import Count, Way
from petr_advisor.procedures.ballots import Ballot

Outcome = Literal["carried", "dissolved", "prefect_may", "short", "not_known"]
"""The effect of the first way that is reached; none is; a population is missing to tell."""

OVER = frozenset({"every_member_over", "most_populous_if_over", "most_populous_if_at_least"})
"""What must be included by its share of the population."""


@dataclass(frozen=True)
class Scale:
    """The members of a vote, weighed as a majority asks."""

    count: Count
    voters: tuple[Ballot, ...]

    @cached_property
    def everybody(self) -> frozenset[str]:
        """All the members."""
        return frozenset(self.population)

    @cached_property
    def population(self) -> dict[str, int | None]:
        """Inhabitants, by member."""
        return {voter.member: voter.population for voter in self.voters}

    @cached_property
    def total(self) -> int | None:
        """All inhabitants, or None where those of a member are not known."""
        return _sum(self.population.values())

    @cached_property
    def heads(self) -> dict[str, int | None]:
        """For how many each member counts: one, or the communes that it has where these are counted."""
        return {voter.member: voter.communes if self.count.by_communes else 1 for voter in self.voters}

    @cached_property
    def groups(self) -> dict[str, frozenset[str]]:
        """The members of each body, where a share of each is needed."""
        found: dict[str, set[str]] = {}
        for voter in self.voters:
            if voter.group is not None:
                found.setdefault(voter.group, set()).add(voter.member)
        return {group: frozenset(members) for group, members in found.items()}

    @cached_property
    def needed(self) -> frozenset[str] | None:
        """The members without whom nothing is carried, or None where their populations are not known."""
        rule = self.count.must_include
        if rule is None or rule.which not in OVER:
            return frozenset()
        if self.total is None:
            return None
        large = {key: people for key, people in self.population.items() if people is not None}
        if rule.which != "every_member_over":  # the most populous one; all of them where several are equal
            most = max(large.values(), default=0)
            large = {key: people for key, people in large.items() if people == most}
        strictly = rule.strictly or rule.which == "most_populous_if_over"
        return frozenset(
            key for key, people in large.items() if _reaches(people, self.total, rule.share, strictly=strictly)
        )

    @property
    def weighs_people(self) -> bool:
        """Tell whether populations count at all."""
        rule = self.count.must_include
        return (rule is not None and rule.which in OVER) or any(way.population is not None for way in self.count.ways)

    def outcome(self, support: Collection[str]) -> Outcome:
        """Tell what the support of these members comes to."""
        included = self._included(support)
        if included is False:
            return "short"
        doubtful = included is None
        for way in self.count.ways:
            reached = self._reached(way, support)
            if reached is None:
                doubtful = True
            elif reached:
                return "not_known" if doubtful else way.effect
        return "not_known" if doubtful and self._could(support) else "short"

    def _could(self, support: Collection[str]) -> bool:
        return any(self._reached(way, support) is not False for way in self.count.ways)

    def _included(self, support: Collection[str]) -> bool | None:
        rule = self.count.must_include
        if rule is not None and rule.which not in OVER:
            held = set(support)
            return all(
                _reaches(len(part & held), len(part), rule.share, strictly=rule.strictly)
                for part in self.groups.values()
            )
        if self.needed is None:
            return True if self.everybody <= set(support) else None
        return self.needed <= set(support)

    def _reached(self, way: Way, support: Collection[str]) -> bool | None:
        found = (
            _part(self.heads, support, way.members, strictly=way.members_strictly),
            _part(self.population, support, way.population, strictly=way.population_strictly),
        )
        return False if False in found else None if None in found else True


def _part(
    weights: Mapping[str, int | None], support: Collection[str], share: Fraction | None, *, strictly: bool
) -> bool | None:
    """Tell whether some reach a share of what all of them weigh; nobody and everybody need no figures."""
    if share is None or len(support) == len(weights):
        return True
    whole = _sum(weights.values())
    if whole is None:
        return None if support else False
    return _reaches(_sum(weights[member] for member in support) or 0, whole, share, strictly=strictly)


def _reaches(part: int, whole: int, share: Fraction, *, strictly: bool) -> bool:
    found, asked = part * share.denominator, whole * share.numerator
    return found > asked if strictly else found >= asked


def _sum(people: Iterable[int | None]) -> int | None:
    total = 0
    for found in people:
        if found is None:
            return None
        total += found
    return total
