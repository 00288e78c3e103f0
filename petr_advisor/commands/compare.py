"""What `petr-advisor compare` does: two cases side by side, or one case then and now."""

from collections.abc import Sequence
from datetime import date

from petr_advisor.checking import load
from petr_advisor.commands.dossiers import find_dossier
from petr_advisor.commands.opening import engine_of
from petr_advisor.commands.settings import DEFAULT, Settings
from petr_advisor.documents.texts import comparison_text
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.explaining.comparing.comparison import compare, then_and_now


def compare_text(a: str, b: str | None, dates: Sequence[date], settings: Settings = DEFAULT) -> str:
    """Give what differs between two scenarios, at one date of law for both if any, or between dates for one of them.

    The dates stand in the place of the one in the settings.
    """
    base, engine, language = load(settings.knowledge), engine_of(settings), settings.language
    first = find_dossier(a, base)
    if b is None:
        if len(set(dates)) < 2:
            raise PetrAdvisorError.of("command.second-case")
        periods = then_and_now(first.consultation(engine, None), dates)
        return "\n\n".join(comparison_text(each, language) for each in periods)
    if len(dates) > 1:
        raise PetrAdvisorError.of("command.one-date")
    at = dates[0] if dates else None
    second = find_dossier(b, base)
    found = compare(first.consultation(engine, at), second.consultation(engine, at))
    return comparison_text(found, language, (first.title.in_(language), second.title.in_(language)))
