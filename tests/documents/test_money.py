"""Contracts and funding, and the relation of perimeters: what was asked, what was not, what is drawn."""

import io
from datetime import date
from functools import cache
from typing import get_args
from xml.etree import ElementTree as ET

import pypdf
import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.build import build
from petr_advisor.documents.building.perimeters import BEARER, COVER, PARTIAL, PARTS, RELATIONS, SEVERAL
from petr_advisor.documents.model import Report
from petr_advisor.documents.model_money import Perimeters, Relation
from petr_advisor.documents.parts import Picture
from petr_advisor.documents.settings import Adviser
from petr_advisor.documents.writing import SUFFIXES, render
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.words.voice import Voice
from tests.documents.conftest import MADE_ON, real_base, real_report, started
from tests.documents.page_checks import Page

ANSWERS = {"structure.legal_form": "petr", "petr.project_approved": True, COVER: "wider", SEVERAL: True}


@cache
def asked_everything() -> Report:
    """The report of a PETR that asked every key question."""
    case = started(*real_base().key_questions)
    members = {f"m{n}": {"member.name": f"CC {n}", "member.kind": "cc", "member.population": 9000} for n in range(3)}
    case = case.list_entities("member", members)
    for fact, value in ANSWERS.items():
        case = case.answer(fact, value)
    return build(case, "fr", Adviser(), MADE_ON)


def money_questions() -> set[str]:
    """Give the key questions about contracts and money."""
    return {key for key, question in real_base().key_questions.items() if question.money}


def test_each_contract_and_fund_has_its_status() -> None:
    """Every route of the questions about money is there, open ones first, with what it lacks and its text."""
    report = asked_everything()
    assert {found.question for found in report.funding.questions} == money_questions()
    assert report.funding.left_out == ()
    for found in report.funding.questions:
        routes = next(part for part in report.questions if part.id == found.question)
        assert {option.option for option in found.options} == {o.id for o in routes.options if o.kind == "route"}
        shut = [option.status == "closed" for option in found.options]
        assert shut == sorted(shut)
        assert all(option.lacking for option in found.options if option.status in {"closed", "conditional"})
        assert all(option.citations for option in found.options)
    page = Page(render(report, ".html").decode())
    assert page.faults == []
    assert "Demander le Fonds vert" in page.text


def test_what_was_not_asked_is_said(report: Report) -> None:
    """A consultation on the legal evolution names the questions to ask for a funding plan."""
    assert report.funding.questions == ()
    assert {each.question for each in report.funding.left_out} == money_questions()
    page = Page(render(report, ".html").decode())
    assert all(each.text in page.text for each in report.funding.left_out)


def test_a_duty_about_money_is_said_once() -> None:
    """It stands with the funding, not among the other duties."""
    report = real_report("marennes-oleron#confirmed", "fr")
    money = [duty for duty in report.duties if duty.about_money]
    assert money
    text = Page(render(report, ".html").decode()).text
    funding = text.rindex("Contrats et financements")
    for duty in money:
        shown = duty.does[1:]
        assert text.count(shown) == 1
        assert text.index(shown) > funding


def test_some_topics_are_about_money_and_some_are_not() -> None:
    """Those of budgets and of each region's policy are; those of perimeters are not."""
    money = {key for key, topic in real_base().topics.items() if topic.money}
    assert money >= {"budget", "tax", *(key for key in real_base().topics if key.startswith("region-"))}
    assert "perimeter" not in money


def test_many_questions_on_one_page() -> None:
    """The page for elected members stays one page, however many questions were asked."""
    report = asked_everything()
    short = [question.model_copy(update={"proofs": ()}) for question in report.questions]
    annexes = dict.fromkeys(("duties", "risks", "norms", "sources", "answers", "disputed"), ())
    report = report.model_copy(update={**annexes, "questions": tuple(short)})
    pages = pypdf.PdfReader(io.BytesIO(render(report, ".pdf"))).pages
    texts = [page.extract_text().lstrip() for page in pages]
    first = next(place for place, text in enumerate(texts) if text.startswith("1. Synthèse"))
    assert texts[first + 1].startswith("2. ")
    assert first == 2, "the table of contents takes one page"


def answers_of(relation: Relation) -> dict[str, object]:
    """Give the answers on SCoTs that say a relation."""
    part = next((part for part, found in PARTS.items() if found == relation), None)
    cover = "wider" if relation == "over_several" else "partial" if part else relation
    return {COVER: cover} | ({PARTIAL: part} if part else {}) | ({SEVERAL: True} if relation == "over_several" else {})


@cache
def perimeters_of(relation: Relation) -> Perimeters:
    """Give the part on perimeters of a case."""
    case = started("scot")
    for fact, value in answers_of(relation).items():
        case = case.answer(fact, value)
    found = build(case, "fr", Adviser(), MADE_ON).perimeters
    assert found is not None
    return found


@pytest.mark.parametrize("relation", get_args(Relation))
def test_every_relation_of_several_shapes_is_drawn_and_said(relation: Relation) -> None:
    """Each has its own drawing inside the frame, and words that say the same; one shape alone is no drawing."""
    found = perimeters_of(relation)
    assert found.relation == relation
    assert found.said
    assert (found.picture is None) == (relation in {"none", "same"})
    if found.picture is None:
        return
    root = ET.fromstring(found.picture.svg)  # noqa: S314 - our own drawing
    texts = [node.text for node in root.findall(".//{*}text")]
    assert "Territoire des EPCI" in texts
    hatched = [node for node in root.iter() if node.get("fill") == "url(#perimeters-hatch)"]
    assert texts.count("SCoT") == len(hatched) > 0
    assert Voice("fr").phrase(f"relation-{relation}") in found.picture.alt
    drawings = {perimeters_of(other).picture for other in get_args(Relation)} - {None}
    assert len({picture.svg for picture in drawings if picture}) == len(get_args(Relation)) - 2


def test_the_answers_choose_the_relation() -> None:
    """The answers on SCoTs give the shape; without them there is no picture."""
    report = asked_everything()
    assert report.perimeters is not None
    assert report.perimeters.relation == "over_several"
    assert isinstance(report.perimeters.picture, Picture)
    assert "avec un autre PETR" in report.perimeters.picture.alt
    assert real_report("saverne", "fr").perimeters is None
    partly = build(started("scot").answer(COVER, "partial").answer(PARTIAL, "overlap"), "en", Adviser(), MADE_ON)
    assert partly.perimeters is not None
    assert partly.perimeters.relation == "overlap"
    assert all(render(partly, suffix) for suffix in SUFFIXES)


def test_every_answer_on_perimeters_is_known() -> None:
    """The choices of the vocabulary and the drawings go together."""
    facts = real_base().facts
    assert set(facts[COVER].choices) == set(RELATIONS)
    assert set(facts[PARTIAL].choices) == set(PARTS)
    assert {SEVERAL, BEARER} <= set(facts)


def test_a_rule_base_without_money(small: KnowledgeBase) -> None:
    """Nothing is left out where there is nothing to ask."""
    report = build(Consultation.start(small, date(2026, 11, 24)), "fr", Adviser(), MADE_ON)
    assert (report.funding.questions, report.funding.left_out, report.perimeters) == ((), (), None)
