"""Faults found by reading again, before signature, the acts of a creation and of an entry."""

import pytest

from petr_advisor.planning.convening import meeting_notice
from petr_advisor.planning.network import DAY
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.planning.spans import Lasting
from petr_advisor.words.texts import Language
from tests.documents.conftest import real_base
from tests.drafting.conftest import CONQUES, COURSES, ROUERGUE, case, drafts, of
from tests.drafting.test_read_by_a_jurist_of_a_prefecture import plain, remarks

FRENCH: tuple[tuple[str, Language, str | None], ...] = tuple(course for course in COURSES if course[1] == "fr")
INSTALLED = "petr-creation/install"


@pytest.mark.parametrize("course", FRENCH, ids=lambda course: f"{course[0]}:{course[2]}")
def test_no_president_calls_a_meeting_before_being_elected(course: tuple[str, Language, str | None]) -> None:
    held = case(course[0])
    plan = roadmap(held, held.as_of, course[2])
    elected = next((task.soonest for task in plan.tasks if task.id == INSTALLED), None)
    if elected is None:
        return
    notice = meeting_notice(real_base(), "committee", elected, lambda when: when is None)
    assert notice is not None
    first = Lasting(notice).end(elected + DAY)
    for each in drafts(*course).made:
        said = plain(each)
        if "Comité syndical du PETR" in said and "Convocation signée du président, cinq jours" in said:
            assert each.day >= first, each.name


def test_the_statutes_are_ready_for_the_first_who_annexes_them() -> None:
    (compared,) = of(CONQUES, "statutes-compared")
    (request,) = (each for each in of(CONQUES, "joining-request") if each.act == "petr-member-joins/request")
    assert "Tableau comparé des statuts" in plain(request)
    assert compared.day <= request.day
    assert compared.certain
    assert "Préparé avec le PETR avant la délibération de l'EPCI qui demande à entrer" in plain(compared)


@pytest.mark.parametrize("template", ["leader-bearer-committee", "leader-bearer-association", "leader-bearer-request"])
def test_a_quorum_that_is_only_recalled_is_to_be_checked(template: str) -> None:
    (found,) = of(ROUERGUE, template)
    assert "avec son double quorum" not in plain(found)
    assert "de ses propres règles [double quorum, à vérifier]" in plain(found)
    assert "ouble quorum cité de mémoire : lire le règlement intérieur" in remarks(found)


def test_what_is_settled_of_employees_is_decided_and_signed_after_the_opinion() -> None:
    (vote,), (posts,), (agreement,) = (
        of(ROUERGUE, each) for each in ("take-over", "take-over-posts", "transfer-agreement")
    )
    assert "autorisé à la signer" not in plain(vote)
    assert (
        "sauf ses clauses relatives aux salariés : le comité en décide, et autorise sa signature, après l'avis"
        in plain(vote)
    )
    assert "avant la signature de la convention" in plain(vote)
    assert "Convention signée avant l'avis" in plain(vote)
    assert "Vu l'avis du comité social territorial rendu le" in plain(posts)
    assert "relatives aux salariés sont approuvées, et le président est autorisé à la signer" in plain(posts)
    assert "convention de transfert signée le" not in plain(posts)
    assert "prise après l'avis du comité social territorial qui autorise la signature" in plain(agreement)


def test_the_staff_of_the_programme_passes_with_it() -> None:
    (agreement,) = of(ROUERGUE, "transfer-agreement")
    said = plain(agreement)
    assert "et le personnel qui en est chargé, le jour où cet avenant prend effet" in said
    assert (
        "À compter de la date de reprise ou, pour ceux du programme LEADER, du jour où ce programme passe, et" in said
    )
    assert "et, pour le programme LEADER et son personnel, le jour où ce programme passe" in said
    assert "un jour sans agents" in remarks(agreement)


@pytest.mark.parametrize("course", FRENCH, ids=lambda course: f"{course[0]}:{course[2]}")
def test_no_staff_of_a_programme_is_spoken_of_without_one(course: tuple[str, Language, str | None]) -> None:
    for each in drafts(*course).made:
        if each.template == "transfer-agreement":
            passes = "Le programme LEADER passe au PETR" in plain(each)
            assert ("pour ceux du programme LEADER" in plain(each)) == passes, each.name


@pytest.mark.parametrize("course", COURSES, ids=lambda course: f"{course[0]}:{course[2]}")
def test_minutes_that_elect_come_before_what_the_elected_take(course: tuple[str, Language, str | None]) -> None:
    made = drafts(*course).made
    for place, each in enumerate(made):
        if each.template == "installation":
            assert not [other.name for other in made[:place] if other.act == each.act and other.day == each.day]


def test_what_is_usual_in_each_paper_is_there() -> None:
    (impact,), (vote,) = of(CONQUES, "impact-document"), of(CONQUES, "project-extension")
    assert "Clé estimée de partage" in plain(impact)
    assert "[Sans objet : le PETR ne cède ni actif ni passif à qui entre" in plain(impact)
    assert "par prudence, la réunir avec eux avant ce vote" in remarks(vote)
    (letter,), (election,) = of(ROUERGUE, "leader-bearer-request"), of(ROUERGUE, "tender-committee")
    assert "copie au groupe d'action locale et à l'organisme payeur" in plain(letter)
    assert "outre le président ou son représentant, cinq titulaires" in plain(election)
