"""A consultation is short: statuses first, details only on wish, and the same questions in all."""

from collections.abc import Iterator
from datetime import date
from statistics import median
from typing import get_args

import pytest

from petr_advisor.checking import load
from petr_advisor.consulting.asking import DETAILS, Detail
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.files.locations import examples_folder
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.prompts.plain import Plain
from petr_advisor.scenarios.form import UNKNOWN
from petr_advisor.scenarios.loading import load_scenarios
from petr_advisor.scenarios.scenario import Scenario
from petr_advisor.tui.evaluator import evaluate
from petr_advisor.words.voice import screen_voice

MATRIX = sorted((examples_folder() / "evolution" / "matrix").glob("*.yaml"))


@pytest.fixture(scope="module")
def real() -> KnowledgeBase:
    return load()


@pytest.fixture(scope="module")
def cases(real: KnowledgeBase) -> list[Scenario]:
    """The twelve structures one may start from, each with all its answers."""
    return [next(iter(load_scenarios(path, real))) for path in MATRIX]


def settled(scenario: Scenario, details: tuple[Detail, ...] = ()) -> tuple[Consultation, int]:
    """Hold an interview with some details only; give it with how many questions it took."""
    found = Consultation.start(scenario.base, scenario.as_of, scenario.key_questions, engine("native"))
    count = 0
    while (question := found.next_question_for(*details)) is not None:
        count += 1
        value = scenario.answers.get(question.fact, UNKNOWN)
        if question.kind.entity:
            found = scenario.with_members(found)
        elif question.of or value == UNKNOWN:
            found = found.dont_know(question.fact, question.of)
        else:
            found = found.answer(question.fact, value)
    return found, count


def test_twelve_questions_settle_the_statuses(cases: list[Scenario]) -> None:
    """The median interview asks far less, and no complete case leaves a status open."""
    held = [settled(case) for case in cases]
    counts = [count for _, count in held]
    assert median(counts) <= 12
    assert max(counts) <= 16
    for consultation, _ in held:
        assert all(question.tier == 2 for question in consultation.agenda.questions)
        for outcome in consultation.outcomes:
            assert all(len(option.statuses) == 1 for option in (*outcome.routes, *outcome.staying))


def test_all_details_wanted_is_the_whole_interview(cases: list[Scenario]) -> None:
    found, _ = settled(cases[0], get_args(Detail))
    assert found.next_question is None
    assert found.agenda.details == {}


def test_a_detail_asks_only_what_serves_it(cases: list[Scenario]) -> None:
    """Questions asked for the duties alone serve no argument, requirement, cure or step."""
    found, _ = settled(cases[0])
    for detail, questions in found.agenda.details.items():
        for question in questions:
            served = {DETAILS[goal.kind] for goal in found.agenda.goals_of(question)}
            assert detail in served
            assert detail != "duties" or served == {"duties"}
    after, _ = settled(cases[0], ("duties",))
    assert "duties" not in after.agenda.details
    assert set(after.agenda.details) == set(found.agenda.details) - {"duties"}


def plain(consultation: Consultation, *lines: str) -> tuple[Consultation, str]:
    typed: Iterator[str] = iter(lines)
    said: list[str] = []
    found = Plain(consultation, "fr", lambda: next(typed, "q"), said.append, lambda _: None).hold()
    return found, "\n".join(said)


def test_plain_prompts_count_details_as_the_screen_does(real: KnowledgeBase) -> None:
    """Lines of a checklist are one question, however many facts it takes."""
    held = Consultation.start(real, date(2026, 11, 24), ["evolution"], engine("native"))
    held = held.answer("structure.legal_form", "association")
    while (question := held.next_question_for()) is not None:
        held = held.cannot_list("member") if question.kind.entity else held.dont_know(*question.key)
    said = list[str]()
    Plain(held, "fr", lambda: "", said.append, lambda _: None).hold()
    evaluation = evaluate(held)
    assert any(len(found) > evaluation.details[detail] for detail, found in held.agenda.details.items())
    for detail, count in evaluation.details.items():
        assert f"{screen_voice('fr').phrase(f'detail.{detail}')} ({count})" in "\n".join(said)


def test_plain_prompts_offer_details_once_the_ways_are_known(cases: list[Scenario]) -> None:
    begun, _ = settled(cases[0])
    stopped, said = plain(begun, "")
    assert stopped is begun
    assert "Voici où en sont les voies possibles" in said
    assert "1. le chemin à suivre" in said
    assert "Plus aucune question utile" not in said
    assert "Voici ce qui en résulte." in said
    going_on, said = plain(begun, "1", "?", "q")
    assert len(going_on.events) == len(begun.events) + 1
    assert "[facultatif]" in said
    found_out, said = plain(begun, "f", "", "q")
    assert found_out is begun
    assert "pas un numéro de la liste" not in said
    back, _ = plain(begun, "r", "q")
    assert len(back.events) == len(begun.events) - 1


def test_plain_prompts_say_what_going_back_takes_back(real: KnowledgeBase) -> None:
    """« r » typed below a dossier just taken up again took back an answer that nobody saw, without a word."""
    begun = Consultation.start(real, date(2026, 11, 24), ["evolution"], engine("native"))
    given = begun.answer("structure.legal_form", "association")
    back, said = plain(given, "r", "q")
    assert back.state == begun.state
    assert "← Réponse reprise : forme juridique de la structure existante : Association" in said.replace("\xa0", " ")
    listed = given.list_entities("member", {"a": {"member.name": "CC du Haut Val", "member.kind": "cc"}})
    _, said = plain(listed, "r", "q")
    assert "CC du Haut Val." in said
    assert said.count("Réponse reprise") == 1
    _, said = plain(given.skip("project.scope", None), "r", "q")  # what was put off is not said
    assert "Réponse reprise" not in said


def test_plain_prompts_say_how_much_is_left_to_settle(real: KnowledgeBase) -> None:
    begun = Consultation.start(real, date(2026, 11, 24), ["evolution"], engine("native"))
    left = sum(question.tier == 1 for question in begun.agenda.questions)
    assert f"[à trancher : {left}]" in plain(begun)[1]


def test_questions_that_still_decide_are_no_details(real: KnowledgeBase) -> None:
    held = Consultation.start(real, date(2026, 11, 24), ["life", "services"], engine("native"))
    evaluation = evaluate(held.answer("structure.legal_form", "petr").answer("petr.change_planned", "withdrawal"))
    assert evaluation.left.to_settle
    assert len(evaluation.asks(2)) == evaluation.left.optional


def test_the_header_counts_details_as_they_are_offered(real: KnowledgeBase) -> None:
    """A checklist of which one line is an argument and another a duty is put twice, and counted twice."""
    held = Consultation.start(real, date(2014, 6, 15), ["evolution"], engine("native"))
    held = held.answer("structure.legal_form", "closed_syndicate")
    while (question := held.next_question_for()) is not None:
        held = held.cannot_list("member") if question.kind.entity else held.dont_know(*question.key)
    evaluation = evaluate(held)
    names = [name for name, _ in evaluation.asks(2)]
    assert len(set(names)) < len(names)
    assert len(evaluation.asks(2)) == sum(evaluation.details.values()) == evaluation.left.optional
