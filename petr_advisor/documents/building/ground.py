"""The map of a case: the members that the register knows, drawn on their ground."""

from collections.abc import Iterable

from petr_advisor.documents.building.council import population_of
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.maps.drawing import Member, draw, ground_said, source_said
from petr_advisor.documents.maps.land import Land, Scheme, land, name_of
from petr_advisor.documents.model_map import MapMember, MapPart, NoteMap
from petr_advisor.territory.measures import BORDERS_VALID_FROM, MEASURED, ONE_PIECE, OUTLINES_DRAWN_FROM, outlines


def land_of(desk: Desk, schemes: Iterable[Scheme] = ()) -> Land | None:
    """Choose the land to draw; None before the perimeters of 2017, or when no member is known."""
    listed = desk.consultation.facts.entities.get(MEASURED)
    if listed is None or desk.consultation.as_of < OUTLINES_DRAWN_FROM:
        return None
    return land(listed.ids, schemes, of_its_time=desk.consultation.as_of >= BORDERS_VALID_FROM)


def map_part(desk: Desk, accent: str, schemes: Iterable[Scheme] = ()) -> MapPart | None:
    """Give the map of the members; None where there is nothing to draw."""
    found = land_of(desk, schemes)
    if found is None:
        return None
    members = members_of(desk, found)
    drawn = draw(found, members, desk, accent)
    return MapPart(
        picture=drawn.picture,
        numbered=drawn.numbered,
        members=tuple(
            MapMember(
                number=member.number,
                name=member.name,
                population=member.population,
                departements=tuple(sorted(outlines().departements[siren])),
            )
            for siren, member in members.items()
        ),
        remarks=(*ground_said(found, members, desk), *_against(desk, found), *_left_out(desk, found)),
        source=source_said(desk),
    )


def low_map(desk: Desk, accent: str) -> NoteMap | None:
    """Give the same map as low as a note needs it, with what it shows in words; None where there is none.

    That it goes against an answer is a point to find out, told whether the map is drawn or not.
    """
    found = land_of(desk)
    if found is None:
        return None
    members = members_of(desk, found)
    said = (*ground_said(found, members, desk), *_left_out(desk, found), source_said(desk))
    return NoteMap(picture=draw(found, members, desk, accent, low=True).picture, said=said)


def _against(desk: Desk, found: Land) -> tuple[str, ...]:
    return (desk.phrase("map.against-answer"),) if against_answer(desk, found) else ()


def against_answer(desk: Desk, found: Land | None) -> bool:
    """Tell whether the outlines show pieces and the case says that the perimeter is in one."""
    if found is None or not found.of_its_time or len(found.measure.components) < 2:
        return False
    consultation = desk.consultation
    measured = [fact for fact, kind in consultation.base.facts.items() if kind.measure == ONE_PIECE]
    known = [consultation.memory.facts.get(fact, None) for fact in measured]
    return any(each is not None and each.value is True for each in known)


def members_of(desk: Desk, found: Land) -> dict[str, Member]:
    """Name the members drawn, by SIREN, with their populations in the case."""
    return {
        siren: Member(number, _name(desk, siren), population_of(desk, siren))
        for number, siren in enumerate(found.members, 1)
    }


def _name(desk: Desk, siren: str) -> str:
    """Name a member as the case does, else as the register does."""
    named = desk.entity(MEASURED, siren)
    return desk.set(name_of(siren)) if named == siren else named


def _left_out(desk: Desk, found: Land) -> tuple[str, ...]:
    """Name the members that are not on the map."""
    listed = desk.consultation.facts.entities[MEASURED]
    others = [of for of in listed.ids if of not in found.members]
    return (desk.phrase("map.not-drawn", names=desk.some(MEASURED, others)),) if others else ()
