"""What holds of the note of every case that is read: votes have their row, their last useful day, what a day risks."""

import re
from datetime import date
from pathlib import Path

import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.let_pass import let_pass
from petr_advisor.documents.build import build, extent_of
from petr_advisor.documents.model import Report
from petr_advisor.documents.model_note import Note
from petr_advisor.documents.model_roadmap import Roadmap, RoadmapTask
from petr_advisor.documents.settings import Adviser
from petr_advisor.documents.timeline import drawn_apart
from petr_advisor.procedures.working_days import to_session_day
from petr_advisor.words.texts import Text
from petr_advisor.words.voice import Voice
from tests.documents.conftest import MADE_ON, READING, case_in, real_base
from tests.documents.found_in_notes import (
    decisive_not_found,
    dissolutions_of_nobody,
    ends_by_receipt_untold,
    rows_that_nobody_reads,
    sheets_that_say_another_silence,
    sheets_without_their_time,
    voted_without_a_reason,
)
from tests.documents.test_formats import squeezed

CASES = sorted(READING.glob("*.yaml"))


def votes_by_a_day_without_a_row(note: Note) -> list[str]:
    """Give what is voted by a day that the law fixes and that no table of votes has."""
    rows = {vote.task for vote in note.votes if vote.procedure is None or vote.procedure == vote.act}
    return [each.text for each in note.dates if each.voted and each.first is None and each.task not in rows]


def what_a_day_risks_untold(case: Consultation, report: Report, note: Note) -> list[str]:
    """Give what passing a day does that a vote of the plan keeps, where the note says it nowhere."""
    acts = {task.number: task.id for task in report.roadmap.tasks} if report.roadmap else {}
    told = note.model_dump_json(exclude={"timeline", "map"}).casefold()
    return [
        duty.rule.consequence.fr
        for each in note.dates
        if each.voted and each.first is None
        for duty in case.duties
        if duty.deadline == each.day and acts.get(each.task or 0) in duty.rule.met_by and duty.rule.consequence
        and typeset(duty.rule.consequence.fr) not in told
    ]  # fmt: skip


def told_first_too_late(plan: Roadmap, note: Note) -> list[str]:
    """Give what is told first with the usual days of an act that a day of the law comes before, and not that it does.

    Days that keep it are told instead where shorter times do; where none do, that the usual ones come after it.
    """
    missed = [(task, legal.day) for task in plan.tasks for legal in task.legal
              if not legal.counted and legal.day < task.soonest]  # fmt: skip
    first = squeezed(note.first_act or "").casefold()
    return [
        task.title
        for task, day in missed
        if squeezed(task.title).casefold() in first
        and (usual := squeezed(task.dates_said).casefold()) in first
        and f"{usual}:aprèsl’échéancelégaledu{squeezed(Voice('fr').day(day))}" not in first
    ]


def owed_first_untold(plan: Roadmap, note: Note) -> list[str]:
    """Give what the law wants of the body before its first vote, without a vote, and is not told with what comes first.

    What votes of a procedure that it calls carry is told by their rows.
    """
    actors, carried = real_base().actors, {vote.id.partition("/")[0] for vote in plan.called}
    sure = [task for task in plan.tasks if task.certain and not task.milestone]
    until = min((task.latest for task in sure if task.majority), default=date.max)
    found = []
    for task in sure:
        act = real_base().act(task.id)
        fixed = [legal.day for legal in task.legal if not legal.counted and not legal.wished]
        free = not task.majority and not task.after and task.origin == "law"
        free = free and (act.calls is None or carried.isdisjoint(act.calls.names))
        own = actors[act.who].of_the_body or actors[act.who].voters
        if free and own and any(plan.start <= day <= until for day in fixed):
            found += [] if squeezed(task.title) in squeezed(note.first_act or "") else [task.title]
    return found


def wanted_before_untold(plan: Roadmap, note: Note) -> list[str]:
    """Give the opinions, agreements and documents that a first vote waits for, and that the note tells nowhere."""
    tasks, acts = {task.number: task for task in plan.tasks}, real_base()
    told = squeezed(" ".join((note.first_act or "", *(said for vote in note.votes for said in vote.how))))
    rows = {vote.task for vote in note.votes if vote.first and vote.procedure is None and not vote.awaited}
    waited = (tasks[number] for each in rows & {*tasks} for number in tasks[each].after)
    own = (task for task in waited if task.certain and not task.majority and not task.milestone)
    given = (task for task in own if {"opinion", "consent", "impact-document"} & {*acts.act(task.id).documents})
    return [task.title for task in given if squeezed(task.title) not in told]


