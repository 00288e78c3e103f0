"""An agreement on the sharing is signed by who a vote empowers: its sheet says which, while nothing is agreed."""

import pytest

from tests.drafting.conftest import COURSES, case, drafts, words

NOBODY_YET = "aucun vote n’habilite le président du PETR à signer"


@pytest.mark.parametrize("name", sorted({name for name, speech, option in COURSES if speech == "fr" and not option}))
def test_an_agreement_still_to_be_found_says_which_vote_empowers_to_sign_it(name: str) -> None:
    known = case(name).memory.facts.get("exit.terms_agreed", None)
    for found in drafts(name).made:
        if found.template == "withdrawal-shares":
            assert (NOBODY_YET in words(found)) == (known is not None and known.value is False), found.name
