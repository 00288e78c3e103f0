"""What to ask next, and when to stop.

First the questions that can change the status of an option (first tier), then those that refine what is shown of the
options still in play: their requirements, cures, arguments, steps and duties (second tier). A fact is asked only if
some completion of the unknown facts makes it matter; last, what the acts and the seats have of who joins the members.
Several key questions are taken one after the other, so that the subject does not change at every question.

A person may stop once the statuses are settled: what is left are details, asked on wish.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, get_args

from petr_advisor.consulting.case import Case
from petr_advisor.consulting.goals import Goal, decisive_goals, refining_goals
from petr_advisor.consulting.requirements import truth
from petr_advisor.inference.facts import FactKey
from petr_advisor.knowledge.conditions import TRUE, facts_of
from petr_advisor.knowledge.vocabulary import FactType
from petr_advisor.words.texts import Text

Detail = Literal["arguments", "path", "duties"]
"""What a question of the second tier is good for: comparing the ways, following one, knowing duties and risks."""

DETAILS: Mapping[str, Detail] = {
    "option": "arguments",
    "row": "arguments",
    "merit": "arguments",
    "requirement": "path",
    "cure": "path",
    "act": "path",
    "duty": "duties",
}
"""By kind of goal; a question counts among the first of the three that it serves."""

Asked = tuple[str, Detail | None]
"""What is put at once: a checklist, or a fact that is of none; in the second tier with what it is good for."""

SHORTLIST = 8
"""How many candidates are weighed exactly; the others matter to fewer goals."""


@dataclass(frozen=True)
class Question:
    """A question worth asking."""

    fact: str
    of: str | None
    kind: FactType
    tier: int
    """1 when it can change the status of an option, 2 when it refines."""
    detail: Detail | None = None
    """For the second tier: what it is good for."""

    @property
    def key(self) -> FactKey:
        """The fact it asks for."""
        return self.fact, self.of

    @property
    def text(self) -> Text:
        """The question in words; the name of the fact when it has no wording of its own."""
        return self.kind.ask.text if self.kind.ask else self.kind.label


@dataclass(frozen=True)
class Agenda:
    """Everything that still matters.

    It holds its case apart and not the case, which holds it: a circle would leave diagrams to Python's collector, which
    may free one in the middle of the making of another. CUDD does not bear that.
    """

    case: Case
    """The case, apart from what holds the agenda."""
    decisive: tuple[Goal, ...]
    """Open goals of the first tier."""
    hopes: Mapping[str, frozenset[str]]
    """Of key questions that an answered « I do not know » keeps open, the options that may yet be proposed."""
    written: tuple[str, ...] = ()
    """The facts that tell of who joins the members, where somebody does."""
    told_by_votes: frozenset[str] = frozenset()
    """The facts that votes recorded tell: nobody is asked them as well."""

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Every question worth asking, first tier first, each tier in its order; then what is written of who joins."""
        seen = {question.key for question in self._decisive}
        refining = (question for question in self._askable(self._second, 2) if question.key not in seen)
        return (*self._decisive, *refining, *self._of_newcomer())

    @cached_property
    def _decisive(self) -> tuple[Question, ...]:
        """The questions of the first tier."""
        return self._askable(self._first, 1)

    @cached_property
    def refining(self) -> tuple[Goal, ...]:
        """Open goals of the second tier; nobody looks for them while one of the first is to be asked next."""
        return refining_goals(self.case)

    @cached_property
    def _first(self) -> tuple[Goal, ...]:
        """The goals of the first tier that can still change a proposal."""
        return tuple(goal for goal in self.decisive if goal not in self._put_off)

    @cached_property
    def _second(self) -> tuple[Goal, ...]:
        return (*self._put_off, *self.refining)

    @cached_property
    def _put_off(self) -> tuple[Goal, ...]:
        """The goals that only options hang on which cannot be proposed; none where nothing else can be asked."""
        found: list[Goal] = []
        for key, hope in self.hopes.items():
            own = [goal for goal in self.decisive if goal.question == key]
            left = [goal for goal in own if hope and (goal.kind == "row" or goal.id.split("/")[0] in hope)]
            if not hope or self._askable(left, 1):
                found += (goal for goal in own if goal not in left)
        return tuple(found)

    @cached_property
    def first(self) -> Question | None:
        """The question to ask now, details included."""
        return self.next(DETAILS.values())

    def next(self, wanted: Iterable[Detail] = ()) -> Question | None:
        """Give the question to ask now when only some details are wanted; those put off come last."""
        if fresh := self._fresh(self._decisive):
            return self._of_first_key_question(fresh, self._first)
        kept = set(wanted)
        details = [question for question in self.questions if question.tier > 1 and question.detail in kept]
        if fresh := self._fresh(details):
            return self._of_first_key_question(fresh, self._second)
        return next(iter((*self._decisive, *details)), None)

    def _fresh(self, questions: Iterable[Question]) -> list[Question]:
        return [question for question in questions if question.key not in self.case.state.skipped]

    def together(self, question: Question) -> tuple[Question, ...]:
        """Give what a person is asked at once with a question of the agenda, itself included: the lines of a checklist.

        Those that matter as much as it does, in the order of the checklist; those put off come by themselves, last.
        """
        name = self.case.asked_in.get(question.fact)
        found = {each.fact: each for each in self.questions if self._standing(each) == self._standing(question)}
        if name is None or question not in found.values():
            return (question,)
        lines = (line.fact for line in self.case.base.checklists[name].lines)
        return tuple(found[fact] for fact in lines if fact in found and fact in self.case.asked_in)

    def _standing(self, question: Question) -> tuple[int, Detail | None, bool]:
        return question.tier, question.detail, question.key in self.case.state.skipped

    def left(self, tier: int) -> int:
        """Count the questions still to ask in a tier, as a person meets them: a checklist is one."""
        return len(asked_as(self.case.asked_in, (question for question in self.questions if question.tier == tier)))

    @property
    def details(self) -> Mapping[Detail, tuple[Question, ...]]:
        """Questions of the second tier by what they are good for, those that only refine."""
        found = {detail: tuple(q for q in self.questions if q.detail == detail) for detail in get_args(Detail)}
        return {detail: questions for detail, questions in found.items() if questions}

    def goals_of(self, question: Question) -> tuple[Goal, ...]:
        """Give the open goals a question can change."""
        goals = self._first if question.tier == 1 else self._second
        return tuple(goal for goal in goals if self._serves(question, goal))

    def key_question_of(self, question: Question) -> str | None:
        """Give the first key question that a question helps to answer; nothing for a question asked anyway."""
        return next((goal.question for goal in self.goals_of(question)), None)

    def _of_first_key_question(self, candidates: Sequence[Question], goals: Sequence[Goal]) -> Question:
        """Choose among those that serve the first key question still open."""
        for key_question in dict.fromkeys(goal.question for goal in goals):
            own = [goal for goal in goals if goal.question == key_question]
            relevant = {key for goal in own for key in self.case.situation.relevant(goal.node)}
            asked = {question for key in relevant for question in self.asked_for(key)}
            if serving := [question for question in candidates if question.key in asked]:
                return self._best(serving, own)
        return self._best(candidates, goals)

    def _serves(self, question: Question, goal: Goal) -> bool:
        return any(question.key in self.asked_for(key) for key in self.case.situation.relevant(goal.node))

    def _best(self, candidates: Sequence[Question], goals: Sequence[Goal]) -> Question:
        """Choose the question expected to settle most; the vocabulary's order breaks ties.

        Of a person who often does not know it is rather asked what most hangs on: it then stays open whatever else is
        said, and that needs no more questions.
        """
        weight = {question.key: 0 for question in candidates}
        behind: dict[FactKey, list[FactKey]] = {}
        for goal in goals:
            for key in self.case.situation.relevant(goal.node):
                for asked in self.asked_for(key):
                    if asked in weight:
                        weight[asked] += 1
                        behind.setdefault(asked, []).append(key)
        ranked = sorted(candidates, key=lambda question: -weight[question.key])[:SHORTLIST]
        turning = self.case.situation.turning(goal.node for goal in goals) if len(ranked) > 1 else {}

        unknown = self._share_unknown if candidates[0].tier == 1 else 0.0

        def worth(question: Question) -> float:
            keys = dict.fromkeys(behind.get(question.key, ()))
            settled = sum(self.case.situation.expected_settled(key, turning.get(key, ())) for key in keys)
            return (1 - unknown) * settled + unknown * weight[question.key]

        best = max(ranked, key=worth) if len(ranked) > 1 else ranked[0]
        if best.kind.measure is None:
            return best
        # Once listed, and once it is said who is left out, the members answer what is measured of them.
        lists = [question for question in candidates if question.kind.entity]
        left_out = [question for question in candidates if question.fact == best.kind.without]
        return (*lists, *left_out, best)[0]

    @property
    def _share_unknown(self) -> float:
        """The share of « I do not know » among what a person answered."""
        said = [answer.value is None for answer in self.case.state.answers.values() if answer.by == "user"]
        return sum(said) / len(said) if said else 0.0

    def _askable(self, goals: Iterable[Goal], tier: int) -> tuple[Question, ...]:
        served: dict[FactKey, set[str]] = {}
        for goal in goals:
            for key in self.case.situation.relevant(goal.node):
                served.setdefault(key, set()).add(goal.kind)
        kinds: dict[FactKey, set[str]] = {}
        for key, by in served.items():
            for asked in self.asked_for(key):
                kinds.setdefault(asked, set()).update(by)
        facts = self.case.base.facts
        order = self.case.base.places
        ordered = sorted(kinds, key=lambda key: (order[key[0]], key[1] or ""))
        return tuple(Question(fact, of, facts[fact], tier, _detail(kinds[fact, of])) for fact, of in ordered)

    def _of_newcomer(self) -> Iterable[Question]:
        """Give what is unknown of who joins the members: nothing turns on it, and the acts and the seats have it."""
        for fact in self.written:
            if (fact, None) not in self.case.state.answers:
                yield Question(fact, None, self.case.base.facts[fact], 2, "path")

    def asked_for(self, key: FactKey) -> tuple[FactKey, ...]:
        """Give the questions through which a fact that matters can become known: itself, its list, or its entities."""
        if key not in self._ways:
            self._ways[key] = self._ways_to(key)
        return self._ways[key]

    @cached_property
    def _ways(self) -> dict[FactKey, tuple[FactKey, ...]]:
        """The questions by which facts can become known: those looked for so far."""
        return {}

    def _ways_to(self, key: FactKey) -> tuple[FactKey, ...]:
        fact, of = key
        kind = self.case.base.facts.get(fact)
        if kind is None or key in self.case.state.answers or fact in self.told_by_votes:
            return ()
        if kind.summary is not None:
            return self._through_list(fact, kind)
        if kind.askable and self.case.memory.applies(fact, of):
            return (key,)
        return ()

    def _through_list(self, fact: str, kind: FactType) -> tuple[FactKey, ...]:
        """Ask for the list first; then for the summary itself, or for what is unknown of each entity."""
        assert kind.summary is not None  # noqa: S101 - the caller looked
        facts = self.case.base.facts
        if self.case.memory.applies(fact) is not True:
            return ()
        target = next(iter(kind.summary.measure.values()))
        entity = facts[target].of if target in facts else target
        list_fact = next((name for name, found in facts.items() if found.entity == entity), None)
        if list_fact is None or entity is None:
            return ((fact, None),) if kind.askable else ()
        if entity not in self.case.state.lists:
            return ((list_fact, None),)
        listed = self.case.state.lists[entity]
        by_entity = tuple(self._of_entities(kind, target, listed.ids)) if listed else ()
        begun = listed is not None and self._answered_by_entity(kind, listed.ids)
        if kind.askable and ((kind.type == "yes_no" and not begun) or not by_entity):
            return ((fact, None),)
        return by_entity

    def _answered_by_entity(self, kind: FactType, ids: Iterable[str]) -> bool:
        """Tell whether a person began to answer entity by entity."""
        facts = facts_of(kind.summary.where if kind.summary else None)
        answers = self.case.state.answers
        return any(found.by == "user" for fact in facts for of in ids if (found := answers.get((fact, of))))

    def _of_entities(self, kind: FactType, target: str, ids: Iterable[str]) -> Iterable[FactKey]:
        summary = kind.summary
        assert summary is not None  # noqa: S101 - the caller looked
        wanted = [*facts_of(summary.where), *facts_of(summary.among)]
        wanted += [target] if target in self.case.base.facts else []
        for fact in wanted:
            found = self.case.base.facts[fact]
            for entity in ids:
                key = (fact, entity)
                known = key in self.case.state.answers
                if found.askable and found.of and not known and self.case.memory.applies(fact, entity):
                    yield key


