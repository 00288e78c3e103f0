"""The answer to a key question: what a council could vote on, the decisive reasons, the first steps, how sure it is."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.outcomes import OptionOutcome, QuestionOutcome
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.options import absent_parts, cure_steps, option_parts, step_part, steps_on_points
from petr_advisor.documents.building.proofs import proofs
from petr_advisor.documents.model_options import OptionPart, QuestionPart, Reason, StepPart, Verdict
from petr_advisor.knowledge.law import CONFIDENCE_ORDER
from petr_advisor.knowledge.options import KeyQuestion
from petr_advisor.words.texts import Language
from petr_advisor.words.typography import full_stop, no_capital

LIVE = frozenset({"open", "conditional"})
DECISIVE_REASONS = 3
FIRST_STEPS = 3
MAX_POINTS = 3
"""How many points are named in a sentence; a list further on has them all."""


def question_part(desk: Desk, outcome: QuestionOutcome, *, proved: bool = True) -> QuestionPart:
    """Answer a key question, with or without the proofs."""
    verdict, retained = judge(desk, outcome)
    options = tuple(option_parts(desk, outcome))
    kept = [part for key in retained for part in options if part.id == key]
    question = desk.base.key_questions[outcome.id]
    explanation = (_explanation(desk, verdict, outcome, kept), _together(desk, question, kept))
    return QuestionPart(
        id=outcome.id,
        title=desk.say(question.title),
        text=desk.say(question.text),
        verdict=verdict,
        decision=_decision(desk, verdict, outcome, retained),
        explanation=" ".join(filter(None, explanation)),
        reasons=tuple(islice(_reasons(desk, verdict, options, kept), DECISIVE_REASONS)),
        sureness=_sureness(desk, kept),
        next_steps=tuple(islice(_next_steps(desk, outcome, retained), FIRST_STEPS)),
        to_lift=tuple(step for key in retained if (o := outcome.option(key)) for step in cure_steps(desk, o)),
        retained=retained,
        options=options,
        absent=absent_parts(desk, outcome),
        proofs=tuple(proofs(desk, outcome, retained)) if proved else (),
    )


class ShortAnswer(NamedTuple):
    """What a document begins with."""

    decision: str
    """The answer, as a sentence to vote on."""
    explanation: str | None
    """What it means; none where the sentence says it all."""
    reasons: tuple[Reason, ...]
    """The decisive reasons, three at most."""


def answer_in_short(consultation: Consultation, outcome: QuestionOutcome, language: Language) -> ShortAnswer:
    """Give the answer to a key question without its parts."""
    desk = Desk(language, consultation=consultation)
    verdict, retained = judge(desk, outcome)
    parts = tuple(option_parts(desk, outcome))
    kept = [part for key in retained for part in parts if part.id == key]
    explanation = None if verdict == "tied" else _explanation(desk, verdict, outcome, kept)
    reasons = tuple(islice(_reasons(desk, verdict, parts, kept), DECISIVE_REASONS))
    return ShortAnswer(_decision(desk, verdict, outcome, retained), explanation, reasons)


def proposed(consultation: Consultation, outcome: QuestionOutcome, language: Language) -> bool:
    """Tell whether the answer to a key question goes on with some option."""
    return bool(judge(Desk(language, consultation=consultation), outcome)[1])


def judge(desk: Desk, outcome: QuestionOutcome) -> tuple[Verdict, tuple[str, ...]]:
    """Say what kind of answer there is, and which options the report goes on with."""
    chosen = desk.consultation.state.chosen.get(outcome.id)
    if desk.consultation.clashes:
        return "conflict", ()
    if chosen is not None and outcome.option(chosen):
        return "chosen", (chosen,)
    staying = [option for option in outcome.staying if option.status in LIVE]
    best = outcome.routes[0] if outcome.routes else None
    if best is None or best.rank[0] or best.recommended is False:
        return ("stay", tuple(option.id for option in staying[:1])) if staying else ("none", ())
    if best.status not in LIVE or best.recommended is None:
        return "undecided", ()
    preferred = min(staying, key=lambda option: option.rank, default=None)
    leading = preferred if preferred is not None and preferred.rank < best.rank else best
    rival = _rival(outcome, leading)
    if rival is not None and _at_best(rival)[:-1] < leading.rank[:-1]:
        return "undecided", ()
    if leading is preferred:
        return "stay", (preferred.id,)
    tied = [route.id for route in outcome.routes if route.rank == best.rank]
    return ("recommended", (best.id,)) if len(tied) == 1 else ("tied", tuple(tied))


def _rival(outcome: QuestionOutcome, leading: OptionOutcome | None) -> OptionOutcome | None:
    """Find the undetermined route that would pass before the leading one if what is unknown were favourable."""
    held = leading.id if leading else None  # a way is no rival of itself
    waiting = [route for route in outcome.routes if route.status == "undetermined" and route.id != held]
    best = min(waiting, key=_at_best, default=None)
    return best if best is not None and (leading is None or _at_best(best) < leading.rank) else None


def _at_best(option: OptionOutcome) -> tuple[int, ...]:
    """Give the rank an option would have if what is unknown were favourable."""
    status = next((status for status in ("open", "conditional") if status in option.statuses), "undetermined")
    return replace(option, statuses=frozenset({status})).rank


def _decision(desk: Desk, verdict: Verdict, outcome: QuestionOutcome, retained: tuple[str, ...]) -> str:
    options = [found for key in retained if (found := outcome.option(key))]
    match verdict:
        case "recommended" | "stay":
            return desk.proposal(options[0].option.title)
        case "chosen":
            return desk.phrase("decision-chosen", option=desk.quoted(options[0].option.title))
        case "tied":
            titles = desk.listed(desk.quoted(found.option.title) for found in options)
            together = desk.base.key_questions[outcome.id].together is not None
            return desk.phrase("decision-together" if together else "decision-tied", n=len(options), options=titles)
        case "undecided":
            return desk.phrase("decision-undecided")
        case "none":
            return desk.phrase("decision-none")
    return desk.phrase("decision-conflict")


def _explanation(desk: Desk, verdict: Verdict, outcome: QuestionOutcome, kept: list[OptionPart]) -> str | None:
    """Say what the answer means; none where there is nothing to add to it."""
    if verdict == "conflict":
        return desk.phrase("explain-conflict")
    if not kept:
        return _unsettled(desk, verdict, outcome)
    if verdict == "tied":
        return None if desk.base.key_questions[outcome.id].together else desk.phrase("explain-tied")
    first = kept[0]
    applied = [r for r in first.requirements if r.state != "not_applicable"]
    lines = [desk.phrase("explain-stay")] if verdict == "stay" else []
    if first.status == "open" and verdict != "stay":
        lines.append(desk.phrase("explain-open" if len(applied) > 1 else "explain-open-one", n=len(applied)))
    elif first.status == "conditional":
        lacking_titles = desk.listed(no_capital(r.title) for r in first.requirements if r.state == "unmet")
        lines.append(desk.phrase("explain-conditional", lacking=lacking_titles))
    elif first.status in {"closed", "not_in_force", "undetermined"}:
        lines.append(desk.phrase(f"explain-{first.status.replace('_', '-')}"))
    lines += [desk.phrase("explain-disputed")] if first.disputed else []
    rival = _rival(outcome, outcome.option(first.id))
    lines += [desk.phrase("explain-rival", option=desk.quoted(rival.option.title))] if rival else []
    return " ".join(lines) or None


def _together(desk: Desk, question: KeyQuestion, kept: list[OptionPart]) -> str:
    """Say how the options of a key question go together, once one of them is proposed."""
    return desk.say(question.together) if question.together and kept else ""


def _unsettled(desk: Desk, verdict: Verdict, outcome: QuestionOutcome) -> str:
    """Say what the answer waits for, and what is open meanwhile."""
    if verdict == "none":
        return desk.phrase("explain-none")
    open_ways = [option for option in (*outcome.staying, *outcome.routes) if option.status in LIVE]
    live = min(open_ways, key=lambda option: option.rank, default=None)
    rival = _rival(outcome, None)
    lacking = [found for found in rival.requirements if found.state == "unknown"] if rival else []
    points = desk.listed(no_capital(desk.say(found.requirement.title)) for found in lacking[:MAX_POINTS])
    lines = [desk.phrase("explain-settle")]
    if rival and points:
        title = desk.quoted(rival.option.title)
        lines = [desk.phrase("explain-undecided", option=title, points=points)]
    if live:
        lines.append(desk.phrase("explain-meanwhile", option=desk.quoted(live.option.title)))
    return " ".join(lines)


def _reasons(desk: Desk, verdict: Verdict, options: tuple[OptionPart, ...], kept: list[OptionPart]) -> Iterator[Reason]:
    """Give the decisive reasons, the weightiest first: arguments, the law that opens the way, why not the others."""
    if verdict == "tied":
        yield from (_reason_of_tied(desk, part) for part in kept)
        return
    first = kept[0] if kept else None
    pleas = [merit for merit in first.merits if merit.favours] if first else []
    for merit in pleas[: DECISIVE_REASONS - 1]:
        yield Reason(text=full_stop(merit.text), citations=merit.citations)
    if first is not None and first.status == "open" and verdict != "stay":
        met = [found for found in first.requirements if found.state == "met"]
        titles = desk.listed(no_capital(found.title) for found in met[:3])
        citations = tuple({c.place: c for found in met[:3] for c in found.citations}.values())
        if met:
            yield Reason(text=full_stop(desk.phrase("reason-open", conditions=titles)), citations=citations)
    if verdict == "stay" and first is not None:
        yield Reason(text=first.summary, citations=first.citations)
        yield from _drawbacks(desk, options)
    yield from _closed(desk, options)
    if first is not None and verdict != "stay":
        yield from _drawbacks(desk, tuple(part for part in options if part.id != first.id))


def _reason_of_tied(desk: Desk, part: OptionPart) -> Reason:
    merit = next((merit for merit in part.merits if merit.favours), None) or next(iter(part.merits), None)
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


def _closed(desk: Desk, options: tuple[OptionPart, ...]) -> Iterator[Reason]:
    """Say why other ways are closed, those that lack least first."""
    failed = [(part, [r for r in part.requirements if r.state == "unmet"]) for part in options if part.kind == "route"]
    shut = [(part, unmet) for part, unmet in failed if part.status == "closed" and unmet]
    for part, unmet in sorted(shut, key=lambda pair: len(pair[1])):
        without_cure = (found for found in unmet if not any(cure.state == "available" for cure in found.cures))
        lacking = next(without_cure, unmet[0])
        text = desk.phrase("reason-closed", option=part.title, lacking=no_capital(lacking.title))
        yield Reason(text=full_stop(text), citations=lacking.citations)


def _next_steps(desk: Desk, outcome: QuestionOutcome, retained: tuple[str, ...]) -> Iterator[StepPart]:
    """Give the first acts: those that lift the conditions, then the steps of the way."""
    found = outcome.option(retained[0]) if len(retained) == 1 else None
    if found is None:
        return
    lifting = tuple(cure_steps(desk, found))
    yield from lifting
    for number, step in enumerate(found.acts, len(lifting) + 1):
        yield step_part(desk, step, number)


def _sureness(desk: Desk, kept: list[OptionPart]) -> str:
    """Say how sure the answer is: as the least sure norm, and less so on a disputed point."""
    if not kept:
        return desk.phrase("sure-nothing")
    least = max(kept, key=lambda part: CONFIDENCE_ORDER.index(part.confidence)).confidence
    lines = [desk.phrase(f"sure-{least}")]
    if any(part.disputed for part in kept):
        lines.append(desk.phrase("sure-disputed"))
    elif steps_on_points(desk, [part.id for part in kept]):
        lines.append(desk.phrase("sure-steps"))
    lines += [desk.phrase("sure-undetermined")] if any(part.status == "undetermined" for part in kept) else []
    return " ".join(lines)
