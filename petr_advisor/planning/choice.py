"""Which option of each key question is planned: one after the other, on the facts that those before it leave."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.curing import after_option
from petr_advisor.consulting.outcomes import OptionOutcome, QuestionOutcome, question_outcome

State = Literal["chosen", "proposed", "tied", "stay", "to_settle", "none"]
LIVE = frozenset({"open", "conditional"})


@dataclass(frozen=True)
class Answer:
    """The answer to a key question, on the facts that those before it leave."""

    question: str
    state: State
    options: tuple[OptionOutcome, ...]
    case: Consultation
    after: tuple[tuple[str, str], ...]
    """The options carried out before, each with its key question."""

    @property
    def shut(self) -> bool:
        """Whether the user chose what a norm closes."""
        return self.state == "chosen" and all(option.rank[0] for option in self.options)

    @property
    def to_carry_out(self) -> tuple[OptionOutcome, ...]:
        """The options still to be carried out."""
        return self.options if self.state in {"chosen", "proposed", "tied"} and not self.shut else ()


def answers(consultation: Consultation) -> tuple[Answer, ...]:
    """Answer each key question asked, in order."""
    return tuple(_answers(consultation))


def _answers(consultation: Consultation) -> Iterator[Answer]:
    questions = consultation.base.key_questions
    case = consultation
    after: tuple[tuple[str, str], ...] = ()
    for question in sorted(consultation.key_questions, key=lambda key: questions[key].order):
        state, options = _weighed(case, question_outcome(case, question))
        answer = Answer(question, state, options, case, after)
        yield answer
        if answer.to_carry_out and options[0].option.makes:
            case, after = after_option(case, options[0].id), (*after, (question, options[0].id))


def _weighed(case: Consultation, outcome: QuestionOutcome) -> tuple[State, tuple[OptionOutcome, ...]]:
    chosen = outcome.option(case.state.chosen.get(outcome.id, ""))
    if chosen is not None:
        return "chosen", (chosen,)
    staying = min((each for each in outcome.staying if each.status in LIVE), key=lambda each: each.rank, default=None)
    best = outcome.routes[0] if outcome.routes else None
    if best is None or best.rank[0] or best.recommended is False:
        return ("stay", (staying,)) if staying else ("none", ())
    if best.status not in LIVE or best.recommended is None:
        return "to_settle", ()
    leading = staying if staying is not None and staying.rank < best.rank else best
    if _may_pass_before(outcome, leading):
        return "to_settle", ()
    if leading is staying:
        return "stay", (staying,)
    tied = tuple(route for route in outcome.routes if route.rank == best.rank)
    return ("proposed", tied) if len(tied) == 1 else ("tied", tied)


def _may_pass_before(outcome: QuestionOutcome, leading: OptionOutcome) -> bool:
    """Tell whether an undetermined route would pass before the leading one if what is unknown were favourable."""
    waiting = [each for each in outcome.routes if each.status == "undetermined" and each.id != leading.id]
    return any(_at_best(each)[:-1] < leading.rank[:-1] for each in waiting)


def _at_best(option: OptionOutcome) -> tuple[int, ...]:
    status = next((status for status in ("open", "conditional") if status in option.statuses), "undetermined")
    return replace(option, statuses=frozenset({status})).rank
