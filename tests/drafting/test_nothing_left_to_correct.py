"""What was still to be corrected in the drafts of a creation and of an entry, once they could be signed."""

import re
from datetime import date

import pytest

from petr_advisor.drafting.model import Draft, Line
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.territory.seats import usual_total
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import Voice
from tests.documents.conftest import real_base
from tests.drafting import conftest
from tests.drafting.conftest import COURSES, case, draft, drafted, drafts, of

CREATION = "reading/association-votes-prevus-2026"
ENTRY = "reading/petr-entree-projet-2026"
Course = tuple[str, Language, str | None]


def plain(text: str) -> str:
    """Give words with one sort of space and of apostrophe."""
    return re.sub(r"[^\S\n]", " ", text).replace("’", "'")


def words(found: Draft) -> str:
    return plain(conftest.words(found))


def act_of(found: Draft) -> str:
    return plain(conftest.act_of(found))


def sheet_of(found: Draft) -> str:
    return words(found).removeprefix(act_of(found))


def remarks(found: Draft) -> str:
    return plain("\n".join(each for part in found.parts if isinstance(part, Line) for each in part.remarks))


def note(course: str, act: str, about: str) -> Draft:
    (found,) = (each for each in of(course, "summary-note") if each.act == act and about in act_of(each))
    return found


def section(found: Draft, heading: str) -> list[str]:
    """Give the lines of a section of a note."""
    lines = act_of(found).splitlines()
    headings = {plain(part.text) for part in found.parts if isinstance(part, Line) and part.style == "heading"}
    start = lines.index(heading) + 1
    end = next((place for place, line in enumerate(lines[start:], start) if line in headings), len(lines))
    return lines[start:end]


def test_a_vote_that_waits_for_who_enters_closes_no_sooner_than_it_can_be_held() -> None:
    plan = roadmap(case(ENTRY), case(ENTRY).as_of, None)
    seated = plain(Voice("fr").day(plan.task("petr-member-joins/delegates").latest))
    review = sheet_of(draft(ENTRY, "scot-reviewed"))
    assert seated.endswith("mars 2028")
    assert "Entre le 16 novembre 2027 et le 16 décembre 2027" in review
    assert "la période ci-dessus finit trop tôt, et le vote attend jusqu'au 11 mai 2028" in review
    assert "avance d'autant son échéance" in remarks(draft(ENTRY, "scot-reviewed"))
    alone = drafted(case(ENTRY).answer("petr.change_planned", "none"))
    assert "finit trop tôt" not in sheet_of(of(alone, "scot-reviewed")[0])


def test_a_council_to_share_is_entrusted_by_each_that_wants_it() -> None:
    votes = of(CREATION, "development-council-entrusted")
    assert len(votes) == len(of(CREATION, "delegates"))
    for each in votes:
        assert not each.certain
        assert "Acte facultatif" in sheet_of(each)
        assert "scrutin secret, siège par siège" not in words(each)
        assert each.day < draft(CREATION, "development-council").day
    refused = drafted(case(CREATION).answer("governance.council_entrusted", "refused"))
    assert all(each.template != "development-council-entrusted" for each in refused.made)
    (chosen,) = {
        each.certain
        for each in drafts("governance/organising/shared-development-council", "fr", "council-shared").made
        if each.template == "development-council-entrusted"
    }
    assert chosen


def test_who_runs_the_association_may_be_on_no_council() -> None:
    for template in ("epci-creation", "take-over"):
        assert all("[à garder ou à retirer] Les élus qui dirigent" in act_of(each) for each in of(CREATION, template))
    told = note(CREATION, "petr-creation/epci-votes", "Création du")
    assert any("quittent la salle" in line for line in section(told, "La règle de décision"))
    assert not any("quittent la salle" in line for line in section(told, "Ce qui est soumis au vote"))


def test_an_act_that_hinges_on_what_is_not_said_is_to_be_confirmed() -> None:
    debate = draft(CREATION, "budget-debate")
    assert not debate.certain
    assert "commune d'au moins 3 500 habitants" in sheet_of(debate)
    assert draft(CREATION, "first-budget").certain
    assert not draft(ENTRY, "allowances-after-entry").certain  # no rate has to change with the members


def test_the_note_of_a_debate_has_no_formality_of_the_budget() -> None:
    assert "douze jours" not in sheet_of(note(CREATION, "petr-creation/first-budget", "Débat sur les orientations"))
    assert "douze jours" in sheet_of(note(CREATION, "petr-creation/first-budget", "Premier budget"))


