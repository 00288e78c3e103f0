"""What is said of an act that follows a law to come: since when it holds, and what is so until then."""

from datetime import date

from petr_advisor.consulting.later_law import law_from, on_the_day
from petr_advisor.documents.building.desk import Desk
from petr_advisor.words.typography import no_capital


def later_law(desk: Desk, key: str) -> str | None:
    """Say that an act (`procedure/act`) follows a law that begins after the day of law; None where it does not."""
    begins, as_of = law_day(desk, key), desk.consultation.as_of
    if begins is None:
        return None
    today = on_the_day(desk.base, key, as_of)
    rule = _rule(desk, today) if today is not None else ""
    return desk.phrase("law-to-come-else" if rule else "law-to-come", day=begins, as_of=as_of, rule=rule)


def law_day(desk: Desk, key: str) -> date | None:
    """Give the first day of the law that an act follows, where it begins after the day of law."""
    procedure, _, name = key.partition("@")[0].partition("/")
    known = desk.base.procedures.get(procedure)
    return law_from(known.acts[name], desk.consultation.as_of) if known and name in known.acts else None


def _rule(desk: Desk, key: str) -> str:
    """Say the majority and what silence is worth of an act, by the law of the day, and where it is written."""
    act = desk.base.act_under(key, desk.consultation.followed)
    silence = desk.on_silence(act.silence, desk.base.act(key).silence)
    said = [no_capital(part) for part in (desk.majority(act.majority), silence) if part]
    return desk.listed(said, "comma")
