"""The fields of a Word file that are filled in and read back."""

import io
from hashlib import sha256
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.shared import RGBColor
from docx.text.paragraph import Paragraph

from petr_advisor.documents.blocks import Field
from petr_advisor.documents.renderers.docx_parts import element

GREY = RGBColor(0x5A, 0x5A, 0x5A)
"""The colour of what is expected in a field, until an answer takes its place."""
LONGEST_TAG = 64
"""Letters that Word takes in the tag and the title of a field to fill in."""


def tag_of(key: str) -> str:
    """Give the tag of the field that answers something: the thing itself, cut and told apart when it is too long."""
    return key if len(key) <= LONGEST_TAG else f"{key[:47]}~{sha256(key.encode()).hexdigest()[:16]}"


def answer_field(paragraph: Paragraph, found: Field, language: str) -> None:
    """Put a place to write an answer in: a list to choose from, a day, or free words."""
    kind = {"choice": "dropDownList", "day": "date"}.get(found.takes, "text")
    control = element(kind, **({"multiLine": "1"} if found.takes == "lines" else {}))
    for choice in found.choices:
        control.append(element("listItem", displayText=choice, value=choice))
    if found.takes == "day":
        for name, value in (("dateFormat", "dd/MM/yyyy"), ("lid", language)):
            control.append(element(name, val=value))
    properties = element("sdtPr")
    properties.extend(
        (
            element("alias", val=found.label[:LONGEST_TAG]),
            element("tag", val=tag_of(found.key)),
            element("showingPlcHdr"),
            control,
        )
    )
    paragraph.add_run(found.hint).font.color.rgb = GREY
    inner = paragraph.runs[-1]._r
    content, whole = element("sdtContent"), element("sdt")
    inner.getparent().replace(inner, whole)
    content.append(inner)
    whole.extend((properties, content))


def answers_in(content: bytes) -> list[tuple[str, str]] | None:
    """Give what was written in the fields of a Word file, by their tags; None for what is no Word file.

    A field that still shows what is expected holds nothing.
    """
    try:
        body = docx.Document(io.BytesIO(content)).element.body
    except Exception:  # noqa: BLE001 - the library raises what its parts raise: a zip, a package, XML
        return None
    found = []
    for control in body.iter(qn("w:sdt")):
        tag = control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")
        if tag is None:
            continue
        waiting = control.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}") is not None
        found.append((tag.get(qn("w:val")), "" if waiting else _said(control)))
    return found


def _said(control: Any) -> str:
    """Give the words of a field, with its breaks of lines."""
    words = {qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:p"): "\n"}
    parts = (each.text or "" if each.tag == qn("w:t") else words.get(each.tag, "") for each in control.iter())
    return "".join(parts).strip()
