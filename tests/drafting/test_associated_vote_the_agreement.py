"""The départements and regions associated are parties of the agreement: their votes are in the contents, asked for."""

import pytest

from petr_advisor.drafting.model import Grid
from tests.documents.conftest import real_base
from tests.drafting.conftest import BEARER_LEFT, act_of, case, drafted, of

AGREEMENT = "contracts/agreement-ctec-and-departement"
"""A PETR whose agreement is to be signed, with an authority associated."""
ASSOCIATED = "contract.partners_associated"
VOTE = "Les départements et les régions associés\N{NO-BREAK SPACE}: approuvent "


def contents_of(name: str, *, associated: bool = True) -> str:
    found = drafted(case(name).answer(ASSOCIATED, value=associated)).contents
    assert found is not None
    (table,) = (part for part in found.parts if isinstance(part, Grid))
    return "\n".join(" ".join(row) for row in table.rows)


@pytest.mark.parametrize(
    ("name", "text"),
    [(AGREEMENT, "la convention territoriale"), (BEARER_LEFT, "l’avenant à la convention territoriale")],
)
def test_the_contents_name_the_votes_of_those_associated_and_what_sends_them_the_text(name: str, text: str) -> None:
    told = contents_of(name)
    assert f"{VOTE}{text}, en qualité de parties" in told
    assert f"Lettre transmettant {text} aux départements et régions associés" in told


def test_neither_is_there_where_none_is_associated() -> None:
    told = contents_of(BEARER_LEFT, associated=False)
    assert VOTE not in told
    assert "aux départements et régions associés" not in told


def test_the_amendment_names_them_and_the_notes_count_their_votes() -> None:
    (rider,) = of(BEARER_LEFT, "territorial-agreement-rider")
    assert "ainsi que chaque département ou région associé au projet de territoire (" in act_of(rider)
    notes = [each for each in of(BEARER_LEFT, "summary-note") if each.act == "territorial-agreement/votes"]
    assert notes
    assert all(
        "Entre les parties, départements et régions associés compris\N{NO-BREAK SPACE}: " in act_of(each)
        for each in notes
    )


def test_whoever_votes_the_agreement_without_a_draft_is_sent_it() -> None:
    """Each act that the parties vote has the letter that asks for the votes of those who are no members."""
    acts = {
        f"{name}/{act}" for name, procedure in real_base().procedures.items() for act, found in procedure.acts.items()
        if found.vote is not None and found.vote.body == "agreement-parties"
    }  # fmt: skip
    asking = [each for each in real_base().templates.values() if each.asks and each.asked is not None]
    assert acts == {act for each in asking for act in each.acts}
