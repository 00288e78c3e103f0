"""Conclusions and explanations as plain text, for a pipe, a screen reader or a mail."""

from collections.abc import Iterator
from datetime import date

from petr_advisor.consultation import Consultation
from petr_advisor.duties import DutyOutcome
from petr_advisor.explaining.clash_words import HELD_BACK, TO_CHECK, answers_of
from petr_advisor.explanations import Explanation, entity_name
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.law import Norm
from petr_advisor.knowledge.options import Merit
from petr_advisor.knowledge.texts import Language, Text
from petr_advisor.outcomes import (
    CureOutcome,
    OptionOutcome,
    QuestionOutcome,
    RequirementOutcome,
    StepOutcome,
    unsettled,
)
from petr_advisor.report.building.questions import answer_in_short
from petr_advisor.report.places import plain_name, reference_on, to_check
from petr_advisor.wording import (
    CONFIDENCE,
    DUTY,
    ORIGIN,
    READING,
    REQUIREMENT_SYMBOL,
    REQUIREMENT_WORD,
    SILENCE,
    STATUS_SYMBOL,
    STATUS_WORD,
    WEIGHT,
    day,
    listed,
    period,
    read_up_to,
)

_PHRASES = {
    "requirements": Text(fr="Conditions", en="Requirements"),
    "merits": Text(fr="Pour et contre", en="For and against"),
    "steps": Text(fr="Étapes", en="Steps"),
    "disputed": Text(fr="Points discutés", en="Disputed points"),
    "duties": Text(fr="Obligations, facultés et risques", en="Duties, options left and risks"),
    "if_chosen": Text(fr="Si vous retenez", en="If you choose"),
    "otherwise": Text(fr="Selon une autre lecture d’un point discuté", en="Under another reading of a disputed point"),
    "settle": Text(fr="Points à éclaircir", en="Points to settle"),
    "staying": Text(fr="Pour comparaison, rester comme aujourd’hui", en="For comparison, staying as you are"),
    "staying_first": Text(
        fr="Rester comme aujourd’hui : ce que les arguments favorisent ici",
        en="Staying as you are: what the arguments favour here",
    ),
    "absent": Text(fr="N’existent pas à cette date", en="Do not exist at this date"),
    "presumed": Text(fr="présumé, exception à vérifier", en="presumed, an exception to check"),
    "if": Text(fr="selon le cas", en="depending on the case"),
    "by": Text(fr="au plus tard le", en="by"),
    "check": Text(fr="À vérifier", en="To check"),
    "prudent": Text(fr="Conduite prudente", en="Prudent course"),
    "whom": Text(fr="Qui interroger", en="Whom to ask"),
    "tie": Text(fr="à égalité", en="tied"),
    "law": Text(fr="Droit au", en="Law on"),
    "sure": Text(fr="Sûreté", en="How sure"),
}


def _label(phrase: str, language: Language) -> str:
    """Give a phrase that announces something, with the colon of the language."""
    return _PHRASES[phrase].in_(language) + (" :" if language == "fr" else ":")


def outcomes_text(consultation: Consultation, language: Language) -> str:
    """Write everything that follows from a consultation; from answers that exclude each other, nothing does."""
    lines = [f"{_PHRASES['law'].in_(language)} {day(consultation.as_of, language)}"]
    lines += [later.in_(language)] if (later := read_up_to(consultation.as_of)) else []
    if consultation.clashes:
        return "\n".join([*lines, "", *clash_lines(consultation, language)]) + "\n"
    for outcome in consultation.outcomes:
        lines += ["", *_question(consultation, outcome, language)]
    lines += _duties(consultation, language)
    pending = [f"  ? {q.text.in_(language)}" for q in consultation.agenda.questions if q.tier == 1]
    pending += [f"  ? {_fact_name(consultation, fact, of, language)}" for fact, of in unsettled(consultation)]
    if pending:
        lines += ["", _PHRASES["settle"].in_(language), *pending]
    return "\n".join(lines) + "\n"


