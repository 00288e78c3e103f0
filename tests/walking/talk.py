"""A trace put to the consultation itself, and everything that must hold after each step."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import get_args

from petr_advisor.consulting.asking import Detail, Question
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.saved import from_json, to_json
from petr_advisor.documents.texts import conclusions_text
from petr_advisor.explaining.explanations import why
from petr_advisor.inference.facts import FactKey
from petr_advisor.typed.entities import EntityKind, entity_kind, listed, row_of_epci
from petr_advisor.words.voice import STATUS_SYMBOL
from tests.walking.ground import Ground, ground, members
from tests.walking.steps import Step, from_elsewhere, values

KIND = "member"


@dataclass
class Talk:
    """A consultation under way."""

    ground: Ground
    now: Consultation = field(init=False)
    wanted: tuple[Detail, ...] = ()

    def __post_init__(self) -> None:
        self.now = self.ground.begin()

    @property
    def question(self) -> Question | None:
        """The question that the screens and the prompts would put."""
        return self.now.next_question_for(*self.wanted)

    def take(self, step: Step) -> None:
        """Say something, and check everything that must hold."""
        before, question = self.now, self.question
        self.now = self._said(step, question)
        for fault in (*self.faults(), *_brought_back(before, self.now, step, question)):
            raise AssertionError(f"after {step}: {fault}")

    def _said(self, step: Step, question: Question | None) -> Consultation:
        now = self.now
        match step.do:
            case "answer" if question is not None:
                return self._answered(step, question)
            case "unknown" if question is not None:
                return now.dont_know(*question.key)
            case "skip" if question is not None:
                return now.skip(*question.key)
            case "undo":
                return now.undo()
            case "withdraw" if given := _answers(now):
                return now.withdraw(*step.of(given))
            case "change" if given := [key for key in _answers(now) if now.base.facts[key[0]].askable]:
                fact, of = step.of(given)
                known = values(now, fact)
                return now.answer(fact, known[step.more % len(known)], of)
            case "members":
                return list_members(now, step)
            case "cannot_list":
                return now.cannot_list(KIND)
            case "choose":
                return self._chosen(step)
            case "details":
                self.wanted = (*self.wanted, step.of(get_args(Detail)))
                return now
        return self._done(step)

    def _done(self, step: Step) -> Consultation:
        """Do what is not said: seats, saving, another day of the law."""
        now = self.now
        match step.do:
            case "seats" if (there := now.state.lists.get(KIND)) is not None:
                return now.seat(dict.fromkeys(there.ids, 1 + step.pick % 5))
            case "save":
                return again(now)
            case "date":
                return now.on(ground(Random(step.pick)).as_of)
        return now

    def _answered(self, step: Step, question: Question) -> Consultation:
        if question.kind.entity:
            return list_members(self.now, step)
        return self.now.answer(question.fact, step.of(values(self.now, question.fact)), question.of)

    def _chosen(self, step: Step) -> Consultation:
        question = step.of(self.now.key_questions)
        options = [key for key, option in self.now.base.options.items() if option.answers == question]
        return self.now.choose(question, [None, *options][step.more % (len(options) + 1)])

    # -- what must hold ----------------------------------------------------------------------------------------

    def faults(self) -> Iterator[str]:
        """Give what is wrong with the consultation as it stands."""
        now = self.now
        for open_ in now.agenda.questions:
            if open_.key in now.state.answers or (open_.kind.entity or "") in now.state.lists:
                yield f"{open_.key} is asked, though answered"
        question = self.question
        for line in now.agenda.together(question) if question is not None else ():
            if not now.agenda.goals_of(line):
                yield f"{line.key} is asked without a reason"
        if again(now).events != now.events:
            yield "what was saved is not what was said"
        yield from _clash_faults(now)

    def finish(self) -> None:
        """Check what takes longer, once a trace is over."""
        for fault in self._last_faults():
            raise AssertionError(f"at the end: {fault}")

    def _last_faults(self) -> Iterator[str]:
        for open_ in self.now.agenda.questions:
            if not self.now.agenda.goals_of(open_):
                yield f"{open_.key} is on the agenda without a reason"
        if (question := self.question) is not None and not why(self.now, question).children:
            yield f"why {question.key} is asked is not told"


def _clash_faults(now: Consultation) -> Iterator[str]:
    """Under a clash nothing is concluded, and the answers to check are told."""
    if now.clashes:
        told = conclusions_text(now, "fr")
        if any(f"{sign} " in told for sign in STATUS_SYMBOL.values() if sign not in "?·"):
            yield "conclusions are drawn from answers that exclude each other"
        yield from (f"{clash.id}: no answer to check" for clash in now.clashes if not clash.answers)
        return
    for key, option in now.rules.options.items():
        if option.answers in now.key_questions and not now.situation.statuses(key):
            yield f"{key} has no status left and nothing clashes"


def _brought_back(before: Consultation, now: Consultation, step: Step, asked: Question | None) -> Iterator[str]:
    """Answers that a new answer set aside come back when it is taken back."""
    aside = now.set_aside - before.set_aside
    if not aside or asked is None or step.do != "answer" or asked.kind.entity:
        return
    back = now.withdraw(*asked.key)
    for key in aside:
        if key in back.set_aside or back.facts.get(*key) != before.facts.get(*key):
            yield f"{key} was set aside by {asked.key} and does not come back without it"


def _answers(now: Consultation) -> list[FactKey]:
    """Give the answers that can be changed: those of members who are listed no more cannot."""
    there = now.state.lists.get(KIND)
    return sorted((key for key in now.state.answers if key[1] is None or (there and key[1] in there.ids)), key=str)


def again(now: Consultation) -> Consultation:
    """Save a consultation and take it up again."""
    taken_up = from_json(to_json(now, "x"), now.base, now.engine)
    assert not taken_up.set_apart, taken_up.set_apart
    return taken_up.consultation


def list_members(now: Consultation, step: Step) -> Consultation:
    """List members as the table does: from the register, the last one typed by hand one time in three."""
    kind: EntityKind = entity_kind(now.base, KIND)
    rows = [row_of_epci(now.base, kind, epci) for epci in members(step.pick, step.more)]
    if step.more % 3 == 0:
        rows[-1] = (
            rows[-1].with_value(f"{KIND}.name", from_elsewhere(step)).with_value(f"{KIND}.population", 1 + step.pick)
        )
    return listed(now, kind, rows, complete=step.more % 4 > 0)
