"""A syndicate that bears the SCoT and becomes a PETR, a member that leaves a PETR that bears one: every draft read."""

from petr_advisor.drafting.choosing import Choosing
from petr_advisor.drafting.model import Draft, Line
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.words.voice import Voice
from tests.drafting.conftest import WITHDRAWAL, act_of, case, drafted, drafts, of

TRANSFORMED = "three-banks-become-petr"
SYNDICATE = "Syndicat mixte du Pays des Trois Rives"
ENDING = "reading/petr-dissolution-scot-leader-2026"
PLAN = "reading/petr-projet-en-retard-cper-2026"


def remarks(found: Draft) -> str:
    return "\n".join(each for part in found.parts if isinstance(part, Line) for each in part.remarks)


def test_each_council_knows_that_the_scheme_is_repealed_where_a_member_leaves() -> None:
    shrinks = "dont le périmètre se réduit, le jour du retrait, du territoire de la communauté de communes du Levant"
    for template in ("withdrawal-request", "withdrawal-committee"):
        (found,) = of(WITHDRAWAL, template)
        assert shrinks in act_of(found)
    votes = [each for each in of(WITHDRAWAL, "members-consent") if each.act == "petr-member-withdraws/members"]
    assert all(shrinks in act_of(each) for each in votes)
    elsewhere = drafted(case(WITHDRAWAL).answer("scot.bearer", "syndicate"))
    assert shrinks not in act_of(of(elsewhere, "withdrawal-committee")[0])


def test_who_leaves_votes_the_seats_only_while_it_is_a_member() -> None:
    votes = [each for each in of(WITHDRAWAL, "members-consent") if each.act == "seats-change/members"]
    (own,) = (each for each in votes if each.name.endswith("Levant"))
    assert "l’établissement n’est plus membre\u00a0: il ne vote pas" in remarks(own)


def test_an_amendment_that_cites_the_order_of_withdrawal_does_not_doubt_it() -> None:
    (rider,) = of(WITHDRAWAL, "territorial-agreement-rider")
    assert "Vu l’arrêté portant retrait" in act_of(rider)
    assert "n’est pas prononcé" not in act_of(rider)
    for found in of(WITHDRAWAL, "territorial-agreement-member", "territorial-agreement-vote"):
        assert "du PETR est prononcé" in act_of(found)
        assert "prendrait effet" not in act_of(found)


def test_the_statutes_keep_the_power_over_the_scheme_that_the_syndicate_bore() -> None:
    (statutes,) = of(TRANSFORMED, "statutes")
    assert "la compétence en matière de schéma de cohérence territoriale" in act_of(statutes)
    assert "[à garder ou à retirer] Le PETR élabore le projet" not in act_of(statutes)
    elsewhere = drafted(case(TRANSFORMED).answer("scot.bearer", "syndicate"))
    assert "la compétence en matière de schéma" not in act_of(of(elsewhere, "statutes")[0])


def test_who_bears_the_scheme_gives_itself_no_consent_in_writing() -> None:
    for found in of(TRANSFORMED, "plan-stands", "project-approval"):
        assert "que porte le PETR et qui a été approuvé le" in act_of(found)
        assert "accord écrit" not in act_of(found)


def test_who_is_associated_approves_the_plan_before_it_is_recorded_as_the_project() -> None:
    (unsaid,) = of(TRANSFORMED, "plan-stands")
    assert "leur approbation vient avant ce constat" in remarks(unsaid)
    (told,) = of(drafted(case(PLAN).answer("contract.partners_associated", value=True)), "plan-stands")
    assert "Vu les délibérations des départements et régions associés" in act_of(told)


def test_what_the_texts_say_before_a_name_is_not_said_twice() -> None:
    held = case(TRANSFORMED)
    plan = roadmap(held, held.as_of)
    named = Choosing(held, plan, Voice("fr"), SYNDICATE).drafts()
    (vote,) = of(named, "transformation-proposal")
    assert "Comité syndical du syndicat mixte du Pays des Trois Rives" in act_of(vote)
    assert "La transformation du syndicat du Pays des Trois Rives en PETR" in act_of(vote)
    # Its French name stands whole in an English sentence.
    (english,) = of(Choosing(held, plan, Voice("en"), SYNDICATE).drafts(), "transformation-proposal")
    assert "joint syndicate Syndicat mixte du Pays des Trois Rives" in act_of(english)


def test_what_comes_before_the_request_to_leave_does_not_say_it_made() -> None:
    (text,) = of(drafted(case(WITHDRAWAL).answer("change.staff_affected", value=True)), "project-plan")
    assert "La communauté de communes du Levant envisage son retrait" in act_of(text)
    votes = [each for each in of(WITHDRAWAL, "project-approval") if each.name.endswith("Levant")]
    assert "l’établissement a demandé son retrait du PETR" in act_of(votes[0])


def test_a_petr_that_ends_asks_for_another_lead_body_and_for_one_day_for_the_scheme() -> None:
    (leader,) = of(ENDING, "leader-bearer-request")
    assert "pour que le second devienne la structure porteuse" in act_of(leader)
    assert "le PETR, qui reprend l’activité" not in act_of(leader)
    (asked,) = of(ENDING, "dissolution-request")
    assert "le même jour que celui qui donne la compétence à un autre établissement public" in act_of(asked)
    elsewhere = drafted(case(ENDING).answer("scot.bearer", "syndicate"))
    assert "le même jour que celui" not in act_of(of(elsewhere, "dissolution-request")[0])


def test_once_a_member_has_refused_the_others_ask_for_the_dissolution_and_give_reasons() -> None:
    (last,) = of(ENDING, "dissolution")
    assert "Le conseil demande, par la présente délibération motivée, la dissolution du PETR" in act_of(last)
    assert "consent à la dissolution" not in act_of(last)
    (said,) = (each for each in last.parts if isinstance(each, Line) and "motifs de la dissolution" in each.text)
    assert said.remarks[0].startswith("À garder")
    all_may = of("life/effects-on-the-rest#dissolution", "dissolution")
    assert all_may
    assert all("consent à la dissolution" in act_of(each) for each in all_may)


def test_one_departement_whichever_it_is_has_one_prefect() -> None:
    assert "demande aux préfets concernés" in act_of(of(WITHDRAWAL, "withdrawal-committee")[0])
    alone = drafted(case(WITHDRAWAL).answer("territory.several_departements", "no"))
    assert "demande au préfet" in act_of(of(alone, "withdrawal-committee")[0])


def test_who_asks_to_leave_says_how_many_remain_where_they_are_counted() -> None:
    (asked,) = of(WITHDRAWAL, "withdrawal-request")
    assert "sans enclave, trois membres et des sièges" in act_of(asked)
    assert "deux membres au moins" not in act_of(asked)


def test_who_is_associated_approves_before_the_record_that_the_plan_stands() -> None:
    days = {each.act: each.day for each in drafts(PLAN).made}
    (partners,) = [each.day for each in drafts(PLAN).without if "ont été associés" in each.said]
    assert partners < days["project-scot-plan/records-pas-stands"]
