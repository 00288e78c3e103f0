"""An agreement on the sharing is signed by who a vote empowers: its sheet says which, while nothing is agreed."""

import pytest

from petr_advisor.words.texts import Language
from tests.documents.conftest import real_base
from tests.drafting.conftest import COURSES, act_of, case, drafts, words

NOBODY_YET = "aucun vote n’habilite le président du PETR à signer"


@pytest.mark.parametrize("name", sorted({name for name, speech, option in COURSES if speech == "fr" and not option}))
def test_an_agreement_still_to_be_found_says_which_vote_empowers_to_sign_it(name: str) -> None:
    known = case(name).memory.facts.get("exit.terms_agreed", None)
    for found in drafts(name).made:
        if found.template == "withdrawal-shares":
            assert (NOBODY_YET in words(found)) == (known is not None and known.value is False), found.name


@pytest.mark.parametrize("course", COURSES, ids=lambda course: course[0])
def test_what_follows_an_act_is_of_a_later_day(course: tuple[str, Language, str | None]) -> None:
    made = drafts(*course).made
    for found in made:
        template = real_base().templates[found.template]
        followed = [each.day for each in made if each.act in template.follows and each.template != found.template]
        assert all(day < found.day for day in followed), found.name


@pytest.mark.parametrize("name", sorted({name for name, speech, option in COURSES if speech == "fr" and not option}))
def test_a_request_to_settle_the_sharing_comes_with_the_vote_that_withdraws_it_once_agreed(name: str) -> None:
    made = {each.template: each for each in drafts(name).made}
    assert ("withdrawal-shares-request" in made) == ("withdrawal-shares-agreed" in made)
    if "withdrawal-shares-agreed" in made:
        said = act_of(made["withdrawal-shares-agreed"])
        assert "le président est autorisé à le signer" in said
        assert "La demande de fixer ce partage est retirée" in said
