"""The end of what existed: its activity goes to whatever body is born, a PETR or another."""

import pytest

from tests.documents.conftest import real_base

ENDS = ("association-winding-up", "association-winding-up-alsace-moselle", "gip-end")


@pytest.mark.parametrize("procedure", ENDS)
def test_no_act_names_a_petr_that_may_never_be_born(procedure: str) -> None:
    acts = real_base().procedures[procedure].acts
    assert acts
    assert not [name for name, act in acts.items() if "PETR" in act.does.fr + act.does.en]
