"""What a jurist asked for before signing the drafts of a creation and of an entry."""

import re
from collections import Counter

import pytest

from petr_advisor.drafting.model import Draft, Line
from petr_advisor.words.texts import Language
from tests.drafting import conftest
from tests.drafting.conftest import COURSES, case, draft, drafted, drafts, of

CREATION = "reading/association-votes-prevus-2026"
ENTRY = "reading/petr-entree-projet-2026"
Course = tuple[str, Language, str | None]
LONG = 60
"""A line as long as this is a sentence, which nothing makes worth saying twice."""


def act_of(found: Draft) -> str:
    """Give what a draft says before its working sheet, its spaces alike."""
    return re.sub(r"[^\S\n]", " ", conftest.act_of(found))


def remarks(found: Draft) -> str:
    return "\n".join(each for part in found.parts if isinstance(part, Line) for each in part.remarks)


def noted(course: str, act: str, about: str) -> Draft:
    """Give the note of an act that is about something."""
    notes = (each for each in of(course, "summary-note") if each.act == act)
    (found,) = (each for each in notes if about in act_of(each))
    return found


@pytest.mark.parametrize("course", COURSES, ids=lambda course: "-".join(filter(None, course)))
def test_no_paragraph_is_twice_in_one_draft(course: Course) -> None:
    for found in drafts(*course).made:
        said = Counter(each.removeprefix("[à garder ou à retirer] ") for each in act_of(found).splitlines())
        assert [each for each, times in said.items() if times > 1 and len(each) > LONG] == [], found.name


def test_the_communes_consulted_are_told_once_to_the_prefect() -> None:
    told = "Les communes membres des communautés de communes sont consultées"
    assert act_of(draft(CREATION, "prefect-creation")).count(told) == 1


@pytest.mark.parametrize("template", ["project-launch", "project-plan", "project-adoption", "project-approval"])
def test_the_charter_of_a_park_that_may_be_is_a_choice_in_each_act_of_the_project(template: str) -> None:
    held = case(ENTRY)
    for found in of(ENTRY, template):
        (told,) = (each for each in act_of(found).splitlines() if "charte du parc naturel régional" in each)
        assert told.startswith("[à garder ou à retirer] ")
    for found in of(drafted(held.answer("territory.regional_park", value=True)), template):
        (told,) = (each for each in act_of(found).splitlines() if "charte du parc naturel régional [" in each)
        assert not told.startswith("[")
    for found in of(drafted(held.answer("territory.regional_park", value=False)), template):
        assert "compatible avec la charte" not in act_of(found)


def test_a_modification_of_the_scheme_is_started_by_the_president() -> None:
    review = act_of(draft(ENTRY, "scot-reviewed"))
    assert "[le président a engagé le" in review
    assert "sa modification" not in review
    assert "ou en engage la modification" in act_of(draft(ENTRY, "scot-extended"))


def test_what_a_syndicate_leaves_is_not_handed_over_by_the_articles_on_members() -> None:
    """The staff and assets of a syndicate that ends are not those of a member."""
    for course in COURSES:
        borne = case(course[0]).facts.get("scot.bearer")
        if borne is None or borne.value != "syndicate":
            continue
        for found in drafts(*course).made:
            if found.act == "scot-transfer/committee" and found.template in {"power-transfer", "summary-note"}:
                assert "5211-4-1" not in act_of(found)
                assert "5212-33" in act_of(found)
    assert "procès-verbaux de mise à disposition" not in act_of(draft(CREATION, "power-transfer"))
    borne_by_them = drafted(case(CREATION).answer("scot.bearer", "epci"))
    assert "L. 5211-4-1" in act_of(next(each for each in of(borne_by_them, "power-transfer")))


def test_the_petr_takes_over_by_the_votes_that_give_it_the_scot() -> None:
    """No syndicate may join a PETR: that way is not told to those who vote."""
    note = act_of(noted(CREATION, "syndicate-hands-over-all/transfer", "Remise de tous les services"))
    assert "5211-18" not in note
    assert "votent le transfert du SCoT (CGCT, art. L. 5211-17 et L. 5711-1), avec effet le même jour" in note
    assert all("5211-18" not in each.said for each in drafts(CREATION).without)


