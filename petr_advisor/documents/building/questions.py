"""The answer to a key question: what a council could vote on, the decisive reasons, the first steps, how sure it is."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from petr_advisor.consulting.awaited import awaited_by
from petr_advisor.consulting.comparing_by import compared_by
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course import CourseLine
from petr_advisor.consulting.outcomes import OptionOutcome
from petr_advisor.consulting.supposing import turning
from petr_advisor.consulting.weighing import LIVE, State
from petr_advisor.documents.building.course_lines import lasting, line_parts
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.due import duties_due
from petr_advisor.documents.building.options import absent_parts, cure_steps, option_parts, step_part
from petr_advisor.documents.building.proofs import proofs
from petr_advisor.documents.model_options import LinePart, OptionPart, QuestionPart, Reason, StepPart
from petr_advisor.knowledge.options import KeyQuestion
from petr_advisor.words.texts import Language
from petr_advisor.words.typography import full_stop, no_capital

DECISIVE_REASONS = 3
FIRST_STEPS = 3
MAX_POINTS = 3
"""How many points are named in a sentence; a list further on has them all."""
SAYS_MOST: tuple[State, ...] = (
    "conflict",
    "moot",
    "chosen",
    "running",
    "proposed",
    "tied",
    "done",
    "stay",
    "to_settle",
    "none",
)
"""Of the lines of several themes, which one gives the kind of answer of the whole."""


class Weighing(NamedTuple):
    """What an answer is written from."""

    lines: tuple[CourseLine[Consultation], ...]
    """The lines of the course."""
    told: tuple[LinePart, ...]
    """The same in words."""
    here: Desk
    """What writes of the facts on which the options were weighed."""
    verdict: State
    """The kind of answer of the whole."""
    options: tuple[OptionPart, ...]
    """Every option."""
    kept: list[OptionPart]
    """The options of the answer."""

    @property
    def line(self) -> CourseLine[Consultation]:
        """The line that gives the kind of answer of the whole."""
        return next(line for line in self.lines if line.state == self.verdict)

    @property
    def several(self) -> bool:
        """Whether more than one option is kept, or there may be."""
        return len(self.lines) > 1 or self.verdict == "tied"


def weighing(desk: Desk, question: str) -> Weighing:
    """Weigh a key question anew, in words."""
    lines = desk.consultation.course.of(question)
    here = replace(desk, consultation=lines[0].case, today=desk.consultation)
    options = tuple(option_parts(here, lines[0].outcome))
    kept = dict.fromkeys(option.id for line in lines for option in line.options)
    verdict = min((line.state for line in lines), key=SAYS_MOST.index)
    parts = [part for key in kept for part in options if part.id == key]
    return Weighing(lines, line_parts(desk, lines), here, verdict, options, parts)


def question_part(desk: Desk, question: str, *, proved: bool = True) -> QuestionPart:
    """Answer a key question, with or without the proofs."""
    found = weighing(desk, question)
    asked, outcome = desk.base.key_questions[question], found.line.outcome
    to_do = [option for line in found.lines for option in _to_do(line)]
    first = tuple(_next_steps(found.here, to_do))
    retained = tuple(part.id for part in found.kept)
    sure = [line.sure for line in found.told if line.sure]
    return QuestionPart(
        id=question,
        title=desk.say(asked.title),
        text=desk.say(asked.text),
        verdict=found.verdict,
        shut=found.line.shut,
        lines=found.told,
        supposes=_supposes(desk, found),
        decision=" ".join(line.decision for line in found.told),
        explanation=" ".join(filter(None, (_explanation(desk, found), _together(desk, asked, found.kept)))),
        reasons=tuple(islice(_reasons(found), DECISIVE_REASONS)),
        sureness=" ".join(_how_sure(found)) if sure else desk.phrase("sure-nothing"),
        next_steps=tuple(islice(first or duties_due(desk, question, found.lines), FIRST_STEPS)),
        to_lift=tuple(step for option in to_do for step in cure_steps(found.here, option)),
        retained=retained,
        planned=tuple(option.id for line in found.lines for option in line.to_carry_out),
        options=found.options,
        absent=absent_parts(found.here, outcome),
        proofs=tuple(proofs(found.here, outcome, retained)) if proved else (),
    )


def _to_do(line: CourseLine[Consultation]) -> tuple[OptionOutcome, ...]:
    """Give the options of a line whose acts are to be done: staying may call for some."""
    return line.options if line.state == "stay" else line.to_carry_out


def _how_sure(found: Weighing) -> Iterator[str]:
    """Say how sure each line is, with its theme where there are several."""
    for line in found.told:
        if line.sure and line.themes:
            yield found.here.phrase("sure-of-themes", themes=found.here.listed(line.themes), sure=line.sure.said)
        elif line.sure:
            yield line.sure.said


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
    reasons = tuple(islice(_reasons(found), DECISIVE_REASONS))
    decisions = tuple(line.decision for line in found.told)
    return ShortAnswer(decisions, _supposes(desk, found), explanation, reasons, tuple(_how_sure(found)))


def _explanation(desk: Desk, found: Weighing) -> str | None:
    """Say what the answer means; none where there is nothing to add to it."""
    line, first = found.line, found.kept[0] if found.kept else None
    given_up = [*_wanted(found), *(each.given_up for each in found.told if each.given_up)]
    if line.state in {"conflict", "moot", "done"}:
        return desk.phrase("explain-conflict") if line.state == "conflict" else " ".join(given_up) or None
    if len(found.lines) > 1:
        return " ".join(given_up) or None
    if first is None:
        return " ".join((*given_up, _unsettled(found.here, line)))
    if line.state == "tied":
        return None if desk.base.key_questions[line.question].together else desk.phrase("explain-tied")
    return " ".join((*given_up, *_meaning(desk, line, first))) or None


def _asked(found: Weighing) -> frozenset[str]:
    """Give the routes that lead to what is wanted."""
    return frozenset(route.id for route in found.line.outcome.routes if route.wanted)


def _wanted(found: Weighing) -> Iterator[str]:
    """Say why the answer is not what is wanted: the norm that closes it, or what speaks against it."""
    asked = _asked(found)
    parts = [part for part in found.options if part.id in asked]
    if not parts or found.verdict == "done" or any(part in found.kept for part in parts):
        return
    live = next((part for part in parts if part.status not in {"closed", "not_in_force"}), None)
    if live is None:
        yield from islice((found.here.phrase("explain-wanted-closed", **each) for each in _shut(parts)), 1)
    elif found.kept and (against := next((merit for merit in live.merits if not merit.favours), None)):
        named = {"option": found.here.quoted(live.title), "reason": no_capital(against.text)}
        yield found.here.phrase("explain-wanted-after", **named)


def _shut(parts: list[OptionPart]) -> Iterator[dict[str, str]]:
    """Give the ways that a condition closes, that which lacks least first, with the condition and where it stands."""
    failed = [(part, [r for r in part.requirements if r.state == "unmet"]) for part in parts]
    for part, unmet in sorted((pair for pair in failed if pair[1]), key=lambda pair: len(pair[1])):
        place = next((citation.place for found in unmet[:1] for citation in found.citations), "")
        yield {"option": part.title, "lacking": no_capital(unmet[0].title), "place": place}


def _meaning(desk: Desk, line: CourseLine[Consultation], first: OptionPart) -> Iterator[str]:
    """Say what the status of the option means, and what may still change it."""
    applied = [r for r in first.requirements if r.state == "met"]
    to_come = [no_capital(r.title) for r in first.requirements if r.state == "to_come"]
    if line.state == "stay":
        yield desk.phrase("explain-stay")
        if lost := [no_capital(desk.say(each.condition.title)) for each in desk.consultation.breaches]:
            yield desk.phrase("explain-stay-breaches", breaches=desk.listed(lost))
    if first.status == "open" and line.state != "stay":
        said = {0: "explain-open-none", 1: "explain-open-one"}.get(len(applied), "explain-open")
        yield desk.phrase(said, n=len(applied))
    elif first.status == "conditional":
        unmet = [desk.quoted(r.title) for r in first.requirements if r.state == "unmet"]
        yield desk.phrase("explain-conditional", lacking=desk.listed(unmet), n=len(unmet))
    elif first.status in {"closed", "not_in_force", "undetermined"}:
        yield desk.phrase(f"explain-{first.status.replace('_', '-')}")
    if to_come and first.status in {"open", "conditional"}:
        yield desk.phrase("explain-to-come", acts=desk.listed(to_come))
    if first.disputed:
        yield desk.phrase("explain-disputed")
    if line.rival:
        yield desk.phrase("explain-rival", option=desk.quoted(line.rival.option.title))


def _together(desk: Desk, question: KeyQuestion, kept: list[OptionPart]) -> str:
    """Say how the options of a key question go together, once one of them is proposed."""
    return desk.say(question.together) if question.together and kept else ""


def _unsettled(desk: Desk, line: CourseLine[Consultation]) -> str:
    """Say what the answer waits for, and what is open meanwhile."""
    if line.state == "none":
        return desk.phrase("explain-none")
    open_ways = [option for option in line.weighed if option.status in LIVE]
    live = min(open_ways, key=lambda option: option.rank, default=None)
    known = any(found.by == "user" for found in desk.consultation.facts.known.values())
    rival = line.rival if known else None  # where nobody has answered anything no way comes before another
    lacking = [found for found in rival.requirements if found.state == "unknown"] if rival else []
    points = desk.listed(desk.quoted(found.requirement.title) for found in lacking[:MAX_POINTS])
    lines = [desk.phrase("explain-settle")]
    then = None
    if by := compared_by(line.case, line.question):
        named = desk.listed(desk.quoted(desk.base.facts[fact].label) for fact, _ in by)
        return desk.phrase("explain-compared", facts=named)
    if rival and (then := _led_elsewhere(desk, line)):
        lines = [then]
    elif rival and points:
        title = desk.quoted(rival.option.title)
        facts = dict.fromkeys(fact for fact, _ in awaited_by(line))
        if 0 < len(facts) <= MAX_POINTS:
            named = desk.listed(desk.quoted(desk.base.facts[fact].label) for fact in facts)
            lines = [desk.phrase("explain-awaited", option=title, facts=named)]
        else:
            lines = [desk.phrase("explain-undecided", option=title, points=points)]
    lines += _obstacles(desk, rival) if rival and not then else ()
    if live:
        lines.append(desk.phrase("explain-meanwhile", option=desk.quoted(live.option.title)))
        lines += [lasting(desk, term) for term in desk.consultation.terms if term.ends(live.id)][:1]
    return " ".join(lines)


def _led_elsewhere(desk: Desk, line: CourseLine[Consultation]) -> str | None:
    """Say what would come first if an earlier question, which waits for answers too, got the one it waits for."""
    course = desk.today.course if desk.today else desk.consultation.course
    earlier = course.lines[: next(n for n, each in enumerate(course.lines) if each.question == line.question)]
    for before, found in turning(line, earlier):
        first = found.option or found.rival
        if before.rival is not None and first is not None:
            return desk.phrase(
                "explain-led",
                option=desk.quoted(first.option.title),
                question=desk.quoted(desk.base.key_questions[before.question].title),
                earlier=desk.quoted(before.rival.option.title),
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


def _reasons(found: Weighing) -> Iterator[Reason]:
    """Give the decisive reasons, the weightiest first: arguments, the law that opens the way, why not the others."""
    desk, options, verdict = found.here, found.options, found.verdict
    first = found.kept[0] if found.kept else None
    if verdict == "moot":
        return
    asked = _asked(found)
    if found.line.shut:
        yield from _closed(desk, tuple(found.kept), asked)
        return
    if found.several and found.kept:
        yield from (_reason_of_tied(desk, part) for part in found.kept)
        return
    pleas = [merit for merit in first.merits if merit.favours] if first else []
    for merit in pleas[: DECISIVE_REASONS - 1]:
        yield Reason(text=full_stop(merit.text), citations=merit.citations)
    if first is not None and first.status == "open" and verdict not in {"stay", "done"}:
        met = [each for each in first.requirements if each.state == "met"]
        titles = desk.listed(no_capital(each.title) for each in met[:3])
        citations = tuple({c.place: c for each in met[:3] for c in each.citations}.values())
        if met:
            key = "reason-open" if desk.any_text(citations) else "reason-open-by-practice"
            yield Reason(text=full_stop(desk.phrase(key, conditions=titles)), citations=citations)
    if verdict in {"stay", "done"} and first is not None:
        yield Reason(text=first.summary, citations=first.citations)
        yield from _drawbacks(desk, tuple(part for part in options if part.id != first.id))
    yield from _closed(desk, options, asked)
    if first is not None and verdict not in {"stay", "done"}:
        yield from _drawbacks(desk, tuple(part for part in options if part.id != first.id))


def _reason_of_tied(desk: Desk, part: OptionPart) -> Reason:
    """Say why an option is kept: what speaks for it, else what it is; what speaks against it is no reason."""
    merit = next((merit for merit in part.merits if merit.favours), None)
    text = merit.text if merit else part.summary
    return Reason(
        text=full_stop(desk.phrase("reason-of-option", option=part.title, reason=no_capital(text))),
        citations=merit.citations if merit else part.citations,
    )


def _drawbacks(desk: Desk, options: tuple[OptionPart, ...]) -> Iterator[Reason]:
    """Say what speaks against the routes that are open."""
    for part in options:
        against = next((merit for merit in part.merits if not merit.favours), None)
        if part.kind == "route" and part.status in LIVE and against:
            text = desk.phrase("reason-of-option", option=part.title, reason=no_capital(against.text))
            yield Reason(text=full_stop(text), citations=against.citations)


def _closed(desk: Desk, options: tuple[OptionPart, ...], asked: frozenset[str]) -> Iterator[Reason]:
    """Say why other ways are closed: those that are wanted first, then those that lack least."""
    failed = [(part, [r for r in part.requirements if r.state == "unmet"]) for part in options if part.kind == "route"]
    shut = [(part, unmet) for part, unmet in failed if part.status == "closed" and unmet]
    for part, unmet in sorted(shut, key=lambda pair: (pair[0].id not in asked, len(pair[1]))):
        without_cure = (found for found in unmet if not any(cure.state == "available" for cure in found.cures))
        lacking = next(without_cure, unmet[0])
        text = desk.phrase("reason-closed", option=part.title, lacking=no_capital(lacking.title))
        yield Reason(text=full_stop(text), citations=lacking.citations)


def _next_steps(desk: Desk, to_do: list[OptionOutcome]) -> Iterator[StepPart]:
    """Give the first acts: those that lift the conditions, then the steps of the way; of several ways, one act each."""
    for option in to_do if len(to_do) > 1 else ():
        acts = (*cure_steps(desk, option), *(step_part(desk, step, 1) for step in option.acts))
        yield from acts[:1]
    if len(to_do) == 1:
        lifting = tuple(cure_steps(desk, to_do[0]))
        yield from lifting
        for number, step in enumerate(to_do[0].acts, len(lifting) + 1):
            yield step_part(desk, step, number)
