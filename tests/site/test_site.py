"""Every page of the site of the real rule base: links, accessibility, what it says, the same each time."""

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import PurePosixPath
from urllib.parse import urldefrag

import pytest

from petr_advisor.documents.settings import contrast
from petr_advisor.knowledge.law import Norm
from petr_advisor.site import graph
from petr_advisor.site.build import build
from tests.documents.page_checks import Page
from tests.site.conftest import real_base, real_cases

pytestmark = pytest.mark.xdist_group("site")

HREF = re.compile(r'(?:href|src|action)="([^"]*)"')
ID = re.compile(r' id="([^"]*)"')
HIDDEN = re.compile(r"<code>[^<]*</code>|<[^>]*>")
IDENTIFIER = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)+")


def pages(site: dict[str, str]) -> dict[str, str]:
    return {name: text for name, text in site.items() if name.endswith(".html")}


def resolved(name: str, link: str) -> str:
    parts: list[str] = []
    for part in (PurePosixPath(name).parent / link).parts:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)


def test_every_link_leads_to_a_place_that_is_there(site: dict[str, str]) -> None:
    anchors = {name: set(ID.findall(text)) for name, text in pages(site).items()}
    lost = defaultdict(list)
    for name, text in pages(site).items():
        for link in HREF.findall(text):
            if link.startswith(("https://", "http://")):
                continue
            path, anchor = urldefrag(link)
            target = resolved(name, path) if path else name
            if target not in site or (anchor and anchor not in anchors[target]):
                lost[link].append(name)
    assert lost == {}


def test_every_page_can_be_reached_from_the_lists(site: dict[str, str]) -> None:
    seen, queue = {"index.html"}, ["index.html"]
    while queue:
        name = queue.pop()
        for link in HREF.findall(site[name]):
            target = resolved(name, urldefrag(link)[0]) if not link.startswith("http") else ""
            if target.endswith(".html") and target not in seen:
                seen.add(target)
                queue.append(target)
    assert set(pages(site)) - seen == set()


def test_pages_can_be_heard_and_used_without_a_mouse(site: dict[str, str]) -> None:
    """A sample of every kind, among them the longest pages."""
    by_kind = defaultdict(list)
    for name, text in pages(site).items():
        by_kind[str(PurePosixPath(name).parent)].append((len(text), name))
    sample = [name for found in by_kind.values() for _, name in (*sorted(found)[:3], *sorted(found)[-6:])]
    faults = {name: Page(site[name]).faults for name in sample if not name.endswith("search.html")}
    assert {name: found for name, found in faults.items() if found} == {}


def test_the_page_of_the_search_is_labelled_and_does_without_script(site: dict[str, str]) -> None:
    text = site["fr/search.html"]
    allowed = {"the page holds a script", "<script> needs another file"}
    assert set(Page(text).faults) == allowed
    inputs = set(re.findall(r'<(?:input|select) id="(\w+)"', text))
    assert set(re.findall(r'<label[^>]* for="(\w+)"', text)) == inputs == {"q", "k"}
    assert "<noscript>" in text
    assert 'href="norms.html"' in text


def test_every_page_exists_in_both_languages(site: dict[str, str]) -> None:
    french = {name.removeprefix("fr/") for name in site if name.startswith("fr/")}
    english = {name.removeprefix("en/") for name in site if name.startswith("en/")}
    assert french == english
    assert all('<html lang="en">' in text for name, text in pages(site).items() if name.startswith("en/"))


def test_titles_tell_pages_apart(site: dict[str, str]) -> None:
    assert all(re.search(r"<title>\S", text) for text in pages(site).values())
    assert all(text.count("<h1>") == 1 for text in pages(site).values())


def test_there_is_a_page_for_each_norm_rule_option_fact_and_scenario(site: dict[str, str]) -> None:
    base = real_base()
    wanted: dict[str, Iterable[str]] = {
        "norm": base.norms, "rule": base.rules, "option": base.options, "cure": base.cures, "fact": base.facts,
        "source": base.sources, "disputed": base.disputed, "question": base.key_questions,
        "scenario": [case.key for case in real_cases()],
    }  # fmt: skip
    missing = {f"fr/{kind}/{key}.html" for kind, keys in wanted.items() for key in keys} - set(site)
    assert missing == set()


