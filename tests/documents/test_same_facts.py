"""Whoever tells a case tells the same facts: the report in each format, `explain`, the screen, the calendar."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from html import unescape
from pathlib import Path

import icalendar
import pytest

from petr_advisor.consulting.acting import who_acts
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.goals import arises_anyway
from petr_advisor.consulting.outcomes import OptionOutcome
from petr_advisor.documents.build import build
from petr_advisor.documents.ics import calendar_file
from petr_advisor.documents.layout.options import in_short
from petr_advisor.documents.model import Report
from petr_advisor.documents.places import place_name, reference_on
from petr_advisor.documents.settings import Adviser
from petr_advisor.documents.texts import conclusions_text, pen_of_every_way, plan_text
from petr_advisor.documents.writing import render
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.limits import Limit
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.planning.settings import PlanSettings
from petr_advisor.scenarios.loading import load_scenario
from petr_advisor.tui.block_lines import block_lines, content
from petr_advisor.tui.conclusions import told_of_option
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import Voice
from tests.documents.conftest import CASES, MADE_ON, real_base, real_case

SCENARIOS = Path(__file__).parents[2] / "scenarios"
OTHERS: tuple[tuple[str, Language], ...] = (
    ("contracts/crte-real-perimeters.yaml", "fr"),
    ("governance/real/foret-orleans.yaml", "en"),
    ("project/answers/prefecture-gard.yaml", "en"),
    ("scot/real/ariege-2015.yaml", "fr"),
)
ALL = pytest.mark.parametrize(("name", "language"), [*CASES, *OTHERS])


@cache
def case(name: str) -> Consultation:
    """Give the consultation of a real case, or of a scenario's file."""
    if name.endswith(".yaml"):
        return load_scenario(SCENARIOS / name, real_base()).consultation(engine("native"))
    return real_case(name)


@cache
def report(name: str, language: Language) -> Report:
    return build(case(name), language, Adviser(), MADE_ON)


def bare(text: str) -> str:
    """Give the words of a text, one space apart, without what a format adds and without capitals."""
    return " ".join(text.replace("\\", "").casefold().split())


@cache
def formats(name: str, language: Language) -> dict[str, str]:
    """Give what each format of the report says."""
    found = report(name, language)
    html = unescape(re.sub(r"<[^>]*>", " ", render(found, ".html").decode()))
    values = json.dumps(json.loads(render(found, ".json")), ensure_ascii=False)
    return {"md": bare(render(found, ".md").decode()), "html": bare(html), "json": bare(values)}


def screen(consultation: Consultation, language: Language) -> str:
    """Give what the screen shows of every option."""
    pen = pen_of_every_way(consultation, language)
    options = [option for question in pen.report.questions for option in question.options]
    told = [line.content.plain for o in options for line in block_lines(told_of_option(pen, o.id), "")]
    return bare("\n".join([*(content(*in_short(pen, option)).plain for option in options), *told]))


def places(consultation: Consultation, norms: tuple[str, ...], voice: Voice) -> Iterator[str]:
    base = consultation.base
    for norm in (base.norms[key] for key in norms):
        if norm.sources:
            yield place_name(base, reference_on(base, norm, consultation.as_of), voice)


def delay(limit: Limit | None, day: object, voice: Voice) -> Iterator[str]:
    """Give the words of a limit: its day, else its length."""
    if limit is None:
        return
    if day is not None:
        yield voice.phrase("mark.labelled", label="", value=day).lstrip(" :\u00a0")
    elif limit.length is not None and limit.weekday is None:
        yield voice.span(limit.length)


def lacking(found: OptionOutcome) -> Iterator[str]:
    """Give the identifiers of the cures of what an option lacks: once it is closed, what is unknown does not count."""
    unmet = [each for each in found.requirements if each.state == "unmet"]
    if found.status != "closed" or not unmet:
        unmet = [each for each in found.requirements if each.state in {"unmet", "unknown"}]
    yield from (cure.id for each in unmet for cure in each.cures)


