"""What a jurist still completed in the drafts of a creation, an entry and new seats: each kind, for all acts."""

import re

import pytest

from petr_advisor.drafting.model import Draft, Line
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.words.texts import Language
from tests.documents.conftest import real_base
from tests.drafting.conftest import COMBES, COURSES, GIP_RENEWED, RESEATED, SIONNE, case, drafted, drafts, of, words
from tests.drafting.test_read_by_the_secretary import signed

Course = tuple[str, Language, str | None]
EACH_COURSE = pytest.mark.parametrize("course", COURSES, ids=lambda course: course[0])
COMMITTEE = "territorial-project-revision/committee"


def remarks(found: Draft) -> list[str]:
    return [remark for part in found.parts if isinstance(part, Line) for remark in part.remarks]


def test_what_the_case_knows_of_an_order_is_written_in_the_visa() -> None:
    assert "du 18 juin 2004" in signed(of(COMBES, "epci-creation")[0])


def test_a_letter_that_asks_for_the_order_asks_no_position_on_votes_held_already() -> None:
    (letter,) = of(COMBES, "prefect-creation")
    assert "connaître votre position" not in signed(letter)
    assert "[à garder ou à retirer] Avis du comité social territorial" in signed(letter)


@EACH_COURSE
def test_nobody_is_a_member_of_a_petr_before_the_order_that_creates_it(course: Course) -> None:
    made = drafts(*course)
    held = case(course[0])
    plan = roadmap(held, held.as_of, course[2])
    orders = [task.soonest for task in plan.tasks if task.id == "petr-creation/order"]
    for note in (each for each in made.made if each.template == "summary-note"):
        if orders and note.day < orders[0]:
            assert not any(
                line.startswith(("Membres du PETR (", "Members of the PETR (")) for line in words(note).splitlines()
            )


def test_the_development_council_is_appointed_before_its_opinion_is_asked_for() -> None:
    (opened,), (named,) = of(COMBES, "development-council"), of(COMBES, "development-council-members")
    asked = [each for each in of(COMBES, "project-referral") if "conseil de développement" in each.name]
    assert opened.day < named.day
    assert all(named.day < each.day for each in asked)
    assert "Sont nommés membres du conseil de développement" in signed(named)


def test_no_order_takes_the_scot_from_its_bearer_before_the_one_that_gives_it_to_the_petr() -> None:
    days = {each.said: each.day for each in drafts(COMBES).without if "arrêté" in each.said}
    gives = next(day for said, day in days.items() if "qui transfère le SCoT" in said)
    parts = ("dissolution suit", "retirent le SCoT à l’ancien porteur")
    takes = [day for said, day in days.items() if any(part in said for part in parts)]
    assert takes != []
    assert all(day >= gives for day in takes)


def test_who_votes_the_transfer_of_a_scot_reads_where_the_scheme_stands() -> None:
    for found in (*of(COMBES, "power-transfer"), *of(COMBES, "members-consent")):
        said = signed(found)
        assert "approuvé le 14 octobre 2021" in said
        assert "objectif de sobriété foncière le 22 février 2027" in said


def test_each_opinion_that_an_act_cites_is_asked_for() -> None:
    """The staff of the syndicate that ends are spoken of before its vote, whichever way ends it."""
    for handover, matter in (("same_day", "Dissolution du"), ("services", "Remise des services")):
        made = drafted(case(COMBES).answer("scot.handover", handover))
        assert any(matter in each.name for each in of(made, "staff-committee")), handover


def test_statutes_that_are_still_to_vote_are_told_that_they_may_give_the_scot_at_once() -> None:
    for template in ("statutes", "epci-creation"):
        assert any("SCoT" in remark and "préfecture" in remark for remark in remarks(of(COMBES, template)[0]))


def test_each_code_that_rules_what_is_taken_over_is_cited() -> None:
    for template in ("take-over", "transfer-agreement", "take-over-posts"):
        for each in of(COMBES, template):
            assert "L. 445-3 du code général de la fonction publique" in signed(each)


def test_the_committee_settles_a_revised_project_though_an_agreement_was_signed_before_it() -> None:
    """What follows the revision was done for the former project: it shows nothing of what comes before."""
    (act,) = (each for each in of(SIONNE, "project-adoption") if each.act == COMMITTEE)
    assert all(act.day < each.day for each in of(SIONNE, "project-approval"))


def test_what_the_committee_says_that_it_does_of_project_and_agreement_is_drafted() -> None:
    said = signed(of(SIONNE, "joining-committee")[0])
    # Two articles: where no agreement is signed, the project is extended all the same.
    assert "par une révision que le conseil de chaque membre approuve, selon ce calendrier" in said
    assert "La convention territoriale est étendue à la communauté de communes des Gorges de la Sionne par un" in said
    assert len(of(SIONNE, "territorial-agreement-rider")) == 1
    assert len(of(SIONNE, "leader-perimeter")) == 1


def test_who_votes_an_entry_reads_that_it_extends_the_scot() -> None:
    wanted = (
        "joining-request",
        "joining-committee",
        "members-consent",
        "commune-consent",
        "impact-document",
        "prefect-members-agreed",
    )
    for found in (each for template in wanted for each in of(SIONNE, template)):
        assert "s'étend de plein droit" in signed(found), found.name
        assert "rattaché d’office" not in words(found), found.name


def test_the_launch_of_a_project_says_that_the_plan_of_the_scot_may_stand_for_it() -> None:
    assert "L. 145-1" in signed(of(SIONNE, "project-launch")[0])
    assert "L. 145-1" not in signed(of(COMBES, "project-launch")[0])


def test_a_petr_that_leads_its_scot_votes_its_review() -> None:
    for name in (SIONNE, RESEATED):
        (act,) = of(name, "scot-reviewed")
        assert "sont dues le 17 mars 2028 au plus tard" in signed(act)
        assert not any("porteur du SCoT" in each.said for each in drafts(name).without)


def test_seats_that_change_alone_rewrite_no_contribution_and_take_effect_themselves() -> None:
    assert "Contributions des membres" not in signed(of(RESEATED, "statutes-compared")[0])
    held = case(RESEATED)
    effect = roadmap(held, held.as_of).effect
    assert effect is not None
    assert effect.startswith("seats-change/")


@EACH_COURSE
def test_no_margin_speaks_of_the_program(course: Course) -> None:
    told = [remark for found in drafts(*course).made for remark in remarks(found)]
    assert [remark for remark in told if re.search(r"(^|\s)--?[a-z]|xlsx", remark)] == []


def test_what_goes_with_an_act_is_not_said_to_be_it() -> None:
    base = real_base()
    (vote,) = of(COMBES, "leader-bearer-association")
    assert vote.act in base.templates[vote.template].apart
    assert any(line.startswith("Va avec l’acte suivant") for line in words(vote).splitlines())
    (own,) = of(COMBES, "region-contract-association")
    assert own.act == "region-contract-pays/organ-authorises"
    assert not any(line.startswith("Va avec l’acte suivant") for line in words(own).splitlines())


def test_each_member_of_a_gip_authorises_its_renewal_before_the_meeting() -> None:
    (meeting,) = of(GIP_RENEWED, "gip-renewal")
    members = of(GIP_RENEWED, "gip-renewal-member")
    assert len(members) > 1
    assert all(each.day <= meeting.day for each in members)


def test_a_notification_says_when_its_time_ends() -> None:
    for found in (*of(SIONNE, "members-notification"), *of(RESEATED, "members-notification")):
        assert "fait courir le délai jusqu'au" in signed(found)
