"""A breach of today that the answer of a course mends for those of after only."""

from petr_advisor.consulting.breaches import Breach
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course_line import CourseLine


def mended_later(consultation: Consultation, breach: Breach) -> CourseLine[Consultation] | None:
    """Give the line whose answer mends a breach once what is before it has taken effect; None where none is such.

    Whoever is there today is to mend it otherwise, and at once.
    """
    for line in consultation.course.lines:
        option = line.option
        if option is None or option.id in breach.mended_by or option.id not in breach.condition.mended_by:
            continue
        if line.after and line.to_carry_out:
            return line
    return None
