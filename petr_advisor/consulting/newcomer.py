"""Who joins the members, in no list yet: what is told of them stands for what is told of a member."""

from petr_advisor.consulting.case import Case
from petr_advisor.inference.facts import Known

NEWCOMER = ""
"""Stands for who joins the members, among their identifiers."""


def of_newcomer(case: Case, fact: str) -> Known | None:
    """Give of who joins a fact of each member (`member.population`); None where it is not known or never asked."""
    told = case.base.newcomer_facts.get(fact)
    return case.memory.facts.get(told) if told is not None else None
