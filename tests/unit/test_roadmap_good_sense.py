"""Whether one could follow the plan: legal order, nothing doubtful in the chain, elections."""

from datetime import date, timedelta

import pytest

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.texts import plan_text
from petr_advisor.inference.calendar import add_months
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.planning.drafts import DIAGNOSIS
from petr_advisor.planning.key_dates import elections
from petr_advisor.planning.roadmap import Roadmap, Task, roadmap
from petr_advisor.planning.settings import PlanSettings

TODAY = date(2026, 11, 24)
PROJECT = (
    "petr.project.content",
    "petr.mayors-conference.consulted",
    "petr.project.opinions",
    "petr.project.approval",
    "petr.agreement.territorial",
)
"""What the tasks of the project rest on, in legal order."""
LOCAL_LAW = "evo.association.alsace-moselle"
DISSOLUTION = "evo.association.dissolution-vote"


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    return load(None)


def association(base: KnowledgeBase, as_of: date = TODAY, *more: str, **answers: object) -> Consultation:
    """An association of three EPCIs; where it stands, who works there and much else is not answered."""
    members = {of: {"member.name": of, "member.kind": "cc", "member.population": 9000} for of in ("a", "b", "c")}
    found = Consultation.start(base, as_of, ("evolution", *more), engine("native")).list_entities("member", members)
    given = {
        "structure.legal_form": "association",
        "perimeter.one_piece": True,
        "perimeter.no_enclave": True,
        "members.any_in_other_petr": False,
        "procedure.under_way": "none",
    }
    for fact, value in {**given, **{key.replace("__", "."): each for key, each in answers.items()}}.items():
        found = found.answer(fact, value)
    return found


def resting_on(plan: Roadmap, norm: str) -> Task:
    return next(task for task in plan.tasks if norm in task.norms)


def test_nothing_waits_for_what_may_not_be_needed(base: KnowledgeBase) -> None:
    """The year of the local law stands beside the chain as long as nobody said where the association is."""
    plan = roadmap(association(base), TODAY, "creation")
    local = resting_on(plan, LOCAL_LAW)
    assert local.aside
    assert not local.certain
    doubtful = {task.id for task in plan.tasks if not task.certain}
    assert not any(doubtful & set(task.after) for task in plan.tasks)
    assert not any(task.critical for task in plan.tasks if task.aside)
    assert plan.finish == max(task.finish for task in plan.tasks if not task.aside)
    there = roadmap(association(base, structure__alsace_moselle=True), TODAY, "creation")
    elsewhere = roadmap(association(base, structure__alsace_moselle=False), TODAY, "creation")
    assert resting_on(there, LOCAL_LAW).certain
    assert resting_on(there, LOCAL_LAW).finish > resting_on(there, DISSOLUTION).finish + timedelta(days=360)
    assert not any(LOCAL_LAW in task.norms for task in elsewhere.tasks)
    assert plan.finish == elsewhere.finish


def test_what_nobody_says_is_done_stays_in_the_chain(base: KnowledgeBase) -> None:
    """Whether the syndicate voted is unknown: its vote is planned before those of its members, and it is said."""
    case = Consultation.start(base, TODAY, ("evolution",), engine("native"))
    plan = roadmap(case.answer("structure.legal_form", "closed_syndicate"), TODAY, "l5741-4")
    vote = resting_on(plan, "evo.route.l5741-4.decision")
    assert vote.supposed
    assert vote.critical
    assert vote.finish < resting_on(plan, "evo.route.l5741-4.unanimity").start
    listed = next(text.fr for text in plan.assumptions if "supposé rester à faire" in text.fr)
    assert str(plan.number(vote.id)) in listed


def test_the_usual_time_told_for_a_creation_is_the_one_planned(base: KnowledgeBase) -> None:
    """Nine to fifteen months, diagnosis apart, from the first step to the dissolution; the plan says what it adds."""
    case = association(base)
    plan = roadmap(case, TODAY, "creation")
    first = next(task for task in plan.tasks if task.id == "creation/reviews-statutes-clause")
    dissolved = resting_on(plan, DISSOLUTION).finish
    assert add_months(first.start, 9) <= dissolved <= add_months(first.start, 15)
    said = case.base.options["creation"].merits["time"].against
    assert said is not None
    assert "neuf à quinze mois après le diagnostic" in said.fr
    prepared = [str(plan.number(task.id)) for task in plan.tasks if set(task.norms) & set(DIAGNOSIS)]
    assert any("préparation s’ajoute" in text.fr and ", ".join(prepared) in text.fr for text in plan.assumptions)


