"""The answers of a note: one framed, several in a table, with what is still to be settled in its own line."""

from collections.abc import Iterator

from petr_advisor.documents.blocks import Block, Callout, Cell, Heading, Line, Run, Style, Table, plain
from petr_advisor.documents.layout.pen import Pen
from petr_advisor.documents.layout.summary import NO_PROPOSAL, provisional
from petr_advisor.documents.model_note import Note, NoteAnswer, NoteDecision, NoteStop


def heading(pen: Pen, key: str) -> Heading:
    """Head a section of a note, or of the summary of a longer report."""
    level = 1 if pen.report.size == "note" else 2
    return Heading(level=level, text=pen.phrase(f"note.{key}"), id=f"note-{key}", listed=False)


def leading(pen: Pen, found: Note) -> Callout | None:
    """Frame the first of several answers on which something is to be done: what, why, what could stop it, how sure."""
    answer = next((each for each in found.answers if each.question == found.leading), None)
    if answer is None:
        return None
    lines = [(*_head(pen, answer), *_decision(answer, part)) for part in _parts(pen, answer)]
    lines += map(_warning, answer.warnings)
    why = found.reasons[0]
    lines.append((_label(pen, "note.why"), *pen.with_cites(why.text, why.citations)))
    for label, stop in zip(
        ("note.stops", *["note.stops-as-well"] * len(found.stops)), found.leading_stops, strict=False
    ):
        lines.append((_label(pen, label), *guarded(pen, stop)))
    lines.append((_label(pen, "sureness"), Run(text=answer.sure)))
    title = pen.phrase("shut-choice" if answer.shut else "decision")
    return Callout(title=title, lines=tuple(lines), tone="warning" if answer.shut else "decision")


def _label(pen: Pen, key: str) -> Run:
    return Run(text=f"{pen.label(key)} ", style="strong")


def guarded(pen: Pen, stop: NoteStop) -> Line:
    """Say what may stop the course, where it is written, and how to guard against it."""
    said = (Run(text=stop.text), *pen.bracketed(stop.citations))
    return (*said, Run(text=" "), _label(pen, "col-precaution"), Run(text=stop.guard)) if stop.guard else said


def answers(pen: Pen, found: Note) -> Iterator[Block]:
    """Frame what is proposed; several answers stand in a table, one a line."""
    if found.kind == "correct":
        if pen.report.size == "note":
            lines = (plain(pen.phrase("clash.held-back")),)
            yield Callout(title=pen.phrase("conflict-title"), lines=lines, tone="warning")
    elif found.kind == "find_out":
        said = [pen.phrase("note.nothing-yet"), *filter(None, [found.meaning])]
        yield Callout(title=pen.phrase("answer"), lines=tuple(map(plain, said)), tone="decision")
    elif len(found.asked) == 1:
        yield _answer(pen, found.answers[0], found.meaning)
    else:
        # a column of its own for how sure would take a quarter of the width for a word
        header = (" · ".join((pen.phrase("note.question"), pen.phrase("sureness"))), pen.phrase("note.course"))
        rows = tuple(_row(pen, answer) for answer in found.answers if answer.question != found.leading)
        yield Table(caption=pen.phrase("note.course"), captioned=False, header=header, rows=rows, widths=(27, 73))


def _answer(pen: Pen, found: NoteAnswer, meaning: str | None) -> Callout:
    key = "shut-choice" if found.shut else "answer" if found.state in NO_PROPOSAL else "decision"
    lines: list[Line] = [(Run(text=part.words, style="strong"), *_effect(part)) for part in found.parts]
    lines += provisional(pen) if found.state not in NO_PROPOSAL else ()
    lines += [plain(meaning)] if meaning else []
    lines += map(_warning, found.warnings)
    question = pen.report.questions[0]
    lines.append((_label(pen, "sureness"), Run(text=question.sureness)))
    return Callout(title=pen.phrase(key), lines=tuple(lines), tone="warning" if found.shut else "decision")


def _row(pen: Pen, found: NoteAnswer) -> tuple[Cell, ...]:
    """Give the line of an answer; in a note, which is read in minutes, what is said of each theme apart."""
    return (
        (plain(found.title), (Run(text=found.sure, style="note"),)),
        (
            *((*_head(pen, found), *_decision(found, part)) for part in _parts(pen, found)),
            *map(_warning, found.warnings),
        ),
    )


def _parts(pen: Pen, found: NoteAnswer) -> tuple[NoteDecision, ...]:
    """Give what is said of each theme apart, or all in one; the whole of what is open has its label in it already."""
    whole = NoteDecision(words=found.decision, state=found.state)
    return found.parts if pen.report.size == "note" or found.state == "to_settle" else (whole,)


def _head(pen: Pen, found: NoteAnswer) -> Line:
    """Give what stands before an answer: that it is a choice the law closes, or that it is still to be settled."""
    if found.state == "to_settle":
        return (Run(text=f"{pen.label('note.to-settle')} ", style="strong"),)
    return (Run(text="⚠ " if found.shut else "", style="mark"),)


def _decision(found: NoteAnswer, part: NoteDecision) -> Line:
    """Give what is answered, in strong letters where there is something to vote, and when it takes effect."""
    style: Style = "strong" if found.shut or part.state not in NO_PROPOSAL | {"done"} else "plain"
    return (Run(text=part.words, style=style), *_effect(part))


def _effect(part: NoteDecision) -> Line:
    return (Run(text=f" {part.effect}"),) if part.effect else ()


def _warning(said: str) -> Line:
    """Warn, beside an answer, of a refusal that it meets or of a legal day that its plan does not keep."""
    return (Run(text="⚠ ", style="mark"), Run(text=said))
