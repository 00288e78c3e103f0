"""Faults found by reading every act of the departure of a member to the end: each mended for every act."""

import pytest

from petr_advisor.drafting.model import Draft, Line
from petr_advisor.words.texts import Language
from tests.drafting.conftest import COURSES, LEAVING_OF_FOUR, act_of, drafts, of, words

FRENCH = tuple(course for course in COURSES if course[1] == "fr")
COURSE = pytest.mark.parametrize("course", FRENCH, ids=lambda course: f"{course[0]}:{course[2]}")
Course = tuple[str, Language, str | None]


def plain(found: Draft) -> str:
    return words(found).replace("\u00a0", " ").replace("\u202f", " ")


def signed(found: Draft) -> str:
    return act_of(found).replace("\u00a0", " ").replace("\u202f", " ")


def called(start: str) -> tuple[Draft, ...]:
    found = tuple(each for each in drafts(LEAVING_OF_FOUR).made if each.name.startswith(start))
    assert found != ()
    return found


@COURSE
def test_no_act_says_that_one_article_brings_all_the_rules_of_syndicates(course: Course) -> None:
    for each in drafts(*course).made:
        assert "qui rend applicables les règles des syndicats mixtes fermés" not in plain(each)


def test_over_two_departements_no_signed_act_names_one_prefect_or_one_commission() -> None:
    for each in drafts(LEAVING_OF_FOUR).made:
        said = signed(each)
        for one in ("arrêté du préfet", "saisit le préfet", "propose au préfet", "à la commission départementale"):
            assert one not in said, (each.name, one)


@COURSE
def test_a_rule_that_is_disputed_is_told_as_such_wherever_it_is_told(course: Course) -> None:
    for each in drafts(*course).made:
        lines = plain(each).splitlines()
        rules = [
            line for line in lines if "Entre les membres :" in line or "Règle de décision entre les membres" in line
        ]
        asked = "Point discuté : Quelle majorité des" in plain(each)
        if each.template in {"members-notification", "summary-note"} and rules and asked:
            assert all("ce point étant discuté" in line for line in rules), each.name
            for line in rules:  # what another reading asks all for is not followed out of caution
                assert ("par prudence" in line) != ("autre lecture : délibérations concordantes" in line), each.name


def test_what_is_sought_out_of_caution_is_not_said_to_be_needed() -> None:
    for each in called("Notification aux membres - Transfert du SCoT"):
        assert "l’accord de tous est nécessaire" not in plain(each)
        assert "par prudence, l’accord de chacun des trois membres est recherché" in plain(each)


def test_an_amendment_that_follows_a_revision_holds_without_the_departure() -> None:
    (rider,) = of(LEAVING_OF_FOUR, "territorial-agreement-rider")
    assert "deux objets" in signed(rider)
    assert "ils sont caducs si ce retrait n’est pas prononcé" in signed(rider)
    for each in of(LEAVING_OF_FOUR, "territorial-agreement-vote", "territorial-agreement-member"):
        assert "approuvant le projet de territoire révisé" in signed(each), each.name
        assert "est à mettre en conformité avec lui" in signed(each), each.name


def test_those_that_stay_are_told_that_one_leaves() -> None:
    for each in of(LEAVING_OF_FOUR, "project-launch", "project-adoption", "project-approval", "region-contract-member"):
        assert "a demandé son retrait du PETR" in signed(each), each.name
    for start in (
        "Note - Vote du comité - Lancement",
        "Note - Vote du comité - Projet",
        "Note - Vote d'un membre - Projet",
    ):
        assert all("a demandé son retrait du PETR" in signed(each) for each in called(start)), start


@COURSE
def test_a_committee_does_not_write_against_itself_a_date_that_is_disputed(course: Course) -> None:
    for each in drafts(*course).made:
        if each.template == "project-launch" and "renouvellement général des conseils" in signed(each):
            assert (
                "au plus tard" not in signed(each).partition("renouvellement général des conseils")[2].splitlines()[0]
            )


def test_the_very_vote_that_passes_a_date_says_so_as_the_others_do() -> None:
    late = "L’échéance légale du 15 mars 2027 est hors d’atteinte avec les durées d’usage"
    for each in (
        *of(LEAVING_OF_FOUR, "project-launch", "project-approval"),
        *called("Note - Vote d'un membre - Projet"),
    ):
        assert late in plain(each), each.name
        assert "Selon une autre lecture du texte, l’échéance est le 24 avril 2027." in plain(each)
    assert not any("ne peut être tenue" in plain(each) for each in drafts(LEAVING_OF_FOUR).made)


@COURSE
def test_a_note_tells_the_vote_that_opens_the_time_of_the_members(course: Course) -> None:
    for each in drafts(*course).made:
        for line in plain(each).splitlines():
            if (
                line.startswith("Ce vote vient après ces étapes")
                and each.act.endswith("/members")
                and "notifie" in line
            ):
                before = line.partition("notifie")[0]
                assert "comité" in before.rpartition(" ; ")[0] or "association" in before, each.name


