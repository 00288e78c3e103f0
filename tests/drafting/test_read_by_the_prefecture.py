"""Faults that a review of legality would find in the acts of a creation and of an entry: each mended for every act."""

from datetime import date

from petr_advisor.drafting.model import Draft, Grid, Line
from tests.documents.conftest import EXAMPLES, case_in
from tests.drafting.conftest import (
    ASSOCIATION,
    COMBES,
    ENTERING,
    SIONNE,
    act_of,
    case,
    drafted,
    of,
    words,
)
from tests.drafting.test_read_by_the_secretary import signed

OFFICERS = "Les élus qui dirigent l'association ([à compléter : noms des élus]) ont quitté la salle avant le débat"


def remarks(found: Draft) -> str:
    said = " ".join(remark for part in found.parts if isinstance(part, Line) for remark in part.remarks)
    return said.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")


def test_a_first_budget_cites_no_article_whose_rules_have_moved() -> None:
    (found,) = of(COMBES, "first-budget")
    assert found.day >= date(2026, 1, 1)
    assert "L. 2312-1" not in act_of(found).replace("\u00a0", " ")
    assert "L. 5217-10-4" not in act_of(found).replace("\u00a0", " ")
    assert "cadre budgétaire commun, à vérifier" in signed(found)
    assert "L. 1612-26" in remarks(found)


def test_statutes_do_not_share_assets_in_the_place_of_the_prefect() -> None:
    said = signed(of(ASSOCIATION, "statutes")[0])
    assert "À défaut d'accord, l'actif" not in said
    assert "l'autorité que la loi désigne en décide" in said


def test_statutes_take_effect_with_the_order_that_approves_them() -> None:
    assert "prennent effet le jour que fixe l'arrêté qui les approuve" in signed(of(ASSOCIATION, "statutes")[0])


def test_statutes_hold_in_their_purpose_what_the_body_takes_over() -> None:
    said = signed(of(ASSOCIATION, "statutes")[0])
    assert "Le PETR reprend l'activité de l'association" in said
    assert "structure porteuse d'un groupe d'action locale" in said
    kept = case(ASSOCIATION).answer("association.kept", "yes").answer("structure.leader_bearer", "no")
    other = next(each for each in drafted(kept).made if each.template == "statutes")
    assert "reprend l'activité" not in signed(other)
    assert "structure porteuse d'un groupe d'action locale" not in signed(other)


def test_statutes_cite_the_return_of_powers() -> None:
    assert "L. 5211-17-1 (restitution)" in signed(of(ASSOCIATION, "statutes")[0])


def test_a_transfer_says_whether_it_is_free() -> None:
    assert "[à titre gratuit] [au prix de" in signed(of(ASSOCIATION, "transfer-agreement")[0])


def test_who_runs_an_association_is_said_to_leave_even_if_nobody_told_that_there_is_one() -> None:
    open_case = drafted(case(ASSOCIATION).withdraw("ethics.association_seat"))
    for template in ("take-over", "epci-creation"):
        assert all(f"[à garder ou à retirer] {OFFICERS}" in signed(each) for each in of(open_case, template))
    nobody = drafted(case(ASSOCIATION).answer("ethics.association_seat", "no"))
    assert all(OFFICERS not in signed(each) for each in nobody.made)


def test_an_entry_that_takes_in_no_scheme_cites_the_extension_alone() -> None:
    """Article L.143-16 is about the schemes that the perimeter takes in: there is none here."""
    alone = drafted(case(SIONNE).answer("joiner.in_other_scot", "no"))
    (found,) = of(alone, "scot-extended")
    assert "ses articles L. 143-10 et L. 143-28 ;" in signed(found)
    assert "L. 143-16" not in signed(found)


def test_the_effect_on_staff_is_told_in_every_impact_document() -> None:
    for name in (SIONNE, ENTERING):
        (found,) = of(name, "impact-document")
        assert "[à garder ou à retirer] Effectifs" not in signed(found)
        assert "Effectifs, affectation et organisation – effet" in signed(found)
    none = drafted(case(SIONNE).answer("change.staff_affected", "no"))
    assert "aucun, nul agent n'étant concerné" in signed(of(none, "impact-document")[0])


def test_a_small_commune_cites_a_summary_note_only_if_it_sent_one() -> None:
    for found in of(ASSOCIATION, "commune-consent"):
        assert "[à garder ou à retirer] Vu la note explicative" in signed(found)
        assert "3 500 habitants au moins" in remarks(found)


def test_a_transfer_of_contracts_names_each_article_once() -> None:
    for found in of(ASSOCIATION, "third-party-consent"):
        assert words(found).count("1216-1") <= 1


def test_the_steps_to_come_of_an_entry_tell_the_seats_in_one_breath() -> None:
    (note,) = (each for each in of(ENTERING, "summary-note") if each.act == "petr-member-joins/request")
    assert signed(note).count("sièges qui vaudront") <= 1
    assert "pour ceux-ci" not in signed(note)


def test_the_mistake_of_relying_on_silence_is_told_in_the_same_words_in_every_act() -> None:
    for name in (ENTERING, SIONNE):
        told = {
            line for each in of(name, "joining-committee", "members-notification") for line in words(each).splitlines()
            if "S’en remettre au silence" in line
        }  # fmt: skip
        assert len(told) == 1


def test_what_comes_before_a_first_vote_of_a_body_tells_the_order_that_created_it() -> None:
    (note,) = (each for each in of(ASSOCIATION, "summary-note") if "délégations" in each.name.lower())
    before = next(line for line in signed(note).splitlines() if line.startswith("Ce vote vient après"))
    assert "approuve la création par arrêté" in before


def test_a_step_of_the_contents_says_what_who_acts_does_and_nothing_of_another() -> None:
    made = drafted(case(SIONNE).answer("scot.land_target_in", "no"))
    assert made.contents is not None
    rows = [act for part in made.contents.parts if isinstance(part, Grid) for _, act, _ in part.rows]
    (target,) = (act for act in rows if "quelle procédure intègre l’objectif" in act)
    assert target.startswith("Le comité syndical du PETR\u00a0: demande à la DDT")
    assert not any("la DDT dit" in act for act in rows)


def test_statutes_of_what_is_transformed_go_on_with_the_programme_that_it_bears() -> None:
    """Nothing is left to be decided there: the PETR takes the place of the syndicate in all that binds it."""
    said = signed(of(drafted(case_in(EXAMPLES["loire-beauce"])), "statutes")[0])
    assert "est la structure porteuse du groupe d'action locale" in said
    assert "peut être la structure porteuse" not in said


def test_what_follows_a_power_that_nobody_has_worked_out_is_not_settled_by_a_recital() -> None:
    """The plan has the costs, staff and contracts worked out: without a SCoT there may still be who prepares one."""
    said = signed(of(drafted(case_in(EXAMPLES["loire-beauce"])), "power-transfer")[0])
    assert "les agents et les contrats par lesquels un membre en prépare un" in said
    assert "ni bien, ni agent" not in said
