"""The small changes that can be made to a rule base as it is written: one place, one operator, one entry."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, get_args

from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.conditions import COMPARISONS
from petr_advisor.knowledge.law import CONFIDENCE_ORDER
from petr_advisor.knowledge.limits import Passing
from petr_advisor.knowledge.loader import Places
from petr_advisor.knowledge.walking import parts

CONDITIONS = frozenset({"when", "unless", "needs", "if", "where", "among", "done", "applies_when", "limit_when"})
"""Keys under which an antecedent stands."""
OPPOSITE = {
    "at_least": "more_than", "more_than": "at_least", "at_most": "less_than", "less_than": "at_most",
    "before": "on_or_before", "on_or_before": "before", "after": "on_or_after", "on_or_after": "after",
}  # fmt: skip
KINDS = ("procedures", "majorities", "options", "regimes", "cures", "rules", "requirement_groups", "norms", "conflicts")
"""The kinds of entry that hold law; texts, sources and questions hold words."""

Path_ = tuple[Any, ...]


@dataclass(frozen=True)
class Mutant:
    """An entry with one thing changed."""

    operator: str
    kind: str
    key: str
    path: Path_
    was: str
    becomes: str
    entry: Any
    used_by: tuple[str, ...] = ()
    """Options that lead to the entry."""

    def __str__(self) -> str:
        place = ".".join(map(str, (self.kind, self.key, *self.path)))
        return f"{self.operator}: {place}: {self.was} -> {self.becomes}"


def mutants(base: KnowledgeBase, places: Places) -> Iterator[Mutant]:
    """Give every change of every entry, in the order of the rule base."""
    for kind in KINDS:
        for key in getattr(base, kind, {}):
            raw = places.raw(kind, key, ())
            used_by = tuple(name for name, option in base.options.items() if key in str(option.procedures))
            for operator, path, becomes in changes(raw, base):
                entry = _with(raw, path, becomes)
                was = _at(raw, path)
                yield Mutant(operator, kind, key, path, _short(was), _short(becomes), entry, used_by)


DROPPED = object()
"""In place of a value: it is taken out."""


def changes(raw: Any, base: KnowledgeBase) -> Iterator[tuple[str, Path_, Any]]:
    """Give the changes of one entry as it is written: (operator, place, what it becomes)."""
    for path, value in parts(raw):
        for operator, found in OPERATORS.items():
            for becomes in found(path, value, base):
                yield operator, path, becomes


def _within(path: Path_) -> bool:
    """Tell whether a place lies inside an antecedent."""
    return any(part in CONDITIONS for part in path[:-1])


def _act(path: Path_, value: Any, _: KnowledgeBase) -> Iterator[Any]:
    if len(path) == 2 and path[0] == "acts" and isinstance(value, Mapping):
        yield DROPPED


def _relation(path: Path_, _value: Any, _: KnowledgeBase) -> Iterator[Any]:
    if len(path) > 1 and path[-2] in {"after", "habit"} and isinstance(path[-1], int) and path[0] == "acts":
        yield DROPPED


def _antecedent(path: Path_, value: Any, _: KnowledgeBase) -> Iterator[Any]:
    if not path or not (path[-1] in CONDITIONS or _within(path)):
        return
    if isinstance(value, Mapping) and len(value) > 1 and not set(value) & {*COMPARISONS, "ago"}:
        for key in value:
            yield {name: kept for name, kept in value.items() if name != key}
    if isinstance(value, list) and len(value) > 1 and path[-1] in {"all", "any"}:
        for number in range(len(value)):
            yield [kept for place, kept in enumerate(value) if place != number]


def _majority(path: Path_, value: Any, base: KnowledgeBase) -> Iterator[Any]:
    if path and path[-1] == "majority" and isinstance(value, str):
        names = list(base.majorities)
        yield names[(names.index(value) + 1) % len(names)] if value in names else names[0]


def _silence(path: Path_, value: Any, _: KnowledgeBase) -> Iterator[Any]:
    if path and path[-1] == "silence" and isinstance(value, str):
        yield "unfavourable" if value == "favourable" else "favourable"


def _limit(path: Path_, value: Any, _: KnowledgeBase) -> Iterator[Any]:
    if "limit" in path and path[-1] == "n" and isinstance(value, int):
        yield value + 1
    if "limit" in path and path[-1] in {"by", "day"}:
        if isinstance(value, date):
            yield value + timedelta(days=1)
        elif isinstance(value, int):
            yield value - 1 if value > 1 else value + 1


def _event(path: Path_, value: Any, base: KnowledgeBase) -> Iterator[Any]:
    if len(path) > 1 and path[-2] == "limit" and path[-1] in {"from", "after"} and isinstance(value, str):
        names = list(base.events)
        yield names[(names.index(value) + 1) % len(names)] if value in names else names[0]


def _passing(path: Path_, value: Any, _: KnowledgeBase) -> Iterator[Any]:
    if len(path) > 1 and path[-2:] == ("passed", "does"):
        yield from [other for other in get_args(Passing) if other not in {value, "deemed"}][:1]
    if len(path) > 1 and path[-2:] == ("passed", "result"):
        yield "unfavourable" if value == "favourable" else "favourable"


def _comparison(path: Path_, value: Any, _: KnowledgeBase) -> Iterator[Any]:
    if isinstance(value, Mapping) and _within(path):
        for name, opposite in OPPOSITE.items():
            if name in value and opposite not in value:
                yield {opposite if key == name else key: kept for key, kept in value.items()}


def _day(path: Path_, value: Any, _base: KnowledgeBase) -> Iterator[Any]:
    if not path or "limit" in path:
        return
    if isinstance(value, date):
        yield value + timedelta(days=1)
    if isinstance(value, str) and ".." in value:
        first, _, last = value.partition("..")
        with suppress(ValueError):
            yield f"{date.fromisoformat(first) + timedelta(days=1)}..{last}"
        with suppress(ValueError):
            yield f"{first}..{date.fromisoformat(last) - timedelta(days=1)}"


def _confidence(path: Path_, value: Any, _: KnowledgeBase) -> Iterator[Any]:
    if path and path[-1] == "confidence" and value in CONFIDENCE_ORDER:
        yield "recalled" if value != "recalled" else "verified"


OPERATORS: dict[str, Callable[[Path_, Any, KnowledgeBase], Iterator[Any]]] = {
    "act": _act,
    "relation": _relation,
    "antecedent": _antecedent,
    "majority": _majority,
    "silence": _silence,
    "limit": _limit,
    "event": _event,
    "passing": _passing,
    "comparison": _comparison,
    "date": _day,
    "confidence": _confidence,
}


def _at(raw: Any, path: Path_) -> Any:
    for part in path:
        raw = raw[part]
    return raw


def _with(raw: Any, path: Path_, becomes: Any) -> Any:
    """Give an entry with one place changed; with an act go the links to it, so that the order alone says nothing."""
    changed = deepcopy(raw)
    if not path:
        return becomes
    held = _at(changed, path[:-1])
    if becomes is not DROPPED:
        held[path[-1]] = becomes
        return changed
    del held[path[-1]]
    if path[0] == "acts" and len(path) == 2:
        _forget(changed, path[1])
    return changed


def _forget(procedure: Any, act: str) -> None:
    for other in procedure["acts"].values():
        for links in ("after", "habit"):
            if act in other.get(links, ()):
                other[links] = [name for name in other[links] if name != act]
    if act in procedure.get("effect_at", ()):
        procedure["effect_at"] = [name for name in procedure["effect_at"] if name != act]


def _short(value: Any) -> str:
    return "dropped" if value is DROPPED else str(value)[:80]
