"""A roadmap as plain text, for a pipe, a screen reader or a mail."""

from collections.abc import Iterator

from petr_advisor.consultation import Consultation, read_up_to
from petr_advisor.planning.roadmap import PHASES, Phase, Roadmap, Task
from petr_advisor.report import roadmap_words as words
from petr_advisor.words.texts import Language
from petr_advisor.words.typography import capital
from petr_advisor.words.voice import Voice


def roadmap_text(plan: Roadmap, consultation: Consultation, language: Language) -> str:
    """Write a roadmap: phases, tasks with what each rests on, dates to keep, critical path, assumptions."""
    voice = Voice(language)
    lines = [voice.phrase("roadmap"), voice.sentence(plan.title)]
    lines.append(capital(voice.phrase("from-to", start=plan.start, end=plan.finish)))
    if plan.done:
        lines += ["", voice.label("steps-done"), *(f"  ✔ {voice.say(each)}" for each in plan.done)]
    for phase in PHASES:
        lines += _phase(plan, consultation, phase, voice)
    if plan.key_dates:
        lines += ["", voice.label("milestones"), *_key_dates(plan, consultation, voice)]
    path = ", ".join(str(plan.number(task.id)) for task in plan.critical_path)
    lines += ["", f"{voice.label('critical-path')} {path}"]
    lines += ["", voice.label("hypotheses"), *(f"  – {voice.say(each)}" for each in plan.assumptions)]
    later = read_up_to(consultation.as_of)
    return "\n".join([*lines, "", voice.phrase("roadmap-notice"), *([voice.say(later)] if later else [])])


def _phase(plan: Roadmap, consultation: Consultation, phase: Phase, voice: Voice) -> Iterator[str]:
    tasks = plan.phase(phase)
    yield ""
    yield f"{phase}. {voice.phrase(f'phase.{phase}')}"
    if not tasks:
        yield f"   {voice.phrase('no-task')}"
    for task in tasks:
        yield from _task(task, plan, consultation, voice)


def _task(task: Task, plan: Roadmap, consultation: Consultation, voice: Voice) -> Iterator[str]:
    act = voice.labelled(capital(voice.say(task.who)), task.does)
    yield f" {'*' if task.critical else ' '}[{plan.number(task.id)}] {act}"
    yield f"      {words.dates(task, voice)}"
    for line in words.details(task, plan, consultation, voice):
        yield f"      {line}"
    if not task.critical and not task.aside:
        yield f"      {voice.labelled(voice.phrase('slack'), voice.phrase('days', n=task.slack))}"


def _key_dates(plan: Roadmap, consultation: Consultation, voice: Voice) -> Iterator[str]:
    for each in plan.key_dates:
        when = f"{voice.day(each.day)} ({voice.phrase(f'told-by.{each.origin}')})"
        yield f"  ◆ {voice.labelled(when, each.title)}"
        slack = words.slack(each, plan, voice)
        yield from (f"      {line}" for line in (slack, words.cited(each.norms, consultation, voice)) if line)
