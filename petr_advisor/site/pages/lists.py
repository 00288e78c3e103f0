"""What the pages that lead to the others say: home, lists by kind, search."""

from collections.abc import Callable, Iterator, Mapping
from typing import get_args
from unicodedata import combining, normalize

from petr_advisor.documents.addresses import PageKind
from petr_advisor.knowledge.law import Confidence
from petr_advisor.site.graph import Ref
from petr_advisor.site.pages.cases import REAL
from petr_advisor.site.scribe import Scribe
from petr_advisor.words.typography import capital

Groups = dict[str, list[Ref]]
"""Pages by the heading that they stand under, empty where there is only one."""

LIST_OF: Mapping[PageKind, str] = {
    "norm": "norms",
    "source": "sources",
    "rule": "rules",
    "option": "options",
    "procedure": "options",
    "group": "options",
    "cure": "cures",
    "disputed": "disputed",
    "question": "",
    "table": "options",
    "conflict": "facts",
    "fact": "facts",
    "scenario": "scenarios",
    "actor": "actors",
    "majority": "actors",
}
"""The list that names the pages of each kind; the home page names the key questions."""


def lists(scribe: Scribe) -> dict[str, Groups]:
    """Give every list, in the order of the home page."""
    return dict(_lists(scribe))


def _lists(scribe: Scribe) -> Iterator[tuple[str, Groups]]:
    yield "norms", _alphabetical(_by(scribe, "norm", _topic))
    yield "sources", dict(sorted(_by(scribe, "source", _text_kind, by_title=True).items()))
    yield "options", _options(scribe)
    yield "rules", _alphabetical(_by(scribe, "rule", _duty))
    yield "cures", {"": _pages(scribe, "cure")}
    yield "disputed", {"": _pages(scribe, "disputed")}
    yield "facts", {**_by(scribe, "fact", _giver), scribe.phrase("conflicts"): _pages(scribe, "conflict")}
    actors = {scribe.phrase("list-actors"): _pages(scribe, "actor")}
    yield "actors", {**actors, scribe.phrase("majorities"): _pages(scribe, "majority")}
    yield "scenarios", _scenarios(scribe)


def confidences() -> tuple[str, ...]:
    """Give how sure a norm can be."""
    return get_args(Confidence)


def _pages(scribe: Scribe, kind: PageKind) -> list[Ref]:
    return [Ref(kind, key) for key in scribe.graph.things[kind]]


def _by(scribe: Scribe, kind: PageKind, heading: Callable[[Scribe, str], str], *, by_title: bool = False) -> Groups:
    """Sort the pages of a kind under headings."""
    found: Groups = {}
    pages = _pages(scribe, kind)
    for ref in sorted(pages, key=scribe.title) if by_title else pages:
        found.setdefault(heading(scribe, ref.key), []).append(ref)
    return found


def _alphabetical(groups: Groups) -> Groups:
    return dict(sorted(groups.items(), key=lambda entry: sortable(entry[0])))


def _topic(scribe: Scribe, key: str) -> str:
    topic, topics = scribe.base.norms[key].topic, scribe.base.topics
    return scribe.name(topics[topic]) if topic in topics else capital(topic)


def _text_kind(scribe: Scribe, key: str) -> str:
    return capital(scribe.phrase(f"source-{scribe.base.sources[key].kind}"))


def _duty(scribe: Scribe, key: str) -> str:
    """Say what a rule concludes and, for a duty, about which key questions."""
    rule, questions = scribe.base.rules[key], scribe.base.key_questions
    if rule.duty is None:
        return scribe.phrase("rules-deriving")
    about = [scribe.say(questions[name].title) for name in rule.about if name in questions]
    return f"{capital(scribe.duty(rule.duty))} — {', '.join(about) or scribe.phrase('every-question')}"


def _giver(scribe: Scribe, key: str) -> str:
    """Say who gives a fact: asked, measured, concluded."""
    given_by = scribe.base.facts[key].given_by
    return scribe.phrase("facts-asked") if "user" in given_by else capital(scribe.origin(given_by[0]))


def _options(scribe: Scribe) -> Groups:
    questions = sorted(scribe.base.key_questions.items(), key=lambda entry: entry[1].order)
    found = {scribe.name(question.title): scribe.graph.where("option", answers=key) for key, question in questions}
    found[scribe.phrase("list-procedures")] = _pages(scribe, "procedure")
    found[scribe.phrase("list-shared")] = [*_pages(scribe, "group"), *_pages(scribe, "table")]
    return {title: refs for title, refs in found.items() if refs}


def _scenarios(scribe: Scribe) -> Groups:
    """Sort cases, whose pages lead to their variants: real ones and official answers, then the others by question."""
    every = _by(scribe, "scenario", _asked)
    found = {title: [ref for ref in refs if _is_first(scribe, ref.key)] for title, refs in every.items()}
    first = [capital(scribe.phrase(f"origins-{origin}")) for origin in sorted(REAL, reverse=True)]
    return {title: found.pop(title) for title in first if title in found} | found


def _is_first(scribe: Scribe, key: str) -> bool:
    return scribe.graph.cases[key].siblings[0] == key


def _asked(scribe: Scribe, key: str) -> str:
    case, questions = scribe.graph.cases[key].scenario, scribe.base.key_questions
    if case.origin.kind in REAL:
        return capital(scribe.phrase(f"origins-{case.origin.kind}"))
    asked = [scribe.say(questions[name].title) for name in case.key_questions]
    return capital(scribe.listed(asked) or scribe.phrase("every-question"))


def sortable(text: str) -> str:
    """Give a text as it is sorted: without accents or capitals."""
    return "".join(letter for letter in normalize("NFD", text.casefold()) if not combining(letter))