def test_a_launch_says_what_comes_next() -> None:
    (note,) = called("Note - Vote du comité - Lancement")
    assert "Étapes suivantes : " in plain(note)


@COURSE
def test_the_subject_covers_what_is_voted_on_seats(course: Course) -> None:
    for each in drafts(*course).made:
        if each.act.startswith("seats-change/") and each.template in {"seats-change", "members-consent"}:
            subject = next(line for line in plain(each).splitlines() if line.startswith("Objet :"))
            assert ("clé de contribution" in subject) == ("La clé de contribution" in signed(each)), each.name
            assert "statuts" in subject, each.name


@COURSE
def test_statutes_that_are_compared_are_sent_with_the_comparison(course: Course) -> None:
    made = drafts(*course).made
    compared = {each.act.partition("/")[0] for each in made if each.template == "statutes-compared"}
    sent = {"seats-change", "power-transfer", "statutes-change", "members-notification", "prefect-members-agreed"}
    for each in made:
        if each.template in sent and each.act.partition("/")[0] in compared:
            assert "Tableau comparé des statuts" in plain(each), each.name


@COURSE
def test_a_text_that_has_changed_since_it_was_read_is_to_be_checked(course: Course) -> None:
    for each in drafts(*course).made:
        if each.template == "scot-prescription" and each.day.year > 2026:
            assert "la rédaction lue n’est plus celle du jour de l’acte" in plain(each)
        assert "rédaction antérieure au 26 mai 2026" not in plain(each)


def test_the_publicity_of_a_planning_document_is_to_be_asked_for() -> None:
    (launch,) = of(LEAVING_OF_FOUR, "scot-prescription")
    assert "la demander à la DDT avant de publier" in plain(launch)


def test_an_act_has_in_view_what_it_hangs_on() -> None:
    for each in called("Vote d'un membre - Sièges"):
        assert "retrait (n° […] du 6 octobre 2026)" in signed(each), each.name
    for each in (*called("Vote d'un membre - Sièges"), *of(LEAVING_OF_FOUR, "seats-change")):
        assert "Vu la délibération du comité syndical qui consent à ce retrait" in signed(each), each.name
    for each in of(LEAVING_OF_FOUR, "project-approval"):
        assert "arrêté par la délibération du comité syndical" in signed(each), each.name
    assert "Vu le règlement de la région Normandie sur ses contrats" in signed(
        of(LEAVING_OF_FOUR, "region-contract-committee")[0]
    )
    for each in called("Vote d'un membre - Transfert du SCoT"):
        assert "L. 143-16 et suivants du code de l’urbanisme" in signed(each)


@COURSE
def test_each_vote_of_a_member_ends_with_its_being_sent(course: Course) -> None:
    for each in drafts(*course).made:
        if each.template in {"region-contract-member", "project-approval", "members-consent"}:
            assert "transmise au préfet" in signed(each), each.name


@COURSE
def test_a_project_settled_is_sent_to_each_member_that_votes_it(course: Course) -> None:
    made = drafts(*course).made
    votes = [each.called for each in made if each.template == "project-approval"]
    sent = [each for each in made if each.template == "project-sent"]
    assert {each.called for each in sent} == set(votes)
    for each in sent:
        assert each.day <= min(vote.day for vote in made if vote.template == "project-approval"), each.name


def test_the_note_of_a_member_puts_to_the_vote_the_words_of_its_act() -> None:
    (note,) = [each for each in called("Note - Vote d'un membre - Convention") if each.called is None]
    vote = next(
        each for each in of(LEAVING_OF_FOUR, "territorial-agreement-member") if each.called != "CC des Hautes Terres"
    )
    line = next(text for text in signed(vote).splitlines() if text.startswith("Les missions que"))
    assert line in signed(note)


def test_delegates_are_elected_and_no_employee_of_a_member_or_of_the_petr() -> None:
    for each in of(LEAVING_OF_FOUR, "delegates"):
        assert "Les délégués sont élus au scrutin secret" in signed(each)
        assert "ne peut désigner pour le représenter un agent du PETR ou d’un de ses membres" in signed(each)
    (minutes,) = of(LEAVING_OF_FOUR, "installation")
    assert "[à garder ou à retirer] Le président donne lecture de la charte de l’élu local" in signed(minutes)


def test_an_impact_document_has_the_contribution_of_who_leaves_and_one_status() -> None:
    (document,) = of(LEAVING_OF_FOUR, "impact-document")
    assert "verse aujourd’hui [à compléter : montant de la contribution]" in signed(document)
    assert "elle est incomplète" not in plain(document)


def test_a_title_and_a_subject_are_short() -> None:
    for each in called("Vote d'un membre - Transfert du SCoT"):
        subject = next(part.text for part in each.parts if isinstance(part, Line) and part.style == "subject")
        assert len(subject) < 80
