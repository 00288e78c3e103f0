"""Where no PETR is proposed, what is owed by a PETR is not told; what runs is, with its last day."""

from datetime import date

from petr_advisor.documents.model import Report

from .conftest import reading
from .test_formats import squeezed


def _report() -> Report:
    return reading("transformation-bloquee-2026")


def test_the_governance_of_a_petr_that_may_yet_be_formed_is_not_without_any_plan() -> None:
    governance = next(question for question in _report().questions if question.id == "governance")
    assert governance.verdict == "moot"
    assert "ni projet" not in governance.decision  # a transformation is under way
    assert "se reprend" in governance.decision


def test_nothing_is_owed_in_any_case_by_a_body_that_is_not_formed() -> None:
    anyway = {duty.rule for duty in _report().duties if duty.anyway}
    assert not anyway & {"bodies.mayors-conference", "bodies.development-council", "finance.accounts-m57"}
    assert not {duty.who for duty in _report().duties if duty.anyway and duty.kind != "recommendation"} & {
        "Le comité syndical du PETR",
        "Le président du PETR",
    }


def test_a_question_about_that_body_comes_after_those_that_may_change_an_answer() -> None:
    settle = {part.fact: part.decisive for part in _report().settle}
    assert settle["governance.more_vice_presidents"] is False


def test_the_note_says_until_when_a_vote_may_still_change() -> None:
    note = _report().note
    assert note is not None
    told = " ".join(note.underway)
    for said in ("jusqu’au 10 décembre 2026 inclus ; ensuite, le silence vaut accord", "Vote attendu jusqu’au 10"):
        assert squeezed(said) in squeezed(told)
    assert squeezed("10 décembre 2026 inclus : CC du Bas Pays") in squeezed(told)


def test_a_plan_that_does_not_carry_a_procedure_on_gives_its_last_day() -> None:
    plan = _report().roadmap
    days = {each.day for each in plan.milestones} if plan else set()
    assert date(2026, 12, 10) in days