def clash_lines(consultation: Consultation, language: Language) -> Iterator[str]:
    """Write the answers that exclude each other, and what to check."""
    yield HELD_BACK.in_(language)
    for clash in consultation.clashes:
        places = f" [{articles(consultation.base, clash.norms, language)}]" if clash.norms else ""
        yield f"! {clash.message.in_(language)}{places}"
        yield f"    {TO_CHECK.in_(language)}{' :' if language == 'fr' else ':'}"
        yield from (f"    - {answer.in_(language)}" for answer in answers_of(consultation, clash))


def _fact_name(consultation: Consultation, fact: str, of: str | None, language: Language) -> str:
    kind = consultation.base.facts[fact]
    owner = f" ({entity_name(consultation, kind.of or '', of)})" if of else ""
    return f"{kind.label.in_(language)}{owner}"


def _question(consultation: Consultation, outcome: QuestionOutcome, language: Language) -> Iterator[str]:
    question = consultation.base.key_questions[outcome.id]
    title = question.text.in_(language)
    yield title
    yield "=" * min(len(title), 78)
    short = answer_in_short(consultation, outcome, language)
    yield f"→ {short.decision}"
    if short.explanation:
        yield f"  {short.explanation}"
    if question.together and len(outcome.routes) > 1:
        yield question.together.in_(language)
    previous: OptionOutcome | None = None
    place = 0
    for route in outcome.routes:
        tied = previous is not None and route.rank == previous.rank and route.rank[0] == 0
        place = place if tied else place + 1
        yield from _option(consultation, route, language, place, tied=tied)
        previous = route
    staying = [found for found in outcome.staying if found.status not in {"closed", "not_in_force"}]
    if staying:
        yield ""
        favoured = all(route.rank > min(option.rank for option in staying) for route in outcome.routes)
        yield f"— {_PHRASES['staying_first' if favoured else 'staying'].in_(language)} —"
        for option in staying:
            yield from _option(consultation, option, language, None, tied=False)
    if outcome.absent:
        yield ""
        yield f"— {_PHRASES['absent'].in_(language)} —"
        for key, days in outcome.absent:
            yield f"  · {consultation.base.options[key].title.in_(language)} ({period(days, language)})"


def _option(
    consultation: Consultation, found: OptionOutcome, language: Language, place: int | None, *, tied: bool
) -> Iterator[str]:
    rank = "" if place is None or found.rank[0] or found.status == "undetermined" else f"{place}. "
    tie = f" ({_PHRASES['tie'].in_(language)})" if tied else ""
    mark = f" {STATUS_SYMBOL['disputed']}" if found.disputed else ""
    yield ""
    yield (
        f"{STATUS_SYMBOL[found.status]} {rank}{found.option.title.in_(language)}"
        f" — {STATUS_WORD[found.status].in_(language)}{mark}{tie}"
    )
    if found.status in {"closed", "not_in_force"}:
        for requirement in found.requirements:
            if requirement.state == "unmet":
                yield from _requirement(consultation, requirement, language)
        return
    yield f"  {found.option.summary.in_(language)}"
    yield from _titled("requirements", language, [
        line for requirement in found.requirements for line in _requirement(consultation, requirement, language)
    ])  # fmt: skip
    yield from _titled("merits", language, [_merit(merit.merit, language) for merit in found.merits if merit.holds])
    steps = enumerate(found.steps, 1)
    yield from _titled("steps", language, [
        line for number, step in steps for line in _step(consultation, step, number, language)
    ])  # fmt: skip
    yield from _titled("disputed", language, [
        line for d in found.disputed for line in _disputed(consultation, d.point, d.statuses, language)
    ])  # fmt: skip
    yield from _titled(
        "check", language, [f"    - {text.in_(language)}" for text in to_check(consultation.base, found)]
    )
    places = articles(consultation.base, found.option.norms, language, consultation.as_of)
    yield f"  {_label('sure', language)} {CONFIDENCE[found.confidence].in_(language)} [{places}]"


