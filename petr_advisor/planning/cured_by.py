"""The procedure by which a cure is carried out: one of its own, while the usual one runs for another text."""

from petr_advisor.knowledge.acts import Cure
from petr_advisor.planning.situation import Situation


def cured_by(cure: Cure, today: Situation) -> str | None:
    """Give the procedure that carries out a cure, if any: what is recorded for an answer of the course is not of it."""
    usual, apart = cure.procedure, cure.apart
    if usual is None or apart is None:
        return usual
    return apart if today.under_way(apart) or (today.under_way(usual) and _is_of_another(usual, today)) else usual


def _is_of_another(procedure: str, today: Situation) -> bool:
    """Tell whether what is recorded of a procedure is of an answer of the course, or of an act that calls it."""
    answers = (option.option for line in today.case.course.lines for option in line.to_carry_out[:1])
    return procedure in today.claimed or any(procedure in option.procedures for option in answers)
