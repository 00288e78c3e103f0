"""A notice announces what the plan puts on that day, not what waits for another meeting or another letter."""

from petr_advisor.drafting.model import Draft
from tests.drafting.conftest import ASSOCIATION, SYNDICATE_OF_THREE, act_of, drafts


def _letters(template: str) -> list[Draft]:
    made = (each for case in (ASSOCIATION, SYNDICATE_OF_THREE) for each in drafts(case).made)
    return [each for each in made if each.template == template]


def test_the_first_meeting_has_not_what_the_plan_puts_a_month_later() -> None:
    """The allowances and the standing orders are acts of their own, after the installation."""
    found = _letters("first-notice")
    assert {each.act for each in found} == {"petr-creation/install", "petr-transformation/install"}
    for letter in found:
        said = act_of(letter)
        assert "indemnités de fonction" not in said
        assert "règlement intérieur" not in said


def test_two_letters_do_not_convene_the_mayors_for_one_opinion() -> None:
    """The letter that asks for the opinion convenes the conference for it: the yearly notice asks for none."""
    found = _letters("mayors-conference")
    assert found
    for letter in found:
        assert "l’avis de la conférence est demandé" not in act_of(letter)
