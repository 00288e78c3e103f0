"""The questionnaire laid out: one part for each person to ask, one field for each answer."""

from collections.abc import Iterator

from petr_advisor.documents.blocks import Block, Callout, Field, Heading, Paragraph, Run, plain
from petr_advisor.documents.model_document import Document
from petr_advisor.documents.model_questionnaire import Inquiry, Questionnaire
from petr_advisor.words.voice import Voice


def document_of(found: Questionnaire) -> Document:
    """Lay out a questionnaire."""
    voice = Voice(found.language)
    return Document(
        language=found.language,
        kind=voice.phrase("inquiry.kind"),
        brief=True,
        cover=found.cover,
        blocks=tuple(_blocks(found, voice)),
    )


def _blocks(found: Questionnaire, voice: Voice) -> Iterator[Block]:
    if not found.addressees:
        yield Paragraph(line=plain(voice.phrase("inquiry.nothing")))
        return
    lines = (plain(voice.phrase("inquiry.how")), plain(voice.phrase("inquiry.unknown")))
    yield Callout(title=voice.phrase("inquiry.how-title"), lines=lines, tone="notice")
    number = 0
    for place, addressee in enumerate(found.addressees, 1):
        yield Heading(level=1, text=addressee.who, id=f"who-{place}")
        for inquiry in addressee.inquiries:
            number += 1
            yield from _inquiry(number, inquiry, voice)


def _inquiry(number: int, found: Inquiry, voice: Voice) -> Iterator[Block]:
    mark = f" {voice.phrase('inquiry.decisive')}" if found.decisive else ""
    yield Paragraph(line=(Run(text=f"{number}. {found.question}", style="strong"), Run(text=mark, style="note")))
    said = [voice.labelled(voice.phrase("inquiry.why"), found.why)] if found.why else []
    said += [voice.labelled(voice.phrase("inquiry.where"), found.where)] if found.where else []
    for text in (*said, *found.notes):
        yield Paragraph(line=plain(text), style="note")
    yield Field(key=found.key, label=found.question, takes=found.takes, choices=found.choices, hint=found.hint)
