"""A vote names what takes effect with it, dates what is known and goes to the body that it ends."""

from petr_advisor.knowledge.templates import ActTemplate
from tests.documents.conftest import real_base
from tests.drafting.conftest import COMBES, act_of, case, drafted


def told(template: ActTemplate, *parts: str) -> list[str]:
    """Give the words of some parts of a template."""
    return [each.text.fr for part in parts for each in getattr(template, part) if each.text is not None]


def test_the_day_of_a_scheme_is_the_one_that_the_answers_give() -> None:
    for name, template in real_base().templates.items():
        said = told(template, "opening", "citations", "reasons", "articles")
        assert not any("SCoT <scot_name>, approuvé le <a_day>" in each for each in said), name


def test_the_written_consent_of_the_bearer_is_enclosed_wherever_it_is_cited() -> None:
    citing = [each for each in real_base().templates.values() if "accord écrit" in "".join(told(each, "citations"))]
    assert citing
    assert all("accord écrit de son porteur" in "".join(told(each, "annexes")) for each in citing)


def test_a_vote_that_ends_a_body_is_sent_to_it() -> None:
    said = told(real_base().templates["dissolution"], "articles")
    assert any("notifiée au président du <dissolved>" in each for each in said)


def test_who_ends_a_body_is_told_of_the_transfer_with_effect_the_same_day() -> None:
    made = drafted(case(COMBES).answer("scot.handover", "same_day")).made
    found = [each for each in made if each.template == "summary-note"]
    found = [each for each in found if each.act == "petr-dissolution-by-agreement/votes"]
    assert found
    assert all("votent de leur côté le transfert du SCoT" in act_of(each) for each in found)
