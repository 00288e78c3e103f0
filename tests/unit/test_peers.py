"""The exporters of the benchmarks: each engine concludes what the plainest fixpoint does, anew and after a change."""

from importlib import import_module
from importlib.util import find_spec

import pytest

from benchmarks.beside import follows
from benchmarks.peers.form import Exported

PROGRAM = Exported(((4, (0, 1)), (4, (2,)), (5, (4, 3)), (6, (5,)), (6, (1, 2)), (7, (6, 0))))
CASES = [frozenset(case) for case in ((), (0, 1), (2, 3), (1, 2), (0, 1, 2, 3), (5,), (0, 6))]


@pytest.mark.parametrize(
    ("peer", "needs"),
    [("native", "numpy"), ("columnar", "numpy"), ("clipspy", "clips"), ("clingo", "clingo"), ("zen_engine", "zen")],
)
def test_same_conclusions(peer: str, needs: str) -> None:
    if find_spec(needs) is None:
        pytest.skip(f"{needs} is not installed: it is of the extra bench")
    for copies in (1, 3):
        program = PROGRAM.times(copies)
        heads = frozenset(program.bodies)
        engine = import_module(f"benchmarks.peers.{peer}").Peer()
        engine.load(program)
        for case in CASES:
            assert engine.evaluate(case) | (case & heads) == follows(program, case)
        for case in (*CASES[::-1], *CASES):
            assert engine.change(case) | (case & heads) == follows(program, case)


def test_many_at_once() -> None:
    """The columns conclude the cases laid side by side as one by one."""
    from benchmarks.peers.columnar import TILES, Peer  # noqa: PLC0415 - NumPy is loaded where it is used

    engine = Peer()
    engine.load(PROGRAM)
    found = engine.run(engine.planes(CASES), len(CASES) * TILES)
    heads = frozenset(PROGRAM.bodies)
    assert [of | (case & heads) for of, case in zip(found, CASES, strict=True)] == [follows(PROGRAM, c) for c in CASES]
