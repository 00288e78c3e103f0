"""While nobody knows when a withdrawal takes effect, each draft that counts its members says so in the margin."""

from datetime import date

import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.drafting.leavers import Moment, gone, unsettled
from petr_advisor.drafting.model import Draft, Line
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.planning.steps import steps
from petr_advisor.words.texts import Language
from tests.documents.conftest import real_base
from tests.drafting.conftest import (
    BEARER_LEFT,
    COURSES,
    LEAVING_OF_FOUR,
    LEAVING_OF_THREE,
    WITHDRAWAL,
    case,
    drafts,
    of,
    words,
)

LEAVING = (WITHDRAWAL, LEAVING_OF_THREE, LEAVING_OF_FOUR)
VOTES = ("encore membre : il vote", "still a member: it votes")
SAID = ("a pris effet avant cet acte", "n’a pas pris effet avant cet acte")


def remarks(found: Draft) -> str:
    return "\n".join(each for part in found.parts if isinstance(part, Line) for each in part.remarks)


def told(found: Draft) -> bool:
    return any(each in remarks(found) for each in SAID)


def says_that_it_votes(found: Draft) -> bool:
    return any(each in remarks(found) for each in VOTES)


def leavers(held: Consultation) -> set[str]:
    """Give the members that the case says leave."""
    told = {of: held.memory.facts.get("member.leaves", of) for of in held.lists["member"].ids}
    return {of for of, known in told.items() if known is not None and known.value is True}


def of_those_that_stay(note: Draft) -> bool:
    """Tell whether a note goes with an act for those alone that there are once its procedure has its effect."""
    procedure, _, _ = note.act.partition("/")
    return any(note.act in each.acts and procedure in each.staying for each in real_base().templates.values())


@pytest.mark.parametrize(
    "name", sorted({name for name, language, option in COURSES if language == "fr" and not option})
)
def test_each_note_that_names_the_members_says_what_holds_otherwise(name: str) -> None:
    """A note lists the members with their inhabitants: that list turns on the day of the effect."""
    held = case(name)
    plan = roadmap(held, held.as_of)
    latest = {each.id: each.latest for each in steps(held, plan)}
    for found in drafts(name).made:
        if found.template == "summary-note" and "Membres du PETR" in words(found):
            moment = Moment(found.day, found.act)
            last = max(found.day, latest[found.act])
            voting = unsettled(held, plan, moment, last) - (leavers(held) if of_those_that_stay(found) else set())
            assert told(found) == bool(voting), found.name


@pytest.mark.parametrize(("course", "language", "option"), COURSES)
def test_nobody_is_told_that_who_leaves_votes_an_act_of_those_that_stay(
    course: str, language: Language, option: str | None
) -> None:
    """Those that stay elect delegates to the seats that are theirs once the withdrawal takes effect."""
    for found in drafts(course, language, option).made:
        assert not says_that_it_votes(found) or not of_those_that_stay(found), found.name


@pytest.mark.parametrize("name", [WITHDRAWAL, LEAVING_OF_FOUR, BEARER_LEFT])
def test_who_leaves_a_party_is_not_said_to_vote_only_as_a_member(name: str) -> None:
    """It votes what it is a party to in both cases: what turns on the day of its departure is the count of members."""
    parties = {each for template in real_base().templates.values() for each in template.leavers_too}
    turning = [each for each in drafts(name).made if each.act.partition("/")[0] in parties and told(each)]
    assert turning or name != BEARER_LEFT
    for found in turning:
        assert not any(each in remarks(found) for each in ("il vote,", "il ne vote pas")), found.name
        assert "dans les deux cas" in remarks(found), found.name


def test_what_waits_for_the_order_counts_without_who_has_left() -> None:
    """All the notes of what follows the order are on one hypothesis."""
    for name in LEAVING:
        held = case(name)
        plan = roadmap(held, held.as_of)
        after = Moment(date(2020, 1, 1), "petr-member-withdraws/bodies")
        assert gone(held, plan, after) != frozenset(), name


def test_who_leaves_is_told_that_it_may_have_no_vote_left() -> None:
    own = [each for each in of(LEAVING_OF_FOUR, "members-consent") if each.act == "seats-change/members"]
    said = {each.name: told(each) for each in own}
    assert any(said.values())
    assert all(yes == name.endswith("Hautes Terres") for name, yes in said.items()), said
