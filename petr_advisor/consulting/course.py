"""The course of action: one option for each key question, and for each theme of a question, so that they hold together.

The questions are taken in one fixed order, whatever the order in which they are asked. Each takes its first option that
holds on the facts which the options before it leave; staying, having no subject and being unsettled come last, so
nothing is ever taken back.
"""

from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Generic, TypeVar

from petr_advisor.consulting.breaches import breaches
from petr_advisor.consulting.case import Case
from petr_advisor.consulting.clashes import clashes
from petr_advisor.consulting.counting_on import counted_on, put_together
from petr_advisor.consulting.course_line import CARRIED, UNSETTLED, CourseLine, GivenUp, in_waiting
from petr_advisor.consulting.curing import after_plan, after_way, with_facts
from petr_advisor.consulting.outcomes import OptionOutcome, QuestionOutcome, question_outcome
from petr_advisor.consulting.requirements import RequirementOutcome, truth, waited_for
from petr_advisor.consulting.running import states_of
from petr_advisor.consulting.weighing import Weighed, obtaining, weigh_in
from petr_advisor.inference.atoms import Truth, parse_value
from petr_advisor.knowledge.options import Elsewhere, Joined, KeyQuestion, Moot
from petr_advisor.words.texts import Text

C = TypeVar("C", bound=Case)


@dataclass(frozen=True)
class Course(Generic[C]):
    """The lines, in order."""

    lines: tuple[CourseLine[C], ...]

    def of(self, question: str) -> tuple[CourseLine[C], ...]:
        """Give the lines of a key question: one, or one for each of its themes."""
        return tuple(line for line in self.lines if line.question == question)

    def before(self, question: str) -> tuple[CourseLine[C], ...]:
        """Give the lines of the key questions answered before one of the course."""
        return tuple(takewhile(lambda line: line.question != question, self.lines))

    def case_of(self, question: str, theme: str | None) -> C:
        """Give the case in which the options of a key question, or of a theme of it, are weighed."""
        lines = self.of(question)
        return next((line for line in lines if line.theme == theme), lines[0]).case


def in_order(case: Case) -> tuple[str, ...]:
    """Give the key questions asked in the order of the course."""
    questions = case.base.key_questions

    def place(key: str) -> tuple[int, int]:
        found = questions[key]
        return (found.order if found.place is None else found.place), found.order

    return tuple(sorted(case.key_questions, key=place))


def course(case: C) -> Course[C]:
    """Give the course of a case."""
    if clashes(case):
        return Course(tuple(_nothing_said(case)))
    taken = _Course(_apart(case))
    for question in in_order(case):
        taken.answer(question)
    return Course(tuple(taken.lines))


def _nothing_said(case: C) -> Iterator[CourseLine[C]]:
    here = _apart(case)
    for question in in_order(case):
        yield CourseLine(question, None, "conflict", (), question_outcome(here, question), here)


def _apart(case: C) -> C:
    """Give a copy of a case, with what the case has worked out.

    A case held by its own course would be a circle, and what is in a circle, its diagrams among others, stays on long
    after its last use.
    """
    _ = case.memory, case.situation, case.answered, case.after_cures, case.after_ways
    return copy(case)


