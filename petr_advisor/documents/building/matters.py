"""What goes with the answers: duties and risks, disputed points, points to settle."""

from collections.abc import Iterable, Iterator, Sequence
from typing import get_args

from petr_advisor.consulting.done_away import fallen, owed
from petr_advisor.consulting.duties import DutyOutcome, DutyReading
from petr_advisor.consulting.goals import arises_anyway
from petr_advisor.consulting.knowable import is_answered, questions_of
from petr_advisor.consulting.read_otherwise import OtherDay
from petr_advisor.consulting.requirements import waited_for
from petr_advisor.consulting.to_find_out import points
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.money import about_money
from petr_advisor.documents.building.options import leaves, steps_on_points
from petr_advisor.documents.model_matters import DisputedPart, DutyPart, ReadingPart, SettlePart
from petr_advisor.documents.roadmap_words import other_day
from petr_advisor.knowledge.rules import DutyKind
from petr_advisor.words.texts import Text
from petr_advisor.words.typography import capital
from petr_advisor.words.voice import STATUS_SYMBOL

MAX_BECAUSE = 2
"""How many answers are shown behind a risk."""
NAMED_AT_MOST = 3
"""How many members are named in a point to settle."""


def duty_parts(desk: Desk, found: Sequence[DutyOutcome], retained: frozenset[str]) -> tuple[DutyPart, ...]:
    """Give the duties of the case as a whole and those met on the way of the options retained, by kind."""
    wanted = _wanted(desk, retained)
    kept = list(_met(desk, found, wanted))
    order = get_args(DutyKind)
    kept.sort(key=lambda each: (not each[1], order.index(each[0].rule.duty or "obligation")))
    return tuple(part for duty, anyway in kept for part in _duty(desk, duty, wanted, anyway=anyway))


def _wanted(desk: Desk, retained: frozenset[str]) -> frozenset[str]:
    """Give the options whose duties are told: those retained, else those that are live."""
    outcomes = desk.consultation.outcomes
    return retained or frozenset(o.id for q in outcomes for o in (*q.routes, *q.staying) if not o.rank[0])


def _met(desk: Desk, found: Iterable[DutyOutcome], wanted: frozenset[str]) -> Iterator[tuple[DutyOutcome, bool]]:
    """Give the duties of the case as a whole and those met on the way of some options; whether each arises anyway."""
    gone = fallen(desk.consultation)
    for duty in found:
        anyway = arises_anyway(desk.consultation, duty.rule)
        if (anyway and owed(duty) not in gone) or wanted & set(duty.rule.options):
            yield duty, anyway


def _duty(desk: Desk, found: DutyOutcome, wanted: frozenset[str], *, anyway: bool) -> Iterator[DutyPart]:
    rule = found.rule
    if rule.duty is None or rule.to is None:
        return
    points = desk.base.disputed
    who = desk.entity(rule.for_each or "", found.of) if found.of else desk.actor(rule.who)
    yield DutyPart(
        rule=found.id,
        of=found.of,
        topic=desk.topic(rule.norms),
        kind=rule.duty,
        who=capital(who),
        does=desk.say(rule.to),
        when=desk.by_when(desk.base, rule),
        deadline=found.deadline,
        advised=rule.limit is not None and rule.limit.is_advice,
        wished=rule.limit is not None and rule.limit.wished,
        late=rule.duty == "obligation" and found.deadline is not None and found.deadline < desk.consultation.as_of,
        silence=desk.on_silence(rule.silence),
        likelihood="presumed" if found.presumed else "established" if rule.when else "general",
        because=_because(desk, found) if rule.duty == "warning" else (),
        consequence=desk.sentence(rule.consequence) if rule.consequence else None,
        precaution=desk.sentence(rule.precaution) if rule.precaution else None,
        grave=rule.grave and not found.presumed,
        readings=tuple(desk.sentence(points[r.point].readings[r.reading].statement) for r in found.disputed),
        options=tuple(key for key in rule.options if key in wanted),
        anyway=anyway,
        about_money=rule.costs or about_money(desk, rule.norms),
        citations=desk.cite(rule.norms),
    )


def _because(desk: Desk, found: DutyOutcome) -> tuple[str, ...]:
    """Give the answers and measures behind a risk, the first of them."""
    return leaves(desk, f"duty:{found.id}" + (f"@{found.of}" if found.of else ""))[:MAX_BECAUSE]


def disputed_parts(desk: Desk, ways: Iterable[str]) -> Iterator[DisputedPart]:
    """Give the disputed points that change a status or a duty, or on which steps of some options turn."""
    effects: dict[str, dict[str, list[str]]] = {}
    turning: dict[str, list[str]] = {}
    for outcome in desk.consultation.outcomes:
        for option in (*outcome.routes, *outcome.staying):
            for found in option.disputed:
                turning.setdefault(found.point, []).append(option.id)
                for reading, statuses in found.statuses:
                    words = [desk.status(status) for status in STATUS_SYMBOL if status in statuses]
                    said = desk.phrase(
                        "effect", option=desk.quoted(option.option.title), words=desk.phrase("joint.or").join(words)
                    )
                    effects.setdefault(found.point, {}).setdefault(reading, []).append(said)
    for point, reading, said in _duties_otherwise(desk, _wanted(desk, frozenset(ways))):
        effects.setdefault(point, {}).setdefault(reading, []).append(said)
    for point, steps in steps_on_points(desk, ways).items():
        followed = desk.consultation.followed[point]
        turning.setdefault(point, []).extend(option for option, _ in steps)
        shown = [desk.phrase(f"effect-step.{act.origin}", step=desk.say(act.does)) for _, act in steps]
        effects.setdefault(point, {}).setdefault(followed, []).extend(dict.fromkeys(shown))
    for point, changed in effects.items():
        yield _disputed(desk, point, changed, tuple(dict.fromkeys(turning.get(point, ()))))