def _titled(phrase: str, language: Language, lines: list[str]) -> Iterator[str]:
    """Give some lines under their title, or nothing when there is none."""
    if lines:
        yield f"  {_PHRASES[phrase].in_(language)}"
        yield from lines


def _merit(merit: Merit, language: Language) -> str:
    return f"    {'+' if merit.for_ else '−'} {merit.text.in_(language)} ({WEIGHT[merit.weight].in_(language)})"


def _requirement(consultation: Consultation, found: RequirementOutcome, language: Language) -> Iterator[str]:
    word = REQUIREMENT_WORD[found.state].in_(language)
    places = articles(consultation.base, found.requirement.norms, language, consultation.as_of)
    yield f"    {REQUIREMENT_SYMBOL[found.state]} {found.requirement.title.in_(language)} — {word} [{places}]"
    if found.state in {"unmet", "unknown"}:
        for cure in found.cures:
            if cure.in_force and cure.available is not False:
                yield f"        → {_cure(consultation, cure, language)}"


def _cure(consultation: Consultation, found: CureOutcome, language: Language) -> str:
    cure = found.cure
    details = [consultation.base.actors[cure.who].label.in_(language)]
    details += [consultation.base.majorities[cure.majority].label.in_(language)] if cure.majority else []
    details += [cure.within.in_(language)] if cure.within else []
    details += [SILENCE[cure.silence].in_(language)] if cure.silence else []
    return f"{cure.title.in_(language)} ({listed(details, language)})"


def _step(consultation: Consultation, found: StepOutcome, number: int, language: Language) -> Iterator[str]:
    step, base = found.step, consultation.base
    details = [base.majorities[step.majority].label.in_(language)] if step.majority else []
    if found.deadline:
        details.append(f"{_PHRASES['by'].in_(language)} {day(found.deadline, language)}")
    elif step.deadline and step.deadline.text:
        details.append(step.deadline.text.in_(language))
    details += [SILENCE[step.silence].in_(language)] if step.silence else []
    details += [_PHRASES["if"].in_(language)] if found.needed is None else []
    more = f" ({listed(details, language)})" if details else ""
    who, places = base.actors[step.who].label.in_(language), articles(base, step.norms, language, consultation.as_of)
    yield f"    {number}. {who} — {step.does.in_(language)}{more} [{places}]"
    if step.note:
        yield f"       {step.note.in_(language)}"


def _disputed(
    consultation: Consultation, point: str, statuses: tuple[tuple[str, frozenset[str]], ...], language: Language
) -> Iterator[str]:
    found = consultation.base.disputed[point]
    yield f"    {STATUS_SYMBOL['disputed']} {found.question.in_(language)}"
    for reading, possible in statuses:
        words = ", ".join(STATUS_WORD[status].in_(language) for status in sorted(possible))
        yield f"        - {found.readings[reading].statement.in_(language)} → {words}"
    yield f"        {_label('prudent', language)} {found.prudent_course.in_(language)}"
    yield f"        {_label('whom', language)} {found.ask.in_(language)}"


def _duties(consultation: Consultation, language: Language) -> Iterator[str]:
    """Give the duties: those of the case as a whole, those of each option, then those of other readings."""
    for options, group in duty_groups(consultation):
        titles = " / ".join(consultation.base.options[key].title.in_(language) for key in options)
        yield ""
        yield _PHRASES["duties"].in_(language) if not options else f"{_label('if_chosen', language)} {titles}"
        yield from (line for duty in group for line in _duty(consultation, duty, language))
    if consultation.duties_otherwise:
        yield ""
        yield f"{STATUS_SYMBOL['disputed']} {_PHRASES['otherwise'].in_(language)}"
        for duty in consultation.duties_otherwise:
            yield from _duty(consultation, duty, language)


