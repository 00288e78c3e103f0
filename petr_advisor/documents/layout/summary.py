"""The page for elected members: the question, the answer, three reasons, what remains, the next steps, how sure."""

from collections.abc import Iterable, Iterator
from itertools import chain, repeat

from petr_advisor.consulting.breaches import presses
from petr_advisor.documents.blocks import (
    Block,
    Bullets,
    Callout,
    Cell,
    Heading,
    Item,
    Line,
    Paragraph,
    Run,
    Table,
    cell,
    plain,
)
from petr_advisor.documents.layout.pen import Pen
from petr_advisor.documents.layout.plan import warned
from petr_advisor.documents.leads import leading_first
from petr_advisor.documents.model_breaches import TermPart
from petr_advisor.documents.model_matters import ConflictPart
from petr_advisor.documents.model_options import QuestionPart

SETTLE = "settle"
"""The phrase that names where documents have every point to settle."""
NO_PROPOSAL = frozenset({"to_settle", "none", "conflict", "moot"})
"""Verdicts under which nothing is proposed."""
EXPLAINED = 5
"""With more questions than this, one that has no proposal is not explained on the page."""
POINTS_IN_SUMMARY = 4
"""How many points to settle fit on the page for elected members."""
POINTS_BESIDE_MANY = 2
"""How many fit beside more questions than are explained."""


def conflicts(pen: Pen) -> Iterator[Block]:
    """Say which answers contradict each other."""
    if pen.report.conflicts:
        lines = (plain(pen.phrase("clash.held-back")),)
        yield Callout(title=pen.phrase("conflict-title"), lines=lines, tone="warning")
        yield Bullets(items=tuple(conflict(pen, found) for found in pen.report.conflicts))


def conflict(pen: Pen, found: ConflictPart) -> Item:
    """Say answers that exclude each other, and what to check."""
    about = chain((f"fact:{fact}" for fact in found.facts), repeat(None))
    check = Item(
        line=(Run(text=pen.label("clash.to-check"), style="strong"),),
        children=tuple(
            Item(line=(Run(text=answer, about=fact),)) for answer, fact in zip(found.answers, about, strict=False)
        ),
    )
    return Item(line=pen.with_cites(found.text, found.citations), children=(check,))


def summary(pen: Pen) -> Iterator[Block]:
    """Lay out the page for elected members."""
    yield Heading(level=1, text=pen.phrase("summary"), id="summary", new_page=True)
    yield from conflicts(pen)
    yield from breaches(pen)
    yield from _legal_dates(pen)
    if len(pen.report.questions) == 1:
        yield from page_of(pen, pen.report.questions[0])
    else:
        yield from _page_of_many(pen)
    yield from later_terms(pen)
    yield from late_aside(pen)


def _page_of_many(pen: Pen) -> Iterator[Block]:
    """Lay out the answers to several questions, in short, the one that leads first, and what is to be settled."""
    header = tuple(map(pen.phrase, ("question", "answer", "why", "col-first")))
    open_ones = _still_open(pen)
    rows = tuple(_row(pen, question) for question in leading_first(pen.report.questions) if question not in open_ones)
    yield from (Paragraph(line=line) for line in provisional(pen))
    if rows:
        yield Table(caption=pen.phrase("summary"), captioned=False, header=header, rows=rows, widths=(14, 46, 23, 17))
    if open_ones:
        yield Paragraph(line=plain(pen.phrase("still-open", questions=[each.title for each in open_ones])))
    yield Heading(level=2, text=pen.phrase("to-settle-first"), id="summary-settle", listed=False)
    yield from _to_settle(pen)


def breaches(pen: Pen, more: Iterable[str] = ()) -> Iterator[Block]:
    """Say first what is for today, what is broken or late, what the law will do within a year; then more, if any.

    What is late beside the question does not come first: it is told after what is to be decided.
    """
    if told := (*_terms_and_breaches(pen, far=False), *_said((*pen.report.overdue, *more))):
        yield from _headed(pen, "breaches-first", told)


def late_items(pen: Pen) -> tuple[str, ...]:
    """Give what is late, as a screen tells it first; what is late beside the question only where something else is."""
    first = pen.report.overdue or any(True for _ in _terms_and_breaches(pen, far=False))
    return (*pen.report.overdue, *(pen.report.overdue_aside if first else ()))


def later_terms(pen: Pen) -> Iterator[Block]:
    """Say, after what is to be decided, what the law itself will do in more than a year."""
    if told := tuple(_terms_and_breaches(pen, far=True)):
        yield from _headed(pen, "terms-later", told)


