"""What a jurist would still have corrected with a pen, no act of two courses being wrong or to be mended before."""

import pytest

from petr_advisor.drafting.model import Draft
from petr_advisor.words.typography import no_capital
from tests.drafting.conftest import CONQUES, TAKEN_IN, act_of, case, drafted, drafts, of, words
from tests.drafting.test_ten_strokes_of_the_pen import ENTRY, VOTED, note_on, plain, remarks, said

ANY_POWER = "une compétence nouvelle n’est transférée"
OF_THE_SCOT = "le SCoT n’est transféré à un PETR existant que par une délibération du comité syndical"
AFTER_ENTRY = "À ne voter qu’une fois l’adhésion de la communauté de communes de la Vallée effective."
SPARED = "un établissement de plus de 50 000 habitants qui le décide est dispensé"


def sheet(found: Draft) -> str:
    """Give what the working sheet of a draft says."""
    return plain(words(found)[len(act_of(found)) :])


def test_what_sets_up_the_council_fixes_no_make_up() -> None:
    (set_up,) = of(VOTED, "development-council")
    assert "Mise en place du conseil de développement territorial et appel à candidatures" in said(set_up)
    assert "Composition du conseil" not in said(set_up)
    (appointed,) = of(VOTED, "development-council-members")
    assert "Vu la délibération qui a mis en place le conseil et ouvert l’appel à candidatures" in said(appointed)


def test_every_sheet_of_a_transfer_of_the_scot_says_that_its_majority_is_disputed() -> None:
    every = [each for each in drafts(VOTED).made if plain(ANY_POWER) in plain(words(each))]
    assert every == []
    told = ("power-transfer", "statutes-compared", "members-notification", "members-consent", "prefect-members-agreed")
    passing = [each for each in of(VOTED, *told) if each.act.startswith("scot-transfer/")]
    assert {each.template for each in passing} == set(told)
    notes = [note_on(VOTED, f"scot-transfer/{act}") for act in ("committee", "members")]
    for each in (*passing, *notes, note_on(VOTED, "syndicate-hands-over-all/transfer")):
        assert f"{OF_THE_SCOT} puis un vote exprès" in sheet(each)
        assert "La majorité requise est discutée." in sheet(each)


def test_the_transfer_of_another_power_keeps_its_own_rule() -> None:
    made = drafts("course/power-of-a-petr-with-a-commune")
    for each in of(made, "power-transfer", "statutes-compared", "members-notification", "members-consent"):
        assert OF_THE_SCOT not in sheet(each)
        assert no_capital(ANY_POWER) in sheet(each)


def test_posts_are_created_with_their_weekly_time() -> None:
    (vote,) = of(VOTED, "take-over-posts")
    assert "avec leur grade, leur durée hebdomadaire de service et," in said(vote)


def test_the_request_to_join_has_its_letter_the_day_after_it_is_voted() -> None:
    (letter,) = of(ENTRY, "joining-notification")
    (vote,) = of(ENTRY, "joining-request")
    assert (letter.day - vote.day).days == 1
    assert "demande son adhésion au PETR et approuve les statuts modifiés" in said(letter)
    assert "trois mois, à compter de la réception de cette lettre, pour se prononcer" in said(letter)
    assert "Accusé de réception à dater et signer" in said(letter)
    assert "Sans objet si le PETR a déjà reçu la demande" not in sheet(letter)
    assert "Dernier jour" not in sheet(letter)


@pytest.mark.parametrize("course", [TAKEN_IN, CONQUES])
def test_what_the_candidate_is_not_known_to_ask_has_no_letter_of_its_own(course: str) -> None:
    assert "joining-notification" not in {each.template for each in drafts(course).made}


def test_the_plan_that_stands_as_the_project_is_sent_to_the_members_before_they_vote() -> None:
    letters, votes = of(VOTED, "project-sent"), of(VOTED, "project-approval")
    assert {each.called for each in letters} == {each.called for each in votes}
    assert max(each.day for each in letters) < min(each.day for each in votes)
    for each in letters:
        assert "avec l’accord écrit de son porteur" in said(each)
        assert "l’avis de la conférence des maires et celui du conseil de développement" in said(each)
        assert "Par prudence, la loi ne demandant pas ce vote en toutes lettres" in said(each)
        assert "Le comité syndical du PETR a arrêté" not in said(each)
        assert "Délibération certifiée exécutoire" not in said(each)


def test_a_petr_that_bears_its_scot_sends_its_own_plan() -> None:
    own = drafted(case(f"{ENTRY}#nobody-enters"), option="project-scot-plan")
    for each in of(own, "project-sent"):
        assert "que porte le PETR et qui a été approuvé le" in said(each)
        assert "accord écrit de son porteur" not in said(each)


def test_a_project_settled_by_the_committee_is_sent_as_before() -> None:
    for each in of(ENTRY, "project-sent"):
        assert "Le comité syndical du PETR a arrêté" in said(each)
        assert "PAS" not in said(each)


def test_the_services_are_handed_over_in_view_of_what_keeps_the_scheme() -> None:
    (handed,) = of(VOTED, "services-handed-over")
    assert "Vu l’article L. 143-16 du code de l’urbanisme ;" in said(handed)


def test_nobody_votes_a_project_revised_for_who_enters_before_it_has_entered() -> None:
    votes = of(ENTRY, "project-adoption", "project-approval")
    assert len(votes) == 5
    notes = [note_on(ENTRY, f"territorial-project-revision/{act}") for act in ("committee", "approval")]
    for each in (*votes, *notes):
        assert AFTER_ENTRY in sheet(each)
    reason = "la communauté de communes de la Vallée est devenue membre du PETR et que le projet, par cette révision"
    assert [each.called for each in votes if reason not in said(each)] == ["CC de la Vallée"]


@pytest.mark.parametrize(
    ("people", "told"), [(None, True), (50000, False), (50001, True)], ids=["unknown", "at most", "above"]
)
def test_only_a_large_member_is_told_that_it_is_spared(*, people: int | None, told: bool) -> None:
    held = case(VOTED)
    of_one = held.lists["member"].ids[0]
    known = held.withdraw("member.population", of_one)
    made = drafted(known if people is None else known.answer("member.population", people, of_one))
    for each in of(made, "development-council-entrusted"):
        assert (SPARED in remarks(each)) is told
        assert "Chaque conseil vote pour son établissement" in remarks(each)
    (note,) = (each for each in of(made, "summary-note") if "Conseil de développement commun" in each.name)
    assert (SPARED in remarks(note)) is told
