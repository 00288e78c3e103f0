"""The order of the acts of a course, whatever the case: bodies before their opinions, opinions before votes."""

import random
import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path

import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.files.locations import examples_folder
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.procedures import Procedure
from petr_advisor.planning.model import Roadmap, Task
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.planning.steps import steps
from petr_advisor.scenarios.loading import load_scenarios
from tests.documents.conftest import real_base

SAMPLE = 24
FOLDERS = ("course", "life", "project", "evolution", "reading")
ALWAYS = (
    "life/leaving-today.yaml",
    "course/agreement-of-a-kept-project.yaml",
    "course/bodies-that-did-not-meet.yaml",
    "course/syndicate-that-becomes-a-petr.yaml",
    "reading/association-agglomeration-2015.yaml",
)
"""Files of which every case is planned: they hold the acts that the tests below are about."""


def _planned(file: Path) -> Iterator[tuple[str, Consultation, Roadmap]]:
    for scenario in load_scenarios(file, real_base()):
        held = scenario.consultation(engine("native"))
        try:
            yield scenario.name, held, roadmap(held, held.as_of)
        except PetrAdvisorError:
            continue


@cache
def plans() -> tuple[tuple[str, Consultation, Roadmap], ...]:
    """Plan the courses of some scenarios, drawn with a fixed seed, and of those that hold what is looked at."""
    files = sorted(file for folder in FOLDERS for file in (examples_folder() / folder).rglob("*.yaml"))
    drawn = random.Random(27).sample(files, SAMPLE)  # noqa: S311 - a draw, no secret
    named = [examples_folder() / name for name in ALWAYS]
    found = [each for file in named for each in islice(_planned(file), 4)]
    return (*found, *(each for file in drawn for each in islice(_planned(file), 1)))


@cache
def acts() -> tuple[tuple[str, Consultation, dict[str, Task]], ...]:
    """Give the acts of each plan, those of the procedures called included."""
    return tuple((name, held, {step.id: step for step in steps(held, plan)}) for name, held, plan in plans())


def test_a_body_does_nothing_before_the_act_that_sets_it_up() -> None:
    looked_at = 0
    for name, held, found in acts():
        for act, step in found.items():
            procedure, _, own = act.partition("/")
            body = held.base.procedures[procedure].acts[own].who
            for setting_up in held.base.actors[body].set_up_by:
                if setting_up in found and step.certain and found[setting_up].certain:
                    looked_at += 1
                    assert found[setting_up].soonest <= step.soonest, (name, setting_up, act)
    assert looked_at > 5


def test_whoever_acts_for_a_petr_acts_once_its_council_is_installed() -> None:
    """Whoever is named after the PETR, not after another one; the members alone can prepare what comes before."""
    installed = {"petr-creation/install", "petr-transformation/install"}
    named = [actor for actor in real_base().actors.values() if re.search(r"\b(le|du) PETR\b", actor.label.fr)]
    assert len(named) > 5
    assert [actor.label.fr for actor in named if not installed <= {*actor.set_up_by}] == []


def before(procedure: Procedure, act: str) -> frozenset[str]:
    """Give the acts that an act waits for, near or far."""
    left, seen = [act], set[str]()
    while left:
        new = set(procedure.acts[left.pop()].after) - seen
        seen |= new
        left += new
    return frozenset(seen)


def test_the_staff_committee_is_heard_before_the_vote_never_on_the_same_day() -> None:
    looked_at = 0
    for name, held, found in acts():
        for act, step in found.items():
            key, _, own = act.partition("/")
            procedure = held.base.procedures[key]
            if procedure.acts[own].vote is None:
                continue
            for opinion in before(procedure, own):
                if procedure.acts[opinion].who == "staff-committee" and f"{key}/{opinion}" in found:
                    heard = found[f"{key}/{opinion}"]
                    looked_at += 1
                    assert heard.ready < step.soonest, (name, opinion, act)
                    assert heard.soonest < step.soonest or not heard.certain, (name, opinion, act)
    assert looked_at > 5


NOT_HEARD_BEFORE = {
    ("epci-merger", "communes"): "the communes are not the employers whose services change",
    ("epci-merger", "epci-opinions"): "an opinion decides nothing: the communes and the prefect do",
    ("open-syndicate-dissolution", "request"): "members only ask for the end, which an order decides",
    ("syndicates-merger", "start"): "a committee or a member only asks for a perimeter",
    ("syndicates-merger", "members"): "the members are not the employers whose services merge",
}
"""Votes that do not wait for a staff committee of their procedure, and why."""


@pytest.mark.parametrize("key", sorted(real_base().procedures))
def test_no_employer_votes_before_its_staff_committee_is_heard(key: str) -> None:
    procedure = real_base().procedures[key]
    heard = {name for name, act in procedure.acts.items() if act.who == "staff-committee"}
    votes = [name for name, act in procedure.acts.items() if act.vote is not None]
    early = [name for name in votes if heard and not heard & before(procedure, name)]
    assert [name for name in early if (key, name) not in NOT_HEARD_BEFORE] == []


def pressed(held: Consultation, found: dict[str, Task], key: str, own: str) -> bool:
    """Tell whether an act, or one of its procedure that waits for it, has a day of the law to keep."""
    procedure = held.base.procedures[key]
    due = (name for name in procedure.acts if (task := found.get(f"{key}/{name}")) is not None and task.legal)
    return any(name == own or own in before(procedure, name) for name in due)