def late_aside(pen: Pen) -> Iterator[Block]:
    """Say what is late beside what is to be decided: it comes last."""
    if pen.report.overdue_aside:
        said = " ".join((pen.label("overdue-aside"), *pen.report.overdue_aside))
        yield Paragraph(line=(Run(text=said, style="note"),))


def _headed(pen: Pen, key: str, told: tuple[Item, ...]) -> Iterator[Block]:
    yield Heading(level=2, text=pen.phrase(key), id=key, listed=False)
    yield Bullets(items=told)


def _said(texts: Iterable[str]) -> Iterator[Item]:
    return (Item(line=plain(said)) for said in texts)


def _terms_and_breaches(pen: Pen, *, far: bool) -> Iterator[Item]:
    """Give the items that come first, or those that are far away."""
    first = (*pen.report.today, *pen.report.breaches)
    are_far = (*(False for _ in first), *(not is_near(pen, part) for part in pen.report.terms))
    yield from (item for item, is_far in zip(first_items(pen), are_far, strict=True) if is_far is far)


def is_near(pen: Pen, part: TermPart) -> bool:
    """Tell whether an event by law, or the last day of what avoids it, is within a year, past, or not known."""
    return presses(part.ask_by or part.day, pen.report.cover.as_of)


def first_items(pen: Pen) -> tuple[Item, ...]:
    """Give what is for today, what is broken with what mends it, what the law itself will do with what avoids it."""
    today = (pen.with_cites(f"{part.title} {part.does}", part.citations) for part in pen.report.today)
    broken = (pen.with_cites(part.said, part.citations) for part in pen.report.breaches)
    ending = (
        pen.with_cites(f"{pen.labelled(part.title, part.does)} {part.ask}", part.citations) for part in pen.report.terms
    )
    return tuple(Item(line=line) for line in (*today, *broken, *ending))


def _legal_dates(pen: Pen) -> Iterator[Block]:
    """Say which legal dates are in danger; beside many questions, in one line."""
    plan = pen.report.roadmap
    if plan is None or not plan.warnings or len(pen.report.questions) <= EXPLAINED:
        yield from warned(pen)
        return
    more = len(plan.warnings) - 1
    rest = (Run(text=f" {pen.phrase('and-more-dates', n=more)}", style="note"),) if more else ()
    label = Run(text=f"{pen.label('roadmap-warnings')} ", style="strong")
    yield Paragraph(line=(label, Run(text=plan.warnings[0]), *rest))


def _still_open(pen: Pen) -> tuple[QuestionPart, ...]:
    """Give the questions that, beside many others, are only named: all of each waits for points to settle."""
    if len(pen.report.questions) <= EXPLAINED:
        return ()
    return tuple(
        question
        for question in pen.report.questions
        if question.verdict == "to_settle" and len(question.lines) == 1 and not question.next_steps
    )


def _row(pen: Pen, question: QuestionPart) -> tuple[Cell, ...]:
    """Give a question in short, so that several fit on the page."""
    proposed = question.verdict not in NO_PROPOSAL
    decisions = tuple(
        (Run(text=line.decision, style="plain" if line.state in NO_PROPOSAL else "strong"),) for line in question.lines
    )
    reason = question.reasons[0].text if question.reasons and proposed else question.explanation
    brief = not proposed and len(pen.report.questions) > EXPLAINED
    if question.next_steps:
        first = question.next_steps[0]
        by = f" ({pen.by_day(first.deadline, first)})" if first.deadline else ""
        act: Line = (Run(text=first.who, style="strong"), Run(text=f" – {first.does}{by}"))
    else:
        key = _without_act(pen, question)
        act = plain(pen.phrase("settle-below" if key == "settle-then-act" else key))
    notes = (*filter(None, (question.supposes,)), *((question.sureness,) if proposed else ()))
    return (
        ((Run(text=question.title, style="strong"),),),
        (*decisions, *despite(question), *((Run(text=note, style="note"),) for note in notes)),
        cell(pen.phrase("none-noted") if brief else reason),
        (act,),
    )


def _without_act(pen: Pen, question: QuestionPart) -> str:
    """Give the phrase that stands for the next steps where there are none; a breach, or a day for today, has some."""
    if question.shut:
        return "no-step-shut"
    if any(line.waits_for_another for line in question.lines):
        return "no-step-yet"
    if any(line.still_voted for line in question.lines):
        return "no-step-but-votes"
    key = {"to_settle": "settle-then-act", "conflict": "settle-then-act", "tied": "choose-then-act"}
    broken = pen.report.today or pen.report.breaches or pen.report.overdue
    first = broken or any(is_near(pen, part) for part in pen.report.terms)
    return key.get(question.verdict, "no-step-but-breaches" if first else "no-step")


