"""A report as one self-contained page of HTML, that can be read without script, printed, and heard."""

import base64

from markupsafe import Markup

from petr_advisor.documents.blocks import Heading, PictureBlock
from petr_advisor.documents.cover import banner, cover_rows, notice, title
from petr_advisor.documents.layout.document import document_of
from petr_advisor.documents.model import Report
from petr_advisor.documents.model_document import Document
from petr_advisor.documents.renderers.templates import pages
from petr_advisor.documents.settings import Logo, lightened
from petr_advisor.documents.typesetting import template
from petr_advisor.words.voice import Voice

DARK_PAPER = "#16181c"
"""The background of the dark page, as in the style sheet."""


def render(report: Report) -> bytes:
    """Give a report as HTML; every text is escaped."""
    return write(document_of(report))


def write(document: Document) -> bytes:
    """Give a document as HTML; every text is escaped."""
    blocks, adviser = document.blocks, document.cover.adviser
    voice = Voice(document.language)
    pictures = [block.picture for block in blocks if isinstance(block, PictureBlock)]
    headings = [block for block in blocks if isinstance(block, Heading) and block.level == 1]
    page = (
        pages()
        .get_template("report.html")
        .render(
            root="#",
            lang=document.language,
            title=title(document),
            author=adviser.name or "",
            accent=adviser.accent,
            accent_dark=lightened(adviser.accent, DARK_PAPER),
            css=Markup(template("report.css").decode()),  # noqa: S704 - our own style sheet
            labels={key: voice.phrase(key) for key in ("skip", "contents")} | {"kind": document.kind},
            logo=_logo(adviser.logo),
            cover=document.cover,
            cover_rows=cover_rows(document.cover, document.language),
            notice=notice(document),
            banner=banner(document),
            brief=document.brief,
            contents=[{"heading": heading} for heading in headings],
            blocks=blocks,
            drawings={p.id: Markup(p.svg) for p in pictures},  # noqa: S704 - shapes and text only, see parts
        )
    )
    return page.encode()


def _logo(logo: Logo | None) -> str | None:
    return f"data:image/{logo.kind};base64,{base64.b64encode(logo.data).decode()}" if logo else None