def test_more_vice_presidents_are_voted_by_two_thirds() -> None:
    note = act_of(noted(CREATION, "petr-creation/install", "Nombre des vice-présidents"))
    (rule,) = (each for each in note.splitlines() if each.startswith("Dans l’assemblée"))
    assert "majorité absolue des suffrages exprimés" in rule
    assert "deux tiers" in rule
    written = "Ce nombre, qui passe la limite de 20 % de l’effectif du comité, est voté à la majorité des deux tiers"
    assert f"[à garder ou à retirer] {written}" in act_of(draft(CREATION, "vice-presidents"))
    refused = drafted(case(CREATION).answer("governance.more_vice_presidents", "refused"))
    assert written not in act_of(of(refused, "vice-presidents")[0])


def test_the_envelope_of_allowances_does_not_grow_with_the_two_thirds_vote() -> None:
    assert "que la loi permet sans le vote aux deux tiers" in remarks(draft(CREATION, "allowances"))


def test_an_appointment_is_decided_by_its_own_rule() -> None:
    for act, about in (
        ("bodies-set-up/members", "nomination de ses membres"),
        ("petr-creation/install", "déontologue"),
    ):
        note = act_of(noted(CREATION, act, about))
        (rule,) = (each for each in note.splitlines() if "L. 2121-20" in each)
        assert rule.startswith("Nomination au scrutin secret")
        assert note.count("L. 2121-21") == 1


def test_allowances_revised_after_an_entry_do_not_hold_for_the_past() -> None:
    told = remarks(draft(ENTRY, "allowances-after-entry"))
    assert "jamais avant l’effet de l’adhésion" in told
    assert "Au plus tôt l’élection du président" not in told


def test_a_note_is_called_once_what_it_is() -> None:
    for course in (CREATION, ENTRY):
        for note in of(course, "summary-note"):
            assert act_of(note).lower().count("note explicative de synthèse jointe à la convocation") == 1
            assert "Note de synthèse" not in act_of(note).splitlines()


def test_a_deadline_that_an_act_misses_is_told_as_past() -> None:
    (late,) = (
        each.said
        for each in drafts(ENTRY).without
        if "objectif de sobriété foncière" in each.said and "2027" in each.said
    )
    assert "après l’échéance légale du 22" in late


def test_no_debts_are_accepted_where_there_are_none() -> None:
    held = case(CREATION)
    assert "dettes" not in act_of(draft(CREATION, "take-over"))
    assert "droits et dettes" in act_of(of(drafted(held.withdraw("structure.debts")), "take-over")[0])


def test_a_vote_that_prepares_an_order_says_what_a_challenge_is_worth() -> None:
    for course in (CREATION, ENTRY):
        for found in of(course, "commune-consent"):
            assert "un recours contre lui seul peut ne pas être recevable" in remarks(found)


def test_who_enters_by_an_order_is_not_brought_in_with_the_scheme() -> None:
    sheet = "\n".join(part.text for part in draft(ENTRY, "scot-reviewed").parts if isinstance(part, Line))
    assert "rattaché d’office" not in sheet


def test_the_only_article_that_a_vote_rests_on_is_no_choice() -> None:
    assert all("\nVu l’article L. 5214-27 du CGCT ;" in act_of(each) for each in of(CREATION, "commune-consent"))


def test_an_order_that_another_must_go_with_is_asked_for_with_its_ground_and_its_papers() -> None:
    (asked,) = (each for each in of(CREATION, "prefect-members-agreed") if each.act == "scot-transfer/order")
    letter, papers = act_of(asked).split("Pièces jointes")
    assert "cesse de le porter (CGCT, art. L. 5212-33), [que son comité demande en remettant" in letter
    for paper in ("qui remet tous ses services", "Avis du comité social", "Fiche sur le personnel", "Carte du"):
        assert paper in papers, paper
    lone = drafted(case(CREATION).answer("scot.bearer", "epci"))
    (other,) = (each for each in of(lone, "prefect-members-agreed") if each.act == "scot-transfer/order")
    assert "5212-33" not in act_of(other)
    assert "[à garder ou à retirer] Avis du comité social" in act_of(other)


