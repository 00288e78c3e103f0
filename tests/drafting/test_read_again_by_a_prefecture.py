"""Faults found in a second reading, by a jurist of a prefecture, of the acts of a creation and of an entry."""

import pytest

from tests.drafting.conftest import CONQUES, ROUERGUE, case, drafted, drafts, of
from tests.drafting.test_read_by_a_jurist_of_a_prefecture import note, plain, remarks
from tests.drafting.test_read_by_the_secretary import signed


def test_the_five_days_against_officers_run_from_the_day_after_and_those_against_delegates_do_not() -> None:
    """Acts that elect officers say it alike, in the act and on its sheet; delegates have no such day."""
    for each in (*of(CONQUES, "vice-presidents-elected"), *of(ROUERGUE, "installation")):
        said = plain(each)
        assert said.count("dans les cinq jours, comptés vingt-quatre heures après l'élection.") == 2, each.name
        assert "dans les cinq jours." not in said
        assert "affichage dans les vingt-quatre heures" in said
    for each in of(CONQUES, "delegates"):
        assert "dans les cinq jours." in signed(each)
        assert "comptés vingt-quatre heures" not in signed(each)


def test_the_review_of_a_scot_goes_to_two_authorities() -> None:
    (vote,) = of(CONQUES, "scot-reviewed")
    for each in (vote, note(CONQUES, "Vote du comité - Analyse du SCoT")):
        assert "à l'autorité administrative compétente de l'État et à l'autorité administrative" in signed(each)
        assert "en matière d'environnement mentionnée à l'article L. 104-6" in signed(each)
    assert "à vérifier sur Légifrance" in remarks(vote)


def test_who_extends_a_scot_is_told_what_it_has_to_launch_and_by_when() -> None:
    (vote,) = of(CONQUES, "scot-extended")
    for each in (vote, note(CONQUES, "Vote du comité - Extension du SCoT")):
        assert "Au plus tard lors de la délibération qui suit l'analyse des résultats" in signed(each)
        assert "pour couvrir tout le périmètre étendu" in signed(each)
    assert "rédaction d'avril 2026" in remarks(vote)
    (letter,) = of(CONQUES, "prefect-members-agreed")
    assert "quelle procédure le PETR doit prescrire" in signed(letter)


def test_a_post_is_created_with_its_grade_whoever_fills_it() -> None:
    for each in (*of(ROUERGUE, "take-over-posts"), note(ROUERGUE, "Vote du comité - Emplois")):
        assert "avec leur grade, leur durée hebdomadaire de service et, ces emplois étant pourvus" in signed(each)
    for each in of(ROUERGUE, "take-over-posts", "staff-committee", "employee-offer"):
        assert "grade ou motif" not in remarks(each).lower()
        assert "Grade toujours" in remarks(each)


def test_the_letters_of_a_creation_and_of_an_entry_say_alike_that_communes_have_agreed() -> None:
    (letter,) = of(ROUERGUE, "prefect-creation")
    assert letter.day > max(each.day for each in of(ROUERGUE, "commune-consent"))
    assert "Les communes de chaque communauté de communes ont donné leur accord" in signed(letter)
    assert "à venir" not in signed(letter)
    assert "qu'une fois cette majorité atteinte" in remarks(letter)


@pytest.mark.parametrize(
    ("initiative", "asked", "proposed"),
    [(None, "[à garder ou à retirer] Vu la dél", "[à garder ou à retirer] Vu la saisine"),
     ("candidate", "\nVu la dél", None), ("prefect", None, "\nVu la saisine"), ("committee", None, None)],
)  # fmt: skip
def test_the_act_that_opens_three_months_is_cited_whoever_starts_an_entry(
    initiative: str | None, asked: str | None, proposed: str | None
) -> None:
    held = case(CONQUES)
    made = drafted(held if initiative is None else held.answer("joining.initiative", initiative))
    (vote,), (letter,) = of(made, "joining-committee"), of(made, "prefect-members-agreed")
    for start, said in ((asked, "ibération par laquelle la communauté"), (proposed, " du préfet proposant l'adhésion")):
        assert (said in signed(vote)) is (start is not None)
        assert start is None or f"{start}{said}" in signed(vote)
    assert ("Vous avez proposé l'adhésion" in signed(letter)) is (proposed is not None)


@pytest.mark.parametrize("course", [ROUERGUE, CONQUES])
def test_a_launch_binds_to_no_referral_that_no_act_makes(course: str) -> None:
    for each in of(course, "project-launch"):
        assert "saisis pour avis du projet, avant que le comité l'arrête" in signed(each)
        assert "dès le début des travaux" not in signed(each)


def test_the_vote_on_a_review_cites_what_it_rests_on() -> None:
    (vote,) = of(CONQUES, "scot-reviewed")
    assert "L. 103-2 et L. 103-3" in signed(vote)
    assert "l'objectif de sobriété foncière le 22 février 2027" in signed(vote)
    for each in (vote, *of(CONQUES, "scot-extended")):
        assert "[approuvant] [révisant complètement] [maintenant en vigueur] le SCoT" in signed(each)


