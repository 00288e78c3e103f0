"""A report as slides for a council: six to eight, in the adviser's colours, with notes for the speaker."""

from petr_advisor.documents.cover import cover_rows, footer
from petr_advisor.documents.layout.pen import pen_for
from petr_advisor.documents.model import Report
from petr_advisor.documents.renderers.docx_styles import LANGUAGES
from petr_advisor.documents.typesetting import raster


def render(report: Report) -> bytes:
    """Give a report as slides; one built without its note has the first slide alone."""
    from petr_advisor.documents.renderers.slides.deck import Deck  # noqa: PLC0415 - only here is its library needed
    from petr_advisor.documents.renderers.slides.slide import Slide  # noqa: PLC0415
    from petr_advisor.documents.renderers.slides.telling import slides  # noqa: PLC0415

    pen, cover = pen_for(report), report.cover
    first, *others = slides(pen, report.note) if report.note is not None else (Slide(cover.territory),)
    drawings = [slide.picture.svg for slide in others if slide.picture is not None]
    images = iter(raster(drawings))
    deck = Deck(
        cover.adviser.accent,
        LANGUAGES[report.language],
        footer(cover, report.language),
        pen.phrase("slides.more", n="{n}"),
        cover.made_on,
    )
    lines = [cover.subtitle] if cover.subtitle else []
    lines.append(
        " · ".join(
            pen.labelled(label.rstrip(" :\u00a0\u202f"), value) for label, value in cover_rows(cover, report.language)
        )
    )
    if cover.banner is not None:  # the speaker has why; what a room must know first is on the slide
        lines.append(f"⚠ {pen.phrase('banner-title')}")
    deck.cover(first, lines, cover.adviser.logo)
    for slide in others:
        deck.add(slide, next(images) if slide.picture is not None else None)
    return deck.save(f"{cover.territory} – {pen.phrase('slides.kind')}", cover.adviser.name or "petr-advisor")