def test_a_norm_says_where_when_how_sure_and_what_to_check(site: dict[str, str]) -> None:
    base = real_base()
    key, norm = next(
        (key, norm)
        for key, norm in base.norms.items()
        if norm.check and norm.disputed and norm.confidence != "verified"
    )
    text = Page(site[f"en/norm/{key}.html"]).text
    assert "In force" in text
    assert "To check" in text
    assert "Where it is written" in text
    assert "Disputed points" in text
    assert f'href="../source/{norm.sources[0].id}.html"' in site[f"en/norm/{key}.html"]


def test_versions_of_a_norm_lead_to_each_other(site: dict[str, str]) -> None:
    found: list[tuple[str, Norm]] = [(key, norm) for key, norm in real_base().norms.items() if norm.succeeds]
    assert found
    for key, norm in found:
        assert f'href="../norm/{norm.succeeds}.html"' in site[f"fr/norm/{key}.html"]
        assert f'href="../norm/{key}.html"' in site[f"fr/norm/{norm.succeeds}.html"]


def test_neighbours_are_shown_both_ways(site: dict[str, str]) -> None:
    """A rule names the rules that conclude what it reads, and these name it."""
    base = real_base()
    made = [(key, fact) for key, rule in base.rules.items() for fact in rule.then if fact in base.facts]
    for key, fact in made:
        concluding, read = site[f"fr/rule/{key}.html"], site[f"fr/fact/{fact}.html"]
        assert f'href="../fact/{fact}.html"' in concluding
        assert f'href="../rule/{key}.html"' in read
    after = ((key, re.search(r'id="after".*?href="\.\./rule/([^"]+)\.html"', site[f"fr/rule/{key}.html"], re.DOTALL))
             for key, _ in made)  # fmt: skip
    readers = [(key, found[1]) for key, found in after if found is not None]
    assert readers
    for key, reader in readers:
        assert f'href="../rule/{key}.html"' in site[f"fr/rule/{reader}.html"]


def test_a_scenario_leads_to_what_it_tests_and_back(site: dict[str, str]) -> None:
    for case in real_cases()[::25]:
        for option in case.scenario.expect.options:
            assert f'href="../option/{option}.html"' in site[f"fr/scenario/{case.key}.html"]
            assert f'href="../scenario/{case.key}.html"' in site[f"fr/option/{option}.html"]


def test_no_name_of_the_rule_base_is_shown(site: dict[str, str]) -> None:
    """A reader meets no identifier (French pages: none is a French word); only a command names the file of a case."""
    base = real_base()
    names = {key for kind in graph.link(base, real_cases()).things.values() for key in kind}
    names |= {alias for norm in base.norms.values() for alias in norm.aliases}
    never = re.compile(r"\.yaml\b|\b[A-Za-z]-\d\d\s?: |article non identifié")
    shown: dict[str, set[str]] = {}
    for name, page in pages(site).items():
        text = HIDDEN.sub(" ", page)
        found = set(IDENTIFIER.findall(text)) & names | set(never.findall(text))
        if found and name.startswith("fr/"):
            shown[name] = found
    assert shown == {}


def test_same_in_same_out(site: dict[str, str]) -> None:
    assert dict(build(real_base(), real_cases())) == site


def test_pages_are_small(site: dict[str, str]) -> None:
    assert max(len(text) for text in pages(site).values()) < 250_000
    assert sorted(len(text) for text in pages(site).values())[len(site) // 2] < 10_000


def test_colours_can_be_read(site: dict[str, str]) -> None:
    for ink, paper in (("#1f4e79", "#ffffff"), ("#1f4e79", "#f1f4f8"), ("#9ec3e6", "#16181c"), ("#9ec3e6", "#22262d")):
        assert ink in site["site.css"]
        assert contrast(ink, paper) >= 4.5
