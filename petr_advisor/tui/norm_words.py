"""How a norm is put into words: on its sheet, on one line, or by its source alone."""

from collections.abc import Iterable
from datetime import date

from textual.content import Content

from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.law import Norm
from petr_advisor.knowledge.texts import Language
from petr_advisor.report.places import reference_on
from petr_advisor.tui.phrases import colon, say
from petr_advisor.wording import CONFIDENCE, READING, period


def sheet(base: KnowledgeBase, norm: Norm, language: Language) -> Content:
    """Write the sheet of a norm."""
    rows = [
        ("norm.in_force", period(norm.in_force, language)),
        ("norm.usable", period(norm.usable, language) if norm.usable else ""),
        ("norm.confidence", CONFIDENCE[norm.confidence].in_(language)),
        ("norm.reading", READING[norm.reading].in_(language)),
        ("norm.last_read", norm.last_read or ""),
        ("norm.check", norm.check.in_(language) if norm.check else ""),
        ("norm.note", norm.note.in_(language) if norm.note else ""),
    ]
    rows += [
        ("norm.disputed", base.disputed[point].question.in_(language))
        for point in norm.disputed
        if point in base.disputed
    ]
    parts: list[Content] = [Content(norm.statement.in_(language)).stylize("bold")]
    parts.append(Content(say("norm.sources", language)).stylize("underline"))
    parts += list(_sources(base, norm, language)) or [Content(say("norm.no_source", language))]
    parts += [
        Content.assemble((say(key, language) + colon(language), "underline"), words) for key, words in rows if words
    ]
    return Content("\n").join(parts)


def _sources(base: KnowledgeBase, norm: Norm, language: Language) -> Iterable[Content]:
    for reference in norm.sources:
        source = base.sources.get(reference.id)
        if source is None:
            continue
        paragraph = f", {reference.paragraph}" if reference.paragraph else ""
        parts: list[str | tuple[str, str]] = [f"  {source.title.in_(language)}{paragraph}"]
        parts += [f"\n    {period(v.period, language)}{f' — {v.act}' if v.act else ''}" for v in source.versions]
        if source.address:
            parts.append((f"\n    {source.address}", "dim"))
        yield Content.assemble(*parts)


def norm_line(base: KnowledgeBase, key: str, language: Language) -> str:
    """Name a norm on one line: its first source, paragraph, period and confidence."""
    norm = base.norms.get(key)
    if norm is None:
        return key
    words = [short_source(base, (key,), language) or key, period(norm.in_force, language)]
    return " · ".join([*words, CONFIDENCE[norm.confidence].in_(language)])


def short_source(base: KnowledgeBase, norms: Iterable[str], language: Language, on: date | None = None) -> str:
    """Name the first source of some norms, as briefly as possible: the one in force on a day, where there is one."""
    for key in norms:
        norm = base.norms.get(key)
        if norm is not None and norm.sources:
            reference = reference_on(base, norm, on) if on else norm.sources[0]
            title = base.sources[reference.id].title.in_(language).partition(" : " if language == "fr" else ": ")[0]
            return f"{title} {reference.paragraph}" if reference.paragraph else title
    return ""
