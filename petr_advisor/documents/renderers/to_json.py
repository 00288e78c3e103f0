"""A report as JSON, in its versioned form."""

import json
from typing import Any

from petr_advisor.documents.model import Report


def render(report: Report) -> bytes:
    """Give a report as JSON, a value a line: what changes between two is read, and nothing is spent on margins."""
    return (_without(report).model_dump_json(indent=0) + "\n").encode()


def _without(report: Report) -> Report:
    """Take out the annexes that are left out."""
    lists: dict[str, tuple[()]] = {annex: () for annex in report.without if annex != "proof"}
    return report.model_copy(update=lists) if lists else report


def schema() -> dict[str, Any]:
    """Give the JSON Schema of a report."""
    found = Report.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **found}


def read_json(data: bytes) -> Report:
    """Read a report back."""
    return Report.model_validate(json.loads(data))
