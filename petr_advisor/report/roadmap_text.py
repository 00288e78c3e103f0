"""A roadmap as plain text, for a pipe, a screen reader or a mail."""

from collections.abc import Iterator

from petr_advisor.consultation import Consultation
from petr_advisor.knowledge.texts import Language
from petr_advisor.planning.roadmap import PHASES, Phase, Roadmap, Task
from petr_advisor.report import roadmap_words as words
from petr_advisor.report.typography import capital, set_type
from petr_advisor.wording import day, read_up_to


def roadmap_text(plan: Roadmap, consultation: Consultation, language: Language) -> str:
    """Write a roadmap: phases, tasks with what each rests on, dates to keep, critical path, assumptions."""
    start, finish = day(plan.start, language), day(plan.finish, language)
    period = f"Du {start} au {finish}" if language == "fr" else f"From {start} to {finish}"
    lines = [words.phrase("title", language), words.sentence(plan.title, language), period]
    if plan.done:
        lines += ["", _label("Supposées faites", "Supposed done", language)]
        lines += [f"  ✔ {words.say(each, language)}" for each in plan.done]
    for phase in PHASES:
        lines += _phase(plan, consultation, phase, language)
    if plan.key_dates:
        lines += ["", _label("Dates à respecter ou à viser", "Dates to keep or to aim at", language)]
        lines += _key_dates(plan, consultation, language)
    path = ", ".join(str(plan.number(task.id)) for task in plan.critical_path)
    lines += ["", f"{_label('Chemin critique', 'Critical path', language)} {path}"]
    lines += ["", _label("Hypothèses", "Assumptions", language)]
    lines += [f"  – {words.say(each, language)}" for each in plan.assumptions]
    later = read_up_to(consultation.as_of)
    notice = [words.phrase("notice", language), *([words.say(later, language)] if later else [])]
    return "\n".join([*lines, "", *notice])


def _phase(plan: Roadmap, consultation: Consultation, phase: Phase, language: Language) -> Iterator[str]:
    tasks = plan.phase(phase)
    yield ""
    yield f"{phase}. {words.say(PHASES[phase], language)}"
    if not tasks:
        yield "   " + ("aucune tâche dans ce dossier" if language == "fr" else "no task in this case")
    for task in tasks:
        yield from _task(task, plan, consultation, language)


def _task(task: Task, plan: Roadmap, consultation: Consultation, language: Language) -> Iterator[str]:
    mark = "*" if task.critical else " "
    who = _colon(capital(words.say(task.who, language)), language)
    yield f" {mark}[{plan.number(task.id)}] {who} {words.say(task.does, language)}"
    yield f"      {words.dates(task, language)}"
    for line in words.details(task, plan, consultation, language):
        yield f"      {line}"
    if not task.critical and not task.aside:
        yield f"      {_label('Marge', 'Slack', language)} {words.counted(task.slack, 'jour', 'day', language)}"


def _key_dates(plan: Roadmap, consultation: Consultation, language: Language) -> Iterator[str]:
    for each in plan.key_dates:
        origin = words.phrase(f"origin-{each.origin}", language)
        slack = words.slack(each, plan, language)
        when = _colon(f"{day(each.day, language)} ({origin})", language)
        yield f"  ◆ {when} {words.say(each.title, language)}"
        yield from (f"      {line}" for line in (slack, words.cited(each.norms, consultation, language)) if line)


def _label(fr: str, en: str, language: Language) -> str:
    return _colon(fr if language == "fr" else en, language)


def _colon(text: str, language: Language) -> str:
    return set_type(f"{text} :" if language == "fr" else f"{text}:", language)
