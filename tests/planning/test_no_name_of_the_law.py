"""The programme names nothing of the rule base: what is true of one norm, option or question stands in the data."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import petr_advisor
from petr_advisor.knowledge.base import KnowledgeBase
from tests.documents.conftest import real_base

PACKAGE = Path(petr_advisor.__file__).parent
KINDS = (
    "norms", "disputed", "facts", "key_questions", "options", "cures", "rules", "tables", "procedures", "events",
    "requirement_groups", "conflicts", "durations", "majorities", "topics", "regimes",
)  # fmt: skip
"""Kinds of entry whose identifiers the code may not name."""

ALLOWED: dict[str, tuple[str, frozenset[str]]] = {
    "documents/building/council.py": (
        "the table of seats shows what the register gives of a member",
        frozenset({"member.kind", "member.population"}),
    ),
    "site/pages/cases.py": (
        "the page of a case shows what the register gives of a member",
        frozenset({"member.name", "member.kind", "member.population"}),
    ),
    "documents/building/perimeters.py": (
        "the drawing of perimeters shows who bears the SCoT and what it covers",
        frozenset(
            {
                "territory.scot_cover",
                "scot.partial_kind",
                "scot.over_several_petrs",
                "scot.bearer",
                "structure.legal_form",
            }
        ),
    ),
    "territory/seats.py": (
        "the seats proposed say on which rule they rest",
        frozenset(
            {
                "petr.council.seats-minimum-one",
                "petr.council.seats-half-cap",
                "petr.council.two-epci-parity",
                "petr.council.seats-demographic",
            }
        ),
    ),
    "territory/seat_check.py": (
        "seats that break a rule say which",
        frozenset({"petr.council.seats-demographic"}),
    ),
}
"""Files that may name something of the rule base: why, and what."""


def names(base: KnowledgeBase) -> frozenset[str]:
    """Give the identifiers that cannot be words of the language: those with a point or a hyphen, and key questions."""
    found = {key for kind in KINDS for key in getattr(base, kind, {}) if "." in key or "-" in key}
    return frozenset(found)


def named(path: Path) -> Iterator[str]:
    """Give the strings of a module, its docstrings apart."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    holders = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docs = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, holders) and node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


def test_the_code_names_nothing_of_the_rule_base() -> None:
    """But in the files of the list, each with its reason."""
    known = names(real_base())
    for path in sorted(PACKAGE.rglob("*.py")):
        place = path.relative_to(PACKAGE).as_posix()
        allowed = ALLOWED.get(place, ("", frozenset()))[1]
        assert not (known & set(named(path))) - allowed, place


@pytest.mark.parametrize("place", sorted(ALLOWED))
def test_what_the_list_allows_is_there(place: str) -> None:
    """A name that is no longer used leaves the list; a name that no longer stands in the rule base is a fault."""
    _, allowed = ALLOWED[place]
    assert allowed <= set(named(PACKAGE / place))
    assert allowed <= names(real_base())


def test_planning_names_no_key_question() -> None:
    """Nor a fact, an actor, a majority: it reads acts, limits and links."""
    base = real_base()
    known = names(base) | {*base.key_questions, *base.actors}
    for path in sorted((PACKAGE / "planning").rglob("*.py")):
        assert not known & set(named(path)), path.name
