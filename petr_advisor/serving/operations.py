"""What another program can ask of a case: each a function from a request to a reply, which changes nothing."""

from collections.abc import Callable
from typing import Any

from petr_advisor.consulting.consultation import Consultation, read_up_to
from petr_advisor.consulting.outcomes import OptionOutcome
from petr_advisor.documents.build import Extent, build, extent_of
from petr_advisor.documents.building.breaking import breach_parts, term_parts
from petr_advisor.documents.settings import Adviser, usual_settings
from petr_advisor.documents.sheets import explanation_text
from petr_advisor.documents.texts import comparison_text, plan_text
from petr_advisor.documents.writing import render
from petr_advisor.explaining.comparing.comparison import compare
from petr_advisor.explaining.explanations import Explanation, clash_text, how, why, why_not
from petr_advisor.knowledge.problems import unknown
from petr_advisor.planning.settings import PlanSettings
from petr_advisor.serving.asked import (
    HowRequest,
    PlanRequest,
    ReportRequest,
    Request,
    SearchRequest,
    WhatIfRequest,
    WhyNotRequest,
    WhyRequest,
)
from petr_advisor.serving.conclusions import Conclusion, status_of
from petr_advisor.serving.law_search import search
from petr_advisor.serving.replies import (
    Conclusions,
    CourseReply,
    Document,
    ExplanationReply,
    NextReply,
    OutcomesReply,
    PlanReply,
    SearchReply,
    WhatIfReply,
)
from petr_advisor.serving.taking import Desk, RequestError, Taken, case_form, today, with_answers
from petr_advisor.serving.teller import Teller
from petr_advisor.serving.told import OptionChangeTold
from petr_advisor.words.texts import Language


def next_question(desk: Desk, request: Request) -> NextReply:
    """Take what is said, and tell what to ask next."""
    taken = desk.take(request)
    teller = Teller.of(taken.consultation, request.lang)
    agenda = taken.consultation.agenda
    decisive = agenda.left(1)
    question = teller.question(agenda.first)
    told = {
        "next_question": question,
        "decisive_left": decisive,
        "provisional": decisive > 0 and taken.consultation.left.turning,
    }
    return NextReply(**told, **_common(taken, teller))


def course(desk: Desk, request: Request) -> CourseReply:
    """Tell what is proposed: one answer to each key question, so that together they hold."""
    taken = desk.take(request)
    teller = Teller.of(taken.consultation, request.lang)
    return CourseReply(**_course(taken.consultation, Conclusion(teller)), **_common(taken, teller))


def outcomes(desk: Desk, request: Request) -> OutcomesReply:
    """Tell every option with its status; nothing while answers exclude each other."""
    taken = desk.take(request)
    teller = Teller.of(taken.consultation, request.lang)
    found = Conclusion(teller)
    told = () if taken.consultation.clashes else tuple(map(found.question, taken.consultation.outcomes))
    return OutcomesReply(questions=told, **_common(taken, teller))


def conclude(desk: Desk, request: Request) -> Conclusions:
    """Tell everything that follows from a case, and what to ask next; nothing while answers exclude each other."""
    taken = desk.take(request)
    held, teller = taken.consultation, Teller.of(taken.consultation, request.lang)
    found, clash = Conclusion(teller), bool(taken.consultation.clashes)
    answers = held.state.answers
    told: dict[str, Any] = {
        **_course(held, found),
        "questions": () if clash else tuple(map(found.question, held.outcomes)),
        "duties": () if clash else found.duties(),
        "breaches": () if clash else breach_parts(teller),
        "terms": () if clash else term_parts(teller),
        "unknown": teller.facts(key for key, answer in answers.items() if answer.value is None),
        "supposed": teller.facts(found.supposed),
        "next_question": teller.question(held.next_question),
    }
    return Conclusions(**told, **_common(taken, teller))


def explain_why(desk: Desk, request: WhyRequest) -> ExplanationReply:
    """Tell why a question is asked: what its answer can change."""
    taken = desk.take(request)
    agenda = taken.consultation.agenda
    wanted = (request.fact, request.of)
    asked = next((each for each in agenda.questions if each.key == wanted), None) if request.fact else agenda.first
    if asked is None:
        raise RequestError.of("serving.not-asked", fact=request.fact or "")
    return _explained(taken, why(taken.consultation, asked), request.lang)


def explain_why_not(desk: Desk, request: WhyNotRequest) -> ExplanationReply:
    """Tell why an option is not open: conditions not met, the answers behind them, what mends them."""
    taken = desk.take(request)
    option = _option(taken.consultation, request.option)
    _refuse_clash(taken.consultation)
    return _explained(taken, why_not(taken.consultation, option), request.lang)


def explain_how(desk: Desk, request: HowRequest) -> ExplanationReply:
    """Tell how a conclusion was reached, down to the answers."""
    taken = desk.take(request)
    _refuse_clash(taken.consultation)
    found = how(taken.consultation, request.conclusion)
    if found is None:
        raise RequestError.of("command.no-conclusion", conclusion=request.conclusion)
    return _explained(taken, found, request.lang)


