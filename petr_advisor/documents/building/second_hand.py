"""How sure a day of the law is, where none of the norms that it rests on was read in its text."""

from collections.abc import Iterable

from petr_advisor.documents.building.desk import Desk
from petr_advisor.knowledge.law import CONFIDENCE_ORDER
from petr_advisor.planning.legal_days import LegalDay
from petr_advisor.planning.noding import LIMIT


def second_hand(desk: Desk, norms: Iterable[str]) -> str | None:
    """Say it, of the surest of some norms; nothing where one of them was read."""
    known = [desk.base.norms[norm].confidence for norm in norms]
    best = min(known, key=CONFIDENCE_ORDER.index, default="verified")
    return desk.confidence(best) if best != "verified" else None


def of_legal(desk: Desk, act: str, legal: LegalDay) -> str | None:
    """Say it of the day by which the law wants an act: its own limit, or a duty that it meets."""
    if legal.counted or legal.wished or legal.of_a_scheme:
        return None
    rule = desk.base.rules.get(legal.name.partition("@")[0])
    norms = desk.base.act(act).norms if legal.name == LIMIT else rule.norms if rule is not None else ()
    return second_hand(desk, norms)
