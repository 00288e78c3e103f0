"""The short form: the answer and three lines of reasons, of a case, of a proof, of a why not."""

from pathlib import Path

import pytest

from petr_advisor.commands.explain import conclusions_text, proof_text, why_not_text
from petr_advisor.commands.settings import Settings

DOSSIER = str(Path(__file__).parents[2] / "examples" / "loire-beauce" / "dossier.yaml")
FRENCH, ENGLISH = Settings(engine="native"), Settings(engine="native", language="en")


@pytest.mark.parametrize("settings", [FRENCH, ENGLISH])
def test_each_answer_has_three_reasons_at_most(settings: Settings) -> None:
    """Every key question of the case is answered, and every reason cites what it rests on; first, what is open yet."""
    first, *blocks = conclusions_text(DOSSIER, settings, short=True).split("\n\n")
    assert first.startswith(("Provisoire", "Provisional"))
    assert len(blocks) == 4
    for block in blocks:
        _, *said = block.splitlines()
        assert said[0].startswith("  → ")
        reasons = [line for line in said if line.strip()[0].isdigit()]
        assert len(reasons) <= 3
        assert reasons or "settle" in block or "éclaircir" in block
        assert all(reason.endswith("]") for reason in reasons)


def test_a_proof_and_a_why_not_are_cut_to_their_first_reasons() -> None:
    """What is left is said as in the full form."""
    for full, short in (
        (proof_text(DOSSIER, "option:l5741-4", FRENCH), proof_text(DOSSIER, "option:l5741-4", FRENCH, short=True)),
        (why_not_text(DOSSIER, "maptam-79-ii", FRENCH), why_not_text(DOSSIER, "maptam-79-ii", FRENCH, short=True)),
    ):
        lines = short.splitlines()
        assert 2 <= len(lines) <= 4
        assert len(full.splitlines()) > len(lines)
        assert set(lines) <= set(full.splitlines())
