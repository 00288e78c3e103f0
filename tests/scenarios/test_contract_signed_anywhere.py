"""A contract signed with the region and running is done, even where what that region signs today is not known."""

from datetime import date
from functools import cache

import pytest

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.native_engine import NativeEngine
from petr_advisor.knowledge.base import KnowledgeBase

SIGNERS = {"petr": "region-contract-petr", "gip": "region-contract-pays"}


@cache
def the_base() -> KnowledgeBase:
    return load()


@pytest.mark.parametrize("form", SIGNERS)
def test_a_contract_signed_is_never_to_be_signed_again(form: str) -> None:
    """Where what was read of the region shuts this scale to it, the answers say what they contradict instead."""
    done = set()
    for region in the_base().facts["context.region"].choices:
        found = Consultation.start(the_base(), date(2025, 5, 20), ["contracts"], engine=NativeEngine())
        found = found.answer("structure.legal_form", form).answer("context.region", region)
        found = found.answer("contract.region_signed", value=True)
        (line,) = (line for line in found.course.lines if line.theme == "region")
        signed = next(option for option in line.weighed if option.id == SIGNERS[form])
        if signed.status != "closed":
            assert (line.state, line.options) == ("done", (signed,)), region
            done.add(region)
    assert {"centre-val-de-loire", "nouvelle-aquitaine", "occitanie"} <= done
