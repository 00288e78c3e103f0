"""The draft agreement names as parties the authorities that the case says are associated, and says when none is."""

import pytest

from tests.drafting.conftest import case, drafted, of, words

AGREEMENT = "contracts/agreement-ctec-and-departement"
TABLE = "[, et chaque collectivité associée,]"


def test_the_authorities_associated_are_parties() -> None:
    made = words(of(drafted(case(AGREEMENT)), "territorial-agreement")[0]).replace("\u00a0", " ")
    assert (
        "et chaque département ou région associé au projet de territoire ([à compléter : départements et régions associés])"
        in made
    )
    assert TABLE in made


@pytest.mark.parametrize(("associated", "left_to_choose"), [(False, False), (None, True)])
def test_no_authority_is_a_party_where_none_is_said_to_be_associated(
    associated: bool | None, left_to_choose: bool
) -> None:
    held = case(AGREEMENT)
    held = (
        held.dont_know("contract.partners_associated")
        if associated is None
        else held.answer("contract.partners_associated", associated)
    )
    made = of(drafted(held), "territorial-agreement")[0]
    assert "associé au projet de territoire" not in words(made)
    assert (TABLE in words(made)) == left_to_choose
