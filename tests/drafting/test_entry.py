"""An EPCI that enters: told once, it is named, has seats and is a member in all that comes after its entry."""

from dataclasses import replace

import pytest

from petr_advisor.drafting.choosing import Choosing
from petr_advisor.drafting.model import Draft
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.procedures.order import all_before
from petr_advisor.words.voice import Voice
from tests.drafting.conftest import ENTERING, act_of, case, drafts, words

NAME = "la communauté de communes du Lot et Bouriane"
CALLED = "CC du Lot et Bouriane"


def of(act: str, template: str | None = None) -> list[Draft]:
    """Give the drafts of an act, of one of its templates."""
    return [each for each in drafts(ENTERING).made if each.act == act and template in {None, each.template}]


def redrafted(*facts: str, **answers: str) -> tuple[Draft, ...]:
    """Draft the course again, without some facts and with other answers (`joiner__kind`)."""
    held = case(ENTERING)
    for fact in facts:
        held = held.withdraw(fact)
    for fact, value in answers.items():
        held = held.answer(fact.replace("__", "."), value)
    return Choosing(held, roadmap(held, held.as_of), Voice("fr")).drafts().made


def test_who_enters_is_named_in_every_act_and_its_name_is_asked_in_none() -> None:
    assert [each.name for each in drafts(ENTERING).made if "nom de l’EPCI candidat" in words(each)] == []
    assert any("nom de l’EPCI candidat" in words(each) for each in redrafted("joiner.name"))


@pytest.mark.parametrize("act", ["petr-member-joins/committee", "petr-member-joins/members"])
def test_a_single_vote_settles_entry_seats_key_and_statutes(act: str) -> None:
    for vote in (each for each in of(act) if each.template not in {"summary-note", "joining-notification"}):
        said = act_of(vote)
        assert NAME in said
        assert "Le comité syndical compte [20, proposé d’après les populations] délégués titulaires" in said
        assert "CC du Lot et Bouriane | 9\u202f800 | [2]" in words(vote)
        assert "La clé de contribution" in said
        assert "font l’objet de la procédure propre" not in said
        for article in ("L. 5211-18", "L. 5211-20", "L. 5212-7-1", "L. 5711-1"):
            assert article.replace(" ", "\u00a0") in said


def test_the_vote_on_seats_is_in_that_on_the_entry_and_not_said_to_have_no_template() -> None:
    without = [each.said for each in drafts(ENTERING).without]
    assert without != []
    assert [said for said in without if "sièges" in said] == []


def test_no_seats_are_proposed_without_the_population_of_who_enters() -> None:
    votes = [each for each in redrafted("joiner.population") if each.template == "joining-committee"]
    assert [each.name for each in votes if "proposé d’après" in words(each)] == []
    assert all("nombre de sièges" in words(each) for each in votes)


def test_who_enters_votes_on_all_that_members_vote_after_its_entry_and_on_nothing_before() -> None:
    after = ("territorial-project-revision/approval", "territorial-agreement/votes", "petr-member-joins/delegates")
    for act in after:
        assert [
            each for each in of(act) if each.called == CALLED and each.name.endswith(CALLED) and NAME in words(each)
        ]
    assert not [each for each in of("petr-member-joins/members") if each.called == CALLED]
    assert any(each.called == "EPCI candidat" for each in redrafted("joiner.name"))
    (agreement, *_) = of("territorial-agreement/votes", "territorial-agreement-member")
    assert "À ne voter qu’une fois l’adhésion" in words(agreement).replace("\u00a0", " ")
    (launch, *_) = of("territorial-project-revision/launch", "project-launch")
    assert NAME not in words(launch)


def test_the_amendment_of_the_agreement_makes_who_enters_a_party() -> None:
    (rider,) = of("territorial-agreement/draft")
    assert "devient partie à la convention" in act_of(rider)
    assert f"{NAME} y entre par le présent avenant" in act_of(rider)


def test_what_is_answered_of_the_communes_consent_has_no_bracket_and_no_remark() -> None:
    (letter,) = of("petr-member-joins/commune-consent", "communes-letter")
    assert "Les statuts de la communauté ne la dispensent pas de l’accord de ses communes. En" in act_of(letter)
    unsure = next(each for each in redrafted("joiner.consent_dispensed") if each.template == "joining-request")
    sure = next(each for each in drafts(ENTERING).made if each.template == "joining-request")
    told = "pour une communauté de communes seulement"
    remarks = [[r for part in each.parts for r in getattr(part, "remarks", ())] for each in (unsure, sure)]
    assert [any(told in remark.lower() for remark in each) for each in remarks] == [True, False]


def test_the_request_is_notified_to_who_has_three_months_from_it() -> None:
    (request,) = of("petr-member-joins/request", "joining-request")
    assert "trois mois à compter de ce jour" in act_of(request)
    (committee,) = of("petr-member-joins/committee", "joining-committee")
    assert "Dernier jour\u00a0: trois mois après la réception de la demande" in words(committee)


