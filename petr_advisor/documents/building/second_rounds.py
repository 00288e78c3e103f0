"""Votes held only once a first one has failed, on another question and by a rule of their own."""

from petr_advisor.documents.building.desk import Desk
from petr_advisor.knowledge.base import KnowledgeBase


def second_round(base: KnowledgeBase, key: str) -> str | None:
    """Give the vote, as `procedure/act`, that the refusal of another one leads to; None where nothing is voted then."""
    procedure, _, name = key.partition("/")
    acts = base.procedures[procedure].acts if procedure in base.procedures else {}
    for then, act in acts.items():
        if act.vote is not None and any(each.act == name and each.result == "refused" for each in act.when_act):
            return f"{procedure}/{then}"
    return None


def last_round(base: KnowledgeBase, key: str) -> str:
    """Give the vote in which it is decided: who stops a second one alone stops the first as well."""
    return second_round(base, key) or key


def first_round_silence(desk: Desk, key: str, silence: str | None) -> str | None:
    """Say what silence is worth, and that it is so of the first vote where there may be a second one."""
    if silence is None or second_round(desk.base, key) is None:
        return silence
    return desk.phrase("note.first-round", silence=silence)
