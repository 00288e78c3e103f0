"""Whoever votes is called so long before: by a text that was read, or the text that binds it was not read."""

from tests.documents.conftest import real_base

NO_TEXT_READ = frozenset({
    # what calls municipal councils depends on their size, which no answer tells
    "communes", "communes-of-members", "joining-commune", "leaving-commune", "service-communes", "syndicate-communes",
    # the rules of départements and regions, of associations, of a LEADER group are their own
    "departements-and-regions", "general-meeting", "programming-committee",
    # bodies whose kind the case alone tells, or that are of several kinds
    "committee-left", "communes-and-community", "contract-taker", "future-members", "members", "members-left",
    "next-lead-body", "parties", "parties-to-an-exit", "relay-and-new-body", "requester", "scot-bearer",
    "scot-bearer-members", "service-parties-councils",
})  # fmt: skip
"""The bodies that vote and that no notice read binds as such."""


def voting() -> set[str]:
    acts = (act for procedure in real_base().procedures.values() for act in procedure.acts.values())
    return {act.vote.body for act in acts if act.vote is not None}


def test_each_body_that_votes_is_called_by_a_text_or_by_none_that_was_read() -> None:
    called = {body for notice in real_base().notices.values() for body in notice.who}
    assert voting() - called == NO_TEXT_READ


def test_bodies_of_several_are_called_as_the_councils_that_they_are() -> None:
    """The parties to an agreement are the committee and the councils: each is called five clear days before."""
    for notice in real_base().notices.values():
        assert {"agreement-parties", "leaving-member", "member-epci", "member-epcis"} <= {*notice.who}
