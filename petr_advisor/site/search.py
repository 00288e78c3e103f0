"""What the search looks in: one entry for each page, read by a few lines of script that ask no network."""

import json
from collections.abc import Iterable, Iterator

from petr_advisor.site.graph import Ref
from petr_advisor.site.scribe import Scribe

Entry = tuple[str, str, str, str, str]
"""The folder of the page, its name in it, its title, its text, its other names."""


def entries(scribe: Scribe) -> Iterator[Entry]:
    """Give one entry for each page."""
    for ref in scribe.graph.pages:
        yield ref.kind, ref.key, scribe.title(ref), _text(scribe, ref), " ".join(_aliases(scribe, ref))


def _text(scribe: Scribe, ref: Ref) -> str:
    """Give what a page says beyond its title."""
    base, key = scribe.base, ref.key
    match ref.kind:
        case "norm":
            norm = base.norms[key]
            topic = scribe.say(base.topics[norm.topic]) if norm.topic in base.topics else norm.topic
            note = f" {scribe.say(norm.note)}" if norm.note else ""
            return f"{scribe.say(norm.statement)}{note} {topic}."
        case "option":
            return scribe.say(base.options[key].summary)
        case "fact":
            ask = base.facts[key].ask
            return scribe.say(ask.text) if ask else ""
        case "disputed":
            return scribe.say(base.disputed[key].prudent_course)
        case "question":
            return scribe.say(base.key_questions[key].text)
        case "majority":
            return scribe.say(base.majorities[key].explanation)
        case "scenario":
            return scribe.set(scribe.graph.cases[key].scenario.territory or "")
    return ""


def _aliases(scribe: Scribe, ref: Ref) -> Iterator[str]:
    """Give other names of a page, and the other articles that a norm stands in."""
    base = scribe.base
    if ref.kind == "norm":
        norm = base.norms[ref.key]
        yield from norm.aliases
        yield from (scribe.title(Ref("source", found.id)) for found in norm.sources[1:])
    if ref.kind == "disputed":
        yield from base.disputed[ref.key].aliases
    if ref.kind == "source":
        yield base.sources[ref.key].legifrance_id or ""


def index_script(found: Iterable[Entry], kinds: dict[str, str], labels: dict[str, str]) -> str:
    """Write the index as a script, which a page opened from a folder may load; nothing in it can end the script."""
    data = {"kinds": kinds, "labels": labels, "pages": [list(entry) for entry in found]}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return f"window.petrIndex={text};\n"
