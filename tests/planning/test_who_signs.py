"""A contract is signed by both sides: whoever approves it last, a body of the plan that has ended signs nothing."""

from petr_advisor.consulting.ending import organ_of_the_body
from petr_advisor.files.locations import examples_folder
from petr_advisor.knowledge.procedures import Procedure
from tests.documents.conftest import real_base
from tests.planning.plans import plans

CONTRACT = "contract"
READING = examples_folder() / "reading"


def _before(procedure: Procedure, name: str) -> set[str]:
    """Give the acts that come before one, near or far."""
    near = procedure.acts[name].after
    return {*near, *(act for each in near for act in _before(procedure, each))}


def test_what_another_signs_names_who_signs_with_it() -> None:
    base, looked_at = real_base(), 0
    for procedure in base.procedures.values():
        for name, act in procedure.acts.items():
            before = (procedure.acts[each].who for each in _before(procedure, name))
            ours = {who for who in before if base.actors[who].of_the_body is not None}
            if CONTRACT in act.documents and act.who not in ours and ours:
                looked_at += 1
                assert ours & {*act.signed_with}, act.does.fr
    assert looked_at


def test_nothing_is_signed_with_a_body_that_has_ended() -> None:
    looked_at = 0
    for name, held, plan in plans([READING / "gip-contrat-signe-apres-son-terme-2015.yaml"]):
        for task in plan.tasks if plan.last is not None else ():
            signing = held.base.act(task.id).signed_with
            if plan.last is not None and any(organ_of_the_body(held, actor) for actor in signing):
                looked_at += 1
                assert task.latest <= plan.last, (name, task.id)
    assert looked_at
