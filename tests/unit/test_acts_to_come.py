"""Acts to come: open meanwhile, told with the last day of those under way, closed by a refusal only."""

from datetime import date

import pytest

from petr_advisor.checking import load
from petr_advisor.commands.dossiers import find_scenario
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.outcomes import OptionOutcome
from petr_advisor.consulting.requirements import RequirementOutcome
from petr_advisor.explaining.why_not import why_not
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.base import KnowledgeBase


@pytest.fixture(scope="module")
def real() -> KnowledgeBase:
    """The rule base of the product."""
    return load()


def option(consultation: Consultation, key: str) -> OptionOutcome:
    """Give the outcome of an option."""
    return next(found for q in consultation.outcomes if (found := q.option(key)))


def requirement(consultation: Consultation, key: str) -> RequirementOutcome:
    """Give a requirement's outcome by `option/name`."""
    found = option(consultation, key.partition("/")[0]).requirements
    return next(each for each in found if each.key == key)


def test_a_vote_under_way_is_told_with_its_last_day(real: KnowledgeBase) -> None:
    consultation = find_scenario("members-vote", real).consultation(engine("native"))
    vote = requirement(consultation, "l5741-4/agreement")
    assert option(consultation, "l5741-4").status == "open"
    assert (vote.state, vote.under_way) == ("to_come", True)
    assert vote.word.fr.startswith("en cours jusqu\u2019au ") or vote.word.fr.startswith("en cours jusqu'au ")


def test_an_act_not_begun_is_to_come_and_never_without_object(real: KnowledgeBase) -> None:
    consultation = Consultation.start(real, date(2026, 11, 24), ["evolution"], engine("native"))
    for fact, value in {"structure.legal_form": "closed_syndicate", "procedure.under_way": "none"}.items():
        consultation = consultation.answer(fact, value)
    assert {requirement(consultation, f"l5741-4/{name}").state for name in ("proposal", "agreement")} == {"to_come"}


def test_a_refusal_is_a_refusal(real: KnowledgeBase) -> None:
    consultation = find_scenario("petr-conditions-in-the-scot-question#refused", real).consultation(engine("native"))
    refused = requirement(consultation, "l5741-4/agreement")
    assert refused.state == "unmet"
    assert refused.word.en == "refused"
    assert "refused" in str([node.text.en for node in why_not(consultation, "l5741-4").walk()])


def test_what_nobody_refuses_is_not_met(real: KnowledgeBase) -> None:
    """A text that lacks one of the four themes is incomplete: nobody has refused anything."""
    consultation = Consultation.start(real, date(2021, 3, 1), ["project"], engine("native"))
    facts = {"structure.legal_form": "petr", "petr.project_approved": True, "project.themes": "some"}
    for fact, value in facts.items():
        consultation = consultation.answer(fact, value)
    assert requirement(consultation, "project-kept/complete").word.en == "not met"
    told = [node.text.en for node in why_not(consultation, "project-kept").walk()]
    assert "The four themes and the actions, all dealt with: not met" in told
    assert not any("refused" in text for text in told)


def test_what_runs_comes_first(real: KnowledgeBase) -> None:
    consultation = find_scenario("members-vote", real).consultation(engine("native"))
    routes = next(q.routes for q in consultation.outcomes if q.id == "evolution")
    assert routes[0].running
    assert not any(route.running for route in routes[1:])
