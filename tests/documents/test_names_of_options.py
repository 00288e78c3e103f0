"""What the name of an option turns on, however its author writes it."""

import pytest

from petr_advisor.consulting.naming import turns_on
from petr_advisor.knowledge.options import Titled

from .conftest import started


@pytest.mark.parametrize(
    "values", [["petr"], ["petr", "unsettled"], ["epci", "unsettled"], ["petr", "epci"]], ids=" or ".join
)
def test_a_name_may_test_a_fact_as_no_rule_does(values: list[str]) -> None:
    """Asked of a case in which nothing is said."""
    name = Titled.model_validate({"when": {"contract.crte_scale": values}, "title": {"fr": "Un nom", "en": "A name"}})
    case = started("contracts").answer("structure.legal_form", "petr")
    assert ("contract.crte_scale", None) in turns_on(case, name)
    known = case.answer("contract.crte_scale", "petr")
    assert ("contract.crte_scale", None) not in turns_on(known, name)
