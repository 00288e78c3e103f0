"""Whether what an answer leads to is there already."""

from typing import TypeVar

from petr_advisor.consulting.case import Case
from petr_advisor.consulting.course_line import CourseLine
from petr_advisor.consulting.outcomes import OptionOutcome, question_outcome
from petr_advisor.consulting.requirements import holds
from petr_advisor.knowledge.options import Addition

C = TypeVar("C", bound=Case)


def there_today(case: Case, line: CourseLine[C]) -> bool:
    """Tell whether what a line leads to is there today, and not only once the answers before it are carried out.

    Answers that nothing carries out, such as not consenting, change nothing of what is there.
    """
    if not any(case.base.options[key].procedures for _, key in line.after):
        return True
    today = question_outcome(case, line.question)
    return any((found := today.option(option.id)) is not None and found.done is True for option in line.options)


def left_behind(case: Case, line: CourseLine[C]) -> OptionOutcome | None:
    """Give what is there today and goes with an answer before, where a theme stays without and that is to be said."""
    if (
        line.theme is None
        or line.state != "stay"
        or not any(case.base.options[key].procedures for _, key in line.after)
    ):
        return None
    ways = (way for way in question_outcome(case, line.question).routes if way.option.theme == line.theme and way.done)
    return next((way for way in ways if (said := way.option.once_left) and _said(line.case, said)), None)


def _said(case: Case, addition: Addition) -> bool:
    return addition.when is None or holds(case, addition.when)
