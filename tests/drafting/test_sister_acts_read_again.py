"""What a reading found of one act, asked of all: who is counted, whose staff, which mistakes, by when, what comes."""

import pytest

from petr_advisor.drafting.leavers import Moment, unsettled
from petr_advisor.drafting.model import Draft, Line
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.words.texts import Language
from tests.drafting.conftest import BEARER_LEFT, COMBES, COURSES, LEAVING_OF_FOUR, act_of, case, drafted, drafts, of

COUNTS = ("Membres du PETR", "Members of the PETR")
AFTER = ("après le retrait de", "after the withdrawal of")
EVERY = pytest.mark.parametrize(("course", "language", "option"), COURSES)


def counted(note: Draft) -> list[str]:
    """Give the lines in which a note counts the members."""
    return [line for line in act_of(note).splitlines() if line.startswith(COUNTS)]


def everything(draft: Draft) -> str:
    lines = [part for part in draft.parts if isinstance(part, Line)]
    return "\n".join(text for line in lines for text in (line.text, *line.remarks))


@EVERY
def test_a_note_says_of_when_it_counts_while_nobody_knows_when_a_member_leaves(
    course: str, language: Language, option: str | None
) -> None:
    held = case(course)
    plan, listed = roadmap(held, held.as_of, option), held.lists.get("member")
    for note in drafts(course, language, option).made:
        if note.template != "summary-note" or listed is None:
            continue
        open_yet = unsettled(held, plan, Moment(note.day, note.act), note.day)
        for line in counted(note):
            without = line.count(" ; ") + line.count("; ") < len(listed.ids) - 1 and bool(open_yet)
            assert any(each in line for each in AFTER) == without, (note.name, line)


@pytest.mark.parametrize("name", [BEARER_LEFT, LEAVING_OF_FOUR])
def test_notes_that_count_without_who_leaves_are_found(name: str) -> None:
    notes = [note for note in drafts(name).made if note.template == "summary-note"]
    assert {any(AFTER[0] in line for line in counted(note)) for note in notes} == {True, False}


def test_no_staff_is_reasoned_about_where_the_case_says_that_none_is_concerned() -> None:
    made = drafted(case(COMBES).answer("change.staff_affected", False))  # noqa: FBT003 - an answer
    for each in of(made, "dissolution", "power-transfer"):
        reasons = [line for line in act_of(each).splitlines() if line.startswith("Considérant")]
        assert not any("les agents" in line or "des agents" in line for line in reasons), each.name
    made = drafted(case(COMBES).answer("change.staff_affected", True))  # noqa: FBT003 - an answer
    for each in of(made, "dissolution", "power-transfer"):
        assert "agents" in act_of(each), each.name
        assert act_of(each).count("suivent la compétence") == (each.template == "power-transfer"), each.name


@EVERY
def test_what_follows_a_power_is_reasoned_about_once(course: str, language: Language, option: str | None) -> None:
    for each in drafts(course, language, option).made:
        said = act_of(each) if each.template == "power-transfer" else ""
        if said:
            reasons = [line for line in said.splitlines() if line.startswith(("Considérant", "Whereas"))]
            assert sum("suivent la compétence" in line or "follow the power" in line for line in reasons) == 1, reasons
            assert not each.act.startswith("scot-") or "Carte du périmètre" in said or language == "en", each.name


@EVERY
def test_no_act_that_ends_a_body_warns_of_a_withdrawal(course: str, language: Language, option: str | None) -> None:
    for each in drafts(course, language, option).made:
        if each.act.partition("/")[0] in {"petr-dissolution-by-agreement", "petr-liquidation"}:
            assert "Retrait demandé" not in everything(each), each.name
            assert "Withdrawal asked" not in everything(each), each.name


def test_the_way_settled_leaves_no_word_of_the_other() -> None:
    settled = of(drafted(case(COMBES).answer("scot.handover", "same_day")), "members-consent", "prefect-members-agreed")
    assert not any("remet tous ses services" in everything(each) for each in settled)
    other = of(drafted(case(COMBES).answer("scot.handover", "services")), "members-consent")
    assert any("remet tous ses services" in everything(each) for each in other)


def test_an_account_that_closes_a_body_is_told_its_day_of_the_law() -> None:
    for each in of(COMBES, "closing-account"):
        assert "La loi le veut au plus tard le 30 juin de l’année qui suit la fin des compétences" in everything(each)


@EVERY
def test_a_project_approved_is_not_told_of_a_charter(course: str, language: Language, option: str | None) -> None:
    approved = case(course).memory.facts.get("petr.project_approved")
    for each in drafts(course, language, option).made if approved is not None and approved.value is True else ():
        assert "charte de pays" not in everything(each), each.name
        assert "pays charter" not in everything(each), each.name


def test_who_votes_a_text_for_others_is_told_all_who_approve_it() -> None:
    notes = [each for each in of(BEARER_LEFT, "summary-note") if "arrêtant" in each.title]
    assert notes
    for note in notes:
        (steps,) = (line for line in act_of(note).splitlines() if line.startswith("Étapes suivantes"))
        assert "les départements et les régions concernés approuvent" in steps
