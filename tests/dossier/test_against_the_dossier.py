"""The ledger held against the legal dossier, where the dossier is there: nothing lost, nothing altered unsaid."""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import yaml

from petr_advisor.knowledge.law import InForcePeriod, Norm
from tests.dossier.book import NO_POINTS, ledger, the_base

LAW = Path(__file__).parents[2] / ".." / "shared" / "law"
FILES = (
    "core", "evolution", "scot", "services", "contracts", "regions", "disputed", "procedures", "complements",
)  # fmt: skip
NOT_READ_YET = {"acts"}
"""Files of the dossier that came after the rule base and wait to be read into it."""

NORMS_WAITING = {"perimeter.island": "unsettled, for the prefect to judge: no norm says it here yet"}
"""Norms of the dossier that the base does not hold, and why."""

pytestmark = pytest.mark.skipif(not LAW.is_dir(), reason="reads ../shared/law, which is not there")

PERIODS_EXPLAINED = {
    "petr.art79.prefect-information-deadline": "27 July 2014 ends `usable`: what a late notice means is asked after",
    "evo.cure.sivom.to-community": "the article has earlier versions, since 17 August 2004; the dossier gives the last",
    "staff.transfer-with-power": "a constant principle: the version of 18 December 2010 is the earliest that was read",
    "scot.zan-trace-status": "told only from the day of the vote in the Senate, of which it speaks",
    "services.inhouse.commune-weak-2006": "no PETR exists before 29 January 2014, as the dossier notes",
    "pat.carrier": "the article is in force since 15 October 2014, the day after its Act was published",
    "cper.2015-2020.circulars": "the mandates begin on 31 July 2014; the circulars of 2013 have a norm of their own",
    "cper.post-2027.unknown": "the dossier gives the day it was read; the proposals for 2028-2034 are of 16 July 2025",
    "programmes.commune-level": "speaks of the CRTE and of Petites villes de demain, which begin at the end of 2020",
    "aura-contrat-region-2022": "a correction of the complements: the end of 2026 has no source, none was published",
    "act.challenge.clear-months": "told from the day of the ruling that makes it known",
    "petr.dissolution.consent-express": "told from the later of the two answers that make it known, for it names both",
    "impact-document.author": "the decree that says what the document holds came later than the Act",
    "epci.merger.powers-choice": "told from the day of the answer that gives the one and the two years",
    "merger.agglomeration.may-withdraw": "the dossier knows no first day: told from the question that cites it",
    "staff.cse-11-49": "the staff delegates of before 2018 had these tasks already: both articles are cited",
    "grants.state-ceiling-80": "over all State grants since 6 October 2021 only; the DETR had its own before",
}
"""Norms whose period is not that of the dossier, and why."""

KEPT_APART = {
    (
        "staff.transfer-with-power",
        "services.transfer.follows-competence",
    ): "the principle, and its procedure since 2023",
    (
        "evo.association.verdict",
        "scot.transfer.association-to-petr",
    ): "that an association bears no SCoT follows from the closed list of bearers, not from article 79 III",
    ("evo.route.l5741-4.silence", "petr.transform.voluntary-procedure"): "the old identifier leads to the decision",
    ("evo.route.l5741-4.unanimity", "petr.transform.voluntary-procedure"): "the old identifier leads to the decision",
    ("services.entente.parties", "services.entente.conference"): "two articles",
}
"""Identifiers that the dossier folds together and that lead to different norms here, and why."""

SURENESS_EXPLAINED = {
    "evo.practice.transparent-association": "a correction of the complements: the decision was found in commentaries",
    "evo.alt.merge-epci": "advice on when to merge; the law of the merger has norms of its own",
    "tax.corporate": "says more than the dossier: that the PETR is exempt is read in article 207",
}
"""Norms not as sure as the dossier, and why; none is surer but by a correction of the dossier itself."""

POINTS_ELSEWHERE = {
    ("petr.creation.sdci-and-cdci", "d-sdci"): "split in two: the other half, evo.route.creation.sdci, names the point",
    ("funding.two-departments", "d-no-cumulation-without-ctec"): "it has a point of its own, d-two-departements",
}
"""Points that another norm names here, and why."""


