"""The EPCI born of a merger acts once it is born, whatever way it is born by; a scheme waits for no PETR."""

from collections.abc import Iterator
from datetime import date

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.files.locations import examples_folder
from petr_advisor.inference.engines import engine
from petr_advisor.planning.model import Roadmap
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.planning.steps import steps
from petr_advisor.scenarios.loading import load_scenarios
from tests.documents.conftest import real_base

FILES = ("petr-membres-fusionnent-2016.yaml", "petr-fusion-avec-le-dehors-2016.yaml", "fusion-membres-2016.yaml")
DAYS = (date(2016, 4, 4), date(2016, 6, 15), date(2016, 9, 15))
HEIR = "merged-epci"


def _merging() -> Iterator[tuple[str, Consultation, Roadmap]]:
    for file in FILES:
        scenario = next(iter(load_scenarios(examples_folder() / "reading" / file, real_base())))
        for day in DAYS:
            asked = scenario.consultation(engine("native")).on(day)
            told = {value: asked.answer("scheme.draft_in", value) for value in ("yes", "no")}
            for by_scheme, case in {**told, "unknown": asked.dont_know("scheme.draft_in")}.items():
                yield f"{file} {day} {by_scheme}", case, roadmap(case, day)


def test_the_heir_of_a_merger_does_nothing_before_it_is_born() -> None:
    looked_at = 0
    for name, case, plan in _merging():
        own = [task for task in steps(case, plan) if case.base.act(task.id).who == HEIR]
        births = [task for task in own if task.id.partition("/")[2].startswith("succession")]
        for task in (each for each in own if births and each not in births):
            looked_at += 1
            assert task.soonest >= min(birth.soonest for birth in births), (name, task.id)
            if task.certain:  # on whichever way, so after the last
                assert task.latest >= max(birth.latest for birth in births), (name, task.id)
    assert looked_at > 10


def test_the_votes_of_a_scheme_run_from_its_own_day_not_from_what_a_petr_simulates() -> None:
    looked_at = 0
    for name, case, plan in _merging():
        found = {step.id: step for step in steps(case, plan)}
        drawn = found.get("epci-merger-scheme-2016/perimeter")
        if drawn is not None and drawn.certain:
            looked_at += 1
            assert drawn.latest <= date(2016, 6, 15), name
    assert looked_at > 1
