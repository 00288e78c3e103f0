"""The documentation is true of the tree: what it names is there, and what is there is named."""

import re
from pathlib import Path

import pytest
from typer.main import get_command

from petr_advisor.cli import app
from petr_advisor.documents.writing import SUFFIXES
from petr_advisor.words.catalogue import catalogue

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "knowledge" / "README.md", *(ROOT / "docs").glob("*.md")]
LINK = re.compile(r"\]\(([^)#:]+)\)")
PLACE = re.compile(r"`((?:petr_advisor|knowledge|scripts|tests|docs|scenarios|examples)/[\w./-]*)`")
PACKAGES = {path.parent.name for path in (ROOT / "petr_advisor").glob("*/__init__.py")}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_leads_to_is_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert [link for link in LINK.findall(text) if not (page.parent / link).exists()] == []
    homes = (ROOT, ROOT / "petr_advisor")  # a page on the program may leave its name out
    assert [place for place in PLACE.findall(text) if not any((home / place).exists() for home in homes)] == []


def test_the_drawing_of_the_house_names_every_room() -> None:
    drawing = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    assert {name for name in PACKAGES if f"{name}/" not in drawing} == set()


def test_every_format_is_named_in_the_readme_and_by_the_screen() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [suffix for suffix in SUFFIXES if f"`{suffix}`" not in readme] == []
    assert [suffix for suffix in SUFFIXES if f"export{suffix}" not in catalogue()] == []


def test_every_command_is_shown_at_work() -> None:
    shown = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    commands = getattr(get_command(app), "commands", {})
    assert {name for name in commands if f"\n$ petr-advisor {name}" not in shown} == set()
