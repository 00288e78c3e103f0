"""« I do not know » of what a list measures meanwhile is set aside, and comes back with the list gone."""

from datetime import date

import pytest

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.to_find_out import points
from petr_advisor.inference.engines import engine
from petr_advisor.inference.facts import Range

COUNTED = [
    name
    for name, kind in load().facts.items()
    if kind.summary is not None and kind.askable and kind.type == "count" and not kind.applies_when
]
MEMBERS = {"a": {"member.name": "A", "member.kind": "cc"}, "b": {"member.name": "B", "member.kind": "cc"}}


@pytest.mark.parametrize("fact", COUNTED)
def test_what_was_not_known_and_is_measured_is_not_to_be_found_out(fact: str) -> None:
    case = Consultation.start(load(), date(2026, 11, 30), ["evolution"], engine("native"))
    case = case.answer("structure.legal_form", "closed_syndicate").dont_know(fact)
    assert (fact, None) not in case.set_aside
    listed = case.list_entities("member", MEMBERS)
    measured = listed.memory.facts.get(fact)
    if measured is None or isinstance(measured.value, Range):
        pytest.skip("needs more than the kind of each member")
    assert (fact, None) in listed.set_aside
    assert fact not in {point.fact for point in points(listed)}