def test_one_rule_has_one_name() -> None:
    """Whichever way a project is approved, each council approves: the law writes no majority of all."""
    acts = [
        act for procedure in real_base().procedures.values() for act in procedure.acts.values()
        if act.vote is not None and act.vote.body == "every-member-epci" and "petr.project.approval" in act.norms
    ]  # fmt: skip
    assert {act.majority for act in acts} == {"each-epci-approves"}


@pytest.mark.parametrize(
    ("course", "act", "about", "step"),
    [
        (ENTRY, "territorial-project-revision/launch", "Révision du projet", "prennent l'arrêté d'adhésion"),
        (ENTRY, "territorial-agreement/votes", "convention territoriale", "approuve le projet révisé"),
        (CREATION, "association-winding-up/agreement-petr", "Reprise de l", "et créés les emplois"),
        (ENTRY, "territorial-project-revision/approval", "Projet de territoire", "la convention territoriale"),
    ],
)
def test_no_step_is_left_out_around_a_vote(course: str, act: str, about: str, step: str) -> None:
    notes = [each for each in of(course, "summary-note") if each.act == act and about in act_of(each)]
    assert notes != []
    assert all(any(step in line for line in section(each, "Le contexte")) for each in notes)


def test_a_number_of_seats_proposed_is_said_to_be_a_habit() -> None:
    for each in of(ENTRY, "joining-committee", "members-consent"):
        assert "16 sièges : l'usage en compte 4 par membre, aucune règle ne l'impose" in remarks(each)
    assert [usual_total(n) // n for n in (12, 13, 24, 25)] == [4, 3, 3, 2]


def test_who_has_more_than_half_of_the_people_has_half_of_the_seats_at_most() -> None:
    told = "Plus de la moitié des sièges à la communauté de communes du Val de Drôme en Biovallée"
    for template in ("statutes", "epci-creation", "installation"):
        assert all(told in sheet_of(each) for each in of(CREATION, template)), template
    assert all("Plus de la moitié des sièges à" not in words(each) for each in drafts(ENTRY).made)


def test_a_meeting_whose_day_is_given_has_a_last_day_for_its_notice() -> None:
    said = " ".join(sheet_of(found) for found in of(CREATION, "epci-creation"))
    told = "Dernier jour pour envoyer la convocation, cinq jours francs avant la séance : "
    assert f"{told}4 décembre 2026." in said
    assert f"{told}11 décembre 2026." in said
    both = sheet_of(note(CREATION, "petr-creation/epci-votes", "Création du"))
    assert "le 4 décembre 2026 ; " in both
    assert "le 11 décembre 2026." in both


@pytest.mark.parametrize("course", COURSES, ids=lambda course: "-".join(filter(None, course)))
def test_a_letter_says_that_it_leaves_on_no_sunday(course: Course) -> None:
    held = case(course[0])
    holidays = {
        found.day(year) for found in held.base.holidays.values() if not found.departements for year in range(2013, 2036)
    }
    for found in drafts(*course).made:
        if real_base().templates[found.template].kind != "letter":
            continue
        off = found.day.weekday() == 6 or found.day in holidays
        said = ("un courrier ne part pas", "letters do not usually leave")
        assert off == any(each in sheet_of(found) for each in said), (found.name, found.day)


def test_a_place_is_not_said_twice_in_one_sheet() -> None:
    for each in of(CREATION, "members-consent"):
        (line,) = (line for line in sheet_of(each).splitlines() if "L. 5711-1, dernier al. (" in line)
        assert line.count("Depuis le") == 1


def test_what_is_answered_is_not_to_be_read_in_the_statutes() -> None:
    for template in ("joining-request", "prefect-members-agreed"):
        assert all("clause de dispense ?" not in words(each) for each in of(ENTRY, template))
    unknown = drafted(case(ENTRY).withdraw("joiner.consent_dispensed"))
    assert all("clause de dispense ?" in words(each) for each in of(unknown, "joining-request"))


def test_an_act_put_to_a_meeting_rests_on_its_own_law() -> None:
    for template in ("publicity-choice", "ethics-adviser"):
        assert "présidée par le doyen d'âge" not in words(draft(CREATION, template))
    assert "L. 5211-10" in words(draft(CREATION, "vice-presidents"))
    assert draft(CREATION, "publicity-choice").day > date(2026, 12, 31)
