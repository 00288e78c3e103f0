"""What must hold of every course of action, whatever the case; each rule gives what breaks it."""

from collections import Counter
from collections.abc import Iterator

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course_line import CourseLine
from petr_advisor.consulting.requirements import RequirementOutcome
from petr_advisor.consulting.weighing import LIVE
from petr_advisor.inference.atoms import parse_value
from petr_advisor.inference.completion import EntityView
from petr_advisor.inference.working_memory import THE_TERRITORY

Line = CourseLine[Consultation]

ONE, SEVERAL = frozenset({"proposed", "running", "chosen", "done", "stay"}), frozenset({"tied"})


def broken(case: Consultation) -> list[str]:
    """Give every rule that the course of a case breaks."""
    rules = (_one_answer_each, _nothing_done, _nothing_shut, _no_other_form, _nothing_waits, _sure_of_what_is_known)
    return [said for rule in rules for said in rule(case)]


def _name(line: Line) -> str:
    return f"{line.question}/{line.theme or ''}: {line.state} {[option.id for option in line.options]}"


def _one_answer_each(case: Consultation) -> Iterator[str]:
    """Every line says one thing: an option, several of equal merit, or why there is none."""
    seen = Counter((line.question, line.theme) for line in case.course.lines)
    yield from (f"{place} is answered {number} times" for place, number in seen.items() if number > 1)
    for question in case.key_questions:
        if not case.course.of(question):
            yield f"{question} is not answered"
    for line in case.course.lines:
        number = len(line.options)
        if number != 1 if line.state in ONE else number < 2 if line.state in SEVERAL else number:
            yield f"{_name(line)} says {number} things"


def _nothing_done(case: Consultation) -> Iterator[str]:
    """Nothing that is there already is to be carried out."""
    for line in case.course.lines:
        for option in line.to_carry_out:
            if option.option.done is not None and _view(line.case).truth(option.option.done):
                yield f"{_name(line)} is there already"


def _nothing_shut(case: Consultation) -> Iterator[str]:
    """What a norm closes is neither proposed nor planned, and changes nothing for the lines after it."""
    for line in case.course.lines:
        if line.state in {"proposed", "stay", "tied"} and any(option.status not in LIVE for option in line.options):
            yield f"{_name(line)} is not open"
        if line.shut and line.to_carry_out:
            yield f"{_name(line)} is closed and planned"
    carried = {option for line in case.course.lines for _, option in line.after}
    yield from (
        f"{_name(line)} is closed and carried out"
        for line in case.course.lines
        if line.shut and {option.id for option in line.options} & carried
    )


def _no_other_form(case: Consultation) -> Iterator[str]:
    """No line makes otherwise what an earlier question has settled."""
    settled: dict[str, str] = {}
    for line in case.course.lines:
        for option in line.options if line.state == "proposed" else ():
            for fact, raw in option.option.makes.items():
                known = line.case.memory.facts.get(fact)
                if fact in settled and (known is None or known.value != parse_value(case.base.facts[fact], raw)):
                    yield f"{_name(line)} makes {fact} other than {settled[fact]} settled"
        settled |= dict.fromkeys(case.base.key_questions[line.question].settles, line.question)


def _nothing_waits(case: Consultation) -> Iterator[str]:
    """Nothing proposed lacks what only another answer to an earlier question would give."""
    earlier: list[str] = []
    for line in case.course.lines:
        for option in line.options if line.state == "proposed" else ():
            for found in option.requirements:
                if found.state == "unmet" and not _can_be_met(case, found, earlier):
                    yield f"{_name(line)} lacks {found.key}"
        earlier.append(line.question)


def _can_be_met(case: Consultation, found: RequirementOutcome, earlier: list[str]) -> bool:
    def depends(options: tuple[str, ...]) -> bool:
        return bool(options) and all(case.base.options[key].answers in earlier for key in options)

    live = [cure.cure for cure in found.cures if cure.available is not False]
    return any(not depends(cure.options) for cure in live)


def _sure_of_what_is_known(case: Consultation) -> Iterator[str]:
    """An answer is established when nothing is missing and nothing limits it; what gives no answer is not sure."""
    for line in case.course.lines:
        sure = case.sureness.get((line.question, line.theme))
        if sure is None:
            continue
        missing = (
            *(sure.answers, sure.norms, sure.points, sure.questions, sure.conditions, sure.terms),
            *(sure.votes, sure.contested, sure.following, sure.supposed),
        )
        if (sure.label == "established") == any(missing):
            yield f"{_name(line)} is {sure.label} with {sure}"
        if sure.label == "established" and any(len(option.statuses) > 1 and not option.done for option in line.options):
            yield f"{_name(line)} is established while its status is not known"


def _view(case: Consultation) -> EntityView:
    tokens = case.memory.tokens.get(THE_TERRITORY, frozenset())
    return EntityView(case.rules, case.memory.facts, THE_TERRITORY.kind, tokens)
