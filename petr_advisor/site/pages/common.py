"""What pages have in common: their head, the scenarios that test them, acts with who does them and how."""

from collections.abc import Iterable
from typing import Any

from petr_advisor.knowledge.acts import Deadline, Silence
from petr_advisor.knowledge.rules import Rule
from petr_advisor.site.graph import Ref
from petr_advisor.site.model import Facts, Line, Paragraph, Run, Section, words
from petr_advisor.site.scribe import Scribe
from petr_advisor.words.typography import capital

LISTS = {
    "norm": "norms",
    "source": "sources",
    "rule": "rules",
    "option": "options",
    "group": "options",
    "cure": "cures",
    "disputed": "disputed",
    "question": "index",
    "table": "options",
    "conflict": "facts",
    "fact": "facts",
    "scenario": "scenarios",
    "actor": "actors",
    "majority": "actors",
}
"""The list that names the pages of each kind."""


def header(scribe: Scribe, ref: Ref, title: str | None = None) -> dict[str, Any]:
    """Give the head of a page: where it is, its title, what it is about, the list it belongs to."""
    home = Run(scribe.phrase("home"), to="index.html")
    name = LISTS[ref.kind]
    trail = (home,) if name == "index" else (home, Run(scribe.phrase(f"list-{name}"), to=f"{name}.html"))
    return {
        "address": ref.target,
        "title": title or scribe.title(ref),
        "kind": scribe.phrase(f"kind-{ref.kind}"),
        "trail": trail,
        "identifier": ref.key,
    }


def tests(scribe: Scribe, ref: Ref) -> Section:
    """Give the scenarios that test a page."""
    found = scribe.graph.testing.get(ref, {})
    none = () if ref.kind in {"fact", "group"} else (Paragraph(words(scribe.phrase("not-tested"))),)
    blocks = scribe.links(found, shown=6) or none
    return Section("scenarios", scribe.phrase("tested-by", n=max(len(found), 2)), blocks)


def facts(scribe: Scribe, rows: Iterable[tuple[str, Line | None]]) -> tuple[Facts, ...]:
    """Give names with their values, those there are."""
    kept = tuple((scribe.phrase(name), (line,)) for name, line in rows if line)
    return (Facts(kept),) if kept else ()


def who(scribe: Scribe, key: str | None) -> Line | None:
    """Give a link to who acts."""
    return (scribe.link(Ref("actor", key)),) if key else None


def majority(scribe: Scribe, key: str | None) -> Line | None:
    """Give a link to a majority."""
    return (scribe.link(Ref("majority", key)),) if key else None


def silence(scribe: Scribe, value: Silence | None) -> Line | None:
    """Say what silence means."""
    return words(capital(scribe.silence(value))) if value else None


def deadline(scribe: Scribe, found: Deadline | None) -> Line | None:
    """Say by when."""
    if found is None:
        return None
    runs: list[Run] = []
    if found.after is not None:
        length = scribe.length(found)
        runs = [Run(f"{capital(length)} {scribe.phrase('site-after')} "), scribe.link(Ref("fact", found.after))]
    elif found.by is not None:
        runs = [Run(capital(scribe.phrase("by", day=scribe.day(found.by))))]
    if found.text is not None:
        text = scribe.name(found.text)
        runs.append(Run(f" — {text}" if runs else text))
    if found.recommended:
        runs.append(Run(f" ({scribe.phrase('advice')})", style="note"))
    return tuple(runs)


def papers(scribe: Scribe, keys: Iterable[str]) -> Line | None:
    """Name the documents to produce."""
    names = [scribe.name(scribe.base.documents[key].label) for key in keys]
    return words(" · ".join(names)) if names else None


def dated(scribe: Scribe, law_at: str | None) -> Line | None:
    """Say at which date the law is read."""
    return (scribe.link(Ref("fact", law_at)),) if law_at else None


def rule_period(scribe: Scribe, rule: Rule) -> Line:
    """Say when a rule exists: as long as all its norms are in force."""
    return words(capital(scribe.period(scribe.base.period_of(rule.norms, acts=False))))
