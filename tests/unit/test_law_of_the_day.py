"""What is cited, and how sure it is, is read in the texts in force on the date of law."""

from datetime import date

import pytest

from petr_advisor.checking import load
from petr_advisor.consultation import Consultation
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.outcomes import OptionOutcome
from petr_advisor.report.places import plain_name, reference_on
from petr_advisor.report.plain import articles, outcomes_text


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    return load()


def _purchases(base: KnowledgeBase, day: date) -> OptionOutcome:
    found = Consultation.start(base, day, ["services"], engine("native"))
    for fact, answer in {
        "structure.legal_form": "petr",
        "service.parties": "petr_epcis",
        "service.kind": "purchase",
    }.items():
        found = found.answer(fact, answer)
    option = found.outcomes[0].option("purchasing-group")
    assert option is not None
    return option


@pytest.mark.parametrize(
    ("day", "norm", "confidence"),
    [
        (date(2014, 6, 1), "services.purchase.group-2014", "verified"),
        (date(2017, 6, 1), "services.purchase.group-2016", "recalled"),
        (date(2026, 6, 1), "services.purchase.group-current", "verified"),
    ],
)
def test_a_requirement_rests_on_the_one_of_its_successive_norms_in_force(
    base: KnowledgeBase, day: date, norm: str, confidence: str
) -> None:
    """The ordinance of 2015 is recalled: it makes the answer less sure from 2016 to 2019 only."""
    option = _purchases(base, day)
    assert option.requirements[0].requirement.norms == (norm,)
    assert option.confidence == confidence


@pytest.mark.parametrize(
    ("day", "article"),
    [(date(2014, 6, 1), "ancien art. L. 122-4"), (date(2016, 6, 1), "art. L. 143-16, al. 5")],
)
def test_a_norm_is_cited_from_the_article_that_held_it_on_the_day(base: KnowledgeBase, day: date, article: str) -> None:
    """The planning code was renumbered on 1 January 2016."""
    assert articles(base, ("scot.bearer.follows-approval",), "fr", day) == f"Code de l’urbanisme, {article}"


def test_a_norm_no_longer_in_force_is_cited_as_it_stood(base: KnowledgeBase) -> None:
    norm = base.norms["scot.review-2014"]
    assert plain_name(base, reference_on(base, norm, date(2026, 6, 1)), "en") == "Planning code, former art. L.122-13"


def test_the_outcomes_of_2014_cite_no_article_of_the_code_renumbered_in_2016(base: KnowledgeBase) -> None:
    found = Consultation.start(base, date(2014, 6, 1), ["scot"], engine("native"))
    for fact, answer in {
        "structure.legal_form": "petr",
        "territory.scot_cover": "same",
        "scot.bearer": "syndicate",
    }.items():
        found = found.answer(fact, answer)
    text = outcomes_text(found, "fr")
    assert "[Code de l’urbanisme, ancien art. L. 122-4" in text
    assert "[Code de l’urbanisme, art. L. 143-16" not in text
