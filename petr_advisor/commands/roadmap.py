"""What `petr-advisor roadmap` and `petr-advisor calendar` do: print a plan, write its events."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from petr_advisor.commands.opening import open_case, option_named
from petr_advisor.commands.settings import DEFAULT, Settings
from petr_advisor.commands.showing import laid_out
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents import roadmap_words as words
from petr_advisor.documents.texts import plan_text
from petr_advisor.files.writing import check_place, write
from petr_advisor.planning.roadmap import Roadmap, roadmap
from petr_advisor.planning.settings import BEST_NOW, PlanSettings
from petr_advisor.words.voice import screen_voice


def roadmap_text(case: str, settings: Settings = DEFAULT, wanted: PlanSettings = BEST_NOW) -> str:
    """Give the plan of a case as text; PetrAdvisorError says why when there is none."""
    _, consultation, _ = _plan(case, settings, wanted)
    return plan_text(consultation, settings.language, wanted, laid_out)


def write_calendar(
    case: str,
    output: Path,
    settings: Settings = DEFAULT,
    wanted: PlanSettings = BEST_NOW,
    *,
    overwrite: bool = False,
    stamp: datetime | None = None,
) -> str:
    """Write the calendar of a case's plan, warn of legal dates in danger, and say how many events it holds."""
    from petr_advisor.documents.ics import calendar_file, count_events  # noqa: PLC0415 - only here is its library needed
    from petr_advisor.documents.settings import usual_settings  # noqa: PLC0415

    check_place(output, overwrite=overwrite)
    plan, consultation, territory = _plan(case, settings, wanted)
    voice = screen_voice(settings.language)
    content = calendar_file(
        plan,
        consultation,
        settings.language,
        stamp=stamp or datetime.now(UTC).replace(microsecond=0),
        territory=territory,
        case=Path(case).name,
        organizer=usual_settings().name or "petr-advisor",
    )
    write(output, content, overwrite=overwrite)
    for warning in words.warnings(plan, voice):
        print(f"! {warning}", file=sys.stderr)
    return voice.phrase("command.calendar", output=str(output), n=count_events(plan, consultation))


def _plan(case: str, settings: Settings, wanted: PlanSettings) -> tuple[Roadmap, Consultation, str]:
    """Plan a case; also give its consultation and its title, which names the territory."""
    dossier, found = open_case(case, settings)
    if wanted.option is not None:
        option_named(wanted.option, found)
    plan = roadmap(found, wanted.start or found.as_of, wanted.option, effect=wanted.effect)
    return plan, found, dossier.title.in_(settings.language)