def test_the_letter_asking_for_the_order_holds_the_whole_file_and_counts_the_votes() -> None:
    (letter,) = of("petr-member-joins/order")
    said = act_of(letter)
    for wanted in (
        "Préfecture – Lot\n", "demandé son adhésion par délibération",
        "Les communes de", "Décompte des votes exprès", "Tableau des populations et des sièges", "Carte du périmètre",
        f"Délibération de {NAME}",
    ):  # fmt: skip
        assert wanted in said
    assert "La règle de décision étant satisfaite" not in said
    unknown = next(each for each in redrafted("joiner.departement") if each.act == letter.act)
    assert "Lot\u202f; [à compléter\u00a0: département du candidat]" in act_of(unknown)


def test_a_commune_is_convened_by_its_mayor_in_the_note_as_in_the_act() -> None:
    for found in of("petr-member-joins/commune-consent"):
        if found.template != "communes-letter":
            assert "Convocation signée du maire" in words(found)
            assert "signée du président" not in words(found)


def test_the_deadline_of_the_revision_is_disputed_and_said_to_be_out_of_reach() -> None:
    (launch,) = of("territorial-project-revision/launch", "project-launch")
    assert "au plus tard" not in act_of(launch)
    assert "L’échéance légale du 15 mars 2027 est hors d’atteinte" in words(launch)
    assert not any("échéance légale" in words(each) for each in of("petr-member-joins/committee"))


def test_the_name_of_a_dossier_is_not_surely_that_of_the_body() -> None:
    held = case(ENTERING)
    made = Choosing(held, roadmap(held, held.as_of), Voice("fr"), "Dossier de novembre").drafts().made
    assert any("PETR [Dossier de novembre, à vérifier]" in words(each) for each in made)
    assert [each.name for each in made if "PETR Dossier de novembre" in words(each)] == []


def test_the_resolution_of_the_committee_is_notified_to_who_enters_too() -> None:
    """Who asked to enter is told that it need not vote again; who was asked, that it has three months to consent."""
    assert len(of("petr-member-joins/notify", "members-notification")) == len(case(ENTERING).lists["member"].ids)
    (letter,) = of("petr-member-joins/notify", "candidate-notification")
    assert f"Au président de {NAME}" in act_of(letter)
    assert "n’a pas à voter de nouveau" in act_of(letter)
    assert "trois mois, à compter de la réception de cette lettre" not in act_of(letter)
    asked = next(
        each for each in redrafted(joining__initiative="committee") if each.template == "candidate-notification"
    )
    assert "trois mois, à compter de la réception de cette lettre" in act_of(asked)
    assert "n’a pas à voter de nouveau" not in act_of(asked)


def test_who_enters_does_not_vote_that_a_project_was_drawn_up_with_it() -> None:
    """The revision began before the entry: the text has to be extended to who enters before it votes."""
    votes = of("territorial-project-revision/approval", "project-approval")
    assert {each.called == CALLED for each in votes} == {True, False}
    for vote in votes:
        assert ("pour le compte de l’établissement et avec lui" in act_of(vote)) == (vote.called != CALLED)
        assert ("s’étend à son territoire" in act_of(vote)) == (vote.called == CALLED)
    (project,) = of("territorial-project-revision/draft")
    assert NAME in words(project)


def test_the_number_of_vice_presidents_is_counted_on_the_committee_that_the_entry_makes() -> None:
    held = replace(case(ENTERING), key_questions=("life", "governance")).withdraw("governance.vice_presidents_elected")
    (vote,) = Choosing(held, roadmap(held, held.as_of), Voice("fr")).drafts("vice-presidents").made[:1]
    assert "le comité compte [20, à reprendre de l’arrêté] délégués" in act_of(vote)


def test_no_act_that_leads_to_the_entry_counts_who_enters_among_the_members() -> None:
    """Nor that of its communes, whose consent may be needed or not: nothing waits for it, and it may come late."""
    made = redrafted("joiner.consent_dispensed")
    joining = case(ENTERING).base.procedures["petr-member-joins"]
    before = {f"petr-member-joins/{name}" for name in all_before(joining.acts, joining.effect_at)}
    leading = [each for each in made if each.act in before]
    assert any(each.act == "petr-member-joins/commune-consent" for each in leading)
    assert [each.name for each in leading if "Écrit en comptant parmi les membres" in words(each)] == []
    assert [each.name for each in leading if each.template == "summary-note" and f"; {NAME}." in words(each)] == []


def test_the_prefect_is_told_of_communes_that_may_not_vote_as_of_something_to_keep_or_not() -> None:
    made = redrafted("joiner.consent_dispensed")
    (letter,) = (each for each in made if each.act == "petr-member-joins/order" and "Demande" in each.name)
    assert "[à garder ou à retirer] Les communes de la communauté" in act_of(letter).replace("\u00a0", " ")
