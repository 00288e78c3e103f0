"""A report as PDF, set by Typst with the fonts that come with it; tagged, so that a screen reader follows it."""

import re
from datetime import UTC, datetime, time
from typing import Any

from petr_advisor.documents.blocks import Heading, Item, PictureBlock, Table
from petr_advisor.documents.cover import cover_rows, footer, notice, title
from petr_advisor.documents.layout.document import contents_depth, lay_out
from petr_advisor.documents.layout.pen import pen_for
from petr_advisor.documents.model import Report
from petr_advisor.documents.settings import as_data
from petr_advisor.documents.typesetting import typeset

_LONG_WORD = re.compile(r"\S{26,}")
_BREAK = "\u200b"


def render(report: Report) -> bytes:
    """Give a report as PDF."""
    blocks = lay_out(report).blocks
    pictures = [block.picture for block in blocks if isinstance(block, PictureBlock)]
    accent = report.cover.adviser.accent
    pen = pen_for(report)
    data = {
        "lang": report.language,
        "title": title(report),
        "author": report.cover.adviser.name or "",
        "keywords": list(report.cover.questions),
        "accent": accent,
        "depth": contents_depth(blocks),
        "footer": footer(report),
        "labels": {key: pen.phrase(key) for key in ("contents", "page")} | {"kind": pen.phrase("kind-of-document")},
        "logo": as_data(logo) if (logo := report.cover.adviser.logo) else None,
        "cover": {
            "territory": report.cover.territory,
            "subtitle": report.cover.subtitle,
            "questions": report.cover.questions,
            "rows": cover_rows(report),
            "notice": notice(report).model_dump(mode="json"),
        },
        "drawings": {picture.id: picture.svg for picture in pictures},
        "blocks": [_block(block) for block in blocks],
        "timestamp": int(datetime.combine(report.cover.made_on, time(12), UTC).timestamp()),
    }
    anchors = _anchors(blocks)
    ready = {key: value if key in {"drawings", "logo"} else _breakable(value, anchors) for key, value in data.items()}
    return typeset(ready, "pdf")[0]


def _block(block: Any) -> dict[str, Any]:
    found: dict[str, Any] = block.model_dump(mode="json")
    if isinstance(block, PictureBlock):
        found["picture"] = {key: found["picture"][key] for key in ("id", "title", "alt")}
    return found


def _anchors(blocks: tuple[Any, ...]) -> frozenset[str]:
    """Give every place that a link may lead to."""
    found = {block.id for block in blocks if isinstance(block, Heading)}
    for block in blocks:
        if isinstance(block, Table):
            found.update(block.ids)
        for item in getattr(block, "items", ()):
            found.update(_item_anchors(item))
    return frozenset(found)


def _item_anchors(item: Item) -> set[str]:
    below = {each for child in item.children for each in _item_anchors(child)}
    return below | ({item.id} if item.id else set())


def _breakable(value: Any, anchors: frozenset[str]) -> Any:
    """Let very long words break, and take out links that lead nowhere."""
    if isinstance(value, dict):
        return {
            key: (inner if inner in anchors else None) if key == "to"
            else inner if key in {"id", "address", "accent", "lang"}
            else inner if key == "ids"
            else _breakable(inner, anchors)
            for key, inner in value.items()
        }  # fmt: skip
    if isinstance(value, list | tuple):
        return [_breakable(inner, anchors) for inner in value]
    return _LONG_WORD.sub(_broken, value) if isinstance(value, str) else value


def _broken(found: re.Match[str]) -> str:
    word = found[0]
    return _BREAK.join(word[start : start + 13] for start in range(0, len(word), 13))
