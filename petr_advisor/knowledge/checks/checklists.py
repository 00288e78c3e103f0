"""What one question takes together: yes-or-no situations of one subject, each in one checklist only."""

from collections import Counter
from collections.abc import Iterator

from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.checklists import Line
from petr_advisor.knowledge.checks.uses import Place
from petr_advisor.knowledge.loader import Places
from petr_advisor.knowledge.problems import Problem
from petr_advisor.knowledge.subjects import names_of
from petr_advisor.knowledge.vocabulary import FactType
from petr_advisor.words.speech import told


def check(base: KnowledgeBase, places: Places) -> Iterator[Problem]:
    """Report lines that no yes or no answers, those of another subject than the lines above, and facts held twice."""
    counted = Counter(line.fact for found in base.checklists.values() for line in found.lines)
    for key, found in base.checklists.items():
        common: set[str] | None = None
        for number, line in enumerate(found.lines):
            place = Place("checklists", key, ("lines", number, "fact"))
            if (kind := base.facts.get(line.fact)) is None:
                continue
            if counted[line.fact] > 1:
                yield place.problem(places, told("check.several-checklists", name=line.fact))
            if not _answered(line, kind):
                yield place.problem(places, told("check.no-yes-or-no", name=line.fact))
            subjects = _subjects(base, line.fact)
            if common is not None and not common & subjects:
                yield place.problem(places, told("check.other-subject", name=line.fact, first=found.lines[0].fact))
            else:
                common = subjects if common is None else common & subjects


def _answered(line: Line, kind: FactType) -> bool:
    """Tell whether yes or no answers for the fact of a line, which is the territory's and which no map suggests."""
    if not kind.askable or kind.of is not None or kind.measure is not None:
        return False
    values = [value for value in (line.if_yes, line.if_no) if value is not None]
    if kind.type == "yes_no":
        return not values
    return kind.type == "one_of" and bool(values) and len({*values}) == len(values) and {*values} <= kind.choices.keys()


def _subjects(base: KnowledgeBase, fact: str) -> set[str]:
    """Give the subjects of a fact: its own, and that of its family (the first word of its name)."""
    holders = {name: key for key, subject in base.subjects.items() for name in subject.holds}
    return {holders[name] for name in names_of(fact) if name in holders} or {names_of(fact)[-1]}
