"""Faults found by reading the acts of three other courses to the end: each mended for every act."""

import re
from datetime import date

import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.drafting.choosing import Choosing
from petr_advisor.drafting.model import Draft, Drafts, Grid, Line
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import Voice
from tests.drafting.conftest import (
    COURSES,
    ENTERING,
    LEAVING_OF_THREE,
    SYNDICATE_OF_THREE,
    act_of,
    case,
    drafts,
    of,
    words,
)

BESIDE = "course/scot-syndicate-beside-a-pays-syndicate"
A_LA_CARTE = "course/power-and-statutes-before-elections#after-the-renewal"


def redrafted(held: Consultation, option: str | None = None, only: str | None = None) -> Drafts:
    return Choosing(held, roadmap(held, held.as_of, option), Voice("fr")).drafts(only)


def plain(found: Draft) -> str:
    return words(found).replace("\u00a0", " ").replace("\u202f", " ")


def test_of_two_ways_one_is_drafted_and_the_other_named() -> None:
    """A syndicate that loses the SCoT hands its services over, or is dissolved by its members: never both."""
    made = redrafted(case(BESIDE), "scot-petr-bears")
    assert [each.act for each in made.made if each.act == "syndicate-hands-over-all/transfer"] != []
    assert [each.act for each in made.made if each.act.startswith("petr-dissolution-by-agreement/")] == []
    (said,) = (each.said for each in made.left_out if each.act.startswith("petr-dissolution-by-agreement/"))
    assert "autre voie" in said
    assert "petr-dissolution-by-agreement/votes" in said


def test_the_other_way_is_drafted_when_asked_for() -> None:
    made = redrafted(case(BESIDE), "scot-petr-bears", "petr-dissolution-by-agreement/votes")
    assert made.made != ()


@pytest.mark.parametrize("course", COURSES, ids=lambda course: course[0])
def test_what_every_statute_needs_is_never_to_be_taken_out(course: tuple[str, Language, str | None]) -> None:
    """À-la-carte powers may be unsettled: the contributions of the members and the votes of the committee are not."""
    for found in drafts(*course).made:
        if found.template in {"statutes", "standing-orders"}:
            lines = [part.text for part in found.parts if isinstance(part, Line)]
            kept = [line for line in lines if line.startswith(("[à garder", "[to be kept"))]
            assert [line for line in kept if "contribution" in line.lower() or "main levée" in line] == []


def test_the_version_voted_on_is_that_of_the_proposal_and_the_one_in_force_another() -> None:
    made = drafts(SYNDICATE_OF_THREE)
    (vote, *_) = of(made, "epci-transformation")
    assert "Les statuts annexés, version du 6 octobre 2026, sont approuvés sans modification" in plain(vote)
    assert all("statuts en vigueur, version du 6 octobre" not in plain(each) for each in made.made)


def test_the_power_that_the_case_names_is_named() -> None:
    made = redrafted(case(A_LA_CARTE))
    for template in ("power-transfer", "statutes-compared"):
        for found in of(made, template):
            assert "[Eau potable ou assainissement, à délimiter]" in plain(found)


def test_amended_statutes_stand_beside_those_in_force() -> None:
    (opened,) = (each for each in of(redrafted(case(A_LA_CARTE)), "statutes-compared") if "statutes-ch" in each.act)
    tables = [part for part in opened.parts if isinstance(part, Grid)]
    assert {table.header for table in tables} == {("Rédaction en vigueur", "Rédaction nouvelle")}
    assert any("Un membre peut transférer" in row[1] for table in tables for row in table.rows)
    (entry,) = of(ENTERING, "statutes-compared")
    (before, after), *_ = next(part.rows for part in entry.parts if isinstance(part, Grid))
    assert "Lot et Bouriane" not in before
    assert "Lot et Bouriane" in after


def test_who_is_asked_to_approve_amended_statutes_is_sent_them() -> None:
    letters = of(redrafted(case(A_LA_CARTE)), "members-notification")
    assert letters != ()
    for found in letters:
        assert "Statuts modifiés" in act_of(found)


def test_who_enters_an_agreement_is_named_once_among_its_parties() -> None:
    rider = next(each for each in of(ENTERING, "territorial-agreement-rider"))
    parties = re.search(r"parties à la convention territoriale[^(]*\((.*?)\), chacune", plain(rider))
    assert parties is not None
    assert parties[1].count("Lot et Bouriane") == 1


def test_a_project_revised_for_an_entry_gives_the_entry_as_its_reason() -> None:
    held = case(ENTERING).answer("project.revision", "current")
    launches = of(redrafted(held), "project-launch")
    assert launches != ()
    for found in launches:
        assert "est devenue membre du PETR" in act_of(found)
        assert "douze mois du renouvellement" not in act_of(found)


def test_the_days_of_a_scot_that_the_case_tells_are_told() -> None:
    held = case(BESIDE)
    (found,) = of(redrafted(held, "scot-petr-bears"), "scot-follow-up")
    assert "du 10 mars 2021" in plain(found)
    assert found.day > date(2027, 3, 10)
    assert "due le 10 mars 2027 au plus tard" in plain(found)


@pytest.mark.parametrize("course", COURSES, ids=lambda course: course[0])
def test_a_note_tells_few_steps_and_the_majority_of_its_own_act(course: tuple[str, Language, str | None]) -> None:
    made = drafts(*course)
    for note in (each for each in made.made if each.template == "summary-note"):
        for line in (part.text for part in note.parts if isinstance(part, Line)):
            if line.startswith(("Étapes suivantes", "Next steps")):
                assert len(re.split(r"\s?;\s", line)) <= 8  # five steps, which may hold a semicolon of their own
    sheets = [plain(each) for each in made.made if each.template == "summary-note" and "Délégation" in each.title]
    assert [sheet for sheet in sheets if "Élection à la majorité absolue." in sheet] == []


def test_seats_shared_after_a_withdrawal_stand_in_amended_statutes_without_who_left() -> None:
    (found,) = of(LEAVING_OF_THREE, "statutes-compared")
    members = next(line for line in plain(found).splitlines() if "Ses membres sont" in line)
    assert "Grand Langres" in members
    assert "Savoir-Faire" not in members
    assert "CC du Grand Langres | 20 701 | [4]" in plain(found)


def test_a_vote_is_said_to_prepare_what_it_prepares() -> None:
    """The committee's vote on a project prepares votes, a refusal prepares nothing."""
    made = drafts(SYNDICATE_OF_THREE)
    for template, said in (("project-adoption", "prépare ceux des membres"), ("epci-transformation-refusal", "")):
        for found in of(made, template):
            remarks = [remark for part in found.parts if isinstance(part, Line) for remark in part.remarks]
            prepares = [remark for remark in remarks if remark.startswith("Vote qui prépare")]
            assert len(prepares) == bool(said)
            assert all(said in remark for remark in prepares)


def test_the_prefect_is_sent_the_request_of_who_leaves() -> None:
    (letter,) = (each for each in of(LEAVING_OF_THREE, "prefect-members-agreed") if "withdraws" in each.act)
    assert "a demandé son retrait par délibération (n° […] du 24 septembre 2026)" in plain(letter)
    assert "demandant son retrait" in act_of(letter)


def test_each_member_is_told_why_the_seats_change() -> None:
    votes = [each for each in of(LEAVING_OF_THREE, "members-consent") if each.act.startswith("seats-change")]
    assert votes != []
    for found in votes:
        assert "deux membres resteront et que chacun doit alors avoir la moitié" in act_of(found)
        assert "les sièges sont à répartir entre les membres qui restent" in act_of(found)
