"""What `petr-advisor compare` does: two cases side by side, or one case then and now."""

from collections.abc import Iterator, Sequence
from datetime import date

from petr_advisor.checking import load
from petr_advisor.commands.opening import engine_of
from petr_advisor.commands.settings import DEFAULT, Settings
from petr_advisor.comparing.comparison import Comparison, compare, then_and_now
from petr_advisor.dossiers import find_dossier
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.knowledge.texts import Language
from petr_advisor.report.comparing_text import comparison_text
from petr_advisor.report.plain import clash_lines
from petr_advisor.wording import day


def compare_text(a: str, b: str | None, dates: Sequence[date], settings: Settings = DEFAULT) -> str:
    """Give what differs between two scenarios, at one date of law for both if any, or between dates for one of them.

    The dates stand in the place of the one in the settings.
    """
    base, engine, language = load(settings.knowledge), engine_of(settings), settings.language
    first = find_dossier(a, base)
    if b is None:
        if len(set(dates)) < 2:
            raise PetrAdvisorError(
                "name a second scenario, or two dates of law: compare S --as-of 2014-06-15 --as-of 2026-11-24",
                fr="nommez un second cas, ou deux dates du droit : compare S --as-of 2014-06-15 --as-of 2026-11-24",
            )
        found = then_and_now(first.consultation(engine, None), dates)
        return "\n\n".join([*_clashes(found, language), *(comparison_text(each, language) for each in found)])
    if len(dates) > 1:
        raise PetrAdvisorError(
            "two scenarios are compared at one date of law, or each at its own",
            fr="deux cas se comparent à une même date du droit, ou chacun à la sienne",
        )
    at = dates[0] if dates else None
    second = find_dossier(b, base)
    found = (compare(first.consultation(engine, at), second.consultation(engine, at)),)
    names = first.title.in_(language), second.title.in_(language)
    return "\n\n".join([*_clashes(found, language), *(comparison_text(each, language, names) for each in found)])


def _clashes(found: Sequence[Comparison], language: Language) -> Iterator[str]:
    """Say which of the cases compared hold answers that exclude each other: their statuses are worth nothing."""
    for held in dict.fromkeys(each for comparison in found for each in (comparison.before, comparison.after)):
        if held.clashes:
            law = f"{'Droit au' if language == 'fr' else 'Law on'} {day(held.as_of, language)}"
            yield "\n".join([law, *clash_lines(held, language)])
