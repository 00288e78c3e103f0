"""What an answer left open waits for: what is not known, what shuts its first way, and what is open meanwhile."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from petr_advisor.consulting.awaited import awaited_by
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course_line import CourseLine
from petr_advisor.consulting.naming import names_of
from petr_advisor.consulting.outcomes import OptionOutcome
from petr_advisor.consulting.requirements import RequirementOutcome
from petr_advisor.consulting.supposing import led_elsewhere
from petr_advisor.consulting.to_find_out import points
from petr_advisor.consulting.weighing import LIVE
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.lasting import avoided_first, lasting
from petr_advisor.documents.building.silence import leads_elsewhere
from petr_advisor.inference.relevance import SHUT
from petr_advisor.knowledge.conditions import facts_of
from petr_advisor.words.typography import full_stop

MAX_POINTS = 3
"""How many points are named in a sentence; a list further on has them all."""

PROPOSING = frozenset({"proposed", "stay", "tied"})
"""Answers that propose something."""


def provisional(desk: Desk) -> str | None:
    """Say how many points can still change what is proposed while some are asked by themselves; else nothing.

    Those that only open or shut another way, which passes before none, make nothing provisional.
    What was said not to be known, or was never put, is counted with them; alone it is told by how sure answers are.
    A screen counts what it asks, a list as one; who reads looks for as many points as are listed as decisive.
    """
    left, lines = desk.consultation.left, desk.consultation.course.lines
    decisive = sum(point.decisive for point in points(desk.consultation))
    if not (decisive and left.to_settle and left.turning and any(line.state in PROPOSING for line in lines)):
        return None
    return full_stop(desk.phrase("provisional-points", n=decisive))


def why_open(desk: Desk, line: CourseLine[Consultation]) -> str:
    """Say what the answer waits for, and what is open meanwhile."""
    ways = [option for option in line.weighed if option.status in LIVE]
    if line.state == "none":
        return _no_way(desk, ways)
    known = any(found.by == "user" for found in desk.consultation.facts.known.values())
    rival = line.rival if known else None  # where nobody has answered anything no way comes before another
    if before := _before_any(desk, line, rival):
        return before
    meanwhile = [way for way in ways if not _instead_of(line.rival, way)]
    live = min(meanwhile, key=lambda way: way.rank, default=None)
    said = _waited_for(desk, line, rival, live) if rival else [desk.phrase("explain-settle")]
    return " ".join((*said, *(_meanwhile(desk, line, live, meanwhile) if live else ())))


def _no_way(desk: Desk, ways: Sequence[OptionOutcome]) -> str:
    """Say that no way is left; those that are open all the same no row of a table names."""
    if not ways:
        return desk.phrase("explain-none")
    return desk.phrase("explain-none-named", options=desk.listed(desk.quoted(way.option.title) for way in ways))


def _before_any(desk: Desk, line: CourseLine[Consultation], rival: OptionOutcome | None) -> str | None:
    """Say what is to be known before any way is spoken of: what they are compared by, or if the first is there."""
    held = line.held_up
    if held and held.by == "compared":
        said = desk.phrase("explain-compared", facts=desk.facts_named(held.facts))
        # one lock opened, the others would be met only then
        more = len({fact for fact, _ in awaited_by(line)} - {fact for fact, _ in held.facts})
        return f"{said} {desk.phrase('explain-compared-more', n=more)}" if more and rival else said
    if held and held.by == "there" and rival:
        return desk.phrase("explain-there", option=desk.quoted(rival.option.title), facts=desk.facts_named(held.facts))
    return None


def _waited_for(
    desk: Desk, line: CourseLine[Consultation], rival: OptionOutcome, live: OptionOutcome | None
) -> Iterator[str]:
    """Say what the first way waits for, and what shuts it."""
    if calling := _calling(desk, rival):
        yield desk.phrase("explain-called", facts=desk.listed(calling))
        return
    if held := line.held_up:
        names = _names(desk, line.case, rival)
        yield desk.phrase("explain-named", options=names, facts=desk.facts_named(held.facts))
    elif led := _led_elsewhere(desk, line, live):
        yield led
        return
    elif lacking := _lacking(rival):
        yield _undecided(desk, line, rival, lacking)
    else:
        yield desk.phrase("explain-settle")
    yield from _obstacles(desk, rival)


def _undecided(
    desk: Desk, line: CourseLine[Consultation], rival: OptionOutcome, lacking: Sequence[RequirementOutcome]
) -> str:
    """Name the facts that the first way waits for; its conditions where they are too many."""
    title = desk.quoted(rival.option.title)
    awaited = tuple(awaited_by(line))
    if 0 < len({fact for fact, _ in awaited}) <= MAX_POINTS:
        said = desk.phrase("explain-awaited", option=title, facts=desk.facts_named(awaited))
        others = _or_else(line, rival, {fact for fact, _ in awaited})
        named = [desk.quoted(way.option.title) for way in others[:MAX_POINTS]]
        return " ".join((said, *([desk.phrase("explain-or-else", options=named)] if named else [])))
    points = desk.listed(desk.quoted(found.requirement.title) for found in lacking[:MAX_POINTS])
    more = len(lacking) - MAX_POINTS
    key = "explain-undecided-among" if more > 0 else "explain-undecided"
    return desk.phrase(key, option=title, points=points, n=more)


def _or_else(line: CourseLine[Consultation], rival: OptionOutcome, facts: AbstractSet[str]) -> Sequence[OptionOutcome]:
    """Give the other ways that the same answers may open, in their order: one is not taken for the likely one."""
    found = (
        way for way in line.weighed
        if way.id != rival.id and way.option.kind == "route" and way.status not in SHUT and way.status not in LIVE
    )  # fmt: skip
    waiting = [way for way in found if any(facts & set(facts_of(each.requirement.standing)) for each in _lacking(way))]
    return sorted(waiting, key=lambda way: way.rank)


def _meanwhile(
    desk: Desk, line: CourseLine[Consultation], live: OptionOutcome, ways: Iterable[OptionOutcome]
) -> Iterator[str]:
    """Say what is open meanwhile, alone or among others, how long it lasts, and what leads elsewhere."""
    alone = all(found.status != "open" for found in ways if found.id != live.id)
    key = "explain-meanwhile" if alone else "explain-meanwhile-among"
    yield desk.phrase(key, option=desk.quoted(live.option.title))
    for term in [term for term in desk.consultation.terms if term.ends(live.id)][:1]:
        yield lasting(desk, term)
        yield from avoided_first(desk, term)
    if live.option.kind == "staying":
        yield from leads_elsewhere(desk, (each.option for each in line.weighed if each.status not in SHUT))


def _instead_of(rival: OptionOutcome | None, way: OptionOutcome) -> bool:
    """Tell whether a way is no waiting: it makes something else of what the one that is waited for would make."""
    if rival is None or way.option.kind == "staying":
        return False
    made, instead = rival.option.makes, way.option.makes
    return any(fact in made and made[fact] != value for fact, value in instead.items())


def _calling(desk: Desk, rival: OptionOutcome) -> list[str]:
    """Name the choice still asked that says whether a way is what is wanted; nothing where that choice is made."""
    occasion = f"{rival.id}/{rival.option.occasion}"
    unknown = (found for found in rival.requirements if found.key == occasion and found.state == "unknown")
    facts = {fact for found in unknown for fact in facts_of(found.requirement.standing)}
    asked = (each for each in desk.consultation.agenda.questions if each.fact in facts and each.kind.type == "one_of")
    return [desk.quoted(each.kind.label) for each in asked][:MAX_POINTS]


def _names(desk: Desk, case: Consultation, rival: OptionOutcome) -> str:
    """Give the names that a way may have, as far as is known."""
    title, others = names_of(case, desk.base.options[rival.id])
    return desk.listed(map(desk.quoted, (title, *(name.title for name in others))), "or")


def _lacking(rival: OptionOutcome) -> list[RequirementOutcome]:
    """Give the conditions of a way that are not known: its own, as they are written, before those it shares."""
    own = list(rival.option.requires.values())
    lacking = [found for found in rival.requirements if found.state == "unknown"]
    return sorted(lacking, key=lambda found: own.index(found.requirement) if found.requirement in own else len(own))


def _led_elsewhere(desk: Desk, line: CourseLine[Consultation], live: OptionOutcome | None) -> str | None:
    """Say what would come first if an earlier question, which waits for answers too, got the one it waits for.

    What is open meanwhile is no other than itself.
    """
    today = desk.today or desk.consultation
    for question, rival, first in led_elsewhere(line, today.course, {live.id} if live else ()):
        return desk.phrase(
            "explain-led",
            option=desk.quoted(first.option.title),
            question=desk.quoted(desk.base.key_questions[question].title),
            earlier=desk.quoted(rival.option.title),
        )
    return None


def _obstacles(desk: Desk, rival: OptionOutcome) -> Iterator[str]:
    """Say what shuts a way whatever is not known, by when it may still be taken back, and what would mend it."""
    for found in rival.requirements:
        if found.state == "unmet":
            condition = desk.quoted(found.requirement.title)
            key = "explain-obstacle-until" if found.until else "explain-obstacle"
            yield desk.phrase(key, condition=condition, day=found.until)
            live = [cure.cure.title for cure in found.cures if cure.in_force and cure.available is not False]
            if live:
                yield desk.phrase("explain-obstacle-mended", cures=desk.listed(map(desk.quoted, live), "or"))
