"""The pages of norms, of the texts they stand in and of disputed points."""

from collections.abc import Iterator
from typing import Literal

from petr_advisor.documents.places import place_name
from petr_advisor.knowledge.law import Norm, Reading, Source
from petr_advisor.site.graph import Ref
from petr_advisor.site.model import (
    Block,
    Bullets,
    Callout,
    Facts,
    Item,
    Line,
    Page,
    Paragraph,
    Run,
    Section,
    some,
    words,
)
from petr_advisor.site.pages.common import header, tests
from petr_advisor.site.scribe import SHOWN, Scribe
from petr_advisor.words.typography import capital


def norm_page(scribe: Scribe, key: str) -> Page:
    """Lay out a norm: what it says, where it stands, how sure it is, what encodes it and what tests it."""
    base, norm = scribe.base, scribe.base.norms[key]
    title = place_name(base, norm.sources[0], scribe) if norm.sources else key
    rows = [
        ("in-force", (words(capital(scribe.period(norm.in_force))),)),
        ("usable", (words(capital(scribe.period(norm.usable))),) if norm.usable else ()),
        ("sureness", (words(scribe.sureness(norm)),)),
        ("topic", (words(scribe.name(base.topics[norm.topic])),) if norm.topic in base.topics else ()),
        ("aliases", (tuple(Run(alias, style="code") for alias in _apart(norm.aliases)),) if norm.aliases else ()),
    ]
    blocks: list[Block] = [
        Paragraph(words(scribe.sentence(norm.statement)), "lead"),
        Facts(tuple((scribe.phrase(name), lines) for name, lines in rows if lines)),
    ]
    if norm.check:
        tone: Literal["notice", "warning"] = "notice" if norm.confidence == "verified" else "warning"
        blocks.append(Callout(scribe.phrase("site-to-check"), (words(scribe.sentence(norm.check)),), tone))
    if norm.note:
        blocks.append(Callout(scribe.phrase("to-know"), (words(scribe.sentence(norm.note)),)))
    citing = scribe.graph.citing.get(key, {})
    points = [Ref("disputed", point) for point in norm.disputed]
    points += [ref for ref in citing if ref.kind == "disputed" and ref not in points]
    encoding = [ref for ref in citing if ref.kind not in {"disputed", "fact"}]
    asked = [ref for ref in citing if ref.kind == "fact"]
    return Page(
        **header(scribe, Ref("norm", key), title),
        blocks=tuple(blocks),
        sections=some(
            Section("sources", scribe.phrase("site-sources"), tuple(_sources(scribe, norm))),
            Section("versions", scribe.phrase("versions"), _chain(scribe, key)),
            Section("disputed", scribe.phrase("site-disputed"), scribe.links(points)),
            Section("encoded", scribe.phrase("encoded"), scribe.links(encoding, kind=True)),
            Section("asked", scribe.phrase("asked-with"), scribe.links(asked)),
            tests(scribe, Ref("norm", key)),
        ),
    )


def _apart(aliases: tuple[str, ...]) -> Iterator[str]:
    yield from (alias if number == len(aliases) else f"{alias}, " for number, alias in enumerate(aliases, 1))


def _sources(scribe: Scribe, norm: Norm) -> Iterator[Bullets]:
    items = []
    for reference in norm.sources:
        source = scribe.base.sources[reference.id]
        link = scribe.link(Ref("source", reference.id), scribe.name(source.title))
        paragraph = scribe.french(f", {reference.paragraph}") if reference.paragraph else None
        children = [Item(line) for line in _read_at(scribe, source)]
        children += [Item(_version(scribe, source, number)) for number in range(len(source.versions))]
        items.append(Item(scribe.line(link, paragraph), tuple(children)))
    if items:
        yield Bullets(tuple(items))


def _read_at(scribe: Scribe, source: Source) -> Iterator[Line]:
    """Give where a text can be read: on Légifrance where its number is known, and where it was found."""
    if source.legifrance_id and (run := scribe.outside(legifrance(source))):
        yield (Run(f"Légifrance{scribe.colon}"), Run(source.legifrance_id, address=run.address))
    if run := scribe.outside(source.address):
        yield (Run(f"{scribe.phrase('read-at')}{scribe.colon}"), run)


def legifrance(source: Source) -> str | None:
    """Give the address of an article on Légifrance, by its number."""
    if not (source.legifrance_id or "").startswith("LEGIARTI"):
        return None
    collection = "codes" if source.kind == "code-article" else "loda"
    return f"https://www.legifrance.gouv.fr/{collection}/article_lc/{source.legifrance_id}"


