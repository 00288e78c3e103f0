"""The lines of the cover, the same for every format."""

from petr_advisor.documents.blocks import Callout, plain
from petr_advisor.documents.layout.pen import pen_for
from petr_advisor.documents.model import Report

FOOTER_LENGTH = 70


def cover_rows(report: Report) -> tuple[tuple[str, str], ...]:
    """Give the labelled lines of the cover: dates, adviser."""
    pen, cover = pen_for(report), report.cover
    contact = " · ".join(cover.adviser.contact)
    rows = [
        (pen.phrase("law-on"), pen.day(cover.as_of)),
        (pen.phrase("made-on"), pen.day(cover.made_on)),
        (pen.label("made-by"), cover.adviser.name or ""),
        (pen.label("contact"), contact),
    ]
    return tuple((label, value) for label, value in rows if value)


def notice(report: Report) -> Callout:
    """Give the notice of the cover."""
    title = pen_for(report).phrase("notice-title")
    return Callout(title=title, lines=(plain(report.cover.notice),), tone="notice")


def banner(report: Report) -> Callout | None:
    """Give the warning that the law is of another day; none when it is not."""
    said = report.cover.banner
    return Callout(title=pen_for(report).phrase("banner-title"), lines=(plain(said),), tone="warning") if said else None


def kind(report: Report) -> str:
    """Say what sort of document it is."""
    keys = {"note": "kind-of-document", "report": "kind-of-report", "file": "kind-of-file"}
    return pen_for(report).phrase(keys[report.size])


def title(report: Report) -> str:
    """Give the title of the document."""
    return f"{report.cover.territory} – {kind(report)}"


def footer(report: Report) -> str:
    """Give a short title for the foot of pages."""
    name = report.cover.territory
    name = name if len(name) <= FOOTER_LENGTH else name[: FOOTER_LENGTH - 1] + "…"
    pen = pen_for(report)
    return f"{name} · {pen.phrase('law-on')} {pen.day(report.cover.as_of)}"
