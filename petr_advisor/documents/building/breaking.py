"""What is broken, owed at once or to be checked, and what the law itself will do: the first lines of a report."""

from collections.abc import Iterator
from functools import partial

from petr_advisor.consulting.breaches import AvoidingOutcome, Breach, Doubt, TermOutcome, doubts
from petr_advisor.consulting.done_away import fallen, owed
from petr_advisor.consulting.duties import DutyOutcome
from petr_advisor.consulting.ending import after_the_end
from petr_advisor.consulting.let_pass import in_place, let_pass
from petr_advisor.consulting.repairs import mended_later
from petr_advisor.consulting.to_check import Unsound, unsound
from petr_advisor.documents.building.council import is_for_others, of_today
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.first_voted import of_acts, voted
from petr_advisor.documents.building.mended_too_late import mended_too_late
from petr_advisor.documents.building.second_hand import second_hand
from petr_advisor.documents.model_breaches import BreachPart, TermPart
from petr_advisor.documents.model_roadmap import Roadmap
from petr_advisor.knowledge.acts import Cure
from petr_advisor.knowledge.base import READING_PREFIX
from petr_advisor.knowledge.conditions import literals
from petr_advisor.knowledge.regimes import RegimeCondition
from petr_advisor.planning.days import check_key
from petr_advisor.procedures.order import all_before
from petr_advisor.words.texts import Text
from petr_advisor.words.typography import capital, full_stop, no_capital


def breach_parts(desk: Desk, plan: Roadmap | None = None) -> tuple[BreachPart, ...]:
    """Give what is amiss in what was done, then the breaches, each with what mends it or what the law does.

    What the law wants at once of what is in place goes with them, whichever questions are asked beside.
    None that only an answer to a question without subject would mend: it falls with the body that the course ends.
    """
    amiss = (_unsound(desk, found) for found in unsound(desk.consultation))
    unknown = () if desk.consultation.conflicts else (_doubt(desk, found) for found in doubts(desk.consultation))
    broken = (_breach(desk, plan, found) for found in desk.consultation.breaches if not _falls(desk, found))
    return (*amiss, *broken, *map(partial(_owed_part, desk, plan), _owed_at_once(desk)), *unknown)


def _owed_at_once(desk: Desk) -> Iterator[DutyOutcome]:
    """Give the grave obligations that follow from the answers, and that the course leaves their ground."""
    gone = fallen(desk.consultation)
    for found in () if desk.consultation.conflicts else desk.consultation.duties:
        if found.rule.owed_at_once and not found.presumed and owed(found) not in gone:
            yield found


def _owed_part(desk: Desk, plan: Roadmap | None, found: DutyOutcome) -> BreachPart:
    rule = found.rule
    assert rule.to is not None  # noqa: S101 - every duty says what it is
    return BreachPart(
        key=found.id,
        title=full_stop(desk.labelled(capital(desk.actor(rule.who)), desk.say(rule.to))),
        mended=None,
        voted=next(filter(None, (voted(desk, plan, [name]) for name in of_acts(rule.met_by))), None),
        by_law=desk.sentence(rule.consequence) if rule.consequence else None,
        citations=desk.cite(rule.norms),
    )


def _falls(desk: Desk, found: Breach) -> bool:
    """Tell whether all that mends a breach answers a key question that the course leaves without subject."""
    base, lines = desk.base, desk.consultation.course.lines
    left = {line.question for line in lines if line.state != "moot"}
    mends = [base.options[key].answers for key in found.mended_by]
    return bool(mends) and not found.cures and after_the_end(desk.consultation) is not None and left.isdisjoint(mends)


def _breach(desk: Desk, plan: Roadmap | None, found: Breach) -> BreachPart:
    options = desk.consultation.rules.options
    acts = [no_capital(desk.say(cure.cure.title)) for cure in found.cures]
    taken = {option.id for line in desk.consultation.course.lines for option in line.options}
    ways = [key for key in found.mended_by if key in taken] or found.mended_by  # the answer of the course, if it is one
    acts += [desk.quoted(options[key].title) for key in ways]
    mended = desk.phrase("breach-mended", acts=desk.listed(acts)) if acts else None
    carried_out = [each.cure.procedure for each in found.cures if each.cure.procedure is not None]
    carried_out += [name for key in ways for name in options[key].procedures]
    at_once = _before_the_answer(desk, found) or (_whoever_comes(desk, found) if _shares(desk, found) else None)
    votes = voted(desk, plan, carried_out, found.norms), mended_too_late(desk, plan, found)
    return BreachPart(
        key=found.key,
        title=_lost(desk, found.condition),
        mended=" ".join(filter(None, (mended, at_once))) if mended else None,
        seats=_seats_today(desk) if mended and at_once and _shares(desk, found) else None,
        voted=" ".join(filter(None, votes)) or None,
        meanwhile=desk.sentence(found.condition.meanwhile) if found.condition.meanwhile else None,
        by_law=_by_law(desk, found),
        citations=desk.cite(found.norms),
    )


