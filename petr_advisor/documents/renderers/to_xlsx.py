"""A report as a workbook to work on: what each member pays, votes, the calendar, the points to find out.

Formulas are live, and there is no macro; a text that begins as a formula does stays a text.
"""

import io
import re
from collections.abc import Mapping
from datetime import datetime, time
from typing import TYPE_CHECKING

from petr_advisor.documents.cover import cover_rows
from petr_advisor.documents.layout.pen import Pen, pen_for
from petr_advisor.documents.model import Report

if TYPE_CHECKING:
    from petr_advisor.documents.renderers.workbook.page import Page

_NO_NAME = re.compile(r"[\[\]:*?/\\']")
LONGEST_NAME = 31


def render(report: Report) -> bytes:
    """Give a report as a workbook."""
    from openpyxl import Workbook  # noqa: PLC0415 - only here is it needed

    from petr_advisor.documents.renderers.workbook import follow, sharing, votes  # noqa: PLC0415
    from petr_advisor.documents.renderers.workbook.page import Page  # noqa: PLC0415

    pen, accent = pen_for(report), report.cover.adviser.accent
    book = Workbook()
    book.remove(book.worksheets[0])
    names: list[str] = []

    def page(key: str, widths: tuple[float, ...], **fields: object) -> Page:
        name = _NO_NAME.sub(" ", pen.phrase(key, **fields))[:LONGEST_NAME]
        names.append(name)
        return Page(book, name, accent, widths)

    front = page("book.sheet-front", (30, 90))
    team = page("book.sheet-team", (50, 16, 20, 20))
    to_share = sharing.team(team, pen)
    shares = page("book.sheet-contributions", (44, 14, 18, 16, 16, 16, 16, 16, 16, 16))
    sharing.contributions(shares, pen, _members(report), _today(report), to_share)
    for number, ballot in enumerate(report.ballots, 1):
        votes.votes(page("book.sheet-votes", votes.WIDTHS, n=number), pen, ballot)
    if report.roadmap is not None:
        follow.calendar(page("book.sheet-calendar", follow.CALENDAR), pen, report.roadmap)
    if report.settle:
        follow.points(page("book.sheet-points", follow.POINTS), pen, report.settle)
    titles = {pen.phrase("book.sheet-votes", n=n): ballot.title for n, ballot in enumerate(report.ballots, 1)}
    _front(front, pen, report, {name: titles.get(name, "") for name in names[1:]})
    made = datetime.combine(report.cover.made_on, time(12))
    book.properties.title, book.properties.creator = _title(report, pen), report.cover.adviser.name or "petr-advisor"
    book.properties.created = book.properties.modified = made
    book.properties.language = report.language
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _members(report: Report) -> list[tuple[str, int | None]]:
    """Give the members that pay, with their populations: those of the council, else those on the map."""
    if report.governance is not None and report.governance.seats:
        return [(part.member, part.population) for part in report.governance.seats]
    return [(member.name, member.population) for member in report.map.members] if report.map else []


def _today(report: Report) -> list[tuple[str, int | None]]:
    """Give the members that pay today, where they are others; none where no body has any, or seats, after."""
    found = report.governance
    return [(part.name, part.population) for part in found.members_today] if found is not None and found.seats else []


def _title(report: Report, pen: Pen) -> str:
    return f"{report.cover.territory} – {pen.phrase('book.kind')}"


def _front(page: "Page", pen: Pen, report: Report, sheets: Mapping[str, str]) -> None:
    """Say whose workbook it is, how to use it, and what it is not."""
    page.line(_title(report, pen), look="title")
    for label, value in cover_rows(report.cover, report.language):
        page.put(1, label, "strong")
        page.put(2, value)
        page.row += 1
    page.row += 1
    for question in report.questions:
        page.put(1, question.title, "strong")
        page.put(2, question.decision)
        page.row += 1
    page.row += 1
    page.put(1, pen.phrase("book.fill-in"), "input")
    page.put(2, pen.phrase("book.fill-in-text"))
    page.row += 2
    for name, about in sheets.items():
        page.put(1, name, "strong")
        page.put(2, about)
        page.row += 1
    page.row += 1
    for text in filter(None, (report.cover.banner, report.cover.notice)):
        page.wide(text, 2)
