"""The change of the statutes on another point than the vote under way is the same procedure, and stays so."""

from petr_advisor.knowledge.procedures import Procedure
from tests.documents.conftest import real_base

DIFFER = {"title"}
"""What the procedure itself says otherwise."""


def _without(procedure: Procedure) -> dict[str, object]:
    acts = {key: act.model_copy(update={"note": None}) for key, act in procedure.acts.items()}
    return procedure.model_copy(update={"acts": acts}).model_dump(exclude=DIFFER)


def test_only_the_title_and_two_notes_differ() -> None:
    """Whoever mends one of the two mends both: the votes of one text are counted as those of the other."""
    usual, apart = (real_base().procedures[key] for key in ("statutes-change", "statutes-change-apart"))
    assert _without(usual) == _without(apart)
    assert {key for key, act in apart.acts.items() if act.note != usual.acts[key].note} == {"draft", "members"}
