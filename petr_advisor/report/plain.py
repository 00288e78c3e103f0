"""Conclusions and explanations as plain text, for a pipe, a screen reader or a mail."""

from collections.abc import Iterator
from datetime import date
from typing import get_args

from petr_advisor.consultation import Consultation, read_up_to
from petr_advisor.duties import DutyOutcome
from petr_advisor.explaining.clash_words import answers_of
from petr_advisor.explanations import Explanation, entity_name
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.law import Norm
from petr_advisor.knowledge.options import Merit
from petr_advisor.knowledge.rules import DutyKind
from petr_advisor.knowledge.texts import Language
from petr_advisor.outcomes import (
    CureOutcome,
    OptionOutcome,
    QuestionOutcome,
    RequirementOutcome,
    StepOutcome,
    unsettled,
)
from petr_advisor.report.building.questions import answer_in_short
from petr_advisor.report.places import place_name, reference_on, to_check
from petr_advisor.words.voice import REQUIREMENT_SYMBOL, STATUS_SYMBOL, Voice, act_details


def outcomes_text(consultation: Consultation, language: Language) -> str:
    """Write everything that follows from a consultation; from answers that exclude each other, nothing does."""
    voice = Voice(language, in_print=False)
    lines = [voice.phrase("law-of", day=consultation.as_of)]
    lines += [voice.say(later)] if (later := read_up_to(consultation.as_of)) else []
    if consultation.clashes:
        return "\n".join([*lines, "", *clash_lines(consultation, language)]) + "\n"
    for outcome in consultation.outcomes:
        lines += ["", *_question(consultation, outcome, voice)]
    lines += _duties(consultation, voice)
    pending = [f"  ? {voice.say(q.text)}" for q in consultation.agenda.questions if q.tier == 1]
    pending += [f"  ? {_fact_name(consultation, fact, of, voice)}" for fact, of in unsettled(consultation)]
    if pending:
        lines += ["", voice.phrase("settle"), *pending]
    return "\n".join(lines) + "\n"


def clash_lines(consultation: Consultation, language: Language) -> Iterator[str]:
    """Write the answers that exclude each other, and what to check."""
    voice = Voice(language, in_print=False)
    yield voice.phrase("clash.held-back")
    for clash in consultation.clashes:
        places = f" [{articles(consultation.base, clash.norms, voice)}]" if clash.norms else ""
        yield f"! {voice.say(clash.message)}{places}"
        yield f"    {voice.label('clash.to-check')}"
        yield from (f"    - {voice.say(answer)}" for answer in answers_of(consultation, clash))


def _fact_name(consultation: Consultation, fact: str, of: str | None, voice: Voice) -> str:
    kind = consultation.base.facts[fact]
    owner = f" ({entity_name(consultation, kind.of or '', of)})" if of else ""
    return f"{voice.say(kind.label)}{owner}"


def _question(consultation: Consultation, outcome: QuestionOutcome, voice: Voice) -> Iterator[str]:
    question = consultation.base.key_questions[outcome.id]
    title = voice.say(question.text)
    yield title
    yield "=" * min(len(title), 78)
    short = answer_in_short(consultation, outcome, voice.language)
    yield f"→ {short.decision}"
    if short.explanation:
        yield f"  {short.explanation}"
    if question.together and len(outcome.routes) > 1:
        yield voice.say(question.together)
    previous: OptionOutcome | None = None
    place = 0
    for route in outcome.routes:
        tied = previous is not None and route.rank == previous.rank and route.rank[0] == 0
        place = place if tied else place + 1
        yield from _option(consultation, route, voice, place, tied=tied)
        previous = route
    staying = [found for found in outcome.staying if found.status not in {"closed", "not_in_force"}]
    if staying:
        yield ""
        favoured = all(route.rank > min(option.rank for option in staying) for route in outcome.routes)
        yield f"— {voice.phrase('explain.staying-first' if favoured else 'explain.staying')} —"
        for option in staying:
            yield from _option(consultation, option, voice, None, tied=False)
    if outcome.absent:
        yield ""
        yield f"— {voice.phrase('absent')} —"
        for key, days in outcome.absent:
            yield f"  · {voice.say(consultation.base.options[key].title)} ({voice.period(days)})"


