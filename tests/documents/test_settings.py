"""The adviser's settings: read, checked, and refused with a sentence that helps."""

import base64
import io
import re
from pathlib import Path
from typing import Any

import docx
import pypdf
import pytest

from petr_advisor.documents.build import build
from petr_advisor.documents.renderers.to_json import read_json
from petr_advisor.documents.settings import Adviser, SettingsError, read_settings
from petr_advisor.documents.writing import SUFFIXES, render
from tests.documents.conftest import MADE_ON, started
from tests.documents.page_checks import Page

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
        ('site = "example.org"', "site: write it as"),
        ('site = "javascript:alert(1)"', "site: write it as"),
        ('site = "https://a.org/\\" onclick=\\"x"', "site: write it as"),
        ('logo = "missing.png"', "logo: .*cannot be read"),
        ('logo = "adviser.toml"', "neither a PNG nor a JPEG"),
        ('logo = "broken.png"', "logo: .*cannot be shown"),
        ('logo = "/dev/zero"', "logo: .*is not a file"),
        ('logo = "x\\u0000.png"', "logo: .*cannot be read"),
        ('logo = "large.png"', "logo: .*is too large"),
        ("name = " + "[" * 5_000, "not a TOML file"),
        ("#" * 60_000, "is too large"),
    ],
)
def test_mistakes(tmp_path: Path, text: str, message: str) -> None:
    """Each mistake is told with the file and what would do."""
    (tmp_path / "broken.png").write_bytes(PIXEL[:20])
    (tmp_path / "large.png").write_bytes(PIXEL + b" " * 500_000)
    with pytest.raises(SettingsError, match=message) as told:
        read_settings(write(tmp_path, text))
    assert "adviser.toml" in str(told.value)
    assert told.value.told("fr") != told.value.told("en")


def test_every_mistake_at_once(tmp_path: Path) -> None:
    """One reading tells all of them."""
    with pytest.raises(SettingsError) as told:
        read_settings(write(tmp_path, 'nam = "x"\naccent = "red"\ncontact = 4\n'))
    assert len(str(told.value).splitlines()) == 3


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """The error names it, and what is no file is not read for ever."""
    with pytest.raises(SettingsError, match=r"none\.toml: cannot be read"):
        read_settings(tmp_path / "none.toml")
    with pytest.raises(SettingsError, match="is not a file"):
        read_settings(Path("/dev/zero"))


@pytest.mark.parametrize("suffix", [".html", ".md", ".docx", ".pdf"])
def test_norms_lead_to_their_page_where_a_site_is_published(tmp_path: Path, suffix: str) -> None:
    """With `site`, each norm cited leads to its page in the language of the report; without, no document has a link."""
    found = [Adviser(), read_settings(write(tmp_path, 'site = "https://example.org/law/index.html"'))]
    reports = [build(started(), "en", adviser, MADE_ON) for adviser in found]
    norm, source = reports[0].norms[0].id, reports[0].sources[0].id
    without, links = (outside_links(render(report, suffix), suffix) for report in reports)
    assert not any("example.org" in link for link in without)
    assert f"https://example.org/law/en/norm/{norm}.html" in links
    assert f"https://example.org/law/en/source/{source}.html" in links


def outside_links(document: bytes, suffix: str) -> set[str]:
    if suffix == ".docx":
        rels = docx.Document(io.BytesIO(document)).part.rels.values()
        return {rel.target_ref for rel in rels if rel.is_external}
    if suffix == ".pdf":
        pages = pypdf.PdfReader(io.BytesIO(document)).pages
        notes: list[Any] = [note.get_object() for page in pages for note in page.get("/Annots", [])]
        return {str(note["/A"]["/URI"]) for note in notes if "/URI" in note.get("/A", {})}
    return set(re.findall(r"https://[^\s\"<>]+", document.decode()))
