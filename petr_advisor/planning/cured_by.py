"""The procedure by which a cure is carried out: one of its own, while the usual one runs for another text."""

from petr_advisor.knowledge.acts import Cure
from petr_advisor.planning.situation import Situation


def cured_by(cure: Cure, today: Situation) -> str | None:
    """Give the procedure that carries out a cure, if any: what is recorded for an answer of the course is not of it."""
    usual, apart = cure.procedure, cure.apart
    if usual is None or apart is None:
        return usual
    return apart if today.under_way(apart) or today.is_of_another(usual) else usual
