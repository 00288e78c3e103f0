"""Rule bases, as they are and with changed rules laid over them: each loaded once a process."""

from functools import cache
from pathlib import Path

from petr_advisor.checking import load
from petr_advisor.knowledge.base import KnowledgeBase


@cache
def base_of(knowledge: Path | None, overlay: Path | None = None) -> KnowledgeBase:
    """Give a rule base: its engine forms and diagrams are remembered with it."""
    return load(knowledge, overlay)
