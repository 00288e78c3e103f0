"""What is wanted of an exploration: around whom, with and without whom, how many, ranked by what."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from petr_advisor.documents.maps.land import Scheme
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.perimeters.criteria import USUAL, Criterion
from petr_advisor.territory.groupings import Bounds
from petr_advisor.territory.measures import register
from petr_advisor.territory.names import fold

MOST_MEMBERS = 12
"""Members that a grouping may be asked to have; beyond, groupings are too many to be found."""
SHOWN = 12
USUAL_BOUNDS = Bounds(6)
_SIREN = re.compile(r"[0-9]{9}")


@dataclass(frozen=True)
class Wanted:
    """What is looked for."""

    around: tuple[str, ...]
    """SIRENs of those for whom one looks: every grouping holds them all."""
    with_: tuple[str, ...] = ()
    """SIRENs that every grouping holds besides."""
    without: tuple[str, ...] = ()
    bounds: Bounds = USUAL_BOUNDS
    rank: tuple[Criterion, ...] = USUAL
    schemes: tuple[Scheme, ...] = ()
    """Perimeters of SCoTs to compare with."""


def sirens_of(texts: Iterable[str]) -> tuple[str, ...]:
    """Read EPCIs given by SIREN or by name, each once; PetrAdvisorError names what is none, or several."""
    return tuple(dict.fromkeys(_siren(text.strip()) for text in texts))


def _siren(text: str) -> str:
    if _SIREN.fullmatch(text) and register().get(text) is not None:
        return text
    found = register().search(text, SHOWN)
    same = [epci for epci in found if fold(epci.name) == fold(text)]
    if not found:
        raise PetrAdvisorError.of("perimeter.stranger", text=text)
    if len(found) > 1 and len(same) != 1:
        names = [f"{epci.name} ({epci.siren})" for epci in found]
        raise PetrAdvisorError.of("perimeter.several", text=text, names=names)
    return (same or found)[0].siren


def checked(wanted: Wanted) -> Wanted:
    """Refuse what no grouping could be; PetrAdvisorError says what."""
    needed = {*wanted.around, *wanted.with_}
    both = sorted(needed & {*wanted.without})
    bounds = wanted.bounds
    if not wanted.around:
        raise PetrAdvisorError.of("perimeter.nobody")
    if both:
        names = [epci.name for siren in both if (epci := register().get(siren))]
        raise PetrAdvisorError.of("perimeter.in-and-out", names=names)
    check_bounds(bounds)
    if len(needed) > bounds.most:
        raise PetrAdvisorError.of("perimeter.too-few-places", n=len(needed), most=bounds.most)
    return wanted


def check_bounds(bounds: Bounds) -> None:
    """Refuse numbers of members that no grouping can have; PetrAdvisorError says what they may be."""
    if not 2 <= bounds.least <= bounds.most <= MOST_MEMBERS:
        raise PetrAdvisorError.of("perimeter.sizes", least=bounds.least, most=bounds.most, limit=MOST_MEMBERS)
