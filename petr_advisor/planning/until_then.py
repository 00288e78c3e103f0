"""What the body of today still owes before the day on which a plan ends it."""

from collections.abc import Callable

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.planning.building import Built
from petr_advisor.planning.days import end_of_the_body
from petr_advisor.planning.lines import Line, ends, owed, waiting_for_each_other

IN_TIME = frozenset({"met", "at_risk"})
"""States of a legal day that leave it worth planning by a body that ends."""


def with_what_is_due_until_then(
    consultation: Consultation, found: tuple[Line, ...], build: Callable[[tuple[Line, ...]], Built]
) -> tuple[tuple[Line, ...], Built]:
    """Add to the lines of a course that ends the body what it owes by then and can do in time; give them built.

    What usual durations put out of its reach is told as a date: nobody starts a text for a body that goes before it.
    """
    built = build(found)
    planned = frozenset(each.procedure for line in found for each in line.instances)
    if not ends(consultation, planned):
        return found, built
    more = tuple(owed(consultation, planned, end_of_the_body(built)))
    while more:
        whole = waiting_for_each_other((*found, *more))
        again = build(whole)
        kept = tuple(line for line in more if _in_time(line, again))
        if kept == more:
            return whole, again
        more = kept
    return found, built


def _in_time(line: Line, built: Built) -> bool:
    """Tell whether all the days of the law that a line keeps can be kept, if only by convening who votes sooner."""
    own = {each.procedure for each in line.instances}
    days = [legal for legal in built.schedule.legal if legal.act.partition("/")[0] in own]
    return bool(days) and all(legal.state in IN_TIME or legal.by_a_vote_alone for legal in days)
