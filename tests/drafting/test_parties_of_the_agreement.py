"""The draft agreement names as parties the authorities that the case says are associated, and says when none is."""

from tests.drafting.conftest import case, drafted, of, words

AGREEMENT = "contracts/agreement-ctec-and-departement"
"""A PETR whose agreement is to be signed, with an authority associated."""
PARTIES = "et chaque département ou région associé au projet de territoire ("
BETWEEN_BRACKETS = "[, et chaque collectivité associée,]"


def test_the_authorities_associated_are_parties() -> None:
    made = words(of(drafted(case(AGREEMENT)), "territorial-agreement")[0])
    assert PARTIES in made
    assert BETWEEN_BRACKETS in made


def test_none_is_a_party_where_none_is_associated() -> None:
    held = case(AGREEMENT).answer("contract.partners_associated", value=False)
    made = words(of(drafted(held), "territorial-agreement")[0])
    assert PARTIES not in made
    assert BETWEEN_BRACKETS not in made


def test_it_is_left_to_choose_where_it_is_not_known() -> None:
    held = case(AGREEMENT).dont_know("contract.partners_associated")
    made = words(of(drafted(held), "territorial-agreement")[0])
    assert PARTIES not in made
    assert BETWEEN_BRACKETS in made
