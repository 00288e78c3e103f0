"""Open what a command works on: the engines, the rule base, the case."""

import sys
from typing import TYPE_CHECKING

from petr_advisor.checking import load
from petr_advisor.commands.settings import Settings
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.inference.engines import EngineName, available, guarded, notice
from petr_advisor.inference.program import Engine
from petr_advisor.knowledge.options import Option
from petr_advisor.knowledge.problems import nearest, unknown
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import screen_voice

if TYPE_CHECKING:
    from petr_advisor.commands.dossiers import Dossier
    from petr_advisor.consulting.consultation import Consultation
    from petr_advisor.consulting.saved import Resumed


def engine_names(settings: Settings) -> tuple[EngineName, ...]:
    """Name the engines wanted: all that load here for `all`, the preferred one for None."""
    match settings.engine:
        case None:
            return available()[:1]
        case "all":
            return available()
        case name:
            return (name,)


def engine_of(settings: Settings) -> Engine:
    """Give the engine of a command that runs one only; PetrAdvisorError where it does not load, or for several."""
    if settings.engine == "all":
        raise PetrAdvisorError.of("command.one-engine")
    return guarded(engine_names(settings)[0])


def open_case(name: str, settings: Settings) -> "tuple[Dossier, Consultation]":
    """Find a case, and hold its consultation; PetrAdvisorError when there is none of that name."""
    from petr_advisor.commands.dossiers import find_dossier  # noqa: PLC0415 - the screen opens on no case

    found = find_dossier(name, load(settings.knowledge))
    if found.taken_up is not None:
        tell_set_apart(found.taken_up, settings.language)
    return found, found.consultation(engine_of(settings), settings.as_of)


def tell_set_apart(taken_up: "Resumed", language: Language) -> None:
    """Say, beside what the command gives, which answers of a saved consultation could not be taken up."""
    for text in taken_up.set_apart:
        print(screen_voice(language).phrase("command.set-apart", answer=text), file=sys.stderr)


def tell_engine_fault(language: Language) -> None:
    """Say, beside what the command gave, that another engine than the one wanted answered."""
    if (told := notice()) is not None and sys.stderr is not None:
        print(told.in_(language), file=sys.stderr)


def option_named(key: str, found: "Consultation") -> Option:
    """Give an option; PetrAdvisorError, with the nearest name or those of the case, when there is none."""
    base = found.base
    if key in base.options:
        return base.options[key]
    if nearest(key, base.options) is not None:
        raise PetrAdvisorError(*unknown(key, base.options, "no option", "aucune voie"))
    ids = ", ".join(option.id for outcome in found.outcomes for option in (*outcome.routes, *outcome.staying))
    raise PetrAdvisorError.of("command.no-option", key=key, ids=ids)
