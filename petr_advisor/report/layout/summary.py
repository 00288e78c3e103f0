"""The page for elected members: the question, the answer, three reasons, what remains, the next steps, how sure."""

from collections.abc import Iterator

from petr_advisor.report.blocks import Block, Bullets, Callout, Heading, Item, Line, Paragraph, Run, plain
from petr_advisor.report.layout.pen import Pen
from petr_advisor.report.model_options import QuestionPart

NO_PROPOSAL = frozenset({"undecided", "none", "conflict"})
"""Verdicts under which nothing is proposed."""
POINTS_IN_SUMMARY = 4
"""How many points to settle fit on the page for elected members."""


def conflicts(pen: Pen) -> Iterator[Block]:
    """Say which answers contradict each other."""
    if pen.report.conflicts:
        lines = tuple(plain(text) for text in pen.report.conflicts)
        yield Callout(title=pen.phrase("conflict-title"), lines=lines, tone="warning")


def summary(pen: Pen) -> Iterator[Block]:
    """Lay out the page for elected members."""
    yield Heading(level=1, text=pen.phrase("summary"), id="summary", new_page=True)
    yield from conflicts(pen)
    several = len(pen.report.questions) > 1
    for question in pen.report.questions:
        if several:
            yield Heading(level=2, text=question.title, id=f"summary-{question.id}")
        yield from _summary(pen, question, level=3 if several else 2)
    if several:
        yield Heading(level=2, text=pen.phrase("to-settle-first"), id="summary-settle", listed=False)
        yield from _to_settle(pen)


def _summary(pen: Pen, question: QuestionPart, level: int) -> Iterator[Block]:
    def heading(key: str) -> Heading:
        return Heading(level=level, text=pen.phrase(key), id=f"summary-{question.id}-{key}", listed=False)

    yield Paragraph(line=(Run(text=f"{pen.label('question')} ", style="strong"), Run(text=question.text)))
    yield answer(pen, question)
    if question.reasons:
        yield heading("established-already" if question.verdict in NO_PROPOSAL else "why")
        items = tuple(Item(line=pen.with_cites(reason.text, reason.citations)) for reason in question.reasons)
        yield Bullets(items=items, numbered=True)
    if level == 2:
        yield heading("to-settle-first")
        yield from _to_settle(pen)
    yield heading("next-steps")
    yield from _next_steps(pen, question)
    yield Paragraph(line=(Run(text=f"{pen.label('sureness')} ", style="strong"), Run(text=question.sureness)))


def answer(pen: Pen, question: QuestionPart) -> Callout:
    """Frame the answer, as a proposal when there is one."""
    lines: tuple[Line, ...] = ((Run(text=question.decision, style="strong"),), plain(question.explanation))
    key = "answer" if question.verdict in NO_PROPOSAL else "decision"
    return Callout(title=pen.phrase(key), lines=lines, tone="decision")


def _to_settle(pen: Pen) -> Iterator[Block]:
    points = [part for part in pen.report.settle if part.decisive]
    if not points:
        yield Paragraph(line=plain(pen.phrase("nothing-to-settle")))
        return
    items = [Item(line=plain(part.question)) for part in points[:POINTS_IN_SUMMARY]]
    if (more := len(points) - len(items)) > 0:
        items.append(Item(line=(Run(text=pen.phrase("and-more", n=more), style="note"),)))
    yield Bullets(items=tuple(items))


def _next_steps(pen: Pen, question: QuestionPart) -> Iterator[Block]:
    if not question.next_steps:
        key = {"undecided": "settle-then-act", "conflict": "settle-then-act", "tied": "choose-then-act"}
        yield Paragraph(line=plain(pen.phrase(key.get(question.verdict, "no-step"))))
        return
    items = []
    for step in question.next_steps:
        details = "".join(run.text for line in pen.how(step)[:2] for run in (Run(text=" · "), *line))
        more = (Run(text=details, style="note"),) if details else ()
        items.append(Item(line=(Run(text=step.who, style="strong"), Run(text=f" – {step.does}"), *more)))
    yield Bullets(items=tuple(items), numbered=True)
