"""The comparison as a picture: a bar an engine, on a scale of powers of ten."""

import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment

WIDTH, LEFT, BAR, GAP = 760, 150, 18, 8
_TEMPLATE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {{ width }} {{ height }}" role="img"
 font-family="Liberation Sans, Arial, sans-serif" font-size="13">
<title>Cases a second of processor, by engine</title>
<rect width="{{ width }}" height="{{ height }}" fill="#ffffff"/>
{% for tick in ticks %}<line x1="{{ tick.x }}" x2="{{ tick.x }}" y1="30" y2="{{ height - 8 }}" stroke="#dddddd"/>
<text x="{{ tick.x }}" y="22" text-anchor="middle" fill="#555555">{{ tick.said }}</text>
{% endfor %}{% for bar in bars %}
{% if bar.head %}<text x="8" y="{{ bar.y + 13 }}" font-weight="bold">{{ bar.head }}</text>
{% else %}<text x="{{ left - 8 }}" y="{{ bar.y + 13 }}" text-anchor="end">{{ bar.name }}</text>
<rect x="{{ left }}" y="{{ bar.y }}" width="{{ bar.wide }}" height="{{ thick }}" fill="{{ bar.fill }}"/>
<text x="{{ left + bar.wide + 6 }}" y="{{ bar.y + 13 }}">{{ bar.said }}</text>
{% endif %}{% endfor %}</svg>
"""


def write_picture(
    found: dict[int, dict[str, dict[str, Any]]], folder: Path, rate: Callable[[dict[str, Any]], float]
) -> None:
    """Write `peers.svg` and `peers.png`: cases a second of each engine, for each size of the base."""
    rates = [rate(of) for peers in found.values() for of in peers.values()]
    top = math.ceil(math.log10(max(rates)))
    scale = (WIDTH - LEFT - 110) / top
    bars: list[dict[str, Any]] = []
    y = 34
    for size, peers in found.items():
        bars.append({"head": f"Base ×{size}, cases a second of processor", "y": y})
        y += BAR + GAP
        for name, of in sorted(peers.items(), key=lambda pair: -rate(pair[1])):
            many = 0.0 if "differs" in of else rate(of)
            said = f"{many:,.0f}" if many >= 10 else f"{many:.1f}" if many else "not timed"
            wide = max(0.0, round(math.log10(many) * scale, 1)) if many > 1 else 0.0
            fill = "#1f5fa8" if name in {"native", "columnar"} else "#9aa7b4"
            bars.append({"name": name, "y": y, "wide": wide, "said": said, "fill": fill})
            y += BAR + GAP
    ticks = [{"x": round(LEFT + power * scale, 1), "said": f"{10**power:,}"} for power in range(top + 1)]
    template = Environment(autoescape=True).from_string(_TEMPLATE)
    svg = template.render(width=WIDTH, height=y + 8, left=LEFT, thick=BAR, bars=bars, ticks=ticks)
    (folder / "peers.svg").write_text(svg, encoding="utf-8")
    (folder / "peers.png").write_bytes(_png(folder / "peers.svg"))


def _png(svg: Path) -> bytes:
    """Draw it by what draws the pictures of reports."""
    import typst  # noqa: PLC0415 - only here is it needed

    page = f'#set page(width: auto, height: auto, margin: 0pt)\n#image("{svg.name}", width: {WIDTH}pt)'
    source = svg.with_suffix(".typ")
    source.write_text(page, encoding="utf-8")
    try:
        return bytes(typst.compile(str(source), format="png", ppi=110))
    finally:
        source.unlink()