def _option(
    consultation: Consultation, found: OptionOutcome, voice: Voice, place: int | None, *, tied: bool
) -> Iterator[str]:
    rank = "" if place is None or found.rank[0] or found.status == "undetermined" else f"{place}. "
    tie = f" ({voice.phrase('tied')})" if tied else ""
    mark = f" {STATUS_SYMBOL['disputed']}" if found.disputed else ""
    yield ""
    yield (
        f"{STATUS_SYMBOL[found.status]} {rank}{voice.say(found.option.title)} — {voice.status(found.status)}{mark}{tie}"
    )
    if found.status in {"closed", "not_in_force"}:
        for requirement in found.requirements:
            if requirement.state == "unmet":
                yield from _requirement(consultation, requirement, voice)
        return
    yield f"  {voice.say(found.option.summary)}"
    yield from _titled("requires", voice, [
        line for requirement in found.requirements for line in _requirement(consultation, requirement, voice)
    ])  # fmt: skip
    yield from _titled("merits", voice, [_merit(merit.merit, voice) for merit in found.merits if merit.holds])
    steps = enumerate(found.steps, 1)
    yield from _titled("steps", voice, [
        line for number, step in steps for line in _step(consultation, step, number, voice)
    ])  # fmt: skip
    yield from _titled("site-disputed", voice, [
        line for d in found.disputed for line in _disputed(consultation, d.point, d.statuses, voice)
    ])  # fmt: skip
    yield from _titled(
        "site-to-check", voice, [f"    - {voice.say(text)}" for text in to_check(consultation.base, found)]
    )
    places = articles(consultation.base, found.option.norms, voice, consultation.as_of)
    yield f"  {voice.label('explain.sureness')} {voice.confidence(found.confidence)} [{places}]"


def _titled(title: str, voice: Voice, lines: list[str]) -> Iterator[str]:
    """Give some lines under their title, or nothing when there is none."""
    if lines:
        yield f"  {voice.phrase(title)}"
        yield from lines


def _merit(merit: Merit, voice: Voice) -> str:
    return f"    {'+' if merit.for_ else '−'} {voice.say(merit.text)} ({voice.weight(merit.weight)})"


def _requirement(consultation: Consultation, found: RequirementOutcome, voice: Voice) -> Iterator[str]:
    word = voice.requirement(found.state)
    places = articles(consultation.base, found.requirement.norms, voice, consultation.as_of)
    yield f"    {REQUIREMENT_SYMBOL[found.state]} {voice.say(found.requirement.title)} — {word} [{places}]"
    if found.state in {"unmet", "unknown"}:
        for cure in found.cures:
            if cure.in_force and cure.available is not False:
                yield f"        → {_cure(consultation, cure, voice)}"


def _cure(consultation: Consultation, found: CureOutcome, voice: Voice) -> str:
    cure = found.cure
    return f"{voice.say(cure.title)} ({voice.listed(act_details(consultation.base, cure))})"


def _step(consultation: Consultation, found: StepOutcome, number: int, voice: Voice) -> Iterator[str]:
    step, base = found.step, consultation.base
    details = [voice.say(base.majorities[step.majority].label)] if step.majority else []
    if found.deadline:
        details.append(voice.phrase("by-day", day=found.deadline))
    elif step.deadline and step.deadline.text:
        details.append(voice.say(step.deadline.text))
    details += [voice.silence(step.silence)] if step.silence else []
    details += [voice.phrase("depends")] if found.needed is None else []
    more = f" ({voice.listed(details)})" if details else ""
    who, places = voice.say(base.actors[step.who].label), articles(base, step.norms, voice, consultation.as_of)
    yield f"    {number}. {who} — {voice.say(step.does)}{more} [{places}]"
    if step.note:
        yield f"       {voice.say(step.note)}"


def _disputed(
    consultation: Consultation, point: str, statuses: tuple[tuple[str, frozenset[str]], ...], voice: Voice
) -> Iterator[str]:
    found = consultation.base.disputed[point]
    yield f"    {STATUS_SYMBOL['disputed']} {voice.say(found.question)}"
    for reading, possible in statuses:
        words = ", ".join(voice.status(status) for status in sorted(possible))
        yield f"        - {voice.say(found.readings[reading].statement)} → {words}"
    yield f"        {voice.label('prudent-course')} {voice.say(found.prudent_course)}"
    yield f"        {voice.label('whom-to-ask')} {voice.say(found.ask)}"


