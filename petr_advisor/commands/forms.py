"""Names that options of one command take."""

from enum import StrEnum


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
