"""What encodes and tests each norm, and what scenarios reach."""

import json
from dataclasses import replace

import pytest
from typer.testing import CliRunner

from petr_advisor.checking import load
from petr_advisor.cli import app
from petr_advisor.files.locations import examples_folder
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.scenarios.coverage import coverage
from petr_advisor.scenarios.loading import load_scenarios
from petr_advisor.scenarios.reach import Reach, joined, reach

ASSOCIATION = examples_folder() / "evolution" / "matrix" / "association.yaml"


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    return load()


def test_a_norm_is_encoded_by_what_cites_it_and_tested_by_what_a_scenario_expects(base: KnowledgeBase) -> None:
    found = {entry.norm: entry for entry in coverage(base, load_scenarios(ASSOCIATION, base))}
    creation = found["petr.creation.concordant-deliberations"]
    assert creation.encoded_by
    assert "association" in creation.tested_by
    assert set(found) == set(base.norms)


def test_what_scenarios_reach_adds_up(base: KnowledgeBase) -> None:
    scenarios = tuple(load_scenarios(ASSOCIATION, base))
    first, rest = reach(scenarios[:1], questions=True), reach(scenarios[1:])
    both = joined([first, rest])
    assert "closed" in both.statuses["l5741-4"]
    assert "closed" not in both.missing_statuses(base)["l5741-4"]
    assert len(both.missing_conditions) < len(first.missing_conditions)
    ((question, (middle, most, where)),) = both.lengths().items()
    assert (question, where) == ("evolution", "association")
    assert middle == most > 5


def test_a_reading_of_which_a_scenario_expects_something_is_reached_with_what_follows_from_it(
    base: KnowledgeBase,
) -> None:
    """No reading but the prudent one is reached by a scenario that says nothing of the others."""
    stated = tuple(load_scenarios(examples_folder() / "evolution" / "disputed" / "cdci.yaml", base))
    silent = tuple(replace(scenario, expect=scenario.expect.model_copy(update={"readings": {}})) for scenario in stated)
    assert outcomes_of_readings(reach(silent), "d-cdci") == {("own-category", frozenset("F"))}
    assert outcomes_of_readings(reach(stated), "d-cdci") == {("own-category", frozenset("TF"))}


def outcomes_of_readings(found: Reach, point: str) -> set[tuple[str, frozenset[str]]]:
    return {
        (str(atom.test.values[0]), frozenset(seen))
        for atom, seen in found.conditions.items()
        if atom.fact == f"reading.{point}"
    }


def test_why_a_status_is_impossible_is_told() -> None:
    found = CliRunner().invoke(app, ["coverage", str(examples_folder() / "services")])
    assert "stay: conditional impossible: no cure" in found.stdout


def test_the_command_tells_it_norm_by_norm_then_in_all() -> None:
    found = CliRunner().invoke(app, ["coverage", str(ASSOCIATION), "--missing"])
    assert found.exit_code == 0
    for words in ("topic creation: ", "options of evolution: ", "never true", " norms: "):
        assert words in found.stdout
    assert "\npetr.creation.concordant-deliberations: " in found.stdout
    assert "lorraine-break-with-pays: no rule concludes from it" in found.stdout
    assert ": 2 expected to follow in some scenario, 1 expected not to in one" in found.stdout


def test_the_command_gives_json() -> None:
    found = CliRunner().invoke(app, ["coverage", str(ASSOCIATION), "--format", "json"])
    data = json.loads(found.stdout)
    tested = {entry["norm"]: entry["tested_by"] for entry in data["norms"]}
    assert "association" in tested["petr.creation.concordant-deliberations"]
    assert data["statuses"]["l5741-4"] == ["closed"]
    assert data["never_reached"]["stay"] == {"open": None, "conditional": "no cure"}
