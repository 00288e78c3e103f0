"""The widths of the columns of a table: none narrower than its longest word."""

from petr_advisor.documents.blocks import Cell, Table, words

LINE = 92.0
"""How many letters fit on a line as wide as the page, in the small letters of a table."""
ROOM = 3.0
"""What the margins of a cell take, in letters."""
LONGEST = 20
"""A word longer than this may be broken."""


def fitted(table: Table) -> Table:
    """Widen the columns that are narrower than their longest word, at the cost of those that have room."""
    whole = sum(table.widths)
    shares = [width / whole for width in table.widths]
    least = [_least(table, place) for place in range(len(shares))]
    if sum(least) >= 1 or all(share >= low for share, low in zip(shares, least, strict=True)):
        return table
    lacking = sum(max(low - share, 0) for share, low in zip(shares, least, strict=True))
    spare = sum(max(share - low, 0) for share, low in zip(shares, least, strict=True))
    widths = tuple(
        low if share <= low else share - (share - low) * lacking / spare
        for share, low in zip(shares, least, strict=True)
    )
    return table.model_copy(update={"widths": tuple(round(100 * width, 2) for width in widths)})


def _least(table: Table, place: int) -> float:
    """Give the share of the line that the longest word of a column takes."""
    texts = [table.header[place], *(_text(row[place]) for row in table.rows)]
    longest = max((len(word) for text in texts for word in text.split()), default=0)
    return (min(longest, LONGEST) + ROOM) / LINE


def _text(cell: Cell) -> str:
    return " ".join(words(line) for line in cell)
