"""The thirty questions that a territory asks first: each is answered by the report of some case."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml
from pydantic import TypeAdapter

from petr_advisor.documents.build import build
from petr_advisor.documents.settings import Adviser
from petr_advisor.inference.native_engine import NativeEngine
from petr_advisor.scenarios.loading import load_scenarios
from petr_advisor.words.texts import Text
from tests.dossier.book import HERE, names_of_norms, names_of_points, the_base

SCENARIOS = Path(__file__).parents[2] / "scenarios"
DOSSIER = Path(__file__).parents[2] / ".." / "shared" / "law" / "complements.yaml"
MADE_ON = date(2026, 11, 26)

NOT_ENCODED = {26: {"perimeter.island"}}
"""What the dossier answers a question with and no norm says here: the island is for the prefect to judge."""


class FirstQuestion(Text):
    """A question, with what answers it."""

    told: tuple[str, ...]
    """The norms and disputed points that answer it."""
    by: tuple[str, ...]
    """The cases whose reports tell them: a scenario, or `scenario#variant`."""


@cache
def questions() -> dict[int, FirstQuestion]:
    raw = yaml.safe_load((HERE / "first_questions.yaml").read_text(encoding="utf-8"))
    return TypeAdapter(dict[int, FirstQuestion]).validate_python(raw["questions"])


@cache
def told_by(case: str) -> frozenset[str]:
    """Give the norms and disputed points that the report of a case tells."""
    file, _, variant = case.partition("#")
    wanted = f"{Path(file).name}#{variant}" if variant else Path(file).name
    scenarios = load_scenarios(SCENARIOS / f"{file}.yaml", the_base())
    found = next(scenario for scenario in scenarios if scenario.name == wanted)
    report = build(found.consultation(NativeEngine()), "en", Adviser(), MADE_ON)
    norms = {norm.id for norm in report.norms}
    return frozenset(norms | {point for norm in norms for point in the_base().norms[norm].disputed})


@pytest.mark.xdist_group("first-questions")
@pytest.mark.parametrize("number", questions())
def test_each_first_question_is_answered_by_the_report_of_some_case(number: int) -> None:
    question = questions()[number]
    names = {**names_of_norms(), **names_of_points()}
    told = frozenset[str]().union(*map(told_by, question.by))
    assert {name for name in question.told if names[name] not in told} == set(), question.en


@pytest.mark.skipif(not DOSSIER.is_file(), reason="reads ../shared/law, which is not there")
def test_the_first_questions_are_those_of_the_dossier() -> None:
    asked = yaml.safe_load(DOSSIER.read_text(encoding="utf-8"))["expected_questions"]
    expected = {each["n"]: set(each["norms"]) - NOT_ENCODED.get(each["n"], set()) for each in asked}
    assert {number: set(question.told) for number, question in questions().items()} == expected
    assert [(each["fr"], each["en"]) for each in asked] == [(each.fr, each.en) for each in questions().values()]
