"""What is said of an act that follows a law to come: since when it holds, and what is so until then."""

from petr_advisor.consulting.later_law import law_from, on_the_day
from petr_advisor.documents.building.desk import Desk
from petr_advisor.words.typography import no_capital

CITED = 2
"""Texts named: the norms of an act may be many."""


def later_law(desk: Desk, key: str) -> str | None:
    """Say that an act (`procedure/act`) follows a law that begins after the day of law, and name that law.

    The norms of the act are cited as they are on the day of law: its rule of that day is said beside the other.
    """
    base, as_of = desk.base, desk.consultation.as_of
    procedure, _, name = key.partition("/")
    known = base.procedures.get(procedure)
    begins = law_from(known.acts[name], as_of) if known and name in known.acts else None
    if known is None or begins is None:
        return None
    today = on_the_day(base, key, as_of)
    rule = _rule(desk, today) if today is not None else ""
    texts = desk.places_on((norm for norm in known.acts[name].norms if base.written_by(norm, begins)), begins)
    said = {"day": begins, "as_of": as_of, "rule": rule, "texts": desk.listed(texts[:CITED], "semicolon")}
    return desk.phrase("law-to-come-else" if rule else "law-to-come", **said)


def _rule(desk: Desk, key: str) -> str:
    """Say the majority and what silence is worth of an act, by the law of the day, and where it is written."""
    act = desk.base.act_under(key, desk.consultation.followed)
    silence = desk.on_silence(act.silence, desk.base.act(key).silence)
    said = [no_capital(part) for part in (desk.majority(act.majority), silence) if part]
    return desk.listed(said, "comma")
