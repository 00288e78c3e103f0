"""A report as PDF, set by Typst with the fonts that come with it; tagged, so that a screen reader follows it."""

import re
from datetime import UTC, datetime, time
from typing import Any

from petr_advisor.documents.blocks import PictureBlock
from petr_advisor.documents.cover import banner, cover_rows, footer, notice, title
from petr_advisor.documents.layout.document import contents_depth, document_of
from petr_advisor.documents.layout.linking import anchors
from petr_advisor.documents.model import Report
from petr_advisor.documents.model_document import Document
from petr_advisor.documents.renderers.days import unbroken
from petr_advisor.documents.settings import as_data
from petr_advisor.documents.typesetting import end_of, typeset
from petr_advisor.words.voice import Voice

_LONG_WORD = re.compile(r"\S{26,}")
LEAST_FILLED, LEAST_OF_NOTE = 0.55, 0.4
"""How far the last page of a report, of a note is to be filled, from 0 to 1, margins included."""
FULL = 0.7
"""How far the last of its pages is filled when a document leaves no room."""
CLOSEST = 2
"""How close the lines of a note may be set, its letters as large as ever."""
CUT, CUT_IN_A_NOTE, CUT_ANYWHERE = 1200, 300, -1
"""The characters in a cell beyond which its row may be cut between two pages; where a note has no room, sooner."""
_BREAK = "\u200b"


def render(report: Report) -> bytes:
    """Give a report as PDF."""
    return write(document_of(report))


def write(document: Document) -> bytes:
    """Give a document as PDF."""
    return typeset(set_of(document), "pdf")[0]


def is_full(document: Document) -> bool:
    """Tell whether a document fills its pages to the last: a format whose letters are wider has room for less."""
    if document.most_pages is None or not document.brief:
        return False
    found = set_of(document)
    pages, filled = end_of(found)
    bare = len(found["blocks"]) < len(document.blocks)
    return bare or (pages >= document.most_pages and (found["tight"] > 0 or filled > FULL))


def set_of(document: Document) -> dict[str, Any]:
    """Give what the template sets, as close as it has to be."""
    blocks, cover = document.blocks, document.cover
    pictures = [block.picture for block in blocks if isinstance(block, PictureBlock)]
    accent = cover.adviser.accent
    voice = Voice(document.language)
    data = {
        "lang": document.language,
        "title": title(document),
        "author": cover.adviser.name or "",
        "keywords": list(cover.questions),
        "accent": accent,
        "depth": contents_depth(blocks),
        "footer": footer(cover, document.language),
        "labels": {key: voice.phrase(key) for key in ("contents", "page")} | {"kind": document.kind},
        "logo": as_data(logo) if (logo := cover.adviser.logo) else None,
        "brief": document.brief,
        "tight": 0,
        "cut": CUT,
        "cover": {
            "territory": cover.territory,
            "subtitle": cover.subtitle,
            "questions": cover.questions,
            "rows": cover_rows(cover, document.language),
            "notice": notice(document).model_dump(mode="json"),
            "banner": warning.model_dump(mode="json") if (warning := banner(document)) else None,
        },
        "drawings": {picture.id: picture.svg for picture in pictures},
        "blocks": [_block(block) for block in blocks],
        "timestamp": int(datetime.combine(cover.made_on, time(12), UTC).timestamp()),
    }
    known = anchors(blocks)
    ready = {key: value if key in {"drawings", "logo"} else _breakable(value, known) for key, value in data.items()}
    least = LEAST_OF_NOTE if document.brief else LEAST_FILLED
    return _filled(ready, least, document.most_pages)


def _filled(data: dict[str, Any], least: float, most: int | None = None) -> dict[str, Any]:
    """Set a document tighter where its last page would hold a few lines that the pages before can take.

    One that should keep to some pages is set tighter still, then goes, where it must, without its pictures, which draw
    what it says in words.
    """
    pages, filled = end_of(data)
    over = most is not None and pages > most
    if pages == 1 or (filled >= least and not over):
        return data
    tight = {**data, "tight": 1}
    found = end_of(tight)[0]
    if most is not None and found > most:
        bare = [block for block in data["blocks"] if block["block"] != "picture"]
        closest = [{**data, "tight": CLOSEST, "cut": cut} for cut in (CUT_IN_A_NOTE, CUT_ANYWHERE)]
        for closer in (*closest, {**tight, "blocks": bare}, *({**each, "blocks": bare} for each in closest)):
            if end_of(closer)[0] <= most:
                return closer
    return tight if found < pages else data


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
    return _LONG_WORD.sub(_broken, unbroken(value)) if isinstance(value, str) else value


def _broken(found: re.Match[str]) -> str:
    word = found[0]
    return _BREAK.join(word[start : start + 13] for start in range(0, len(word), 13))