def otherwise_parts(desk: Desk, retained: frozenset[str]) -> tuple[DutyPart, ...]:
    """Give the duties that follow only under another reading; one that this reading only dates otherwise is none."""
    falling = _falling(desk)
    found = [
        each
        for each in desk.consultation.duties_otherwise
        if not each.rule.to
        or any((other.point, other.reading, desk.say(each.rule.to)) not in falling for other in each.disputed)
    ]
    return duty_parts(desk, found, retained)


def _falling(desk: Desk) -> set[tuple[str, str, str]]:
    """Give what duties hold and fall under another reading: the point, that reading, what the duty is."""
    return {
        (other.point, other.reading, desk.say(each.rule.to))
        for each in (*desk.consultation.duties, *desk.consultation.duties_otherwise)
        for other in each.disputed
        if each.rule.to and other.holds is False
    }


def _duties_otherwise(desk: Desk, wanted: frozenset[str]) -> Iterator[tuple[str, str, str]]:
    """Say what each reading makes of each duty told; one that only gets another last day is said once, with that day.

    What is met on the way of other options alone is nothing that the document has the reader fear.
    """
    duties = [each for each, _ in _met(desk, (*desk.consultation.duties, *desk.consultation.duties_otherwise), wanted)]
    found = [(each, other, desk.say(each.rule.to)) for each in duties if each.rule.to for other in each.disputed]
    falling = _falling(desk)
    moving = {
        (other.point, other.reading, to): OtherDay(each.deadline, at_earliest=_floor(each))
        for each, other, to in found
        if other.holds and each.deadline and (other.point, other.reading, to) in falling
    }
    for each, other, to in found:
        day = moving.get((other.point, other.reading, to))
        moved = desk.phrase("duty-moves", duty=to, day=other_day(day, desk)) if day else None
        said = moved or _otherwise(desk, each, other, to)
        yield other.point, other.reading, said


def _floor(duty: DutyOutcome) -> Text | None:
    """Say where the last day of a duty can only come later than the one it has."""
    return duty.rule.limit.at_earliest if duty.rule.limit else None


def _otherwise(desk: Desk, each: DutyOutcome, other: DutyReading, to: str) -> str:
    """Say what another reading makes of a duty, by its kind: a risk is no obligation."""
    kind = each.rule.duty or "obligation"
    if other.holds is None:
        return desk.phrase(f"duty-may-hold.{kind}", duty=to)
    return desk.phrase(f"duty-holds.{kind}" if other.holds else f"duty-falls.{kind}", duty=to)


def _disputed(desk: Desk, point: str, changed: dict[str, list[str]], options: tuple[str, ...]) -> DisputedPart:
    found, case = desk.base.disputed[point], desk.consultation
    followed = case.followed[point]
    live = case.rules.readings(point)
    readings = []
    for key in sorted(live, key=lambda key: key != followed):
        reading = found.readings[key]
        readings.append(
            ReadingPart(
                statement=desk.sentence(reading.statement),
                followed=key == followed,
                arguments=tuple(map(desk.set, reading.arguments.in_(desk.language))) if reading.arguments else (),
                who_holds=desk.maybe(reading.who_holds),
                effects=tuple(dict.fromkeys(changed.get(key, ()))),
            )
        )
    return DisputedPart(
        id=point,
        question=desk.say(found.question),
        readings=tuple(readings),
        course=desk.sentence(found.prudent_course),
        ask=desk.sentence(found.ask),
        options=options,
        citations=desk.cite(found.norms),
    )


def settle_parts(desk: Desk) -> tuple[SettlePart, ...]:
    """Give the points to settle, asked or answered « I do not know »; first what an answer left open waits for."""
    return tuple(
        settle_part(desk, found.fact, found.of, decisive=found.decisive, asked=found.asked)
        for found in points(desk.consultation)
    )


def parts_of_condition(desk: Desk, key: str) -> tuple[SettlePart, ...]:
    """Give what settles a condition of an option, in the case in which that option is weighed."""
    case, wanted = desk.consultation, dict[str, list[str]]()
    for line in case.course.lines:
        options = (*line.outcome.routes, *line.outcome.staying)
        points = [found for option in options for found in option.requirements if found.key == key]
        for fact, of in questions_of(case, sorted(waited_for(line.case, points), key=str)):
            whose = wanted.setdefault(fact, [])
            whose += [of] if of and of not in whose else []
    return tuple(
        settle_part(desk, fact, of, asked=is_answered(case, (fact, of[0] if of else None)))
        for fact, of in wanted.items()
    )


def settle_part(desk: Desk, fact: str, of: Sequence[str], *, decisive: bool = True, asked: bool = False) -> SettlePart:
    """Give a point to settle: a fact of the territory, or of some entities."""
    kind = desk.base.facts[fact]
    names = [desk.entity(kind.of or "", each) for each in of]
    text = desk.say(kind.ask.text if kind.ask else kind.label)
    if names:
        shown = desk.listed(names) if len(names) <= NAMED_AT_MOST else desk.phrase("for-members", n=len(names))
        text = f"{text} ({shown})"
    elif (measured := desk.consultation.hint(fact)) is not None and measured.value is not None:
        text = desk.phrase("settle-measured", question=text, note=measured.note)  # known, and only to be confirmed
    why = desk.sentence(kind.ask.why) if kind.ask else desk.phrase("why-list")
    where = desk.sentence(kind.ask.help) if kind.ask else ""
    return SettlePart(fact=fact, of=tuple(of), question=text, why=why, where=where, decisive=decisive, asked=asked)
