"""Whom to ask: each fact that is asked stands with one respondent, and only such a fact."""

from collections import Counter
from collections.abc import Iterator

from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.checks.uses import Place
from petr_advisor.knowledge.loader import Places
from petr_advisor.knowledge.problems import Problem
from petr_advisor.words.speech import told


def check(base: KnowledgeBase, places: Places) -> Iterator[Problem]:
    """Report facts that nobody is asked for, that several are, and those that are not asked at all."""
    if not base.respondents:
        return
    asked = {key for key, fact in base.facts.items() if fact.ask is not None}
    named = Counter(fact for found in base.respondents.values() for fact in found.knows)
    for key in asked - named.keys():
        yield Place("facts", key).problem(places, told("check.no-respondent", name=key))
    for key, respondent in base.respondents.items():
        for number, fact in enumerate(respondent.knows):
            place = Place("respondents", key, ("knows", number))
            if named[fact] > 1:
                yield place.problem(places, told("check.several-know", name=fact))
            elif fact in base.facts and fact not in asked:
                yield place.problem(places, told("check.knows-not-asked", name=fact))
