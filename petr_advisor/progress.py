"""How far a long work has come, for whoever shows it."""

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Told (things done, things in all)."""


def to_nobody(done: int, total: int) -> None:
    """Tell nobody."""