def _shares(desk: Desk, found: Breach) -> bool:
    """Tell whether it is the seats that are amiss: what mends a breach shares them out."""
    mending = (desk.base.options[key] for key in found.mended_by[:1])
    return any("seats" in desk.base.procedures[name].alters for option in mending for name in option.procedures)


def _before_the_answer(desk: Desk, found: Breach) -> str | None:
    """Say that a breach is mended at once, where the answer of the course is for those of after only."""
    line = mended_later(desk.consultation, found)
    if line is None or line.option is None:
        return None
    before = [desk.quoted(desk.base.options[key].title) for _, key in line.after]
    return desk.phrase("breach-at-once", later=desk.quoted(line.option.option.title), before=desk.listed(before))


def _whoever_comes(desk: Desk, found: Breach) -> str | None:
    """Say that it is mended without waiting, where seats are shared for others than who is there today."""
    waits = not _is_being_mended(desk, found) and is_for_others(desk)
    return desk.phrase("breach-whoever-comes") if waits else None


def _is_being_mended(desk: Desk, found: Breach) -> bool:
    """Tell whether what mends a breach is under way: nobody is to begin it."""
    under_way = (line.option for line in desk.consultation.course.lines if line.state == "running")
    return any(option is not None and option.id in found.mended_by for option in under_way)


def _seats_today(desk: Desk) -> str | None:
    """Give the sharing of seats among the members of today, which is not the one of the rest of the report."""
    council = of_today(desk)
    if council is None or not council.total:
        return None
    members = [desk.phrase("note.seats-of", member=part.member, seats=part.seats) for part in council.seats]
    return desk.phrase("breach-seats-today", n=council.total, members=members)


def _lost(desk: Desk, condition: RegimeCondition) -> str:
    """Say what is so once a condition is lost."""
    if condition.lost is not None:
        return desk.sentence(condition.lost)
    return capital(desk.phrase("breach-lost", title=no_capital(desk.say(condition.title))))


def _doubt(desk: Desk, found: Doubt) -> BreachPart:
    does = desk.say(found.condition.by_law) if found.condition.by_law else ""
    return BreachPart(
        key=found.key,
        title=capital(desk.phrase("doubt", title=no_capital(desk.say(found.condition.title)))),
        mended=None,
        by_law=desk.phrase("doubt-by-law", does=does, day=found.since),
        citations=desk.cite(found.norms),
    )


def _unsound(desk: Desk, found: Unsound) -> BreachPart:
    """Tell what is amiss in a way under way; each of its remedies says who votes it: the plan has the way's votes."""
    title = no_capital(desk.say(found.condition.requirement.title))
    way = desk.quoted(desk.consultation.rules.options[found.option].title)
    key = "unsound-by" if found.by else "unsound"
    said = "breach-lost" if found.known else key
    cures = [cure.cure for cure in found.condition.cures if cure.in_force and (cure.available or not found.known)]
    acts = desk.listed((cure_by_whom(desk, cure) for cure in cures), "semicolon")
    mended = desk.phrase("breach-mended" if found.known else "unsound-mended", acts=acts) if cures else None
    notes = [*_in_time(desk, found)] if cures else []
    notes += [desk.sentence(cure.note) for cure in cures if cure.note]
    notes += [full_stop(desk.phrase("unsound-disputed", points=points)) for points in _points(desk, found)]
    return BreachPart(
        key=found.condition.key,
        title=capital(desk.phrase(said, title=title, way=way, day=found.by)),
        mended=" ".join(filter(None, (mended, *notes))) or None,
        by_law=None,
        citations=desk.cite(found.condition.requirement.norms),
    )


def cure_by_whom(desk: Desk, cure: Cure) -> str:
    """Name what mends a condition, with who votes it and by which majority."""
    by = [desk.actor(cure.who), *filter(None, [desk.majority(cure.majority)])]
    return desk.phrase("cure-by", title=no_capital(desk.say(cure.title)), by=desk.listed(by, "semicolon"))


