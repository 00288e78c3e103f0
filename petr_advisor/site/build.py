"""Make every page of the site: texts by name of file, the same bytes each time."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from petr_advisor import __version__
from petr_advisor.documents.addresses import PageKind
from petr_advisor.documents.typesetting import template as report_template
from petr_advisor.files.reading import written
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.scenarios.loading import load_scenarios, scenario_files
from petr_advisor.site.graph import Case, link
from petr_advisor.site.model import Page, Run
from petr_advisor.site.pages.cases import scenario_page
from petr_advisor.site.pages.choices import group_page, option_page, question_page, table_page
from petr_advisor.site.pages.law import disputed_page, norm_page, source_page
from petr_advisor.site.pages.lists import list_pages
from petr_advisor.site.pages.rules import conflict_page, cure_page, rule_page
from petr_advisor.site.pages.vocabulary import actor_page, fact_page, majority_page
from petr_advisor.site.scribe import Scribe
from petr_advisor.site.search import entries, index_script
from petr_advisor.words.texts import Language

PAGES: Mapping[PageKind, Callable[[Scribe, str], Page]] = {
    "question": question_page,
    "option": option_page,
    "norm": norm_page,
    "disputed": disputed_page,
    "rule": rule_page,
    "cure": cure_page,
    "fact": fact_page,
    "source": source_page,
    "group": group_page,
    "table": table_page,
    "actor": actor_page,
    "majority": majority_page,
    "conflict": conflict_page,
    "scenario": scenario_page,
}
OTHER: Mapping[Language, tuple[Language, str]] = {"fr": ("en", "English"), "en": ("fr", "Français")}
_UNSAFE = re.compile(r"[^a-z0-9._-]+")


def load_cases(base: KnowledgeBase, paths: list[Path]) -> Iterator[Case]:
    """Load scenarios, each with the name of its page: the file from the folder given, then the variant."""
    taken: set[str] = set()
    for path in scenario_files(paths):
        folder = next((each for each in paths if each.is_dir() and path.is_relative_to(each)), path.parent)
        file = written(path.relative_to(folder).as_posix())
        stem = file.removesuffix(".yaml")
        found = {}
        for scenario in load_scenarios(path, base):
            variant = scenario.name.partition("#")[2]
            found[_free(f"{stem}--{variant}" if variant else stem, taken)] = scenario
        yield from (Case(key, scenario, file, tuple(found)) for key, scenario in found.items())


def _free(name: str, taken: set[str]) -> str:
    """Give a name of page that nothing has taken."""
    slug = _UNSAFE.sub("-", name.lower().replace("/", ".")).strip(".-") or "scenario"
    found, number = slug, 1
    while found in taken:
        number += 1
        found = f"{slug}-{number}"
    taken.add(found)
    return found


def build(base: KnowledgeBase, cases: Iterable[Case]) -> Iterator[tuple[str, str]]:
    """Give every file of the site with its text."""
    graph = link(base, cases)
    yield "site.css", report_template("report.css").decode() + _source("site.css")
    yield "search.js", _source("search.js")
    names = {language: Scribe(language, graph=graph).phrase("site-name") for language in OTHER}
    yield "index.html", _environment().get_template("start.html").render(names)
    for language in OTHER:
        yield from _in_language(Scribe(language, graph=graph))


def _in_language(scribe: Scribe) -> Iterator[tuple[str, str]]:
    made = [(ref, PAGES[ref.kind](scribe, ref.key)) for ref in scribe.graph.pages]
    render = _renderer(scribe)
    for page in (*list_pages(scribe), *(page for _, page in made)):
        yield f"{scribe.language}/{page.address}", render(page)
    by_script = {"n": "{n}", "shown": "{shown}"}  # only the script knows how many pages it found
    labels = {key: scribe.phrase(f"search-{key}", **by_script) for key in ("none", "some", "first")}
    labels["colon"] = scribe.colon
    yield f"{scribe.language}/search-index.js", index_script(entries(scribe, made), _kinds(scribe), labels)


def _kinds(scribe: Scribe) -> dict[str, str]:
    return {kind: scribe.phrase(f"kind-{kind}") for kind in PAGES}


def _renderer(scribe: Scribe) -> Callable[[Page], str]:
    """Give what turns a page of one language into HTML; every text is escaped."""
    other, other_name = OTHER[scribe.language]
    keys = {"site": "site-name", "label": "search-label", "kind": "search-kind", "all": "search-all"}
    keys |= {key: key for key in ("search", "skip", "trail", "language", "identifier")}
    keys |= {"parts": "on-this-page", "notice": "site-notice"}
    frame = {
        "lang": scribe.language,
        "other": other,
        "other_name": other_name,
        "colon": scribe.colon,
        "kinds": _kinds(scribe),
        "labels": {key: scribe.phrase(name) for key, name in keys.items()} | {"script": scribe.phrase("search-script")},
        "made_with": scribe.phrase("made-with", version=__version__, hash=scribe.base.hash[:12]),
        "more": lambda n: scribe.phrase("more", n=n),
    }
    template = _environment().get_template("page.html")

    def render(page: Page) -> str:
        root = "../" if "/" in page.address else ""

        def trail(runs: tuple[Run, ...]) -> Markup:
            return Markup(" › ").join(Markup('<a href="{}">{}</a>').format(f"{root}{run.to}", run.text) for run in runs)

        return template.render(frame, page=page, root=root, trail=trail)

    return render


@cache
def _environment() -> Environment:
    return Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        loader=FunctionLoader(_source),
    )


def _source(name: str) -> str:
    return files("petr_advisor.site").joinpath("templates", name).read_text(encoding="utf-8")