def test_the_band_of_allowances_after_an_entry_is_that_of_the_population_then() -> None:
    kept, held = draft(ENTRY, "allowances-after-entry"), case(ENTRY)
    assert "contre 37 263 auparavant, et reste dans la même tranche" in act_of(kept)
    assert "de 20 000 à 49 999 habitants, soit 25,59 %" in act_of(kept)
    assert "peut changer de tranche" not in remarks(draft(ENTRY, "joining-committee"))
    grown = drafted(held.answer("joiner.population", 20000))
    (changed,) = of(grown, "allowances-after-entry")
    assert "le maximum des indemnités suit la tranche où il se trouve" in act_of(changed)
    assert "de 50 000 à 99 999 habitants, soit 29,53 %" in act_of(changed)
    assert "peut changer de tranche" in remarks(of(grown, "joining-committee")[0])
    (unknown,) = of(drafted(held.withdraw("joiner.population")), "allowances-after-entry")
    assert "[à compléter : maximum de la tranche]" in act_of(unknown)


def test_what_is_not_sure_of_the_law_or_of_the_case_is_said_in_the_margin() -> None:
    assert "bonne pratique, par analogie" in remarks(draft(CREATION, "installation"))
    assert "un acte ne vaut pas, en principe, pour le passé" in remarks(draft(CREATION, "allowances"))
    large = "[à garder ou à retirer] Considérant qu’une commune d’au moins 3 500 habitants"
    assert large in act_of(draft(CREATION, "budget-debate"))
    known = drafted(case("orgeres-in-2015").answer("governance.commune_over_3500", "yes"))
    assert large not in act_of(of(known, "budget-debate")[0])
    for found in of(CREATION, "epci-creation"):
        assert "à retirer si aucun élu de l’assemblée ne dirige l’association" in remarks(found).lower().replace(
            "\xa0", " "
        )


def test_two_votes_that_exclude_each_other_say_so() -> None:
    for template in ("scot-prescription", "scot-follow-up"):
        sheet = "\n".join(part.text for part in draft(CREATION, template).parts if isinstance(part, Line))
        assert "jamais les deux" in sheet, template


def test_an_agreement_under_a_plan_that_stands_for_the_project_cites_the_record_of_it() -> None:
    for found in of(CREATION, "territorial-agreement-vote", "territorial-agreement-member"):
        assert "constatant que le PAS du SCoT tient lieu de projet" in act_of(found)
    assert "art. L. 145-1" in act_of(draft(CREATION, "territorial-agreement"))
    assert "L. 145-1" not in act_of(draft(ENTRY, "territorial-agreement"))


def test_each_body_asked_about_a_plan_has_its_letter() -> None:
    (mayors,), (council,) = of(CREATION, "project-referral"), of(CREATION, "plan-referral-to-council")
    assert mayors.name == "Saisine de la conférence des maires - Projet"
    assert council.name == "Saisine du conseil de développement - Projet"
    assert "[" not in act_of(council).split("Objet")[0].replace("[à compléter", "")
    assert "Mesdames et Messieurs les Maires," in act_of(mayors)
    assert "conférence des maires" not in act_of(council)


def test_a_code_is_named_once_and_a_question_answered_is_not_asked() -> None:
    assert act_of(draft(ENTRY, "scot-reviewed")).count("Vu le code de l’urbanisme") == 1
    sheet = "\n".join(part.text for part in draft(ENTRY, "commune-consent").parts if isinstance(part, Line))
    assert "(clause de dispense ?)" not in sheet.replace("\xa0", " ").replace("\u202f", " ")
    assert "s’est étendu au territoire" in act_of(draft(ENTRY, "scot-extended"))