def proposals_without_their_vote(report: Report, plan: Roadmap, note: Note) -> list[str]:
    """Give the proposals that only a vote of another answer carries out, and that do not say which."""
    base, answered = real_base(), {answer.question for answer in note.answers}
    planned = {task.id.partition("/")[0] for task in plan.tasks}
    beside = {group.number for group in plan.groups if group.id.startswith(("due", "breach/"))}
    mending = {task.number for task in plan.tasks if task.group in beside}
    called = {vote.id.partition("/")[0] for vote in plan.called if vote.task not in mending}
    told = [(answer.question, part) for answer in note.answers for part in answer.parts]
    found = []
    for question in report.questions:
        for line in question.lines if question.id in answered and plan.called else ():
            own = {name for key in line.options for name in base.options[key].procedures}
            acts = [act for name in own for act in base.procedures[name].acts.values()]
            shared = any(called & {*act.calls.names} for act in acts if act.calls)
            said = [part for of, part in told if of == question.id and part.words.startswith(line.decision)]
            if line.state == "proposed" and shared and not own & planned and not any(part.effect for part in said):
                found.append(line.decision)
    return found


def needed_without_a_row(note: Note) -> list[str]:
    """Give the votes without which nothing is done that no table has, or not the first where they decide what leads."""
    rows, first = {vote.act for vote in note.votes}, {vote.act for vote in note.votes if vote.first}
    led = {vote.act for vote in note.votes if vote.question == note.leading and vote.certain and vote.decides}
    needed = [act for stop in note.stops for act in stop.acts]
    return [act for act in needed if act not in rows or act in led - first]


def votes_without_their_last_day(plan: Roadmap) -> list[str]:
    """Give the votes that tell usual days alone, on the way to a day of the law for which another is shortened.

    What is only advised is left out where times are shortened.
    """
    tasks = {task.number: task for task in plan.tasks}
    parts = {group.number: group.id for group in plan.groups}
    found = []
    for act in plan.tasks:
        before = [tasks[number] for number in before_it(plan, act)]
        for day in {legal.day for legal in act.legal if legal.state == "out_of_reach" and not legal.counted}:
            on_the_way = [
                task for task in (act, *before) if task.group == act.group or parts[task.group][:6] == "breach"
            ]
            votes = [task for task in on_the_way if task.majority and task.certain and task.origin == "law"]
            shortened = any(task.in_time and task.in_time[2] == day for task in before)
            own = [task for task in votes if task.latest > day and not task.awaited and task.soonest != task.latest]
            found += [task.title for task in own if shortened and task.in_time is None and task.once_kept is None]
    return found


def before_it(plan: Roadmap, act: RoadmapTask) -> set[int]:
    """Give the numbers of the tasks that an act waits for, near or far."""
    tasks, left, found = {task.number: task for task in plan.tasks}, [act.number], set[int]()
    while left:
        for number in tasks[left.pop()].after:
            if number not in found:
                found.add(number)
                left.append(number)
    return found


def votes_drawn_too_late(plan: Roadmap, note: Note) -> list[str]:
    """Give the votes whose last useful day for what follows them is not the one that the chart shows."""
    alt = note.timeline.alt if note.timeline else ""
    return [
        task.title
        for task in plan.tasks
        if task.in_time and task.majority and task.number in drawn_apart(plan)
        for bar in alt.split(". ")
        if task.title in bar and (Voice("fr").day(task.in_time[1]) not in bar or Voice("fr").day(task.latest) in bar)
    ]


def steps_of_no_answer(report: Report, note: Note) -> list[str]:
    """Give the answers a step of which is said to be voted with another one, and that the note does not propose."""
    titles = {option.title for found in report.questions for option in found.options if option.id in found.retained}
    said = [part.effect for answer in note.answers for part in answer.parts if part.effect]
    named = [found for text in said for found in re.findall(r"une étape de «\s(.+?)\s», où", text)]
    return [name for name in named if name not in titles] + [text for text in said if "autre réponse, qui" in text]


def ways_not_taken_instead(report: Report, note: Note) -> list[str]:
    """Give the ways told as others of a question whose ways go together, though none is proposed that they replace."""
    base, found = real_base(), []
    kept = {question.id: question.retained for question in report.questions}
    for way in note.ways:
        if way.kind != "other" or not way.option or base.key_questions[way.question].together is None:
            continue
        own = base.options[way.option]
        replaced = {key for each in own.requires.values() for key in each.instead}
        replaced |= {key for key, each in base.options.items() if own.theme and each.theme == own.theme}
        found += [] if replaced & {*kept[way.question]} or not kept[way.question] else [way.title]
    return found


