"""Facts that are there from the start, whatever is asked: what no answer of the course has made so, what was told."""

from collections.abc import Iterator, Mapping

from petr_advisor.inference.atoms import parse_value
from petr_advisor.inference.facts import FactKey, Known
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.vocabulary import FactType


def from_answers(base: KnowledgeBase, known: Mapping[FactKey, Known]) -> Iterator[tuple[FactKey, Known]]:
    """Give the facts of a base that are so only if an answer of the course, or one given, makes them so.

    `known` holds what was said: what nobody has told is not told, and nothing waits for it.
    """
    for fact, kind in base.unasked.items():
        if "course" in kind.given_by:
            yield (fact, None), Known(value=False, by="supposed")
        if "answer" in kind.given_by:
            told = all(_is(base, known, name, raw) for name, raw in kind.told.items())
            yield (fact, None), Known(value=told, by="user" if told else "supposed")
        if kind.read_off and (fact, None) not in known:
            yield from (((fact, None), found) for found in _read_off(base, known, kind))


def _read_off(base: KnowledgeBase, known: Mapping[FactKey, Known], kind: FactType) -> Iterator[Known]:
    """Give what an answer to another question says of a fact that nobody told."""
    for name, values in kind.read_off.items():
        for raw, value in values.items():
            if _is(base, known, name, raw):
                yield Known(parse_value(kind, value), known[name, None].by)


def _is(base: KnowledgeBase, known: Mapping[FactKey, Known], fact: str, raw: object) -> bool:
    found = known.get((fact, None))
    return found is not None and found.value == parse_value(base.facts[fact], raw)
