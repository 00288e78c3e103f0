"""The adviser's settings: read, checked, and refused with a sentence that helps."""

import base64
from pathlib import Path

import pytest

from petr_advisor.report.build import build
from petr_advisor.report.renderers.json_file import read_json
from petr_advisor.report.settings import SettingsError, read_settings
from petr_advisor.report.writing import SUFFIXES, render
from tests.report.conftest import MADE_ON, started
from tests.report.page_checks import Page

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def write(folder: Path, text: str) -> Path:
    path = folder / "adviser.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_no_file() -> None:
    """Without settings there is no name, and the usual colour."""
    assert read_settings(None).name is None


def test_all_of_it_in_every_format(tmp_path: Path) -> None:
    """Name, contact, logo and colour are in each format."""
    (tmp_path / "logo.png").write_bytes(PIXEL)
    text = 'name = "Cabinet Martin"\ncontact = ["12 rue du Marché", "03 88 00 00 00"]\n'
    text += 'logo = "logo.png"\naccent = "#145A32"\n'
    adviser = read_settings(write(tmp_path, text))
    assert adviser.accent == "#145a32"
    report = build(started(), "fr", adviser, MADE_ON)
    assert all(render(report, suffix) for suffix in SUFFIXES)
    page = Page(render(report, ".html").decode())
    assert page.faults == []
    assert "Cabinet Martin" in page.text
    assert "img" in page.tags
    assert read_json(render(report, ".json")).cover.adviser == adviser


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name = ", "not a TOML file"),
        ('names = "x"', "unknown key `names`.*did you mean `name`"),
        ("name = 3", "name: write it as"),
        ('name = "' + "x" * 300 + '"', "name: write it as"),
        ("contact = [1]", "contact: write it as"),
        ('accent = "blue"', "accent: 'blue' is not a colour"),
        ('accent = "#ffff00"', "too light to be read on white"),
        ('logo = "missing.png"', "logo: .*cannot be read"),
        ('logo = "adviser.toml"', "neither a PNG nor a JPEG"),
        ('logo = "broken.png"', "logo: .*cannot be shown"),
    ],
)
def test_mistakes(tmp_path: Path, text: str, message: str) -> None:
    """Each mistake is told with the file and what would do."""
    (tmp_path / "broken.png").write_bytes(PIXEL[:20])
    with pytest.raises(SettingsError, match=message) as told:
        read_settings(write(tmp_path, text))
    assert "adviser.toml" in str(told.value)


def test_every_mistake_at_once(tmp_path: Path) -> None:
    """One reading tells all of them."""
    with pytest.raises(SettingsError) as told:
        read_settings(write(tmp_path, 'nam = "x"\naccent = "red"\ncontact = 4\n'))
    assert len(str(told.value).splitlines()) == 3


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """The error names it."""
    with pytest.raises(SettingsError, match=r"none\.toml: cannot be read"):
        read_settings(tmp_path / "none.toml")
