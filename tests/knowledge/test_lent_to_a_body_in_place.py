"""What a syndicate shares with its members waits for a syndicate: none is lent a service before it is there."""

from typing import Any

import pytest

from petr_advisor.consulting.ranking import statuses_of
from tests.documents.conftest import started

APART = {
    "in-house-contract", "public-cooperation", "purchasing-group", "service-accord", "service-contract",
    "tender-or-company",
}  # fmt: skip
"""What EPCIs agree between themselves, or buy, with neither a PETR nor a syndicate."""
NO_SYNDICATE = ("none", "association", "gip", "entente", "single_epci")
"""Forms of a body that nobody shares a service with as a syndicate."""
KINDS = ("support", "operational", "engineering", "study", "planning")


@pytest.mark.parametrize("form", NO_SYNDICATE)
@pytest.mark.parametrize("kind", KINDS)
def test_no_service_is_shared_with_a_syndicate_that_is_not_there(form: str, kind: str) -> None:
    assert _open(form, kind) - APART == set()


@pytest.mark.parametrize("kind", KINDS[:3])
def test_a_petr_in_place_may_be_lent_a_service(kind: str) -> None:
    assert "service-made-available" in _open("petr", kind)


def _open(form: str, kind: str) -> set[str]:
    """Give the ways of sharing a service that are open, its parties being a body and its members."""
    shared: dict[str, Any] = {
        "structure.legal_form": form,
        "service.parties": "petr_epcis",
        "service.kind": kind,
        "service.power": "own",
        "service.existing": "epcis_only",
        "service.billing": "exact_cost",
    }
    found = started("services")
    for fact, value in shared.items():
        found = found.answer(fact, value)
    ways = (key for key, option in found.rules.options.items() if option.answers == "services")
    return {key for key in ways if statuses_of(found, key) == {"open"}}
