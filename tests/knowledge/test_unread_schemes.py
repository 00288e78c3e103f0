"""A region whose policy is known from memory alone closes nothing: what it does for its EPCIs is to be asked of it."""

from collections.abc import Iterator
from datetime import date

import pytest

from petr_advisor.consulting.ranking import statuses_of
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.rules import Rule
from tests.documents.conftest import real_base, started

UNREAD = "region.scheme_unread"
HELPS = "contract.region_helps_epcis"


def positions(base: KnowledgeBase) -> Iterator[tuple[str, Rule]]:
    """Give the rules that say what a region does, with where it is written."""
    for key, rule in base.rules.items():
        if rule.norms and any(fact.startswith("region.") for fact in rule.then):
            yield key, rule


def test_what_is_recalled_says_that_no_scheme_was_read() -> None:
    base = real_base()
    recalled = {
        key for key, rule in positions(base) if all(base.norms[norm].confidence == "recalled" for norm in rule.norms)
    }
    assert recalled
    assert {key for key, rule in positions(base) if UNREAD in rule.then} == recalled


@pytest.mark.parametrize("former", ["limousin", "poitou-charentes", "aquitaine"])
@pytest.mark.parametrize("helps", [None, "no", "yes"])
def test_only_a_scheme_read_or_the_region_closes_what_each_epci_may_ask(former: str, helps: str | None) -> None:
    found = started("contracts").on(date(2015, 6, 1))
    found = found.answer("context.region", "nouvelle-aquitaine").answer("context.former_region", former)
    found = found if helps is None else found.answer(HELPS, helps)
    read = former == "aquitaine"
    known = {"yes": {"open"}, "no": {"closed"}, None: {"open", "closed"}}[helps]
    assert set(statuses_of(found, "region-contract-epci")) == ({"closed"} if read else known)
