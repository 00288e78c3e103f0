"""The pages of facts (the questions asked), of actors and of majorities."""

from collections.abc import Iterator

from petr_advisor.knowledge.vocabulary import FactType
from petr_advisor.site.graph import Ref
from petr_advisor.site.model import Block, Item, Line, Page, Paragraph, Run, Section, bullets, some, words
from petr_advisor.site.pages.common import facts, header, tests
from petr_advisor.site.scribe import Scribe

SHOWN = 20


def fact_page(scribe: Scribe, key: str) -> Page:
    """Lay out a fact: how it is asked, what concludes it, what reads it."""
    kind, ref = scribe.base.facts[key], Ref("fact", key)
    graph = scribe.graph
    blocks: list[Block] = []
    if kind.ask:
        blocks.append(Paragraph(words(scribe.say(kind.ask.text)), "lead"))
    rows = [
        ("term", words(scribe.say(kind.ask.term)) if kind.ask and kind.ask.term else None),
        ("where", words(scribe.sentence(kind.ask.help)) if kind.ask else None),
        ("site-why", words(scribe.sentence(kind.ask.why)) if kind.ask else None),
        ("given-by", words(", ".join(scribe.phrase(f"origin-{origin}") for origin in kind.given_by))),
        ("value-type", words(scribe.phrase(f"type-{kind.type}"))),
        ("bounds", _bounds(scribe, kind)),
    ]
    closed = (Paragraph(words(scribe.phrase("closed")), "note"),) if kind.closed else ()
    return Page(
        **header(scribe, ref),
        blocks=(*blocks, *facts(scribe, rows), *closed),
        sections=some(
            Section("values", scribe.phrase("values"), bullets(_choices(scribe, kind))),
            Section("applies", scribe.phrase("applies"), scribe.condition(kind.applies_when)),
            Section("summary", scribe.phrase("site-summary"), tuple(_summary(scribe, kind))),
            Section("before", scribe.phrase("concluded-by"), scribe.links(graph.concluding.get(key, {}))),
            Section("cures", scribe.phrase("established-by"), scribe.links(graph.making.get(key, {}))),
            Section("after", scribe.phrase("read-by"), _readers(scribe, ref)),
            scribe.norms(kind.norms),
            tests(scribe, ref),
        ),
    )


def _readers(scribe: Scribe, ref: Ref) -> tuple[Block, ...]:
    found = [reader for reader in scribe.graph.reading.get(ref.key, {}) if reader != ref]
    return scribe.links(found, kind=True, shown=SHOWN)


def _bounds(scribe: Scribe, kind: FactType) -> Line | None:
    low = kind.minimum if kind.minimum is not None else kind.earliest
    high = kind.maximum if kind.maximum is not None else kind.latest
    parts = []
    if low is not None:
        parts.append(scribe.phrase("from-value", value=scribe.value(kind, low)))
    if high is not None:
        parts.append(scribe.phrase("to-value", value=scribe.value(kind, high)))
    return words(", ".join(parts)) if parts else None


def _choices(scribe: Scribe, kind: FactType) -> Iterator[Item]:
    for choice in kind.choices.values():
        help_ = Run(f" — {scribe.say(choice.help)}", style="note") if choice.help else None
        yield Item(scribe.line(scribe.say(choice.label), help_))


def _summary(scribe: Scribe, kind: FactType) -> Iterator[Block]:
    if kind.summary is None:
        return
    ((measure, of),) = kind.summary.measure.items()
    lists = {found.entity: key for key, found in scribe.base.facts.items() if found.entity}
    subject = Ref("fact", of if of in scribe.base.facts else lists[of])
    yield Paragraph(scribe.line(f"{scribe.phrase(f'measure-{measure}')}{scribe.colon}", scribe.link(subject)))
    for title, condition in (("where-entity", kind.summary.where), ("among", kind.summary.among)):
        if condition is not None:
            yield Paragraph(words(scribe.phrase(title)), "note")
            yield from scribe.condition(condition)


def actor_page(scribe: Scribe, key: str) -> Page:
    """Lay out who acts: duties, cures and steps."""
    ref = Ref("actor", key)
    acting = scribe.graph.acting.get(key, {})
    parts = {
        "actor-duties": [found for found in acting if found.kind == "rule"],
        "actor-cures": [found for found in acting if found.kind == "cure"],
        "actor-steps": [found for found in acting if found.kind == "option"],
    }
    return Page(
        **header(scribe, ref),
        sections=some(
            *(Section(name, scribe.phrase(name), scribe.links(refs, shown=SHOWN)) for name, refs in parts.items())
        ),
    )


def majority_page(scribe: Scribe, key: str) -> Page:
    """Lay out a majority: how votes are counted, and what is decided so."""
    found, ref = scribe.base.majorities[key], Ref("majority", key)
    return Page(
        **header(scribe, ref),
        blocks=(Paragraph(words(scribe.sentence(found.explanation)), "lead"),),
        sections=some(
            Section("decided", scribe.phrase("decided"), scribe.links(scribe.graph.deciding.get(key, {}), shown=SHOWN)),
            scribe.norms(found.norms),
        ),
    )
