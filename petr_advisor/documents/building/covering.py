"""The first page of what is told of a case."""

from collections.abc import Iterator
from datetime import date, timedelta
from operator import itemgetter

from petr_advisor import __version__
from petr_advisor.consulting.consultation import read_up_to
from petr_advisor.documents.building.council import population_of
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.model_cover import Cover
from petr_advisor.documents.settings import Adviser
from petr_advisor.words.typography import capital, full_stop, no_capital

OLD_LAW = timedelta(days=60)
"""Law older than this, on the day a document is made, is said to be no longer that of today."""


def cover_of(
    desk: Desk,
    settings: Adviser,
    made_on: date,
    questions: tuple[str, ...],
    *,
    territory: str | None = None,
    subtitle: str | None = None,
) -> Cover:
    """Give the cover: whom it is for (the members name a territory that nobody named), by whom, on which law."""
    consultation = desk.consultation
    return Cover(
        territory=desk.set(territory or "") or _territory(desk),
        subtitle=desk.set(subtitle) if subtitle else None,
        today=_today(desk),
        stands=tuple(_stands(desk)),
        questions=questions,
        adviser=settings,
        made_on=made_on,
        as_of=consultation.as_of,
        rule_base=consultation.base.hash,
        engine=consultation.engine.name,
        version=__version__,
        notice=desk.phrase("notice"),
        banner=_banner(desk, made_on),
    )


def _banner(desk: Desk, made_on: date) -> str | None:
    """Where the law is of another day, say until when it was read or of when it is."""
    as_of = desk.consultation.as_of
    dated = [desk.say(later)] if (later := read_up_to(as_of)) else []
    dated += [desk.phrase("law-of-the-past", day=as_of)] if made_on - as_of > OLD_LAW else []
    return " ".join(dated) or None


def _territory(desk: Desk) -> str:
    """Name the territory by its members when nobody named it."""
    listed = desk.consultation.facts.entities.get("member")
    return desk.some("member", listed.ids) if listed and listed.ids else desk.phrase("no-name")


def _today(desk: Desk) -> str | None:
    """Count the members that are listed, with their inhabitants where all are known; None where there are none."""
    listed = desk.consultation.facts.entities.get("member")
    if listed is None or not listed.ids:
        return None
    known = [people for of in listed.ids if (people := population_of(desk, of)) is not None]
    if len(known) < len(listed.ids):
        return desk.phrase("members-today", n=len(listed.ids))
    return desk.phrase("members-and-people-today", n=len(listed.ids), people=sum(known))


def _stands(desk: Desk) -> Iterator[str]:
    """Tell the answers that say where the territory stands."""
    case = desk.consultation
    told = [(kind.on_cover, key, kind) for key, kind in desk.base.facts.items() if kind.on_cover is not None]
    for _, key, kind in sorted(told, key=itemgetter(0)):
        if (found := case.facts.get(key)) is not None:
            yield full_stop(desk.labelled(capital(desk.say(kind.label)), no_capital(desk.value(kind, found.value))))
