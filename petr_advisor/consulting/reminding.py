"""What is said beside the answers to a key question whatever they are: whom to ask as well, what to change first."""

from collections.abc import Iterable

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course_line import CourseLine
from petr_advisor.consulting.requirements import is_said
from petr_advisor.words.texts import Text


def reminders(lines: Iterable[CourseLine[Consultation]]) -> tuple[Text, ...]:
    """Give what is said beside some answers, each once; beside one that has no subject, what is said of that alone."""
    return tuple(dict.fromkeys(text for line in lines for text in _beside(line)))


def _beside(line: CourseLine[Consultation]) -> Iterable[Text]:
    base, day = line.case.base, line.case.as_of
    for found in base.key_questions[line.question].reminders.values():
        if found.once_moot != (line.state == "moot"):
            continue
        period = base.period_of(found.norms, acts=False)
        live = period is not None and period.covers(day) and found.theme in {None, line.theme}
        led = not found.after or any(option in found.after for _, option in line.after)
        if live and led and is_said(line.case, found):
            yield found.text
