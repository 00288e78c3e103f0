"""A conclusion is as sure as the least sure norm in its proof."""

from datetime import date

import pytest

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.outcomes import OptionOutcome
from petr_advisor.documents.places import to_check
from petr_advisor.inference.engines import engine


@pytest.fixture
def auvergne() -> Consultation:
    """A PETR of Auvergne in 2014: that the region signs with PETRs is known from the press only."""
    found = Consultation.start(load(), date(2014, 12, 1), ["contracts"], engine("native"))
    return found.answer("structure.legal_form", "petr").answer("context.region", "auvergne-rhone-alpes")


def _option(consultation: Consultation, key: str) -> OptionOutcome:
    found = consultation.outcomes[0].option(key)
    assert found is not None
    return found


def test_an_option_is_no_surer_than_the_rule_that_settled_its_requirement(auvergne: Consultation) -> None:
    """Signature with each EPCI is settled by a policy read in the press, though the articles cited were read."""
    found = _option(auvergne.answer("context.former_region", "rhone-alpes"), "region-contract-epci")
    assert found.status == "open"
    assert {auvergne.base.norms[norm].confidence for norm in found.option.norms} == {"verified"}
    assert found.confidence == "secondary"
    assert "ra-cddra" in found.rests_on


def test_what_to_check_includes_the_source_of_that_rule(auvergne: Consultation) -> None:
    found = _option(auvergne.answer("context.former_region", "rhone-alpes"), "region-contract-epci")
    check = auvergne.base.norms["ra-cddra"].check
    assert check in to_check(auvergne.base, found)
    assert check not in {auvergne.base.norms[norm].check for norm in found.option.norms}  # the rule's source alone


def test_a_duty_is_no_surer_than_the_facts_derived_for_it(auvergne: Consultation) -> None:
    """The advice to negotiate at the PETR's scale cites an article that was read; that the region signs was not."""
    found = auvergne.answer("context.former_region", "auvergne")
    duty = next(duty for duty in found.duties if duty.id == "negotiate-at-petr-scale")
    assert {auvergne.base.norms[norm].confidence for norm in duty.rule.norms} == {"verified"}
    assert duty.confidence == "secondary"


def test_a_doubt_on_open_syndicates_is_not_cast_on_closed_ones() -> None:
    """How an open syndicate becomes a closed one is known from memory; a closed one has no such step to take."""
    start = Consultation.start(load(), date(2026, 11, 24), ["evolution"], engine("native"))
    open_one, closed_one = (
        _option(start.answer("structure.legal_form", form), "l5741-4")
        for form in ("open_syndicate", "closed_syndicate")
    )
    assert "evo.cure.smo.becomes-closed" in open_one.rests_on
    assert open_one.confidence == "recalled"
    assert "evo.cure.smo.becomes-closed" not in closed_one.rests_on
    assert closed_one.confidence != "recalled"
