"""Expectations on duties that a disputed point makes depend on how it is read."""

from pathlib import Path

import pytest

from petr_advisor.checking import load
from petr_advisor.inference.native_engine import NativeEngine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.problems import FileError
from petr_advisor.scenarios.evaluation import evaluate
from petr_advisor.scenarios.loading import load_scenario

CASE = """
title: {fr: "PAS tenant lieu de projet", en: "PAS standing for the project"}
origin: {kind: made, reference: "Code de l'urbanisme, art. L. 145-1"}
as_of: 2026-11-24
key_questions: [scot]
answers: {structure.legal_form: petr, territory.scot_cover: same, scot.bearer: structure, scot.has_pas: yes}
expect:
"""
DUTY = "duty:scot.pas-approvals-still-needed"
BROAD = "d-pas-as-project-approvals=dispensed"


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    return load()


def told(folder: Path, base: KnowledgeBase, *expectations: str) -> list[str]:
    """Give what a case that expects something is told."""
    path = folder / "case.yaml"
    path.write_text(CASE + "".join(f"  {line}\n" for line in expectations), encoding="utf-8")
    return [difference.about for difference in evaluate(load_scenario(path, base), [NativeEngine()]).differences]


def test_a_duty_that_falls_under_another_reading(tmp_path: Path, base: KnowledgeBase) -> None:
    assert told(tmp_path, base, f"readings: {{{BROAD}: {{{DUTY}: absent}}}}") == []


def test_a_duty_expected_wrongly_under_another_reading_is_told(tmp_path: Path, base: KnowledgeBase) -> None:
    assert told(tmp_path, base, f"readings: {{{BROAD}: {{{DUTY}: established}}}}") == [f"readings.{BROAD}.{DUTY}"]


def test_the_points_on_which_a_duty_turns(tmp_path: Path, base: KnowledgeBase) -> None:
    assert told(tmp_path, base, f"disputed: {{{DUTY}: [d-pas-as-project-approvals]}}") == []
    assert told(tmp_path, base, f"disputed: {{{DUTY}: []}}") == [f"disputed.{DUTY}"]


def test_unknown_readings_and_duties_are_refused_with_the_nearest_name(tmp_path: Path, base: KnowledgeBase) -> None:
    wrong = ("readings: {d-pas-as-project-approvals=dispense: {duty:scot.pas-approvals-still-need: absent}}",)
    with pytest.raises(FileError) as refused:
        told(tmp_path, base, *wrong)
    assert BROAD in str(refused.value)
    assert DUTY in str(refused.value)
