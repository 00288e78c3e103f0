"""What the pages of rules and cures say."""

from collections.abc import Iterable
from typing import Any

from petr_advisor.documents.blocks import Item
from petr_advisor.knowledge.conditions import facts_of
from petr_advisor.knowledge.rules import Rule
from petr_advisor.site.graph import Ref, page_of_fact
from petr_advisor.site.scribe import Scribe
from petr_advisor.words.voice import cure_time


def rule(scribe: Scribe, key: str) -> dict[str, Any]:
    """A rule: when it exists, its neighbours both ways."""
    found = scribe.base.rules[key]
    return {
        "title": scribe.says(found),
        "entity": _list_of(scribe, found),
        "period": scribe.base.period_of(found.norms, acts=False),
        "concluded": scribe.worths(found.then),
        "before": concluded_by(scribe, dict.fromkeys((*facts_of(found.when), *facts_of(found.unless)))),
        "after": read_by(scribe, found.then, Ref("rule", key)),
    }


def _list_of(scribe: Scribe, found: Rule) -> str | None:
    lists = (kind.label for kind in scribe.base.facts.values() if kind.entity == found.for_each)
    return scribe.name(next(lists)) if found.for_each else None


def cure(scribe: Scribe, key: str) -> dict[str, Any]:
    """A cure: what it establishes, which requirements it makes met."""
    found = scribe.base.cures[key]
    return {
        "period": scribe.base.period_of(found.norms),
        "time": cure_time(scribe.base, found),
        "made": scribe.worths(found.makes),
        "mended": scribe.graph.mending.get(key, {}),
        "before": concluded_by(scribe, facts_of(found.when)),
        "after": read_by(scribe, found.makes, Ref("cure", key)),
    }


def concluded_by(scribe: Scribe, facts: Iterable[str]) -> list[Item]:
    """Give, for each fact that rules conclude or cures establish, which ones."""
    made, concluded = scribe.graph.making, scribe.graph.concluding
    return _around(scribe, ((fact, [*concluded.get(fact, {}), *made.get(fact, {})]) for fact in facts))


def read_by(scribe: Scribe, facts: Iterable[str], but: Ref) -> list[Item]:
    """Give, for each fact, what reads it."""
    reading = scribe.graph.reading
    return _around(scribe, ((fact, [ref for ref in reading.get(fact, {}) if ref.whole != but]) for fact in facts))


def _around(scribe: Scribe, found: Iterable[tuple[str, list[Ref]]]) -> list[Item]:
    return [scribe.item(page_of_fact(scribe.base, fact), under=scribe.kinds(refs)) for fact, refs in found if refs]
