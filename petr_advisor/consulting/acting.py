"""Who acts in a case: a body that is not there is named by those who act in its stead, a member by its name."""

from petr_advisor.consulting.among import among
from petr_advisor.consulting.case import Case
from petr_advisor.consulting.requirements import truth
from petr_advisor.words.texts import Text


def who_acts(case: Case, actor: str) -> Text:
    """Name an actor, with the article and the members that it is known to be; KeyError if there is none of that key."""
    found = case.base.actors[actor]
    if instead := next((each for each in found.instead if truth(case, each.when)), None):
        return instead.label
    kind = found.named.entity if found.named else None
    known = [case.facts.get(f"{kind}.name", of) for of in (among(case, found.named) if found.named else ())]
    names = ", ".join(str(name.value) for name in known if name is not None)
    return Text(fr=f"{found.label.fr} ({names})", en=f"{found.label.en} ({names})") if names else found.label
