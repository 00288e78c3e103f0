"""What mends a lack can be laid out in a plan: by a procedure, another answer, or acts of the way that lacks it."""

from collections.abc import Iterator

from petr_advisor.knowledge.acts import Cure
from tests.documents.conftest import real_base

WITHOUT_ACTS = {
    "mobility-taken-back": "available under the reading not followed only; the text that says how was not read",
    "new-communes-leave-then-return": "the way itself stands between the withdrawal and the return",
}
"""Cures of which no act can stand in a plan before the way that needs them."""
ELSEWHERE = {
    ("change-by-a-pilot", "two-leads-named"): "the pilot is led by whoever hosts the service: no act names leads",
    ("change-to-the-end", "two-leads-named"): "a body that ends gives no mandate: no act names leads",
    ("cper-2015-2020-prepare", "contract-epcis-agree"): "no text says in which act of the contract the EPCIs agree",
    ("region-contract-pays", "region-confirms"): "the region begins by its call: what it writes is its own act",
    ("scot-petr-a-la-carte", "scot-services-handed-over"): "uncertain: the note of the cure says to prefer another way",
}
"""Ways of which no act carries out a cure that others hold."""
FOUNDING = "service-clause-in-founding-statutes"
"""A clause of the statutes by which a PETR is born: the acts of its birth, another answer, carry it out."""
SERVED = {"central-purchasing", "management-agreement", "planning-agreement", "service-contract", "unified-service"}
"""The ways that need that clause."""


def _carried_out(cure: Cure) -> bool:
    return bool(cure.procedure or cure.options or cure.acts)


def test_every_cure_can_be_laid_out() -> None:
    assert {key for key, cure in real_base().cures.items() if not _carried_out(cure)} == set(WITHOUT_ACTS)


def _needed() -> Iterator[tuple[str, str, Cure]]:
    base = real_base()
    for key, option in base.options.items():
        for requirement in base.requirements(option).values():
            yield from ((key, name, base.cures[name]) for name in requirement.cures)


def test_the_acts_of_a_cure_stand_in_each_way_that_needs_it() -> None:
    base = real_base()
    lacking = {
        (option, name)
        for option, name, cure in _needed()
        if cure.acts and not cure.procedure and base.acts_of(option).keys().isdisjoint(cure.acts)
    }
    assert lacking == {*ELSEWHERE, *((way, FOUNDING) for way in SERVED)}


def test_a_vote_that_mends_is_won_as_the_cure_says() -> None:
    base = real_base()
    won = {key: [base.act(act).majority for act in cure.acts] for key, cure in base.cures.items() if cure.acts}
    voted = [key for key, majorities in won.items() if any(majorities)]
    assert len(voted) > 10
    assert [key for key in voted if base.cures[key].majority is None] == []