def test_the_acts_of_a_procedure_called_are_not_all_on_one_day() -> None:
    looked_at = 0
    for name, held, found in acts():
        tasks = {task for task, step in found.items() if step.id.count("/") == 1}
        for act in tasks:
            key, _, own = act.partition("/")
            waiting = held.base.procedures[key].acts[own]
            for other in waiting.after:
                earlier = found.get(f"{key}/{other}")
                if earlier is not None and earlier.certain and not found[act].milestone:
                    if other in waiting.habit and earlier.origin != "law" and pressed(held, found, key, own):
                        continue  # advice gives way to a day of the law: tests/properties/test_schedule.py
                    if earlier.id in found[act].better_after:
                        assert earlier.origin == "advice", (name, other, act)
                        continue  # nor does it hold an effect
                    looked_at += 1
                    assert earlier.soonest <= found[act].soonest, (name, other, act)
    assert looked_at > 50


def test_an_existing_project_is_taken_over_by_one_road_only() -> None:
    """Where a text is updated, no first project is launched and drafted beside it."""
    looked_at = 0
    for name, _, found in acts():
        procedures = {act.partition("/")[0] for act in found}
        if "project-updated" in procedures:
            looked_at += 1
            assert "territorial-project-first" not in procedures, name
    assert looked_at


APPROVED = {
    "territorial-project-first/approval",
    "territorial-project-revision/approval",
    "project-updated/expressly-approves-updated",
    "project-scot-plan/records-pas-stands",
}
"""The acts by which a project is there."""
COMPLETED = "project-kept/conclude-complete-territorial"
"""The act by which the agreement of a project that is kept gets what it lacks."""


def test_an_agreement_is_voted_after_the_project_is_approved() -> None:
    looked_at = 0
    for name, _, found in acts():
        for approval in APPROVED & found.keys() if "territorial-agreement/votes" in found else ():
            if not found[approval].certain:
                continue  # nothing waits for what is due only as the case may be
            if COMPLETED in found and approval.startswith("territorial-project-revision/"):
                continue  # the project approved is in force until then: what its agreement lacks does not wait
            if f"{approval.partition('/')[0]}/concludes-agreement-now" in found:
                continue  # nor does one that was never signed
            looked_at += 1
            assert found[approval].soonest < found["territorial-agreement/votes"].soonest, (name, approval)
    assert looked_at


def test_an_agreement_never_signed_is_voted_before_the_text_that_takes_the_place_of_the_project() -> None:
    """It is due for the project in force, and follows the next one by an amendment."""
    looked_at = 0
    for name, _, found in acts():
        for procedure, approval in (each.split("/") for each in APPROVED & found.keys()):
            amended = f"{procedure}/amends-territorial-agreement"
            if f"{procedure}/concludes-agreement-now" not in found or not found[amended].certain:
                continue
            looked_at += 1
            votes, text = found["territorial-agreement/votes"], found[f"{procedure}/{approval}"]
            assert max(votes.latest, text.latest) <= found[amended].latest, name
            assert votes.latest <= text.latest, name
    assert looked_at


def test_a_limit_that_does_not_run_is_not_told() -> None:
    """The twelve months from a renewal bind the project that is to be revised; a first one has those of its PETR."""
    key = "project-updated/expressly-approves-updated"
    runs = {name: plan.task(key).limit for name, _, plan in plans() if any(task.id == key for task in plan.tasks)}
    first = {name for name, held, _ in plans() if held.memory.facts.get("petr.project_approved", None) is None}
    assert first & runs.keys()
    from_what = {limit.from_ for name in first & runs.keys() if (limit := runs[name]) is not None}
    assert from_what == {"petr-set-up"}


def test_the_text_is_written_before_the_opinions_on_it() -> None:
    procedure = real_base().procedures["project-updated"]
    assert {"launch", "compares-existing-text"} <= {*procedure.acts["gives-opinion-updated"].after}


def test_two_members_that_remain_have_equal_halves_before_the_exit() -> None:
    name, _, found = next(each for each in acts() if each[0].endswith("#leaves-two-in-one-piece"))
    assert found["seats-change/order"].soonest < found["petr-member-withdraws/order"].soonest, name
    assert found["petr-member-withdraws/seats-halves"].certain


def test_where_there_is_no_scot_its_perimeter_comes_before_the_transfer_and_none_is_followed() -> None:
    """The real case of a pays with no SCoT whose PETR is to bear one."""
    _, held, plan = next(_planned(Path(__file__).parents[2] / "examples" / "loire-beauce" / "dossier.yaml"))
    found = {step.id: step for step in steps(held, plan)}
    assert found["petr-takes-scot/perimeter"].soonest < found["petr-takes-scot/perimeter-order"].soonest
    assert found["petr-takes-scot/perimeter-order"].soonest < found["scot-transfer/committee"].soonest
    assert "petr-takes-scot/follow" not in found
    assert found["petr-transformation/delegates"].soonest < found["petr-transformation/install"].soonest
    first = found["project-updated/expressly-approves-updated"].limit
    assert first is not None
    assert first.from_ == "petr-set-up"
