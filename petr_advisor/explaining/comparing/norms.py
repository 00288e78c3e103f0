"""Norm by norm, what changed between two dates of law behind the conclusions that differ."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from petr_advisor.consulting.case import Case
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.conditions import Condition, facts_of


@dataclass(frozen=True)
class NormChange:
    """A norm that begins, ends, or takes the place of another between two dates."""

    before: str | None
    """The norm that held at the first date and no longer at the second."""
    after: str | None
    """The norm that holds at the second date and did not at the first."""
    day: date
    """The first day of the change."""
    act: str | None
    """The amending act, where the versions of the source tell it."""
    behind: tuple[str, ...]
    """What rests on it among what differs: `option:ID`, `requirement:KEY`, `cure:ID`, `merit:KEY`, `duty:RULE`…"""


def norm_changes(then: Case, now: Case, concerned: Mapping[str, Iterable[str]]) -> tuple[NormChange, ...]:
    """Give the norms that hold at one of two dates only, among those concerned and those of the rules behind them."""
    base = now.base
    behind = {norm: dict.fromkeys(about) for norm, about in concerned.items()}
    for about in dict.fromkeys(about for each in concerned.values() for about in each):
        for norm in _norms_of_rules(then, now, about):
            behind.setdefault(norm, {})[about] = None
    lost = {key: day for key in behind if (day := _ends(base, key, then.as_of, now.as_of))}
    gained = {key: day for key in behind if (day := _begins(base, key, then.as_of, now.as_of))}
    found = []
    for key, day in gained.items():
        earlier = base.norms[key].succeeds
        ended = earlier if earlier and _ends(base, earlier, then.as_of, now.as_of) else None
        rests = {**behind[key], **(behind.get(ended, {}) if ended else {})}
        found.append(NormChange(ended, key, day, _act(base, (key,), day), tuple(rests)))
    replaced = {change.before for change in found}
    for key, day in lost.items():
        if key in replaced:
            continue
        after = next((other for other, norm in base.norms.items() if norm.succeeds == key), None)
        held = after if after and _begins(base, after, then.as_of, now.as_of) else None
        sources = (key, held) if held else (key,)
        found.append(NormChange(key, held, day, _act(base, sources, day), tuple(behind[key])))
    return tuple(sorted(found, key=lambda change: (change.day, change.before or "", change.after or "")))


def _begins(base: KnowledgeBase, key: str, then: date, now: date) -> date | None:
    """Give the day a norm begins to hold, when it holds at the second date only."""
    period = base.norms[key].period
    if period.covers(now) and not period.covers(then):
        return period.from_
    return None


def _ends(base: KnowledgeBase, key: str, then: date, now: date) -> date | None:
    """Give the first day on which a norm no longer holds, when it holds at the first date only."""
    period = base.norms[key].period
    if period.covers(then) and not period.covers(now) and period.to is not None:
        return period.to + timedelta(days=1)
    return None


def _act(base: KnowledgeBase, norms: Iterable[str], day: date) -> str | None:
    """Give the act that brought the version of a source that begins on a day."""
    references = [reference.id for norm in norms for reference in base.norms[norm].sources]
    versions = [version for source in references for version in base.sources[source].versions]
    return next((version.act for version in versions if version.from_ == day and version.act), None)


def _norms_of_rules(then: Case, now: Case, about: str) -> Iterator[str]:
    """Give the norms of the rules that exist at one date only and derive facts that something speaks of."""
    kind, _, key = about.partition(":")
    base = now.base
    waiting = [fact for condition in _conditions(base, kind, key) for fact in facts_of(condition)]
    seen: set[str] = set()
    while waiting:
        fact = waiting.pop()
        if fact in seen:
            continue
        seen.add(fact)
        waiting += facts_of(base.all_facts[fact].applies_when)
        for name, rule in base.rules.items():
            if fact in rule.then:
                waiting += [*facts_of(rule.when), *facts_of(rule.unless)]
                if (name in then.rules.rules) != (name in now.rules.rules):
                    yield from rule.norms


def _conditions(base: KnowledgeBase, kind: str, key: str) -> Iterator[Condition | None]:
    owner, _, name = key.partition("/")
    match kind:
        case "requirement":
            yield base.requirement(key).standing
        case "cure":
            yield base.cures[key].when
        case "merit":
            yield base.options[owner].merits[name].when
        case "duty":
            yield base.rules[key].when
            yield base.rules[key].unless
        case "act":
            yield base.act(key).when
            yield base.act(key).done
