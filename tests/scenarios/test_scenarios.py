"""The scenarios: each holds with the native engine, and an interview ends as all answers at once do."""

import re
from datetime import date
from functools import cache
from pathlib import Path
from statistics import median
from typing import Any

import pytest
import yaml

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.native_engine import NativeEngine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.scenarios.evaluation import evaluate
from petr_advisor.scenarios.loading import load_scenarios, scenario_files
from petr_advisor.scenarios.scenario import Scenario

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "scenarios"
EVOLUTION = FOLDER / "evolution"
CASES = ROOT / ".." / "shared" / "cases"
FILES = scenario_files([FOLDER])
MATRIX = scenario_files([EVOLUTION / "matrix"])
DATES_OF_THE_MATRIX = {date(2014, 6, 1), date(2026, 11, 24)}
MOST_QUESTIONS = 40
ENGINE = NativeEngine()

INTERVIEWED = (
    *(f"matrix/{path.stem}" for path in MATRIX),
    "cures/open-communes-2015",
    "cures/creation-redrawn",
    "disputed/l5741-4-unanimity",
    "traps/e-07-opposition",
    "traps/i-do-not-know",
    "real/ariege",
)


@cache
def the_base() -> KnowledgeBase:
    return load()


@cache
def scenarios_of(path: Path) -> tuple[Scenario, ...]:
    return tuple(load_scenarios(path, the_base()))


def name_of(path: Path) -> str:
    return path.relative_to(FOLDER).with_suffix("").as_posix()


def told(scenario: Scenario) -> list[str]:
    differences = evaluate(scenario, [ENGINE]).differences
    return [f"{scenario.name}: {d.about}: expected {d.expected}, found {d.found}" for d in differences]


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_titles_are_in_both_languages_and_each_variant_expects_something(path: Path) -> None:
    scenarios = scenarios_of(path)
    for scenario in scenarios:
        assert scenario.title.fr.strip()
        assert scenario.title.en.strip()
        assert scenario.expect.model_dump(exclude_defaults=True) or scenario.path, scenario.name
    titles = [scenario.title for scenario in scenarios]
    assert len({title.fr for title in titles}) == len({title.en for title in titles}) == len(titles)


@pytest.mark.parametrize("path", MATRIX, ids=name_of)
def test_the_matrix_is_read_in_2014_and_today(path: Path) -> None:
    scenarios = scenarios_of(path)
    assert {scenario.as_of for scenario in scenarios} == DATES_OF_THE_MATRIX
    assert all(scenario.expect.options for scenario in scenarios)


def test_there_is_a_file_for_each_structure_of_the_matrix() -> None:
    assert len(MATRIX) == 12


def test_there_are_at_least_fifty_files() -> None:
    assert len(FILES) >= 50


HELD_ONCE = pytest.mark.xdist_group("interviews")
"""In one process, where each interview is held once for the tests that read it."""

# -- the interview -------------------------------------------------------------------------------------------------


@cache
def interviewed(name: str) -> tuple[tuple[Scenario, Consultation, tuple[str, ...]], ...]:
    """Hold the interviews of a file: its own case, and the variants at another date."""
    scenarios = scenarios_of(FOLDER / "evolution" / f"{name}.yaml")
    chosen = (scenarios[0], *(s for s in scenarios[1:] if s.as_of != scenarios[0].as_of))
    return tuple((scenario, *scenario.interview(ENGINE)) for scenario in chosen)


def statuses(consultation: Consultation) -> dict[str, frozenset[str]]:
    return {o.id: o.statuses for found in consultation.outcomes for o in (*found.routes, *found.staying)}


@HELD_ONCE
@pytest.mark.parametrize("name", INTERVIEWED)
def test_an_interview_ends_as_all_answers_at_once(name: str) -> None:
    for scenario, held, _ in interviewed(name):
        assert statuses(held) == statuses(scenario.consultation(ENGINE)), scenario.name
        assert held.next_question is None


@HELD_ONCE
@pytest.mark.parametrize("name", INTERVIEWED)
def test_an_interview_is_short_and_asks_nothing_twice(name: str) -> None:
    for scenario, _, asked in interviewed(name):
        assert len(asked) <= MOST_QUESTIONS, f"{scenario.name}: {len(asked)} questions"
        assert len(set(asked)) == len(asked)


@HELD_ONCE
def test_the_length_of_the_interviews_is_told() -> None:
    lengths = {scenario.name: len(asked) for name in INTERVIEWED for scenario, _, asked in interviewed(name)}
    longest = max(lengths, key=lambda key: lengths[key])
    print(
        f"\n{len(lengths)} interviews: median {median(lengths.values())} questions, most {lengths[longest]} ({longest})"
    )
    assert median(lengths.values()) <= MOST_QUESTIONS


# -- the collection of cases -----------------------------------------------------------------------------------------


@cache
def collected() -> dict[str, str]:
    """Give the identifiers of the shared collection, each with the kind of origin it must have."""
    real: dict[str, Any] = yaml.safe_load((CASES / "real-cases.yaml").read_text(encoding="utf-8"))
    traps: dict[str, Any] = yaml.safe_load((CASES / "traps.yaml").read_text(encoding="utf-8"))
    return {
        **{case["id"]: "real-case" for case in real["cases"]},
        **{answer["id"]: "official-answer" for answer in real["answers"]},
        **{trap["id"]: "trap" for trap in traps["traps"]},
    }


@cache
def origins() -> set[tuple[str, str]]:
    """Give the origins named by the scenarios: (kind, identifier)."""
    found = (yaml.safe_load(path.read_text(encoding="utf-8"))["origin"] for path in FILES)
    return {(origin["kind"], origin["id"]) for origin in found if "id" in origin}


ELSEWHERE = {"crte-perimeters"}
"""Left out of the legal evolution because it is about another key question: a scenario of that one must use it."""


@pytest.mark.skipif(not CASES.is_dir(), reason="reads ../shared/cases, which is not there")
def test_every_collected_case_is_used_or_left_out_for_a_reason() -> None:
    used = {identifier for _, identifier in origins()}
    text = (EVOLUTION / "NOT_USED.md").read_text(encoding="utf-8")
    answers = text.partition("## Réponses officielles")[2].partition("\n## ")[0]
    named = set(re.findall(r"^- `([a-z0-9-]+)` : \S", answers, re.MULTILINE))
    unused = set(collected()) - used
    assert unused - named == set()
    assert unused & ELSEWHERE == set()


@pytest.mark.skipif(not CASES.is_dir(), reason="reads ../shared/cases, which is not there")
def test_every_origin_of_the_evolution_is_in_the_collection() -> None:
    collection = collected()
    wanted = {"real-case", "official-answer", "trap"}
    found = (yaml.safe_load(path.read_text(encoding="utf-8"))["origin"] for path in scenario_files([EVOLUTION]))
    named = [(origin["kind"], origin["id"]) for origin in found if "id" in origin]
    assert [(kind, key) for kind, key in named if kind in wanted and collection.get(key) != kind] == []


@pytest.mark.skipif(not CASES.is_dir(), reason="reads ../shared/cases, which is not there")
def test_a_collected_case_keeps_its_kind() -> None:
    collection = collected()
    assert [(kind, key) for kind, key in origins() if key in collection and kind != collection[key]] == []
