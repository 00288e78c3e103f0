"""Votes for which caution asks for more than the usual reading of the law."""

from petr_advisor.consulting.disputing import by_caution
from petr_advisor.documents.building.desk import Desk
from petr_advisor.words.typography import no_capital


def disputed_majority(desk: Desk, key: str) -> str | None:
    """Say that the majority of an act (`procedure/act`) is one of caution, and what other readings ask for."""
    procedure, _, name = key.partition("/")
    base, case = desk.base, desk.consultation
    known = base.procedures.get(procedure)
    if known is None or name not in known.acts:
        return None
    act, followed = known.acts[name], base.act_under(key, case.followed).majority
    others: dict[str, None] = {}
    for point in by_caution(case, act):
        usual = base.act_under(key, {**case.followed, point: base.disputed[point].usual or ""}).majority
        if usual is not None and usual != followed:
            others.setdefault(no_capital(desk.say(base.majorities[usual].label)))
    return desk.phrase("note.disputed-majority", others=desk.listed(others, "or")) if others else None
