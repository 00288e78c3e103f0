"""The seats of the council as the consultation keeps them, set beside what population alone would give."""

from collections.abc import Mapping

from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.model_matters import Governance, SeatPart
from petr_advisor.territory.seat_check import check
from petr_advisor.territory.seat_errors import SeatError
from petr_advisor.territory.seats import NORMS, propose


def seats_kept(desk: Desk, people: Mapping[str, int], remarks: list[str]) -> Governance | None:
    """Give the distribution kept during the consultation; None when there is none, or when members lack a population.

    Every breach is told: a distribution is shown as it was kept, lawful or not.
    """
    kept = {of: number for of, number in desk.consultation.state.seats.items() if of in people}
    if len(kept) < 2 or not sum(kept.values()):
        return None
    populations = {of: people[of] for of in kept}
    names = _names(desk, populations)
    rules = [norm for code, norm in NORMS.items() if code != "two-members-parity" or len(kept) == 2]
    try:
        faults = check({names[of]: n for of, n in populations.items()}, {names[of]: n for of, n in kept.items()})
        said = [desk.say(fault.text) for fault in faults] or [desk.phrase("seats-kept-lawful")]
    except SeatError as error:
        said = [desk.say(error.text)]
    total, everyone = sum(kept.values()), sum(populations.values())
    proposed = _proposed(populations, total)
    order = sorted(kept, key=lambda of: (-populations[of], names[of]))
    seats = tuple(
        SeatPart(
            member=names[of],
            population=populations[of],
            share=populations[of] / everyone,
            before_cap=proposed.get(of, 0),
            seats=kept[of],
        )
        for of in order
    )
    apart = [of for of in people if of not in kept]
    left = [desk.phrase("seats-kept-without", names=desk.some("member", apart))] if apart else []
    return Governance(
        total=total,
        cap=total // 2,
        kept=True,
        seats=seats,
        remarks=(*remarks, *left, *said),
        citations=desk.cite(rules),
    )


def _names(desk: Desk, members: Mapping[str, int]) -> dict[str, str]:
    """Name members; two of the same name are told apart by their identifier."""
    found = {of: desk.entity("member", of) for of in members}
    named = list(found.values())
    return {of: name if named.count(name) == 1 else f"{name} ({of})" for of, name in found.items()}


def _proposed(populations: Mapping[str, int], total: int) -> dict[str, int]:
    """Give what population alone would give, under the rules; nothing when no lawful distribution has that total."""
    try:
        return propose(populations, total).seats
    except SeatError:
        return {}
