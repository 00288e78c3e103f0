"""What remains to settle: statuses first, then what is shown of the options still in play."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from petr_advisor.consulting.case import Case
from petr_advisor.inference.diagram_manager import Node
from petr_advisor.inference.diagrams import Diagrams
from petr_advisor.inference.relevance import SHUT
from petr_advisor.knowledge.procedures import Act
from petr_advisor.knowledge.rules import Rule


@dataclass(frozen=True)
class Goal:
    """Something to settle, as a diagram that is true or false in each completion."""

    kind: str
    """option, row, requirement, cure, merit, act or duty."""
    id: str
    """Of which one; `option/name` for the parts of an option, `procedure/act`."""
    question: str
    """The key question that it helps to answer; of several, the first chosen."""
    node: Node


def decisive_goals(case: Case) -> tuple[Goal, ...]:
    """Give the open goals of the first tier: statuses of options, rows of choice tables."""
    found = case.situation.diagrams.kept(("decisive", case.key_questions), lambda: (*_statuses(case), *_rows(case)))
    return _open(case, found)


def refining_goals(case: Case) -> tuple[Goal, ...]:
    """Give the open goals of the second tier: requirements, cures, merits and acts of options in play, duties."""
    return _open(case, (*_parts_in_play(case), *_duties(case)))


def _open(case: Case, goals: Iterable[Goal]) -> tuple[Goal, ...]:
    """Keep the open ones, in the order of the key questions chosen."""
    found = tuple(goals)
    open_ = {node for node in {goal.node for goal in found} if case.situation.open(node)}
    place = {question: number for number, question in enumerate(case.key_questions)}
    return tuple(sorted((goal for goal in found if goal.node in open_), key=lambda goal: place[goal.question]))


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


@dataclass(frozen=True)
class _Parts:
    """The goals of an option, the same in every case of a date."""

    requirements: tuple[tuple[Goal, tuple[Goal, ...]], ...]
    """Each requirement, and its cures, which matter where it may be unmet."""
    others: tuple[Goal, ...]
    """Whether acts to come are obtained; merits and acts."""


def _parts_in_play(case: Case) -> Iterator[Goal]:
    diagrams = case.situation.diagrams
    for key, question in _options(case):
        if case.situation.statuses(key) <= SHUT:
            continue
        parts = diagrams.kept(("parts", key), partial(_parts, case, key, question))
        for unmet, cures in parts.requirements:
            yield unmet
            if case.situation.possible(unmet.node):
                yield from cures
        yield from parts.others


def _parts(case: Case, key: str, question: str) -> _Parts:
    diagrams, option = case.situation.diagrams, case.rules.options[key]
    requirements = tuple(
        (
            Goal("requirement", name, question, diagrams.unmet(requirement)),
            tuple(Goal("cure", cure, question, diagrams.cure(cure)) for cure in requirement.cures),
        )
        for name, requirement in diagrams.requirements(key).items()
    )
    obtained = (
        Goal("requirement", name, question, diagrams.condition(requirement.needs))
        for name, requirement in diagrams.requirements(key).items()
        if requirement.act
    )
    merits = (Goal("merit", f"{key}/{n}", question, diagrams.condition(m.when)) for n, m in option.merits.items())
    acts = (
        Goal("act", name, question, _needed(diagrams, act))
        for name, act in case.base.acts_of(key).items()
        if act.period is None or act.period.covers(case.as_of)
    )
    return _Parts(requirements, (*obtained, *merits, *acts, *_votes_called(case, key, question)))


def _votes_called(case: Case, key: str, question: str) -> Iterator[Goal]:
    """Give the votes of the procedures that acts of an option call: they are told with its own."""
    diagrams = case.situation.diagrams
    for act in case.base.acts_of(key).values():
        for name in act.calls.names if act.calls else ():
            for own, called in case.base.procedures[name].acts.items():
                written = called.period is None or called.period.covers(case.as_of)
                if called.vote and written and diagrams.speaks_of(called.when) and diagrams.speaks_of(called.done):
                    yield Goal("act", f"{name}/{own}", question, _needed(diagrams, act) & _needed(diagrams, called))


def _needed(diagrams: Diagrams, act: Act) -> Node:
    needed = diagrams.condition(act.when)
    return needed if act.done is None else needed & ~diagrams.condition(act.done)


@dataclass(frozen=True)
class Duty:
    """A duty on the key questions chosen, the same in every case of a date."""

    name: str
    rule: Rule
    question: str
    anyway: bool
    """Whether it arises without hanging on an option."""
    asked: bool
    """Whether it bears on one of them; if not, it is told in some cases all the same."""


def _duties(case: Case) -> Iterator[Goal]:
    diagrams = case.situation.diagrams
    for duty in diagrams.kept(("duties", case.key_questions), lambda: tuple(_duties_asked(case))):
        if not duty.anyway and case.in_play.isdisjoint(duty.rule.options):
            continue
        if duty.rule.for_each is None:
            yield _goal_of(diagrams, duty, None)
            continue
        listed = case.facts.entities.get(duty.rule.for_each)
        for entity in listed.ids if listed else ():
            yield _goal_of(diagrams, duty, entity)


def _duties_asked(case: Case) -> Iterator[Duty]:
    return (duty for duty in duties_told(case) if duty.asked)


def duties_told(case: Case) -> Iterator[Duty]:
    """Give the duties that bear on the key questions chosen, or on whatever is asked."""
    for name, rule in case.rules.rules.items():
        asked = is_asked(case, rule)
        if rule.duty is not None and (rule.told_anyway is not None or asked):
            yield Duty(name, rule, _key_question_of(case, rule), arises_anyway(case, rule), asked)


def _goal_of(diagrams: Diagrams, duty: Duty, entity: str | None) -> Goal:
    name = duty.name if entity is None else f"{duty.name}@{entity}"
    return Goal("duty", name, duty.question, diagrams.rule(duty.name, entity))


def _key_question_of(case: Case, rule: Rule) -> str:
    """Give the first key question chosen on which a duty bears."""
    options = {case.base.options[option].answers for option in rule.options if option in case.base.options}
    return next((key for key in case.key_questions if key in {*rule.about, *options}), case.key_questions[0])


def is_asked(case: Case, rule: Rule) -> bool:
    """Tell whether a duty bears on one of the key questions chosen, or on all."""
    return not rule.about or not set(rule.about).isdisjoint(case.key_questions)


def arises_anyway(case: Case, rule: Rule) -> bool:
    """Tell whether a duty bears on a key question asked without hanging on one of its options."""
    narrowed = {case.base.options[option].answers for option in rule.options if option in case.base.options}
    return not rule.options or bool(set(rule.about) & set(case.key_questions) - narrowed)
