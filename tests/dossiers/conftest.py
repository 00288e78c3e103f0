"""The tests of the database run on a file and on a server alike."""

from typing import Literal

import pytest

from tests import postgres

Kind = Literal["file", "server"]


@pytest.fixture(autouse=True, params=["file", "server"])
def kind(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Kind:
    """Keep dossiers in a file, or on a server in a database of the test's own."""
    kind: Kind = request.param
    if kind == "server":
        found: postgres.Server = request.getfixturevalue("server")
        monkeypatch.setenv("PETR_ADVISOR_DATABASE", found.address(found.database()))
    return kind
