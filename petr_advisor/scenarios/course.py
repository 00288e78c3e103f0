"""Compare the course of action with what a scenario expects of it."""

from collections.abc import Iterator

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course_line import CourseLine
from petr_advisor.scenarios.differences import Difference
from petr_advisor.scenarios.form import DUTY, Expectations

ABSENT = "none"


def course_differences(expect: Expectations, found: Consultation) -> Iterator[Difference]:
    """Give what differs between the course of a case and what is expected of it."""
    for key, wanted in expect.proposal.items():
        lines = _lines(found, key)
        said = {name for line in lines for name in line_names(line)}
        if not said & ({wanted} if isinstance(wanted, str) else set(wanted)):
            expected = wanted if isinstance(wanted, str) else ", ".join(wanted)
            yield Difference(f"proposal.{key}", expected, ", ".join(map(line_name, lines)) or ABSENT)
    if expect.course:
        order = [option.id for line in found.course.lines for option in line.options]
        if [key for key in order if key in expect.course] != list(expect.course):
            yield Difference("course", " > ".join(expect.course), " > ".join(order))
    for key, label in expect.sure.items():
        labels = {
            sure.label for line in _lines(found, key) if (sure := found.sureness.get((line.question, line.theme)))
        }
        if labels != {label}:
            yield Difference(f"sure.{key}", label, ", ".join(sorted(labels)) or ABSENT)
    for key in expect.not_said:
        if key in _said(found):
            yield Difference(f"not_said.{key}", "not said", "said")


def _said(found: Consultation) -> set[str]:
    """Give the options that the course proposes to carry out, and the duties that follow."""
    proposed = {option.id for line in found.course.lines for option in line.to_carry_out}
    return proposed | {DUTY + duty.id for duty in found.duties}


def _lines(found: Consultation, key: str) -> tuple[CourseLine[Consultation], ...]:
    question, _, theme = key.partition("/")
    return tuple(line for line in found.course.of(question) if theme in {"", line.theme})


def line_name(line: CourseLine[Consultation]) -> str:
    """Name what a line says, as a scenario would: `done:ID`, `stay:ID`, the option proposed, or a state alone."""
    options = " = ".join(option.id for option in line.options)
    if not options:
        return line.state
    return options if line.state in {"proposed", "running", "chosen"} else f"{line.state}:{options}"


def line_names(line: CourseLine[Consultation]) -> tuple[str, ...]:
    """Give the names by which a scenario may call what a line says."""
    options = tuple(option.id for option in line.options)
    return (
        line_name(line),
        line.state,
        *(options if line.state in {"proposed", "running", "chosen", "stay", "done"} else ()),
    )
