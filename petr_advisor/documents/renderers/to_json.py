"""A report as JSON, in its versioned form."""

import json
from typing import Any

from petr_advisor.documents.model import Report


def render(report: Report) -> bytes:
    """Give a report as JSON."""
    return (report.model_dump_json(indent=1) + "\n").encode()


def schema() -> dict[str, Any]:
    """Give the JSON Schema of a report."""
    found = Report.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **found}


def read_json(data: bytes) -> Report:
    """Read a report back."""
    return Report.model_validate(json.loads(data))
