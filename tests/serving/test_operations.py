"""What another program is answered: values as everywhere, unknown never no, norms with their wording."""

from datetime import date
from typing import Any

import pytest

from petr_advisor.consulting.consultation import AnswerError
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.inference.facts import Value
from petr_advisor.serving.asked import (
    AnswerForm,
    CaseForm,
    HowRequest,
    MemberForm,
    MembersForm,
    PlanRequest,
    ReportRequest,
    Request,
    SearchRequest,
    WhatIfRequest,
    WhyNotRequest,
    WhyRequest,
)
from petr_advisor.serving.briefly import in_brief
from petr_advisor.serving.operations import (
    conclude,
    explain_how,
    explain_why,
    explain_why_not,
    next_question,
    plan,
    report,
    search_law,
    what_if,
)
from petr_advisor.serving.taking import Desk, RequestError

DAY = date(2026, 11, 24)
EVOLUTION = CaseForm(as_of=DAY, key_questions=("evolution",))
ASSOCIATION = AnswerForm(fact="structure.legal_form", value="association")
MOLSHEIM = ("200067841", "246700777")  # two neighbours of the register


def request(*answers: AnswerForm, **fields: Any) -> Request:
    return Request(case=EVOLUTION, answers=answers, **fields)


def test_a_case_goes_out_as_it_came_in(desk: Desk) -> None:
    """What is said is in the case given back, and handing that in again changes nothing."""
    first = next_question(desk, request(ASSOCIATION))
    again = next_question(desk, Request(case=first.case))
    assert first.case.events == ({"answer": ["structure.legal_form", None], "value": "association", "by": "user"},)
    assert again == first


@pytest.mark.parametrize(
    ("typed", "value"),
    [("1er mars 2024", date(2024, 3, 1)), ("01/03/2024", date(2024, 3, 1)), ("2024-03-01", date(2024, 3, 1))],
)
def test_values_are_read_as_everywhere(desk: Desk, typed: str, value: Value) -> None:
    fact = next(key for key, kind in desk.base.facts.items() if kind.type == "date" and kind.of is None and kind.ask)
    taken = desk.take(request(AnswerForm(fact=fact, value=typed)))
    assert taken.consultation.state.answers[fact, None].value == value


def test_unknown_is_a_value_and_never_a_no(desk: Desk) -> None:
    """« I do not know » leaves every status that silence leaves, and is listed among what is to be found out."""
    silent = conclude(desk, request(ASSOCIATION))
    fact = next(question.fact for question in desk.take(request(ASSOCIATION)).consultation.agenda.questions)
    unsaid = conclude(desk, request(ASSOCIATION, AnswerForm(fact=fact, value="unknown")))
    assert statuses(unsaid) == statuses(silent)
    assert [found.fact for found in unsaid.unknown] == [fact]
    assert unsaid.next_question is None or unsaid.next_question.fact != fact


def test_nothing_said_settles_nothing_by_default(desk: Desk) -> None:
    """In an empty case no option that answers could open is told as closed."""
    empty = conclude(desk, request())
    answered = conclude(desk, request(ASSOCIATION))
    assert statuses(empty)["creation"] == "unknown"
    assert "unknown" in statuses(answered).values()


def test_every_norm_named_is_told_with_its_wording_and_how_sure(desk: Desk) -> None:
    found = conclude(desk, request(ASSOCIATION))
    named = {norm for question in found.questions for option in question.routes for norm in option.norms}
    named |= {norm for duty in found.duties for norm in duty.norms}
    assert named <= found.norms.keys()
    assert all(norm.place and norm.sure for norm in found.norms.values())
    assert any(norm.wording_from and norm.wording_from <= DAY for norm in found.norms.values())
    assert all(norm.wording_from is None or norm.wording_from <= DAY for norm in found.norms.values())


def test_a_disputed_status_is_told_as_disputed(desk: Desk) -> None:
    """Where another reading gives another status, the one followed is beside it with every reading."""
    disputed = [option for option in _options(conclude(desk, Request(case=CaseForm(as_of=DAY)))) if option.disputed]
    assert disputed
    for option in disputed:
        assert option.status == "disputed"
        assert option.prudent
        assert all(len(point.readings) > 1 and point.ask for point in option.disputed)


def test_what_is_supposed_is_told_wherever_it_counts(desk: Desk) -> None:
    supposed = ASSOCIATION.model_copy(update={"source": "on est une association", "supposed": True})
    found = conclude(desk, request(supposed))
    assert [fact.fact for fact in found.supposed] == ["structure.legal_form"]
    shut = next(option for option in _options(found) if option.id == "l5741-4")
    assert [fact.fact for fact in shut.supposed] == ["structure.legal_form"]
    proof = explain_how(desk, HowRequest(case=found.case, conclusion="option:l5741-4"))
    assert "(supposé)" in proof.text
    note = report(desk, ReportRequest(case=found.case, format="txt", size="file")).content.decode()
    assert "« on est une association »" in " ".join(note.split())
    confirmed = conclude(desk, Request(case=found.case, answers=(ASSOCIATION,)))
    assert confirmed.supposed == ()
    assert statuses(confirmed) == statuses(found)


