"""An answer takes effect by its own procedure, not by one that it only has carried out on the way."""

from petr_advisor.files.locations import examples_folder
from tests.planning.plans import plans

READING = examples_folder() / "reading"


def test_what_a_procedure_calls_is_not_its_effect() -> None:
    looked_at = 0
    for name, held, plan in plans([READING / "petr-fusion-de-tous-gal-2026.yaml"]):
        life = held.course.of("life")[0]
        own = [held.base.procedures[each] for option in life.to_carry_out for each in option.option.procedures]
        acts = [act for procedure in own for act in procedure.acts.values() if act.calls]
        called = {each for act in acts if act.calls for each in act.calls.names}
        looked_at += len(called & {procedure for option in life.to_carry_out for procedure in option.option.procedures})
        assert plan.effect is not None
        assert plan.effect.partition("/")[0] not in called, name
    assert looked_at


def test_what_a_procedure_calls_is_not_its_effect_once_its_order_is_made() -> None:
    for name, held, plan in plans([READING / "petr-fusion-scot-gal-2026.yaml"]):
        of_line = [
            held.base.procedures[each]
            for option in held.course.of("life")[0].options
            for each in option.option.procedures
        ]
        acts = [act for procedure in of_line for act in procedure.acts.values() if act.calls]
        called = {each for act in acts if act.calls for each in act.calls.names}
        assert called, name
        assert plan.effect is None or plan.effect.partition("/")[0] not in called, name


def test_nothing_is_signed_with_a_body_still_to_be_made() -> None:
    looked_at = 0
    for name, held, plan in plans([READING / "petr-fusion-de-tous-gal-2026.yaml"]):
        done = {task.id: task for task in plan.tasks}
        for task in plan.tasks:
            signing = held.base.act(task.id).signed_with
            for act in (act for actor in signing for act in held.base.actors[actor].set_up_by if act in done):
                looked_at += 1
                assert task.soonest >= done[act].soonest, (name, task.id)
                assert task.latest >= done[act].latest, (name, task.id)
    assert looked_at


def test_a_power_taken_from_another_body_passes_on_the_day_of_the_last_of_the_orders() -> None:
    """The order that gives it has no effect before the one that takes it from who holds it."""
    looked_at = 0
    for name in ("petr-transfert-scot-2026", "petr-scot-silence-echu-2026", "petr-deux-transferts-2021"):
        for case, _, plan in plans([READING / f"{name}.yaml"]):
            done = {task.id: task for task in plan.tasks}
            orders = {"scot-transfer/order", "petr-takes-scot/orders"}
            if plan.effect not in orders or not orders <= done.keys():
                continue
            looked_at += 1
            assert done[plan.effect].latest == max(done[each].latest for each in orders), case
            assert done[plan.effect].soonest == max(done[each].soonest for each in orders), case
    assert looked_at > 1
