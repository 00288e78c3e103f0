"""The figures of the pictures, with what each shows for who cannot see it."""

from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.model_matters import SeatPart
from petr_advisor.documents.model_options import OptionPart, RequirementPart
from petr_advisor.documents.parts import Bar, BarsPicture, Box, GraphPicture, Marks, MarksPicture

MAX_OPTIONS = 14
MAX_BARS = 24
"""More bars would not be read; the table has them all."""
NEAR_HALF = 0.3
"""A share from which half of the population is worth a line on the picture."""
NEAR_CAP = 0.5
"""Where nobody has half of what the cap allows, its line would only shorten the bars."""
MAX_BOXES = 12
MAX_LEAVES = 3


def options_picture(desk: Desk, question: str, options: tuple[OptionPart, ...]) -> MarksPicture | None:
    """Compare options by their conditions and arguments."""
    if not options:
        return None
    rows = []
    for part in options[:MAX_OPTIONS]:
        place = f"{part.place}. " if part.place else ""
        rows.append(
            Marks(
                label=f"{place}{part.title}",
                status=part.status,
                shown=desk.status(part.status),
                requirements=tuple(r.state for r in part.requirements if r.state != "not_applicable"),
                arguments_for=sum(merit.favours for merit in part.merits),
                arguments_against=sum(not merit.favours for merit in part.merits),
            )
        )
    legend = [desk.phrase(f"legend-{state}") for state in ("met", "unknown", "unmet")]
    return MarksPicture(
        id=f"options-{question}",
        title=desk.phrase("picture-options"),
        alt=desk.phrase("alt-options", rows=desk.listed(_spoken(desk, row) for row in rows)),
        legend=(*legend, desk.phrase("legend-for"), desk.phrase("legend-against")),
        options=tuple(rows),
    )


def _spoken(desk: Desk, row: Marks) -> str:
    """Say one option of the comparison."""
    counts = [(row.requirements.count(state), state) for state in ("met", "unknown", "unmet")]
    said = [desk.phrase(f"count-{state}", n=n) for n, state in counts if n]
    said += [desk.phrase("count-for", n=row.arguments_for)] if row.arguments_for else []
    said += [desk.phrase("count-against", n=row.arguments_against)] if row.arguments_against else []
    return f"{row.label} ({', '.join([row.shown, *said])})"


def proof_picture(desk: Desk, part: OptionPart) -> GraphPicture | None:
    """Draw the proof of an option: its conditions, and the answers behind them."""
    applied = [r for r in part.requirements if r.state != "not_applicable"][:MAX_BOXES]
    if not applied:
        return None
    boxes = tuple(_box(found) for found in applied)
    said = desk.listed(
        f"{found.title} ({desk.requirement(found.state)})"
        + (f" — {', '.join(found.behind[:MAX_LEAVES])}" if found.behind else "")
        for found in applied
    )
    return GraphPicture(
        id=f"proof-{part.id}",
        title=desk.phrase("picture-proof", option=part.title),
        alt=desk.phrase("alt-proof", option=part.title, rows=said),
        legend=(desk.phrase("graph-conclusion"), desk.phrase("graph-conditions"), desk.phrase("graph-answers")),
        root=Box(text=part.title, state=part.status, children=boxes),
    )


def _box(found: RequirementPart) -> Box:
    leaves = tuple(Box(text=text) for text in found.behind[:MAX_LEAVES])
    return Box(text=found.title, state=found.state, children=leaves)


def shares_picture(desk: Desk, seats: tuple[SeatPart, ...]) -> BarsPicture:
    """Draw the population shares."""
    bars = [
        Bar(
            label=part.member,
            value=part.share,
            shown=desk.phrase("people", n=desk.number(part.population), share=desk.share(part.share)),
        )
        for part in seats
    ]
    return BarsPicture(
        id="population-shares",
        title=_cut_title(desk, "picture-shares", len(bars)),
        alt=desk.phrase("alt-shares", rows=desk.listed(f"{bar.label} {bar.shown}" for bar in bars)),
        bars=tuple(bars[:MAX_BARS]),
        limit=0.5 if bars[0].value >= NEAR_HALF else None,
        limit_shown=desk.phrase("half-population"),
    )


def seats_picture(desk: Desk, seats: tuple[SeatPart, ...], cap: int) -> BarsPicture:
    """Draw the seats before and after the cap."""
    bars = [
        Bar(
            label=part.member,
            value=part.seats,
            shown=desk.phrase("seats", n=part.seats),
            before=part.before_cap,
            before_shown=desk.phrase("seats", n=part.before_cap),
        )
        for part in seats
    ]
    said = desk.listed(
        desk.phrase("spoken-seats", member=part.member, before=part.before_cap, after=part.seats) for part in seats
    )
    return BarsPicture(
        id="seats",
        title=_cut_title(desk, "picture-seats", len(bars)),
        alt=desk.phrase("alt-seats", cap=cap, rows=said),
        legend=(desk.phrase("legend-after"), desk.phrase("legend-before")),
        bars=tuple(bars[:MAX_BARS]),
        limit=cap if max(part.before_cap for part in seats) >= cap * NEAR_CAP else None,
        limit_shown=desk.phrase("cap", n=cap),
    )


def _cut_title(desk: Desk, key: str, bars: int) -> str:
    """Give a caption; it says so when the picture does not hold every member."""
    title = desk.phrase(key)
    return title if bars <= MAX_BARS else desk.phrase("picture-cut", title=title, n=MAX_BARS, all=bars)
