"""Whether what an answer leads to is there already."""

from typing import TypeVar

from petr_advisor.consulting.case import Case
from petr_advisor.consulting.course_line import CourseLine
from petr_advisor.consulting.outcomes import question_outcome

C = TypeVar("C", bound=Case)


def there_today(case: Case, line: CourseLine[C]) -> bool:
    """Tell whether what a line leads to is there today, and not only once the answers before it are carried out.

    Answers that nothing carries out, such as not consenting, change nothing of what is there.
    """
    if not any(case.base.options[key].procedures for _, key in line.after):
        return True
    today = question_outcome(case, line.question)
    return any((found := today.option(option.id)) is not None and found.done is True for option in line.options)
