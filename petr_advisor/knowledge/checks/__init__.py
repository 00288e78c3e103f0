"""Checks that need nothing but the rule base itself: names, periods, scopes, texts, what is left unused."""

from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.checks import (
    identifiers,
    norms,
    origins,
    references,
    scopes,
    tables,
    unused,
    wording,
)
from petr_advisor.knowledge.loader import Places
from petr_advisor.knowledge.problems import Problem

_CHECKS = (
    identifiers.check,
    references.check,
    norms.check,
    scopes.check,
    origins.check,
    tables.check,
    unused.check,
    wording.check,
)


def check(base: KnowledgeBase, places: Places) -> tuple[Problem, ...]:
    """Give every problem found, in the order of the files."""
    return tuple(sorted({problem for part in _CHECKS for problem in part(base, places)}))
