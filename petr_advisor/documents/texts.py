"""What documents tell, as plain text: the conclusions of a case, its plan."""

from collections.abc import Iterable

from petr_advisor.consulting.case import Case
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.blocks import Paragraph, plain
from petr_advisor.documents.build import build
from petr_advisor.documents.layout.altering import altered
from petr_advisor.documents.layout.comparing import compared
from petr_advisor.documents.layout.document import CONCLUSIONS, HELD_BACK, PLAN, LaidOut, lay_out
from petr_advisor.documents.layout.pen import pen_for
from petr_advisor.documents.renderers.text import text
from petr_advisor.documents.settings import Adviser
from petr_advisor.explaining.altering.alterations import Alteration
from petr_advisor.explaining.comparing.comparison import Comparison
from petr_advisor.planning.settings import BEST_NOW, PlanSettings
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import Voice


def conclusions_text(consultation: Consultation, language: Language) -> str:
    """Write everything that follows from a case; from answers that exclude each other, nothing does."""
    return _text(consultation, language, HELD_BACK if consultation.clashes else CONCLUSIONS)


def plan_text(consultation: Consultation, language: Language, wanted: PlanSettings) -> str:
    """Write the plan of an option."""
    return _text(consultation, language, PLAN, wanted)


def comparison_text(found: Comparison, language: Language, names: tuple[str, str] | None = None) -> str:
    """Write what differs between two consultations; those whose answers exclude each other are named first."""
    voice = Voice(language, in_print=False)
    clashing = [held for held in (found.before, found.after) if held.clashes]
    return "\n\n".join([*(conclusions_text(held, language) for held in clashing), text(compared(found, voice, names))])


def altering_text(case: Case, option: str, found: tuple[Alteration, ...], language: Language) -> str:
    """Write the smallest sets of alterations that open an option."""
    return text(altered(case, option, found, Voice(language, in_print=False)))


def _text(
    consultation: Consultation,
    language: Language,
    parts: Iterable[LaidOut],
    wanted: PlanSettings = BEST_NOW,
) -> str:
    report = build(consultation, language, Adviser(), consultation.as_of, wanted=wanted, annexes=False)
    pen = pen_for(report)
    head = Paragraph(line=plain(pen.phrase("law-of", day=consultation.as_of)))
    notice = Paragraph(line=plain(report.cover.notice))
    told = lay_out(report, parts, numbered=False).blocks
    return f"{text((head,))}\n\n{text(told)}\n\n{text((notice,))}\n"
