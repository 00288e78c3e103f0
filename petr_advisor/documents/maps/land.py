"""The land of a case: which members are drawn, on which map, what lies around them and what they cut off."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from petr_advisor.territory.borders import PerimeterMeasure
from petr_advisor.territory.measures import borders, outlines, register
from petr_advisor.territory.projection import zone_of


@dataclass(frozen=True)
class Scheme:
    """The perimeter of a SCoT, given by its members."""

    name: str
    sirens: tuple[str, ...]


@dataclass(frozen=True)
class Land:
    """Members whose outlines are known and that lie on one map, with what is around them."""

    members: tuple[str, ...]
    """SIRENs, in the order of their list."""
    schemes: tuple[Scheme, ...] = ()
    """Perimeters of SCoTs drawn over them."""
    of_its_time: bool = True
    """Whether the borders are those of the day of the case, so that something may be said of the perimeter."""

    @cached_property
    def shown(self) -> frozenset[str]:
        """What is shown whole: the members and the SCoTs."""
        return frozenset(self.members).union(*(scheme.sirens for scheme in self.schemes))

    @cached_property
    def around(self) -> tuple[str, ...]:
        """SIRENs, sorted, of what lies around and is no member: the neighbours, and theirs, which fill the corners."""
        near = self.shown | outlines().neighbours(self.shown)
        return tuple(sorted((near | outlines().neighbours(near)) - frozenset(self.members)))

    @cached_property
    def departements(self) -> frozenset[str]:
        """Codes of the départements of the members."""
        return frozenset(code for siren in self.members for code in outlines().departements[siren])

    @cached_property
    def measure(self) -> PerimeterMeasure:
        """What the land borders say of the perimeter."""
        return borders().measure(self.members)


def name_of(siren: str) -> str:
    """Give the name of an EPCI of the register."""
    found = register().get(siren)
    return found.name if found else siren


def land(members: Sequence[str], schemes: Iterable[Scheme] = (), *, of_its_time: bool = True) -> Land | None:
    """Choose what is drawn: the members with an outline, on the map that holds most of them; None without any."""
    drawn = [siren for siren in members if siren in outlines().departements]
    zones: Mapping[str, list[str]] = _by_zone(drawn)
    if not zones:
        return None
    zone = max(zones, key=lambda key: len(zones[key]))
    return Land(
        members=tuple(zones[zone]),
        schemes=tuple(
            Scheme(scheme.name, kept) for scheme in schemes if (kept := tuple(_by_zone(scheme.sirens).get(zone, ())))
        ),
        of_its_time=of_its_time,
    )


def _by_zone(sirens: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for siren in sirens:
        if (codes := outlines().departements.get(siren)) is not None:
            found.setdefault(zone_of(codes), []).append(siren)
    return found
