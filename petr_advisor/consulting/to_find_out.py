"""What is still to be known, point by point, and how many questions are left of each kind: counted here alone.

A question that can change the proposal is asked by itself, unless it was said not to be known, or only serves to
compare, to follow or to complete an answer that there is: it can still change that answer, and is no detail.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain

from petr_advisor.consulting.asking import Detail, Question, asked_as
from petr_advisor.consulting.awaited import awaited
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course_line import NOTHING_PROPOSED, CourseLine
from petr_advisor.consulting.done_away import moot
from petr_advisor.consulting.knowable import is_answered, questions_of, said_missing
from petr_advisor.consulting.outcomes import unsettled
from petr_advisor.knowledge.conditions import facts_of


@dataclass(frozen=True)
class Point:
    """A fact to find out, of the territory or of some entities."""

    fact: str
    of: tuple[str, ...]
    decisive: bool
    """Whether it can change what is proposed."""
    asked: bool
    """Whether it was asked already."""


@dataclass(frozen=True)
class Left:
    """How many questions are left, as a person meets them: a checklist is one."""

    to_settle: int
    """Asked by themselves: they can change what is proposed."""
    to_check: int
    """No longer asked by themselves, though they can still change it: said not to be known, or named as missing.

    Each counts, for each is answered by itself from the list of what is to be found out: the list has as many lines.
    """
    details: dict[Detail, int]
    """Those that only refine, by what they are good for."""
    unasked: frozenset[str]
    """The facts of those no longer asked by themselves: no list that is asked tells them either."""
    never_put: int
    """How many of these were never put: whoever answers them may establish the proposal."""
    wanting: bool
    """Whether these never put wait beside others said not to be known: they count only with them."""
    turning: bool
    """Whether they can change an answer of the course; else they only open or shut ways that pass before none."""
    proposing: frozenset[str]
    """The key questions of which something is proposed: of the others there are only ways under study."""

    def proposes(self, question: str | None = None) -> bool:
        """Tell whether something is proposed: of a key question, or of any."""
        return question in self.proposing if question else bool(self.proposing)

    def either(self, turning: str, ways: str) -> str:
        """Give what is said of those to check: that they can change what is proposed, or other ways alone."""
        return turning if self.turning else ways

    @property
    def optional(self) -> int:
        """Those that only refine."""
        return sum(self.details.values())


def left(case: Consultation) -> Left:
    """Count the questions left of each kind, each once."""
    asked = {question.key for question in case.agenda.questions if question.tier == 1}
    first = {fact for fact, _ in asked}
    found = [
        point
        for point in points(case)
        if point.decisive and point.fact not in first and asked.isdisjoint(case.agenda.asked_for((point.fact, None)))
    ]
    unasked = frozenset(point.fact for point in found)
    never_put = sum(not point.asked for point in found)
    return Left(
        to_settle=case.agenda.left(1),
        to_check=len(unasked),
        details={detail: n for detail, all_of in case.agenda.details.items() if (n := _count(case, all_of, unasked))},
        unasked=unasked,
        never_put=never_put,
        wanting=0 < never_put < len(found),
        turning=any(may_turn(case, line) for line in case.course.lines),
        proposing=frozenset(line.question for line in case.course.lines if line.state not in NOTHING_PROPOSED),
    )


def may_turn(case: Consultation, line: CourseLine[Consultation]) -> bool:
    """Tell whether what is not known can still change an answer: one still open, or that lacks what would turn it."""
    sure = case.sureness.get((line.question, line.theme))
    return bool(sure.answers) if sure else line.state != "moot" and not line.shut


def _count(case: Consultation, questions: Iterable[Question], unasked: frozenset[str]) -> int:
    return len(asked_as(case.asked_in, (each for each in questions if each.tier == 2 and each.fact not in unasked)))


def points(case: Consultation) -> tuple[Point, ...]:
    """Give the points to find out, asked or answered « I do not know »; first what an answer left open waits for."""
    ended = moot(case) | _without_object(case)
    live = [goal for goal in case.agenda.decisive if goal.question not in ended]
    decisive = {fact for goal in live for fact, _ in case.situation.relevant(goal.node)}
    wanted: dict[str, tuple[bool, bool, list[str]]] = {}
    meant = _meant(case)
    for question in case.agenda.questions:
        if question.fact in meant:
            continue
        serves = question.tier == 1 and any(goal.question not in ended for goal in case.agenda.goals_of(question))
        entry = wanted.setdefault(question.fact, (serves, False, []))
        entry[2].extend([question.of] if question.of else [])
    asked = [key for key in unsettled(case) if key not in case.set_aside]
    lists = [name for name, kind in case.base.facts.items() if kind.entity and _cannot_list(case, kind.entity)]
    undated = [term.term.on for term in case.terms if term.known != "dated" and isinstance(term.term.on, str)]
    wanted |= {fact: (True, True, []) for fact in undated}
    missing = [key for key in said_missing(case) if key[0] not in meant]
    for fact, of in (*asked, *((name, None) for name in lists)):
        entry = wanted.setdefault(fact, (fact in decisive, True, []))
        entry[2].extend([of] if of else [])
    for fact in _on_a_map(case, decisive):
        wanted.setdefault(fact, (True, False, []))
    for fact, of in missing:
        _, was_asked, whose = wanted.get(fact, (True, is_answered(case, (fact, of)), []))
        wanted[fact] = (True, was_asked, [*whose, *([of] if of and of not in whose else [])])
    twice = _asked_twice(case, {fact: whose for fact, (_, _, whose) in wanted.items()})
    for fact in {*twice, *case.agenda.told_by_votes}:
        wanted.pop(fact, None)
    for fact in wanted.keys() & chain.from_iterable(case.base.facts[of_all].summed_from for of_all, _ in asked):
        wanted[fact] = (wanted[fact][0], True, wanted[fact][2])  # a list put it, of all the members at once
    return _in_order(wanted, (*undated, *(fact for fact, _ in (*awaited(case.course), *missing))))


def _in_order(wanted: dict[str, tuple[bool, bool, list[str]]], first: tuple[str, ...]) -> tuple[Point, ...]:
    found = [Point(fact, tuple(of), decisive, asked) for fact, (decisive, asked, of) in wanted.items()]
    place = {fact: number for number, fact in reversed(tuple(enumerate(first)))}
    return tuple(sorted(found, key=lambda p: (not p.decisive, place.get(p.fact, len(place)), not p.asked)))


def _on_a_map(case: Consultation, decisive: AbstractSet[str]) -> Iterator[str]:
    """Give what a map or a register tells, though how many members there are was said not to be known.

    Nothing asks by itself whether the territory is in one piece then, for that only counts with several; and the map is
    looked at for both. What follows an act or a choice is left out: nobody finds it out before that is known.
    """
    for fact in sorted(decisive & case.base.facts.keys()):
        kind, key = case.base.facts[fact], (fact, None)
        if not kind.measure or not kind.askable or key in case.state.answers or case.memory.applies(*key) is not None:
            continue
        turning = case.situation.relevant(case.situation.diagrams.applies(key))
        counted = all(before in case.base.facts and case.base.facts[before].type == "count" for before, _ in turning)
        if counted and all(is_answered(case, each) for each in questions_of(case, turning)):
            yield fact


def _asked_twice(case: Consultation, wanted: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """Give what need not be asked: what is said of all and asked of each, in the one of the two that is not put."""
    put = {question.fact for question in case.agenda.questions}
    of_each = {fact for fact, whose in wanted.items() if whose}
    found: set[str] = set()
    for fact in wanted.keys() & case.base.facts.keys():
        same = case.base.facts[fact].summed_from & of_each
        found |= (same - put if fact in put else {fact}) if same else set()
    return frozenset(found)


def _meant(case: Consultation) -> frozenset[str]:
    """Give what is wanted of the ways proposed, as a body planned: beside them nobody is asked whether it is."""
    ways = (line.option for line in case.course.lines if line.option and line.state in {"proposed", "running"})
    return frozenset(fact for way in ways for fact in facts_of(way.option.wanted))


def _without_object(case: Consultation) -> frozenset[str]:
    """Give the key questions of which every theme is said to be without object: nothing is found out for them."""
    states: dict[str, set[str]] = {}
    for line in case.course.lines:
        states.setdefault(line.question, set()).add(line.state)
    return frozenset(question for question, found in states.items() if found == {"moot"})


def _cannot_list(case: Consultation, kind: str) -> bool:
    return kind in case.state.lists and case.state.lists[kind] is None
