"""Acts to come: a requirement that waits for an act waits for one of its option's own procedures."""

from collections.abc import Iterator

from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.checks.uses import of_requirement
from petr_advisor.knowledge.loader import Places
from petr_advisor.knowledge.problems import Problem
from petr_advisor.words.speech import told


def check(base: KnowledgeBase, places: Places) -> Iterator[Problem]:
    """Report requirements met by an act that no procedure of an option holding them has."""
    for key, option in base.options.items():
        own = base.acts_of(key)
        owners = {name: group for group in base.groups_of(option) for name in base.groups[group].requires}
        for name, requirement in base.requirements(option).items():
            if requirement.act and not own.keys() & set(requirement.act):
                place = of_requirement(base, key if name in option.requires else owners[name], name)
                message = told("check.act-elsewhere", option=key, procedures=option.procedures or ("—",))
                yield (place / "act").problem(places, message)
