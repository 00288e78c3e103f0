"""Which choices a question offers: those that the territory and the other answers leave; the rest on wish."""

from petr_advisor.consulting.case import Case
from petr_advisor.inference.facts import FactKey


def offered(case: Case, key: FactKey) -> tuple[str, ...]:
    """Give the choices of a question that can still be true, in order; all of them where none or every one can.

    One that was said not to be the answer cannot.

    An answer that was given already leaves all of them: it is looked at to be changed. A single one that cannot be true
    is put out of sight too, though the line that leads to it takes its room: that line says that it is ruled out.
    """
    kind = case.base.facts[key[0]]
    choices = tuple(kind.choices)
    if key in case.state.answers or case.situation.contradictory:
        return choices
    allowed, hint = case.situation.allowed(key), case.hint(key[0])
    denied = case.state.denied.get(key)
    possible = (value for value in choices if value in allowed and value != denied)
    left = tuple(value for value in possible if not (hint and hint.excludes(value)))
    return left or choices
