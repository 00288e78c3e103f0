"""An agreement never signed is concluded for the project in force, then amended for the text that takes its place."""

from functools import cache, reduce

import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.drafting.model import Draft, Line
from tests.drafting.conftest import COMPLETED, NEVER_SIGNED, act_of, case, drafted, drafts

BY_PLAN = "project-scot-plan"
"""The way by which the PAS of the SCoT stands as the project."""


def of(made: tuple[Draft, ...], template: str) -> Draft:
    return next(each for each in made if each.template == template)


def plain(found: Draft) -> str:
    return act_of(found).replace("\u00a0", " ").replace("\u202f", " ")


@cache
def approved_and_never_signed() -> Consultation:
    told = {"petr.project_approved": "yes", "project.revision": "due", "petr.agreement_signed": "no"}
    return reduce(lambda held, each: held.answer(*each), told.items(), case("reading/petr-projet-en-retard-cper-2026"))


def test_the_amendment_and_the_votes_on_it_are_drafted() -> None:
    made = drafts(NEVER_SIGNED).made
    draft, committee, member = (of(made, f"agreement-amendment{each}") for each in ("", "-vote", "-member"))
    assert "en conformité avec le projet de territoire révisé" in plain(draft)
    assert draft.day < committee.day
    for each in (committee, member):
        assert "L’avenant à la convention territoriale, annexé, est approuvé." in plain(each)
        assert "Vu les délibérations approuvant le projet de territoire révisé" in plain(each)
        remarks = [remark for part in each.parts if isinstance(part, Line) for remark in part.remarks]
        assert any("aucun texte lu ne dit comment la convention se modifie" in remark for remark in remarks)


def test_the_agreement_of_the_same_course_is_the_one_of_the_project_in_force() -> None:
    """It is voted before the revised text is: no draft of its own may cite what is to come."""
    made = drafts(NEVER_SIGNED).made
    for name in ("territorial-agreement", "territorial-agreement-vote", "territorial-agreement-member"):
        assert "révisé, que" not in plain(of(made, name))
        assert "approuvant le projet de territoire révisé" not in plain(of(made, name))
    assert "approuvant le projet de territoire en vigueur" in plain(of(made, "territorial-agreement-vote"))


@pytest.mark.parametrize("template", ["agreement-amendment-vote", "agreement-amendment-member"])
def test_an_amendment_for_the_plan_of_a_scot_says_so(template: str) -> None:
    found = drafted(approved_and_never_signed(), option=BY_PLAN)
    assert "avant que le PAS du SCoT" in plain(of(found.made, template))
    assert "projet de territoire révisé" not in plain(of(found.made, template))
    assert "Le PAS" not in plain(of(found.made, "territorial-agreement"))
    assert "qui tient lieu de projet de territoire" in plain(of(found.made, "agreement-amendment"))


@pytest.mark.parametrize(
    ("course", "lacks_all"), [(COMPLETED, False), ("reading/petr-convention-a-completer-2025#in-2023", True)]
)
def test_an_amendment_that_completes_the_agreement_is_between_the_parties_of_today(
    course: str, *, lacks_all: bool
) -> None:
    made = tuple(each for each in drafts(course).made if each.act.startswith("agreement-completed/"))
    draft, committee = (of(made, f"agreement-amendment{each}") for each in ("", "-vote"))
    members = [each for each in made if each.template == "agreement-amendment-member"]
    assert len(members) == len(case(course).lists["member"].ids)
    assert "complète la convention territoriale" in plain(draft)
    assert "en conformité" not in plain(draft)
    assert "Sont mis à disposition" in plain(draft)
    assert ("durée et étendue des missions déléguées" in plain(draft)) is lacks_all
    for each in (committee, *members):
        assert ("ni la durée" in plain(each)) is lacks_all
        assert ("ne dit pas quels services" in plain(each)) is not lacks_all
    assert not any("Grand Lot" in plain(each) for each in made)


def test_the_agreement_is_extended_to_who_enters_by_another_amendment() -> None:
    later = [each for each in drafts(COMPLETED).made if each.act == "territorial-agreement/votes"]
    assert any("Grand Lot" in each.name for each in later)
    first = [each for each in drafts(COMPLETED).made if each.act == "agreement-completed/votes"]
    assert max(each.day for each in first if each.day) < min(each.day for each in later if each.day)
