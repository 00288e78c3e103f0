"""What every test shares: no user folder is touched, and a small rule base."""

import os
from collections.abc import Iterator
from datetime import date
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.files import locations
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.loader import read_folder

if TYPE_CHECKING:
    from tests import postgres

SMALL = Path(__file__).parent / "unit" / "small"
SCENARIO = """
title: {fr: "Un syndicat fermé", en: "A closed syndicate"}
origin: {kind: made, reference: "test"}
as_of: 2026-11-24
members: [{kind: cc, population: 60000, name: "CC"}]
answers: {structure.form: closed, communes.pointless: yes, procedure.begun: no}
expect: {options: {create: open}}
"""
"""A case of that base."""
_NUMBERS = count()
TOGETHER = ("documents", "drafting", "planning")
"""Folders whose tests share cases, plans and drafts that take long to make."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give what shares much to one worker, so that it is made once: all drafts, and each other file of `TOGETHER`."""
    for item in items:
        folder, *_ = item.path.relative_to(Path(__file__).parent).parts
        if folder in TOGETHER and item.get_closest_marker("xdist_group") is None:
            item.add_marker(pytest.mark.xdist_group(folder if folder == "drafting" else item.path.stem))


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keep the rule bases found clean for the whole run, so that each is checked once, whichever worker is first."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "cache"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def server() -> Iterator["postgres.Server"]:
    """A PostgreSQL that runs for the whole session; skipped, with the reason, where there is none."""
    from tests import postgres  # noqa: PLC0415 - few tests need its driver

    with postgres.running() as found:
        yield found


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, cache: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep saved consultations in a folder of the test's own; what is written is proposed where the test runs."""
    home = tmp_path_factory.mktemp(f"home-{next(_NUMBERS)}", numbered=False)  # else it looks at all that are there
    (home / "cache").symlink_to(cache)
    monkeypatch.setenv("PETR_ADVISOR_HOME", str(home))
    monkeypatch.setenv("PETR_ADVISOR_DATABASE", "")
    monkeypatch.setattr(locations, "user_documents_path", Path.cwd)
    return home


@pytest.fixture(scope="session")
def small() -> KnowledgeBase:
    """A small rule base: one option that can be cured, one always open, members, a disputed point."""
    return read_folder(SMALL)[0]


@pytest.fixture
def consultation(small: KnowledgeBase) -> Consultation:
    """A consultation that has just begun on it."""
    return Consultation.start(small, date(2026, 11, 24), engine=engine("native"))
