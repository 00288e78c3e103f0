"""What becomes of what is wanted: what bars it and is disputed of it, or what has another way come before it."""

from collections.abc import Iterator
from itertools import islice

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course_line import CourseLine
from petr_advisor.consulting.outcomes import OptionOutcome
from petr_advisor.consulting.requirements import RequirementOutcome
from petr_advisor.documents.building.again import unblocked
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.running import opposing
from petr_advisor.documents.building.votes import names_said
from petr_advisor.inference.relevance import SHUT
from petr_advisor.knowledge.options import WEIGHTS
from petr_advisor.procedures.under_readings import Told
from petr_advisor.words.typography import full_stop, no_capital


def says_what_is_wanted(line: CourseLine[Consultation]) -> bool:
    """Tell whether a line has an answer to say what becomes of what is wanted; where it has none, its question does."""
    return line.state in {"proposed", "stay"}


def wanted_closed(desk: Desk, line: CourseLine[Consultation]) -> Iterator[str]:
    """Say, where no way to what is wanted can be taken, why not, and what to do where another reading opens one."""
    ways = [option for option in line.outcome.routes if option.wanted]
    barred = _is_barred if says_what_is_wanted(line) else _is_shut
    if not ways or line.state == "done" or any(option in line.options or not barred(option) for option in ways):
        return
    if (running := _blocked(desk, ways)) is not None:
        yield from _said_blocked(desk, *running)
        return
    for option, lacking in islice(_by_what_they_lack(ways), 1):
        norms = desk.cite(lacking.requirement.norms)
        place = next((citation.place for citation in norms), "")
        named = {"option": desk.say(option.option.title), "lacking": no_capital(desk.say(lacking.requirement.title))}
        if _is_shut(option):
            yield desk.phrase("decision-wanted-closed", **named, place=place)
        else:
            cure = lacking.chosen
            yield desk.phrase("decision-wanted-barred", **named, place=place)
            yield from () if cure is None else [desk.phrase("wanted-cure", cure=no_capital(desk.say(cure.cure.title)))]
        for found in option.disputed:
            point = desk.base.disputed[found.point]
            course = full_stop(desk.sentence(point.prudent_course))
            yield desk.phrase("wanted-disputed", question=point.question, course=course, ask=point.ask)


def blocked_and_wanted(desk: Desk, line: CourseLine[Consultation]) -> bool:
    """Tell whether what is wanted is being voted on, and blocked by a refusal that another way answers meanwhile."""
    ways = [option for option in line.outcome.routes if option.wanted and option not in line.options]
    return line.state == "stay" and _blocked(desk, ways) is not None


def _blocked(desk: Desk, ways: list[OptionOutcome]) -> tuple[OptionOutcome, Told] | None:
    """Give the way that is being voted on, blocked by a refusal that may be taken back until its last day."""
    known = desk.consultation.progress
    found = ((way, known[name]) for way in ways for name in way.option.procedures if name in known)
    return next((each for each in found if each[1].progress.state == "blocked"), None)


def _said_blocked(desk: Desk, option: OptionOutcome, told: Told) -> Iterator[str]:
    """Say of what is wanted and being voted on who blocks it, until when, and what another reading makes of it."""
    found = told.progress
    day, names = found.next_change.day if found.next_change else None, opposing(desk, found)
    words = {"option": desk.say(option.option.title), "n": len(names), "names": names_said(desk, names)}
    yield desk.phrase("decision-wanted-blocked-until" if day else "decision-wanted-blocked", day=day, **words)
    yield from unblocked(desk, told)


def wanted_after(desk: Desk, line: CourseLine[Consultation]) -> Iterator[str]:
    """Say, where what is wanted may be had and another way is proposed, what speaks most against it."""
    ways = [option for option in line.outcome.routes if option.wanted]
    named = {option.id for option in (*line.options, line.rival) if option is not None}
    if not line.options or line.state in {"done", "chosen"} or not named.isdisjoint(way.id for way in ways):
        return
    for way in islice((way for way in ways if not _is_barred(way)), 1):
        found = (merit.merit for merit in way.merits if merit.holds and merit.merit.against is not None)
        against = min(found, key=lambda merit: WEIGHTS.index(merit.weight), default=None)
        if against is not None and against.against is not None:
            reason = no_capital(desk.say(against.against))
            yield desk.phrase("decision-wanted-after", option=desk.quoted(way.option.title), reason=reason)


def _is_shut(option: OptionOutcome) -> bool:
    return not option.statuses - SHUT


def _is_barred(option: OptionOutcome) -> bool:
    """Tell whether a way is shut, or is so as long as what is not known does not mend what it lacks."""
    return _is_shut(option) or (option.status == "undetermined" and any(_lacks(option)))


def _lacks(option: OptionOutcome) -> Iterator[RequirementOutcome]:
    return (found for found in option.requirements if found.state == "unmet")


def _by_what_they_lack(ways: list[OptionOutcome]) -> Iterator[tuple[OptionOutcome, RequirementOutcome]]:
    """Give the ways that a condition bars, what may still be mended and lacks least first, with the first it lacks."""
    failed = [(way, list(_lacks(way))) for way in ways]
    for way, unmet in sorted((pair for pair in failed if pair[1]), key=lambda pair: (_is_shut(pair[0]), len(pair[1]))):
        yield way, unmet[0]
