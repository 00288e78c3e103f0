"""The search: its index is complete, and its script finds a norm by its identifier, its aliases, its words."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from petr_advisor.site.search import index_script
from tests.site.conftest import real_base, real_site

pytestmark = pytest.mark.xdist_group("site")

NODE = shutil.which("node")
HARNESS = Path(__file__).with_name("search_harness.js")


def index(language: str) -> Any:
    text = real_site()[f"{language}/search-index.js"]
    return json.loads(text.removeprefix("window.petrIndex=").rstrip().removesuffix(";"))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_page_is_in_the_index(language: str) -> None:
    found = {f"{language}/{kind}/{key}.html" for kind, key, *_ in index(language)["pages"]}
    there = {name for name in real_site() if name.startswith(f"{language}/") and name.count("/") == 2}
    assert found == there


def test_norms_are_there_with_their_other_names() -> None:
    entries = {entry[1]: entry for entry in index("fr")["pages"] if entry[0] == "norm"}
    for key, norm in real_base().norms.items():
        assert set(norm.aliases) <= set(entries[key][4].split())


def test_nothing_in_the_index_can_end_its_script() -> None:
    hostile = "</script><script>alert(1)</script>\u2028"
    script = index_script([("norm", "a", hostile, hostile, hostile)], {"norm": hostile}, {"none": hostile})
    assert "<" not in script
    assert "\u2028" not in script
    assert json.loads(script.removeprefix("window.petrIndex=").rstrip().removesuffix(";"))["pages"][0][2] == hostile


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the two scripts where they can be run."""
    found = tmp_path_factory.mktemp("site")
    for name in ("fr/search-index.js", "search.js"):
        (found / name).parent.mkdir(exist_ok=True)
        (found / name).write_text(real_site()[name], encoding="utf-8")
    return found


@pytest.mark.skipif(NODE is None, reason="no node to run the search script with")
@pytest.mark.parametrize(
    ("query", "wanted", "place"),
    [
        ("petr.transform.voluntary-eligibility", "norm/petr.transform.voluntary-eligibility.html", 1),
        ("evo.route.l5741-4.eligibility", "norm/petr.transform.voluntary-eligibility.html", 1),
        ("L. 5741-4", "option/l5741-4.html", 5),
        ("parité, deux EPCI ?", "norm/petr.council.two-epci-parity.html", 1),
        ("transformer une association en petr", "norm/evo.association.verdict.html", 3),
        ("silence création", "norm/petr.creation.concordant-deliberations.html", 3),
        ("TRANSFORMATION volontaire", "norm/petr.transform.voluntary-eligibility.html", 25),
        ("conference des maires", "norm/petr.mayors-conference.mandatory", 10),
        ("salaries association contrat de droit public", "norm/staff.assoc.offer-public-contract.html", 5),
        ("l'association", "", 60),
        ("zzzzz", None, 0),
    ],
)
def test_words_are_found_without_accents(folder: Path, query: str, wanted: str | None, place: int) -> None:
    assert NODE is not None
    run = subprocess.run([NODE, str(HARNESS), str(folder), query], capture_output=True, text=True, check=True)  # noqa: S603
    found = run.stdout.split()
    if wanted is None:
        assert found == []
    else:
        assert any(link.startswith(wanted) for link in found[:place])