def ends_untold_of_staying(case: Consultation, note: Note) -> list[str]:
    """Give the ways of doing nothing that an event by law ends, and of which that is not told."""
    return [
        way.title
        for way in note.ways
        for term in case.terms
        if way.kind == "staying" and way.option and term.ends(way.option) and term.day
        and not any(Voice("fr").day(term.day) in each for each in way.against)
    ]  # fmt: skip


def hedged_on_the_known(case: Consultation, note: Note) -> list[str]:
    """Give what a note leaves open of what the case answers: a vote to hold « unless it was » whose effect is denied,
    and a duty in the words for something not known.
    """
    base, known, hedge = real_base(), case.memory.facts, Voice("fr").phrase("note.unless-held").casefold()
    found = []
    for vote in note.votes:
        name, _, act = vote.act.partition("/")
        procedure = base.procedures[name]
        made = [each.set for each in procedure.effects if each.set is not None and act in procedure.effect_at]
        denied = [each for each in made if (held := known.get(each.fact)) and held.value != each.value]
        if denied and any(typeset(said).startswith(hedge) for said in vote.how):
            found.append(vote.act)
    told = note.model_dump_json(exclude={"timeline", "map"}).casefold()
    rules = [rule for rule in base.rules.values() if rule.hedged and known.get(rule.hedged.while_unknown)]
    return [*found, *(rule.hedged.to.fr for rule in rules if rule.hedged and typeset(rule.hedged.to.fr) in told)]


def missed_untold_first(report: Report, plan: Roadmap, note: Note) -> list[str]:
    """Give the first day of the law that what is surely planned does not reach, where the beginning has it nowhere."""
    missed = [legal.day for task in plan.tasks if task.certain and not task.milestone for legal in task.legal
              if legal.state == "out_of_reach" and not legal.counted and not legal.wished]  # fmt: skip
    led = [said for answer in note.answers if answer.question == note.leading for said in answer.late]
    terms = [*(f"{term.does} {term.ask}" for term in report.terms), *(part.said for part in report.breaches)]
    rows = [vote.when for vote in note.votes if vote.first]
    first = squeezed(" ".join((*note.pressing, *led, *terms, *rows, *(each.title for each in report.today))))
    return [Voice("fr").day(day) for day in sorted(missed)[:1] if squeezed(Voice("fr").day(day)) not in first]


def told_before_what_is_voted_already(note: Note) -> list[str]:
    """Give the votes to come that stand, in the first table, before one under way; or before one begun or held again.

    Before the latter two may stand that are held sooner: the first rows are read in order of time.
    """
    rows = [vote for vote in note.votes if vote.first]
    awaited = [bool(vote.awaited) for vote in rows]
    before = [vote.does for number, vote in enumerate(rows) if not awaited[number] and any(awaited[number:])]
    begun = next((number for number, vote in enumerate(rows) if (vote.begun or vote.anew) and vote.proposed), 0)
    sooner = [vote for vote in rows[:begun] if not (vote.awaited or vote.begun or vote.anew)]
    late = [vote.does for vote in sooner if vote.soonest > rows[begun].soonest]
    return [*before, *late, *(vote.does for vote in sooner[2:])]


def refusals_told_apart(plan: Roadmap, note: Note) -> list[str]:
    """Give what may stop a vote for which one of the answer that leads waits, where it does not stand beside it."""
    own = {group.number for group in plan.groups if group.id.partition("/")[0] == note.leading}
    votes = [task for task in plan.tasks if task.group in own and task.majority and task.certain]
    waited = {name for task in votes for name in real_base().act(task.id).after_others}
    apart = [stop for stop in note.stops if stop not in note.leading_stops] if note.leading_stop else []
    return [stop.text for stop in apart if waited & {*stop.acts}]


def sundays_untold(case: Consultation, note: Note) -> list[date]:
    """Give the last days to come that are told, of a vote or not, and are Sundays nobody is warned of."""
    last = [each.day for each in note.dates if each.task is not None and (each.first is None or each.voted)]
    acts = [act for term in case.terms if not let_pass(case, term) for act in term.acts]
    last += [act.last for act in acts if act.last is not None and not act.too_late]
    said = squeezed(note.no_session or "")
    sundays = [day for day in last if day.weekday() == 6 and day >= case.as_of]
    return [day for day in sundays if squeezed(Voice("fr").day(day)) not in said]


