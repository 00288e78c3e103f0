"""Who cannot see the page: PDF/UA and what a screen reader hears, by outloud; HTML by axe in a browser, where it is."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from petr_advisor.documents.sizes import SIZES, Size
from petr_advisor.documents.writing import render
from tests.documents.test_sizes import everything, of, sized

CASES = ("evolution/real/loire-beauce#closed", "evolution/real/saverne", "conflicts/counts-that-contradict")
EXCEPTIONS = {
    "TBL-014": "the lines of a chart in time are no table: the figure has its words, and the plan its own table",
    "ORD-001": "a figure without room goes to the top or the foot of a page: it is heard where it is told",
}
"""Rules of outloud that a document may break, and why."""
ROOT = Path(__file__).parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
WIDTHS = (1280, 375)


def faults(path: Path) -> list[tuple[str, str]]:
    """Give what outloud finds against a PDF, by rule, without the exceptions."""
    outloud = pytest.importorskip("outloud", reason="outloud is not installed: pip install -e .[dev]")
    found = outloud.check(str(path))
    graves = [each for each in found.findings if each.severity in {"error", "warning"}]
    return [(each.rule, str(each.message)) for each in graves if each.rule not in EXCEPTIONS]


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("size", SIZES)
def test_a_pdf_is_heard_as_it_is_seen(name: str, size: Size, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(render(sized(name, size), ".pdf"))
    assert faults(path) == []


def test_what_is_not_accessible_would_be_found(tmp_path: Path) -> None:
    """An untagged page: the checker is there and looks."""
    pypdf = pytest.importorskip("pypdf")
    writer = pypdf.PdfWriter()
    writer.add_blank_page(595, 842)
    path = tmp_path / "bare.pdf"
    writer.write(path)
    assert faults(path)


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: the pages were not opened")
@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not there: npm install --no-save axe-core")
@pytest.mark.parametrize("size", SIZES)
async def test_a_page_has_no_serious_fault_for_axe(size: Size, tmp_path: Path) -> None:
    """On a desk and on a telephone, in light and in dark."""
    from playwright.async_api import async_playwright  # noqa: PLC0415 - only where there is a browser

    path = tmp_path / "report.html"
    path.write_bytes(render(of(everything(), size), ".html"))
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        found: list[Any] = []
        for width in WIDTHS:
            for scheme in ("light", "dark"):
                page = await browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
                await page.goto(path.as_uri())
                await page.add_script_tag(path=AXE)
                said = await page.evaluate("axe.run({resultTypes: ['violations']})")
                found += [(width, each["id"], each["impact"]) for each in said["violations"]]
                wide = await page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
                assert wide <= 0, f"wider than the screen at {width} px"
                await page.close()
        await browser.close()
    assert [each for each in found if each[2] in {"serious", "critical"}] == []
