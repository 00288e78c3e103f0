"""A duty of a day and the event by law of that day, on the same text, do not concern different cases."""

from petr_advisor.knowledge.conditions import literals
from tests.documents.conftest import real_base


def test_what_spares_the_event_spares_the_duty() -> None:
    """What leaves the event without object, such as a member that is no EPCI, is asked by the duty as well."""
    base, compared = real_base(), 0
    for event, term in base.terms.items():
        for duty, rule in base.rules.items():
            dated = rule.limit is not None and rule.limit.by is not None and rule.limit.by == term.on
            if not dated or not {*rule.norms} & {*term.norms} or term.unless is None:
                continue
            asked = {each.fact for part in (rule.when, rule.unless) if part is not None for each in literals(part)}
            missed = {each.fact for each in literals(term.unless)} - asked
            assert not missed, f"{duty} does not ask what spares {event}: {missed}"
            compared += 1
    assert compared, "no event has a duty of its day: it shows nothing"
