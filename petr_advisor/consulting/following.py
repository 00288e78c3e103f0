"""What follows an answer that stays: later answers that are themselves operations of the kind asked of.

« No operation » is not said beside another answer that is one.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from petr_advisor.consulting.case import Case
from petr_advisor.consulting.course_line import CourseLine
from petr_advisor.consulting.outcomes import OptionOutcome
from petr_advisor.consulting.sureness import Sureness

C = TypeVar("C", bound=Case)


def following(line: CourseLine[C], lines: Iterable[CourseLine[C]]) -> Iterator[tuple[CourseLine[C], OptionOutcome]]:
    """Give the ways of other questions, each with its line, that do what staying would say that nobody does."""
    base = line.case.base
    counted = base.key_questions[line.question].followed
    if line.state != "stay" or not counted:
        return
    for other in lines:
        for option in other.to_carry_out if other.question != line.question else ():
            if any(not set(counted).isdisjoint(base.procedures[name].alters) for name in option.option.procedures):
                yield other, option


def no_surer_than_what_follows(
    lines: Iterable[CourseLine[C]], found: Mapping[tuple[str, str | None], Sureness]
) -> dict[tuple[str, str | None], Sureness]:
    """Make no answer established that says which later one follows, where that one is not."""
    held, judged = tuple(lines), dict(found)
    for line in held:
        own = judged.get((line.question, line.theme))
        if own is None or own.label != "established":
            continue
        after = [other for other, _ in following(line, held)]
        open_ones = [key for each in after if (key := (each.question, each.theme)) in found]
        unsure = tuple(dict.fromkeys(key[0] for key in open_ones if found[key].label != "established"))
        if unsure:
            judged[line.question, line.theme] = replace(own, label="to_confirm", following=unsure)
    return judged
