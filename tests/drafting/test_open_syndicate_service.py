"""The agreement by which an open syndicate lends a service rests on its own article; that of a PETR, on its own."""

import pytest

from tests.drafting.conftest import act_of, draft

LENT = "services/table/open-syndicate-and-its-members"
OWN = "L. 5721-9"
OF_OTHERS = ("L. 5211-4-1", "L. 5741-2")


def told(name: str) -> str:
    return act_of(draft(name, "service-agreement")).replace("\u00a0", " ")


@pytest.mark.parametrize("name", [LENT, f"{LENT}#in-2014", f"{LENT}#lent-by-a-member"])
def test_an_open_syndicate_cites_its_own_article_alone(name: str) -> None:
    said = told(name)
    assert OWN in said
    assert [article for article in OF_OTHERS if article in said] == []


@pytest.mark.parametrize("name", [f"{LENT}#petr", f"{LENT}#closed-syndicate"])
def test_a_petr_and_a_closed_syndicate_cite_theirs_first(name: str) -> None:
    assert OF_OTHERS[0] in told(name)


def test_the_staff_committee_is_asked_of_it() -> None:
    assert "Mise à disposition de services" in act_of(draft(LENT, "staff-committee"))
