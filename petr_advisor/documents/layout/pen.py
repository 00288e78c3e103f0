"""What every part of a document is laid out with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from petr_advisor.consulting.weighing import LIVE
from petr_advisor.documents.addresses import PageKind, address
from petr_advisor.documents.blocks import Cell, Line, Run, Table, plain
from petr_advisor.documents.model import Report
from petr_advisor.documents.model_matters import DutyPart
from petr_advisor.documents.model_note import NoteWay
from petr_advisor.documents.model_options import OptionPart, StepPart
from petr_advisor.documents.parts import Citation
from petr_advisor.words.typography import capital
from petr_advisor.words.voice import Voice


@dataclass(frozen=True, kw_only=True)
class Pen(Voice):
    """Lays out in one language."""

    report: Report
    as_it_is: Mapping[str, NoteWay] = field(default_factory=dict)
    """By key question, doing nothing where it is a way though no option is that: on a screen, which has no note."""

    def cites(self, citations: Iterable[Citation]) -> Line:
        """Give citations as side notes that lead to the norms, a place once; in a note, those that stand in a text."""
        runs: list[Run] = []
        first: dict[str, Citation] = {}
        for each in citations:
            first.setdefault(each.place, each)
        for citation in first.values():
            if citation.no_text and self.report.size == "note":
                continue
            text = f"{self.phrase('joint.semicolon')}{citation.place}" if runs else citation.place
            runs.append(Run(text=text, style="note", to=norm_id(citation.norm)))
        return tuple(runs)

    def with_cites(self, text: str, citations: Iterable[Citation]) -> Line:
        """Give a text and, after it, its citations between brackets."""
        return (Run(text=text), *self.bracketed(citations))

    def bracketed(self, citations: Iterable[Citation]) -> Line:
        """Give citations between brackets, to be put after what they are about."""
        found = self.cites(citations)
        if not found:
            return ()
        texts = [run.text for run in found]
        texts[0], texts[-1] = f" [{texts[0]}", f"{texts[-1]}]" if len(texts) > 1 else f" [{texts[0]}]"
        return tuple(run.model_copy(update={"text": t}) for run, t in zip(found, texts, strict=True))

    def page(self, kind: PageKind, key: str) -> str | None:
        """Give the page of the site of the law, where the adviser publishes one."""
        site = self.report.cover.adviser.site
        return address(site, self.language, kind, key) if site else None

    def option(self, key: str) -> OptionPart | None:
        """Find an option."""
        return next((o for question in self.report.questions for o in question.options if o.id == key), None)

    def standing(self, option: OptionPart) -> str:
        """Say how an option stands: that it is done, where it is there today, rather than that it is possible."""
        lines = (line for question in self.report.questions for line in question.lines)
        done = option.status in LIVE and any(line.there and option.id in line.options for line in lines)
        return self.phrase("line.done") if done else self.status(option.status)

    def steps_table(self, caption: str, steps: Iterable[StepPart]) -> Table:
        """Lay out steps."""
        header = tuple(self.phrase(key) for key in ("col-number", "col-who", "col-does", "col-how", "col-text"))
        rows = tuple(self._step(step) for step in steps)
        return Table(caption=caption, header=header, rows=rows, widths=(7, 20, 34, 21, 18))

    def _step(self, step: StepPart) -> tuple[Cell, ...]:
        act = [plain(capital(step.does))]
        act += [(Run(text=step.note, style="note"),)] if step.note else []
        act += [self.produced(step.documents)] if step.documents else []
        how = self.how(step)
        return (
            (plain(str(step.number or "–")),),
            (plain(step.who),),
            tuple(act),
            tuple(how),
            (self.cites(step.citations),),
        )

    def produced(self, documents: Iterable[str]) -> Line:
        """Name the documents to produce."""
        return (Run(text=f"{self.label('to-produce')} ", style="strong"), Run(text=", ".join(documents)))

    def by_day(self, day: date, what: DutyPart | StepPart) -> str:
        """Say the last day of something, and whether it is only advised, aimed at by the State, or past."""
        key = "by-day-late" if what.late else "by-day"
        return self.phrase("advised-by" if what.advised else "wished-by" if what.wished else key, day=day)

    def how(self, step: StepPart) -> list[Line]:
        """Give the majority, the time and the meaning of silence of a step; of one that is done, that it is."""
        if step.done:
            return [plain(capital(step.done))]
        by = self.by_day(step.deadline, step) if step.deadline else None
        texts = [step.majority, step.when, None if by and by in (step.when or "") else by]
        texts += [step.silence, None if step.certain else self.phrase("depends")]
        return [plain(capital(text)) for text in texts if text]


def pen_for(report: Report) -> Pen:
    """Give what lays out a report, in its language."""
    return Pen(report.language, report=report)


_NORM = "norm-"


def norm_id(norm: str) -> str:
    """Give the anchor of a norm."""
    return f"{_NORM}{norm}"


def norm_of(anchor: str) -> str:
    """Give the norm of an anchor."""
    return anchor.removeprefix(_NORM)
