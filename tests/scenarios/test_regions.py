"""What a region decided is told in that region, and in no other."""

from functools import cache
from pathlib import Path

from petr_advisor.checking import load
from petr_advisor.inference.native_engine import NativeEngine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.scenarios.loading import load_scenarios, scenario_files

FOLDER = Path(__file__).parents[2] / "scenarios"
FOLDERS = (FOLDER / "contracts", FOLDER / "regions")
REGION = "region-"


@cache
def the_base() -> KnowledgeBase:
    return load()


def regions_of(rule: str) -> set[str]:
    """Give the regions whose policies a rule rests on."""
    topics = {the_base().norms[norm].topic for norm in the_base().rules[rule].norms}
    return {topic.removeprefix(REGION) for topic in topics if topic.startswith(REGION)}


def test_what_a_region_decided_is_told_there_and_nowhere_else() -> None:
    told: set[str] = set()
    engine = NativeEngine()
    for scenario in (s for path in scenario_files(FOLDERS) for s in load_scenarios(path, the_base())):
        consultation = scenario.consultation(engine)
        if consultation.conflicts:
            continue
        here = {str(scenario.answers.get("context.region"))}
        regional = {duty.id: regions_of(duty.id) for duty in consultation.duties if regions_of(duty.id)}
        assert {key: found for key, found in regional.items() if found != here} == {}, scenario.name
        told |= regional.keys()
    assert told == {key for key, rule in the_base().rules.items() if rule.duty and regions_of(key)}
