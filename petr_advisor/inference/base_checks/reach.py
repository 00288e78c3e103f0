"""Options: in force at some date, possible in some case, with requirements and cures that live as long as they do."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from petr_advisor.inference.base_checks.epochs import Epoch
from petr_advisor.inference.diagram_manager import Node
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.checks.uses import Place, of_requirement
from petr_advisor.knowledge.law import InForcePeriod
from petr_advisor.knowledge.loader import Places
from petr_advisor.knowledge.options import Option
from petr_advisor.knowledge.problems import Problem, named
from petr_advisor.words.speech import told


def periods(base: KnowledgeBase, places: Places) -> Iterator[Problem]:
    """Report entries that no date enacts, and requirements that do not cover their option's period."""
    for kind in ("rules", "cures"):
        for key, entry in getattr(base, kind).items():
            if base.period_of(entry.norms, acts=kind == "cures") is None:
                message = told("check.never-enacted", norms=_shown(base, entry.norms))
                yield Place(kind, key, ("norms",)).problem(places, message)
    for key, option in base.options.items():
        period = base.option_period(option)
        if period is None:
            narrower = _days(option.period) if option.period else ""
            problem = "check.no-common-day-period" if narrower else "check.no-common-day"
            message = told(problem, norms=_shown(base, option.norms), period=narrower)
            yield Place("options", key, ("norms",)).problem(places, message)
            continue
        yield from _uncovered(base, places, key, option, period)


def _uncovered(
    base: KnowledgeBase, places: Places, key: str, option: Option, period: InForcePeriod
) -> Iterator[Problem]:
    for name, requirement in base.requirements(option).items():
        spans: list[InForcePeriod] = []
        for norm in requirement.norms:
            if norm in base.norms:
                spans += [base.norms[norm].period, base.norms[norm].in_force]
        gap = first_gap(period, spans)
        cited = (*option.norms, *requirement.norms)
        known = all(norm in base.norms and ("norms", norm) not in places.broken for norm in cited)
        if gap is not None and known:
            shared = (group for group in base.groups_of(option) if name in base.groups[group].requires)
            owner = of_requirement(base, key if name in option.requires else next(shared), name)
            message = told(
                "check.not-covered",
                option=key,
                period=_days(period),
                gap=str(gap),
                norms=_shown(base, requirement.norms),
            )
            yield (owner / "norms").problem(places, message)


def first_gap(period: InForcePeriod, spans: Iterable[InForcePeriod]) -> date | None:
    """Give the first day of a period that lies in none of the spans."""
    day = period.from_ or date.min
    for span in sorted(spans, key=lambda span: span.from_ or date.min):
        if (span.from_ or date.min) > day:
            break
        if span.to is None:
            return None
        if span.to >= day:
            day = span.to + timedelta(days=1)
    return day if day <= (period.to or date.max) else None


def completions(base: KnowledgeBase, places: Places, epochs: tuple[Epoch, ...]) -> Iterator[Problem]:
    """Report options that no case leaves anything but closed."""
    for key in base.options:
        living = [epoch for epoch in epochs if key in epoch.rules.options]
        if living and not any(_reachable(epoch, key) for epoch in living):
            hopeless = [name.rpartition("/")[2] for name in _hopeless(living[0], key)]
            message = told("check.hopeless", names=named(hopeless)) if hopeless else told("check.always-closed")
            yield Place("options", key).problem(places, message)


def _reachable(epoch: Epoch, key: str) -> bool:
    statuses = epoch.diagrams.option(key)
    return any(epoch.possible(statuses[status]) for status in ("open", "conditional"))


def _hopeless(epoch: Epoch, key: str) -> Iterator[str]:
    for name, requirement in epoch.diagrams.requirements(key).items():
        node: Node = ~epoch.diagrams.unmet(requirement)
        for cure in requirement.cures:
            node |= epoch.diagrams.cure(cure)
        if not epoch.possible(node):
            yield name


def _shown(base: KnowledgeBase, norms: Iterable[str]) -> str:
    return "; ".join(f"{norm} {_days(base.norms[norm].period)}" for norm in norms if norm in base.norms)


def _days(period: InForcePeriod) -> str:
    return f"[{period.from_ or '…'}, {period.to or '…'}]"
