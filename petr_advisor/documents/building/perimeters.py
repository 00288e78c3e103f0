"""The relation of perimeters: the territory and its SCoTs, in words and drawn."""

from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.money import ask_next
from petr_advisor.documents.drawing import drawn
from petr_advisor.documents.model_money import Perimeters, Relation
from petr_advisor.documents.parts import Picture
from petr_advisor.words.typography import capital

COVER, PARTIAL, SEVERAL, BEARER = "territory.scot_cover", "scot.partial_kind", "scot.over_several_petrs", "scot.bearer"
RELATIONS: dict[str, Relation] = {"none": "none", "same": "same", "wider": "wider", "partial": "partial"}
PARTS: dict[str, Relation] = {"one_inside": "inside", "several_inside": "several_inside", "overlap": "overlap"}
ALONE: frozenset[Relation] = frozenset({"none", "same"})
"""Relations that are one shape: a picture of it would show nothing."""
HEIGHT = 222.0


def perimeters(desk: Desk, accent: str) -> Perimeters | None:
    """Give how the SCoTs lie on the territory; None while nobody said."""
    relation = RELATIONS.get(str(_value(desk, COVER)))
    if relation is None:
        return None
    if relation == "partial":
        relation = PARTS.get(str(_value(desk, PARTIAL)), relation)
    elif relation == "wider" and _value(desk, SEVERAL) is True:
        relation = "over_several"
    said = tuple(_said(desk, fact) for fact in (COVER, PARTIAL, SEVERAL, BEARER) if _value(desk, fact) is not None)
    return Perimeters(
        said=said,
        citations=desk.cite(desk.base.facts[COVER].norms),
        left_out=ask_next(desk, "scot"),
        relation=relation,
        picture=None if relation in ALONE else _picture(desk, relation, accent),
    )


def _picture(desk: Desk, relation: Relation, accent: str) -> Picture:
    """Draw how the SCoTs lie."""
    is_petr = _value(desk, "structure.legal_form") == "petr"
    territory = desk.phrase("perimeter-petr" if is_petr else "perimeter-territory")
    return drawn(
        "perimeters",
        "perimeters",
        desk.phrase("picture-perimeters"),
        desk.phrase("alt-perimeters", territory=territory, relation=desk.phrase(f"relation-{relation}")),
        accent,
        height=HEIGHT,
        relation=relation,
        territory=territory,
        scheme=desk.phrase("perimeter-scot"),
        neighbour=desk.phrase("perimeter-neighbour"),
    )


def _value(desk: Desk, fact: str) -> object:
    """Give the value of a fact that is not set aside; None when it is unknown."""
    case = desk.consultation
    found = case.facts.get(fact) if fact in case.base.facts else None
    return found.value if found and case.memory.applies(fact) is not False else None


def _said(desk: Desk, fact: str) -> str:
    kind, found = desk.base.facts[fact], desk.consultation.facts.get(fact)
    value = desk.value(kind, found.value if found else None)
    return desk.labelled(capital(desk.say(kind.label)), value)
