"""What `petr-advisor acts` does: the drafts of the acts of a case's course, as files in a folder."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from petr_advisor.commands.opening import open_case, option_named
from petr_advisor.commands.settings import DEFAULT, Settings
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.planning.settings import BEST_NOW, PlanSettings
from petr_advisor.words.voice import Voice, screen_voice

if TYPE_CHECKING:
    from petr_advisor.drafting.folder import Written
    from petr_advisor.drafting.writing import Form

SHOWN = 3
"""Changed paragraphs told of a file, in each way."""
LONG = 100
"""Letters told of a changed paragraph."""


def acts(
    case: str,
    output: Path,
    settings: Settings = DEFAULT,
    wanted: PlanSettings = BEST_NOW,
    *,
    act: str | None = None,
    adviser: Path | None = None,
    form: "Form" = "docx",
) -> str:
    """Draft the acts of a case's course, or one of them, into a folder; gives what was written, a line each.

    A folder that is not there is made. A file that is there is never written over: the new version stands beside it,
    and what changed is said. PetrAdvisorError says why when there is nothing to draft.
    """
    from petr_advisor.documents.settings import read_settings, usual_settings  # noqa: PLC0415 - only here is it needed
    from petr_advisor.drafting import folder, writing  # noqa: PLC0415
    from petr_advisor.drafting.choosing import Choosing  # noqa: PLC0415

    folder.check(output)
    by = usual_settings() if adviser is None else read_settings(adviser)
    dossier, found = open_case(case, settings)
    if wanted.option is not None:
        option_named(wanted.option, found)
    plan = roadmap(found, wanted.start or found.as_of, wanted.option, effect=wanted.effect)
    if wanted.option is not None:
        found = found.choose(found.base.options[wanted.option].answers, wanted.option)
    voice = Voice(settings.language)
    territory = voice.say(dossier.territory) if dossier.territory is not None else None
    drafts = Choosing(found, plan, voice, territory).drafts(act)
    placed = writing.write(drafts, output, settings.language, by, form)
    screen = screen_voice(settings.language)
    said = [line for day, written in placed for line in _told(screen, day, written)]
    said += [screen.phrase("draft.warned", what=drafts.warned)] if drafts.warned else []
    said += [screen.phrase("draft.not-drafted", why=left.said) for left in drafts.left_out]
    said += (
        [screen.phrase("draft.without", acts=list(dict.fromkeys(each.said for each in drafts.without)))]
        if drafts.without
        else []
    )
    if drafts.contents is not None:
        said.append(screen.phrase("draft.contents.written", name=drafts.contents.name))
    said.append(screen.phrase("draft.count", n=len(placed), folder=output))
    return "\n".join(said)


def _told(voice: Voice, day: date, written: "Written") -> Iterator[str]:
    """Say what became of a file, and what its new version changes."""
    beside = written.beside.name if written.beside else ""
    yield voice.phrase(f"draft.file.{written.outcome}", day=day, name=written.path.name, beside=beside)
    for sign, changed in (("added", written.added), ("removed", written.removed)):
        for text in changed[:SHOWN]:
            yield voice.phrase(f"draft.changed.{sign}", text=text if len(text) <= LONG else f"{text[: LONG - 1]}…")
        if len(changed) > SHOWN:
            yield voice.phrase(f"draft.more.{sign}", n=len(changed) - SHOWN)
