"""The table of contents of a folder of acts: every act of the course in order of time, drafted or not."""

from collections.abc import Iterator, Sequence
from datetime import date

from petr_advisor.drafting.model import Draft, Drafts, Grid, Line, Without
from petr_advisor.planning.model import KeyDate, Roadmap
from petr_advisor.words.typography import capital
from petr_advisor.words.voice import Voice

WIDTHS = (20, 48, 32)
"""Relative widths of the day, which is short, of the act, which is said in a sentence, of the name of its file."""


def contents(
    drafts: Drafts, voice: Voice, plan: Roadmap, territory: str | None = None, off: Sequence[date] = ()
) -> Draft:
    """Give the contents of a course that has acts, as a draft: when each act is, what it is, its file.

    It says which ways left open are not drafted, on which of the days no council sits by habit, and which days of the
    law no act meets: none is drafted.
    """
    rows = sorted(_rows(drafts, voice), key=lambda row: row[0])
    title = voice.phrase("draft.contents.title")
    header = tuple(voice.phrase(f"draft.contents.{part}") for part in ("day", "act", "file"))
    table = Grid(header, tuple((voice.day(day), act, file) for day, act, file in rows), WIDTHS)
    named = (Line(territory, "subject"),) if territory else ()
    wish = (Line(drafts.warned, "notice"),) if drafts.warned else ()
    off_days = (Line(voice.phrase("draft.contents.no-session", days=off)),) if off else ()
    due = [voice.phrase("draft.contents.due", what=voice.say(each.title), day=each.day) for each in _unmet(plan)]
    undrafted = (Line(voice.phrase("draft.contents.unmet", dates=due)),) if due else ()
    ways = tuple(Line(each.said) for each in drafts.left_out if each.other_way)
    said = (Line(voice.phrase("draft.contents.said")), *ways, *off_days, *undrafted)
    parts = (Line(title, "title"), *named, *wish, *said, table)
    return Draft("", "", title, voice.phrase("draft.contents.name"), rows[0][0], (), parts)


def _unmet(plan: Roadmap) -> Iterator[KeyDate]:
    """Give the days of the law to come that no act of a plan meets, though one might have."""
    yield from (
        each for each in plan.key_dates
        if each.unmet and each.origin == "law" and not (each.past or each.beside or each.clock)
    )  # fmt: skip


def _rows(drafts: Drafts, voice: Voice) -> Iterator[tuple[date, str, str]]:
    for each in drafts.made:
        title = each.title if each.called is None else f"{each.title} – {voice.set(each.called)}"
        yield each.day, _as_sure(title, each, voice), each.name
    for act in drafts.without:
        yield act.day, _as_sure(capital(act.said), act, voice), voice.phrase("draft.contents.none")


def _as_sure(said: str, act: Draft | Without, voice: Voice) -> str:
    if act.certain:
        return said
    either = isinstance(act, Without) and act.either
    return voice.phrase("draft.contents.either" if either else "draft.contents.unsure", act=said)
