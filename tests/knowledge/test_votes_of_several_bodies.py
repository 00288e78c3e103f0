"""What several bodies decide together, each for itself, is concordant: an ordinary majority is that of one body."""

from tests.documents.conftest import real_base

TOGETHER = frozenset({"petr-and-epcis", "service-parties-councils", "agreement-parties"})
"""Bodies that are several, each with a council of its own."""


def test_no_agreement_of_several_bodies_is_carried_by_an_ordinary_majority() -> None:
    wrong = [
        f"{procedure}/{name}"
        for procedure, found in real_base().procedures.items()
        for name, act in found.acts.items()
        if act.vote is not None and act.vote.body in TOGETHER and act.vote.majority == "ordinary"
    ]
    assert wrong == []


def test_the_joint_decision_on_staff_waits_for_no_order() -> None:
    """It settles what the transfer does to staff at its effect, and so comes before."""
    for procedure in ("power-transfer", "scot-transfer"):
        acts = real_base().procedures[procedure].acts
        assert "order" not in acts["staff"].after
        assert acts["staff"].majority == "all-concordant"
