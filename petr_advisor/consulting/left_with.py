"""An answer that stays with what is there for want of another way, and not because anything speaks for it."""

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course_line import CourseLine


def for_want_of_another(line: CourseLine[Consultation]) -> bool:
    """Tell whether nothing speaks for what a line stays with: the ways there are are closed."""
    pleaded = any(found.holds and found.merit.for_ for found in line.options[0].merits)
    routes = [other for other in line.weighed if other.option.kind == "route"]
    return not pleaded and bool(routes or line.theme) and not any(not other.rank[0] for other in routes)


def unnamed_beside(case: Consultation, line: CourseLine[Consultation]) -> bool:
    """Tell whether what a theme stays with is not named, an act being proposed on another theme of its question.

    « No contract » would be read of that act as well.
    """
    if line.state != "stay" or line.theme is None or not for_want_of_another(line):
        return False
    return any(other.asks_for_acts for other in case.course.of(line.question))
