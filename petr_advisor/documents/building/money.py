"""Funding: what the questions about contracts and money gave, what the ways retained change, what is left to ask."""

from collections.abc import Iterable, Sequence

from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.options import step_part
from petr_advisor.documents.model_money import AskNext, Funding, FundingOption, FundingQuestion
from petr_advisor.documents.model_options import OptionPart, QuestionPart, StepPart
from petr_advisor.inference.relevance import SHUT


def about_money(desk: Desk, norms: Iterable[str]) -> bool:
    """Tell whether the first of some norms is about money: the others only bear on it."""
    found = next((desk.base.norms[key] for key in norms if key in desk.base.norms), None)
    topic = desk.base.topics.get(found.topic) if found else None
    return topic is not None and topic.money


def ask_next(desk: Desk, question: str) -> AskNext | None:
    """Give a key question that the consultation left out; None when it was asked or does not exist."""
    found = desk.base.key_questions.get(question)
    if found is None or question in desk.consultation.key_questions:
        return None
    return AskNext(question=question, title=desk.say(found.title), text=desk.say(found.text))


def money_questions(desk: Desk) -> tuple[str, ...]:
    """Give the key questions about contracts and money, in order."""
    found = [(question.order, key) for key, question in desk.base.key_questions.items() if question.money]
    return tuple(key for _, key in sorted(found))


def funding(desk: Desk, questions: Sequence[QuestionPart]) -> Funding:
    """Give what the report says about money."""
    kept = [option for part in questions for option in part.options if option.id in part.retained]
    about = money_questions(desk)
    return Funding(
        questions=tuple(_question(part) for part in questions if part.id in about),
        left_out=tuple(found for key in about if (found := ask_next(desk, key))),
        arguments=tuple(
            merit for option in kept for merit in option.merits if about_money(desk, (c.norm for c in merit.citations))
        ),
        steps=tuple(_steps(desk, questions)),
    )


def _question(part: QuestionPart) -> FundingQuestion:
    options = sorted((o for o in part.options if o.kind == "route"), key=lambda option: option.status in SHUT)
    return FundingQuestion(
        question=part.id,
        title=part.title,
        decision=part.decision,
        options=tuple(_option(option, retained=option.id in part.retained) for option in options),
    )


def _option(option: OptionPart, *, retained: bool) -> FundingOption:
    return FundingOption(
        option=option.id,
        title=option.title,
        status=option.status,
        retained=retained,
        lacking=tuple(r.title for r in option.requirements if r.state in {"unmet", "unknown"}),
        first=option.steps[0] if option.steps else None,
        citations=option.citations,
    )


def _steps(desk: Desk, questions: Sequence[QuestionPart]) -> Iterable[StepPart]:
    """Give the acts about money on the ways retained for the other key questions."""
    number, about = 0, money_questions(desk)
    for part in questions:
        lines = desk.consultation.course.of(part.id) if part.id not in about else ()
        for found in (option for line in lines for option in line.options):
            for step in found.acts:
                if about_money(desk, step.act.norms):
                    number += 1
                    yield step_part(desk, step, number)
