"""A report as one self-contained page of HTML, that can be read without script, printed, and heard."""

import base64

from markupsafe import Markup

from petr_advisor.documents.blocks import Heading, PictureBlock
from petr_advisor.documents.cover import banner, cover_rows, kind, notice, title
from petr_advisor.documents.layout.document import document_of
from petr_advisor.documents.layout.pen import pen_for
from petr_advisor.documents.model import Report
from petr_advisor.documents.renderers.templates import pages
from petr_advisor.documents.settings import Logo, lightened
from petr_advisor.documents.typesetting import template

DARK_PAPER = "#16181c"
"""The background of the dark page, as in the style sheet."""


def render(report: Report) -> bytes:
    """Give a report as HTML; every text is escaped."""
    blocks = document_of(report).blocks
    pen, adviser = pen_for(report), report.cover.adviser
    pictures = [block.picture for block in blocks if isinstance(block, PictureBlock)]
    headings = [block for block in blocks if isinstance(block, Heading) and block.level == 1]
    page = (
        pages()
        .get_template("report.html")
        .render(
            root="#",
            lang=report.language,
            title=title(report),
            author=adviser.name or "",
            accent=adviser.accent,
            accent_dark=lightened(adviser.accent, DARK_PAPER),
            css=Markup(template("report.css").decode()),  # noqa: S704 - our own style sheet
            labels={key: pen.phrase(key) for key in ("skip", "contents")} | {"kind": kind(report)},
            logo=_logo(adviser.logo),
            cover=report.cover,
            cover_rows=cover_rows(report),
            notice=notice(report),
            banner=banner(report),
            size=report.size,
            contents=[{"heading": heading} for heading in headings],
            blocks=blocks,
            drawings={p.id: Markup(p.svg) for p in pictures},  # noqa: S704 - shapes and text only, see parts
        )
    )
    return page.encode()


def _logo(logo: Logo | None) -> str | None:
    return f"data:image/{logo.kind};base64,{base64.b64encode(logo.data).decode()}" if logo else None
