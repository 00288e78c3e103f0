"""The folder of the site: replaced as a whole, never half written, never over something else; nothing is markup."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from petr_advisor.cli import app
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.files.writing import WritingError
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.loader import read_folder
from petr_advisor.site.build import build, load_cases
from petr_advisor.site.graph import Case
from petr_advisor.site.writing import MARK, write_site
from petr_advisor.words.texts import Text
from tests.documents.page_checks import Page

BASE = Path(__file__).parents[1] / "knowledge" / "valid"
HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)> {{ 7*7 }} & </title>'


def small_base() -> KnowledgeBase:
    return read_folder(BASE)[0]


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_command_writes_a_site_and_replaces_it(tmp_path: Path) -> None:
    scenarios = tmp_path / "scenarios"
    scenarios.mkdir()
    command = ["site", str(scenarios), "-o", str(tmp_path / "out"), "--knowledge", str(BASE), "--lang", "en"]
    first = CliRunner().invoke(app, command)
    assert first.exit_code == 0, first.output
    assert "index.html" in first.output
    before = files_of(tmp_path / "out")
    assert MARK in before
    (tmp_path / "out" / "fr" / "left-over.html").write_text("old")
    assert CliRunner().invoke(app, command).exit_code == 0
    assert files_of(tmp_path / "out") == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "scenarios"]


@pytest.mark.parametrize("kind", ["file", "other folder", "no parent", "link"])
def test_a_bad_folder_is_refused_in_both_languages(tmp_path: Path, kind: str) -> None:
    folder = tmp_path / "out"
    if kind == "file":
        folder.write_text("mine")
    elif kind == "other folder":
        folder.mkdir()
        (folder / "thesis.txt").write_text("mine")
    elif kind == "link":
        folder.symlink_to(tmp_path)
    else:
        folder = tmp_path / "none" / "out"
    before = files_of(tmp_path)
    with pytest.raises(WritingError) as raised:
        write_site([("index.html", "x")], folder)
    assert str(folder if kind != "no parent" else folder.parent) in str(raised.value)
    assert raised.value.told("fr") != raised.value.told("en")
    assert files_of(tmp_path) == before


def test_a_site_that_fails_on_the_way_leaves_the_old_one(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    write_site([("index.html", "old")], folder)

    def broken() -> Iterator[tuple[str, str]]:
        yield "index.html", "new"
        raise PetrAdvisorError("a page that cannot be made")

    with pytest.raises(PetrAdvisorError):
        write_site(broken(), folder)
    assert (folder / "index.html").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def hostile_case(tmp_path: Path, base: KnowledgeBase) -> Case:
    path = tmp_path / "A <b> & é.yaml"
    path.write_text(
        'title: {fr: "Cas", en: "Case"}\norigin: {kind: made, reference: "x", address: "javascript:alert(1)"}\n'
        "as_of: 2020-01-01\n",
        encoding="utf-8",
    )
    (case,) = load_cases(base, [tmp_path])
    title = Text(fr=HOSTILE, en=HOSTILE)
    return replace(case, scenario=replace(case.scenario, title=title))


def test_nothing_in_the_data_is_read_as_markup(tmp_path: Path) -> None:
    base = small_base()
    text = Text(fr=HOSTILE, en=HOSTILE)
    norms = {key: norm.model_copy(update={"statement": text, "check": text}) for key, norm in base.norms.items()}
    sources = {
        key: source.model_copy(update={"title": text, "address": "javascript:alert(1)"})
        for key, source in base.sources.items()
    }
    spoilt = base.model_copy(update={"norms": norms, "sources": sources, "topics": dict.fromkeys(base.topics, text)})
    site = dict(build(spoilt, [hostile_case(tmp_path, spoilt)]))
    assert any(name.startswith("fr/scenario/a-b.") for name in site)
    shown = 0
    for name, page in site.items():
        if name.endswith(".html") and not name.endswith("search.html") and name != "index.html":
            found = Page(page)
            assert found.faults == []
            assert "49" not in found.text
            assert not any(link.startswith("javascript") for link in found.links)
            shown += "<script>alert(1)</script>" in found.text
    assert shown > 10


def test_scenarios_of_the_same_name_have_each_a_page(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "case.yaml").write_text(
            f'title: {{fr: "{folder}", en: "{folder}"}}\norigin: {{kind: made, reference: "x"}}\nas_of: 2020-01-01\n'
            'variants:\n  other: {title: {fr: "autre", en: "other"}}\n'
        )
    keys = [case.key for case in load_cases(small_base(), [tmp_path])]
    assert keys == ["one.case", "one.case--other", "two.case", "two.case--other"]
