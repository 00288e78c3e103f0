"""What was still to be completed before signature in the acts of a creation and of an entry: each kind, for all."""

import pytest

from petr_advisor.drafting.model import Draft
from petr_advisor.words.texts import Language
from tests.drafting.conftest import COMBES, CONQUES, ROUERGUE, SIONNE, case, draft, drafted, drafts, of
from tests.drafting.test_before_signature import FRENCH
from tests.drafting.test_read_by_a_jurist_of_a_prefecture import note, plain, remarks


def places(course: str) -> dict[str, int]:
    """Say where each template first stands among the drafts of a course, in the order of its summary."""
    found: dict[str, int] = {}
    for place, each in enumerate(drafts(course).made):
        found.setdefault(each.template, place)
    return found


def sheet(found: Draft) -> str:
    """Give what a draft says in its working sheet."""
    return plain(found).partition("Fiche de travail")[2]


def test_an_employee_is_told_the_day_that_the_agreement_sets_for_them() -> None:
    (offer,), (ended,) = of(ROUERGUE, "employee-offer"), of(ROUERGUE, "association-dissolution")
    assert "reprend [à compléter : le jour où passe ce salarié] l'activité" in plain(offer)
    assert "À compter du jour de cette reprise, et jusqu'à votre acceptation" in plain(offer)
    assert "pour qui travaille au programme LEADER, le jour où l'avenant fait passer ce programme" in remarks(offer)
    assert "et, pour ceux du programme LEADER, le [à compléter : date], jour où l'avenant a pris effet" in plain(ended)


@pytest.mark.parametrize("course", FRENCH, ids=lambda course: f"{course[0]}:{course[2]}")
def test_the_offer_and_the_agreement_speak_of_the_same_days(course: tuple[str, Language, str | None]) -> None:
    made = drafts(*course).made
    agreements = [plain(each) for each in made if each.template == "transfer-agreement"]
    for each in made:
        if each.template == "employee-offer" and agreements:
            of_programme = "ceux du programme LEADER" in agreements[0]
            assert ("le jour où passe ce salarié" in plain(each)) == of_programme, each.name


def test_posts_rest_on_the_taking_over_and_enclose_what_they_approve() -> None:
    (posts,) = of(ROUERGUE, "take-over-posts")
    assert "L. 332-8" not in plain(posts)
    assert "15 000 habitants" not in plain(posts)
    assert "L. 1224-3" in sheet(posts)
    assert "Avis du comité social territorial\nConvention de transfert" in plain(posts)


def test_statutes_that_transfer_nothing_speak_of_no_power() -> None:
    (statutes,) = of(ROUERGUE, "statutes")
    assert "Il assure en outre : [à compléter : missions]." in plain(statutes)
    assert "rien n'est transféré, les membres gardent les leurs" in remarks(statutes)


def test_a_contract_passes_on_the_day_of_the_activity() -> None:
    (taken,) = of(ROUERGUE, "region-contract-taken-over")
    assert "cet effet est demandé au [à compléter : date de reprise], jour où le PETR reprend l'activité" in plain(
        taken
    )


def test_standing_orders_say_who_may_meet_at_a_distance() -> None:
    (orders,) = of(ROUERGUE, "standing-orders-text")
    assert "en plusieurs lieux par visioconférence" in plain(orders)
    assert "Le bureau ne se réunit pas par visioconférence." in plain(orders)


def test_allowances_have_an_amount_not_to_exceed_and_say_of_whom() -> None:
    (allowances,) = of(ROUERGUE, "allowances")
    assert "dans l'enveloppe globale de [à compléter : montant de l'enveloppe] et le maximum" in plain(allowances)
    assert "'indemnité maximale du président et celle de chaque vice-président" in remarks(allowances)
    assert "opulation totale ou municipale" in remarks(allowances)


