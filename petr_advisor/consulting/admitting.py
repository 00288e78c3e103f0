"""What is said to a consultation, checked before it is taken: facts, values, lists, acts, remarks."""

from collections.abc import Iterable
from typing import Any

from petr_advisor.consulting.answers import Remark
from petr_advisor.consulting.case import Case
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.inference.atoms import check_bounds, parse_value
from petr_advisor.inference.facts import Value
from petr_advisor.knowledge.problems import nearest, unknown
from petr_advisor.knowledge.vocabulary import FactType

LONGEST_REMARK = 2000
"""Letters of a note, or of a source."""


class AnswerError(PetrAdvisorError):
    """An answer that cannot be taken; the text says why and what would do. Nothing already answered is lost."""


def check_fact(case: Case, fact: str, of: str | None) -> None:
    """Refuse a fact that there is not, or that belongs to another than `of`."""
    kind = case.base.facts.get(fact)
    if kind is None:
        raise AnswerError(*unknown(fact, case.base.facts, "unknown fact", "fait inconnu"))
    if (kind.of is None) != (of is None):
        raise AnswerError(
            f"`{fact}` belongs to {kind.of or 'the territory'}: say of which one"
            if kind.of
            else f"`{fact}` belongs to the territory, not to `{of}`",
            fr=f"« {kind.label.fr} » s'entend d'un membre : dire duquel"
            if kind.of
            else f"« {kind.label.fr} » s'entend du territoire, non de « {of} »",
        )
    if kind.of is not None:
        listed = case.state.lists.get(kind.of)
        if listed is None or of not in listed.ids:
            raise AnswerError(
                f"there is no {kind.of} `{of}` in the list{hint(of or '', listed.ids if listed else ())}",
                fr=f"« {of} » n'est pas dans la liste des membres",
            )


def _value(case: Case, fact: str, value: Any) -> Value:
    kind = case.base.facts.get(fact)
    if kind is None:
        raise AnswerError(*unknown(fact, case.base.facts, "unknown fact", "fait inconnu"))
    try:
        parsed = parse_value(kind, value)
        check_bounds(kind, parsed)
    except ValueError as error:
        near = hint(str(value), kind.choices) if kind.choices else ""
        en = f"{fact}: {error}{near}"
        fr = f"« {value} » ne convient pas : {_expected_fr(kind)}"
        if kind.limits is not None:
            en, fr = f"{en}. {kind.limits.en}", f"{fr}. {kind.limits.fr}"
        raise AnswerError(en, fr=fr) from error
    return parsed


def check_act(case: Case, procedure: str, act: str) -> None:
    """Refuse an act that there is not."""
    if procedure not in case.base.procedures:
        raise AnswerError(*unknown(procedure, case.base.procedures, "unknown procedure", "procédure inconnue"))
    acts = case.base.procedures[procedure].acts
    if act not in acts:
        raise AnswerError(*unknown(act, acts, "unknown act", "acte inconnu"))


def check_list(case: Case, kind: str) -> None:
    """Refuse a list that there is not."""
    lists = {fact.entity for fact in case.base.facts.values() if fact.entity}
    if kind not in lists:
        raise AnswerError(*unknown(kind, lists, "there is no list of", "il n'y a pas de liste de"))


def checked_of(case: Case, kind: str, fact: str, value: Any) -> Value:
    """Give the value of a fact of the entities of a list, which need not be listed yet."""
    if fact in case.base.facts and case.base.facts[fact].of != kind:
        name = case.base.facts[fact].label.fr
        raise AnswerError(f"`{fact}` does not belong to a {kind}", fr=f"« {name} » n'est pas propre à un membre")
    return _value(case, fact, value)


def checked(case: Case, fact: str, of: str | None, value: Any) -> Value:
    """Give the value that was meant for a fact, as written in a file or typed."""
    check_fact(case, fact, of)
    return _value(case, fact, value)


def fitting(remark: Remark) -> Remark:
    """Give a remark without blanks around it; AnswerError when it is too long or supposes without a source."""
    found = Remark(_one_text(remark.note), _one_text(remark.source), remark.supposed)
    if found.supposed and not found.source:
        raise AnswerError.of("answer.supposed-from-nothing")
    return found


def _one_text(text: str) -> str:
    if len(text) > LONGEST_REMARK:
        raise AnswerError.of("answer.remark-too-long", most=LONGEST_REMARK)
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def _expected_fr(kind: FactType) -> str:
    """Say in French what is expected of an answer as written in a file: the name of a choice, and how it reads."""
    match kind.type:
        case "yes_no":
            return "répondre oui ou non"
        case "one_of":
            return "choisir parmi " + " ; ".join(
                f"{key} (« {choice.label.fr} »)" for key, choice in kind.choices.items()
            )
        case "count" | "amount":
            high = "" if kind.maximum is None else f" et {kind.maximum} au plus"
            return f"il faut un nombre entier, {kind.minimum or 0} au moins{high}"
        case "fraction":
            return "il faut une fraction exacte comme 2/3, entre 0 et 1"
        case "date":
            return "il faut un jour comme 27/07/2014" + (
                f", pas avant le {kind.earliest:%d/%m/%Y}" if kind.earliest else ""
            )
    return "il faut un texte"


def hint(name: str, known: Iterable[str]) -> str:
    """Ask whether the nearest of some names was meant; empty when none is near."""
    near = nearest(name, known)
    return f". Did you mean `{near}`?" if near else ""