def asked_as(checklists: Mapping[str, str], questions: Iterable[Question]) -> dict[Asked, tuple[str, ...]]:
    """Give facts by what asks for them, by the checklists of a case; each once however many members it is of.

    A checklist of which lines refine several things is put once for each.
    """
    found: dict[Asked, tuple[str, ...]] = {}
    for fact, detail in dict.fromkeys((each.fact, each.detail if each.tier > 1 else None) for each in questions):
        name = checklists.get(fact, fact)
        found[name, detail] = (*found.get((name, detail), ()), fact)
    return found


def _detail(kinds: set[str]) -> Detail | None:
    """Give what a question that serves goals of these kinds is good for; nothing for the first tier."""
    return next((detail for kind, detail in DETAILS.items() if kind in kinds), None)


def agenda(
    case: Case, proposals: tuple[Goal, ...], hopes: Mapping[str, frozenset[str]], told: frozenset[str]
) -> Agenda:
    """Give what still matters in a case.

    `proposals` are goals on which what is proposed turns; `hopes`, by key question that stays open as long as something
    is not known, the options that may yet be proposed: nothing else is asked first. What votes recorded have `told` is
    not asked.
    """
    order = {key: place for place, key in enumerate(case.key_questions)}
    decisive = sorted((*decisive_goals(case), *proposals), key=lambda goal: order[goal.question])
    joining = ((fact, case.base.facts[fact].applies_when or TRUE) for fact in case.base.newcomer_facts.values())
    written = tuple(fact for fact, condition in joining if truth(case, condition) is True)
    return Agenda(case.apart, tuple(decisive), hopes, written, told)
