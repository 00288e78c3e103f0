"""What `petr-advisor roadmap` and `petr-advisor calendar` do: print a plan, write its deadlines."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from petr_advisor.commands.opening import open_case, option_named
from petr_advisor.commands.settings import DEFAULT, Settings
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.building.questions import proposed
from petr_advisor.documents.texts import plan_text
from petr_advisor.files.writing import check_place, write
from petr_advisor.planning.roadmap import Roadmap, roadmap
from petr_advisor.planning.settings import BEST_NOW, PlanSettings
from petr_advisor.words.voice import screen_voice


def roadmap_text(case: str, settings: Settings = DEFAULT, wanted: PlanSettings = BEST_NOW) -> str:
    """Give the roadmap of a case as text."""
    plan, consultation, _ = _plan(case, settings, wanted)
    return plan_text(consultation, settings.language, PlanSettings(plan.option, plan.start))


def write_calendar(
    case: str,
    output: Path,
    settings: Settings = DEFAULT,
    wanted: PlanSettings = BEST_NOW,
    *,
    overwrite: bool = False,
    stamp: datetime | None = None,
) -> str:
    """Write the calendar of a case's roadmap, and say how many events it holds."""
    from petr_advisor.documents.ics import calendar_file  # noqa: PLC0415 - only here is the calendars' library needed

    check_place(output, overwrite=overwrite)
    plan, consultation, territory = _plan(case, settings, wanted)
    now = stamp or datetime.now(UTC).replace(microsecond=0)
    content = calendar_file(plan, consultation, settings.language, stamp=now, territory=territory)
    write(output, content, overwrite=overwrite)
    number = len(plan.tasks) + len(plan.key_dates)
    return screen_voice(settings.language).phrase("command.calendar", output=str(output), n=number)


def _plan(case: str, settings: Settings, wanted: PlanSettings) -> tuple[Roadmap, Consultation, str]:
    """Plan a case; also give its consultation and its title, which names the territory."""
    dossier, found = open_case(case, settings)
    if wanted.option is not None:
        option_named(wanted.option, found)
    plan = roadmap(found, wanted.start or found.as_of, wanted.option)
    outcome = next(each for each in found.outcomes if each.id == plan.question)
    if wanted.option is None and not proposed(found, outcome, settings.language):
        print(screen_voice(settings.language).phrase("command.not-proposed"), file=sys.stderr)
    return plan, found, dossier.title.in_(settings.language)
