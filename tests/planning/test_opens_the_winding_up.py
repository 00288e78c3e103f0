"""What ends a body opens its winding-up: its powers are ended by one order, not by a second one made for it."""

import pytest

from tests.documents.conftest import real_base

ENDS_POWERS = "petr-liquidation/end-of-powers"
WOUND_UP = "petr-liquidation"
WAYS = sorted(
    (name, key)
    for name, procedure in real_base().procedures.items()
    for key, act in procedure.acts.items()
    if act.calls is not None
    and WOUND_UP in act.calls.names
    and any(effect.end_subject is not None for effect in procedure.effects)
)


@pytest.mark.parametrize(("name", "key"), WAYS)
def test_what_a_winding_up_waits_for_is_the_order_that_opens_it(name: str, key: str) -> None:
    acts = real_base().procedures[name].acts
    opening = [acts[each] for each in acts[key].after if {"order", "decree"} & {*acts[each].documents}]
    assert not opening or any(ENDS_POWERS in each.contains for each in opening), name


def test_ways_that_end_a_body_are_found() -> None:
    assert len(WAYS) >= 5