class _Course(Generic[C]):
    """A course being made: the lines so far, and what they leave."""

    def __init__(self, case: C, after: tuple[tuple[str, str], ...] = ()) -> None:
        self.lines: list[CourseLine[C]] = []
        self._today = case
        self._left = case
        self._after = after
        self._settled: dict[str, str] = {}
        """The facts that no later question may make otherwise, each with the question that settled it."""

    def answer(self, question: str) -> None:
        """Add the lines of a key question, and carry out what they say."""
        asked = self._today.base.key_questions[question]
        if asked.on_today:
            ended = truth(self._left, asked.on_today.unless)
            here = self._left if ended else after_plan(self._today, self._left, asked.on_today.planned)
            # What leads to an answer, its end included, goes along with it: it never comes after it.
            self.lines += self._while_open(asked, _Course(here).weighed_alone(question))
            return
        supposed = self._supposed(asked)
        lines = tuple(map(self._held_back, self._lines(question)))
        found = tuple(replace(line, supposed=supposed if line.options else None) for line in lines)
        self.lines += found
        for line in found:
            if line.option and line.state in CARRIED and not line.shut and not supposed:
                self._carry_out(question, line.option)
        self._settled |= dict.fromkeys(asked.settles, question)

    def weighed_alone(self, question: str) -> tuple[CourseLine[C], ...]:
        """Give the lines of a key question on the facts of the case, whatever others leave."""
        return self._lines(question)

    def _while_open(self, asked: KeyQuestion, lines: Iterable[CourseLine[C]]) -> Iterator[CourseLine[C]]:
        """Put under its « if » what leads to what other questions answer, where the one awaited is still to settle."""
        wanted = asked.supposes
        if wanted is None or not any(
            line.question == wanted.question and line.state == "to_settle" for line in self.lines
        ):
            yield from lines
            return
        supposed = self._supposed(asked)
        for line in lines:
            free = line.state != "proposed" or any(option.id in wanted.spares for option in line.options)
            yield line if free else replace(line, supposed=supposed)

    def _supposed(self, asked: KeyQuestion) -> Text | None:
        """Give the « if » of a key question where no answer so far says that it will be so."""
        wanted = asked.supposes
        if wanted is None or wanted.question not in self._today.key_questions or truth(self._left, wanted.when):
            return None
        return wanted.text

    def _without(self, asked: KeyQuestion) -> "_Course[C]":
        """Give the course for themes that count on another question: without what that plans where it leads to none."""
        wanted = asked.counts_on
        theirs = [line for line in self.lines if wanted is not None and line.question == wanted.question]
        if wanted is None or not theirs or counted_on(self._today, theirs):
            return self
        apart = copy(self)
        apart._left = with_facts(self._left, wanted.otherwise)
        return apart

    def _carry_out(self, question: str, option: OptionOutcome) -> None:
        later = after_way(self._left, option)
        if later is not self._left:
            self._left, self._after = later, (*self._after, (question, option.id))

    def _lines(self, question: str) -> tuple[CourseLine[C], ...]:
        lines = tuple(self._by_theme(question))
        joined = self._left.base.key_questions[question].joined
        themes = {line.theme: line for line in lines}
        return tuple(
            _joined_to(line, joined[line.theme], themes[joined[line.theme].by]) if line.theme in joined else line
            for line in lines
        )

    def _by_theme(self, question: str) -> Iterator[CourseLine[C]]:
        outcome = question_outcome(self._left, question)
        asked = self._left.base.key_questions[question]
        moot = self._moot(question, asked.moot) if asked.moot else False
        if moot is not False and asked.moot:
            why = self._why_moot(question, asked.moot) if moot else None
            yield replace(self._line(question, None, outcome, Weighed("moot" if moot else "to_settle")), moot=why)
            return
        without = self._without(asked)
        alone = asked.counts_on.themes if asked.counts_on and without is not self else ()
        told = put_together(outcome, question_outcome(without._left, question), alone) if alone else outcome
        themes = asked.themes or (None,)
        lines = [(without if theme in alone else self)._on_theme(asked, question, theme) for theme in themes]
        for line in lines:
            # What the body in place does meanwhile is told as it was weighed: on the case as it is.
            told = put_together(told, line.outcome, (line.theme,)) if line.until else told
        yield from (replace(line, outcome=told) for line in lines)

    def _on_theme(self, asked: KeyQuestion, question: str, theme: str | None) -> CourseLine[C]:
        outcome = question_outcome(self._left, question)
        chosen = outcome.option(self._left.state.chosen.get(question, ""))
        if chosen and chosen.option.theme in {theme, None}:
            kept = Weighed("done" if chosen.done else "chosen", (chosen,))
            return self._line(question, theme, outcome, kept, (chosen,))
        line = self._meanwhile(self._weighed(question, theme, outcome))
        return self._answered_elsewhere(line, asked.elsewhere) if asked.elsewhere else line

    def _meanwhile(self, line: CourseLine[C]) -> CourseLine[C]:
        """Give what the body in place can do today of what would wait for one to come; the line itself where nothing.

        It waits for nothing that the answers before lead to, and is weighed on the case as it is. Once the votes that
        lead to the body to come are acquired, there is no meanwhile: it is there before the answer is carried out.
        """
        wanted = line.option.option.meanwhile if line.option and self._after else ()
        if line.state != "proposed" or not wanted or self._is_near():
            return line
        today = line_on(line, self._today, ())
        able = today.state == "proposed" and today.option and today.option.id in wanted
        return replace(today, until=self._after) if able else line

    def _is_near(self) -> bool:
        """Tell whether the votes that an answer before asks for are acquired, and only the order is awaited."""
        names = {name for _, key in self._after for name in self._today.base.options[key].procedures}
        return "votes_acquired" in states_of(self._today, names)

    def _held_back(self, line: CourseLine[C]) -> CourseLine[C]:
        """Leave a line open whose route leads only as another waits for what an earlier question waits for too.

        Of two ways the one without an unknown is not proposed while the other, which would be the answer once the
        earlier question is settled, lacks nothing but what can be found out.
        """
        if line.state != "proposed":
            return line
        others = [way for way in line.outcome.routes if way.status == "undetermined" and way not in line.options]
        for before in self.lines if others else ():
            if before.state != "to_settle" or before.rival is None:
                continue
            awaited = waited_for(before.case, before.rival.requirements)
            waiting = {way.id: way for way in others if waited_for(line.case, way.requirements) & awaited}
            then = line_on(line, after_way(line.case, before.rival), line.after) if waiting else line
            first = then.option or then.rival
            if first and first.id in waiting:
                return replace(line, state="to_settle", options=(), rival=waiting[first.id])
        return line

    def _moot(self, question: str, moot: Moot) -> Truth:
        """Tell whether a question has no subject; not known only where an option carried out may leave it none."""
        if moot.after and not any(option in moot.after for _, option in self._after):
            return False
        if moot.unless_breached and self._mends_a_breach(question):
            return False
        found = self._left.memory.truth("moot", question) if moot.when else True
        return found if moot.after else bool(found)

    def _mends_a_breach(self, question: str) -> bool:
        """Tell whether an option of a question mends a breach of today."""
        mending = (option for found in breaches(self._today) for option in found.mended_by)
        return any(self._today.base.options[option].answers == question for option in mending)

    def _why_moot(self, question: str, moot: Moot) -> Text:
        """Say why there is nothing to answer: what only the answers before leave so may still come."""
        of_today = moot.left is None or self._today.memory.truth("moot", question)
        return moot.text if of_today or moot.left is None else moot.left

    def _answered_elsewhere(self, line: CourseLine[C], elsewhere: Elsewhere) -> CourseLine[C]:
        """Take back that one stays, when something is planned that a question not asked answers."""
        stays = line.option is not None and line.option.option.kind == "staying"
        if not stays or elsewhere.question in line.case.key_questions or not truth(line.case, elsewhere.when):
            return line
        return replace(line, state="moot", options=(), moot=elsewhere.text)

    def _weighed(self, question: str, theme: str | None, outcome: QuestionOutcome) -> CourseLine[C]:
        """Weigh the options of a theme; one that waits for an earlier answer may have a place or not."""
        routes = [obtaining(route) for route in outcome.routes if route.option.theme == theme]
        held = {route.id: price for route in routes if (price := self._price(route))}
        unsettled = {line.question for line in self.lines if line.state in UNSETTLED}
        waiting = frozenset(key for key, price in held.items() if price.price in unsettled)
        placed = tuple(in_waiting(route, waiting) for route in routes if route.id not in held or route.id in waiting)
        weighed = weigh_in(self._left, placed, outcome.staying)
        line = self._line(question, theme, outcome, weighed, (*placed, *outcome.staying))
        lost = next((held[route.id] for route in routes if route.id in held.keys() - waiting), None)
        return replace(line, waiting=waiting, given_up=lost if lost and _passes(lost.option, weighed) else None)

    def _line(
        self,
        question: str,
        theme: str | None,
        outcome: QuestionOutcome,
        found: Weighed,
        weighed: tuple[OptionOutcome, ...] = (),
    ) -> CourseLine[C]:
        return CourseLine(
            question,
            theme,
            found.state,
            found.options,
            outcome,
            self._left,
            weighed,
            after=self._after,
            rival=found.rival,
        )

    def _price(self, route: OptionOutcome) -> GivenUp | None:
        """Say which earlier answer leaves no place for a route; None when it has its place."""
        if route.rank[0]:
            return None
        for fact, raw in route.option.makes.items():
            settled = self._settled.get(fact)
            known = self._left.memory.facts.get(fact)
            if settled and (known is None or known.value != parse_value(self._left.base.facts[fact], raw)):
                return GivenUp(route, settled, ())
        for requirement in route.requirements:
            if requirement.state == "unmet" and (options := self._only_by_options(requirement)):
                return GivenUp(route, self._left.base.options[options[0]].answers, options)
        return None

    def _only_by_options(self, requirement: RequirementOutcome) -> tuple[str, ...]:
        """Give the options of questions answered before, when only they would make a requirement met."""
        needed: dict[str, None] = {}
        answered = {line.question for line in self.lines}
        for cure in requirement.cures:
            if cure.available is False:
                continue
            options = [key for key in cure.cure.options if self._left.base.options[key].answers in answered]
            if not options:
                return ()
            needed |= dict.fromkeys(options)
        return tuple(needed)


