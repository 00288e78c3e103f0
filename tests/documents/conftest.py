"""Reports of real cases, built once for all formats."""

from collections.abc import Callable
from datetime import date
from functools import cache, lru_cache, partial
from pathlib import Path

import pytest

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.build import build, extent_of
from petr_advisor.documents.model import Report
from petr_advisor.documents.model_note import Note
from petr_advisor.documents.settings import Adviser
from petr_advisor.documents.writing import render
from petr_advisor.files.locations import examples_folder
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.planning.settings import BEST_NOW, PlanSettings
from petr_advisor.scenarios.loading import load_scenarios
from petr_advisor.scenarios.scenario import Scenario
from petr_advisor.words.texts import Language

MADE_ON = date(2026, 11, 25)
REAL = examples_folder() / "evolution" / "real"
READING = examples_folder() / "reading"
EXAMPLES = {name: Path(examples_folder().parent / "examples" / name / "dossier.yaml")
            for name in ("loire-beauce", "midi-quercy")}  # fmt: skip
"""What comes with the documents that it gave: several key questions each."""
CASES: tuple[tuple[str, Language], ...] = (
    ("saverne", "fr"),
    ("marennes-oleron#confirmed", "fr"),
    ("loire-beauce#closed", "en"),
    ("grand-quercy#created", "fr"),
    ("ariege", "en"),
    ("maconnais", "fr"),
)
"""Real cases: a merger, two creations, a transformation, points to settle, a PETR that stays."""


@cache
def real_base() -> KnowledgeBase:
    """Give the real rule base."""
    return load()


@cache
def real_report(name: str, language: Language) -> Report:
    """Give the report of a real case."""
    title = _scenario(name).title.in_(language)
    return build(real_case(name), language, Adviser(name="Cabinet Martin"), MADE_ON, subtitle=title)


@cache
def real_file(name: str, language: Language, suffix: str) -> bytes:
    """Give the report of a real case in a format."""
    return render(real_report(name, language), suffix)


@cache
def real_case(name: str) -> Consultation:
    """Give the consultation of a real case."""
    return _scenario(name).consultation(engine("native"))


@lru_cache(8)  # what follows from a case is kept with it: the next tests of a file find it, and memory stays in bounds
def case_in(path: Path, variant: str | None = None) -> Consultation:
    """Give the consultation of a scenario, or of one of its variants."""
    name = f"{path.stem}#{variant}" if variant else path.stem
    found = (each for each in load_scenarios(path, real_base()) if each.name == name)
    return next(found).consultation(engine("native"))


def report_of(found: Consultation, language: Language = "fr", wanted: PlanSettings = BEST_NOW) -> Report:
    """Give the report of a consultation, by nobody in particular, with the plan asked for."""
    return build(found, language, Adviser(), MADE_ON, wanted=wanted)


@cache
def reading(name: str) -> Report:
    """Give the report of a case that was read against the law."""
    return report_of(case_in(READING / f"{name}.yaml"))


def _scenario(name: str) -> Scenario:
    path = Path(REAL / f"{name.partition('#')[0]}.yaml")
    return next(found for found in load_scenarios(path, real_base()) if found.name == name)


def started(*questions: str) -> Consultation:
    """Begin a consultation on the real rule base."""
    return Consultation.start(real_base(), date(2026, 11, 24), questions or ("evolution",), engine("native"))


@pytest.fixture(
    params=[pytest.param(case, id=case[0], marks=pytest.mark.xdist_group(case[0])) for case in CASES],
)
def case(request: pytest.FixtureRequest) -> tuple[str, Language]:
    """Give each real case in turn, with the language of its report."""
    found: tuple[str, Language] = request.param
    return found


@pytest.fixture
def report(case: tuple[str, Language]) -> Report:
    """Give the report of each real case in turn."""
    return real_report(*case)


@pytest.fixture
def written(case: tuple[str, Language]) -> Callable[[str], bytes]:
    """Give the report of each real case in turn, in the format asked, made once for all who read it."""
    return partial(real_file, *case)


@cache
def reading_report(name: str, language: Language = "fr") -> Report:
    """Give the report of a note on a case that was read over: a scenario, or one of its variants (`name#variant`)."""
    file, _, variant = name.partition("#")
    found = case_in(READING / f"{file}.yaml", variant or None)
    return build(found, language, Adviser(), MADE_ON, extent=extent_of("note"))


def note_of(found: Consultation, language: Language = "fr") -> Note:
    """Give the note of a consultation."""
    note = build(found, language, Adviser(), MADE_ON, extent=extent_of("note")).note
    assert note is not None
    return note


def reading_note(name: str, language: Language = "fr") -> Note:
    """Give the note of such a case."""
    found = reading_report(name, language).note
    assert found is not None
    return found
