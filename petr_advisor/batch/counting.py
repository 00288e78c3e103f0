"""How many rows each change touches: options, answers, breaches, then duties, the one that touches most first."""

from typing import Any

import polars as pl

from petr_advisor.batch.form import Line
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.words.voice import Voice

ALIKE = ("from", "to", "what", "key", "before", "after", "because")
"""What changes that are counted together have in common."""
CASE = pl.struct("row", "id")
ORDER = ("option", "answer", "breach", "duty")


def counted(changes: pl.LazyFrame, base: KnowledgeBase, voice: Voice) -> list[Line]:
    """Give a line a change, with how many rows it touches; of a folder of scenarios, how many cases."""
    found: Any = changes.group_by(ALIKE).agg(CASE.n_unique().alias("rows")).collect()
    by = [
        pl.col("what").replace_strict({what: place for place, what in enumerate(ORDER)}),
        -pl.col("rows").cast(pl.Int64),
        *ALIKE,
    ]
    ordered = found.sort(by, nulls_last=True)
    return [{**line, "title": _title(base, line["what"], line["key"], voice)} for line in ordered.to_dicts()]


def by_case(changes: pl.LazyFrame) -> dict[tuple[int, str], int]:
    """Count what changes in each case: by row and identifier."""
    found: Any = changes.group_by("row", "id").len().collect()
    return {(row, name): count for row, name, count in found.iter_rows()}


def cases_in(lines: pl.LazyFrame) -> int:
    """Count the cases of which some lines tell."""
    found: Any = lines.select(CASE.n_unique()).collect()
    return int(found.item())


def _title(base: KnowledgeBase, what: str, key: str, voice: Voice) -> str:
    """Name what changes: an option, the answer to a key question, a duty or a breach."""
    first, _, rest = key.partition("/")
    if what == "option":
        return voice.say(base.options[key].title)
    if what == "answer":
        return voice.say(base.key_questions[first].title)
    if what == "breach":
        return voice.say(base.regimes[first].conditions[rest].title)
    duty = base.rules[key.partition("@")[0]]
    return voice.labelled(voice.duty(duty.duty or "obligation"), voice.say(duty.to) if duty.to else key)
