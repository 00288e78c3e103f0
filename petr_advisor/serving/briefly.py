"""The conclusions in fewer words, for a reader that pays for each: what is proposed, every status, what is owed."""

from collections.abc import Iterator
from typing import Any

from petr_advisor.serving.replies import Conclusions
from petr_advisor.serving.told import DutyTold, LineTold, NormTold, OptionTold

OWED = frozenset({"obligation", "prohibition"})
"""The duties that are told; what is allowed or advised is in a document."""
KEPT_OF_NORM = ("statement", "place", "address", "wording_from", "wording_to", "confidence", "sure")
KEPT_OF_DUTY = ("id", "of", "kind", "who", "text", "holds", "deadline", "confidence", "norms")
KEPT_OF_OPTION = ("id", "title", "status", "status_said", "prudent", "confidence")


def in_brief(found: Conclusions) -> dict[str, Any]:
    """Give conclusions without arguments, acts and conditions, which other tools tell on wish, as JSON values."""
    told = {
        "conflicts": found.conflicts,
        "course": [_line(line) for line in found.course],
        "decisive_left": found.decisive_left,
        "options": {each.id: [_option(option) for option in (*each.routes, *each.staying)] for each in found.questions},
        "owed": [_duty(duty) for duty in found.duties if duty.kind in OWED],
        "breaches": [each.model_dump(mode="json") for each in found.breaches],
        "terms": [each.model_dump(mode="json") for each in found.terms],
        "unknown": [each.model_dump(mode="json") for each in found.unknown],
        "supposed": [each.model_dump(mode="json") for each in found.supposed],
        "next_question": found.next_question.model_dump(mode="json") if found.next_question else None,
    }
    cited = dict.fromkeys(norm for norm in _cited(told) if norm in found.norms)
    return {
        "case": found.case.model_dump(mode="json"),
        "notices": found.notices,
        **told,
        "norms": {key: _norm(found.norms[key]) for key in cited},
    }


def _line(found: LineTold) -> dict[str, Any]:
    told = found.model_dump(mode="json", exclude={"missing", "supposed"})
    return {
        **told,
        "missing": [each.fact for each in found.missing],
        "supposed": [each.fact for each in found.supposed],
    }


def _option(found: OptionTold) -> dict[str, Any]:
    told: dict[str, Any] = found.model_dump(mode="json", include=set(KEPT_OF_OPTION))
    disputed = [each.point for each in found.disputed]
    return {**told, **({"disputed": disputed} if disputed else {})}


def _duty(found: DutyTold) -> dict[str, Any]:
    told: dict[str, Any] = found.model_dump(mode="json", include=set(KEPT_OF_DUTY))
    return told


def _norm(found: NormTold) -> dict[str, Any]:
    told: dict[str, Any] = found.model_dump(mode="json", include=set(KEPT_OF_NORM))
    return told


def _cited(told: Any) -> Iterator[str]:
    """Give the norms that a reply names."""
    match told:
        case dict():
            for name, value in told.items():
                if name in {"norms", "unread"}:
                    yield from value
                elif name == "norm":
                    yield value
                else:
                    yield from _cited(value)
        case list() | tuple():
            for each in told:
                yield from _cited(each)