def _passes(lost: OptionOutcome, found: Weighed) -> bool:
    """Tell whether an option that has no place would have been the answer.

    One of which nothing is known but its place passes before no other: its conditions and tables are to settle first.
    """
    if found.state in {"done", "chosen"} or not lost.recommended:
        return False
    return all(lost.rank < option.rank for option in found.options)


def _joined_to(line: CourseLine[C], joined: Joined, other: CourseLine[C]) -> CourseLine[C]:
    """Leave a theme without an answer of its own where another's is that of both.

    What is there already, or was chosen, stays said; and it keeps its own where the other has none to give.
    """
    apart = joined.unless is not None and truth(line.case, joined.unless)
    if line.state in {"done", "chosen"} or apart or not truth(line.case, joined.when) or not _answers_for_both(other):
        return line
    return replace(line, state="moot", options=(), rival=None, given_up=None, moot=joined.text)


def _answers_for_both(line: CourseLine[C]) -> bool:
    """Tell whether a theme leads to something, or may still, that does for a theme joined to it too."""
    return line.state in UNSETTLED or (not line.shut and any(each.option.kind == "route" for each in line.options))


def line_on(line: CourseLine[C], case: C, after: tuple[tuple[str, str], ...]) -> CourseLine[C]:
    """Give a line as it would be on other facts, those that some options carried out before it leave."""
    found = _Course(case, after).weighed_alone(line.question)
    return next((each for each in found if each.theme in {line.theme, None}), found[0])
