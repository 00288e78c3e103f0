"""Which option a plan is about, and which ones of other key questions come after it."""

from collections.abc import Iterator
from dataclasses import replace

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.curing import after_option
from petr_advisor.consulting.outcomes import OptionOutcome, QuestionOutcome
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.inference.atoms import parse_value
from petr_advisor.knowledge.problems import unknown
from petr_advisor.planning.model import CONTRACT_QUESTIONS, FORM, PETR, PROJECT_QUESTION

NEW_PROJECT = "project-new"
"""The project planned for a new PETR as long as the answers lead to no other."""
PETR_WITHOUT_PROJECT = {FORM: PETR, "petr.project_approved": False}
"""What an option makes so when it sets up a PETR."""


def precedence(question: str) -> int:
    """Tell which key questions give the plan first: others, then the project, then contracts and money."""
    return 2 if question in CONTRACT_QUESTIONS else 1 if question == PROJECT_QUESTION else 0


def planned_option(consultation: Consultation, option: str | None) -> tuple[QuestionOutcome, OptionOutcome]:
    """Find the option to plan and the key question it answers."""
    if option is not None:
        for question in consultation.outcomes:
            if found := question.option(option):
                return question, found
        if option in consultation.base.options:
            raise PetrAdvisorError.of("plan.not-plannable", option=option, day=consultation.as_of)
        raise PetrAdvisorError(*unknown(option, consultation.base.options, "no option", "aucune voie"))
    main = sorted(consultation.outcomes, key=lambda question: precedence(question.id))
    for question in main:
        if retained := _retained(consultation, question):
            return question, retained
    raise PetrAdvisorError.of("plan.all-closed")


def _retained(consultation: Consultation, question: QuestionOutcome) -> OptionOutcome | None:
    """Give the option chosen, else the route ranked first unless it is closed."""
    chosen = consultation.state.chosen.get(question.id)
    if chosen is not None and (found := question.option(chosen)):
        return found
    return next((route for route in question.routes if route.status not in {"closed", "not_in_force"}), None)


def options_after(consultation: Consultation, question: str, planned: str) -> Iterator[OptionOutcome]:
    """Give the options of the questions that come after, each weighed as if those before it had been carried out."""
    after = (PROJECT_QUESTION, *CONTRACT_QUESTIONS)
    questions = {key for key in after if precedence(key) >= precedence(question) and key != question}
    asked = consultation.key_questions
    due = PROJECT_QUESTION in questions and _leads_to_a_petr(consultation, planned)
    wanted = {*asked, PROJECT_QUESTION} if due else {*asked}
    carried_out = after_option(
        replace(consultation, key_questions=tuple(sorted(wanted))) if due else consultation, planned
    )
    for each in sorted(questions & wanted, key=lambda key: (precedence(key), key)):
        outcome = next(found for found in carried_out.outcomes if found.id == each)
        found = _added(consultation, outcome) if each in asked else None
        if found is None and due and each == PROJECT_QUESTION:
            found = outcome.option(NEW_PROJECT)
        if found:
            yield found
            carried_out = after_option(carried_out, found.id)


def _leads_to_a_petr(consultation: Consultation, option: str) -> bool:
    """Tell whether an option sets up a PETR, which owes a territorial project."""
    base, makes = consultation.base, consultation.base.options[option].makes
    made = {fact: parse_value(base.facts[fact], raw) for fact, raw in makes.items()}
    return PETR_WITHOUT_PROJECT.items() <= made.items()


def _added(consultation: Consultation, later: QuestionOutcome) -> OptionOutcome | None:
    """Give the option whose steps are taken in besides the one planned: the one chosen, else the best that is live.

    None where staying as today comes before it: a project of a PETR that nobody plans. One that is live today stays so:
    what its acts have still to settle is supposed to go well.
    """
    found = _retained(consultation, later)
    if found is None or found.id == consultation.state.chosen.get(later.id):
        return found
    if any(staying.status in {"open", "conditional"} and staying.rank < found.rank for staying in later.staying):
        return None
    today = next(each for each in consultation.outcomes if each.id == later.id).option(found.id)
    return found if {found.status, today.status if today else ""} & {"open", "conditional"} else None
