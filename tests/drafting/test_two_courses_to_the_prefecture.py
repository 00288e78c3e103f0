"""What a jurist left to mend in the drafts of two courses: days of letters, acts that exclude each other, votes."""

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
    VALLEY,
    act_of,
    case,
    drafted,
    drafts,
    of,
)

Course = tuple[str, Language, str | None]
FRENCH = [course for course in COURSES if course[1] == "fr"]
COUNTED = re.compile(r"^Dernier jour\u00a0: .* après ")


def lines(found: Draft) -> list[str]:
    return [part.text for part in found.parts if isinstance(part, Line)]


def remarks(found: Draft, words: str) -> str:
    """Give the remarks of the line that holds some words."""
    held = next(part for part in found.parts if isinstance(part, Line) and words in part.text)
    return " ".join(held.remarks)


@pytest.mark.parametrize("course", FRENCH, ids=lambda course: f"{course[0]}:{course[2]}")
def test_a_letter_that_asks_for_an_act_has_none_of_its_times(course: Course) -> None:
    """The time of the act may run from that very letter: it is no last day on which to send it."""
    asking = [each for each in drafts(*course).made if real_base().templates[each.template].asks]
    assert [each.name for each in asking if any(COUNTED.match(line) for line in lines(each))] == []


def test_a_letter_that_follows_a_vote_may_leave_once_the_last_has_voted() -> None:
    for course in (BEARER_LEFT, LEAVING_OF_FOUR):
        held = case(course)
        plan = roadmap(held, held.as_of)
        voted = next(task.latest for task in steps(held, plan) if task.id == "petr-member-withdraws/members")
        (letter,) = of(course, "withdrawal-shares-request-leaver")
        (said,) = (line for line in lines(letter) if line.startswith("Prépare l’acte suivant"))
        assert f"et le {Voice('fr').day(voted)}, selon la marche du plan, pour cette pièce" in said, said


def test_acts_of_which_no_answer_leaves_both_are_told_as_one_or_the_other() -> None:
    held = case(LEAVING_OF_FOUR)
    told = [each.said for each in drafted(held).without if each.either]
    assert len([said for said in told if "CRTE signé" in said]) == 2
    contents = drafts(LEAVING_OF_FOUR).contents
    assert contents is not None
    rows = [row[1] for part in contents.parts if not isinstance(part, Line) for row in part.rows if "CRTE" in row[1]]
    assert len([row for row in rows if "l’une des deux démarches, non les deux" in row]) == 2
    for signed in (True, False):
        settled = drafted(held.answer("contract.state_signed", value=signed)).without
        assert not any(each.either for each in settled if "CRTE signé" in each.said)


def test_that_no_staff_is_concerned_is_to_be_checked_with_who_leads_the_scheme() -> None:
    held = case(COMBES).answer("change.staff_affected", value=False)
    told = [
        (each, words)
        for each in drafted(held).made
        for words in ("aucun agent n’étant concerné", "Aucun agent n’est concerné.")
        if any(words in line for line in lines(each)) and ("SCoT" in each.name)
    ]
    assert told
    assert [each.name for each, words in told if "vérifier auprès d" not in remarks(each, words)] == []


def test_what_a_letter_of_the_scheme_consents_to_has_been_voted_in_a_draft() -> None:
    (letter,), (vote, *_) = of(VALLEY, "bearer-consent"), of(VALLEY, "bearer-consent-vote")
    assert vote.day <= letter.day
    assert "serve de projet de territoire du PETR" in act_of(vote)
    assert "le comité syndical décide :" in act_of(vote).replace("\u00a0", " ")
    assert act_of(vote).splitlines()[1].startswith("Comité syndical du syndicat mixte [")
    other = drafted(case(VALLEY).answer("scot.bearer", "epci"))
    (voted,) = of(other, "bearer-consent-vote")
    assert act_of(voted).splitlines()[1].startswith("Assemblée du porteur du SCoT")
    assert "le conseil communautaire décide" in act_of(voted)


def test_the_scheme_reduced_by_a_withdrawal_is_reduced_on_a_day() -> None:
    for course in (BEARER_LEFT, "reading/petr-retrait-2026"):
        (letter,) = of(course, "scot-reduced")
        assert "à la date du retrait, soit le [à compléter\u00a0: date d’effet fixée par l’arrêté]" in act_of(letter)


def test_who_is_associated_is_so_by_a_vote_that_the_launch_cites() -> None:
    launched = drafted(case(BEARER_LEFT).answer("contract.partners_associated", value=True))
    (launch,) = of(launched, "project-launch")
    assert "Vu la délibération du comité syndical associant des départements et des régions" in act_of(launch)
    alone = drafted(case(BEARER_LEFT).answer("contract.partners_associated", value=False))
    assert "associant des départements" not in act_of(of(alone, "project-launch")[0])


@pytest.mark.parametrize("course", FRENCH, ids=lambda course: f"{course[0]}:{course[2]}")
def test_no_remark_asks_to_cite_what_no_line_of_the_act_holds(course: Course) -> None:
    for each in drafts(*course).made:
        asked = [told for part in each.parts if isinstance(part, Line) for told in part.remarks]
        assert not any(told.startswith("Viser la délibération") for told in asked), each.name


@pytest.mark.parametrize("course", FRENCH, ids=lambda course: f"{course[0]}:{course[2]}")
def test_each_reason_names_what_it_speaks_of(course: Course) -> None:
    """A reason stands alone: another one may come between it and the one before."""
    for each in drafts(*course).made:
        assert not any(re.match(r"Considérant qu’(il|elle|ils|elles) est ", line) for line in lines(each)), each.name


def test_the_prefect_is_asked_of_allowances_where_a_departure_changes_their_band() -> None:
    asked = "changerait de tranche pour le maximum des indemnités"
    (letter,) = (each for each in of(BEARER_LEFT, "prefect-members-agreed") if "withdraws" in each.act)
    assert asked in act_of(letter)
    for each in of(LEAVING_OF_FOUR, "prefect-members-agreed"):
        assert asked not in act_of(each)


def test_the_account_that_closes_a_body_cites_the_article_that_rules_its_vote() -> None:
    (account,) = of(COMBES, "closing-account")
    assert "Vu l’article L. 1612-12 du CGCT" in act_of(account).replace("\u00a0", " ")
    (winding_up,) = of(COMBES, "liquidation")
    assert winding_up.day > account.day
