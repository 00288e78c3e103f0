"""The départements of those whom an act concerns, by the register or by what is told of each."""

from collections.abc import Sequence

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.newcomer import NEWCOMER, of_newcomer
from petr_advisor.territory.measures import DEPARTEMENT, departements


def departements_of(case: Consultation, members: Sequence[str]) -> tuple[str | None, ...]:
    """Name the départements of members, each once, in order; None comes last for that of who joins, where not known.

    Nothing is given where that of a listed member is not known.
    """
    told = [case.memory.facts.get(DEPARTEMENT, member) for member in members if member != NEWCOMER]
    known = case.departements or {str(each.value) for each in told if each is not None}
    if not known or (case.departements is None and None in told):
        return ()
    joins = of_newcomer(case, DEPARTEMENT) if NEWCOMER in members else None
    if joins is not None:
        known = known | {str(joins.value)}
    names = departements().names
    found: tuple[str | None, ...] = tuple(names.get(code, code) for code in sorted(known))
    return found if joins is not None or NEWCOMER not in members else (*found, None)
