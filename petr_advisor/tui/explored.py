"""Groupings for the perimeter explorer: looked for away from the interface, told in lines.

NumPy comes with it: only a worker of the explorer loads this file.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from textual.content import Content

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.perimeters.criteria import MEASURES, USUAL, Criterion, read_criteria
from petr_advisor.perimeters.exploring import Explored, explore
from petr_advisor.perimeters.known import without_members
from petr_advisor.perimeters.lines import places_of
from petr_advisor.perimeters.telling import STATUSES, criterion_said, measures, names, statuses, ways
from petr_advisor.perimeters.wanted import Wanted
from petr_advisor.territory.groupings import Bounds
from petr_advisor.territory.measures import register
from petr_advisor.territory.register import Epci
from petr_advisor.tui.widgets.bounds import Limits
from petr_advisor.tui.widgets.lines import Line
from petr_advisor.words.voice import STATUS_SYMBOL, Voice

SHOWN = 100
"""Groupings listed; nobody walks through more."""


def look(
    given: Consultation, around: tuple[str, ...], limits: Limits, turn: int, progress: Callable[[int, int], None]
) -> Explored:
    """Find and conclude the groupings around some EPCIs, for the first key question; PetrAdvisorError says why not."""
    known = given.base.key_questions
    question = min(given.key_questions, key=lambda key: known[key].order)
    bounds = Bounds(limits.most, 2, limits.most_people, limits.least_people)
    case = without_members(given, (question,), given.engine)
    return explore(case, Wanted(around, bounds=bounds, rank=ranking(turn)), progress)


def ranking(turn: int) -> tuple[Criterion, ...]:
    """Give the usual ranking, then in turn those that begin with each criterion."""
    number = turn % (len(MEASURES) + 1)
    return (*read_criteria([MEASURES[number - 1]]), *USUAL) if number else USUAL


def ranked(found: Explored, turn: int) -> Explored:
    """Rank what was found otherwise."""
    rank, land = ranking(turn), found.groupings.ground
    order = found.groupings.ranked(rank, [land.place[siren] for siren in found.wanted.around])
    return replace(found, wanted=replace(found.wanted, rank=rank), order=order)


def summary(found: Explored, voice: Voice) -> str:
    """Say how many groupings there are, and by what they are ranked."""
    number = len(found.order)
    if not number:
        return voice.phrase("explorer.none")
    more = voice.phrase("explorer.first", most=SHOWN) if number > SHOWN else ""
    rank = found.wanted.rank
    by = voice.phrase("explorer.usual") if rank == USUAL else criterion_said(rank[0], voice)
    return voice.phrase("explorer.found", n=number, by=by, more=more)


def lines_of(found: Explored, voice: Voice) -> Iterator[Line[int]]:
    """Give the first groupings, the best first: who joins, then what it makes."""
    for rank, row in enumerate(found.order[:SHOWN].tolist(), 1):
        joins = [epci.name for epci in joining(found, row)]
        who = voice.phrase("explorer.joins", names=joins) if joins else voice.phrase("explorer.as-listed")
        size = voice.phrase(
            "explorer.size",
            n=int(found.groupings.members[row]),
            people=int(found.groupings.people[row].sum()),
            seats=int(found.groupings.seats[row].sum()),
            standing=_standing(found, row),
        )
        yield Line(Content.assemble((f"{rank}. ", "bold"), who, (f"\n   {size}", "$text-muted")), row)


def details(found: Explored, row: int, voice: Voice) -> str:
    """Tell one grouping in full: its members, what is measured of it, what is open in it."""
    groupings = found.groupings
    members = [
        voice.phrase("explorer.member", name=name, people=int(people), n=int(seats))
        for name, people, seats in zip(names(found, row), groupings.people[row], groupings.seats[row], strict=False)
    ]
    told = [*members, "", measures(found, voice, row), "", voice.label("explorer.ways")]
    return "\n".join([*told, *ways(found, voice, statuses(found, row))])


def joining(found: Explored, row: int) -> tuple[Epci, ...]:
    """Give the members of a grouping besides those around whom one looks."""
    land = found.groupings.ground
    sirens = (land.sirens[place] for place in places_of(found.groupings, row))
    return tuple(epci for siren in sirens if siren not in found.wanted.around and (epci := register().get(siren)))


def _standing(found: Explored, row: int) -> str:
    """Count the ways of each status, each with its symbol."""
    of = list(statuses(found, row).values())
    return " ".join(f"{STATUS_SYMBOL[status]}\u00a0{of.count(status)}" for status in STATUSES if status in of)
