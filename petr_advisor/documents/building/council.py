"""The council of a PETR: members, populations and seats, as kept in the consultation or as a proposal by population."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from petr_advisor.consulting.among import among
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course_line import UNSETTLED
from petr_advisor.consulting.curing import removals
from petr_advisor.consulting.founding import outside
from petr_advisor.consulting.merging import total_of
from petr_advisor.consulting.newcomer import NEWCOMER, of_newcomer
from petr_advisor.consulting.outcomes import OptionOutcome
from petr_advisor.consulting.requirements import truth
from petr_advisor.consulting.settled import adopted_under_way, under_way
from petr_advisor.consulting.to_check import mends_or_amends
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.model_matters import Governance, MemberPart, SeatPart
from petr_advisor.inference.relevance import SHUT
from petr_advisor.knowledge.acts import Merging, Removal
from petr_advisor.knowledge.options import Option
from petr_advisor.knowledge.procedures import Aspect
from petr_advisor.territory.measures import MEASURED
from petr_advisor.territory.seat_check import check
from petr_advisor.territory.seat_errors import SeatError
from petr_advisor.territory.seats import MAX_POPULATION, NORMS, SeatPlan, propose, usual_total

EPCI_KINDS = frozenset({"cc", "ca", "cu", "metropole", "new_commune_l2113_9"})
"""The members that sit in the council of a PETR."""
TAKEN = frozenset({"proposed", "running", "chosen", "done", "tied"})
"""States of an answer that is carried out, or that a council may choose."""
DECIDED = TAKEN | {"stay"}
"""States of an answer that says what becomes of the body: before there is one, seats are shared by way of example."""
COMMITTEE: frozenset[Aspect] = frozenset({"seats", "membership"})
"""What a procedure alters that gives a body a committee with seats to share out."""
ENDED: frozenset[Aspect] = frozenset({"form", "members"})
"""What it alters that ends the body."""


def governance(desk: Desk) -> Governance | None:
    """Give members, populations and a distribution of seats; None when there is nothing to show."""
    found = _after(desk)
    return found and found.model_copy(update={"members_today": _others_today(desk, found)})


def _others_today(desk: Desk, found: Governance) -> tuple[MemberPart, ...]:
    """Give the members of today, where they are not those that a distribution is for."""
    listed = desk.consultation.facts.entities["member"]
    today = [MemberPart(name=_name(desk, of), population=population_of(desk, of)) for of in listed.ids]
    return tuple(today) if {part.name for part in today} != {part.member for part in found.seats} else ()


def is_for_others(desk: Desk) -> bool:
    """Tell whether the seats shared are those of others than the members of today, who are the committee until then."""
    found = _after(desk)
    return found is not None and bool(found.total) and bool(_others_today(desk, found))


def _after(desk: Desk) -> Governance | None:
    facts = desk.consultation.facts
    listed = facts.entities.get("member")
    if listed is None or len(listed.ids) < 2:
        return None
    apart = outside(desk.consultation)
    gone = [of for of in leaving(desk) if of not in apart]
    people, left_out = _seated(desk, [of for of in listed.ids if of not in apart and of not in gone])
    if not people:
        return None
    remarks = [desk.phrase("left-out", names=desk.some("member", left_out))] if left_out else []
    remarks += [desk.phrase("seats-kept-without", names=desk.some("member", sorted(apart)))] if apart else []
    remarks += [desk.phrase("seats-without-leavers", names=desk.some("member", gone))] if gone else []
    if others := others_sitting(desk):
        return _without_seats(desk, people, [*remarks, others])
    if (merging := _merging(desk)) is not None:
        return _merged(desk, merging, people, remarks)
    if _somebody_enters(desk):
        return _entering(desk, people, remarks)
    if not apart and not gone and (day := settled_on(desk)) is not None:
        return _kept(desk, people, remarks) or _without_seats(
            desk, people, [*remarks, desk.phrase("seats-voted", day=day), *capped_in_the_text(desk)]
        )
    if _seats_are_left_alone(desk):
        return _kept(desk, people, remarks) or _without_seats(desk, people, [*remarks, desk.phrase("seats-unchanged")])
    return _kept(desk, people, remarks) or _proposed(desk, people, remarks)


def others_sitting(desk: Desk) -> str | None:
    """Say that the course makes a body whose members are those of several bodies, where not all of them are listed."""
    names = {name for option in _taken(desk.consultation) for name in option.option.procedures}
    case, effects = desk.consultation, (effect for name in names for effect in desk.base.procedures[name].effects)
    births = (each.new_subject for each in effects if each.when is None or truth(case, each.when) is not False)
    joined = (each for each in births if each is not None and each.members == "members_of_merging")
    unlisted = any(each.listed is None or truth(case, each.listed) is not True for each in joined)
    return desk.phrase("seats-of-several-bodies") if unlisted else None


def _seats_are_left_alone(desk: Desk) -> bool:
    """Tell whether something is decided and shares out no seats, nor may what is still to be settled."""
    lines = desk.consultation.course.lines
    open_ways = (way for line in lines if line.state in UNSETTLED for way in line.weighed if way.status not in SHUT)
    return any(line.state in DECIDED for line in lines) and not shares_out(desk) and not _share_out(desk, open_ways)


def shares_out(desk: Desk) -> bool:
    """Tell whether a procedure of the course shares out the seats of a committee."""
    lines = (line for line in desk.consultation.course.lines if line.state in TAKEN - {"done"})
    return _share_out(desk, (option for line in lines for option in line.options))


def _share_out(desk: Desk, options: Iterable[OptionOutcome]) -> bool:
    altered = (frozenset(desk.base.procedures[name].alters) for each in options for name in each.option.procedures)
    return any(COMMITTEE & each and not each >= ENDED for each in altered)


def of_today(desk: Desk) -> Governance | None:
    """Give a distribution among the members of today, whatever the course makes of them; None where there is none."""
    listed = desk.consultation.facts.entities.get("member")
    people, _ = _seated(desk, listed.ids if listed else ())
    return _proposed(desk, people, []) if len(people) > 1 else None


def _seated(desk: Desk, members: Iterable[str]) -> tuple[dict[str, int], list[str]]:
    """Sort members into those that have seats, by their population, and the others."""
    people: dict[str, int] = {}
    left_out = []
    for of in members:
        kind, number = desk.consultation.facts.get("member.kind", of), population_of(desk, of)
        if (kind is None or kind.value in EPCI_KINDS) and number is not None and 0 < number <= MAX_POPULATION:
            people[of] = number
        else:
            left_out.append(of)
    return people, left_out


def settled_on(desk: Desk) -> date | None:
    """Give the day on which a text under way that settles the seats was voted; None where they have to be mended."""
    case = desk.consultation
    taken = (line for line in case.course.lines if line.state in TAKEN and mends_or_amends(case, line))
    mended = {aspect for line in taken for option in line.options for aspect in _altered(desk, option.option)}
    if "seats" in mended:
        return None
    by = (act for blank in desk.base.blanks.values() if blank.computed == "seats" for act in blank.voted_by)
    return adopted_under_way(case, by)


def _altered(desk: Desk, option: Option) -> Iterator[str]:
    for name in option.procedures:
        yield from desk.base.procedures[name].alters


def leaving(desk: Desk) -> list[str]:
    """Give the members that the course takes out: they have no seat in the council that remains."""
    return _members(desk, (removal for found in _taken(desk.consultation) for removal in removals(found)))


def _merging(desk: Desk) -> Merging | None:
    """Give how the course makes one of several members; None where it does not."""
    found = (option.option.merges for option in _taken(desk.consultation))
    return next((each for each in found if each is not None and among(desk.consultation, each)), None)


def _merged(desk: Desk, merging: Merging, people: dict[str, int], remarks: list[str]) -> Governance:
    """Give the council of the day of a merger: the one that is born sits for all; no seats while it is not measured."""
    group = among(desk.consultation, merging)
    number = total_of(desk.consultation, merging, "member.population", group)
    names = desk.some("member", group)
    if number is None:
        return _without_seats(desk, people, [*remarks, desk.phrase("seats-merging", names=names)])
    left = {of: each for of, each in people.items() if of not in group} | {group[0]: number}
    found = _proposed(desk, left, [*remarks, desk.phrase("seats-merged", names=names, n=number)])
    born, before = desk.phrase("born-of-the-merger"), desk.entity("member", group[0])
    seats = tuple(seat.model_copy(update={"member": born}) if seat.member == before else seat for seat in found.seats)
    level = tuple(born if name == before else name for name in found.level)
    return found.model_copy(update={"seats": seats, "level": level})


def _somebody_enters(desk: Desk) -> bool:
    """Tell whether the course takes in a member, which the list of those of today does not name."""
    return _take_in(desk, (name for option in _taken(desk.consultation) for name in option.option.procedures))


def entering(desk: Desk) -> str | None:
    """Name whoever the course takes in; None for nobody."""
    return _name(desk, NEWCOMER) if _somebody_enters(desk) else None


def _take_in(desk: Desk, procedures: Iterable[str]) -> bool:
    """Tell whether one of some procedures takes in a member."""
    entries = (effect.add_member for name in procedures for effect in desk.base.procedures[name].effects)
    return any(entry is not None and entry.to == "subject" for entry in entries)


def capped_in_the_text(desk: Desk) -> Iterator[str]:
    """Say whose seats the text that is being voted on has to cap."""
    if (name := _over_half(desk)) is not None:
        yield desk.phrase("seats-voted-capped" if _entry_voted(desk) else "seats-voted-capped-today", name=name)


def _entry_voted(desk: Desk) -> bool:
    return _take_in(desk, (found.procedure for found in under_way(desk.consultation)))


def _over_half(desk: Desk) -> str | None:
    """Name whoever has more than half of the inhabitants, with who enters by what is voted; None for nobody."""
    listed = desk.consultation.facts.entities.get("member")
    people = _seated(desk, listed.ids)[0] if listed is not None else {}
    if _entry_voted(desk):
        told = of_newcomer(desk.consultation, "member.population")
        if told is None or type(told.value) is not int:
            return None
        people |= {NEWCOMER: told.value}
    return next((_name(desk, of) for of in people if 2 * people[of] > sum(people.values())), None)


def _entering(desk: Desk, people: dict[str, int], remarks: list[str]) -> Governance:
    """Give the seats with whoever enters, which has some by its population; none where that is not known."""
    told = of_newcomer(desk.consultation, "member.population")
    if told is None or type(told.value) is not int or not 0 < told.value <= MAX_POPULATION:
        return _without_seats(desk, people, [*remarks, desk.phrase("seats-entering")])
    remarks = [*remarks, desk.phrase("seats-with-newcomer", name=_name(desk, NEWCOMER))]
    return _proposed(desk, people | {NEWCOMER: told.value}, remarks)


def _name(desk: Desk, of: str) -> str:
    """Name a member, or who joins them."""
    if of != NEWCOMER:
        return desk.entity("member", of)
    told = of_newcomer(desk.consultation, f"{MEASURED}.name")
    return desk.set(str(told.value)) if told is not None else desk.phrase("newcomer")


def _some(desk: Desk, members: Sequence[str]) -> str:
    """Name some members, who joins them among them."""
    listed = [of for of in members if of != NEWCOMER]
    joined = [_name(desk, NEWCOMER)] if len(listed) < len(members) else []
    return desk.listed([*([desk.some("member", listed)] if listed else []), *joined])


def _taken(case: Consultation) -> Iterator[OptionOutcome]:
    """Give the options that are carried out, or that a council may choose."""
    for line in case.course.lines:
        yield from line.options if line.state in TAKEN else ()


def _members(desk: Desk, which: Iterable[Removal]) -> list[str]:
    kept = (each for each in which if each.entity == MEASURED)
    return list(dict.fromkeys(of for each in kept for of in among(desk.consultation, each)))


def population_of(desk: Desk, member: str) -> int | None:
    """Give the inhabitants of a member; None where they are not known."""
    found = desk.consultation.facts.get("member.population", member)
    return found.value if found is not None and isinstance(found.value, int) else None


def _proposed(desk: Desk, people: dict[str, int], remarks: list[str]) -> Governance:
    size = usual_total(len(people))
    total = sum(people.values())
    counted = tuple(remarks)
    plan: SeatPlan | None = None
    try:
        plan = propose(people, size)
    except SeatError as error:
        remarks = [*remarks, desk.say(error.text)]
    if plan is None:
        return _without_seats(desk, people, remarks)
    seats = tuple(_seat(desk, s.member, s.population, total, s.before_cap, s.seats) for s in plan.shares)
    return Governance(
        total=plan.total,
        cap=plan.cap,
        level=tuple(_name(desk, of) for rule in plan.rules if rule.code == "equal-averages" for of in rule.members),
        seats=seats,
        remarks=(*remarks, *(_rule(desk, plan, rule.code, rule.members) for rule in plan.rules)),
        counted=counted,
        citations=desk.cite(rule.norm for rule in plan.rules),
    )


def _without_seats(desk: Desk, people: dict[str, int], remarks: list[str]) -> Governance:
    """Give members and populations, no distribution being proposed."""
    total = sum(people.values())
    order = sorted(people, key=lambda of: -people[of])
    seats = tuple(_seat(desk, of, people[of], total, 0, 0) for of in order)
    return Governance(total=None, cap=None, seats=seats, remarks=tuple(remarks), citations=())


def _seat(desk: Desk, of: str, population: int, total: int, before: int, after: int) -> SeatPart:
    name = _name(desk, of)
    return SeatPart(member=name, population=population, share=population / total, before_cap=before, seats=after)


def _rule(desk: Desk, plan: SeatPlan, code: str, members: tuple[str, ...]) -> str:
    return desk.phrase(f"seats-{code}", names=_some(desk, members), cap=plan.cap, total=plan.total)


def _kept(desk: Desk, people: Mapping[str, int], remarks: list[str]) -> Governance | None:
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
    proposed = _by_population(populations, total)
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
        counted=tuple(remarks),
        citations=desk.cite(rules),
    )


def _names(desk: Desk, members: Mapping[str, int]) -> dict[str, str]:
    """Name members; two of the same name are told apart by their identifier."""
    found = {of: desk.entity("member", of) for of in members}
    named = list(found.values())
    return {of: name if named.count(name) == 1 else f"{name} ({of})" for of, name in found.items()}


def _by_population(populations: Mapping[str, int], total: int) -> dict[str, int]:
    """Give what population alone would give, under the rules; nothing when no lawful distribution has that total."""
    try:
        return propose(populations, total).seats
    except SeatError:
        return {}
