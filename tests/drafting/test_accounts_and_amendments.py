"""By which majority an account is adopted; and that an amendment changes something before it takes effect."""

import pytest

from petr_advisor.words.texts import Language

from .conftest import COURSES, act_of, drafts, words

Course = tuple[str, Language, str | None]

AMENDMENTS = {"agreement-amendment", "territorial-agreement-rider"}


@pytest.mark.parametrize("course", COURSES, ids=lambda course: f"{course[0]}:{course[2]}")
def test_only_a_majority_against_refuses_an_account(course: Course) -> None:
    for each in drafts(*course).made:
        if each.act == "petr-liquidation/accounts":
            said = words(each)
            assert "L. 1612-12" in said.replace("\u00a0", " ") or "L.1612-12" in said, each.name
            assert "majorité absolue" not in said.casefold(), each.name
            assert "prépondérante en cas de partage" not in said, each.name


@pytest.mark.parametrize("course", COURSES, ids=lambda course: f"{course[0]}:{course[2]}")
def test_an_amendment_says_what_it_changes(course: Course) -> None:
    if course[1] != "fr":
        return
    for each in drafts(*course).made:
        if each.template in AMENDMENTS:
            said = act_of(each).replace("\u00a0", " ")
            assert "Missions, étendue et durée" in said or "Services mis à disposition" in said, each.name
            assert "articles suivants" in said or "Sont mis à disposition" in said, each.name


@pytest.mark.parametrize("course", COURSES, ids=lambda course: f"{course[0]}:{course[2]}")
def test_the_parties_to_an_agreement_are_named_once_and_for_sure(course: Course) -> None:
    if course[1] != "fr":
        return
    for each in drafts(*course).made:
        if each.template in AMENDMENTS | {"territorial-agreement"}:
            parties = [line for line in act_of(each).splitlines() if "Entre le PETR" in line]
            assert len(parties) == 1, each.name
            assert parties[0].startswith("Entre le PETR"), each.name
