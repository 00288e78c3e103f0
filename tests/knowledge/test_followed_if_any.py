"""A transfer takes over staff, assets and contracts where there are any: its acts do not tell them as certain."""

import pytest

from tests.documents.conftest import real_base


@pytest.mark.parametrize("procedure", ["power-transfer", "scot-transfer"])
@pytest.mark.parametrize("act", ["study", "cst", "staff", "assets"])
def test_what_follows_a_power_is_told_as_what_there_may_be(procedure: str, act: str) -> None:
    said = real_base().procedures[procedure].acts[act].does
    assert "s'il y en a" in said.fr or "si des agents suivent" in said.fr
    assert "any" in said.en
