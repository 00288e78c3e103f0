"""What `petr-advisor explain` does: what follows from a case, a proof, why not, what it would take."""

from petr_advisor.commands.opening import open_case, option_named
from petr_advisor.commands.settings import DEFAULT, Settings
from petr_advisor.commands.showing import laid_out
from petr_advisor.documents.sheets import explanation_text
from petr_advisor.documents.short import short_text, shortened
from petr_advisor.documents.texts import altering_text, option_text
from petr_advisor.documents.texts import conclusions_text as told
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.explaining.altering.alterations import what_would_it_take
from petr_advisor.explaining.explanations import how, why_not


def conclusions_text(case: str, settings: Settings = DEFAULT, *, short: bool = False) -> str:
    """Give what follows from a case, or only its answers and their decisive reasons."""
    _, found = open_case(case, settings)
    if short and not found.clashes:
        return short_text(found, settings.language)
    return told(found, settings.language, laid_out)


def proof_text(case: str, conclusion: str, settings: Settings = DEFAULT, *, short: bool = False) -> str:
    """Give the proof of one conclusion, named `option:ID`…; of answers that exclude each other, what they are."""
    _, found = open_case(case, settings)
    if found.clashes:
        return told(found, settings.language)
    explanation = how(found, conclusion)
    if explanation is None:
        raise PetrAdvisorError.of("command.no-conclusion", conclusion=conclusion)
    proof = explanation_text(shortened(explanation) if short else explanation, found.base, settings.language)
    kind, _, key = conclusion.partition(":")
    told_in_full = option_text(found, key, settings.language) if kind == "option" and not short else ""
    return f"{told_in_full}\n\n{proof}" if told_in_full else proof


def why_not_text(case: str, option: str, settings: Settings = DEFAULT, *, short: bool = False) -> str:
    """Give why an option is not open; of answers that exclude each other, what they are."""
    _, found = open_case(case, settings)
    answers = option_named(option, found).answers
    if answers not in found.key_questions:
        raise PetrAdvisorError.of("command.not-asked", option=option, answers=answers)
    if found.clashes:
        return told(found, settings.language)
    explanation = why_not(found, option)
    return explanation_text(shortened(explanation) if short else explanation, found.base, settings.language)


def what_would_it_take_text(case: str, option: str, settings: Settings = DEFAULT) -> str:
    """Give the smallest sets of alterations that open an option in a case."""
    _, found = open_case(case, settings)
    option_named(option, found)
    return altering_text(found, option, what_would_it_take(found, option), settings.language)
