"""Faults found by a jurist of a prefecture in the acts of a creation and of an entry: each mended for every act."""

import re

import pytest

from petr_advisor.drafting.model import Draft, Line
from tests.drafting.conftest import CONQUES, ROUERGUE, case, drafted, drafts, of, words
from tests.drafting.test_read_by_the_secretary import signed

HERE = "Conques-Marcillac"


def plain(found: Draft) -> str:
    return words(found).replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")


def remarks(found: Draft) -> str:
    said = [remark for part in found.parts if isinstance(part, Line) for remark in part.remarks]
    return "\n".join(said).replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")


def note(course: str, start: str) -> Draft:
    return next(each for each in drafts(course).made if each.name.startswith(f"Note - {start}"))


@pytest.mark.parametrize("course", [ROUERGUE, CONQUES])
def test_since_2022_no_report_of_a_meeting_is_sent(course: str) -> None:
    for each in drafts(course).made:
        assert not re.search(r"rapports et (le )?compte rendu", plain(each)), each.name
    if course == ROUERGUE:
        said = signed(of(course, "standing-orders-text")[0])
        assert "puis la liste des délibérations et le procès-verbal arrêté, sont adressés aussi" in said


def test_the_project_extends_to_who_enters_once_its_council_has_approved_it() -> None:
    said = signed(of(CONQUES, "project-plan")[0])
    assert f"s'étend au territoire de la communauté de communes {HERE} dès que" in said
    assert "avant que les conseils approuvent" not in said


def test_the_order_is_not_asked_for_before_the_votes_that_the_letter_joins() -> None:
    """A consent that only a clause not yet read would spare is waited for, and what follows the order too."""
    made = drafts(CONQUES)
    (letter,) = of(CONQUES, "prefect-members-agreed")
    votes = [each.day for each in made.made if each.act.split("/")[1] in {"members", "candidate-consent"}]
    votes += [each.day for each in of(CONQUES, "commune-consent")]
    assert letter.day > max(votes)
    (order,) = (each for each in made.without if "prennent l'arrêté d'adhésion" in each.said.replace("’", "'"))
    assert letter.day < order.day < min(each.day for each in of(CONQUES, "delegates"))
    (mayors,) = of(CONQUES, "communes-letter")
    assert mayors.day > max(each.day for each in of(CONQUES, "joining-request"))
    assert "une fois cette majorité atteinte" in remarks(letter)
    spared = drafted(case(CONQUES).answer("joiner.consent_dispensed", "yes"))
    (sooner,) = (each for each in spared.made if each.template == "prefect-members-agreed")
    assert sooner.day < letter.day


@pytest.mark.parametrize("course", [ROUERGUE, CONQUES])
def test_the_mayors_conference_is_convened_and_no_mayor_is_asked_alone(course: str) -> None:
    mayors, council = (
        next(each for each in of(course, "project-referral") if each.name.startswith(f"Saisine {who}"))
        for who in ("de la conférence", "du conseil")
    )
    assert "La conférence se réunira à cette fin" in signed(mayors)
    assert "suppléé par un conseiller municipal" in signed(mayors)
    assert "me le remettre" not in signed(mayors)
    assert "me le remettre avant le" in signed(council)
    assert "agréer, Mesdames et Messieurs les Maires, l'expression" in signed(mayors)
    assert "agréer, Monsieur le Président, l'expression" in signed(council)


def test_no_last_day_of_the_project_is_to_be_chosen_in_a_span() -> None:
    for each in of(ROUERGUE, "project-launch", "project-sent"):
        assert "à arrêter entre" not in signed(each)
        assert "dans les douze mois de la mise en place du PETR" in signed(each)
        assert "est discuté" in remarks(each)


def test_a_note_does_not_date_what_the_act_leaves_undated() -> None:
    said = plain(note(CONQUES, "Vote du comité - Lancement"))
    assert "du renouvellement général des conseils ;" in said


