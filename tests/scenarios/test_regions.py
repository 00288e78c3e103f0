"""What a region decided is told in that region, and in no other."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.places import reference_on
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


def papers_of(region: str) -> set[str]:
    """Give the papers of a region: those that only its own policies rest on, or that bear its policies."""
    return {
        reference.id
        for norm in the_base().norms.values()
        if norm.topic == REGION + region
        for reference in norm.sources
        if reference.id.startswith(REGION)
    }


def norms_told(consultation: Consultation) -> Iterator[tuple[str, str]]:
    """Give each norm that is cited, with what cites it: options, requirements, arguments, steps and duties."""
    for outcome in consultation.outcomes:
        for found in (*outcome.routes, *outcome.staying):
            yield from ((norm, found.id) for norm in found.option.norms)
            yield from ((n, r.key) for r in found.requirements for n in r.requirement.norms)
            yield from ((norm, f"{found.id}, for or against") for merit in found.merits for norm in merit.merit.norms)
            yield from ((norm, f"{found.id}, act") for act in found.acts for norm in act.act.norms)
    yield from ((norm, duty.id) for duty in consultation.duties for norm in the_base().rules[duty.id].norms)


def test_the_paper_of_a_region_is_cited_there_and_nowhere_else() -> None:
    """An option, a requirement, an argument, a step: none rests on what another region wrote."""
    engine = NativeEngine()
    regions = {topic.removeprefix(REGION) for topic in the_base().topics if topic.startswith(REGION)}
    seen: set[str] = set()
    for scenario in (s for path in scenario_files(FOLDERS) for s in load_scenarios(path, the_base())):
        consultation = scenario.consultation(engine)
        if consultation.conflicts:
            continue
        here = str(scenario.answers.get("context.region"))
        elsewhere = set().union(*(papers_of(region) for region in regions - {here}))
        cited = {
            (by, reference_on(the_base(), the_base().norms[norm], consultation.as_of).id)
            for norm, by in norms_told(consultation)
        }
        assert {(by, paper) for by, paper in cited if paper in elsewhere} == set(), scenario.name
        seen |= {paper for _, paper in cited if paper in papers_of(here)}
    assert seen
