"""durable_rules inside its envelope, and the choice of an engine."""

import pytest

from petr_advisor.inference.engines import EngineUnavailableError, available, engine
from petr_advisor.inference.program import Clause, Program

durable = pytest.mark.skipif("durable" not in available(), reason="durable_rules does not load on this Python")


def chain(length: int) -> Program:
    return Program("chain", tuple(Clause(f"t{n + 1}", (f"t{n}", "go")) for n in range(length)))


@durable
def test_far_more_tokens_than_a_rule_set_can_hold() -> None:
    """A program of 2,000 tokens is cut into several rule sets and still chains to its end."""
    program = chain(2000)
    assert engine("durable").run(program, frozenset({"t0", "go"})) == engine("native").run(
        program, frozenset({"t0", "go"})
    )


@durable
def test_a_thousand_runs_leave_nothing_behind() -> None:
    """Each run starts from empty: facts of the last one never show."""
    program = chain(5)
    for _ in range(300):
        assert len(engine("durable").run(program, frozenset({"t0", "go"}))) == 5
        assert engine("durable").run(program, frozenset({"t3", "go"})) == (3, 4)
        assert engine("durable").run(program, frozenset({"go"})) == ()


@durable
def test_one_token_in_many_clauses() -> None:
    """More uses of a token than durable_rules bears in one rule set."""
    program = Program("wide", tuple(Clause(f"h{n}", ("go",)) for n in range(400)))
    assert len(engine("durable").run(program, frozenset({"go"}))) == 400


def test_an_engine_that_does_not_load(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where durable_rules is missing it is said, and the native engine remains."""
    import sys  # noqa: PLC0415

    engine.cache_clear()
    available.cache_clear()
    monkeypatch.setitem(sys.modules, "durable", None)
    try:
        with pytest.raises(EngineUnavailableError, match="does not load"):
            engine("durable")
        assert available() == ("native",)
    finally:
        engine.cache_clear()
        available.cache_clear()
