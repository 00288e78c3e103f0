"""Who acts in a case: a body that is not there is named by those who act in its stead, a member by its name."""

from collections.abc import Collection

from petr_advisor.consulting.among import among
from petr_advisor.consulting.case import Case
from petr_advisor.consulting.newcomer import of_newcomer
from petr_advisor.consulting.requirements import truth
from petr_advisor.territory.measures import MEASURED, departements
from petr_advisor.words.texts import Text

_DEPARTEMENT = f"{MEASURED}.departement"


def who_acts(case: Case, actor: str) -> Text:
    """Name an actor, with the article and the members that it is known to be; KeyError if there is none of that key."""
    found = case.base.actors[actor]
    if instead := next((each for each in found.instead if truth(case, each.when)), None):
        return instead.label
    if found.in_several is not None and len(places := _departements(case)) > 1:
        named = ", ".join(places)
        return Text(fr=f"{found.in_several.fr} ({named})", en=f"{found.in_several.en} ({named})")
    kind = found.named.entity if found.named else None
    known = [case.facts.get(f"{kind}.name", of) for of in (among(case, found.named) if found.named else ())]
    names = ", ".join(str(name.value) for name in known if name is not None)
    return Text(fr=f"{found.label.fr} ({names})", en=f"{found.label.en} ({names})") if names else found.label


def who_acts_in(case: Case, actor: str, procedure: str, callers: Collection[str]) -> Text:
    """Name who acts in a procedure that others call: of another body, where it is carried out there."""
    there = (each for each in case.base.actors[actor].elsewhere if procedure in each.of)
    found = next((each.label for each in there if not set(each.called_by).isdisjoint(callers)), None)
    return found if found is not None else who_acts(case, actor)


def _departements(case: Case) -> list[str]:
    """Name the départements of the members and of who joins them, as far as they are known, in order of their codes."""
    listed = case.lists.get(MEASURED)
    told = [case.facts.get(_DEPARTEMENT, each) for each in listed.ids] if listed else []
    known = case.departements or {str(each.value) for each in told if each is not None}
    joins = of_newcomer(case, _DEPARTEMENT)
    names = departements().names
    return [names.get(code, code) for code in sorted({*known, *([str(joins.value)] if joins is not None else ())})]
