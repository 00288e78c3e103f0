"""What is asked together: each fact that is asked stands under one subject, and each name under one only."""

from collections import Counter
from collections.abc import Iterator

from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.checks.uses import Place
from petr_advisor.knowledge.loader import Places
from petr_advisor.knowledge.problems import Problem
from petr_advisor.knowledge.subjects import names_of
from petr_advisor.words.speech import told


def check(base: KnowledgeBase, places: Places) -> Iterator[Problem]:
    """Report facts that are asked under no subject, names held twice, and those that hold nothing that is asked."""
    if not base.subjects:
        return
    asked = {key for key, fact in base.facts.items() if fact.ask is not None}
    held = {name for fact in asked for name in names_of(fact)}
    for key in sorted(asked - base.subject_of.keys()):
        yield Place("facts", key).problem(places, told("check.no-subject", name=key))
    counted = Counter(name for subject in base.subjects.values() for name in subject.holds)
    for key, subject in base.subjects.items():
        for number, name in enumerate(subject.holds):
            place = Place("subjects", key, ("holds", number))
            if counted[name] > 1:
                yield place.problem(places, told("check.several-hold", name=name))
            elif name not in held:
                yield place.problem(places, told("check.holds-nothing", name=name))
