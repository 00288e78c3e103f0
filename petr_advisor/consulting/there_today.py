"""Whether what an answer leads to is there already, and what is there that the answers before take away."""

from typing import TypeVar

from petr_advisor.consulting.case import Case
from petr_advisor.consulting.course_line import CourseLine
from petr_advisor.consulting.outcomes import question_outcome
from petr_advisor.consulting.requirements import is_said
from petr_advisor.knowledge.additions import Addition
from petr_advisor.knowledge.options import Option

C = TypeVar("C", bound=Case)


def there_today(case: Case, line: CourseLine[C]) -> bool:
    """Tell whether what a line leads to is there today, and not only once the answers before it are carried out."""
    if not _is_changed(case, line):
        return True
    today = question_outcome(case, line.question)
    return any((found := today.option(option.id)) is not None and found.done is True for option in line.options)


def left_behind(case: Case, line: CourseLine[C]) -> tuple[Option, Addition] | None:
    """Give what is there today where a theme stays without once the answers before have changed it, with what is said.

    Where they change nothing, the theme stays as it is: what is there is its answer.
    """
    if line.theme is None or line.state != "stay" or not _is_changed(case, line):
        return None
    ways = (way for way in question_outcome(case, line.question).routes if way.option.theme == line.theme and way.done)
    said = ((way.option, way.option.once_left) for way in ways)
    return next(((option, left) for option, left in said if left and is_said(line.case, left)), None)


def _is_changed(case: Case, line: CourseLine[C]) -> bool:
    """Tell whether an answer before has an act that carries it out: one without, as not consenting, changes nothing."""
    return any(case.base.options[key].procedures for _, key in line.after)
