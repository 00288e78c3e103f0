"""Names that options of one command take."""

from enum import StrEnum
from typing import Literal


class SchemaOf(StrEnum):
    """What a JSON Schema describes."""

    rules = "rules"
    report = "report"


class Format(StrEnum):
    """Form of the results."""

    text = "text"
    json = "json"
    junit = "junit"


class TextOrJson(StrEnum):
    """Form of a ledger."""

    text = "text"
    json = "json"


class ActFormat(StrEnum):
    """Form of a draft."""

    docx = "docx"
    odt = "odt"

    @property
    def code(self) -> Literal["docx", "odt"]:
        """The form as the command names it."""
        return "docx" if self is ActFormat.docx else "odt"