def page_of(pen: Pen, question: QuestionPart, points: str = SETTLE) -> Iterator[Block]:
    """Lay out the answer to one question: the sentence to vote on, why, what remains, the next steps, how sure.

    `points` is the phrase that names where every point to settle is.
    """

    def heading(key: str) -> Heading:
        return Heading(level=2, text=pen.phrase(key), id=f"summary-{question.id}-{key}", listed=False)

    yield Paragraph(line=(Run(text=f"{pen.label('question')} ", style="strong"), Run(text=question.text)))
    yield answer(pen, question)
    if question.reasons:
        yield heading("established-already" if question.verdict in NO_PROPOSAL else "why")
        items = tuple(Item(line=pen.with_cites(reason.text, reason.citations)) for reason in question.reasons)
        yield Bullets(items=items, numbered=True)
    yield heading("to-settle-first")
    yield from _to_settle(pen, points)
    yield heading("next-steps")
    yield from _next_steps(pen, question, alone=points != SETTLE)
    yield Paragraph(line=(Run(text=f"{pen.label('sureness')} ", style="strong"), Run(text=question.sureness)))


def provisional(pen: Pen) -> Iterator[Line]:
    """Say first, in strong letters, that answers still asked for can change what is proposed: it is no settled one."""
    if pen.report.provisional:
        yield (Run(text=pen.report.provisional, style="strong"),)


def despite(question: QuestionPart) -> Iterator[Line]:
    """Warn of what was wished that an answer goes against."""
    yield from ((Run(text="⚠ ", style="mark"), Run(text=said)) for said in question.despite)


def answer(pen: Pen, question: QuestionPart) -> Callout:
    """Frame the answer, as a proposal when there is one."""
    decisions: tuple[Line, ...] = tuple((Run(text=line.decision, style="strong"),) for line in question.lines)
    more = (plain(text) for text in (question.supposes, question.explanation) if text)
    key = "shut-choice" if question.shut else "answer" if question.verdict in NO_PROPOSAL else "decision"
    open_yet = provisional(pen) if question.verdict not in NO_PROPOSAL and question.may_turn else ()
    lines = (*decisions, *open_yet, *despite(question), *more)
    return Callout(title=pen.phrase(key), lines=lines, tone="warning" if question.shut else "decision")


def _to_settle(pen: Pen, named: str = SETTLE) -> Iterator[Block]:
    where = pen.phrase(named)
    points = [part for part in pen.report.settle if part.decisive]
    waiting = any(line.state == "to_settle" for question in pen.report.questions for line in question.lines)
    if not points and waiting:  # what a line waits for may be known to none of those asked: nothing else is said of it
        points = list(pen.report.settle)
    if not points:
        refining = len(pen.report.settle)
        key = "nothing-decisive-to-settle" if refining else "nothing-to-settle"
        said = pen.phrase(key, n=refining, where=where)
        said = pen.phrase("settled-elsewhere") if waiting else said
        yield Paragraph(line=plain(said))
        return
    warned_of = pen.report.roadmap is not None and bool(pen.report.roadmap.warnings)
    counted = pen.report.provisional is not None and warned_of  # how many there are is told with the proposal
    most = POINTS_IN_SUMMARY - 2 * counted if len(pen.report.questions) <= EXPLAINED else POINTS_BESIDE_MANY - warned_of
    items = [Item(line=plain(part.question)) for part in points[:most]]
    if (more := len(points) - len(items)) > 0:
        items.append(Item(line=(Run(text=pen.phrase("and-more", n=more, where=where), style="note"),)))
    yield Bullets(items=tuple(items))


def _next_steps(pen: Pen, question: QuestionPart, *, alone: bool) -> Iterator[Block]:
    """Give the next steps; a page that stands alone, as on the screen, says where what comes before them is listed."""
    if not question.next_steps:
        key = _without_act(pen, question)
        key = "no-step-but-breaches-alone" if alone and key == "no-step-but-breaches" else key
        yield Paragraph(line=plain(pen.phrase(key)))
        return
    items = []
    for step in question.next_steps:
        details = "".join(run.text for line in pen.how(step)[:2] for run in (Run(text=" · "), *line))
        more = (Run(text=details, style="note"),) if details else ()
        items.append(Item(line=(Run(text=step.who, style="strong"), Run(text=f" – {step.does}"), *more)))
    yield Bullets(items=tuple(items), numbered=True)