def test_first_acts_cite_what_makes_their_texts_apply_to_a_petr() -> None:
    for each in of(ROUERGUE, "vice-president-delegation", "publicity-choice", "ethics-adviser"):
        assert "L. 5741-1" in signed(each), each.name
    (adviser,) = of(ROUERGUE, "ethics-adviser")
    assert "L. 5711-1" in signed(adviser)
    assert "conditions dans lesquelles les avis sont rendus" in signed(adviser)


def test_the_vote_of_who_enters_is_not_foretold() -> None:
    (own,) = of(CONQUES, "project-extension")
    assert "l'est aussi par le sien" not in signed(own)
    assert "compatible avec les schémas de cohérence territoriale" in signed(own)
    assert "Il est pris acte des avis" in signed(own)


def test_a_single_list_is_provided_for() -> None:
    for each in of(ROUERGUE, "tender-committee"):
        assert "[à garder ou à retirer] Une seule liste ayant été présentée" in signed(each)
        assert "cité de mémoire" in remarks(each)


def test_a_number_of_vice_presidents_that_stays_is_not_voted_and_other_members_of_the_bureau_are_elected() -> None:
    assert "si le nombre ne change pas, ne pas voter cet acte" in remarks(of(CONQUES, "vice-presidents")[0])
    (minutes,) = of(CONQUES, "vice-presidents-elected")
    assert "[à garder ou à retirer] Chaque siège d'autre membre du bureau" in signed(minutes)


def test_an_association_votes_no_deliberation() -> None:
    (agreement,) = of(ROUERGUE, "transfer-agreement")
    assert "chacun habilité par son assemblée" in signed(agreement)


def test_the_map_goes_with_the_statutes_that_it_is_annexed_to() -> None:
    for each in of(CONQUES, "joining-request", "joining-committee", "candidate-notification", "members-notification"):
        assert "Carte du périmètre" in signed(each), each.name
    assert all("Carte du périmètre" not in signed(each) for each in of("vezeille-reseats", "members-notification"))


def test_an_enlarged_population_may_change_the_allowances() -> None:
    assert "peut changer de tranche" in remarks(of(CONQUES, "joining-committee")[0])


def test_an_enlarged_syndicate_council_sits_once_its_delegates_are_elected_whatever_it_votes() -> None:
    """By the same procedure or by another that waits for it: the order alone leaves nobody to call to the meeting."""
    elected = max(each.day for each in of(CONQUES, "delegates"))
    for each in of(CONQUES, "scot-extended", "vice-presidents", "vice-presidents-elected"):
        assert each.day > elected, each.name
    for start in ("Vote du comité - Extension du SCoT", "Vote du comité - Nombre de vice-présidents"):
        assert "arrêté d'adhésion ; le conseil de chaque EPCI membre élit ses délégués" in signed(note(CONQUES, start))


def test_a_note_is_sent_once_the_opinions_that_it_tells_are_in() -> None:
    for course in (ROUERGUE, CONQUES):
        assert "ne convoquer qu'une fois les avis reçus" in remarks(of(course, "project-adoption")[0])


def test_a_modification_of_a_scot_is_started_by_the_president() -> None:
    contents = drafts(CONQUES).contents
    assert contents is not None
    assert "par son président si c'est une modification" in plain(contents)


def test_communities_that_need_no_consent_enclose_the_clause_and_consult_nobody() -> None:
    held = case(ROUERGUE).answer("procedure.under_way", "creation").answer("consent.state", "dispensed")
    made = drafted(held)
    assert not {"commune-consent", "communes-letter"} & {each.template for each in made.made}
    for each in (*of(made, "epci-creation"), *of(made, "prefect-creation")):
        assert "sans l'accord de ses communes" in signed(each)
        assert "consulte les communes" not in signed(each)
        assert "ont donné leur accord" not in signed(each)
        assert "doit-elle obtenir l'accord de ses communes" not in plain(each)
    (letter,) = of(made, "prefect-creation")
    assert "la clause de chacune est jointe" in signed(letter)


def test_a_text_is_settled_once_the_opinions_are_in_and_sent_once_it_is_settled() -> None:
    """The notice, with the note that tells what was done with the opinions, leaves five clear days before."""
    (vote,) = of(CONQUES, "project-adoption")
    assert (vote.day - max(each.day for each in of(CONQUES, "project-opinion"))).days > 6
    assert {(each.day - vote.day).days for each in of(CONQUES, "project-sent")} == {1}


def test_the_committee_votes_an_entry_after_the_request_that_it_has_in_view() -> None:
    request = next(each for each in of(CONQUES, "joining-request") if each.act == "petr-member-joins/request")
    (vote,) = of(CONQUES, "joining-committee")
    assert request.day < vote.day


def test_a_last_day_of_the_law_that_a_plan_keeps_is_on_the_sheet() -> None:
    (vote,) = of(CONQUES, "scot-reviewed")
    assert "Dernier jour, par la loi : 10 juin 2027." in plain(vote)


def test_the_vote_of_an_agreement_comes_after_that_of_the_project_it_puts_to_work() -> None:
    said = signed(note(CONQUES, "Vote du comité - Convention territoriale"))
    assert "le conseil de chaque EPCI membre approuve expressément le texte mis à jour ;" in said
