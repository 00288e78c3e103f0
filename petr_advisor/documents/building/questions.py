"""The answer to a key question: what a council could vote on, the decisive reasons, the first steps, how sure it is."""

from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course_line import CourseLine
from petr_advisor.consulting.outcomes import ActOutcome, OptionOutcome
from petr_advisor.consulting.settled import held
from petr_advisor.documents.building.course_lines import how_sure
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.despite import despite
from petr_advisor.documents.building.due import duties_due
from petr_advisor.documents.building.options import absent_parts, cure_steps, step_part
from petr_advisor.documents.building.proofs import proofs
from petr_advisor.documents.building.reasons import decisive_reasons
from petr_advisor.documents.building.unsettled import why_open
from petr_advisor.documents.building.wanted import says_what_is_wanted, wanted_closed
from petr_advisor.documents.building.weighed import Weighing, weighing
from petr_advisor.documents.model_options import MissingPart, OptionPart, QuestionPart, Reason, StepPart, SurePart
from petr_advisor.inference.relevance import SHUT
from petr_advisor.knowledge.options import KeyQuestion
from petr_advisor.words.texts import Language
from petr_advisor.words.typography import full_stop, no_capital

FIRST_STEPS = 3


def question_part(desk: Desk, question: str, *, proved: bool = True, in_options: bool = True) -> QuestionPart:
    """Answer a key question, with or without the proofs and the options that no answer holds."""
    found = weighing(desk, question, in_options=in_options)
    asked, outcome = desk.base.key_questions[question], found.line.outcome
    to_do = [(found.on(line), option) for line in found.lines for option in _to_do(desk, line)]
    first = tuple(_next_steps(to_do, _within(desk)))
    retained = tuple(part.id for part in found.kept)
    sure = [line.sure for line in found.told if line.sure]
    return QuestionPart(
        id=question,
        title=desk.say(asked.title),
        text=desk.say(asked.text),
        verdict=found.verdict,
        shut=found.line.shut,
        lines=found.told,
        despite=tuple(despite(found)),
        supposes=_supposes(desk, found),
        decision=" ".join(line.decision for line in found.told),
        explanation=" ".join(filter(None, (_explanation(desk, found), _together(desk, asked, found.kept)))),
        reasons=decisive_reasons(found),
        sureness=" ".join(_how_sure(found)) if sure else desk.phrase("sure-nothing"),
        next_steps=tuple(islice(first or duties_due(desk, question, found.lines), FIRST_STEPS)),
        to_lift=tuple(step for here, option in to_do for step in cure_steps(here, option)),
        retained=retained,
        planned=tuple(option.id for line in found.lines for option in line.to_carry_out),
        options=found.options,
        absent=absent_parts(found.here, outcome),
        proofs=tuple(proofs(found.here, found.lines, retained)) if proved else (),
    )


def _to_do(desk: Desk, line: CourseLine[Consultation]) -> tuple[OptionOutcome, ...]:
    """Give the options of a line whose acts are to be done: staying may call for some, a text being voted for none."""
    if held(desk.consultation, line) is not None:
        return ()
    return line.options if line.state == "stay" else line.to_carry_out


def _how_sure(found: Weighing) -> Iterator[str]:
    """Say how sure each line is, with its theme where there are several; what all of them wait for is said once."""
    desk, told = found.here, [line for line in found.told if line.sure]
    shared = _shared([line.sure for line in told if line.sure and line.themes])
    for line in told:
        if line.sure and line.themes:
            yield desk.phrase("sure-of-themes", themes=desk.listed(line.themes), sure=_but(desk, line.sure, shared))
        elif line.sure:
            yield line.sure.said
    if shared is not None:
        yield full_stop(desk.phrase("sure-of-all", missing=shared.said))


def _but(desk: Desk, sure: SurePart, shared: MissingPart | None) -> str:
    """Say how sure a theme is, but for what it has in common with the others, which is said after them."""
    left = [part for part in sure.missing if part != shared]
    if shared is None or len(left) == len(sure.missing):
        return sure.said
    if left:
        return how_sure(desk, sure.label, left)
    return full_stop(desk.phrase(f"note.sure-{sure.label.replace('_', '-')}"))


def _shared(sure: Sequence[SurePart]) -> MissingPart | None:
    """Give the earlier subjects on which all of several themes depend alike, some of which lack something else too."""
    each = [next((part for part in found.missing if part.kind == "questions"), None) for found in sure]
    more = any(len(found.missing) > 1 for found in sure) and all(found.label != "supposed" for found in sure)
    alike = len(each) > 1 and more and all(part == each[0] for part in each)
    return each[0] if alike else None


def _supposes(desk: Desk, found: Weighing) -> str | None:
    """Say which earlier answers are taken as carried out, where one of the options is then another one than today."""
    today = next(each for each in desk.consultation.outcomes if each.id == found.line.question)
    same = all(
        (now := today.option(option.id)) is not None and now.statuses == option.statuses and now.rank == option.rank
        for option in found.line.outcome.routes
    )
    carried = [option for _, option in found.line.after if desk.base.options[option].kind != "staying"]
    if same or not carried:
        return None
    titles = (desk.quoted(desk.base.options[option].title) for option in carried)
    return desk.phrase("supposes", options=desk.listed(titles))


