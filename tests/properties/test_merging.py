"""A merger of members of which only the number is known leaves what is so whichever of them merge."""

from datetime import date
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from petr_advisor import Consultation
from petr_advisor.consulting.case import Case
from petr_advisor.consulting.merging import NOT_KNOWN
from petr_advisor.inference.engines import engine
from petr_advisor.inference.facts import Range
from tests.documents.conftest import real_base

BASE = real_base()
DAY = date(2026, 11, 24)
SUMS = ("members.epci", "members.cc", "members.largest_share", "members.some_above_50000", "members.every_own_tax_epci")


def _petr() -> Consultation:
    case = Consultation.start(BASE, DAY, ["life", "governance"], engine("native"))
    case = case.answer("structure.legal_form", "petr").answer("petr.change_planned", "members_merger")
    return case.answer("merger.with_outsiders", value=False)


def _listed(people: list[int]) -> Consultation:
    rows = {f"m{number}": {"member.kind": "cc", "member.population": many} for number, many in enumerate(people)}
    return _petr().list_entities("member", rows)


def _after(case: Consultation) -> Case:
    line = case.course.of("governance")[0]
    assert ("life", "life-members-merge") in line.after
    return line.case


@settings(max_examples=12, deadline=None)
@given(st.lists(st.integers(2_000, 60_000), min_size=3, max_size=5), st.data())
def test_what_is_told_holds_whichever_members_merge(people: list[int], data: st.DataObject) -> None:
    number = data.draw(st.integers(2, len(people) - 1))
    case = _listed(people)
    told = _after(case.answer("members.merging", number).answer("members.outside_merger", len(people) - number))
    found = {fact: told.memory.facts.get(fact) for fact in SUMS}
    assert told.memory.facts.known["members.epci", None].value == len(people) - number + 1
    ids = case.facts.entities["member"].ids
    for group in combinations(ids, number):
        named = case
        for of in ids:
            named = named.answer("member.merges", of in group, of)
        left = _after(named).memory.facts
        for fact, known in found.items():
            really = left.get(fact)
            if known is None or known.value == NOT_KNOWN or really is None:
                continue
            within = known.value.holds(really.value) if isinstance(known.value, Range) else known.value == really.value
            assert within, fact


@pytest.mark.parametrize(("epcis", "merging", "outside", "left"), [(3, 2, 1, 2), (4, 2, 2, 3), (4, 3, 1, 2)])
def test_members_that_are_not_listed_are_fewer_too(epcis: int, merging: int, outside: int, left: int) -> None:
    case = _petr().cannot_list("member").answer("members.epci", epcis).answer("members.merging", merging)
    found = _after(case.answer("members.outside_merger", outside)).memory.facts.get("members.epci")
    assert found is not None
    assert found.value == left