def test_a_review_that_leads_to_a_revision_does_not_launch_it() -> None:
    (vote,) = of(CONQUES, "scot-reviewed")
    assert "[est maintenu en vigueur] [sera révisé en partie] [sera révisé en totalité]" in signed(vote)
    assert "prescrite par une délibération distincte" in signed(vote)
    assert all("mis en révision" not in plain(each) for each in drafts(CONQUES).made)


def test_who_left_the_committee_lately_is_no_ethics_adviser() -> None:
    (vote,) = of(ROUERGUE, "ethics-adviser")
    assert "ni sorti de ce mandat depuis moins de trois ans" in signed(vote)
    assert "conflit d'intérêts" in remarks(vote)
    assert "article à vérifier" not in remarks(vote)


def test_a_member_in_place_says_what_becomes_of_its_delegates() -> None:
    for each in of(CONQUES, "delegates"):
        own = HERE in each.name
        assert ("le mandat des délégués en fonction prend fin" in signed(each)) is not own
        assert "si ses délégués en place le restent (CGCT, art. L. 5211-8)" in remarks(each)


def test_what_examines_a_revised_project_says_that_it_is_revised() -> None:
    for template in ("project-referral", "project-opinion", "development-council-opinion", "project-extension"):
        for each in of(CONQUES, template):
            assert "projet de territoire révisé" in f"{each.title}\n{signed(each)}"
    for each in of(ROUERGUE, "project-referral", "project-opinion", "development-council-opinion"):
        assert "révisé" not in f"{each.title}\n{signed(each)}"
    (own,) = of(CONQUES, "project-extension")
    assert "Vu l'avis de la conférence des maires du" in signed(own)


def test_substitutes_are_between_brackets_everywhere_or_nowhere() -> None:
    for each in of(ROUERGUE, "statutes", "standing-orders-text", "first-notice"):
        for line in (part.text for part in each.parts if isinstance(part, Line)):
            if re.search(r"\bun suppléant\b", line, re.IGNORECASE):
                assert re.search(r"\[[^\]]*\bun suppléant\b", line, re.IGNORECASE), line


def test_communes_are_told_of_the_scot_and_sent_the_impact_document() -> None:
    for each in of(CONQUES, "communes-letter", "commune-consent"):
        assert "dont le périmètre s'étend de plein droit" in signed(each)
        assert "Document d'incidences" in signed(each)
    for each in of(ROUERGUE, "communes-letter", "commune-consent"):
        assert "a délibéré sur la création du PETR" in signed(each) or "sur la création du PETR" in signed(each)
        assert "Document d'incidences" not in signed(each)
        assert "entrée de la communauté" not in signed(each)
    assert "voix du maire prépondérante" in plain(of(ROUERGUE, "commune-consent")[0])


def test_the_impact_document_is_told_as_caution() -> None:
    cited = "\n".join(plain(each) for each in of(CONQUES, "joining-committee"))
    assert "appellent, par prudence, un document" in cited


def test_an_entry_that_the_committee_starts_is_proposed_and_each_time_runs_from_its_own_notification() -> None:
    (vote,) = of(CONQUES, "joining-committee")
    assert "est [acceptée] [proposée]" in signed(vote)
    assert "la clé de contribution et les statuts" in signed(vote)
    for each in of(CONQUES, "joining-committee", "candidate-notification"):
        assert "de la notification faite à son président" in signed(each)
        assert "même notification" not in signed(each)
    for initiative, said in (("committee", "proposée"), ("candidate", "acceptée")):
        made = drafted(case(CONQUES).answer("joining.initiative", initiative))
        assert f"au PETR est {said}," in signed(of(made, "joining-committee")[0]).replace(
            " du Pays du Haut-Rouergue", ""
        )


def test_the_contents_name_off_days_of_all_acts_and_deadlines_missed() -> None:
    made = drafts(CONQUES)
    assert made.contents is not None
    said = plain(made.contents)
    assert "28 février 2027" in said.partition("Compter le premier jour")[0]
    assert "7 mars 2027" in said.partition("Compter le premier jour")[0]
    assert "qui contient l'objectif de sobriété foncière (après l'échéance légale du 22 février 2027)" in said


