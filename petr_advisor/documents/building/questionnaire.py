"""The questionnaire of a case: what can still change its answers, by whom to ask."""

from collections.abc import Iterator
from datetime import date

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.blocks import Takes
from petr_advisor.documents.building.covering import cover_of
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.matters import settle_parts
from petr_advisor.documents.model_matters import SettlePart
from petr_advisor.documents.model_questionnaire import Addressee, Inquiry, Questionnaire
from petr_advisor.documents.settings import Adviser
from petr_advisor.explaining.remark_words import note_lines, remark_on
from petr_advisor.knowledge.vocabulary import FactType
from petr_advisor.words.texts import Language
from petr_advisor.words.typography import capital


def questionnaire(
    consultation: Consultation, language: Language, settings: Adviser, made_on: date, *, territory: str | None = None
) -> Questionnaire:
    """Write what is to be found out in a case; the same case, language, settings and day give the same form."""
    desk = Desk(language, consultation=consultation)
    questions = tuple(desk.say(desk.base.key_questions[key].text) for key in consultation.key_questions)
    return Questionnaire(
        language=language,
        cover=cover_of(desk, settings, made_on, questions, territory=territory),
        addressees=tuple(_addressees(desk)),
    )


def _addressees(desk: Desk) -> Iterator[Addressee]:
    by_whom: dict[str | None, list[Inquiry]] = {}
    for part in settle_parts(desk):
        respondent = desk.base.respondent_of.get(part.fact)
        by_whom.setdefault(respondent, []).extend(_inquiries(desk, part))
    for respondent, inquiries in by_whom.items():
        found = desk.base.respondents.get(respondent or "")
        who = desk.say(found.title) if found else desk.phrase("inquiry.anybody")
        yield Addressee(who=capital(who), inquiries=tuple(inquiries))


def _inquiries(desk: Desk, part: SettlePart) -> Iterator[Inquiry]:
    """Give what is to be found out of each entity, or of the territory."""
    kind = desk.base.facts[part.fact]
    text = desk.say(kind.ask.text if kind.ask else kind.label)
    takes = _takes(kind)
    for of in part.of or (None,):
        yield Inquiry(
            key=part.fact if of is None else f"{part.fact}@{of}",
            question=text if of is None else f"{text} ({desk.entity(kind.of or '', of)})",
            why=part.why,
            where=part.where,
            decisive=part.decisive,
            asked=part.asked,
            takes=takes,
            choices=tuple(_choices(desk, kind)) if takes == "choice" else (),
            notes=tuple(note_lines(desk, remark_on(desk.consultation, (part.fact, of)))),
            hint=desk.phrase(f"inquiry.hint.{'list' if kind.entity else kind.type}"),
        )


def _choices(desk: Desk, kind: FactType) -> Iterator[str]:
    for value in (True, False) if kind.type == "yes_no" else kind.choices:
        yield desk.value(kind, value)


def _takes(kind: FactType) -> Takes:
    if kind.entity is not None:
        return "lines"
    if kind.type in {"yes_no", "one_of"}:
        return "choice"
    return "day" if kind.type == "date" else "text"
