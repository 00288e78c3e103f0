"""The relation of perimeters: the territory and its SCoTs, in words and drawn."""

from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.money import ask_next
from petr_advisor.documents.model_money import Perimeters
from petr_advisor.documents.parts import PerimetersPicture, Relation
from petr_advisor.words.typography import capital

COVER, PARTIAL, SEVERAL, BEARER = "territory.scot_cover", "scot.partial_kind", "scot.over_several_petrs", "scot.bearer"
RELATIONS: dict[str, Relation] = {"none": "none", "same": "same", "wider": "wider", "partial": "partial"}
PARTS: dict[str, Relation] = {"one_inside": "inside", "several_inside": "several_inside", "overlap": "overlap"}


def perimeters(desk: Desk) -> Perimeters | None:
    """Give how the SCoTs lie on the territory; None while nobody said."""
    relation = RELATIONS.get(str(_value(desk, COVER)))
    if relation is None:
        return None
    if relation == "partial":
        relation = PARTS.get(str(_value(desk, PARTIAL)), relation)
    elif relation == "wider" and _value(desk, SEVERAL) is True:
        relation = "over_several"
    said = tuple(_said(desk, fact) for fact in (COVER, PARTIAL, SEVERAL, BEARER) if _value(desk, fact) is not None)
    is_petr = _value(desk, "structure.legal_form") == "petr"
    territory = desk.phrase("perimeter-petr" if is_petr else "perimeter-territory")
    picture = PerimetersPicture(
        id="perimeters",
        title=desk.phrase("picture-perimeters"),
        alt=desk.phrase("alt-perimeters", territory=territory, relation=desk.phrase(f"relation-{relation}")),
        relation=relation,
        territory=territory,
        scheme=desk.phrase("perimeter-scot"),
        neighbour=desk.phrase("perimeter-neighbour"),
        legend=(territory, desk.phrase("perimeter-scot")),
    )
    citations = desk.cite(desk.base.facts[COVER].norms)
    return Perimeters(said=said, citations=citations, left_out=ask_next(desk, "scot"), picture=picture)


def _value(desk: Desk, fact: str) -> object:
    """Give the value of a fact that is not set aside; None when it is unknown."""
    case = desk.consultation
    found = case.facts.get(fact) if fact in case.base.facts else None
    return found.value if found and case.memory.applies(fact) is not False else None


def _said(desk: Desk, fact: str) -> str:
    kind, found = desk.base.facts[fact], desk.consultation.facts.get(fact)
    value = desk.value(kind, found.value if found else None)
    return desk.labelled(capital(desk.say(kind.label)), value)