@pytest.mark.parametrize("more", [(), ("project",)])
@pytest.mark.parametrize("option", ["creation", "l5741-4", "syndicate-merger"])
def test_a_new_petr_has_its_project_in_legal_order(base: KnowledgeBase, option: str, more: tuple[str, ...]) -> None:
    """Writing, both opinions, each EPCI's approval within the twelve months, then the agreement, signed only once."""
    case = association(base, TODAY, *more)
    plan = roadmap(
        case if option == "creation" else case.answer("structure.legal_form", "closed_syndicate"), TODAY, option
    )
    chain = [task for task in plan.phase(2) if not task.aside]
    places = [next(n for n, task in enumerate(chain) if norm in task.norms) for norm in PROJECT]
    council = next(n for n, task in enumerate(chain) if "avis" in task.does.fr and "développement" in task.who.fr)
    assert places == sorted(places)
    assert places[1] < council < places[3] < places[4]
    assert plan.effect is not None
    born, approval = plan.task(plan.effect).finish, chain[places[3]]
    last = add_months(born, 12) - timedelta(days=1)
    assert born < chain[places[0]].start
    assert approval.finish <= last
    kept = next(each for each in plan.key_dates if each.id == "project-12-months")
    assert (kept.day, kept.task, kept.slack) == (last, approval.id, (last - approval.finish).days)
    assert [
        task.id for task in plan.tasks if "conclu" in task.does.fr and "convention territoriale" in task.does.fr
    ] == [chain[places[4]].id]
    partners = next(task for task in plan.tasks if "départements" in task.who.fr)
    assert partners.aside
    assert partners.start == approval.start


def test_a_park_a_scheme_and_partners_still_leave_twelve_months(base: KnowledgeBase) -> None:
    """The text is fitted to scheme and park at once, EPCIs and partners approve at once, before the agreement."""
    there = {"territory__scot_cover": "wider", "territory__regional_park": True, "contract__partners_associated": True}
    plan = roadmap(association(base, TODAY, "project", **there), TODAY, "creation")
    scheme, park = (
        resting_on(plan, "petr.project.scot-compatibility"),
        resting_on(plan, "petr.project.pnr-compatibility"),
    )
    approvals = [task for task in plan.tasks if "petr.project.approval" in task.norms]
    assert not any(task.aside for task in (scheme, park, *approvals))
    assert scheme.after == park.after
    assert {scheme.id, park.id} <= set(resting_on(plan, "petr.mayors-conference.consulted").after)
    assert len(approvals) == 2
    assert {task.id for task in approvals} == set(resting_on(plan, "petr.agreement.territorial").after)
    kept = next(each for each in plan.key_dates if each.id == "project-12-months")
    assert kept.slack is not None
    assert kept.slack >= 0
    slow = roadmap(association(base, TODAY, "project", **there), TODAY, "creation", planning_days=60)
    assert any("ne sont pas tenus" in text.fr for text in slow.assumptions)
    assert not any("ne sont pas tenus" in text.fr for text in plan.assumptions)


def test_no_project_of_a_petr_where_none_is_set_up(base: KnowledgeBase) -> None:
    """An ordinary syndicate, or a PETR whose EPCIs merge, has no mayors' conference to hear nor agreement to sign."""
    merged = association(base).answer("structure.legal_form", "petr")
    ordinary = roadmap(association(base), TODAY, "ordinary-closed-syndicate")
    for plan in (ordinary, roadmap(merged, TODAY, "merge-epci")):
        assert plan.tasks
        assert not plan.phase(2)
        assert not any("PETR" in task.who.fr for task in plan.phase(3))
    assert roadmap(merged, TODAY, "stay").phase(3)


@pytest.mark.parametrize(
    ("start", "first"),
    [
        (date(2014, 2, 1), date(2014, 3, 23)),
        (date(2019, 6, 1), date(2020, 3, 15)),
        (date(2025, 6, 1), date(2026, 3, 15)),
    ],
)
def test_elections_of_the_time(base: KnowledgeBase, start: date, first: date) -> None:
    """The municipal elections to come stand among the dates, compared with the act, with where they are written."""
    case = association(base, start)
    plan = roadmap(case, start, "creation")
    found = [each for each in plan.key_dates if each.id.startswith("elections-")]
    assert [each.day for each in found] == [first]
    assert found[0].norms
    assert plan.effect is not None
    late = -(found[0].slack or 0)
    assert late == (plan.task(plan.effect).finish - first).days > 0
    assert f"vient {late} jours après" in plan_text(case, "fr", PlanSettings("creation", start))


def test_no_election_is_invented(base: KnowledgeBase) -> None:
    """Those after 2026 have no date: the year is told as expected, and whom to ask."""
    assert [*elections(base)] == [date(2014, 3, 23), date(2020, 3, 15), date(2026, 3, 15)]
    plan = roadmap(association(base), TODAY, "creation")
    said = next(text.fr for text in plan.assumptions if "élections municipales" in text.fr)
    assert "2032" in said
    assert "préfecture" in said
    assert "date connue" in said
