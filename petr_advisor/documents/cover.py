"""The lines of the cover, the same for every format."""

import re

from petr_advisor.documents.blocks import Callout, plain
from petr_advisor.documents.model_cover import Cover
from petr_advisor.documents.model_document import Document
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import Voice

FOOTER_LENGTH = 70
"""Letters that a name has at most at the foot of a page."""
_BETWEEN_NAMES = re.compile(r"[\s\u00a0\u202f]*[;,] ")


def cover_rows(cover: Cover, language: Language) -> tuple[tuple[str, str], ...]:
    """Give the labelled lines of the cover: dates, adviser."""
    voice = Voice(language)
    rows = [
        (voice.phrase("law-on"), voice.day(cover.as_of)),
        (voice.phrase("made-on"), voice.day(cover.made_on)),
        (voice.label("made-by"), cover.adviser.name or ""),
        (voice.label("contact"), " · ".join(cover.adviser.contact)),
    ]
    return tuple((label, value) for label, value in rows if value)


def notice(document: Document) -> Callout:
    """Give the notice of the cover."""
    title = Voice(document.language).phrase("notice-title")
    return Callout(title=title, lines=(plain(document.cover.notice),), tone="notice")


def banner(document: Document) -> Callout | None:
    """Give the warning that the law is of another day; none when it is not."""
    if (said := document.cover.banner) is None:
        return None
    return Callout(title=Voice(document.language).phrase("banner-title"), lines=(plain(said),), tone="warning")


def title(document: Document) -> str:
    """Give the title of the document."""
    return f"{document.cover.territory} – {document.kind}"


def footer(cover: Cover, language: Language) -> str:
    """Give a short title for the foot of pages."""
    voice = Voice(language)
    name = _shortened(cover.territory)
    return f"{name} · {voice.phrase('law-on')} {voice.day(cover.as_of)}"


def _shortened(name: str) -> str:
    """Keep of a list of names those that fit whole, else of a name its first words: no word is cut."""
    if len(name) <= FOOTER_LENGTH:
        return name
    ends = [found.start() for found in _BETWEEN_NAMES.finditer(name, 0, FOOTER_LENGTH)]
    head = name[: FOOTER_LENGTH - 1]
    kept = name[: ends[-1]] if ends else head.rpartition(" ")[0] or head
    return f"{kept.rstrip(' ,;:–(')}…"
