"""The votes of members, one sheet a vote: typed as they come in, counted by the rule of the case."""

from fractions import Fraction
from typing import NamedTuple

from petr_advisor.documents.layout.pen import Pen
from petr_advisor.documents.model_ballots import BallotPart, IncludedPart, VoterPart, WayPart
from petr_advisor.documents.renderers.workbook.page import Formula, Kind, Page

WIDTHS = (44, 14, 26, 14, 12, 14, 14, 18, 14, 16, 12)
HEADS = ("col-member", "col-population", "book.body", "book.received", "book.vote", "book.voted-on", "book.last-day",
         "book.silence", "book.counted", "book.needed")  # fmt: skip


class Rows(NamedTuple):
    """The rows of the members."""

    first: int
    last: int
    communes: str | None
    """The column of what each counts for, where it does for as many communes as it has: the last one."""

    def column(self, letter: str) -> str:
        """Name the cells of a column."""
        return f"${letter}${self.first}:${letter}${self.last}"


def votes(page: Page, pen: Pen, ballot: BallotPart) -> None:
    """Lay out a vote: the rule and where it stands on top, then each member."""
    columns = len(WIDTHS)
    page.line(ballot.title, look="title")
    page.wide(pen.labelled(pen.phrase("book.majority"), ballot.majority), columns, "strong")
    if ballot.by_when:
        page.wide(ballot.by_when, columns)
    if ballot.silence:
        page.wide(ballot.silence, columns)
    closing = pen.phrase("book.votes-close" if ballot.closes else "book.votes-stay-open")
    text = "book.votes-text-opposition" if ballot.opposition else "book.votes-text"
    page.wide(pen.phrase(text, closing=closing), columns)
    if ballot.source:
        page.wide(ballot.source, columns)
    if ballot.besides:
        page.wide(pen.phrase("book.votes-besides"), columns)
    page.put(1, pen.phrase("book.on-day"), "strong")
    today = f"$B${page.row}"
    page.put(2, Formula("TODAY()"), "input", "day")
    page.row += 1
    first = page.row + _rule_rows(ballot) + 2
    last_column = "J" if ballot.included is None else "K"
    rows = Rows(
        first, first + len(ballot.voters) - (0 if ballot.besides else 1), last_column if ballot.by_communes else None
    )
    _standing(page, pen, ballot, rows)
    page.row += 1
    page.heads(map(pen.phrase, _heads(ballot)))
    _members(page, pen, ballot, rows, today)


def _heads(ballot: BallotPart) -> tuple[str, ...]:
    """Give the heads of the columns that the rule fills; without bodies, the number of each resolution has a place."""
    heads = HEADS if _of_bodies(ballot) else (*HEADS[:2], "book.resolution", *HEADS[3:])
    last = ("book.communes",) if ballot.by_communes else ()
    if ballot.included is None:
        return (*heads[:-1], *last)
    return (*heads[:-1], "book.body-share", *last) if ballot.included.which == "share_of_each_epci" else (*heads, *last)


def _of_bodies(ballot: BallotPart) -> bool:
    return any(voter.body for voter in ballot.voters)


def _rule_rows(ballot: BallotPart) -> int:
    shares = sum((way.members is not None) + (way.population is not None) for way in ballot.ways)
    return 3 + shares + (1 if ballot.included else 0) + (1 if ballot.by_communes else 0)


def _members(page: Page, pen: Pen, ballot: BallotPart, rows: Rows, today: str) -> None:
    words = {"for": pen.phrase("book.for"), "against": pen.phrase("book.against")}
    silences = {key: pen.phrase(f"book.silence-{key}") for key in ("favourable", "unfavourable", "nothing")}
    wanted, silent = ("against", "unfavourable") if ballot.opposition else ("for", "favourable")
    bodies = _of_bodies(ballot)
    others = [VoterPart(name=ballot.besides, population=None, body=None, received=None, vote=None, on=None, until=None,
                        silence="nothing")] if ballot.besides else []  # fmt: skip
    for voter in (*ballot.voters, *others):
        row = page.row
        page.put(1, voter.name)
        page.put(2, voter.population, "input", "number")
        page.put(3, voter.body, "plain" if bodies else "input")
        page.put(4, voter.received, "input", "day")
        page.put(5, words[voter.vote] if voter.vote else None, "input")
        page.put(6, voter.on, "input", "day")
        page.put(7, voter.until or _last_day(ballot, row), "input", "day")
        page.put(8, silences[voter.silence], "input")
        late = f'AND(F{row}<>"",G{row}<>"",F{row}>G{row})' if ballot.closes else "FALSE"
        voted = f'AND(E{row}="{words[wanted]}",NOT({late}))'
        silence = f'AND(OR(E{row}="",{late}),G{row}<>"",{today}>G{row},H{row}="{silences[silent]}")'
        page.put(9, Formula(f"IF(OR({voted},{silence}),1,0)"), kind="number")
        if ballot.included is not None:
            kind: Kind = "share" if ballot.included.which == "share_of_each_epci" else "number"
            page.put(10, Formula(_needed(ballot.included, rows, row)), kind=kind)
        if rows.communes is not None:
            page.put(11 if ballot.included else 10, voter.communes, "input", "number")
        page.row += 1
    page.choices(f"E{rows.first}:E{rows.last}", tuple(words.values()))
    page.choices(f"H{rows.first}:H{rows.last}", tuple(silences.values()))