def sundays_told_apart(case: Consultation, note: Note) -> list[date]:
    """Give the last days told apart from the tables on which nobody works or sits, and nobody is warned of it.

    Of the answers, those told of a vote that another answer holds, or of an act that is left.
    """
    parts = [part.effect or "" for answer in note.answers for part in answer.parts
             if part.effect and not part.effect.startswith("Effet")]  # fmt: skip
    told = " ".join((note.first_act or "", (note.effect_first or "").partition("aux séances où")[2], *parts))
    days = [_day(*found) for found in re.findall(r"et le (\d+)(?:er)? (\w+) (\d{4})", told.replace("\u00a0", " "))]
    said = squeezed(note.no_session or "")
    off = [day for day in days if day >= case.as_of and to_session_day(day, real_base().holidays, ()) != day]
    return [day for day in off if squeezed(Voice("fr").day(day)) not in said]


def _day(number: str, month: str, year: str) -> date:
    months = [Voice("fr").day(date(2026, each, 2)).split()[1] for each in range(1, 13)]
    return date(int(year), months.index(month) + 1, int(number))


def made_sure_of_too_late(plan: Roadmap, note: Note) -> list[str]:
    """Give the votes to make sure of before a day, one of which may be held before it."""
    first = {vote.id: vote.to_hold[0] for vote in plan.called} | {task.id: task.to_hold[0] for task in plan.tasks}
    found = []
    for stop in note.stops:
        days = [first[act] for act in stop.acts if act in first]
        told = re.search(r"assurer avant le (\d+)(?:er)? (\w+) (\d{4})", (stop.guard or "").replace("\u00a0", " "))
        if days and told and _day(*told.groups()) > max(min(days), plan.start):
            found.append(stop.text)
    return found


def known_at_second_hand(plan: Roadmap, note: Note) -> list[str]:
    """Give the dates told of a day that no norm read fixes, without how sure that one is."""
    unread = {(task.number, legal.day): legal.second_hand for task in plan.tasks for legal in task.legal
              if legal.second_hand}  # fmt: skip
    told = ((each, unread.get((each.task or 0, each.day))) for each in note.dates if not each.clock)
    return [each.text for each, sure in told if sure and sure not in each.text]


def opinions_without_their_days(plan: Roadmap, note: Note) -> list[str]:
    """Give what is said to come before a vote that is held sooner for a day of the law, without days that let it be."""
    held = [task for task in plan.tasks if task.in_time and not task.majority]
    rows = {vote.task: squeezed(" ".join(vote.how)) for vote in note.votes if vote.first and not vote.procedure}
    return [
        task.title
        for task in held
        for number, said in rows.items()
        if squeezed(task.title) in said and squeezed(Voice("fr").day(task.to_hold[1])) not in said
        and any(other.number == number and task.number in before_it(plan, other) for other in plan.tasks)
    ]  # fmt: skip


def typeset(text: str) -> str:
    return Voice("fr").say(Text(fr=text, en=text)).rstrip(".").casefold()


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_of_every_note(path: Path) -> None:
    case = case_in(path)
    report = build(case, "fr", Adviser(name="Cabinet Martin"), MADE_ON, extent=extent_of("note"))
    if report.note is None or report.note.kind != "course":
        return
    assert votes_by_a_day_without_a_row(report.note) == []
    assert needed_without_a_row(report.note) == []
    stop = report.note.leading_stop
    assert stop is None or not stop.on or report.note.leading in stop.on
    assert steps_of_no_answer(report, report.note) == []
    assert ways_not_taken_instead(report, report.note) == []
    assert ends_untold_of_staying(case, report.note) == []
    assert told_before_what_is_voted_already(report.note) == []
    assert sundays_untold(case, report.note) == []
    assert sundays_told_apart(case, report.note) == []
    assert what_a_day_risks_untold(case, report, report.note) == []
    assert hedged_on_the_known(case, report.note) == []
    assert decisive_not_found(report, report.note) == []
    assert voted_without_a_reason(report, report.note) == []
    assert dissolutions_of_nobody(report.note) == []
    assert rows_that_nobody_reads(report, report.note) == []
    assert sheets_that_say_another_silence(report, report.note) == []
    assert sheets_without_their_time(report) == []
    if report.roadmap is not None:
        assert votes_without_their_last_day(report.roadmap) == []
        assert refusals_told_apart(report.roadmap, report.note) == []
        assert missed_untold_first(report, report.roadmap, report.note) == []
        assert told_first_too_late(report.roadmap, report.note) == []
        assert owed_first_untold(report.roadmap, report.note) == []
        assert wanted_before_untold(report.roadmap, report.note) == []
        assert proposals_without_their_vote(report, report.roadmap, report.note) == []
        assert votes_drawn_too_late(report.roadmap, report.note) == []
        assert made_sure_of_too_late(report.roadmap, report.note) == []
        assert known_at_second_hand(report.roadmap, report.note) == []
        assert opinions_without_their_days(report.roadmap, report.note) == []
        assert ends_by_receipt_untold(case.base, report.roadmap, report.note) == []