def duty_groups(consultation: Consultation) -> list[tuple[tuple[str, ...], list[DutyOutcome]]]:
    """Group duties by the options in play on whose way they arise, those of the whole case first; then by kind."""
    order = list(DUTY)
    routes = [route for outcome in consultation.outcomes for route in (*outcome.routes, *outcome.staying)]
    live = [route.id for route in routes if not route.rank[0]]
    groups: dict[tuple[str, ...], list[DutyOutcome]] = {}
    for duty in sorted(consultation.duties, key=lambda duty: order.index(duty.rule.duty or "obligation")):
        groups.setdefault(tuple(key for key in live if key in duty.rule.options), []).append(duty)
    return sorted(groups.items(), key=lambda group: (len(group[0]) > 0, [live.index(key) for key in group[0]]))


def _duty(consultation: Consultation, found: DutyOutcome, language: Language) -> Iterator[str]:
    rule, base = found.rule, consultation.base
    if rule.duty is None or rule.to is None:
        return
    actor = base.actors[rule.who].label.in_(language) if rule.who else ""
    who = entity_name(consultation, rule.for_each or "", found.of) if found.of else actor
    details = []
    if found.deadline:
        details.append(f"{_PHRASES['by'].in_(language)} {day(found.deadline, language)}")
    elif rule.deadline and rule.deadline.text:
        details.append(rule.deadline.text.in_(language))
    details += [_PHRASES["presumed"].in_(language)] if found.presumed else []
    more = f" ({listed(details, language)})" if details else ""
    places = articles(base, rule.norms, language, consultation.as_of)
    yield f"  - {DUTY[rule.duty].in_(language)} · {who} — {rule.to.in_(language)}{more} [{places}]"
    for text in (rule.consequence, rule.precaution):
        if text is not None:
            yield f"      {text.in_(language)}"
    for reading in found.disputed:
        point = base.disputed[reading.point]
        yield f"      {STATUS_SYMBOL['disputed']} {point.readings[reading.reading].statement.in_(language)}"


def explanation_text(explanation: Explanation, base: KnowledgeBase, language: Language, depth: int = 0) -> str:
    """Write a tree of explanation, one sentence a line."""
    origin = f" ({ORIGIN[explanation.origin].in_(language)})" if explanation.origin else ""
    places = f" [{articles(base, explanation.norms, language)}]" if explanation.norms else ""
    lines = [f"{'  ' * depth}{'- ' if depth else ''}{explanation.text.in_(language)}{origin}{places}"]
    lines += [explanation_text(child, base, language, depth + 1) for child in explanation.children]
    return "\n".join(lines)


def norm_text(base: KnowledgeBase, key: str, language: Language) -> str:
    """Write the sheet of a norm: what it says, where, when, how sure."""
    norm = base.norms[key]
    lines = [
        norm.statement.in_(language),
        f"  {source_line(base, norm, language)}",
        f"  {period(norm.in_force, language)}",
    ]
    lines.append(f"  {CONFIDENCE[norm.confidence].in_(language)} · {READING[norm.reading].in_(language)}")
    lines += [f"  {_label('check', language)} {norm.check.in_(language)}"] if norm.check else []
    lines += [f"  {norm.note.in_(language)}"] if norm.note else []
    return "\n".join(lines)


def source_line(base: KnowledgeBase, norm: Norm, language: Language) -> str:
    """Name the sources of a norm, with their paragraphs."""
    return "; ".join(
        base.sources[reference.id].title.in_(language) + (f", {reference.paragraph}" if reference.paragraph else "")
        for reference in norm.sources
    )


def articles(base: KnowledgeBase, norms: tuple[str, ...], language: Language, on: date | None = None) -> str:
    """Name in short the places of some norms: in the texts in force on a day, where there is one."""
    cited = [norm for key in norms if (norm := base.norms[key]).sources]
    references = (reference_on(base, norm, on) if on else norm.sources[0] for norm in cited)
    return listed(list(dict.fromkeys(plain_name(base, each, language) for each in references)), language)