class ShortAnswer(NamedTuple):
    """What a document begins with."""

    decisions: tuple[str, ...]
    """The answer, as sentences to vote on: one, or one a theme."""
    despite: tuple[str, ...]
    """What was wished that it goes against."""
    supposes: str | None
    """What earlier answers are taken as carried out."""
    explanation: str | None
    """What it means; none where the sentence says it all."""
    reasons: tuple[Reason, ...]
    """The decisive reasons, three at most."""
    sure: tuple[str, ...]
    """How sure it is."""


def answer_in_short(consultation: Consultation, question: str, language: Language) -> ShortAnswer:
    """Give the answer to a key question without its parts."""
    desk = Desk(language, consultation=consultation)
    found = weighing(desk, question)
    explanation = None if found.verdict == "tied" else _explanation(desk, found)
    decisions = tuple(line.decision for line in found.told)
    return ShortAnswer(
        decisions=decisions,
        despite=tuple(despite(found)),
        supposes=_supposes(desk, found),
        explanation=explanation,
        reasons=decisive_reasons(found),
        sure=tuple(_how_sure(found)),
    )


def _explanation(desk: Desk, found: Weighing) -> str | None:
    """Say what the answer means; none where there is nothing to add to it."""
    line, first = found.line, found.kept[0] if found.kept else None
    given_up = [*_wanted(found), *(each.given_up for each in found.told if each.given_up)]
    if line.state in {"conflict", "moot", "done"}:
        return desk.phrase("explain-conflict") if line.state == "conflict" else " ".join(given_up) or None
    if len(found.lines) > 1:
        return " ".join(given_up) or None
    if first is None:
        return " ".join((*given_up, why_open(found.here, line)))
    if line.state == "tied":
        return None if desk.base.key_questions[line.question].together else desk.phrase("explain-tied")
    return " ".join((*given_up, *_meaning(desk, line, first))) or None


def _wanted(found: Weighing) -> Iterator[str]:
    """Say why the answer is not what is wanted, where the answer itself does not: the norm that closes it."""
    parts = [part for part in found.options if part.id in found.wanted]
    kept = found.verdict == "done" or any(part in found.kept for part in parts)
    if parts and not kept and all(part.status in SHUT for part in parts) and not says_what_is_wanted(found.line):
        yield from wanted_closed(found.here, found.line)


def _meaning(desk: Desk, line: CourseLine[Consultation], first: OptionPart) -> Iterator[str]:
    """Say what the status of the option means, and what may still change it."""
    applied = [r for r in first.requirements if r.state == "met"]
    to_come = [no_capital(r.title) for r in first.requirements if r.state == "to_come"]
    if line.state == "stay":
        yield desk.phrase("explain-stay")
        if lost := [no_capital(desk.say(each.condition.title)) for each in desk.consultation.breaches]:
            yield desk.phrase("explain-stay-breaches", breaches=desk.listed(lost))
    if first.status == "open" and line.state != "stay":
        when = "open" if _is_open_today(desk, line, first) else "open-then"
        said = {0: f"explain-{when}-none", 1: f"explain-{when}-one"}.get(len(applied), f"explain-{when}")
        yield desk.phrase(said, n=len(applied))
    elif first.status == "conditional":
        unmet = [desk.quoted(r.title) for r in first.requirements if r.state == "unmet"]
        yield desk.phrase("explain-conditional", lacking=desk.listed(unmet), n=len(unmet))
    elif first.status in {"closed", "not_in_force", "undetermined"}:
        yield desk.phrase(f"explain-{first.status.replace('_', '-')}")
    if to_come and first.status in {"open", "conditional"}:
        yield desk.phrase("explain-to-come", conditions=to_come)
    if first.disputed:
        yield desk.phrase("explain-disputed")
    if line.rival:
        yield desk.phrase("explain-rival", option=desk.quoted(line.rival.option.title))


def _is_open_today(desk: Desk, line: CourseLine[Consultation], first: OptionPart) -> bool:
    """Tell whether an option is open as things stand: what a body to be born would do is open once it is there."""
    today = next(each for each in desk.consultation.outcomes if each.id == line.question).option(first.id)
    return today is not None and today.status == "open"


def _together(desk: Desk, question: KeyQuestion, kept: list[OptionPart]) -> str:
    """Say how the options of a key question go together, once one of them is proposed."""
    return desk.say(question.together) if question.together and kept else ""


def _within(desk: Desk) -> frozenset[str]:
    """Give the acts that those of the answers contain: the statutes of a body to be created share its seats."""
    return frozenset(
        inner
        for line in desk.consultation.course.lines
        for option in line.to_carry_out
        for act in option.acts
        if act.needed is not False
        for inner in act.act.contains
    )


def _next_steps(to_do: Sequence[tuple[Desk, OptionOutcome]], within: Collection[str]) -> Iterator[StepPart]:
    """Give the first acts: those that lift the conditions, then the steps of the way; of several ways, one act each.

    What an act of some answer contains is done with it, and is no first act of another.
    """
    for desk, option in to_do if len(to_do) > 1 else ():
        acts = (*cure_steps(desk, option), *(step_part(desk, step, 1) for step in _own(option, within)))
        yield from acts[:1]
    if len(to_do) == 1:
        ((desk, only),) = to_do
        lifting = tuple(cure_steps(desk, only))
        yield from lifting
        for number, step in enumerate(_own(only, within), len(lifting) + 1):
            yield step_part(desk, step, number)


def _own(option: OptionOutcome, within: Collection[str]) -> Iterator[ActOutcome]:
    return (act for act in option.acts if act.key not in within)
