"""A report as PDF, set by Typst with the fonts that come with it; tagged, so that a screen reader follows it."""

import re
from datetime import UTC, datetime, time
from typing import Any

from petr_advisor.documents.blocks import PictureBlock
from petr_advisor.documents.cover import banner, cover_rows, footer, kind, notice, title
from petr_advisor.documents.layout.document import contents_depth, document_of
from petr_advisor.documents.layout.linking import anchors
from petr_advisor.documents.layout.pen import pen_for
from petr_advisor.documents.model import Report
from petr_advisor.documents.settings import as_data
from petr_advisor.documents.typesetting import typeset

_LONG_WORD = re.compile(r"\S{26,}")
_BREAK = "\u200b"


def render(report: Report) -> bytes:
    """Give a report as PDF."""
    blocks = document_of(report).blocks
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
        "labels": {key: pen.phrase(key) for key in ("contents", "page")} | {"kind": kind(report)},
        "logo": as_data(logo) if (logo := report.cover.adviser.logo) else None,
        "size": report.size,
        "cover": {
            "territory": report.cover.territory,
            "subtitle": report.cover.subtitle,
            "questions": report.cover.questions,
            "rows": cover_rows(report),
            "notice": notice(report).model_dump(mode="json"),
            "banner": warning.model_dump(mode="json") if (warning := banner(report)) else None,
        },
        "drawings": {picture.id: picture.svg for picture in pictures},
        "blocks": [_block(block) for block in blocks],
        "timestamp": int(datetime.combine(report.cover.made_on, time(12), UTC).timestamp()),
    }
    known = anchors(blocks)
    ready = {key: value if key in {"drawings", "logo"} else _breakable(value, known) for key, value in data.items()}
    return typeset(ready, "pdf")[0]


def _block(block: Any) -> dict[str, Any]:
    found: dict[str, Any] = block.model_dump(mode="json")
    if isinstance(block, PictureBlock):
        found["picture"] = {key: found["picture"][key] for key in ("id", "title", "alt")}
    return found


def _breakable(value: Any, known: frozenset[str]) -> Any:
    """Let very long words break, and take out links that lead nowhere."""
    if isinstance(value, dict):
        return {
            key: (inner if inner in known else None) if key == "to"
            else inner if key in {"id", "address", "accent", "lang"}
            else inner if key == "ids"
            else _breakable(inner, known)
            for key, inner in value.items()
        }  # fmt: skip
    if isinstance(value, list | tuple):
        return [_breakable(inner, known) for inner in value]
    return _LONG_WORD.sub(_broken, value) if isinstance(value, str) else value


def _broken(found: re.Match[str]) -> str:
    word = found[0]
    return _BREAK.join(word[start : start + 13] for start in range(0, len(word), 13))
