"""What the answer to a key question left open waits for: the facts not known that its first way needs."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from petr_advisor.consulting.case import Case
from petr_advisor.consulting.course import Course
from petr_advisor.consulting.course_line import CourseLine
from petr_advisor.inference.facts import FactKey, Range
from petr_advisor.knowledge.base import READING_PREFIX
from petr_advisor.knowledge.conditions import facts_of

C = TypeVar("C", bound=Case)


def awaited(course: Course[C]) -> tuple[FactKey, ...]:
    """Give the facts that the lines left open wait for, in the order of the course."""
    return tuple(dict.fromkeys(key for line in course.lines for key in awaited_by(line)))


def awaited_by(line: CourseLine[C]) -> Iterator[FactKey]:
    """Give the facts that a line waits for; none where it is not open, or no way would be its answer."""
    if line.state != "to_settle" or line.rival is None:
        return
    held = line.held_up
    yield from held.facts if held else ()
    if held and held.by == "there":  # its conditions no longer matter where it is
        return
    situation = line.case.situation
    for found in line.rival.requirements:
        if found.state == "unknown":
            keys = situation.relevant(situation.diagrams.unmet(found.requirement))
            for key in sorted(key for key in keys if not key[0].startswith(READING_PREFIX)):
                fact = key[0]
                yield from tuple(of_a_merger(line, fact)) or tuple(_of_each(line.case, fact)) or (key,)


def of_a_merger(line: CourseLine[C], fact: str) -> Iterator[FactKey]:
    """Give what of a merger planned a fact waits for: what the one that is born of it has, who merges."""
    yield from _of_the_merged(line, fact)
    yield from _who_merge(line, fact)


def _of_the_merged(line: CourseLine[C], fact: str) -> Iterator[FactKey]:
    """Give what is to be told of the one born of a merger with others, of a fact that sums up what it has."""
    summary = line.case.base.all_facts[fact].summary
    summed = set(summary.measure.values()) if summary else set()
    for _, option in line.after:
        merging = line.case.base.options[option].merges
        for name, teller in merging.told.items() if merging else ():
            if name in summed and line.case.memory.facts.get(teller) is None:
                yield teller, None


def _who_merge(line: CourseLine[C], fact: str) -> Iterator[FactKey]:
    """Give who merges, of a fact of which only what is so whoever merges is known."""
    if isinstance(line.case.supposed.get((fact, None)), Range):
        for _, option in line.after:
            merging = line.case.base.options[option].merges
            yield from _unknown(line.case, facts_of(merging.where)) if merging else ()


def _of_each(case: Case, fact: str) -> Iterator[FactKey]:
    """Give what is not known of the entities of a list, for a fact that sums it up."""
    summary = case.base.all_facts[fact].summary
    yield from _unknown(case, sorted(facts_of(summary.where))) if summary else ()


def _unknown(case: Case, facts: Iterable[str]) -> Iterator[FactKey]:
    for name in facts:
        listed = case.facts.entities.get(case.base.facts[name].of or "")
        yield from ((name, of) for of in (listed.ids if listed else ()) if case.memory.facts.get(name, of) is None)
