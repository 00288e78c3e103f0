"""Decision diagrams are small, and as small whatever a process was asked before."""

from datetime import date

import pytest

from petr_advisor.checking import load
from petr_advisor.inference.compiler import compile_rules
from petr_advisor.inference.diagrams import Diagrams
from petr_advisor.inference.variable_order import variable_order
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.enacted import enact

DAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    """The rule base that ships."""
    return load()


def sizes(base: KnowledgeBase, *, backwards: bool = False) -> dict[str, int]:
    """Build the diagram of each rule and option, first to last or last to first, and count its nodes."""
    rules = enact(base, DAY)
    diagrams = Diagrams(compile_rules(base, ("evolution",)), rules)
    options = [name for name, option in rules.options.items() if option.answers == "evolution"]
    nodes = {name: diagrams.option(name)["closed"] for name in (reversed(options) if backwards else options)}
    return {name: len(node) for name, node in nodes.items()}


def test_what_is_asked_first_makes_no_diagram_larger(base: KnowledgeBase) -> None:
    assert sizes(base) == sizes(base, backwards=True)


def test_diagrams_are_small(base: KnowledgeBase) -> None:
    assert max(sizes(base).values()) < 1_000, "in the order of first use, the largest had 3,000 nodes"


def test_every_fact_has_its_place(base: KnowledgeBase) -> None:
    assert sorted(variable_order(base)) == sorted(base.all_facts)
