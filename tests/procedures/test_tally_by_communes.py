"""Votes in which each EPCI weighs by its communes: what carries, and what an unknown number of them leaves unsaid."""

from dataclasses import replace

from petr_advisor.procedures.ballots import Ballot
from petr_advisor.procedures.missing import Missing, gap
from petr_advisor.procedures.tally import tally
from tests.procedures.test_tally import BY_COMMUNES, EVERYONE, TODAY


def test_each_epci_weighs_by_its_communes_where_these_are_counted() -> None:
    """One EPCI of three holds 20 of 30 communes and most people: it carries alone; the two others never do."""
    large, others = Ballot("A", 70, communes=20), (Ballot("B", 20, communes=5), Ballot("C", 10, communes=5))
    refused = tuple(replace(other, vote="against") for other in others)
    agreed = tuple(replace(other, vote="for") for other in others)
    assert tally((replace(large, vote="for"), *refused), BY_COMMUNES, TODAY).state == "carried"
    assert tally((replace(large, vote="against"), *agreed), BY_COMMUNES, TODAY).state == "refused"
    assert gap((large, *others), BY_COMMUNES, TODAY).to_carry == Missing(1, (("A",),), all_listed=True)


def test_an_unknown_number_of_communes_is_asked_for_and_nothing_is_counted_on_it() -> None:
    """What all agree to, or too few people, needs none."""
    three = (Ballot("A", 60, vote="for", communes=5), Ballot("B", 20, vote="for", communes=None), Ballot("C", 20))
    found = tally(three, BY_COMMUNES, TODAY)
    assert (found.state, found.communes_unknown, found.populations_unknown) == ("not_known", ("B",), ())
    everybody = tuple(replace(vote, vote="for") for vote in three)
    assert tally(everybody, BY_COMMUNES, TODAY).state == "carried"
    few = (replace(three[0], vote="against"), *three[1:])
    assert tally(few, BY_COMMUNES, TODAY).state == "refused"
    assert tally(three, EVERYONE, TODAY).communes_unknown == ()