def _version(scribe: Scribe, source: Source, number: int) -> Line:
    version = source.versions[number]
    act = scribe.french(f" — {version.act}") if version.act else None
    return scribe.line(f"{scribe.phrase('version')} {scribe.period(version.period)}", act)


def _chain(scribe: Scribe, key: str) -> tuple[Bullets, ...]:
    """Give the earlier and later versions of a norm, in order, this one among them."""
    norms = scribe.base.norms
    earlier: list[str] = []
    while (before := norms[earlier[-1] if earlier else key].succeeds) and before not in (key, *earlier):
        earlier.append(before)
    later: list[str] = []
    queue = [key]
    while queue:
        for ref in scribe.graph.later.get(queue.pop(0), {}):
            if ref.key not in (key, *earlier, *later):
                later.append(ref.key)
                queue.append(ref.key)
    if not earlier and not later:
        return ()
    items = []
    for each in (*reversed(earlier), key, *later):
        run = Run(scribe.phrase("this-version"), style="strong") if each == key else scribe.link(Ref("norm", each))
        items.append(Item((Run(f"{capital(scribe.period(norms[each].in_force))}{scribe.colon}"), run)))
    return (Bullets(tuple(items)),)


def source_page(scribe: Scribe, key: str) -> Page:
    """Lay out a text: where it can be read, its versions, the norms drawn from it."""
    source = scribe.base.sources[key]
    rows: list[tuple[str, tuple[Line, ...]]] = [
        ("text-kind", (words(capital(scribe.phrase(f"source-{source.kind}"))),))
    ]
    reading = tuple(_read_at(scribe, source))
    rows += [("where-to-read", reading or (words(scribe.phrase("no-address")),))]
    versions = tuple(Item(_version(scribe, source, number)) for number in range(len(source.versions)))
    items = []
    for ref in scribe.graph.of_source.get(key, {}):
        norm = scribe.base.norms[ref.key]
        places = [found.paragraph for found in norm.sources if found.id == key and found.paragraph]
        place = scribe.french(f"{places[0]} — ") if places else None
        period = Run(f" ({scribe.period(norm.in_force)})", style="note")
        items.append(Item(scribe.line(place, scribe.link(ref, scribe.short(scribe.name(norm.statement))), period)))
    shown = (Bullets(tuple(items[:40]), folded=tuple(items[40:])),) if items else ()
    return Page(
        **header(scribe, Ref("source", key)),
        blocks=(Facts(tuple((scribe.phrase(name), lines) for name, lines in rows)),),
        sections=some(
            Section("versions", scribe.phrase("text-versions"), (Bullets(versions),) if versions else ()),
            Section("norms", scribe.phrase("norms-drawn"), shown),
        ),
    )


def disputed_page(scribe: Scribe, key: str) -> Page:
    """Lay out a disputed point: its readings, the prudent course, whom to ask, what turns on it."""
    point = scribe.base.disputed[key]
    ref = Ref("disputed", key)
    norms = dict.fromkeys((*point.norms, *(found.key for found in scribe.graph.turning.get(key, {}))))
    course = Callout(scribe.phrase("prudent-course"), (words(scribe.sentence(point.prudent_course)),))
    ask = Facts(((scribe.phrase("whom-to-ask"), (words(scribe.sentence(point.ask)),)),))
    readings = tuple(
        Item(
            (
                Run(scribe.phrase("prudent" if name == point.prudent else "other-reading"), style="strong"),
                Run(f"{scribe.colon}{scribe.sentence(reading.statement)}"),
            ),
            tuple(_reading(scribe, reading)),
            Ref("disputed", key, "reading", name).anchor,
        )
        for name, reading in sorted(point.readings.items(), key=lambda entry: entry[0] != point.prudent)
    )
    reading = [found for found in scribe.graph.reading.get(f"reading.{key}", {}) if found != ref]
    return Page(
        **header(scribe, ref),
        blocks=(course, ask),
        sections=some(
            Section("readings", scribe.phrase("readings"), (Bullets(readings),)),
            Section("reads", scribe.phrase("turns-on"), scribe.links(reading, kind=True, shown=SHOWN)),
            scribe.norms(norms),
            tests(scribe, ref),
        ),
    )


def _reading(scribe: Scribe, reading: Reading) -> Iterator[Item]:
    for argument in reading.arguments.in_(scribe.language) if reading.arguments else ():
        yield Item(words(scribe.set(argument)))
    if reading.who_holds:
        yield Item(words(f"{scribe.phrase('site-held-by')}{scribe.colon}{scribe.say(reading.who_holds)}"))
    if reading.in_force.from_ or reading.in_force.to:
        yield Item(words(f"{scribe.phrase('makes-sense')} {scribe.period(reading.in_force)}"))
