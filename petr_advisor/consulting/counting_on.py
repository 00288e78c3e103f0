"""Whether what another key question plans is counted on: its answers lead to it, or it comes whatever they are."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import TypeVar

from petr_advisor.consulting.case import Case
from petr_advisor.consulting.course_line import CourseLine
from petr_advisor.consulting.outcomes import QuestionOutcome
from petr_advisor.consulting.running import states_of
from petr_advisor.procedures.progress import UNDER_WAY

C = TypeVar("C", bound=Case)

NOWHERE = frozenset({"to_settle", "none"})
"""States of a line that leads to nothing of what its question plans."""


def counted_on(case: Case, lines: Iterable[CourseLine[C]]) -> bool:
    """Tell whether the answers to a key question lead anywhere, or a way of theirs goes on all the same."""
    return any(_leads(line) or _goes_on(case, line) for line in lines)


def put_together(here: QuestionOutcome, apart: QuestionOutcome, themes: Collection[str | None]) -> QuestionOutcome:
    """Give every option of a question, those of some themes as they were weighed apart."""
    routes = [route for route in here.routes if route.option.theme not in themes]
    routes += [route for route in apart.routes if route.option.theme in themes]
    return replace(here, routes=tuple(sorted(routes, key=lambda route: route.rank)))


def _leads(line: CourseLine[C]) -> bool:
    """Tell whether an answer leads to what its question plans; one chosen though a norm closes it does not."""
    return line.state not in NOWHERE and not line.shut


def _goes_on(case: Case, line: CourseLine[C]) -> bool:
    """Tell whether a way of an answer that leads nowhere goes on all the same: begun, or decided by others."""
    names = {name for way in line.weighed for name in way.option.procedures}
    by_others = any(case.base.procedures[name].comes_anyway for name in names)
    return by_others or not UNDER_WAY.isdisjoint(states_of(case, names))
