"""Typst, which sets pages and turns drawings into dots; texts reach it as data, never as its language."""

import functools
import json
import re
import sys
from collections.abc import Callable, Mapping
from importlib.resources import files
from typing import Any, Literal

import typst

from petr_advisor.errors import PetrAdvisorError

_LATIN_END = 0x2FFF
"""Beyond this letter, or in a script written from the right, the fonts that come with Typst have no glyph."""
_RIGHT_TO_LEFT = range(0x590, 0x900)
_OTHER_LETTER = re.compile(
    f"[{chr(_RIGHT_TO_LEFT[0])}-{chr(_RIGHT_TO_LEFT[-1])}{chr(_LATIN_END + 1)}-{chr(sys.maxunicode)}]"
)


class TypesettingError(PetrAdvisorError):
    """A document that could not be set; the text says why."""


def template(name: str) -> bytes:
    """Give a template of this package."""
    return files("petr_advisor.documents").joinpath("templates", name).read_bytes()


def typeset(
    data: Mapping[str, Any], form: Literal["pdf", "png"], *, source: str = "report.typ", ppi: int = 144
) -> list[bytes]:
    """Set data by a template; gives the file, or one picture a page."""
    text = json.dumps(data, ensure_ascii=False)
    compiler = _compiler(_needs_other_fonts(text))

    def compile_as(standards: list[Any]) -> bytes | list[bytes] | None:
        return compiler.compile(
            input=template(source),
            format=form,
            ppi=ppi,
            sys_inputs={"data": text},
            timestamp=data.get("timestamp"),
            pdf_standards=standards,
        )

    try:
        found = _accessible(compile_as) if form == "pdf" else compile_as([])
    except (typst.TypstError, RuntimeError) as error:
        reason = getattr(error, "message", error)
        raise TypesettingError.of("file.not-set", reason=str(reason)) from error
    if found is None:
        raise TypesettingError.of("file.nothing-set")
    return [found] if isinstance(found, bytes) else list(found)


def end_of(data: Mapping[str, Any], *, source: str = "report.typ") -> tuple[int, float]:
    """Tell on which page data set by a template end, and how far that page is filled, from 0 to 1."""
    text = json.dumps(data, ensure_ascii=False)
    other_fonts = _needs_other_fonts(text)
    try:
        said = typst.query(
            template(source), "<end>", "value", one=True, ignore_system_fonts=not other_fonts, sys_inputs={"data": text}
        )
    except (typst.TypstError, RuntimeError) as error:
        raise TypesettingError.of("file.not-set", reason=str(getattr(error, "message", error))) from error
    found = json.loads(said)
    return int(found["page"]), float(found["filled"])


def _accessible(compile_as: Callable[[list[Any]], Any]) -> Any:
    """Set a PDF by the accessibility standard PDF/UA-1, or tagged only when a letter has no glyph in any font."""
    try:
        return compile_as(["ua-1"])
    except (typst.TypstError, RuntimeError):
        return compile_as([])


@functools.cache
def _compiler(other_fonts: bool) -> typst.Compiler:  # noqa: FBT001 - the key of the cache
    """Give a compiler that knows the fonts that come with it, and those of the system only where they are needed."""
    return typst.Compiler(ignore_system_fonts=not other_fonts)


def _needs_other_fonts(text: str) -> bool:
    return bool(_OTHER_LETTER.search(text))


def raster(drawings: list[str], *, ppi: int = 200) -> list[bytes]:
    """Turn SVG drawings into PNG pictures."""
    return typeset({"drawings": drawings}, "png", source="drawings.typ", ppi=ppi) if drawings else []
