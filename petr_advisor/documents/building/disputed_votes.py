"""Votes for which caution asks for the agreement of everybody, where another reading in force asks for less."""

from petr_advisor.consulting.disputing import asks_all
from petr_advisor.documents.building.desk import Desk
from petr_advisor.words.typography import no_capital


def disputed_majority(desk: Desk, key: str) -> str | None:
    """Say that the majority of an act (`procedure/act`) is one of caution, and what other readings ask for."""
    procedure, _, name = key.partition("@")[0].partition("/")
    base, case = desk.base, desk.consultation
    known = base.procedures.get(procedure)
    if known is None or name not in known.acts:
        return None
    if not asks_all(case, base.act_under(key, case.followed)):
        return None
    found: dict[str, None] = {}
    for point in known.acts[name].by_reading:
        for reading in case.rules.readings(point):
            other = base.act_under(key, {**case.followed, point: reading})
            if other.majority and other.included and not asks_all(case, other):
                found.setdefault(no_capital(desk.say(base.majorities[other.majority].label)))
    return desk.phrase("note.disputed-majority", others=desk.listed(found, "or")) if found else None
