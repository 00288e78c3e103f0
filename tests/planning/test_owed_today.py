"""What the body of today owes on a day of the law waits for nothing that a course has still to make."""

from collections.abc import Iterator

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.files.locations import examples_folder
from petr_advisor.inference.engines import engine
from petr_advisor.planning.duty_days import carried_out_at_once
from petr_advisor.planning.lines import DUE, REPAIR
from petr_advisor.planning.model import Roadmap
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.scenarios.loading import load_scenarios
from tests.documents.conftest import real_base

FILES = ("life/merging-today.yaml", "life/joining-today.yaml", "life/leaving-today.yaml")


EXECUTIVE = "governance/executive", "governance/vice-presidents"


def _plans(*answers: tuple[str, str]) -> Iterator[tuple[str, Consultation, Roadmap]]:
    """Plan the operations of a PETR with some answers more."""
    for file in FILES:
        for scenario in load_scenarios(examples_folder() / file, real_base()):
            case = scenario.consultation(engine("native"))
            for fact, value in answers:
                case = case.answer(fact, value)
            case = case.about(("life", "governance"))
            try:
                yield scenario.name, case, roadmap(case, case.as_of)
            except PetrAdvisorError:
                continue


def test_what_is_due_whatever_is_chosen_waits_for_no_answer_of_the_course() -> None:
    looked_at = 0
    for name, case, plan in _plans(("petr.project_approved", "yes")):  # and so to be revised after the elections
        due = [task for task in plan.tasks if task.group.partition("/")[0] == DUE]
        own = {task.id for task in due}
        for task in due:
            looked_at += 1
            bodies = case.base.actors[case.base.act(task.id).who].set_up_by
            assert {*task.after} <= own.union(bodies), (name, task.id)
    assert looked_at > 20


def test_the_executive_that_a_petr_lacks_is_elected_before_its_members_change() -> None:
    """An election waits for what mends a breach, and for a sharing of the seats of today; never for another body."""
    looked_at = 0
    answers = ("governance.vice_presidents_elected", "no"), ("governance.delegated", "current")
    for name, case, plan in _plans(*answers, ("petr.project_approved", "yes")):
        changes = [key for key, found in case.base.procedures.items() if "members" in found.alters]
        for task in (each for each in plan.tasks if each.group in EXECUTIVE):
            looked_at += 1
            waited_for = (before for before in map(plan.task, task.after) if not before.group.startswith("breach/"))
            assert {before.id.partition("/")[0] for before in waited_for}.isdisjoint(changes), (name, task.id)
    assert looked_at > 5


def test_what_may_have_been_met_already_is_planned_as_the_case_may_be() -> None:
    """A duty from which nobody said that the case is free is no certain task; once it is known to be owed it is."""
    (asked, *_) = load_scenarios(examples_folder() / "reading/petr-vie-scot-porte-2026.yaml", real_base())
    case = asked.consultation(engine("native"))
    met = case.base.rules["scot.land-saving"].met_by

    def certain(held: Consultation) -> set[bool]:
        return {task.certain for task in roadmap(held, held.as_of).tasks if task.id in met}

    assert certain(case) == {False}
    assert certain(case.answer("scot.land_target_in", "no").answer("scot.review_voted", "yes")) == {True}


def test_what_is_signed_is_completed_by_who_is_there_whatever_is_to_change() -> None:
    """What the law wants at once is a part of its own, in which nothing waits for an operation: it may fail."""
    looked_at = 0
    signed = ("petr.project_approved", "yes"), ("petr.agreement_signed", "yes"), ("agreement.clauses", "missions")
    for revision in ("current", "due"):
        for name, case, plan in _plans(*signed, ("project.revision", revision)):
            for duty, procedure in carried_out_at_once(case.about(("life", "governance", "project"))):
                whole = case.about(("life", "governance", "project"))
                own = [each for each in roadmap(whole, whole.as_of).tasks if each.group == f"{REPAIR}{duty}"]
                assert {each.id.partition("/")[0] for each in own} == {procedure}, (name, plan.start)
                for task in own:
                    looked_at += 1
                    assert {*task.after} <= {each.id for each in own}, (name, task.id)
    assert looked_at > 20