def test_members_named_by_their_number_are_filled_in_by_the_register(desk: Desk) -> None:
    register = [{"siren": siren} for siren in MOLSHEIM]
    form = MembersForm(members=tuple(MemberForm(**row) for row in register))
    state = desk.take(request(members=form)).consultation.state
    assert state.lists["member"].ids == MOLSHEIM  # type: ignore[union-attr]
    assert {state.answers["member.population", siren].by for siren in MOLSHEIM} == {"register"}
    said = MemberForm(siren=MOLSHEIM[0], facts={"population": "25 000"})
    corrected = desk.take(request(members=MembersForm(members=(said,)))).consultation.state
    assert corrected.answers["member.population", MOLSHEIM[0]].value == 25000
    assert corrected.answers["member.population", MOLSHEIM[0]].by == "user"


def test_answers_that_exclude_each_other_conclude_nothing(desk: Desk) -> None:
    answers = {
        "structure.legal_form": "closed_syndicate",
        "procedure.under_way": "maptam_79_ii",
        "auto.notified_on": "2014-07-27",
    }
    case = CaseForm(as_of=date(2014, 6, 1), key_questions=("evolution",))
    forms = tuple(AnswerForm(fact=fact, value=value) for fact, value in answers.items())
    found = conclude(desk, Request(case=case, answers=forms))
    assert found.conflicts
    assert (found.questions, found.duties) == ((), ())
    assert {line.state for line in found.course} == {"conflict"}
    with pytest.raises(RequestError):
        explain_why_not(desk, WhyNotRequest(case=found.case, option="l5741-4"))


def test_what_if_leaves_the_case_as_it_is(desk: Desk) -> None:
    asked = WhatIfRequest(
        case=EVOLUTION, answers=(ASSOCIATION,), supposing=(ASSOCIATION.model_copy(update={"value": "petr"}),)
    )
    found = what_if(desk, asked)
    changed = {option.id: (option.before, option.after) for option in found.options}
    assert changed["keep-association"] == ("open", "closed")
    assert found.case == next_question(desk, request(ASSOCIATION)).case


def test_why_why_not_and_how_are_trees_with_their_norms(desk: Desk) -> None:
    case = next_question(desk, request(ASSOCIATION)).case
    for found in (
        explain_why(desk, WhyRequest(case=case)),
        explain_why_not(desk, WhyNotRequest(case=case, option="l5741-4")),
        explain_how(desk, HowRequest(case=case, conclusion="option:l5741-4")),
    ):
        assert found.text.startswith(found.tree.text[:10])
        cited = {place.norm for place in found.tree.citations}
        assert cited <= found.norms.keys()


def test_a_plan_or_why_there_is_none(desk: Desk) -> None:
    none = plan(desk, PlanRequest(case=EVOLUTION))
    assert none.plan is None
    assert none.why_none


def test_search_finds_articles_words_and_identifiers(desk: Desk) -> None:
    found = search_law(desk, SearchRequest(words="conference des maires", as_of=DAY))
    assert any(entry.kind == "norm" and "mayors-conference" in entry.id for entry in found.found)
    assert search_law(desk, SearchRequest(words="l5741-4")).found[0].id == "l5741-4"
    assert search_law(desk, SearchRequest(words="zzzzzz")).found == ()
    early = search_law(desk, SearchRequest(words="silence", as_of=date(2014, 6, 1), most=50))
    assert all(norm.in_force_from is None or norm.in_force_from <= date(2014, 6, 1) for norm in early.norms.values())


def test_in_brief_nothing_is_said_otherwise(desk: Desk) -> None:
    found = conclude(desk, request(ASSOCIATION))
    brief = in_brief(found)
    told = {option["id"]: option["status"] for option in brief["options"]["evolution"]}
    assert told == statuses(found)
    assert {norm for line in brief["course"] for norm in line["norms"]} <= brief["norms"].keys()


@pytest.mark.parametrize(
    "wrong",
    [
        {"answers": ({"fact": "structure.legal_forme", "value": "association"},)},
        {"answers": ({"fact": "structure.legal_form", "value": "n'importe quoi"},)},
        {"answers": ({"fact": "structure.legal_form", "value": "association", "supposed": True},)},
        {"answers": ({"fact": "member.population", "of": "nobody", "value": 3},)},
        {"members": {"members": ({"siren": "000000000"},)}},
        {"members": {"members": ({"siren": MOLSHEIM[0]}, {"siren": MOLSHEIM[0]})}},
        {"case": {"events": ({"nothing": 1},)}},
        {"case": {"events": ({"answer": ["structure.legal_form", None], "value": "association", "by": "king"},)}},
        {"case": {"as_of": "1999-01-01"}},
        {"case": {"key_questions": ("evolutoin",)}},
        {"dossier": "nowhere"},
        {"dossier": "nowhere", "case": {"as_of": "2026-11-24"}},
    ],
)
def test_what_cannot_be_taken_is_refused_in_both_languages(desk: Desk, wrong: dict[str, Any]) -> None:
    with pytest.raises(PetrAdvisorError) as refused:
        next_question(desk, Request(**wrong))
    assert refused.value.fr
    assert refused.value.fr != str(refused.value)
    assert isinstance(refused.value, AnswerError | PetrAdvisorError)


def statuses(found: Any) -> dict[str, str]:
    return {option.id: option.status for option in _options(found)}


def _options(found: Any) -> list[Any]:
    return [option for question in found.questions for option in (*question.routes, *question.staying)]