def facts(consultation: Consultation, language: Language, retained: set[str]) -> Iterator[str]:
    """Give what is to be told of a case, from its outcomes."""
    voice, base = Voice(language), consultation.base
    for outcome in consultation.outcomes:
        for found in (*outcome.routes, *(each for each in outcome.staying if each.status != "closed")):
            yield voice.say(found.option.title)
            yield voice.status(found.status)
            if found.status != "open":
                yield from (voice.say(base.cures[key].title) for key in lacking(found))
            if found.id in retained:
                yield from _way(consultation, found, voice)
    for duty in consultation.duties:
        rule = duty.rule
        if rule.to is not None and (arises_anyway(consultation, rule) or retained & set(rule.options)):
            yield voice.say(rule.to)
            yield from delay(rule.limit, duty.deadline, voice)
            yield from [voice.silence(rule.silence)] if rule.silence else []
            yield from [voice.say(rule.consequence)] if rule.consequence else []
            yield from places(consultation, rule.norms, voice)


def _way(consultation: Consultation, found: OptionOutcome, voice: Voice) -> Iterator[str]:
    base = consultation.base
    for requirement in found.requirements:
        if requirement.state != "not_applicable":
            yield voice.requirement(requirement.state)
            yield voice.say(requirement.requirement.title)
    for held in found.merits:
        yield from [voice.say(held.merit.text)] if held.holds else []
    for each in found.acts:
        yield voice.say(each.act.does)
        yield voice.say(who_acts(consultation, each.act.who))
        yield from [voice.say(base.majorities[each.act.majority].label)] if each.act.majority else []
        yield from [voice.silence(each.act.silence)] if each.act.silence else []
        yield from delay(each.act.limit, each.deadline, voice)
        yield from places(consultation, each.act.norms, voice)


@ALL
def test_conclusions_are_the_same_whoever_tells_them(name: str, language: Language) -> None:
    """The report in each format, `explain` and the screen miss nothing of what follows from the case."""
    consultation = case(name)
    retained = {key for question in report(name, language).questions for key in question.retained}
    wanted = {bare(fact) for fact in facts(consultation, language, retained)}
    tellers = {
        **formats(name, language),
        "explain": bare(conclusions_text(consultation, language)),
        "screen": screen(consultation, language),
    }
    assert len(wanted) > 20
    assert {who: missing for who, text in tellers.items() if (missing := [f for f in wanted if f not in text])} == {}


@ALL
def test_the_plan_is_the_same_whoever_tells_it(name: str, language: Language) -> None:
    """The roadmap, the report and the calendar name each task with its days, its majority, its silence, its texts."""
    consultation, found = case(name), report(name, language).roadmap
    if found is None:
        assert bare(report(name, language).no_roadmap or "") in formats(name, language)["md"]
        return
    plan, voice = roadmap(consultation, found.start), Voice(language)
    wanted = set()
    for task in plan.tasks:
        # of a vote that may make a later act miss its day, the last one on which it does not
        wanted |= {voice.say(task.does), voice.say(task.who)}
        wanted |= {voice.day(task.in_time.last if task.in_time else task.latest)}
        wanted |= {voice.say(task.majority)} if task.majority else set()
        wanted |= {voice.silence(task.silence)} if task.silence else set()
        wanted |= set(places(consultation, task.norms, voice))
    file = calendar_file(plan, consultation, language, stamp=datetime(2026, 11, 25, tzinfo=UTC))
    events = icalendar.Calendar.from_ical(file).walk("VEVENT")
    tellers = {
        **{key: text for key, text in formats(name, language).items() if key != "json"},
        "roadmap": bare(plan_text(consultation, language, PlanSettings(start=found.start))),
        "calendar": bare("\n".join(f"{event['summary']}\n{event['description']}" for event in events)),
    }
    facts_ = {bare(fact) for fact in wanted}
    assert {who: missing for who, text in tellers.items() if (missing := [f for f in facts_ if f not in text])} == {}
