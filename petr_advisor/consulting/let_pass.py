"""Events by law that the answers leave alone: what they end is not proposed, or what would avoid them is done."""

from petr_advisor.consulting.breaches import TermOutcome
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course_line import CourseLine


def let_pass(consultation: Consultation, found: TermOutcome) -> bool:
    """Tell whether what an event by law ends is given up: staying without it is the answer to all that it would answer.

    The end of the body itself concerns whatever is answered.
    """
    ended, lines = frozenset(found.term.ends), _lines(consultation, found)
    left = (line.state == "stay" and ended.isdisjoint(option.id for option in line.options) for line in lines)
    return not found.term.ends_the_body and bool(lines) and all(left)


def in_place(consultation: Consultation, found: TermOutcome) -> bool:
    """Tell whether what an event by law ends is there already by the act that it is to be done before.

    What remains is to ask what comes after it.
    """
    ended, lines = frozenset(found.term.ends), _lines(consultation, found)
    there = (line.state == "done" and not ended.isdisjoint(option.id for option in line.options) for line in lines)
    return all(each.act.met_by for each in found.acts) and bool(lines) and all(there)


def _lines(consultation: Consultation, found: TermOutcome) -> list[CourseLine[Consultation]]:
    """Give the lines of the course that answer what an event by law ends the answers to."""
    options = consultation.base.options
    places = {(options[key].answers, options[key].theme) for key in found.term.ends}
    return [line for line in consultation.course.lines if (line.question, line.theme) in places]
