"""What remains to settle: statuses first, then what is shown of the options still in play."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from petr_advisor.consulting.case import Case
from petr_advisor.inference.diagram_manager import Node
from petr_advisor.knowledge.rules import Rule


@dataclass(frozen=True)
class Goal:
    """Something to settle, as a diagram that is true or false in each completion."""

    kind: str
    """option, row, requirement, cure, merit, step or duty."""
    id: str
    """Of which one; `option/name` for the parts of an option."""
    question: str
    """The key question that it helps to answer; of several, the first chosen."""
    node: Node


def decisive_goals(case: Case) -> tuple[Goal, ...]:
    """Give the open goals of the first tier: statuses of options, rows of choice tables."""
    return _open(case, (*_statuses(case), *_rows(case)))


def refining_goals(case: Case) -> tuple[Goal, ...]:
    """Give the open goals of the second tier: requirements, cures, merits and steps of options in play, duties."""
    return _open(case, (*_parts(case), *_duties(case)))


def _open(case: Case, goals: Iterable[Goal]) -> tuple[Goal, ...]:
    """Keep the open ones, in the order of the key questions chosen."""
    found = (goal for goal in goals if case.situation.open(goal.node))
    return tuple(sorted(found, key=lambda goal: case.key_questions.index(goal.question)))


def _options(case: Case) -> Iterator[tuple[str, str]]:
    """Give each option with the key question that it answers."""
    found = ((key, option.answers) for key, option in case.rules.options.items())
    yield from ((key, question) for key, question in found if question in case.key_questions)


def _statuses(case: Case) -> Iterator[Goal]:
    for key, question in _options(case):
        for status, node in case.situation.diagrams.option(key).items():
            if status != "conditional":
                yield Goal("option", key, question, node)


def _rows(case: Case) -> Iterator[Goal]:
    """Rows of a choice table are decisive: what is recommended hangs on them."""
    for question in case.key_questions:
        for key, row in case.rules.rows_for(question).items():
            yield Goal("row", key, question, case.situation.diagrams.condition(row.when))


def _parts(case: Case) -> Iterator[Goal]:
    diagrams = case.situation.diagrams
    for key, question in _options(case):
        if case.situation.statuses(key) <= {"closed", "not_in_force"}:
            continue
        option = case.rules.options[key]
        for name, requirement in diagrams.requirements(key).items():
            unmet = diagrams.unmet(requirement)
            yield Goal("requirement", name, question, unmet)
            if case.situation.possible(unmet):
                yield from (Goal("cure", cure, question, diagrams.cure(cure)) for cure in requirement.cures)
        for name, merit in option.merits.items():
            yield Goal("merit", f"{key}/{name}", question, diagrams.condition(merit.when))
        for number, step in enumerate(option.steps):
            needed = diagrams.condition(step.when)
            if step.unless is not None:
                needed &= ~diagrams.condition(step.unless)
            yield Goal("step", f"{key}/{number}", question, needed)


def _duties(case: Case) -> Iterator[Goal]:
    for name, rule in case.rules.rules.items():
        if rule.duty is None or not concerns(case, name):
            continue
        question = _key_question_of(case, rule)
        if rule.for_each is None:
            yield Goal("duty", name, question, case.situation.diagrams.rule(name))
            continue
        listed = case.facts.entities.get(rule.for_each)
        for entity in listed.ids if listed else ():
            yield Goal("duty", f"{name}@{entity}", question, case.situation.diagrams.rule(name, entity))


def _key_question_of(case: Case, rule: Rule) -> str:
    """Give the first key question chosen on which a duty bears."""
    options = {case.base.options[option].answers for option in rule.options if option in case.base.options}
    return next((key for key in case.key_questions if key in {*rule.about, *options}), case.key_questions[0])


def concerns(case: Case, rule: str) -> bool:
    """Tell whether a duty bears on the key questions chosen and on an option still in play."""
    found = case.rules.rules[rule]
    if found.about and not set(found.about) & set(case.key_questions):
        return False
    return arises_anyway(case, found) or not case.in_play.isdisjoint(found.options)


def arises_anyway(case: Case, rule: Rule) -> bool:
    """Tell whether a duty bears on a key question asked without hanging on one of its options."""
    narrowed = {case.base.options[option].answers for option in rule.options if option in case.base.options}
    return not rule.options or bool(set(rule.about) & set(case.key_questions) - narrowed)
