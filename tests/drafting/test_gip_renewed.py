"""The renewal of a GIP before its term: the vote and the request, with the days and the silence of the law."""

from tests.drafting.conftest import GIP_RENEWED, case, draft
from tests.drafting.test_creation_read_again import redrafted
from tests.drafting.test_read_by_the_secretary import signed
from tests.drafting.test_taken_in import whole


def test_the_general_meeting_renews_before_the_term_and_its_director_asks_for_the_approval() -> None:
    vote, request = draft(GIP_RENEWED, "gip-renewal"), draft(GIP_RENEWED, "gip-renewal-request")
    assert vote.day < request.day
    for each in (vote, request):
        assert "prend fin le 30 juin 2027" in signed(each)
        assert "le groupement serait dissous de plein droit" in signed(each)
    assert "Assemblée générale du GIP" in signed(vote)
    assert "quatre mois au moins avant le terme" in signed(vote)
    assert "quatre mois francs sans réponse valent refus" in whole(request)


def test_a_gip_of_authorities_alone_is_not_said_to_have_other_members() -> None:
    for answer in ("yes", "no"):
        made = redrafted(case(GIP_RENEWED).answer("gip.only_authorities", answer)).made
        votes = [each for each in made if each.template == "gip-renewal"]
        told = ["ne réunit pas les seules collectivités" in signed(each) for each in votes]
        assert told == [answer == "no"] * len(votes)
        assert answer == "yes" or votes
