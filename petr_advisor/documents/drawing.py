"""Drawing with SVG: boxes, bars, lines of text that fit, patterns that survive a grey print."""

import unicodedata
from collections.abc import Iterator
from xml.etree import ElementTree as ET

WIDTH = 680
INK, MUTED, PAPER, RULE = "#1b1b1b", "#555555", "#ffffff", "#999999"
FONT = "Libertinus Serif, Times New Roman, Liberation Serif, serif"
SIZE = 14.0
LEADING = 1.25


class Canvas:
    """A drawing as wide as the page, as tall as what is put on it."""

    def __init__(self, identifier: str, title: str, alt: str, accent: str) -> None:
        self.accent = accent
        self.hatch = f"{identifier}-hatch"
        self.root = ET.Element(
            "svg",
            {"xmlns": "http://www.w3.org/2000/svg", "role": "img", "aria-labelledby": f"{identifier}-t {identifier}-d"},
        )
        ET.SubElement(self.root, "title", id=f"{identifier}-t").text = title
        ET.SubElement(self.root, "desc", id=f"{identifier}-d").text = alt
        pattern = ET.SubElement(
            ET.SubElement(self.root, "defs"),
            "pattern",
            {"id": self.hatch, "width": "6", "height": "6", "patternUnits": "userSpaceOnUse"},
        )
        ET.SubElement(pattern, "rect", {"width": "6", "height": "6", "fill": PAPER, "class": "paper"})
        path = {"d": "M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2", "stroke": INK, "stroke-width": "1.4", "class": "inkline"}
        ET.SubElement(pattern, "path", path)

    def text(
        self, x: float, y: float, words: str, *, size: float = SIZE, anchor: str = "start", style: str = "ink"
    ) -> None:
        """Write one line of text."""
        fill = {"ink": INK, "muted": MUTED}.get(style, INK)
        attributes = {
            "x": f"{x:.1f}", "y": f"{y:.1f}", "font-size": f"{size:g}", "font-family": FONT,
            "text-anchor": anchor, "fill": fill, "class": style,
        }  # fmt: skip
        ET.SubElement(self.root, "text", attributes).text = words

    def lines(self, x: float, y: float, lines: list[str], *, size: float = SIZE, style: str = "ink") -> None:
        """Write lines of text, the first at a height."""
        for number, words in enumerate(lines):
            self.text(x, y + number * size * LEADING, words, size=size, style=style)

    def rect(self, x: float, y: float, width: float, height: float, fill: str = "none") -> None:
        """Draw a rectangle: filled with the accent, hatched, or empty."""
        fills = {"accent": (self.accent, "accent"), "hatch": (f"url(#{self.hatch})", "hatch"), "none": ("none", "none")}
        colour, style = fills[fill]
        attributes = {
            "x": f"{x:.1f}", "y": f"{y:.1f}", "width": f"{max(width, 0):.1f}", "height": f"{height:.1f}",
            "fill": colour, "stroke": INK, "stroke-width": "1", "class": f"shape {style}",
        }  # fmt: skip
        ET.SubElement(self.root, "rect", attributes)

    def band(self, x: float, y: float, width: float, height: float) -> None:
        """Draw a plain background for words that stand on a pattern."""
        self.rect(x, y, width, height)
        for name, value in (("fill", PAPER), ("stroke", "none"), ("class", "paper")):
            self.root[-1].set(name, value)

    def line(self, points: list[tuple[float, float]], *, dashed: bool = False, style: str = "ink") -> None:
        """Draw a broken line."""
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        colour, width = (INK, "1.2") if style == "ink" else (RULE, "0.8")
        attributes = {
            "points": path, "fill": "none", "stroke": colour, "stroke-width": width, "class": f"stroke {style}",
        }  # fmt: skip
        if dashed:
            attributes["stroke-dasharray"] = "5 4"
        ET.SubElement(self.root, "polyline", attributes)

    def circle(self, x: float, y: float, radius: float, *, full: bool) -> None:
        """Draw a circle, full or empty."""
        attributes = {
            "cx": f"{x:.1f}", "cy": f"{y:.1f}", "r": f"{radius:g}", "fill": INK if full else PAPER, "stroke": INK,
            "stroke-width": "1.4", "class": "dot" if full else "ring",
        }  # fmt: skip
        ET.SubElement(self.root, "circle", attributes)

    def half(self, x: float, y: float, radius: float) -> None:
        """Draw a circle whose left half is full."""
        self.circle(x, y, radius, full=False)
        d = f"M{x:.1f},{y - radius:.1f} a{radius:g},{radius:g} 0 0 0 0,{2 * radius:g} z"
        ET.SubElement(self.root, "path", {"d": d, "fill": INK, "class": "dot"})

    def status(self, x: float, y: float, status: str) -> None:
        """Draw the symbol of a status; always beside its word."""
        match status:
            case "open":
                self.circle(x, y, 6, full=True)
            case "conditional":
                self.half(x, y, 6)
            case "closed":
                self.circle(x, y, 6, full=False)
            case "undetermined":
                self.text(x, y + 5, "?", anchor="middle", size=16)
            case _:
                self.circle(x, y, 2, full=True)

    def requirement(self, x: float, y: float, state: str, side: float = 13) -> None:
        """Draw the mark of a condition: full when met, hatched when unknown, crossed out when not met."""
        fill = {"met": "accent", "unknown": "hatch"}.get(state, "none")
        self.rect(x, y, side, side, fill)
        if state == "unmet":
            self.line([(x + 2, y + 2), (x + side - 2, y + side - 2)])
            self.line([(x + side - 2, y + 2), (x + 2, y + side - 2)])

    def finish(self, height: float) -> str:
        """Close the drawing and give it as text."""
        self.root.set("viewBox", f"-1 -1 {WIDTH + 2} {height + 2:.0f}")
        self.root.set("width", str(WIDTH + 2))
        self.root.set("height", f"{height + 2:.0f}")
        return ET.tostring(self.root, encoding="unicode")


def wrap(text: str, width: float, *, size: float = SIZE, most: int = 3) -> list[str]:
    """Break a text into lines that fit, by an estimate of the width of letters; the end is cut when there are more."""
    lines: list[str] = []
    current, used = "", 0.0
    for word in _words(text, width, size):
        length = _length(word, size)
        if current and used + length > width:
            lines.append(current.rstrip())
            current, used = "", 0.0
        current += word
        used += length
    lines.append(current.rstrip())
    if len(lines) > most:
        lines = [*lines[: most - 1], lines[most - 1].rstrip(" ,;:")[:-1] + "…"]
    return lines


def _words(text: str, width: float, size: float) -> Iterator[str]:
    """Give words with the space after them; one too long for a line is cut."""
    for word in text.split(" "):
        piece = ""
        for letter in word:
            if piece and _length(piece + letter, size) > width:
                yield piece
                piece = ""
            piece += letter
        yield f"{piece} "


def _length(text: str, size: float) -> float:
    return sum(size * _advance(letter) for letter in text)


def _advance(letter: str) -> float:
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.1
    if letter in "iljtfrI.,;:'’!()[] \u202f":
        return 0.31
    if letter in "mwMW—…%":
        return 0.85
    return 0.67 if letter.isupper() else 0.5
