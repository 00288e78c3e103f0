"""A bid that comes before the project is approved rests on what is written already, and says no more."""

import pytest

from petr_advisor.inference.facts import Value
from tests.drafting.conftest import act_of, case, drafted, of

PERCHE = "contracts/perche-rurality-contract"


@pytest.mark.parametrize(
    ("base", "told"), [(True, "projet déjà écrit"), (False, "met en œuvre le projet de territoire")]
)
def test_a_bid_names_the_text_that_there_is(base: Value, told: str) -> None:
    held = case(PERCHE).answer("petr.project_approved", value=not base)
    (bid,) = of(drafted(held.answer("project.base", base) if base else held), "rurality-contract-bid")
    texts = {"projet déjà écrit", "met en œuvre le projet de territoire"}
    assert {text for text in texts if text in act_of(bid)} == {told}
