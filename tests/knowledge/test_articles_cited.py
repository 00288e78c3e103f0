"""Articles that a jurist reads at once beside what they found: each is that of the rule, not of a neighbour."""

import pytest

from petr_advisor.knowledge.base import KnowledgeBase
from tests.documents.conftest import real_base

CITED = {
    "services.entente.conference": "cgct-l5221-2",
    "services.entente.parties": "cgct-l5221-1",
    "staff.cse-11-49": "ct-l2312-5",
    "staff.cse-consultation": "ct-l2312-8",
    "epci.merger.perimeter": "cgct-l5211-41-3",
    "epci.merger.communes-vote": "cgct-l5211-41-3",
}
"""The source that comes first, by norm."""


@pytest.mark.parametrize(("norm", "source"), CITED.items())
def test_the_article_is_that_of_the_rule(norm: str, source: str) -> None:
    assert real_base().norms[norm].sources[0].id == source


def _cited(base: KnowledgeBase, option: str, requirement: str) -> tuple[str, ...]:
    return base.options[option].requires[requirement].norms


def test_what_a_region_does_rests_on_its_own_powers_and_scheme() -> None:
    """The article on PETRs makes a PETR a possible framework; it says nothing of how a region contracts."""
    base = real_base()
    for option, requirement in (
        ("region-contract-petr", "region"), ("region-contract-pays", "region"), ("region-contract-pays", "form")
    ):  # fmt: skip
        assert "petr.contract.framework" not in _cited(base, option, requirement), (option, requirement)


def test_an_open_syndicate_ends_by_its_own_article() -> None:
    """Articles L. 5212-33 and L. 5212-34 are those of syndicates of communes and closed syndicates."""
    acts = real_base().procedures["open-syndicate-dissolution"].acts.values()
    sources = {source.id for act in acts for norm in act.norms for source in real_base().norms[norm].sources}
    assert "cgct-l5212-33" not in sources
    assert any(source.startswith("cgct-l5721-7") for source in sources)
