"""How a norm is put into words: on its sheet, on one line, or by its source alone."""

from collections.abc import Iterable, Sequence
from datetime import date

from textual.content import Content

from petr_advisor.documents.places import reference_on
from petr_advisor.documents.texts_online import best_address, read_in
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.law import Norm
from petr_advisor.words.places import place_in
from petr_advisor.words.voice import Voice


def addresses(base: KnowledgeBase, norms: Iterable[str]) -> list[str]:
    """Give where the sources of some norms can be read, each once."""
    found = (base.norms[key] for key in norms if key in base.norms)
    sources = (base.sources.get(reference.id) for norm in found for reference in norm.sources)
    return list(dict.fromkeys(address for source in sources if source and (address := best_address(source))))


def sheet(base: KnowledgeBase, norm: Norm, voice: Voice, numbered: Sequence[str]) -> Content:
    """Write the sheet of a norm; addresses bear their number among those that can be opened."""
    rows = [
        ("norm.in-force", voice.period(norm.in_force)),
        ("norm.usable", voice.period(norm.usable) if norm.usable else ""),
        *zip(("norm.confidence", "norm.reading"), voice.drawn(norm.confidence, norm.reading), strict=False),
        ("norm.last-read", norm.last_read or ""),
        ("norm.check", voice.say(norm.check) if norm.check else ""),
        ("norm.note", voice.say(norm.note) if norm.note else ""),
    ]
    rows += [
        ("norm.disputed", voice.say(base.disputed[point].question)) for point in norm.disputed if point in base.disputed
    ]
    parts: list[Content] = [Content(voice.say(norm.statement)).stylize("bold")]
    parts.append(Content(voice.phrase("norm.sources")).stylize("underline"))
    parts += list(_sources(base, norm, voice, numbered)) or [Content(voice.phrase("norm.no-source"))]
    parts += [
        Content.assemble((f"{voice.phrase(key)}{voice.phrase('mark.colon')}", "underline"), words)
        for key, words in rows
        if words
    ]
    return Content("\n").join(parts)


def _sources(base: KnowledgeBase, norm: Norm, voice: Voice, numbered: Sequence[str]) -> Iterable[Content]:
    for reference in norm.sources:
        source = base.sources.get(reference.id)
        if source is None:
            continue
        paragraph = f", {place_in(reference.paragraph, voice.language)}" if reference.paragraph else ""
        parts: list[str | tuple[str, str]] = [f"  {voice.say(source.title)}{paragraph}"]
        parts += [f"\n    {voice.period(v.period)}{f' — {v.act}' if v.act else ''}" for v in source.versions]
        if address := best_address(source):
            parts += ["\n    ", (f"[{numbered.index(address) + 1}]", "bold $accent"), (f" {address}", "dim")]
        if read := read_in(source):
            parts.append((f"\n    {voice.phrase('norm.read-in', address=read)}", "dim"))
        yield Content.assemble(*parts)


def norm_line(base: KnowledgeBase, key: str, voice: Voice) -> str:
    """Name a norm on one line: its first source, paragraph, period and confidence."""
    norm = base.norms.get(key)
    if norm is None:
        return key
    words = [short_source(base, (key,), voice) or key, voice.period(norm.in_force)]
    return " · ".join([*words, voice.confidence(norm.confidence)])


def short_source(base: KnowledgeBase, norms: Iterable[str], voice: Voice, on: date | None = None) -> str:
    """Name the first source of some norms, as briefly as possible: the one in force on a day, where there is one."""
    for key in norms:
        norm = base.norms.get(key)
        if norm is not None and norm.sources:
            reference = reference_on(base, norm, on) if on else norm.sources[0]
            colon = voice.labelled("", "")
            title = voice.say(base.sources[reference.id].title).partition(colon)[0]
            return f"{title} {place_in(reference.paragraph, voice.language)}" if reference.paragraph else title
    return ""
