"""The pages that lead to the others: home, lists by kind, search."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import get_args
from unicodedata import combining, normalize

from petr_advisor.knowledge.law import Confidence
from petr_advisor.site.graph import Ref
from petr_advisor.site.model import Block, Bullets, Callout, Item, Page, Paragraph, Run, Section, bullets, some, words
from petr_advisor.site.scribe import Scribe
from petr_advisor.words.typography import capital

LISTS = ("norms", "sources", "options", "rules", "cures", "disputed", "facts", "actors", "scenarios")
"""The lists, in the order of the home page."""


def list_pages(scribe: Scribe) -> Iterable[Page]:
    """Give the home page, the lists and the page of the search."""
    groups = {
        "norms": _norms(scribe),
        "sources": _sources(scribe),
        "options": _options(scribe),
        "rules": _rules(scribe),
        "cures": {"": [Ref("cure", key) for key in scribe.base.cures]},
        "disputed": {"": [Ref("disputed", key) for key in scribe.base.disputed]},
        "facts": _facts(scribe),
        "actors": {
            scribe.phrase("list-actors"): [Ref("actor", key) for key in scribe.base.actors],
            scribe.phrase("majorities"): [Ref("majority", key) for key in scribe.base.majorities],
        },
        "scenarios": _scenarios(scribe),
    }
    counts = {name: sum(map(len, found.values())) for name, found in groups.items()}
    yield _home(scribe, counts)
    yield _search(scribe)
    for name in LISTS:
        yield _list(scribe, name, groups[name])


def _home(scribe: Scribe, counts: Mapping[str, int]) -> Page:
    questions = sorted(scribe.base.key_questions.items(), key=lambda entry: entry[1].order)
    asked = [
        Item((scribe.link(Ref("question", key)), Run(f" — {scribe.say(question.text)}", style="note")))
        for key, question in questions
    ]
    lists = [
        Item(
            (
                Run(scribe.phrase(f"list-{name}"), to=f"{name}.html"),
                Run(f" ({counts[name]}) — {scribe.phrase(f'about-{name}')}", style="note"),
            )
        )
        for name in LISTS
    ]
    sure = [
        Item(
            (Run(capital(scribe.confidence(level)), style="strong"), Run(f" — {scribe.phrase(f'site-level-{level}')}"))
        )
        for level in get_args(Confidence)
    ]
    return Page(
        "index.html",
        scribe.phrase("site-title"),
        "",
        (
            Paragraph(words(scribe.phrase("site-text")), "lead"),
            Callout(scribe.phrase("notice-title"), (words(scribe.phrase("site-notice")),), "warning"),
        ),
        (
            Section("questions", scribe.phrase("key-questions"), bullets(asked)),
            Section("lists", scribe.phrase("browse"), bullets(lists)),
            Section("sureness", scribe.phrase("sureness"), bullets(sure)),
        ),
    )


def _search(scribe: Scribe) -> Page:
    lists = [Item((Run(scribe.phrase(f"list-{name}"), to=f"{name}.html"),)) for name in LISTS]
    return Page(
        "search.html",
        scribe.phrase("search"),
        "",
        sections=(Section("lists", scribe.phrase("browse"), bullets(lists)),),
        trail=(Run(scribe.phrase("home"), to="index.html"),),
        search=True,
    )


def _list(scribe: Scribe, name: str, groups: Mapping[str, list[Ref]]) -> Page:
    blocks: tuple[Block, ...] = (Paragraph(words(capital(scribe.phrase(f"about-{name}")))),)
    sections = []
    for number, (title, refs) in enumerate(groups.items(), 1):
        found = (Bullets(tuple(_entry(scribe, ref) for ref in refs)),) if refs else ()
        if title:
            sections.append(Section(f"part-{number}", f"{title} ({len(refs)})", found))
        else:
            blocks += found
    home = Run(scribe.phrase("home"), to="index.html")
    return Page(f"{name}.html", scribe.phrase(f"list-{name}"), "", blocks, some(*sections), (home,))


def _entry(scribe: Scribe, ref: Ref) -> Item:
    if ref.kind == "norm":
        norm = scribe.base.norms[ref.key]
        return Item((scribe.link(ref), Run(f" ({scribe.period(norm.in_force)})", style="note")))
    if ref.kind == "scenario":
        case = scribe.graph.cases[ref.key]
        return Item((scribe.link(ref), Run(f" ({case.scenario.as_of.year})", style="note")))
    return Item((scribe.link(ref),))


def _norms(scribe: Scribe) -> dict[str, list[Ref]]:
    base, found = scribe.base, dict[str, list[Ref]]()
    for key, norm in base.norms.items():
        name = scribe.name(base.topics[norm.topic]) if norm.topic in base.topics else capital(norm.topic)
        found.setdefault(name, []).append(Ref("norm", key))
    return dict(sorted(found.items(), key=lambda entry: sortable(entry[0])))


def _sources(scribe: Scribe) -> dict[str, list[Ref]]:
    base, found = scribe.base, dict[str, list[Ref]]()
    for key in sorted(base.sources, key=lambda key: scribe.title(Ref("source", key))):
        kind = scribe.phrase(f"source-{base.sources[key].kind}")
        found.setdefault(capital(kind), []).append(Ref("source", key))
    return dict(sorted(found.items()))


def _options(scribe: Scribe) -> dict[str, list[Ref]]:
    base, found = scribe.base, dict[str, list[Ref]]()
    for key, question in sorted(base.key_questions.items(), key=lambda entry: entry[1].order):
        found[scribe.name(question.title)] = [Ref("option", k) for k, o in base.options.items() if o.answers == key]
    found[scribe.phrase("list-shared")] = [
        *(Ref("group", key) for key in base.requirement_groups),
        *(Ref("table", key) for key in base.tables),
    ]
    return {title: refs for title, refs in found.items() if refs}


def _rules(scribe: Scribe) -> dict[str, list[Ref]]:
    """Sort rules by what they conclude and, for duties, by key question."""
    base, found = scribe.base, dict[str, list[Ref]]()
    for key, rule in base.rules.items():
        if rule.duty is None:
            title = scribe.phrase("rules-deriving")
        else:
            about = [scribe.say(base.key_questions[name].title) for name in rule.about if name in base.key_questions]
            title = f"{capital(scribe.duty(rule.duty))} — {', '.join(about) or scribe.phrase('every-question')}"
        found.setdefault(title, []).append(Ref("rule", key))
    return dict(sorted(found.items(), key=lambda entry: sortable(entry[0])))


def _facts(scribe: Scribe) -> dict[str, list[Ref]]:
    """Sort facts by who gives them: asked, measured, concluded."""
    base, found = scribe.base, dict[str, list[Ref]]()
    for key, kind in base.facts.items():
        asked = "user" in kind.given_by
        title = scribe.phrase("facts-asked") if asked else capital(scribe.origin(kind.given_by[0]))
        found.setdefault(title, []).append(Ref("fact", key))
    found[scribe.phrase("conflicts")] = [Ref("conflict", key) for key in base.conflicts]
    return {title: refs for title, refs in found.items() if refs}


def _scenarios(scribe: Scribe) -> dict[str, list[Ref]]:
    cases = scribe.graph.cases.values()
    by_folder = groupby(cases, key=lambda case: case.file.rpartition("/")[0])
    return {
        scribe.phrase("folder", name=folder or "scenarios"): [Ref("scenario", case.key) for case in found]
        for folder, found in by_folder
    }


def sortable(text: str) -> str:
    """Give a text as it is sorted: without accents or capitals."""
    return "".join(letter for letter in normalize("NFD", text.casefold()) if not combining(letter))
