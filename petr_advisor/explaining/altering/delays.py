"""The passing of time: delays that will have run out, and the time that acts take."""

from datetime import date, timedelta

from petr_advisor.consulting.case import Case
from petr_advisor.inference.calendar import end_of_delay
from petr_advisor.knowledge.acts import Cure
from petr_advisor.knowledge.conditions import TRUE, literals


def months_of(case: Case, cure: Cure) -> int | None:
    """Give the months that a cure takes at its longest: its own time, else its limit, rounded up; None when unsaid."""
    duration = case.base.cure_duration(cure)
    span = duration.longest if duration else cure.limit.length if cure.limit else None
    return -(-span.rough_days // 30) if span else None


def ends_of_delays(case: Case, option: str) -> list[tuple[str, date]]:
    """Give the days after the date of law on which a delay that the option turns on will have run out."""
    found: dict[date, str] = {}
    diagrams = case.situation.diagrams
    cures = [cure for needed in diagrams.requirements(option).values() for cure in needed.cures]
    nodes = [diagrams.option(option)["open"], *map(diagrams.cure, cures)]
    bearing = {diagrams.fact_of_bit[bit][0] for node in nodes for bit in diagrams.bdd.support(node)}
    for fact, tests in _tested_dates(case).items():
        if fact not in bearing:
            continue
        start = case.memory.facts.day(fact)
        for delay in tests if start else ():
            day = end_of_delay(start, delay) + timedelta(days=1)  # type: ignore[arg-type]
            if day > case.as_of:
                found.setdefault(day, fact)
    return [(found[day], day) for day in sorted(found)]


def _tested_dates(case: Case) -> dict[str, tuple[str, ...]]:
    """Give the delays counted from each date fact of the territory."""
    found: dict[str, dict[str, None]] = {}
    atoms = [(atom.fact, atom.test) for atom in case.compiled.atoms.values()]
    for kind in case.base.facts.values():
        atoms += [(literal.fact, literal.test) for literal in literals(kind.applies_when or TRUE)]
    for fact, test in atoms:
        for _, delay in test.ago:
            found.setdefault(fact, {})[delay] = None
    return {fact: tuple(delays) for fact, delays in found.items()}