def _last_day(ballot: BallotPart, row: int) -> Formula | None:
    """Count a member's time from the day on which it received the text, once that day is typed."""
    return Formula(f'IF(D{row}="","",EDATE(D{row},{ballot.months}))') if ballot.months is not None else None


def _needed(rule: IncludedPart, rows: Rows, row: int) -> str:
    """Write whether a member is one without whom nothing is carried; for bodies, the share of its body that is won."""
    if rule.which == "share_of_each_epci":
        body = f"{rows.column('C')},C{row}"
        return f"SUMIFS({rows.column('I')},{body})/COUNTIF({body})"
    share = Fraction(rule.share)
    sign = ">" if rule.strictly else ">="
    over = f"B{row}*{share.denominator}{sign}SUM({rows.column('B')})*{share.numerator}"
    if rule.which != "every_member_over":
        over = f"AND(B{row}=MAX({rows.column('B')}),{over})"
    return f'IF(B{row}="",0,IF({over},1,0))'


def _standing(page: Page, pen: Pen, ballot: BallotPart, rows: Rows) -> None:
    """Say where the vote stands: what each way asks, has, and lacks; whether one is reached."""
    counted, people = rows.column("I"), rows.column("B")
    heads = rows.column(rows.communes) if rows.communes is not None else None
    reached: list[str] = []
    for number, way in enumerate(ballot.ways, 1):
        name = pen.phrase("book.way", n=number) if len(ballot.ways) > 1 else pen.phrase("book.majority")
        lacks = []
        asked = (
            _of_heads(way, counted, heads),
            ("col-population", way.population, way.population_strictly, f"SUM({people})",
             f"SUMPRODUCT({counted},{people})"),
        )  # fmt: skip
        for label, share, strictly, whole, part in asked:
            if share is not None:
                page.put(1, f"{name} – {pen.phrase(label)}")
                lacks.append(_lack(page, pen, Fraction(share), whole, part, strictly=strictly))
                page.row += 1
        weights = (*((people,) if way.population else ()), *((heads,) if way.members and heads else ()))
        unknown = ",".join(("FALSE", *(f"COUNT({weight})<ROWS({weight})" for weight in weights)))
        reached.append(f"AND(NOT(OR({unknown})),{','.join(f'{lack}=0' for lack in lacks)})")
    must = "TRUE"
    if ballot.included is not None:
        must = _must(ballot.included, rows)
        page.put(1, pen.phrase("book.included"))
        page.put(2, Formula(f'IF({must},"{pen.phrase("book.yes")}","{pen.phrase("book.no")}")'), "strong")
        page.row += 1
    everybody = f"SUM({counted})=ROWS({people})"
    done = f"OR({everybody},AND({must},OR({','.join(reached)})))"
    if ballot.besides and not ballot.opposition:
        done = f"AND($I${rows.last}=1,{done})"
    yes, no = ("book.blocked", "book.not-blocked") if ballot.opposition else ("book.reached", "book.not-reached")
    page.put(1, pen.phrase("book.stands"), "strong")
    page.put(2, Formula(f'IF({done},"{pen.phrase(yes)}","{pen.phrase(no)}")'), "strong")
    page.row += 1
    page.put(1, pen.phrase("book.silent-still"))
    page.put(2, Formula(f"COUNTBLANK({rows.column('E')})"), kind="number")
    page.row += 1
    missing = {"book.population-unknown": people} | ({"book.communes-unknown": heads} if heads else {})
    for label, weight in missing.items():
        page.put(1, pen.phrase(label))
        page.put(2, Formula(f"ROWS({weight})-COUNT({weight})"), kind="number")
        page.row += 1


def _of_heads(way: WayPart, counted: str, heads: str | None) -> tuple[str, str | None, bool, str, str]:
    """Give what a way asks of those who vote, each counting for one or for as many communes as it has."""
    share, strictly = way.members, way.members_strictly
    if heads is None:
        return ("book.members", share, strictly, f"ROWS({counted})", f"SUM({counted})")
    return ("book.communes", share, strictly, f"SUM({heads})", f"SUMPRODUCT({counted},{heads})")


def _lack(page: Page, pen: Pen, share: Fraction, whole: str, part: str, *, strictly: bool) -> str:
    """Write what a share asks of a whole, what there is, and what is missing; gives the cell of the last."""
    exact = f"{whole}*{share.numerator}/{share.denominator}"
    asked = page.put(2, Formula(f"INT({exact})+1" if strictly else f"ROUNDUP({exact},0)"), kind="number")
    page.put(3, pen.phrase("book.asked"), "note")
    there = page.put(4, Formula(part), kind="number")
    page.put(5, pen.phrase("book.there"), "note")
    lacks = page.put(6, Formula(f"MAX(0,{asked}-{there})"), "strong", "number")
    page.put(7, pen.phrase("book.missing"), "note")
    return lacks


def _must(rule: IncludedPart, rows: Rows) -> str:
    if rule.which != "share_of_each_epci":
        known = f"COUNT({rows.column('B')})=ROWS({rows.column('B')})"
        return f"AND({known},SUM({rows.column('J')})=SUMPRODUCT({rows.column('J')},{rows.column('I')}))"
    share = Fraction(rule.share)
    sign = ">" if rule.strictly else ">="
    return f"ROUND(MIN({rows.column('J')})*{share.denominator},9){sign}{share.numerator}"
