"""What each member pays: the team's cost, then its share by population, by tax potential, or by both."""

from collections.abc import Mapping, Sequence

from petr_advisor.documents.layout.pen import Pen
from petr_advisor.documents.renderers.workbook.page import Formula, Kind, Page

POSTS, COSTS, RECEIPTS = 6, 5, 5
"""Rows to fill in: posts, other costs, receipts."""
Payers = Sequence[tuple[str, int | None]]
"""Members, with their inhabitants where they are known."""


def team(page: Page, pen: Pen) -> str:
    """Lay out the team's cost; gives the cell of what is left to share."""
    page.line(pen.phrase("book.team"), look="title")
    page.wide(pen.phrase("book.team-text"), 4)
    page.heads(pen.phrase(key) for key in ("book.post", "book.posts-share", "book.yearly-cost", "book.cost"))
    first = page.row
    for _ in range(POSTS):
        page.put(1, None, "input")
        share = page.put(2, None, "input", "decimal")
        cost = page.put(3, None, "input", "money")
        page.put(4, Formula(f"{share}*{cost}"), kind="money")
        page.row += 1
    posts = _sum(page, pen.phrase("book.posts-total"), first)
    others = _rows(page, pen.phrase("book.other-costs"), COSTS, pen.phrase("book.other-costs-total"))
    receipts = _rows(page, pen.phrase("book.receipts"), RECEIPTS, pen.phrase("book.receipts-total"))
    page.row += 1
    page.put(1, pen.phrase("book.to-share"), "strong")
    place = page.put(4, Formula(f"{posts}+{others}-{receipts}"), "strong", "money")
    page.row += 1
    return f"'{page.title}'!${place[0]}${place[1:]}"


def _rows(page: Page, title: str, count: int, total: str) -> str:
    page.row += 1
    page.put(1, title, "strong")
    page.row += 1
    first = page.row
    for _ in range(count):
        page.put(1, None, "input")
        page.put(4, None, "input", "money")
        page.row += 1
    return _sum(page, total, first)


def _sum(page: Page, title: str, first: int) -> str:
    page.put(1, title, "strong")
    place = page.put(4, Formula(f"SUM(D{first}:D{page.row - 1})"), "strong", "money")
    page.row += 1
    return place


def contributions(page: Page, pen: Pen, members: Payers, today: Payers, to_share: str) -> None:
    """Lay out the share of each member by three keys, for the members to come and for those of today if they differ.

    Members come with their populations where they are known; `today` is empty where they stay the same.
    """
    page.line(pen.phrase("book.contributions"), look="title")
    page.wide(pen.phrase("book.contributions-text"), 10)
    if not today:
        _shares(page, pen, members, to_share, {})
        return
    page.line(pen.phrase("book.contributions-after"), look="strong")
    after = _shares(page, pen, members, to_share, {})
    page.row += 1
    page.line(pen.phrase("book.contributions-today"), look="strong")
    before = _shares(page, pen, today, to_share, after)
    page.row += 1
    page.line(pen.phrase("book.contributions-change"), look="strong")
    page.wide(pen.phrase("book.contributions-change-text"), 10)
    page.heads(map(pen.phrase, ("col-member", "book.by-population", "book.by-potential", "book.by-both")), frozen=False)
    for name in dict.fromkeys((*after, *before)):
        page.put(1, name)
        for column, letter in enumerate("EGI", 2):
            own, once = (f"{letter}{rows[name]}" if name in rows else "0" for rows in (after, before))
            page.put(column, Formula(f'IF(OR({own}="",{once}=""),"",{own}-{once})'), kind="money")
        page.row += 1


def _shares(page: Page, pen: Pen, members: Payers, to_share: str, typed: Mapping[str, int]) -> dict[str, int]:
    """Lay out a table of shares; gives the row of each member. What was typed once is taken from the rows given."""
    page.put(1, pen.phrase("book.to-share"), "strong")
    total = _fixed(page.put(2, Formula(to_share), "input", "money"))
    page.row += 1
    page.put(1, pen.phrase("book.weight"), "strong")
    weight = _fixed(page.put(2, 0.5, "input", "share"))
    page.row += 2
    keys = (
        "col-member", "col-population", "book.potential", "book.share-population", "book.by-population",
        "book.share-potential", "book.by-potential", "book.share-mixed", "book.by-both", "book.by-head",
    )  # fmt: skip
    first = page.heads(map(pen.phrase, keys), frozen=not typed)
    last = first + max(len(members), 1) - 1
    people, potential = f"B${first}:B${last}", f"C${first}:C${last}"
    rows = {}
    for name, population in members or [("", None)]:
        row = rows[name] = page.row
        known = Formula(f'IF(C{typed[name]}="","",C{typed[name]})') if name in typed else None
        page.put(1, name)
        page.put(2, population, "input", "number")
        page.put(3, known, "plain" if known else "input", "money")
        page.put(4, Formula(f'IF(COUNT({people})<ROWS({people}),"",B{row}/SUM({people}))'), kind="share")
        page.put(5, Formula(f'IF(D{row}="","",D{row}*{total})'), kind="money")
        page.put(6, Formula(f'IF(COUNT({potential})<ROWS({potential}),"",C{row}/SUM({potential}))'), kind="share")
        page.put(7, Formula(f'IF(F{row}="","",F{row}*{total})'), kind="money")
        page.put(8, Formula(f'IF(OR(D{row}="",F{row}=""),"",{weight}*D{row}+(1-{weight})*F{row})'), kind="share")
        page.put(9, Formula(f'IF(H{row}="","",H{row}*{total})'), kind="money")
        page.put(10, Formula(f'IF(OR(I{row}="",B{row}=""),"",I{row}/B{row})'), kind="money")
        page.row += 1
    page.put(1, pen.phrase("col-total"), "strong")
    for column, letter in enumerate("BCDEFGHI", 2):
        kind: Kind = "number" if letter == "B" else "share" if letter in "DFH" else "money"
        page.put(column, Formula(f"SUM({letter}{first}:{letter}{last})"), "strong", kind)
    page.row += 1
    return rows


def _fixed(place: str) -> str:
    return f"${place[0]}${place[1:]}"
