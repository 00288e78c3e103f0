"""The questions answered so far, in the order of the interview: what going back and forth walks through."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from petr_advisor.consulting.answers import Answered, Listed, Skipped, Withdrawn
from petr_advisor.consulting.asking import Question
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.facts import FactKey
from petr_advisor.knowledge.conditions import facts_of
from petr_advisor.knowledge.options import Option
from petr_advisor.tui.evaluator import Evaluation
from petr_advisor.typed.entities import entity_kind

Walked = tuple[FactKey, ...]
"""A question answered: the fact that it takes, or those of a checklist."""


class Trail:
    """What was put in a sitting: a checklist comes again with the same lines, in the same order."""

    def __init__(self) -> None:
        self._put: dict[FactKey, Walked] = {}
        """Each line of a checklist, with all those among which it was put first."""
        self._subjects: dict[FactKey, str] = {}

    def put(self, questions: Sequence[Question], subject: str | None) -> None:
        """Note what is put together, and of which key question it was first."""
        keys = tuple(question.key for question in questions)
        if subject is not None:
            self._subjects = {**dict.fromkeys(keys, subject), **self._subjects}
        for key in keys if len(keys) > 1 else ():
            self._put.setdefault(key, keys)

    def subject_of(self, key: FactKey) -> str | None:
        """Give the key question for which something was put first in this sitting."""
        return self._subjects.get(key)

    def named_for(self, key: FactKey, consultation: Consultation) -> str | None:
        """Give the key question under which something looked at again stands: of an earlier sitting, what it serves."""
        return self.subject_of(key) or served(consultation, key[0])

    def walked(self, consultation: Consultation, evaluation: Evaluation | None) -> tuple[Walked, ...]:
        """Give the questions answered, a checklist with its lines that are still of use and not answered yet."""
        still = {each.key for each in evaluation.questions} if evaluation else set[FactKey]()
        set_aside = evaluation.set_aside if evaluation else frozenset[FactKey]()
        return tuple(self._whole(keys, {*keys, *still}) for keys in trail(consultation, set_aside))

    def begun(self, evaluation: Evaluation) -> Walked:
        """Give all the lines of the checklist to ask now, some being answered and none put off or denied; or none."""
        state, asked = evaluation.consultation.state, tuple(each.key for each in evaluation.together)
        whole = self._whole(asked, {*asked, *(state.answers.keys() - evaluation.set_aside)})
        return whole if len(whole) > len(asked) and not {*state.skipped, *state.denied}.intersection(asked) else ()

    def _whole(self, keys: Walked, kept: set[FactKey]) -> Walked:
        among = dict.fromkeys(line for key in keys for line in self._put.get(key, (key,)))
        return tuple(line for line in among if line in kept)


def served(consultation: Consultation, fact: str) -> str | None:
    """Give the key question asked of which most options speak of a fact in their conditions; none where none does."""
    counts = Counter(
        option.answers
        for option in consultation.base.options.values()
        if option.answers in consultation.key_questions and fact in _spoken_of(option)
    )
    return counts.most_common(1)[0][0] if counts else None


def _spoken_of(option: Option) -> set[str]:
    told = (option.wanted, option.done, *(each.when for each in option.merits.values()))
    conditions = (*(each.needs for each in option.requires.values()), *(when for when in told if when))
    return {fact for when in conditions for fact in facts_of(when)}


def trail(consultation: Consultation, set_aside: frozenset[FactKey] = frozenset()) -> tuple[Walked, ...]:
    """Give the questions answered or put off, each where it came first; those set aside are left out.

    A question put to every entity of a list counts once, under the first entity it was answered for; lines of a
    checklist answered one after the other are one question, in the order of the checklist.
    """
    facts, state = consultation.base.facts, consultation.state
    lists = {found.entity: (fact, None) for fact, found in facts.items() if found.entity}
    in_tables = {fact for kind in lists if kind for fact in entity_kind(consultation.base, kind).columns}
    said: dict[FactKey, None] = {}  # kept in order
    for event in consultation.events:
        match event:
            case Answered(key) | Skipped(key):
                said.setdefault(key)
            case Withdrawn(key):
                said.pop(key, None)
            case Listed(kind):
                said.setdefault(lists[kind])
    answered = state.answers.keys() | state.skipped | {lists[kind] for kind in state.lists}
    walked: dict[str, FactKey] = {}
    for fact, of in said:
        if (fact, of) in answered - set_aside and fact not in in_tables:
            walked.setdefault(fact, (fact, of))
    lists_of_lines = consultation.checklists
    found: list[Walked] = []
    for name, keys in groupby(walked.values(), key=lambda key: lists_of_lines.get(key[0], key[0])):
        lines = consultation.base.checklists[name].lines if name in consultation.base.checklists else ()
        order = [line.fact for line in lines]
        found.append(tuple(sorted(keys, key=lambda key: order.index(key[0]) if key[0] in order else 0)))
    return tuple(found)
