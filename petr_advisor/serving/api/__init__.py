"""The HTTP interface: what `operations.py` answers, as JSON, with its OpenAPI description at `/openapi.json`."""
