"""Faults found by a jurist in the acts of a creation from an association: each mended in its template."""

from datetime import date

import pytest

from petr_advisor.drafting.choosing import Choosing
from petr_advisor.drafting.model import Draft
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.words.voice import Voice
from tests.drafting.conftest import ASSOCIATION, act_of, case, of


def plain(found: Draft) -> str:
    return act_of(found).replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")


def said(template: str) -> str:
    return "\n".join(plain(each) for each in of(ASSOCIATION, template))


def test_the_wished_day_of_a_creation_is_not_that_of_what_follows_it() -> None:
    """A power voted months after the PETR is born cannot be transferred from its birth."""
    held = case(ASSOCIATION)
    made = Choosing(held, roadmap(held, held.as_of, effect=date(2027, 7, 1)), Voice("fr")).drafts()
    assert "avec effet au 1er juillet 2027" in plain(of(made, "prefect-creation")[0])
    following: tuple[str, ...] = ("members-consent", "power-transfer", "leader-bearer-committee", "transfer-agreement")
    following += ("third-party-consent", "employee-offer", "leader-bearer-request", "prefect-members-agreed")
    for template in following:
        for found in of(made, template):
            assert "1er juillet 2027" not in plain(found), found.name


def test_the_election_of_the_tender_committee_is_challenged_as_an_election() -> None:
    found = said("tender-committee")
    assert "dans les cinq jours" in found
    assert "deux mois" not in found


def test_a_member_cites_the_article_of_its_own_kind_and_charges_only_its_own_president() -> None:
    for found in map(plain, of(ASSOCIATION, "scot-perimeter")):
        assert "L. 5214-16" in found
        assert "L. 5216-5" not in found
        assert "qui est invité à transmettre" in found


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("prefect-creation", "désigner l'autorité qui convoquera la première réunion du comité"),
        ("installation", "vu les délibérations des membres élisant leurs délégués"),
        ("allowances", "en pourcentage du traitement de l'indice brut terminal"),
        ("take-over", "et avant la date de reprise"),
        ("take-over-posts", "approuvant la convention de transfert"),
        ("transfer-agreement", "Le programme LEADER passe au PETR par l'avenant"),
        ("association-dissolution", "a pris effet le"),
        ("association-dissolution", "conformément à l'article […] des statuts"),
        ("development-council", "qui nomme les membres par une seconde délibération"),
        ("scot-prescription", "affichage pendant un mois au siège et dans les mairies"),
        ("territorial-agreement", "durée en années"),
    ],
)
def test_what_an_act_of_a_creation_says(template: str, words: str) -> None:
    assert words in said(template)


def test_silence_is_never_offered_as_the_acceptance_of_a_contract() -> None:
    assert "votre silence vaudra [refus, à vérifier]" in said("employee-offer")
