"""What a council decides by a resolution has a vote: else a note neither asks for it nor says how it is won."""

from pathlib import Path

import yaml

from petr_advisor.knowledge.procedures import Act
from tests.documents.conftest import real_base

REASONS: dict[str, list[str]] = yaml.safe_load((Path(__file__).parent / "not_voted.yaml").read_text())


def _resolved(act: Act) -> bool:
    """Tell whether an act reads like the resolution of a council; one that only calls others is voted in these."""
    votes = isinstance(act.takes, str) and act.takes.startswith("vote-")
    return act.calls is None and (votes or "resolution" in act.documents)


def _without_vote() -> set[str]:
    acts = ((f"{key}/{name}", act) for key, found in real_base().procedures.items() for name, act in found.acts.items())
    return {key for key, act in acts if _resolved(act) and act.vote is None}


def test_every_resolution_of_a_council_has_a_vote_or_a_reason_not_to() -> None:
    excused = [act for acts in REASONS.values() for act in acts]
    assert len(excused) == len(set(excused))
    assert _without_vote() - set(excused) == set(), "write the vote, or why there is none in not_voted.yaml"
    assert set(excused) - _without_vote() == set(), "these have a vote now"


def test_nobody_who_alone_acts_is_asked_to_vote() -> None:
    """A president or a prefect decides alone: a majority beside his name would be that of nobody."""
    alone = ("president", "prefect", "mayor", "liquidator", "director")
    wrong = [
        f"{key}/{name}"
        for key, found in real_base().procedures.items()
        for name, act in found.acts.items()
        if act.vote is not None and act.vote.body.endswith(alone)
    ]
    assert wrong == []
