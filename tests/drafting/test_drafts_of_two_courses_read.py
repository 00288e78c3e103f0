"""What a reading of all the drafts of two courses asked for: nothing is left to take out that the case settles."""

from petr_advisor.drafting.model import Draft, Line
from tests.drafting.conftest import act_of, case, drafted, of

VOTED = "reading/association-votes-prevus-2026"
ENTRY = "reading/petr-entree-projet-2026"


def remarks(found: Draft) -> str:
    return "\n".join(each for part in found.parts if isinstance(part, Line) for each in part.remarks)


def test_assets_are_transferred_without_debts_where_there_are_none() -> None:
    (agreement,) = of(VOTED, "transfer-agreement")
    assert "Biens, créances et trésorerie" in act_of(agreement)
    assert "créances, dettes" not in act_of(agreement)
    (unsaid,) = of(drafted(case(VOTED).withdraw("structure.debts")), "transfer-agreement")
    assert "Biens, créances, dettes et trésorerie" in act_of(unsaid)


def test_the_shared_development_council_is_a_choice_until_a_member_has_voted_it() -> None:
    shared = "Le conseil de développement est commun aux membres"
    (possible,) = of(VOTED, "development-council")
    assert f"[à garder ou à retirer] {shared}" in act_of(possible)
    assert "[à garder ou à retirer] Vu les délibérations des membres qui confient au PETR" in act_of(possible)
    (voted,) = of(drafted(case(VOTED).answer("governance.council_entrusted", "voted")), "development-council")
    assert shared in act_of(voted)
    assert f"[à garder ou à retirer] {shared}" not in act_of(voted)


def test_the_note_on_the_strategic_plan_tells_what_a_refusal_does() -> None:
    notes = of(VOTED, "summary-note")
    (note,) = (each for each in notes if each.act == "project-scot-plan/approves-pas-territorial")
    assert "En cas de refus d’un EPCI, le PAS ne peut, par prudence, tenir lieu de projet" in act_of(note)


def test_the_entry_says_how_the_project_is_extended_where_no_agreement_is_signed() -> None:
    (vote,) = of(ENTRY, "joining-committee")
    assert "est étendu à la communauté de communes de la Vallée par une révision" in act_of(vote)
    assert "La convention territoriale est étendue" not in act_of(vote)
    assert "changer de tranche" not in remarks(vote)  # both populations are known, and in the same band
    (signed,) = of(drafted(case(ENTRY).answer("petr.agreement_signed", value=True)), "joining-committee")
    assert "La convention territoriale est étendue à la communauté de communes de la Vallée par un avenant" in act_of(
        signed
    )


def test_the_text_goes_to_the_departements_and_regions_associated_with_it() -> None:
    associated = "à celui de chaque département ou région associé au projet"
    found = case(ENTRY)
    assert associated not in act_of(of(drafted(found), "project-adoption")[0])
    (told,) = of(drafted(found.answer("contract.partners_associated", value=True)), "project-adoption")
    assert associated in act_of(told)
    (none,) = of(drafted(found.answer("contract.partners_associated", value=False)), "project-adoption")
    assert "s’ils ont été associés" not in remarks(none)


def test_the_review_of_a_scheme_due_after_the_lapse_was_removed_is_not_said_to_end_it() -> None:
    notes = [each for each in of(ENTRY, "summary-note") if each.act == "scot-reviewed/votes"]
    assert "la DDT dit si la caducité joue encore" in act_of(notes[0])
