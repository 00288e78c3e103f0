"""The conclusions as lines to walk through: the course first, then a subject at a time, what is ruled out folded."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from textual.content import Content

from petr_advisor.consulting.to_find_out import Left
from petr_advisor.documents.blocks import Block, Bullets, Heading, Item, Run, plain, words
from petr_advisor.documents.layout.back import settle
from petr_advisor.documents.layout.brief import closed_way
from petr_advisor.documents.layout.middle import duties_on_way
from petr_advisor.documents.layout.options import absent_in_full, absent_in_short, in_full, in_short
from petr_advisor.documents.layout.pen import Pen
from petr_advisor.documents.layout.running import headlines, running_of
from petr_advisor.documents.layout.summary import (
    answer,
    conflict,
    despite,
    first_items,
    is_near,
    late_items,
    page_of,
    provisional,
)
from petr_advisor.documents.leads import leading_first
from petr_advisor.documents.model_options import OptionPart, QuestionPart
from petr_advisor.explaining.left_words import changed
from petr_advisor.explaining.progress_words import with_never_put
from petr_advisor.inference.relevance import SHUT
from petr_advisor.tui.block_lines import content
from petr_advisor.tui.evaluator import Evaluation
from petr_advisor.tui.widgets.lines import Line
from petr_advisor.words.abbreviations import to_spell
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Text
from petr_advisor.words.voice import STATUS_SYMBOL

COURSE = "course"
"""The tab of all subjects together."""
ANSWER = "answer"
"""The section of the lines that answer: the first of them is where one begins to read."""


class Entry(NamedTuple):
    """What a line of the conclusions stands for."""

    kind: Literal["option", "absent", "question", "fold", "breach", "dates", "clash"]
    key: str
    """An option, a key question, or a place in a list."""


Entries = Iterator[Line[Entry]]


def tabs(asked: tuple[str, ...]) -> tuple[str, ...]:
    """Give the tabs of the key questions asked: the course where there are several, then each of them."""
    return (COURSE, *asked) if len(asked) > 1 else asked


def clashes(pen: Pen) -> Entries:
    """Give the answers that exclude each other in place of conclusions."""
    yield Line(Content(pen.phrase("clash.held-back")).stylize("bold $text-warning"))
    for number, clash in enumerate(pen.report.conflicts):
        yield Line(Content(f" ⚠ {clash.text}"), Entry("clash", str(number)))


def unasked(pen: Pen, evaluation: Evaluation | None) -> Entries:
    """Give the key to what can still change the proposal once no question comes by itself: a notice is soon gone."""
    left = evaluation.left if evaluation else None
    if left and left.to_check and not left.to_settle:
        if any(question.verdict == "to_settle" for question in pen.report.questions):  # the ways are read at once below
            key = "outcomes.to-check-never-put" if left.never_put else "outcomes.to-check-short"
            said = told(key, count=left.to_check, never=left.never_put)
        else:
            said = with_never_put(_to_check(left), left)
        yield Line(Content(pen.say(said)).stylize("$text-warning"))


def _to_check(left: Left) -> Text:
    what = changed(proposed=left.proposes())
    return told(left.either("outcomes.to-check", "outcomes.to-check-ways"), count=left.to_check, what=what)


def course(pen: Pen) -> Entries:
    """Give what is broken, the legal dates in danger, then the answers, first the one that a note frames."""
    yield from _first(pen)
    yield from (Line(content(*line).stylize("$text-warning")) for line in provisional(pen))
    for question in leading_first(pen.report.questions):
        yield Line(Content(question.title).stylize("bold underline"))
        for line in question.lines:
            sure = f" – {line.sure.said}" if line.sure else ""
            said = Content.assemble((line.decision, "$text-accent"), (sure, "dim"))
            yield Line(said, Entry("question", question.id), ANSWER)
        yield from (Line(content(*line).stylize("$text-warning")) for line in despite(question))


def subject(pen: Pen, question: QuestionPart, *, alone: bool, unfolded: bool) -> Entries:
    """Give the answer to one question, its options, and those ruled out where they are unfolded.

    How sure it is stands beside it in a word, where no course says so, and in full after the options.
    """
    if alone:
        yield from _first(pen)
    decision, *meaning = answer(pen, question).lines
    sure = [line.sure for line in question.lines if line.sure] if alone else []
    label = f" – {pen.phrase(f'outcomes.sure.{sure[0].label}')}" if len(sure) == 1 else ""
    yield Line(Content.assemble(content(*decision).stylize("$text-accent"), (label, "dim")))
    said = [Line[Entry](content(*line)) for line in meaning if words(line)]
    live, shut = live_and_shut(question)
    ways = [_option(pen, option, ANSWER) for option in numbered(live, question.retained)]
    if as_it_is := pen.as_it_is.get(question.id):
        mark, stays = STATUS_SYMBOL[as_it_is.status], pen.phrase("stay-title")
        ways.append(Line(Content(f"{mark}   {as_it_is.title} – {pen.status(as_it_is.status)} · {stays}")))
    if live and question.verdict == "to_settle":  # on a small screen the ways were below what says why none is proposed
        ways.insert(0, Line(content(Run(text=pen.phrase("outcomes.none-proposed-yet", count=len(live)), style="note"))))
        yield from (*ways, *said)
    else:
        yield from (*said, *ways)
    if shut or question.absent:
        if live:
            yield Line(_fold(pen, len(shut), len(question.absent), unfolded=unfolded), Entry("fold", question.id))
        if unfolded or not live:
            yield from (_option(pen, option) for option in shut)
            if question.absent:
                yield Line(content(Run(text=pen.phrase("absent"), style="note")))
            for each in question.absent:
                yield Line(content(*absent_in_short(each)).stylize("dim"), Entry("absent", each.id))
    if any(each.missing for each in sure):
        yield Line(Content(f"{pen.label('sureness')} {question.sureness}").stylize("dim"))


def live_and_shut(question: QuestionPart) -> tuple[list[OptionPart], list[OptionPart]]:
    """Part the options that are ruled out, but those that the course goes on with: they come first.

    Where the one answer is what is there today, staying is no other way: it is told once.
    """
    retained = question.retained
    there = len(question.lines) == 1 and question.lines[0].there
    told = [each for each in question.options if not there or each.kind != "staying" or each.id in retained]
    live = [option for option in told if option.status not in SHUT or option.id in retained]
    live.sort(key=lambda option: option.id not in retained)
    return live, [option for option in told if option not in live]


def numbered(options: list[OptionPart], retained: tuple[str, ...]) -> Iterator[OptionPart]:
    """Number options in the order in which they are shown; those that compare equal share a number."""
    number, before = 0, None
    for option in options:
        if option.place is None and option.id not in retained:
            yield option
            continue
        number += not (before and before.place and before.place == option.place)
        before = option
        yield option.model_copy(update={"place": number})


def _first(pen: Pen) -> Entries:
    """Give what is for today, what is broken, the legal dates in danger, the procedures under way."""
    terms, before = pen.report.terms, len(pen.report.today) + len(pen.report.breaches)
    titles = [part.title for part in pen.report.today] + [part.title for part in pen.report.breaches]
    titles += [pen.labelled(part.title, pen.day(part.day)) if part.day else part.title for part in terms]
    far = {number for number, part in enumerate(terms, before) if not is_near(pen, part)}
    told = list(enumerate((*titles, *late_items(pen))))  # in the order of a note: what the law does later comes last
    for number, title in sorted(told, key=lambda each: each[0] in far):
        spelled = " ; ".join(f"{short} = {meaning}" for short, meaning in to_spell(title, pen.language))
        shown = Content(f"⚠ {title}").stylize("bold $text-error")
        yield Line(Content.assemble(shown, (f" ({spelled})" if spelled else "", "dim")), Entry("breach", str(number)))
    for key, dates in _dates(pen).items():
        said = pen.phrase(f"outcomes.dates-{key}", count=len(dates))
        shown = Content(f"⚠ {said}").stylize("$text-warning") if key == "danger" else Content(f"· {said}")
        yield from (Line(shown, Entry("dates", key)) for _ in dates[:1])
    yield from (Line(content(*each).stylize("bold")) for each in headlines(pen))


def _dates(pen: Pen) -> Mapping[str, tuple[str, ...]]:
    """Give the legal dates in danger, and apart those that are met unless everything drags."""
    plan = pen.report.roadmap
    told, calm = (plan.warnings, plan.at_risk) if plan else ((), 0)
    return {"danger": told[: len(told) - calm], "watch": told[len(told) - calm :]}


def _option(pen: Pen, option: OptionPart, section: str = "") -> Line[Entry]:
    return Line(content(*in_short(pen, option)), Entry("option", option.id), section)


def _fold(pen: Pen, shut: int, absent: int, *, unfolded: bool) -> Content:
    sign = "▾" if unfolded else "▸"
    counted = [pen.phrase("panel.ruled-out", count=shut)] if shut else []
    counted += [pen.phrase("outcomes.absent", count=absent)] if absent else []
    hint = pen.phrase("outcomes.fold" if unfolded else "outcomes.unfold")
    return Content.assemble(f"{sign} {pen.listed(counted)}", (f"  {hint}", "dim"))


# -- what is told of a line ------------------------------------------------------------------------------------


def told_of(pen: Pen, entry: Entry) -> Iterator[Block]:
    """Lay out everything about the line under the cursor."""
    question = next((each for each in pen.report.questions if each.id == entry.key), None)
    match entry.kind:
        case "clash":
            yield Bullets(items=(conflict(pen, pen.report.conflicts[int(entry.key)]),))
        case "breach":
            late = (Item(line=plain(said)) for said in late_items(pen))
            yield Bullets(items=((*first_items(pen), *late)[int(entry.key)],))
        case "dates":
            title = pen.phrase("roadmap-warnings" if entry.key == "danger" else "outcomes.dates-watched")
            yield from _bullets(title, (Item(line=plain(warning)) for warning in _dates(pen)[entry.key]))
        case "question" if question is not None:
            yield from page_of(pen, question, "find-out.title")  # what its key is called on the screen
        case "fold" if question is not None:
            yield from _ruled_out(pen, question)
        case _:
            yield from told_of_option(pen, entry.key)


def told_of_option(pen: Pen, key: str) -> Iterator[Block]:
    """Lay out an option, the duties met on its way and in any case, and the points to settle."""
    yield from running_of(pen, key)
    if option := pen.option(key):
        yield from in_full(pen, option)
    else:
        absent = (each for question in pen.report.questions for each in question.absent if each.id == key)
        yield from (block for each in absent for block in absent_in_full(pen, each))
    yield from duties_on_way(pen, key)
    yield from settle(pen)


def _ruled_out(pen: Pen, question: QuestionPart) -> Iterator[Block]:
    """Name what is ruled out, with the first condition that closes each."""
    _, shut = live_and_shut(question)
    yield from _bullets(pen.phrase("note.closed-ways"), (closed_way(pen, option) for option in shut))
    yield from _bullets(pen.phrase("absent"), (Item(line=absent_in_short(each)) for each in question.absent))


def _bullets(title: str, items: Iterable[Item]) -> Iterator[Block]:
    if found := tuple(items):
        yield Heading(level=2, text=title, id="listed")
        yield Bullets(items=found)
