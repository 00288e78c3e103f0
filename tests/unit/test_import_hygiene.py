"""What is not used is not loaded: a static rule cannot see what other libraries load, a fresh process can."""

import ast
import json
import resource
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import petr_advisor
from petr_advisor.checking import load

HEAVY = (
    "textual",
    "rich",
    "docx",
    "typst",
    "icalendar",
    "jinja2",
    "pypdf",
    "polars",
    "numpy",
    "openpyxl",
    "pptx",
    "fastapi",
    "uvicorn",
    "mcp",
    "aiohttp",
    "textual_serve",
)
COMMANDS = tuple(
    f"petr_advisor.commands.{path.stem}" for path in Path(petr_advisor.__file__).parent.glob("commands/*.py")
)
SECONDS = 0.3
"""Of processor time: what a person waits for on a machine that does nothing else."""


def loaded(code: str, *among: str) -> list[str]:
    """Give which of some modules a fresh process has loaded after some code."""
    code = f"{code}\nimport json, sys\nprint(json.dumps([name for name in {among!r} if name in sys.modules]))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    return list(json.loads(found.stdout.splitlines()[-1]))


@pytest.mark.parametrize(
    "modules",
    [
        (
            "petr_advisor.consulting.consultation",
            "petr_advisor.scenarios.evaluation",
            "petr_advisor.explaining.explanations",
        ),
        ("petr_advisor.cli", *COMMANDS),
    ],
    ids=["library", "commands"],
)
def test_neither_a_screen_nor_a_library_of_documents_is_loaded_before_it_is_used(modules: tuple[str, ...]) -> None:
    assert loaded(f"import {', '.join(modules)}", *HEAVY) == []


PAINTED = """
import sys
from petr_advisor.commands.options import Settings
from petr_advisor.commands.screen import consult_screen
from petr_advisor.tui import PetrAdvisorApp
from petr_advisor.tui.screens.home import HomeScreen

run = PetrAdvisorApp.run
PetrAdvisorApp.run = lambda app: run(app, headless=True)
HomeScreen._read = lambda screen, number: None
PetrAdvisorApp._warm_up = lambda app: app.exit()
consult_screen(Settings(engine="native", language="fr"))
"""
"""The command until its first screen is painted: what it loads after is what nobody waits for."""
LATER = (
    *(name for name in HEAVY if name not in {"textual", "rich"}),
    "sqlalchemy",
    "alembic",
    "pyfiglet",
    "odfdo",
    *(
        f"petr_advisor.{name}"
        for name in (
            "consulting.consultation",
            "documents.blocks",
            "documents.build",
            "drafting.writing",
            "dossiers.held",
            "explaining.explanations",
            "perimeters.exploring",
            "planning.roadmap",
            "procedures.voting",
            "prompts.plain",
            "scenarios.loading",
            "site.build",
            "territory.register",
            "tui.evaluator",
            "tui.screens.question",
        )
    ),
)


def test_the_first_screen_is_painted_before_what_it_does_not_show_is_loaded() -> None:
    load()  # a rule base that was never opened is gone through first, by what no screen needs
    assert loaded(PAINTED, *LATER) == []


@pytest.mark.parametrize("package", ["petr_advisor", "petr_advisor.dossiers", "petr_advisor.tui.screens"])
def test_a_package_gives_late_what_its_stub_says(package: str) -> None:
    found = import_module(package)
    stub = ast.parse(Path(found.__file__ or "").with_suffix(".pyi").read_text(encoding="utf-8"))
    homes = {name.name: node.module for node in stub.body if isinstance(node, ast.ImportFrom) for name in node.names}
    for name, home in homes.items():
        assert getattr(found, name) is getattr(import_module(f"{package}.{home}"), name)
    assert {*homes} == {*found.__all__} - {"__version__"}
    with pytest.raises(AttributeError):
        _ = found.nothing


def test_importing_the_package_loads_nothing_of_it() -> None:
    assert loaded("import petr_advisor", "petr_advisor.errors", "pydantic", "yaml") == []


def test_every_name_that_the_package_exports_is_there_and_explained() -> None:
    said = petr_advisor.__doc__ or ""
    for name in petr_advisor.__all__:
        found = getattr(petr_advisor, name)
        assert name == "__version__" or (f"`{name}" in said and found.__doc__)


def test_the_version_is_said_at_once() -> None:
    """Neither the rule base nor an engine is loaded; the best of three, for the first fills the caches."""
    code = "import sys\nsys.argv = ['petr-advisor', '--version']\nfrom petr_advisor.cli import app\n"
    code += "app(standalone_mode=False)"
    assert loaded(code, "petr_advisor.knowledge.base", "durable", "dd") == []
    assert min(_seconds() for _ in range(3)) < SECONDS


def _seconds() -> float:
    """Give the processor time of `petr-advisor --version`."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "petr_advisor", "--version"], capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
