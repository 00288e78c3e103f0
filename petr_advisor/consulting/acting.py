"""Who acts in a case: a body that is not there is named by those who act in its stead."""

from petr_advisor.consulting.case import Case
from petr_advisor.consulting.requirements import truth
from petr_advisor.words.texts import Text


def who_acts(case: Case, actor: str) -> Text:
    """Name an actor, with the article; KeyError if there is none of that key."""
    found = case.base.actors[actor]
    instead = found.instead
    return instead.label if instead is not None and truth(case, instead.when) else found.label
