"""A body that ends: what it bears passes on in time, and it does nothing once it has ended."""

from collections.abc import Iterator
from functools import cache

import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.files.locations import examples_folder
from petr_advisor.planning.model import Roadmap, Task
from tests.documents.conftest import real_base
from tests.planning.plans import plans

FILES = (
    "reading/petr-dissolution-scot-leader-2026.yaml",
    "reading/petr-dissolution-scot-2026.yaml",
    "life/scot-taken-up-the-same-day.yaml",
    "life/ends-today.yaml",
    "life/ends-2014.yaml",
)
"""Files of cases in which a PETR may end."""
OF_THE_PETR = frozenset({"petr", "petr-council", "petr-president", "committee", "president", "structure"})
"""Who acts for a PETR in place."""


@cache
def ended() -> tuple[tuple[str, Consultation, Roadmap, str, Task], ...]:
    """Give the plans in which a PETR ends, with the procedure that ends it and the act by which it does."""
    return tuple(_ended())


def _ended() -> Iterator[tuple[str, Consultation, Roadmap, str, Task]]:
    for name, held, plan in plans(examples_folder() / file for file in FILES):
        for task in plan.tasks:
            key, _, act = task.id.partition("/")
            procedure = held.base.procedures[key]
            ends = any(effect.end_subject and effect.end_subject.who == "subject" for effect in procedure.effects)
            if ends and act in procedure.effect_at:
                yield name, held, plan, key, task


def bears_the_scot(held: Consultation) -> bool:
    """Tell whether the structure itself bears the SCoT."""
    found = held.memory.facts.get("scot.bearer", None)
    return found is not None and found.value == "structure"


def test_a_scot_that_its_bearer_leaves_has_a_new_bearer_on_the_very_day() -> None:
    looked_at = 0
    for name, held, plan, _, end in ended():
        for task in plan.tasks if bears_the_scot(held) else ():
            key, _, act = task.id.partition("/")
            procedure = held.base.procedures[key]
            takes = any(effect.bearer and effect.bearer.of == "scot" for effect in procedure.effects)
            if takes and act in procedure.effect_at:
                looked_at += 1
                assert (task.soonest, task.latest) == (end.soonest, end.latest), (name, task.id)
                assert end.id in task.same_day, name
                assert task.id in end.same_day, name
    assert looked_at > 1


def test_the_order_that_ends_a_bearer_of_a_scot_waits_for_the_hand_over() -> None:
    """Whatever question is asked: the plan of the end alone holds the hand-over too."""
    looked_at = 0
    for name, held, plan, key, end in ended():
        ends = any(effect.scot_area for effect in held.base.procedures[key].effects)
        if ends and bears_the_scot(held) and "order" in held.base.procedures[key].acts:
            looked_at += 1
            order = plan.task(f"{key}/order")
            tied = [plan.task(each) for each in order.same_day]
            assert tied, (name, end.id)
            assert all((each.soonest, each.latest) == (order.soonest, order.latest) for each in tied), name
    assert looked_at > 3


def test_a_programme_has_its_new_bearer_before_the_order_that_ends_the_old_one() -> None:
    looked_at = 0
    for name, held, plan, own, end in ended():
        for task in plan.tasks:
            key, _, act = task.id.partition("/")
            procedure = held.base.procedures[key]
            takes = any(effect.bearer and effect.bearer.of == "gal" for effect in procedure.effects)
            if takes and act in procedure.effect_at and "leader" in held.base.procedures[own].acts:
                looked_at += 1
                assert task.soonest <= end.ready, (name, task.id)
                assert task.latest <= end.ready_latest, (name, task.id)
    assert looked_at


def test_nothing_is_asked_of_a_petr_that_has_ended() -> None:
    """Only the end itself goes on: publication, winding-up."""
    looked_at = 0
    for name, held, plan, key, end in ended():
        bodies = OF_THE_PETR | {"scot-bearer"} if bears_the_scot(held) else OF_THE_PETR
        for task in plan.tasks:
            other, _, act = task.id.partition("/")
            if other != key and held.base.procedures[other].acts[act].who in bodies:
                looked_at += 1
                assert task.latest <= end.latest, (name, task.id)
    assert looked_at > 1


@pytest.mark.parametrize("key", sorted(real_base().procedures))
def test_no_end_of_a_bearer_gives_the_scheme_back_to_it(key: str) -> None:
    """What takes over a scheme is not the body that ends."""
    procedure = real_base().procedures[key]
    if any(effect.end_subject and effect.end_subject.who == "subject" for effect in procedure.effects):
        assert [name for name, act in procedure.acts.items() if act.who == "scot-bearer"] == []
