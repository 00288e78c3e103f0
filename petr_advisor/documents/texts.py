"""What documents tell, as plain text: the conclusions of a case, its plan."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from petr_advisor.consulting.case import Case
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.blocks import Block, Paragraph, plain
from petr_advisor.documents.build import Extent, build
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.note_ways import doing_nothing
from petr_advisor.documents.layout import options, summary
from petr_advisor.documents.layout.altering import altered
from petr_advisor.documents.layout.comparing import compared
from petr_advisor.documents.layout.document import CONCLUSIONS, HELD_BACK, PLAN, LaidOut, lay_out
from petr_advisor.documents.layout.pen import Pen, pen_for
from petr_advisor.documents.model import Report
from petr_advisor.documents.renderers.slides.slide import Slide
from petr_advisor.documents.renderers.slides.telling import slides, why
from petr_advisor.documents.renderers.text import text
from petr_advisor.documents.settings import Adviser
from petr_advisor.explaining.altering.alterations import Alteration
from petr_advisor.explaining.comparing.comparison import Comparison
from petr_advisor.planning.model import NothingToPlanError, Roadmap
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.planning.settings import BEST_NOW, PlanSettings
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import Voice

Write = Callable[[Iterable[Block]], str]
"""How blocks are written."""


def conclusions_text(consultation: Consultation, language: Language, write: Write = text) -> str:
    """Write everything that follows from a case; from answers that exclude each other, nothing does."""
    return _text(consultation, language, HELD_BACK if consultation.clashes else CONCLUSIONS, write=write)


def plan_text(consultation: Consultation, language: Language, wanted: PlanSettings, write: Write = text) -> str:
    """Write the plan of an option."""
    return _text(consultation, language, PLAN, wanted, write)


def comparison_text(found: Comparison, language: Language, names: tuple[str, str] | None = None) -> str:
    """Write what differs between two consultations; those whose answers exclude each other are named first."""
    voice = Voice(language, in_print=False)
    clashing = [held for held in (found.before, found.after) if held.clashes]
    return "\n\n".join([*(conclusions_text(held, language) for held in clashing), text(compared(found, voice, names))])


def altering_text(case: Case, option: str, found: tuple[Alteration, ...], language: Language) -> str:
    """Write the smallest sets of alterations that open an option."""
    return text(altered(case, option, found, Voice(language, in_print=False), _plan(case, found)))


def _plan(case: Case, found: tuple[Alteration, ...]) -> Roadmap | None:
    """Give the plan of a case, where one of some changes is what an answer of its course would bring about."""
    brought = any(change.cure is not None and change.cure.options for each in found for change in each.changes)
    if not brought or not isinstance(case, Consultation):
        return None
    try:
        return roadmap(case, case.as_of)
    except NothingToPlanError:
        return None


def option_text(consultation: Consultation, option: str, language: Language) -> str:
    """Write everything about an option of the case."""
    pen = pen_for(_report(consultation, language, ways=(option,)))
    found = pen.option(option)
    return text(options.in_full(pen, found)) if found else ""


def statuses_text(consultation: Consultation, language: Language) -> str:
    """Write every option with its status, one a line."""
    pen = pen_for(_report(consultation, language, beyond=False))
    found = (option for question in pen.report.questions for option in question.options)
    return text(Paragraph(line=options.in_short(pen, option)) for option in found)


def clashes_text(consultation: Consultation, language: Language) -> str:
    """Write the answers that exclude each other, and what to check."""
    return text(summary.conflicts(pen_for(_report(consultation, language, beyond=False))))


def pen_of_every_way(consultation: Consultation, language: Language) -> Pen:
    """Give what lays out the conclusions, with the duties and disputed points met on any option, retained or not."""
    ways = (option.id for outcome in consultation.outcomes for option in (*outcome.routes, *outcome.staying))
    report, desk = _report(consultation, language, ways=ways), Desk(language, consultation=consultation)
    left = {} if report.conflicts else {each.id: doing_nothing(desk, each) for each in report.questions}
    return replace(pen_for(report), as_it_is={key: way for key, way in left.items() if way is not None})


def slides_of(consultation: Consultation, language: Language, territory: str) -> tuple[Slide, ...]:
    """Give what slides tell of the conclusions, without their pictures, and why, answer by answer."""
    extent = Extent(size="report", annexes=False, pictures=False)
    today = date.today()  # noqa: DTZ011 - the day they are made is a local day
    report = build(consultation, language, Adviser(), today, territory=territory, extent=extent)
    if report.note is None:
        return ()
    pen, course = pen_for(report), 2
    made = slides(pen, report.note)
    alone = len(report.questions) == 1 or report.note.kind == "correct"
    return made if alone else (*made[:course], *why(pen), *made[course:])


def _report(
    consultation: Consultation,
    language: Language,
    wanted: PlanSettings = BEST_NOW,
    ways: Iterable[str] | None = None,
    *,
    beyond: bool = True,
) -> Report:
    extent = Extent(annexes=False, ways=None if ways is None else frozenset(ways), pictures=False, beyond=beyond)
    return build(consultation, language, Adviser(), consultation.as_of, wanted=wanted, extent=extent)


def _text(
    consultation: Consultation,
    language: Language,
    parts: Iterable[LaidOut],
    wanted: PlanSettings = BEST_NOW,
    write: Write = text,
) -> str:
    report = _report(consultation, language, wanted)
    pen = pen_for(report)
    head = Paragraph(line=plain(pen.phrase("law-of", day=consultation.as_of)))
    notice = Paragraph(line=plain(" ".join(filter(None, (report.cover.notice, report.cover.banner)))))
    told = lay_out(report, parts, numbered=False).blocks
    return f"{text((head,))}\n\n{write(told)}\n\n{text((notice,))}\n"
