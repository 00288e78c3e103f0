"""An agreement that each party votes names them all: an EPCI that looks for its own votes finds it."""

from tests.documents.conftest import real_base


def test_what_all_parties_vote_is_not_asked_of_the_committee_alone() -> None:
    """The note had « the PETR committee » vote the territorial agreement, and the EPCIs in small print alone."""
    acts = (act for found in real_base().procedures.values() for act in found.acts.values())
    parties = [act for act in acts if act.vote is not None and act.vote.body == "agreement-parties"]
    assert parties
    assert {act.who for act in parties} == {"agreement-parties"}
