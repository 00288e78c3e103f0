"""Norms and sources: where a norm stands, how sure it is, versions that follow one another without gap or overlap."""

from collections.abc import Iterator
from datetime import date, timedelta

from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.checks.uses import Place
from petr_advisor.knowledge.loader import Places
from petr_advisor.knowledge.problems import Problem
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Text

_DAY = timedelta(days=1)


def check(base: KnowledgeBase, places: Places) -> Iterator[Problem]:
    """Report norms that rest on nothing and versions that do not follow one another."""
    yield from _norms(base, places)
    yield from _versions(base, places)


def _norms(base: KnowledgeBase, places: Places) -> Iterator[Problem]:
    for key, norm in base.norms.items():
        place = Place("norms", key)
        if not norm.sources:
            yield place.problem(places, told("check.norm-without-source"))
        if norm.confidence != "verified" and norm.check is None:
            yield (place / "confidence").problem(places, told("check.norm-to-check", confidence=norm.confidence))
        earlier = base.norms.get(norm.succeeds) if norm.succeeds else None
        if norm.succeeds == key:
            yield (place / "succeeds").problem(places, told("check.succeeds-itself"))
        elif earlier is not None and ("norms", norm.succeeds) not in places.broken:
            text = _sequence(earlier.in_force.to, norm.in_force.from_, told("check.earlier-norm", name=norm.succeeds))
            if text:
                yield (place / "in_force" / "from").problem(places, text)


def _versions(base: KnowledgeBase, places: Places) -> Iterator[Problem]:
    for key, source in base.sources.items():
        for number, (first, second) in enumerate(zip(source.versions, source.versions[1:], strict=False), 1):
            place = Place("sources", key, ("versions", number))
            if first.from_ and second.from_ and second.from_ <= first.from_:
                message = told("check.versions-disorder", start=str(second.from_), before=str(first.from_))
                yield place.problem(places, message)
            elif text := _sequence(first.to, second.from_, told("check.earlier-version")):
                yield place.problem(places, text)
        for number, version in enumerate(source.versions):
            if version.from_ and version.to and version.from_ > version.to:
                message = told("check.version-ends-first", start=str(version.from_), end=str(version.to))
                yield Place("sources", key, ("versions", number)).problem(places, message)


def _sequence(end: date | None, start: date | None, earlier: Text) -> Text | None:
    """Say what is wrong when something does not start on the day after the end of what comes before."""
    if start is None:
        return told("check.sequence-no-start" if end else "check.sequence-no-day", earlier=earlier, end=str(end))
    said = {"earlier": earlier, "start": str(start), "end": str(end)}
    expected = start - _DAY
    if end is None:
        return told("check.sequence-no-end", expected=str(expected), **said)
    if end > expected:
        return told("check.sequence-overlap", expected=str(expected), **said)
    return told("check.sequence-gap", expected=str(end + _DAY), **said) if end < expected else None
