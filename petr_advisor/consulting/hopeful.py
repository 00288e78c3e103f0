"""The options that may yet be proposed, where something said not to be known keeps other ways open for good."""

from collections.abc import Collection, Mapping
from typing import TypeVar

from petr_advisor.consulting.case import Case
from petr_advisor.consulting.course import Course
from petr_advisor.consulting.course_line import CourseLine
from petr_advisor.consulting.outcomes import OptionOutcome
from petr_advisor.consulting.ranking import RANK
from petr_advisor.consulting.requirements import truth
from petr_advisor.inference.facts import FactKey
from petr_advisor.inference.relevance import SHUT

C = TypeVar("C", bound=Case)


def hopeful(case: C, course: Course[C]) -> Mapping[str, frozenset[str]]:
    """Give, of key questions that something said not to be known keeps open, the options that may yet be proposed.

    Where there are none, no proposal can come as long as what was said not to be known stays so. Sufficient, not
    necessary: only the first question of the course is looked at, as later ones are weighed on what it leaves.
    """
    if not any(answer.value is None for answer in case.state.answers.values()):
        return {}
    if any(kind.entity and kind.entity not in case.state.lists for kind in case.base.facts.values()):
        return {}  # much may come to be measured of what is listed
    lines = tuple(line for line in course.lines if line.question == course.lines[0].question)
    if any(line.state != "to_settle" for line in lines):
        return {}
    kept = _kept(case)
    found = [_hopeful(case, line, kept) for line in lines]
    if any(each is None for each in found):
        return {}
    return {lines[0].question: frozenset().union(*(each for each in found if each is not None))}


def _kept(case: Case) -> frozenset[FactKey]:
    """Give the facts that stay unknown whatever is asked: said not to be known, or asked by no question.

    A question is put once facts that can be said before it make it apply: those that apply now come first.
    """
    situation, answers = case.situation, case.state.answers
    kept = {*situation.diagrams.fact_of_bit.values()} - case.facts.known.keys()
    waiting = [key for key in kept if key not in answers and _may_be_asked(case, key[0])]
    found = {key for key in waiting if case.memory.applies(*key)}
    while found:
        kept -= found
        waiting = [key for key in waiting if key not in found and case.memory.applies(*key) is None]
        found = {key for key in waiting if situation.settleable(situation.diagrams.applies(key), kept)}
    return frozenset(kept)


def _may_be_asked(case: Case, fact: str) -> bool:
    kind = case.base.facts.get(fact)
    if kind is None or kind.askable:
        return kind is not None
    if kind.summary is None:
        return False
    target = next(iter(kind.summary.measure.values()))
    entity = (case.base.facts[target].of if target in case.base.facts else target) or ""
    return entity not in case.state.lists or case.state.lists[entity] is not None


def _hopeful(case: C, line: CourseLine[C], kept: Collection[FactKey]) -> frozenset[str] | None:
    """Give the options that no way passes before which stays undetermined, were it open; None where it is not known."""
    moot = case.base.key_questions[line.question].moot
    if line.case.memory is not case.memory or (moot is not None and not moot.after):
        return None
    routes = [found for found in line.outcome.routes if found.option.theme == line.theme and not found.rank[0]]
    able = [found for found in routes if not _never_live(case, found, kept)]
    if any(found.done is not False for found in routes) or _may_mend(case).intersection(found.id for found in able):
        return None
    able += [found for found in line.outcome.staying if not found.rank[0]]
    waiting = [each for each in routes if each.recommended is True and each not in able]
    ahead = min((_least(case, each, kept) for each in waiting if _never_shut(case, each, kept)), default=None)
    if ahead is None:
        return None
    return frozenset(each.id for each in able if _most(case, each, kept) <= ahead)


def _may_mend(case: Case) -> frozenset[str]:
    """Give the options by which a breach may be mended: such a way does not wait for another."""
    regimes = (regime for regime in case.base.regimes.values() if regime.of is not None)
    held = (regime for regime in regimes if regime.of is not None and truth(case, regime.of) is not False)
    conditions = (condition for regime in held for condition in regime.conditions.values())
    return frozenset(option for condition in conditions for option in condition.mended_by)


def _never_live(case: Case, route: OptionOutcome, kept: Collection[FactKey]) -> bool:
    """Tell whether a route stays undetermined or comes to be closed: a standing condition of it stays unknown."""
    situation, diagrams = case.situation, case.situation.diagrams
    statuses = diagrams.option(route.id)
    if any(situation.settleable(statuses[status], kept) for status in ("open", "conditional")):
        return False
    standing = (diagrams.unmet(found.requirement) for found in route.requirements if not found.requirement.act)
    return any(not situation.settleable(node, kept) and not situation.settleable(~node, kept) for node in standing)


def _never_shut(case: Case, route: OptionOutcome, kept: Collection[FactKey]) -> bool:
    statuses = case.situation.diagrams.option(route.id)
    return not any(case.situation.settleable(statuses[status], kept) for status in SHUT)


# -- the places that an option may come to have, as `Standing.rank` gives them but for slight arguments -------


def _least(case: Case, each: OptionOutcome, kept: Collection[FactKey]) -> tuple[int, ...]:
    """Give the last place that an undetermined way, named by a table, may come to have at best."""
    decisive, strong = (_balance(case, each, kept, weight, -1) for weight in ("decisive", "strong"))
    status = RANK["conditional" if "conditional" in each.statuses else "open"]
    return (0, 0 if each.running else 1, -decisive, status, -strong)


def _most(case: Case, each: OptionOutcome, kept: Collection[FactKey]) -> tuple[int, ...]:
    """Give the first place that an option may come to have."""
    decisive, strong = (_balance(case, each, kept, weight, 1) for weight in ("decisive", "strong"))
    status = RANK["open" if "open" in each.statuses else "conditional"]
    runs = each.running or each.option.running is not None
    return (2 if each.recommended is False else 0, 0 if runs else 1, -decisive, status, -strong)


def _balance(case: Case, each: OptionOutcome, kept: Collection[FactKey], weight: str, sign: int) -> int:
    """Sum the arguments of a weight that hold, and those still to come that go one way."""
    diagrams, total = case.situation.diagrams, 0
    for found in each.merits:
        value = 1 if found.merit.for_ else -1
        if found.merit.weight != weight or found.holds is False or (found.holds is None and value != sign):
            continue
        if found.holds or case.situation.settleable(diagrams.condition(found.merit.when), kept):
            total += value
    return total