def test_the_note_on_the_review_of_a_scot_says_what_comes_without_a_vote() -> None:
    found = note(CONQUES, "Vote du comité - Analyse du SCoT")
    assert "à tenir pour caduc" in signed(found)
    assert "La fiche de la délibération dit" in remarks(found)


def test_the_extension_of_a_scot_names_the_vote_from_which_six_years_run() -> None:
    (vote,) = of(CONQUES, "scot-extended")
    assert "celle qui est visée ci-dessus" not in signed(vote)
    assert "celle qui a suivi la dernière analyse" in signed(vote)
    assert "al. 7" not in plain(note(CONQUES, "Vote du comité - Extension du SCoT"))


def test_the_five_days_of_the_tender_committee_are_settled() -> None:
    (vote,) = of(ROUERGUE, "tender-committee")
    assert "délai à vérifier" not in remarks(vote)
    assert "n° 465716" in remarks(vote)


def test_an_appointment_may_be_decided_by_secret_ballot() -> None:
    for each in of(ROUERGUE, "ethics-adviser", "development-council-members"):
        assert "[au scrutin secret, dont le procès-verbal donne les tours et les résultats]" in signed(each)
        assert "le plus âgé (CGCT, art. L. 2121-21)" in remarks(each)
    assert "met en place le conseil de développement" in signed(note(ROUERGUE, "Vote du comité - Nomination"))


def test_the_development_council_is_set_up_under_its_article_of_the_statutes() -> None:
    (vote,) = of(ROUERGUE, "development-council")
    assert "en application de l'article [numéro] des statuts" in signed(vote)
    assert "est composé ainsi" not in signed(vote)


def test_where_all_are_communities_of_communes_their_note_does_not_say_of_which_it_speaks() -> None:
    said = signed(note(ROUERGUE, "Vote d'un membre - Création du PETR"))
    assert "Le président consulte les communes membres" in said
    assert "Le président d'une communauté de communes" not in said


def test_a_choice_of_publicity_is_reasoned() -> None:
    assert "Considérant que le PETR, comme tout syndicat mixte fermé, choisit" in signed(
        of(ROUERGUE, "publicity-choice")[0]
    )


def test_statutes_hold_what_the_plan_of_the_dossier_asks() -> None:
    said = signed(of(ROUERGUE, "statutes")[0])
    for wanted in (
        "L. 5212-34",
        "avant le 30 septembre",
        "tient l'inventaire des biens",
        "sont énumérés par la convention",
    ):
        assert wanted in said
    assert "dont l'eau, les déchets" in plain(of(ROUERGUE, "statutes")[0])
    assert "depuis le 19 décembre 2010" not in plain(of(ROUERGUE, "statutes")[0])


def test_compared_statutes_say_that_the_map_changes() -> None:
    said = signed(of(CONQUES, "statutes-compared")[0])
    assert "la carte qui lui est annexée est remplacée" in said
    assert "Carte du périmètre" in said


def test_a_rider_asks_for_the_opinion_on_staff_first_as_the_agreement_does() -> None:
    assert "avant le vote, si des agents sont concernés" in plain(of(CONQUES, "territorial-agreement-rider")[0])


def test_the_prefect_is_not_told_twice_of_one_vote() -> None:
    for each in of(CONQUES, "joining-request"):
        assert "au président du PETR et au préfet" not in signed(each)


def test_what_had_no_template_has_one() -> None:
    (taken,) = of(ROUERGUE, "region-contract-taken-over")
    assert "La reprise par le PETR du contrat avec la région Occitanie" in signed(taken)
    (letter,) = of(CONQUES, "project-sent-to-newcomer")
    (own,) = of(CONQUES, "project-extension")
    assert letter.day <= own.day
    assert f"communauté de communes {HERE}" in signed(letter)
    (minutes,) = of(CONQUES, "vice-presidents-elected")
    assert "au scrutin secret" in signed(minutes)


def test_an_order_of_the_president_does_not_rest_on_what_is_said_of_orders_of_the_prefect() -> None:
    assert "arrêté de création ou de transformation" not in plain(of(ROUERGUE, "vice-president-delegation")[0])