def _duties(consultation: Consultation, voice: Voice) -> Iterator[str]:
    """Give the duties: those of the case as a whole, those of each option, then those of other readings."""
    for options, group in duty_groups(consultation):
        titles = " / ".join(voice.say(consultation.base.options[key].title) for key in options)
        yield ""
        yield voice.phrase("explain.duties") if not options else f"{voice.label('explain.if-chosen')} {titles}"
        yield from (line for duty in group for line in _duty(consultation, duty, voice))
    if consultation.duties_otherwise:
        yield ""
        yield f"{STATUS_SYMBOL['disputed']} {voice.phrase('otherwise')}"
        for duty in consultation.duties_otherwise:
            yield from _duty(consultation, duty, voice)


def duty_groups(consultation: Consultation) -> list[tuple[tuple[str, ...], list[DutyOutcome]]]:
    """Group duties by the options in play on whose way they arise, those of the whole case first; then by kind."""
    order = get_args(DutyKind)
    routes = [route for outcome in consultation.outcomes for route in (*outcome.routes, *outcome.staying)]
    live = [route.id for route in routes if not route.rank[0]]
    groups: dict[tuple[str, ...], list[DutyOutcome]] = {}
    for duty in sorted(consultation.duties, key=lambda duty: order.index(duty.rule.duty or "obligation")):
        groups.setdefault(tuple(key for key in live if key in duty.rule.options), []).append(duty)
    return sorted(groups.items(), key=lambda group: (len(group[0]) > 0, [live.index(key) for key in group[0]]))


def _duty(consultation: Consultation, found: DutyOutcome, voice: Voice) -> Iterator[str]:
    rule, base = found.rule, consultation.base
    if rule.duty is None or rule.to is None:
        return
    actor = voice.say(base.actors[rule.who].label) if rule.who else ""
    who = entity_name(consultation, rule.for_each or "", found.of) if found.of else actor
    details = []
    if found.deadline:
        details.append(voice.phrase("by-day", day=found.deadline))
    elif rule.deadline and rule.deadline.text:
        details.append(voice.say(rule.deadline.text))
    details += [voice.phrase("presumed")] if found.presumed else []
    more = f" ({voice.listed(details)})" if details else ""
    places = articles(base, rule.norms, voice, consultation.as_of)
    yield f"  - {voice.duty(rule.duty)} · {who} — {voice.say(rule.to)}{more} [{places}]"
    for text in (rule.consequence, rule.precaution):
        if text is not None:
            yield f"      {voice.say(text)}"
    for reading in found.disputed:
        point = base.disputed[reading.point]
        yield f"      {STATUS_SYMBOL['disputed']} {voice.say(point.readings[reading.reading].statement)}"


def explanation_text(explanation: Explanation, base: KnowledgeBase, language: Language, depth: int = 0) -> str:
    """Write a tree of explanation, one sentence a line."""
    voice = Voice(language, in_print=False)
    origin = f" ({voice.origin(explanation.origin)})" if explanation.origin else ""
    places = f" [{articles(base, explanation.norms, voice)}]" if explanation.norms else ""
    lines = [f"{'  ' * depth}{'- ' if depth else ''}{voice.say(explanation.text)}{origin}{places}"]
    lines += [explanation_text(child, base, language, depth + 1) for child in explanation.children]
    return "\n".join(lines)


def norm_text(base: KnowledgeBase, key: str, language: Language) -> str:
    """Write the sheet of a norm: what it says, where, when, how sure."""
    voice = Voice(language, in_print=False)
    norm = base.norms[key]
    lines = [
        voice.say(norm.statement),
        f"  {source_line(base, norm, voice)}",
        f"  {voice.period(norm.in_force)}",
    ]
    lines.append(f"  {voice.confidence(norm.confidence)} · {voice.reading(norm.reading)}")
    lines += [f"  {voice.label('site-to-check')} {voice.say(norm.check)}"] if norm.check else []
    lines += [f"  {voice.say(norm.note)}"] if norm.note else []
    return "\n".join(lines)


def source_line(base: KnowledgeBase, norm: Norm, voice: Voice) -> str:
    """Name the sources of a norm, with their paragraphs."""
    return "; ".join(
        voice.say(base.sources[reference.id].title) + (f", {reference.paragraph}" if reference.paragraph else "")
        for reference in norm.sources
    )


def articles(base: KnowledgeBase, norms: tuple[str, ...], voice: Voice, on: date | None = None) -> str:
    """Name in short the places of some norms: in the texts in force on a day, where there is one."""
    cited = [norm for key in norms if (norm := base.norms[key]).sources]
    references = (reference_on(base, norm, on) if on else norm.sources[0] for norm in cited)
    return voice.listed(dict.fromkeys(place_name(base, each, voice) for each in references))