def what_if(desk: Desk, request: WhatIfRequest) -> WhatIfReply:
    """Tell what would change if some answers were others; the case stays as it is."""
    taken = desk.take(request)
    before = taken.consultation
    after = with_answers(before, request.supposing, request.lang)
    teller, other = Teller.of(before, request.lang), Teller.of(after, request.lang)
    found = compare(before, after)
    told: dict[str, Any] = {
        "text": comparison_text(found, request.lang),
        "options": _changes(before, after, teller),
        "course_before": Conclusion(teller).course(),
        "course_after": Conclusion(other).course(),
    }
    common = _common(taken, teller)
    clashes = tuple(dict.fromkeys((*common["conflicts"], *_conflicts(other))))
    return WhatIfReply(**told, **{**common, "norms": {**other.norms(), **common["norms"]}, "conflicts": clashes})


def plan(desk: Desk, request: PlanRequest) -> PlanReply:
    """Tell who does what, at the earliest and at the latest, and which legal dates are in danger."""
    taken = desk.take(request)
    wanted = _wanted(taken.consultation, request)
    teller = Teller.of(taken.consultation, request.lang)
    _refuse_clash(taken.consultation)
    extent = Extent(annexes=False, pictures=False)
    report = build(taken.consultation, request.lang, Adviser(), taken.consultation.as_of, wanted=wanted, extent=extent)
    cited = (found.norm for task in report.roadmap.tasks for found in task.citations) if report.roadmap else ()
    teller.noting(cited)
    told = {"plan": report.roadmap, "why_none": report.no_roadmap}
    text = plan_text(taken.consultation, request.lang, wanted)
    return PlanReply(text=text, **told, **_common(taken, teller))


def report(desk: Desk, request: ReportRequest) -> Document:
    """Give a document, in a format and a size."""
    taken = desk.take(request)
    wanted = _wanted(taken.consultation, request)
    held = taken.consultation
    if wanted.option is not None:
        held = held.choose(held.base.options[wanted.option].answers, wanted.option)
    found = build(
        held,
        request.lang,
        usual_settings(),
        today(),
        territory=request.territory or request.dossier,
        wanted=wanted,
        extent=extent_of(request.size),
    )
    return Document(content=render(found, f".{request.format}"), format=request.format)


def search_law(desk: Desk, request: SearchRequest) -> SearchReply:
    """Find what the rule base says of some words."""
    return search(desk.base, request)


OPERATIONS: dict[str, Callable[[Desk, Any], Any]] = {
    "next-question": next_question,
    "course": course,
    "outcomes": outcomes,
    "conclude": conclude,
    "why": explain_why,
    "why-not": explain_why_not,
    "how": explain_how,
    "what-if": what_if,
    "plan": plan,
    "report": report,
    "search-law": search_law,
}
"""By name."""


def _common(taken: Taken, teller: Teller) -> dict[str, Any]:
    """Give what every reply holds; the last to be made, for it tells the norms that the others cite."""
    notices = [teller.phrase("notice")]
    if (until := read_up_to(taken.consultation.as_of)) is not None:
        notices.append(teller.say(until))
    notices += [teller.phrase("command.set-apart", answer=answer) for answer in taken.set_apart]
    return {
        "case": case_form(taken.consultation),
        "notices": tuple(notices),
        "conflicts": _conflicts(teller),
        "norms": teller.norms(),
    }


def _conflicts(teller: Teller) -> tuple[str, ...]:
    held = teller.consultation
    return tuple(teller.say(clash_text(held, clash)) for clash in held.clashes)


def _refuse_clash(consultation: Consultation) -> None:
    if consultation.clashes:
        raise RequestError.saying(clash_text(consultation, consultation.clashes[0]))


def _course(consultation: Consultation, found: Conclusion) -> dict[str, Any]:
    decisive = consultation.agenda.left(1)
    return {"course": found.course(), "decisive_left": decisive}


def _explained(taken: Taken, found: Explanation, language: Language) -> ExplanationReply:
    teller = Teller.of(taken.consultation, language)
    teller.noting(norm for node in found.walk() for norm in node.norms)
    text = explanation_text(found, taken.consultation.base, language)
    return ExplanationReply(text=text, tree=teller.proof(found), **_common(taken, teller))


def _option(consultation: Consultation, key: str) -> str:
    """Give the name of an option that the case answers with; RequestError for another."""
    options = consultation.base.options
    if key not in options:
        raise RequestError(*unknown(key, options, "no option", "aucune voie"))
    if options[key].answers not in consultation.key_questions:
        raise RequestError.of("command.not-asked", option=key, answers=options[key].answers)
    return key


def _wanted(consultation: Consultation, request: PlanRequest) -> PlanSettings:
    option = _option(consultation, request.option) if request.option is not None else None
    return PlanSettings(option, request.start, request.effect)


def _changes(before: Consultation, after: Consultation, teller: Teller) -> tuple[OptionChangeTold, ...]:
    """Give the options whose status changes."""
    then, now = _options(before), _options(after)
    found = []
    for key in dict.fromkeys((*then, *now)):
        statuses = [status_of(each[key]) if key in each else "absent" for each in (then, now)]
        if statuses[0] != statuses[1]:
            title = teller.say(before.base.options[key].title)
            found.append(OptionChangeTold(id=key, title=title, before=statuses[0], after=statuses[1]))
    return tuple(found)


def _options(consultation: Consultation) -> dict[str, OptionOutcome]:
    if consultation.clashes:
        return {}
    return {found.id: found for outcome in consultation.outcomes for found in (*outcome.routes, *outcome.staying)}
