"""What walks are held on: the real rule base and register, and what a consultation begins with."""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import EARLIEST, Consultation
from petr_advisor.files.locations import knowledge_folder
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.territory.register import Epci, Register
from petr_advisor.words.texts import Language

LAST = date(2026, 12, 31)
LANGUAGES: tuple[Language, ...] = ("fr", "en")
SIZES = ((80, 24), (120, 40))
YEARS = (2022, 2026)
"""Those of which there is a register."""


@cache
def base() -> KnowledgeBase:
    """The real rule base."""
    return load()


@cache
def register(year: int = YEARS[-1]) -> Register:
    """The register of a year."""
    return Register.load(knowledge_folder() / "territories", year)


@dataclass(frozen=True)
class Ground:
    """What a consultation begins with."""

    key_questions: tuple[str, ...]
    as_of: date

    def begin(self) -> Consultation:
        """Begin it, with the native engine."""
        return Consultation.start(base(), self.as_of, self.key_questions, engine("native"))


def ground(dice: random.Random) -> Ground:
    """Give one to four key questions, as listed on the screen, and a day of the law."""
    known = base().key_questions
    wanted = dice.sample(sorted(known), dice.choice((1, 1, 1, 2, 2, 3, 4)))
    day = EARLIEST + timedelta(days=dice.randrange((LAST - EARLIEST).days + 1))
    return Ground(tuple(sorted(wanted, key=lambda key: known[key].order)), day)


@cache
def neighbours() -> tuple[tuple[Epci, ...], ...]:
    """The EPCIs of each département, from which members are taken as a territory would."""
    found: dict[str, list[Epci]] = {}
    for epci in register().epcis:
        found.setdefault(epci.departements[0], []).append(epci)
    return tuple(tuple(epcis) for _, epcis in sorted(found.items()))


def members(pick: int, more: int) -> tuple[Epci, ...]:
    """Give one to five EPCIs of one département."""
    there = neighbours()[pick % len(neighbours())]
    count, first = 1 + more % 5, more % len(there)
    return tuple(dict.fromkeys(there[(first + n) % len(there)] for n in range(count)))
