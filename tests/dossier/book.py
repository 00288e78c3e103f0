"""The ledger: what each file of the legal dossier held, what encodes it here, or why nothing does."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import yaml
from pydantic import TypeAdapter

from petr_advisor.checking import load
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.words.texts import Text
from tests.dossier.form import LedgerFile

HERE = Path(__file__).parent
READ = TypeAdapter(dict[str, LedgerFile])
REASONS = TypeAdapter(dict[str, Text])


@cache
def the_base() -> KnowledgeBase:
    return load()


@cache
def ledger() -> Mapping[str, LedgerFile]:
    """The files of the dossier, by name."""
    found: dict[str, LedgerFile] = {}
    for path in sorted((HERE / "ledger").glob("*.yaml")):
        found |= READ.validate_python(yaml.safe_load(path.read_text(encoding="utf-8"))["ledger"])
    return found


@cache
def not_encoded() -> Mapping[str, Text]:
    """Norms from which no rule concludes anything, and why."""
    raw = yaml.safe_load((HERE / "not_encoded.yaml").read_text(encoding="utf-8"))
    return REASONS.validate_python(raw["not_encoded"])


@cache
def names_of_norms() -> Mapping[str, str]:
    """Each identifier of a norm, and the norm that carries it."""
    return {name: key for key, norm in the_base().norms.items() for name in (key, *norm.aliases)}


NO_POINTS = {"d-two-epci": "a criticism of the law, not a reading of it: its norm tells it"}
"""Unsettled points of the dossier that its later corrections hold to be settled, and why."""


@cache
def names_of_points() -> Mapping[str, str]:
    """Each identifier of an unsettled point, and the disputed point that carries it."""
    return {name: key for key, point in the_base().disputed.items() for name in (key, *point.aliases)}


def references() -> Iterator[tuple[str, str]]:
    """Give what encodes the entries of tables, and what tells the open questions: (kind, name)."""
    for file in ledger().values():
        for entries in file.tables.values():
            for account in entries.values():
                for reference in () if isinstance(account, Text) else account:
                    kind, _, name = reference.partition(":")
                    yield kind, name
        for question in file.open_questions.values():
            yield from (("disputed", name) for name in question.points)
