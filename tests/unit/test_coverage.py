"""The ledger: each thing the dossier held is encoded, tested, or left out for a reason."""

import json
from dataclasses import replace

import pytest
from typer.testing import CliRunner

from petr_advisor.checking import load
from petr_advisor.cli import app
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.ledger import LedgerFile
from petr_advisor.locations import examples_folder
from petr_advisor.scenarios.coverage import Page, ledger, lost_scenarios, pages
from petr_advisor.scenarios.loading import load_scenarios
from petr_advisor.scenarios.reach import Reach, joined, reach

ASSOCIATION = examples_folder() / "evolution" / "matrix" / "association.yaml"


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    return load()


@pytest.fixture(scope="module")
def book(base: KnowledgeBase) -> dict[str, Page]:
    return {page.name: page for page in pages(base, ledger(base, load_scenarios(ASSOCIATION, base)))}


def test_each_file_of_the_dossier_has_a_page_and_every_norm_is_on_one(
    base: KnowledgeBase, book: dict[str, Page]
) -> None:
    assert set(book) == {*base.ledger, "own"}
    named = {entry.norm for page in book.values() for _, entry in page.norms}
    cited = {by for page in book.values() for row in page.tables for by in row.by}
    assert {key for key in base.norms if key not in named and f"norm:{key}" not in cited} == set()


def test_another_identifier_leads_to_the_norm_that_carries_it(book: dict[str, Page]) -> None:
    entries = dict(book["evolution"].norms)
    assert entries["evo.none.verdict"].norm == "petr.creation.concordant-deliberations"
    assert entries["evo.none.verdict"].encoded_by


def test_nine_tenths_of_each_file_are_encoded(book: dict[str, Page]) -> None:
    assert [name for name, page in book.items() if page.encoded < 0.9 * len(page.norms)] == []


def test_a_scenario_that_is_not_there_is_told(base: KnowledgeBase) -> None:
    lost = LedgerFile.model_validate(
        {"title": {"fr": "x", "en": "x"}, "tables": {"examples": {"one": ["scenario:nowhere"]}}}
    )
    spoilt = base.model_copy(update={"ledger": {"core": lost}})
    found = lost_scenarios(pages(spoilt, ledger(spoilt, ())), {"somewhere"})
    assert [(name, row.key) for name, row in found] == [("core", "one")]


def test_a_norm_that_nothing_encodes_is_told(base: KnowledgeBase) -> None:
    key = next(iter(base.not_encoded))
    spoilt = base.model_copy(update={"not_encoded": {}})
    assert key in {entry.norm for entry in ledger(spoilt, ()) if not entry.accounted_for}
    assert all(entry.accounted_for for entry in ledger(base, ()))


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
    assert "in-house-contract: conditional impossible: sans remède." in found.stdout
    assert "stay: conditional impossible: no cure" in found.stdout


def test_the_command_tells_it_file_by_file() -> None:
    found = CliRunner().invoke(app, ["coverage", str(ASSOCIATION), "--missing"])
    assert found.exit_code == 0
    for words in ("core — ", "own — ", "topic creation: ", "options of evolution: ", "never true", "unaccounted for"):
        assert words in found.stdout
    assert "evo.none.verdict = petr.creation.concordant-deliberations: " in found.stdout
    assert "  7 open questions: 1 as disputed points, 5 told by a check, 1 left out for a reason" in found.stdout
    assert "    secret-ballot: check of petr.delegates.secret-ballot-waiver" in found.stdout
    assert "    petr-by-region: left out: Chiffre de contexte" in found.stdout
    assert ": 2 expected to follow in some scenario, 0 expected not to in one" in found.stdout


def test_the_command_gives_json() -> None:
    found = CliRunner().invoke(app, ["coverage", str(ASSOCIATION), "--format", "json"])
    data = json.loads(found.stdout)
    assert data["dossier"]["evolution"]["norms"]["evo.none.verdict"] == "petr.creation.concordant-deliberations"
    assert data["dossier"]["core"]["open_questions"]["prefect-bound"]["points"] == ["d-sdci", "d-cdci"]
    assert data["statuses"]["l5741-4"] == ["closed"]
    assert data["never_reached"]["stay"] == {"open": None, "conditional": "no cure"}