def test_a_debate_and_a_filing_of_lists_come_before_what_they_prepare() -> None:
    for course in (ROUERGUE, COMBES):
        for before, after in (("budget-debate", "first-budget"), ("tender-lists", "tender-committee")):
            (first,), (then,) = of(course, before), of(course, after)
            assert first.day < then.day, course
            assert "Convocation signée du président" in plain(first)
    (debate,), (budget,) = of(ROUERGUE, "budget-debate"), of(ROUERGUE, "first-budget")
    assert "L. 2312-1" not in plain(debate).partition("Fiche de travail")[0]
    assert "sans une telle commune, ne pas prendre" in remarks(debate).lower()
    assert "Vu la délibération prenant acte du débat d'orientation budgétaire" in plain(budget)
    (election,) = of(ROUERGUE, "tender-committee")
    assert "À l'unanimité, le comité décide de ne pas voter au scrutin secret" in plain(election)
    assert "au scrutin [secret] de liste" in plain(election)


def test_the_note_of_a_filing_of_lists_tells_the_majority_of_a_vote() -> None:
    filed = note(ROUERGUE, "Vote du comité - Dépôt des listes")
    assert "majorité absolue des suffrages exprimés" in plain(filed)
    assert "Scrutin de liste" not in plain(filed)
    assert "Scrutin de liste, secret sauf renonciation unanime" in plain(note(ROUERGUE, "Vote du comité - Commission"))


def test_no_debate_is_drafted_without_a_commune_that_has_one_held() -> None:
    small = drafted(case("orgeres-in-2015").answer("governance.commune_over_3500", "no")).made
    assert "first-budget" in {each.template for each in small}
    assert "budget-debate" not in {each.template for each in small}


def test_the_number_of_vice_presidents_is_a_resolution_before_their_election() -> None:
    creating, entering = places(ROUERGUE), places(CONQUES)
    assert creating["installation"] < creating["vice-presidents"]
    assert entering["vice-presidents"] < entering["vice-presidents-elected"]
    (minutes,), (number,) = of(ROUERGUE, "installation"), of(ROUERGUE, "vice-presidents")
    assert "Par une délibération numérotée à part" in plain(minutes)
    assert "[et celui des autres membres du bureau à" in plain(number)
    assert "quatre étant toujours permis" in remarks(number)


def test_an_enlarged_committee_is_called_and_installed_before_it_votes() -> None:
    for course in (CONQUES, SIONNE):
        (called,), (installed,) = of(course, "enlarged-committee-notice"), of(course, "enlarged-committee")
        elected = max(each.day for each in of(course, "delegates"))
        assert elected < called.day < installed.day, course
        assert all(installed.day <= each.day for each in of(course, "scot-extended")), course
    (installed,), (allowances,) = of(CONQUES, "enlarged-committee"), of(CONQUES, "allowances-after-entry")
    assert "CC Conques-Marcillac | [3]" in plain(installed)
    assert "compte 56 700 habitants depuis l'adhésion" in plain(allowances)
    assert "L. 143-10" not in plain(allowances)


def test_a_candidate_that_asked_has_its_communes_vote_at_once() -> None:
    letter = draft(CONQUES, "communes-letter")
    assert "lettre à envoyer dès cette délibération, sans attendre le vote du comité" in plain(letter)


@pytest.mark.parametrize("course", [ROUERGUE, COMBES])
def test_an_agreement_is_negotiated_by_presidents_and_from_lists_before_it_is_voted(course: str) -> None:
    (installed,), (voted,), (agreement,) = (
        of(course, each) for each in ("installation", "transfer-vote", "transfer-agreement")
    )
    assert installed.day < voted.day == agreement.day
    told = [each.said.replace("’", "'") for each in drafts(course).without]
    assert not any("listent contrats" in each for each in told)
    (listed,) = (each for each in drafts(course).without if "et en dresse les listes" in each.said)
    assert listed.day < agreement.day


def test_a_text_to_be_revised_is_ready_once_the_revision_is_launched() -> None:
    (launched,), (text,) = of(CONQUES, "project-launch"), of(CONQUES, "project-plan")
    assert launched.day < text.day
    assert text.day <= min(each.day for each in of(CONQUES, "project-referral"))
    assert not any("compare le texte existant" in each.said for each in drafts(CONQUES).without)


def test_a_project_is_read_again_once_the_scheme_that_is_being_changed_is_approved() -> None:
    votes = of(CONQUES, "project-approval")
    assert all("une fois celle-ci approuvée, relire la compatibilité" in remarks(each).lower() for each in votes)
