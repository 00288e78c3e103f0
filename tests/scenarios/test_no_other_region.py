"""Whatever the region and the date, a report names no other region and cites no other region's policy."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.build import build
from petr_advisor.documents.settings import Adviser
from petr_advisor.inference.native_engine import NativeEngine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.territory.measures import departements

ABOUT_REGIONS = ["contracts", "cper", "funding", "europe", "cofunding"]
DAYS = (date(2014, 6, 1), date(2016, 11, 24), date(2022, 10, 1), date(2026, 11, 24))
NATIONAL = {
    "funding.region-or-department-not-both": "the exception of Corsica since 2018 is in the law itself",
    "eu.2127.jtf": "the regions with designated territories are those of the European decision",
}
"""Norms of the nation or of the Union that name regions by themselves, and why."""


@cache
def the_base() -> KnowledgeBase:
    return load()


@cache
def names(fact: str) -> dict[str, str]:
    """Give the French names of regions, by choice; overseas is no region's name."""
    found = {key: choice.label.fr for key, choice in the_base().facts[fact].choices.items()}
    return {key: name for key, name in found.items() if key != "overseas"}


@cache
def others(region: str) -> re.Pattern[str]:
    """Give what finds the name of another region, of today or of before 2016."""
    own = {said.get("former_region") for said in departements().says.values() if said["region"] == region}
    elsewhere = [name for key, name in names("context.region").items() if key != region]
    elsewhere += [name for key, name in names("context.former_region").items() if key not in own]
    own_name = names("context.region").get(region, "")
    listed = "|".join(re.escape(name) for name in elsewhere if name not in own_name)
    return re.compile(rf"\b({listed})\b(?!-Moselle)")


def held(region: str, as_of: date) -> Consultation:
    """Give a consultation of a PETR in a region, in the first of its former regions, at a date."""
    said = next(said for said in departements().says.values() if said["region"] == region)
    begun = Consultation.start(the_base(), as_of, ABOUT_REGIONS, NativeEngine()).answer("structure.legal_form", "petr")
    begun = begun.answer("context.region", region).answer("territory.location", said["location"])
    return begun.answer("context.former_region", said["former_region"]) if "former_region" in said else begun


def strings(part: Any) -> Iterator[str]:
    """Give every text of a part of a report, at any depth."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        for each in part.values():
            yield from strings(each)
    elif isinstance(part, list | tuple):
        for each in part:
            yield from strings(each)


@pytest.mark.parametrize("region", sorted(the_base().facts["context.region"].choices))
def test_a_report_speaks_of_its_own_region_alone(region: str) -> None:
    """Proofs, options, duties, what to check, sources: all of it, on days that each have a policy of their own."""
    for day in DAYS:
        report = build(held(region, day), "fr", Adviser(), date(2026, 11, 25))
        assert not report.conflicts
        topics = {the_base().norms[norm.id].topic for norm in report.norms}
        assert {topic for topic in topics if topic.startswith("region-")} <= {f"region-{region}"}
        naming = {norm.id for norm in report.norms if any(map(others(region).search, strings(norm.model_dump())))}
        assert naming <= NATIONAL.keys()
        said = strings(report.model_copy(update={"norms": ()}).model_dump())
        assert [text for text in said if others(region).search(text)] == []


def test_a_region_without_a_known_policy_is_told_so_by_the_region_alone() -> None:
    """What was refused line by line, once for each other region, is said by one fact, and by its own answer."""
    refused = held("nouvelle-aquitaine", DAYS[-1])
    refused = refused.answer("contract.region_confirms", "no").answer("contract.region_helps_epcis", "no")
    report = build(refused, "fr", Adviser(), date(2026, 11, 25))
    told = list(strings([question.model_dump()["proofs"] for question in report.questions]))
    assert any("Nouvelle-Aquitaine" in text for text in told)
    assert not [text for text in told if "CRST" in text or "ACTes" in text]


@pytest.mark.parametrize("region", sorted(the_base().facts["context.region"].choices))
def test_nothing_read_of_a_region_shuts_no_contract_with_it(region: str) -> None:
    """A contract with the region is closed by what the region wrote, never by what was not found."""
    for day in DAYS:
        outcomes = held(region, day).outcomes[0]
        epci = outcomes.option("region-contract-epci")
        assert epci is not None
        if epci.status == "closed":
            topics = {the_base().norms[norm].topic for norm in epci.rests_on}
            assert f"region-{region}" in topics, day
