"""Make every page of the site: texts by name of file, the same bytes each time."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment

from petr_advisor import __version__
from petr_advisor.documents.renderers.templates import pages
from petr_advisor.documents.typesetting import template as report_template
from petr_advisor.files.reading import written
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.scenarios.loading import load_scenarios, scenario_files
from petr_advisor.site.graph import Case, Ref, link
from petr_advisor.site.pages import DATA
from petr_advisor.site.pages.lists import LIST_OF, confidences, lists
from petr_advisor.site.scribe import Scribe
from petr_advisor.site.search import entries, index_script
from petr_advisor.words.languages import LANGUAGES
from petr_advisor.words.texts import Language
from petr_advisor.words.typography import capital, set_type

_UNSAFE = re.compile(r"[^a-z0-9._-]+")


def load_cases(base: KnowledgeBase, paths: list[Path]) -> Iterator[Case]:
    """Load the scenarios that are cases, each with the name of its page: the file, from its folder, then the variant.

    Files that state the law a second time are for authors; they tell a reader nothing that the pages of norms do not.
    """
    taken: set[str] = set()
    for path in scenario_files(paths):
        folder = next((each for each in paths if each.is_dir() and path.is_relative_to(each)), path.parent)
        file = written(path.relative_to(folder).as_posix())
        stem = file.removesuffix(".yaml")
        found = {}
        for scenario in load_scenarios(path, base):
            if scenario.states_the_law:
                continue
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
    scribes = [Scribe(language, graph=graph) for language in LANGUAGES]
    yield "site.css", report_template("report.css").decode() + _source("site.css")
    yield "search.js", _source("search.js")
    names: dict[str, str] = {scribe.language: scribe.phrase("site-name") for scribe in scribes}
    yield "index.html", _page("start", names)
    for scribe in scribes:
        yield from _in_language(scribe)


def _source(name: str) -> str:
    """Give a file that goes to the site as it stands."""
    return files("petr_advisor.site").joinpath("templates", name).read_text(encoding="utf-8")


def _page(name: str, data: Mapping[str, Any]) -> str:
    return _templates().get_template(f"{name}.html").render(data)


@cache
def _templates() -> Environment:
    found = pages("petr_advisor.site")
    found.filters |= {
        "capital": capital,
        "french": lambda text: set_type(text, "fr"),
        "refs": lambda keys, kind: [Ref(kind, key) for key in keys],
    }
    return found


def _in_language(scribe: Scribe) -> Iterator[tuple[str, str]]:
    folder, frame = scribe.language, _frame(scribe)
    groups = lists(scribe)
    leading = {"title": scribe.phrase("site-title"), "lists": groups, "confidences": confidences()}
    yield f"{folder}/index.html", _page("home", {**frame, **leading, "address": "index.html"})
    found = {"title": scribe.phrase("search"), "lists": groups, "address": "search.html"}
    yield f"{folder}/search.html", _page("search", {**frame, **found})
    for name in groups:
        listed = {"title": scribe.phrase(f"list-{name}"), "name": name, "groups": groups[name]}
        yield f"{folder}/{name}.html", _page("list", {**frame, **listed, "address": f"{name}.html"})
    for ref in scribe.graph.pages:
        yield f"{folder}/{ref.target}", _page(ref.kind, {**frame, **_about(scribe, ref)})
    by_script = {"n": "{n}", "shown": "{shown}"}  # only the script knows how many pages it found
    labels = {name: scribe.phrase(f"search-{name}", **by_script) for name in ("none", "some", "first")}
    index = index_script(entries(scribe), frame["kinds"], {**labels, "colon": scribe.colon})
    yield f"{folder}/search-index.js", index


def _frame(scribe: Scribe) -> dict[str, Any]:
    """Give what every page of a language can use."""
    other: Language = next(each for each in LANGUAGES if scribe.foreign(each))
    return {
        "voice": scribe,
        "phrase": scribe.phrase,
        "base": scribe.base,
        "Ref": Ref,
        "root": "",
        "here": None,
        "list": "",
        "other": other,
        "kinds": {kind: scribe.phrase(f"kind-{kind}") for kind in scribe.graph.things},
        "made_with": scribe.phrase("made-with", version=__version__, hash=scribe.base.hash[:12]),
    }


def _about(scribe: Scribe, ref: Ref) -> dict[str, Any]:
    """Give what the page of a thing says."""
    data = DATA[ref.kind](scribe, ref.key) if ref.kind in DATA else {}
    return {
        **data,
        "title": data.get("title") or scribe.title(ref),
        "address": ref.target,
        "here": ref,
        "it": scribe.graph.things[ref.kind][ref.key],
        "root": "../",
        "list": LIST_OF[ref.kind],
        "testing": scribe.graph.testing.get(ref, {}),
    }
