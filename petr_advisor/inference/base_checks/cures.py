"""Cures: what they make so must serve the requirement that cites them."""

from collections.abc import Iterator

from petr_advisor.inference.atoms import parse_value
from petr_advisor.inference.base_checks.epochs import Epoch
from petr_advisor.inference.base_checks.graph import closure, dependencies
from petr_advisor.knowledge.acts import Cure
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.checks.uses import Place, requirements, summed_entity
from petr_advisor.knowledge.conditions import facts_of
from petr_advisor.knowledge.loader import Places
from petr_advisor.knowledge.options import Requirement
from petr_advisor.knowledge.problems import Problem, named
from petr_advisor.words.speech import told


def check(base: KnowledgeBase, places: Places, epochs: tuple[Epoch, ...], whole: KnowledgeBase) -> Iterator[Problem]:
    """Report cures that do nothing for a requirement, or leave it unmet; `base` is the sound part of `whole`."""
    edges = dependencies(base)
    for place, requirement in requirements(base):
        touched = closure(edges, facts_of(requirement.standing))
        for number, name in enumerate(requirement.cures):
            here, cure = place / "cures" / number, base.cures[name]
            living = [epoch for epoch in epochs if name in epoch.rules.cures and _owned(epoch, place)]
            if not _touches(base, cure, touched):
                made = named(cure.makes) if cure.makes else told("check.list-of", entity=_entity(cure))
                yield here.problem(places, told("check.cure-elsewhere", name=name, made=made))
            elif not _users_known(base, places, whole, place):
                continue
            elif cure.makes and living and not any(_meets(epoch, requirement, cure) for epoch in living):
                makes = ", ".join(f"{fact}: {value}" for fact, value in cure.makes.items())
                there = Place("cures", name, ("makes",)).line(places)
                message = told("check.cure-leaves-unmet", name=name, there=there, made=makes)
                yield here.problem(places, message)
            elif epochs and not living:
                yield here.problem(places, told("check.cure-at-no-date", name=name))


def _users_known(base: KnowledgeBase, places: Places, whole: KnowledgeBase, place: Place) -> bool:
    """Tell whether every option that has a requirement is looked at, so that its dates are known."""
    users = {key for key, option in whole.options.items() if place.key in whole.groups_of(option)}
    return place.kind == "options" or (users <= base.options.keys() and not places.spoken_of(place.key))


def _entity(cure: Cure) -> str:
    return cure.removes.entity if cure.removes else ""


def _owned(epoch: Epoch, place: Place) -> bool:
    """Tell whether an option in force has a requirement."""
    if place.kind == "options":
        return place.key in epoch.rules.options
    if place.kind == "regimes" and epoch.rules.base.regimes[place.key].conditions[str(place.path[1])].bears_on(
        "to_remain"
    ):
        return True
    return any(place.key in epoch.rules.base.groups_of(option) for option in epoch.rules.options.values())


def _touches(base: KnowledgeBase, cure: Cure, facts: frozenset[str]) -> bool:
    if facts & set(cure.makes):
        return True
    if cure.removes is None:
        return False
    kinds = [base.facts[fact] for fact in facts if fact in base.facts]
    if any(kind.measure is not None for kind in kinds):
        return True
    return any(kind.summary and summed_entity(base.facts, kind.summary) == cure.removes.entity for kind in kinds)


def _meets(epoch: Epoch, requirement: Requirement, cure: Cure) -> bool:
    """Tell whether a requirement can be met once a cure has made its facts so."""
    diagrams = epoch.diagrams
    node = ~diagrams.unmet(requirement)
    for fact, raw in cure.makes.items():
        value = parse_value(diagrams.base.facts[fact], raw)
        node &= diagrams.among((fact, None), diagrams.possible_cells(fact, value))
    return epoch.possible(node)
