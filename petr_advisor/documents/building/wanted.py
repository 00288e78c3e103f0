"""What is wanted and closed: said in the answer, with the condition that closes it and what is disputed of it."""

from collections.abc import Iterator
from itertools import islice

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course_line import CourseLine
from petr_advisor.consulting.outcomes import OptionOutcome
from petr_advisor.consulting.requirements import RequirementOutcome
from petr_advisor.documents.building.desk import Desk
from petr_advisor.inference.relevance import SHUT
from petr_advisor.words.typography import full_stop, no_capital


def says_what_is_wanted(line: CourseLine[Consultation]) -> bool:
    """Tell whether the answer of a line says what becomes of what is wanted: that of what is planned, where none is."""
    return line.state == "stay" and bool(line.case.base.key_questions[line.question].followed)


def wanted_closed(desk: Desk, line: CourseLine[Consultation]) -> Iterator[str]:
    """Say, where every way to what is wanted is closed, why it is, and what to do where another reading opens it."""
    ways = [option for option in line.outcome.routes if option.wanted]
    if not ways or line.state == "done" or any(option.statuses - SHUT or option in line.options for option in ways):
        return
    for option, lacking in islice(_by_what_they_lack(ways), 1):
        norms = desk.cite(lacking.requirement.norms)
        place = next((citation.place for citation in norms), "")
        named = {"option": desk.say(option.option.title), "lacking": no_capital(desk.say(lacking.requirement.title))}
        yield desk.phrase("explain-wanted-closed", **named, place=place)
        for found in option.disputed:
            point = desk.base.disputed[found.point]
            course = full_stop(desk.sentence(point.prudent_course))
            yield desk.phrase("wanted-disputed", question=point.question, course=course, ask=point.ask)


def _by_what_they_lack(ways: list[OptionOutcome]) -> Iterator[tuple[OptionOutcome, RequirementOutcome]]:
    """Give the ways that a condition closes, that which lacks least first, with the first condition it lacks."""
    failed = [(way, [found for found in way.requirements if found.state == "unmet"]) for way in ways]
    for way, unmet in sorted((pair for pair in failed if pair[1]), key=lambda pair: len(pair[1])):
        yield way, unmet[0]
