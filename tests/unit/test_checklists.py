"""Checklists by plain prompts, as typed, and for other programs: what is said of a line, and what stays open."""

from collections.abc import Iterator
from datetime import date

import pytest

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.engines import engine
from petr_advisor.prompts.plain import Plain
from petr_advisor.serving.asked import Request
from petr_advisor.serving.operations import next_question
from petr_advisor.serving.taking import Desk, case_form
from petr_advisor.typed.checklists import read_lines
from petr_advisor.typed.refusals import TypedError

FOUR = ("structure.publicly_controlled", "structure.private_staff", "structure.leader_bearer", "procedure.under_way")


@pytest.fixture
def case() -> Consultation:
    """An association of three communities: its usual situations are asked at once."""
    begun = Consultation.start(load(), date(2026, 11, 24), ["evolution"], engine("native"))
    begun = begun.answer("structure.legal_form", "association").answer("project.scope", "project")
    members = {"200085728": 16706, "244301099": 9348, "200073393": 16416}
    rows = {siren: {"member.kind": "cc", "member.population": people} for siren, people in members.items()}
    begun = begun.answer("project.voters", "epcis_only").list_entities("member", rows, by="register")
    question = begun.next_question_for()
    assert question is not None
    assert tuple(each.fact for each in begun.agenda.together(question)) == FOUR
    return begun


def held(case: Consultation, *typed: str) -> tuple[Plain, str]:
    """Hold plain prompts on some lines typed; give them with what they wrote."""
    lines: Iterator[str] = iter(typed)
    written: list[str] = []

    def read() -> str:
        line = next(lines, None)
        if line is None:
            raise EOFError
        return line

    plain = Plain(case, "fr", read, written.append, lambda _: None)
    plain.hold()
    return plain, "\n".join(written)


def said(plain: Plain) -> list[object]:
    answers = plain.consultation.state.answers
    return [answers[fact, None].value if (fact, None) in answers else "open" for fact in FOUR]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("1,3", {1: True, 3: True}),
        ("1 3 aucune", {1: True, 2: False, 3: True, 4: False}),
        ("2n, 4?", {2: False, 4: None}),
        ("None", {1: False, 2: False, 3: False, 4: False}),
        ("?", {1: None, 2: None, 3: None, 4: None}),
        ("1 et 2oui", {1: True, 2: True}),
        ("4, ?", {1: None, 2: None, 3: None, 4: True}),
    ],
)
def test_what_is_said_of_no_line_stays_open(typed: str, read: dict[int, bool | None]) -> None:
    assert read_lines(typed, 4) == read


@pytest.mark.parametrize("typed", ["5", "0", "1,1n", "aucune ?", "oui", "1x", "et", ",", "²", "1-3"])
def test_what_is_no_line_is_refused(typed: str) -> None:
    with pytest.raises(TypedError) as refused:
        read_lines(typed, 4)
    assert "4" in refused.value.told("fr")


def test_prompts_take_several_lines_at_once(case: Consultation) -> None:
    """Numbered, one a line; those that nothing is said of are asked again, and the whole goes back in one."""
    plain, written = held(case, "1,2n")
    assert said(plain) == [True, False, "open", "open"]
    assert "  4. procédure engagée" in written
    assert said(held(case, "1,2n", "aucune")[0]) == [True, False, False, "none"]
    assert held(case, "1 ?", "r")[0].consultation is case
    assert said(held(case, "?")[0]) == [None] * 4


def test_prompts_ask_which_procedure_is_under_way(case: Consultation) -> None:
    """Yes leaves several to choose from: they are asked at once."""
    plain, written = held(case, "4", "creation")
    assert said(plain) == ["open", "open", "open", "creation"]
    assert "Une procédure est-elle déjà engagée" in written


def test_a_line_has_its_why_its_law_and_its_note_at_prompts(case: Consultation) -> None:
    plain, written = held(case, "p 2", "d2", "n 2", "deux contrats", "", "2", "p")
    assert "La structure emploie-t-elle des salariés de droit privé" in written
    assert "L. 1224-3" in written
    assert plain.consultation.state.answers[FOUR[1], None].remark.note == "deux contrats"
    assert "« p 1 »" in written


def test_lines_put_off_come_last(case: Consultation) -> None:
    plain, _ = held(case, "s")
    assert plain.consultation.state.skipped == {(fact, None) for fact in FOUR}
    question = plain.consultation.next_question_for()
    assert question is not None
    assert question.fact not in FOUR


def test_a_checklist_counts_as_one_question(case: Consultation) -> None:
    facts = {question.fact for question in case.agenda.questions if question.tier == 1}
    assert facts >= set(FOUR)
    assert case.agenda.left(1) < len(facts)
    assert f"à trancher : {case.agenda.left(1)}" in held(case)[1]


def test_another_program_is_told_what_goes_together(case: Consultation) -> None:
    """With the value that yes and no stand for; each is answered by its own fact."""
    desk = Desk(case.base, case.engine)
    told = next_question(desk, Request(case=case_form(case)))
    assert told.next_question is not None
    assert told.next_question.together is not None
    lines = told.next_question.together.lines
    assert tuple(line.fact for line in lines) == FOUR
    assert told.next_question.fact in FOUR
    assert [(line.if_yes, line.if_no) for line in lines] == [("yes", "no")] * 3 + [(None, "none")]
    assert told.decisive_left == case.agenda.left(1)
    first = next_question(desk, Request()).next_question
    assert first is not None
    assert first.together is None
