"""The table of contents of a folder of acts: every act of the course in order of time, drafted or not."""

from collections.abc import Iterator, Sequence
from datetime import date

from petr_advisor.drafting.model import Draft, Drafts, Grid, Line, Without
from petr_advisor.words.typography import capital
from petr_advisor.words.voice import Voice

WIDTHS = (20, 48, 32)
"""Relative widths of the day, which is short, of the act, which is said in a sentence, of the name of its file."""


def contents(drafts: Drafts, voice: Voice, territory: str | None = None, off: Sequence[date] = ()) -> Draft:
    """Give the contents of a course that has acts, as a draft: when each act is, what it is, its file.

    It says on which of the days no council sits by habit.
    """
    rows = sorted(_rows(drafts, voice), key=lambda row: row[0])
    title = voice.phrase("draft.contents.title")
    header = tuple(voice.phrase(f"draft.contents.{part}") for part in ("day", "act", "file"))
    table = Grid(header, tuple((voice.day(day), act, file) for day, act, file in rows), WIDTHS)
    named = (Line(territory, "subject"),) if territory else ()
    wish = (Line(drafts.warned, "notice"),) if drafts.warned else ()
    off_days = (Line(voice.phrase("draft.contents.no-session", days=off)),) if off else ()
    parts = (Line(title, "title"), *named, *wish, Line(voice.phrase("draft.contents.said")), *off_days, table)
    return Draft("", "", title, voice.phrase("draft.contents.name"), rows[0][0], (), parts)


def _rows(drafts: Drafts, voice: Voice) -> Iterator[tuple[date, str, str]]:
    for each in drafts.made:
        title = each.title if each.called is None else f"{each.title} – {voice.set(each.called)}"
        yield each.day, _as_sure(title, each, voice), each.name
    for act in drafts.without:
        yield act.day, _as_sure(capital(act.said), act, voice), voice.phrase("draft.contents.none")


def _as_sure(said: str, act: Draft | Without, voice: Voice) -> str:
    return said if act.certain else voice.phrase("draft.contents.unsure", act=said)