def _in_time(desk: Desk, found: Unsound) -> Iterator[str]:
    """Say before which day it is to be mended, where the plan and not the case gives the first day of the effect."""
    if found.by is not None or desk.consultation.clashes or isinstance(plan := desk.plan_of_answers, Text):
        return
    key = check_key(found.condition.key)
    yield from (desk.phrase("unsound-in-time", day=each.day) for each in plan.key_dates if each.id == key)


def _points(desk: Desk, found: Unsound) -> Iterator[str]:
    """Give the disputed points on which a condition turns, where there are any: under another reading it is met."""
    needs = found.condition.requirement.needs
    read = dict.fromkeys(each.fact for each in literals(needs) if each.fact.startswith(READING_PREFIX))
    points = [desk.base.disputed[fact.removeprefix(READING_PREFIX)].question for fact in read]
    if points and not found.known:
        yield desk.listed(map(desk.quoted, points))


def _by_law(desk: Desk, found: Breach) -> str | None:
    if found.condition.by_law is None:
        return None
    does = desk.say(found.condition.by_law)
    if found.since is None:
        return desk.phrase("breach-by-law", does=does)
    return desk.phrase("breach-by-law-since", does=does, day=found.since)


def term_parts(desk: Desk) -> tuple[TermPart, ...]:
    """Give the events by law that the answers do not leave alone, each with the last day of the acts that avoid it."""
    held = desk.consultation
    return tuple(_term(desk, found) for found in held.terms if not let_pass(held, found))


def _term(desk: Desk, found: TermOutcome) -> TermPart:
    who = no_capital(desk.actor(found.term.who))
    first, *others = found.acts
    acts = (_avoiding(desk, first, who), *(_failing_that(desk, each, who) for each in others))
    known = "past" if found.past else found.known
    does = desk.phrase(f"term-{known}", day=found.day, does=desk.say(found.term.does))
    return TermPart(
        key=found.key,
        title=desk.say(found.term.title),
        day=found.day,
        does=" ".join((does, *_belied(desk, found))),
        ask_by=found.acts[0].last,
        ask=desk.phrase("term-in-place") if not found.past and in_place(desk.consultation, found) else " ".join(acts),
        citations=desk.cite(found.term.norms),
    )


def _belied(desk: Desk, found: TermOutcome) -> Iterator[str]:
    """Say that the days of the plan are against the answer that leaves an event by law alone."""
    if not found.spared or desk.consultation.clashes or isinstance(plan := desk.plan_of_answers, Text):
        return
    for each in (each for each in plan.belied if each.term.key == found.key):
        fact = desk.say(desk.base.facts[each.fact].label)
        yield desk.phrase("term-belied", fact=fact, latest=each.latest)


def _failing_that(desk: Desk, found: AvoidingOutcome, who: str) -> str:
    """Say of another act that avoids the event too that it is for want of the first, and who votes it."""
    said = _avoiding(desk, found, who)
    if found.too_late:
        return said
    votes = tuple(_votes(desk, found))
    said = desk.phrase("term-failing-that", asked=no_capital(said))
    return " ".join((said, desk.phrase("term-voted", votes=votes))) if votes else said


def _votes(desk: Desk, found: AvoidingOutcome) -> Iterator[str]:
    """Give who votes what an act that avoids an event consists of, the act itself the last, with the majority."""
    own = found.act.procedure
    if own is None:
        return
    acts = desk.base.procedures[own].acts
    ends = {act for procedure, _, act in (key.partition("/") for key in found.act.met_by) if procedure == own}
    needed = all_before(acts, ends) | ends
    for act in (act for name, act in acts.items() if name in needed and act.majority):
        yield desk.phrase("cure-by", title=desk.actor(act.who), by=desk.majority(act.majority) or "")


def _avoiding(desk: Desk, found: AvoidingOutcome, who: str) -> str:
    """Say by when an act avoids an event by law: as a day, or from the day of the event that is still to be told."""
    act, months = desk.say(found.does), found.act.months_before
    if found.last is not None:
        norms = [norm for key in found.act.met_by for norm in desk.base.act(key).norms]
        if months and not found.too_late and (sure := second_hand(desk, norms)):
            return desk.phrase("term-ask-unsure", who=who, act=act, day=found.last, sure=sure)
        return desk.phrase("term-too-late" if found.too_late else "term-ask", who=who, act=act, day=found.last)
    return desk.phrase("term-ask-months" if months else "term-ask-eve", who=who, act=act, n=months)
