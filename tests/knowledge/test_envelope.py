"""What durable_rules could not run safely is refused, with the entry it comes from."""

from pathlib import Path

import pytest

from petr_advisor.checking import all_problems
from petr_advisor.inference import envelope
from petr_advisor.inference.envelope import MAX_TOKENS, MAX_USES, outside, partition
from petr_advisor.inference.program import Clause, Program
from petr_advisor.knowledge.loader import read_folder

VALID = Path(__file__).parent / "valid"


def complaints(*clauses: Clause) -> list[str]:
    return [message.en for _, message in outside(Program("", clauses))]


def test_a_sound_program_is_inside() -> None:
    assert complaints(Clause("b", ("a",)), Clause("c", ("a", "b"))) == []


def test_a_long_body_is_outside() -> None:
    (message,) = complaints(Clause("b", tuple(f"a{n}" for n in range(13))))
    assert "13 conditions" in message


def test_a_long_or_accented_token_is_outside() -> None:
    first, second = complaints(Clause("b" * 201, ("é",)))
    assert "201 characters" in first
    assert "ASCII" in second


def test_a_body_too_wide_for_any_rule_set_is_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(envelope, "MAX_TOKENS", 2)
    assert any("3 names in one rule set" in message for message in complaints(Clause("d", ("a", "b", "c"))))


def test_a_token_used_twice_in_a_body_counts_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(envelope, "MAX_USES", 1)
    assert any("used by 2" in message for message in complaints(Clause("d", ("a", "a"))))


def test_partition_keeps_every_clause_once_and_every_part_inside() -> None:
    clauses = tuple(Clause(f"h{n}", (f"t{n % 500}", f"u{n}", "shared")) for n in range(2_000))
    parts = partition(Program("", clauses))
    assert [index for part in parts for index in part] == list(range(2_000))
    for part in parts:
        bodies = [clauses[index].body for index in part]
        tokens = {token for body in bodies for token in body}
        assert len(tokens) <= MAX_TOKENS
        assert max(sum(token in body for body in bodies) for token in tokens) <= MAX_USES


def test_the_entry_is_named_whatever_its_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    """With an absurd limit everything is outside: each complaint must still point at a line of a file."""
    monkeypatch.setattr(envelope, "MAX_TOKEN_LENGTH", 4)
    problems = all_problems(*read_folder(VALID))
    assert {problem.file for problem in problems} == {"law.yaml", "options.yaml", "rules.yaml", "vocabulary.yaml"}
    assert all(problem.line > 1 for problem in problems)
    assert all("outside the engine’s envelope" in problem.message.en for problem in problems)
