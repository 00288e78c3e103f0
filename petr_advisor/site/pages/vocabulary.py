"""What the pages of facts (the questions asked), of actors and of majorities say."""

from typing import Any

from petr_advisor.knowledge.vocabulary import FactType
from petr_advisor.site.graph import Ref
from petr_advisor.site.scribe import Scribe


def fact(scribe: Scribe, key: str) -> dict[str, Any]:
    """A fact: what bounds it, what it sums up, what concludes it, what reads it."""
    graph, kind = scribe.graph, scribe.base.facts[key]
    low = kind.minimum if kind.minimum is not None else kind.earliest
    high = kind.maximum if kind.maximum is not None else kind.latest
    bounds = {"from-value": low, "to-value": high}
    return {
        "bounds": [scribe.phrase(name, value=scribe.value(kind, of)) for name, of in bounds.items() if of is not None],
        "measured": _measured(scribe, kind),
        "concluding": graph.concluding.get(key, {}),
        "making": graph.making.get(key, {}),
        "reading": [ref for ref in graph.reading.get(key, {}) if ref != Ref("fact", key)],
    }


def _measured(scribe: Scribe, kind: FactType) -> tuple[str, Ref] | None:
    """Give what a summary measures, in words, and the fact or the list it measures."""
    if kind.summary is None:
        return None
    ((measure, of),) = kind.summary.measure.items()
    facts = scribe.base.facts
    fact = of if of in facts else next(key for key, found in facts.items() if found.entity == of)
    return scribe.phrase(f"measure-{measure}"), Ref("fact", fact)


def actor(scribe: Scribe, key: str) -> dict[str, Any]:
    """Who acts: duties, cures and acts of procedures."""
    acting = scribe.graph.acting.get(key, {})
    kinds = {"actor-duties": "rule", "actor-cures": "cure", "actor-acts": "procedure"}
    return {"acting": {name: [ref for ref in acting if ref.kind == kind] for name, kind in kinds.items()}}


def majority(scribe: Scribe, key: str) -> dict[str, Any]:
    """How votes are counted, and what is decided so."""
    return {"decided": scribe.graph.deciding.get(key, {})}
