"""Regimes: what enters one is under it, and what mends a condition does not enter a regime itself."""

from collections.abc import Iterator

from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.checks.uses import Place, exemptions, of_requirement
from petr_advisor.knowledge.loader import Places
from petr_advisor.knowledge.problems import Problem
from petr_advisor.words.speech import told


def check(base: KnowledgeBase, places: Places) -> Iterator[Problem]:
    """Report ways into a regime that escape one of its conditions, and regimes that could not be judged."""
    yield from _replaced(base, places)
    for place, found in exemptions(base):
        if found.period is not None and base.calendar is None:
            yield (place / "period").problem(places, told("check.regime.no-calendar"))
    for key, regime in base.regimes.items():
        breakable = any(found.bears_on("to_remain") for found in regime.conditions.values())
        if breakable and regime.of is None:
            yield Place("regimes", key).problem(places, told("check.regime.of-nobody"))


def _replaced(base: KnowledgeBase, places: Places) -> Iterator[Problem]:
    """An option may word a condition of its regime otherwise, under the same name, but not rest it on other law."""
    for key, option in base.options.items():
        for regime in base.entered(option.makes):
            for name, condition in base.groups[regime].requires.items():
                own = option.requires.get(name)
                lacking = [norm for norm in condition.norms if own is not None and norm not in own.norms]
                if lacking:
                    there = of_requirement(base, regime, name).line(places)
                    message = told("check.regime.replaced", name=name, there=there, norms=lacking)
                    yield (of_requirement(base, key, name) / "norms").problem(places, message)


def circular(base: KnowledgeBase, places: Places) -> Iterator[Problem]:
    """Report conditions that wait for themselves: while there are some, no status can be looked at."""
    for key, regime in base.regimes.items():
        for name, condition in regime.conditions.items():
            for number, cure in enumerate(condition.cures):
                if cure in base.cures and base.entered(base.cures[cure].makes):
                    place = of_requirement(base, key, name) / "cures" / number
                    yield place.problem(places, told("check.regime.cure-enters", name=cure))