@cache
def dossier(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((LAW / f"{name}.yaml").read_text(encoding="utf-8"))
    return found


@cache
def carried() -> dict[str, str]:
    """The norm that carries each identifier."""
    return {name: key for key, norm in the_base().norms.items() for name in (key, *norm.aliases)}


def norms_of(name: str) -> Iterator[dict[str, Any]]:
    """The norms of a file of the dossier; a region's policies are its norms."""
    found = dossier(name)
    yield from found.get("norms", ())
    for region in found.get("regions", ()):
        yield from ({**policy, "in_force": policy["period"]} for policy in region["policies"])


def rows_of(name: str) -> dict[str, set[str]]:
    """The tables of a file whose rows have identifiers."""
    found = dossier(name)
    keys = {
        "route_matrix": "structure", "step_sequences": "id", "risks": "id", "perimeter_matrix": "relation",
        "examples": "id", "instruments": "id", "regions": "id", "facts": "id", "reports": "id", "procedures": "id",
    }  # fmt: skip
    rows = {table: {row[key] for row in found[table]} for table, key in keys.items() if table in found}
    if "choice_table" in found:
        rows["choice_table"] = {row["id"] for row in found["choice_table"]["rows"]}
        change = found["change_management"]
        rows["change_management"] = {row["id"] for part in ("phases", "roles") for row in change[part]}
        rows["change_management"] |= {f"calendar {row['id']}" for row in change["calendars"]}
        rows["change_management"] |= {"communication", "success_factors", "resistance_signals"}
    return rows


@pytest.mark.parametrize("name", FILES)
def test_each_norm_of_the_dossier_is_in_its_file_of_the_ledger(name: str) -> None:
    assert {norm["id"] for norm in norms_of(name)} - set(NORMS_WAITING) == set(ledger()[name].norms)


def test_the_ledger_has_the_files_of_the_dossier() -> None:
    assert set(ledger()) == set(FILES) == {path.stem for path in LAW.glob("*.yaml")} - {"merge"} - NOT_READ_YET
    assert "open_questions" not in dossier("merge")


def test_each_unsettled_point_is_a_disputed_point() -> None:
    points = dossier("disputed")["disputed"]
    assert {point["id"] for point in points} == set(ledger()["disputed"].points)
    known = {name for key, point in the_base().disputed.items() for name in (key, *point.aliases)}
    told = [point for point in points if point["id"] not in NO_POINTS]
    assert {alias for point in told for alias in (point["id"], *point.get("aliases", ()))} <= known


@pytest.mark.parametrize("name", FILES)
def test_each_row_of_a_table_is_accounted_for(name: str) -> None:
    assert {key: set(rows) for key, rows in ledger()[name].tables.items()} == rows_of(name)


@pytest.mark.parametrize("name", FILES)
def test_each_open_question_is_accounted_for_in_its_place(name: str) -> None:
    """A question added, removed, moved or reworded in the dossier is one to read again."""
    asked = [(sha256(each.encode()).hexdigest()[:8], each) for each in dossier(name).get("open_questions") or ()]
    kept = [question.fingerprint for question in ledger()[name].open_questions.values()]
    assert [each for mark, each in asked if mark not in kept] == []
    assert kept == [mark for mark, _ in asked]


@pytest.mark.parametrize("name", FILES)
def test_each_other_identifier_of_a_norm_is_kept(name: str) -> None:
    assert {alias for norm in norms_of(name) for alias in norm.get("aliases") or ()} <= set(carried())


def test_one_legal_idea_is_one_norm() -> None:
    merge = dossier("merge")
    apart = set()
    for group in (*merge["merge"], *merge["already_folded"]):
        partly = set(group.get("partial") or ())
        for name in {*group.get("aliases", ()), *group.get("absorbed", ())} - partly:
            if carried()[name] != carried()[group["keep"]]:
                apart.add((group["keep"], name))
    assert apart == set(KEPT_APART)
    for group in merge["related_not_same"]:
        assert len({carried()[name] for name in group["ids"]}) > 1, group


def _same_kind(norm: Norm) -> list[dict[str, Any]]:
    """The norms of the dossier that one norm carries."""
    names = {key for key, kept in carried().items() if the_base().norms[kept] is norm}
    return [found for name in FILES for found in norms_of(name) if found["id"] in names]


def _period(found: dict[str, Any]) -> tuple[Any, Any]:
    period = found.get("in_force") or {}
    return period.get("from"), period.get("to")


def _ends(period: InForcePeriod) -> tuple[Any, Any]:
    return period.from_, period.to


def test_periods_are_those_of_the_dossier_or_the_difference_is_explained() -> None:
    differing = {
        key
        for key, norm in the_base().norms.items()
        if (found := _same_kind(norm)) and _ends(norm.in_force) not in map(_period, found)
    }
    assert differing == set(PERIODS_EXPLAINED)


def test_norms_are_as_sure_as_the_dossier_or_the_difference_is_explained() -> None:
    differing = {
        key
        for key, norm in the_base().norms.items()
        if (found := _same_kind(norm)) and norm.confidence not in {each["confidence"] for each in found}
    }
    assert differing == set(SURENESS_EXPLAINED)
    assert all(the_base().norms[key].confidence != "verified" for key in SURENESS_EXPLAINED)


def test_each_norm_names_the_points_it_turns_on() -> None:
    base = the_base()
    points = {name: key for key, point in base.disputed.items() for name in (key, *point.aliases)}
    lost = {
        (found["id"], point)
        for name in FILES
        for found in norms_of(name)
        for point in set(found.get("disputed") or ()) - set(NO_POINTS)
        if found["id"] not in NORMS_WAITING
        if points[point] not in base.norms[carried()[found["id"]]].disputed
        and carried()[found["id"]] not in base.disputed[points[point]].norms
    }
    assert lost == set(POINTS_ELSEWHERE)
