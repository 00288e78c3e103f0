"""Norms and sources: where a norm stands, how sure it is, versions that follow one another without gap or overlap."""

from collections.abc import Iterator
from datetime import date, timedelta

from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.checks.uses import Place
from petr_advisor.knowledge.loader import Places
from petr_advisor.knowledge.problems import Problem

_DAY = timedelta(days=1)


def check(base: KnowledgeBase, places: Places) -> Iterator[Problem]:
    """Report norms that rest on nothing and versions that do not follow one another."""
    yield from _norms(base, places)
    yield from _versions(base, places)


def _norms(base: KnowledgeBase, places: Places) -> Iterator[Problem]:
    for key, norm in base.norms.items():
        place = Place("norms", key)
        if not norm.sources:
            message = "a norm needs a source, such as sources: [{id: cgct-l5741-1, paragraph: al. 2}]"
            yield place.problem(places, message)
        if norm.confidence != "verified" and norm.check is None:
            message = f"the norm is {norm.confidence}: say under `check` what to check and where, in fr and en"
            yield (place / "confidence").problem(places, message)
        earlier = base.norms.get(norm.succeeds) if norm.succeeds else None
        if norm.succeeds == key:
            yield (place / "succeeds").problem(places, "the norm succeeds itself; expected the earlier norm")
        elif earlier is not None:
            text = _sequence(earlier.in_force.to, norm.in_force.from_, f"the earlier norm `{norm.succeeds}`")
            if text:
                yield (place / "in_force" / "from").problem(places, text)


def _versions(base: KnowledgeBase, places: Places) -> Iterator[Problem]:
    for key, source in base.sources.items():
        for number, (first, second) in enumerate(zip(source.versions, source.versions[1:], strict=False), 1):
            place = Place("sources", key, ("versions", number))
            if first.from_ and second.from_ and second.from_ <= first.from_:
                message = f"the version from {second.from_} stands after the one from {first.from_}: oldest first"
                yield place.problem(places, message)
            elif text := _sequence(first.to, second.from_, "the version before"):
                yield place.problem(places, text)
        for number, version in enumerate(source.versions):
            if version.from_ and version.to and version.from_ > version.to:
                message = f"the version ends ({version.to}) before it starts ({version.from_})"
                yield Place("sources", key, ("versions", number)).problem(places, message)


def _sequence(end: date | None, start: date | None, earlier: str) -> str | None:
    """Say what is wrong when something does not start on the day after the end of what comes before."""
    if start is None:
        return f"{earlier} ends {f'on {end}' if end else 'nowhere'}: write from which day this one holds"
    expected = start - _DAY
    if end is None or end > expected:
        shown = f"ends on {end}" if end else "has no end"
        return f"overlap: {earlier} {shown} and this one starts on {start}; expected to: {expected} before it"
    if end < expected:
        return f"gap: {earlier} ends on {end} and this one starts on {start}; expected from: {end + _DAY}"
    return None
