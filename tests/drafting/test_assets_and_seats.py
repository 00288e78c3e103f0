"""Whose the assets of a body that ends are, and when the seats of a body that becomes a PETR are filled again."""

import re

import pytest

from petr_advisor.drafting.model import Draft, Line
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.planning.steps import steps
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import Voice
from tests.documents.conftest import real_base
from tests.drafting.conftest import (
    BEARER_LEFT,
    COMBES,
    COURSES,
    LEAVING_OF_FOUR,
    SYNDICATE_OF_THREE,
    TRANSFORMATION,
    act_of,
    case,
    drafts,
    of,
    words,
)

SHARED_WITH_A_PETR = re.compile(r"(?:partage\w*|shared|sharing)[^.;:]* (?:entre|between|among) (?:le|the) PETR")


@pytest.mark.parametrize("course", COURSES, ids=lambda course: f"{course[0]}:{course[2]}")
def test_no_act_shares_the_assets_with_who_is_no_member(course: tuple[str, Language, str | None]) -> None:
    """The assets of a syndicate that ends go to its members: a PETR that takes its scheme over is none of them."""
    assert [each.name for each in drafts(*course).made if SHARED_WITH_A_PETR.search(act_of(each))] == []


@pytest.mark.parametrize("template", ["dissolution", "dissolution-request", "liquidation", "power-transfer"])
def test_each_act_on_a_bearer_that_ends_says_that_its_members_hand_over(template: str) -> None:
    """What serves the scheme reaches the PETR by the votes of those members alone, and each act tells it so."""
    for each in of(COMBES, template):
        (told,) = (
            line
            for line in act_of(each).splitlines()
            if re.search(r"\bremise\b|\bremettent\b", line) and "Vu" not in line
        )
        assert re.search(r"membres du syndicat\b", told), told
        assert "PETR" in told, told
        assert "partage" in told, told


def test_the_winding_up_cites_the_votes_that_hand_over() -> None:
    (winding_up,) = of(COMBES, "liquidation")
    assert "Vu les délibérations des membres du syndicat sur sa dissolution, le partage et la remise au PETR" in act_of(
        winding_up
    )


@pytest.mark.parametrize("template", ["dissolution", "liquidation", "dissolution-request"])
def test_a_petr_that_ends_hands_nothing_over_to_itself(template: str) -> None:
    for each in of("life/effects-on-the-rest#dissolution", template):
        assert "membres du syndicat" not in act_of(each)
        assert not re.search(r"\bremise\b|\bremettent\b", act_of(each))


def lines(found: Draft) -> list[str]:
    return [part.text for part in found.parts if isinstance(part, Line)]


def remarks(found: Draft) -> str:
    return " ".join(told for part in found.parts if isinstance(part, Line) for told in part.remarks)


FILLED_AGAIN = ("petr-transformation/delegates", "seats-change/delegates", "petr-transformation/install")
ASKED = re.compile(
    r"prefecture (?:whether|confirms that) (?:its|the) delegates in place stay|délégués en place le restent"
)


@pytest.mark.parametrize("course", COURSES, ids=lambda course: f"{course[0]}:{course[2]}")
def test_no_seat_of_a_committee_in_place_is_filled_again_without_its_condition(
    course: tuple[str, Language, str | None],
) -> None:
    """A committee in place keeps its delegates unless its seats change: each act that fills them says so."""
    found = [each for each in drafts(*course).made if each.act in FILLED_AGAIN]
    concerned = [each for each in found if each.template in ("delegates", "first-notice", "installation")]
    assert [each.name for each in concerned if not ASKED.search(remarks(each))] == []


@pytest.mark.parametrize("course", [TRANSFORMATION, SYNDICATE_OF_THREE])
def test_the_first_meeting_after_a_transformation_has_a_form_for_delegates_who_stay(course: str) -> None:
    (notice,), (minutes,) = of(course, "first-notice"), of(course, "installation")
    assert "[le comité issu des statuts nouveaux] [son comité, dont les délégués en place le restent]" in act_of(notice)
    assert "[Les sièges n’ayant pas changé, les délégués en place le restent.]" in act_of(minutes)
    (note,) = (each for each in drafts(course).made if "note" in each.template and each.act == FILLED_AGAIN[0])
    assert ASKED.search(remarks(note))


def test_the_first_meeting_of_a_new_petr_has_no_delegate_in_place() -> None:
    for template in ("delegates", "first-notice", "installation"):
        for each in of(COMBES, template):
            assert "en place" not in act_of(each), each.name
            assert not ASKED.search(remarks(each)), each.name


@pytest.mark.parametrize("course", [SYNDICATE_OF_THREE, BEARER_LEFT, LEAVING_OF_FOUR])
def test_no_note_goes_from_what_is_recorded_to_the_last_step_past_what_decides(course: str) -> None:
    """Between an act recorded as done and the vote, the steps by which the procedure takes effect are told too."""
    held, base = case(course), real_base()
    planned = {task.id for task in steps(held, roadmap(held, held.as_of))}
    told = 0
    for each in drafts(course).made:
        before = next(
            (line for line in lines(each) if line.startswith("Ce vote vient après") and "(fait le" in line), ""
        )
        procedure, _, act = (each.act or "").partition("/")
        if not before or not act:
            continue
        acts = base.procedures[procedure].acts
        waits, left = set[str](), [act]
        while left:
            left = [name for key in left for name in acts[key].after if name in acts and name not in waits]
            waits.update(left)
        effects = [
            key for key in base.procedures[procedure].effect_at if key in waits and f"{procedure}/{key}" in planned
        ]
        told += len(effects)
        assert [key for key in effects if Voice("fr").say(acts[key].does) not in before] == [], each.name
    assert course != SYNDICATE_OF_THREE or told > 5


SEATED = "Envoi au conseil de développement une fois ses membres nommés, le conseil installé et son président élu."


@pytest.mark.parametrize(
    "course", [each for each in COURSES if each[1] == "fr"], ids=lambda each: f"{each[0]}:{each[2]}"
)
def test_who_has_still_to_be_appointed_is_asked_once_it_has_a_president(
    course: tuple[str, Language, str | None],
) -> None:
    """The letter to the council waits where its members are appointed in the same course; the other does not."""
    made = drafts(*course).made
    appoints = any(each.act == "bodies-set-up/members" for each in made)
    for each in (each for each in made if each.template in ("project-referral", "plan-referral-to-council")):
        asked = "Au président du conseil de développement" in act_of(each)
        assert (SEATED in words(each)) is (asked and appoints), each.name


@pytest.mark.parametrize("course", [COMBES, SYNDICATE_OF_THREE])
def test_a_first_budget_is_told_as_voted_or_as_continued(course: str) -> None:
    """A new PETR votes its first budget; a syndicate that becomes one continues its own, and no draft is missing."""
    continued = any(
        "Pas de premier budget à voter" in words(each) for each in of(course, "first-notice", "installation")
    )
    assert continued is not any(each.template == "first-budget" for each in drafts(course).made)


def test_who_votes_the_sharing_again_is_told_where_members_voted_it_once() -> None:
    for course in (COMBES, "life/effects-on-the-rest#dissolution"):
        (winding_up,) = of(course, "liquidation")
        assert "s’il a changé, chaque conseil vote de nouveau" in words(winding_up)
