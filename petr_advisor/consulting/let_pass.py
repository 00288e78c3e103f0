"""Events by law that the answers leave alone: what they end is not what is proposed."""

from petr_advisor.consulting.breaches import TermOutcome
from petr_advisor.consulting.consultation import Consultation


def let_pass(consultation: Consultation, found: TermOutcome) -> bool:
    """Tell whether what an event by law ends is given up: staying without it is the answer to all that it would answer.

    The end of the body itself concerns whatever is answered.
    """
    options, ended = consultation.base.options, frozenset(found.term.ends)
    places = {(options[key].answers, options[key].theme) for key in ended}
    lines = [line for line in consultation.course.lines if (line.question, line.theme) in places]
    left = (line.state == "stay" and ended.isdisjoint(option.id for option in line.options) for line in lines)
    return not found.term.ends_the_body and bool(lines) and all(left)
