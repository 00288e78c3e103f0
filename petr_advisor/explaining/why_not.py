"""Why an option is not open: the failed requirements, the answers behind them, their cures."""

from petr_advisor.case import Case
from petr_advisor.curing import remaining
from petr_advisor.explaining.how import how
from petr_advisor.explaining.tree import Explanation, prove, quoted, said
from petr_advisor.inference.working_memory import THE_TERRITORY
from petr_advisor.knowledge.texts import Text
from petr_advisor.outcomes import CureOutcome, option_outcome
from petr_advisor.wording import REQUIREMENT_WORD, SILENCE, STATUS_WORD, day, listed, period


def why_not(case: Case, key: str) -> Explanation:
    """Explain why an option is not open: the failed requirements, the answers behind them, their cures."""
    option = case.base.options[key]
    if key not in case.rules.options:
        days = case.base.option_period(option)
        text = Text(
            fr=f"« {option.title.fr} » n’existe pas à cette date : {period(days, 'fr')}.",
            en=f"“{option.title.en}” does not exist at this date: {period(days, 'en')}.",
        )
        return Explanation(text, option.norms)
    outcome = option_outcome(case, key, option)
    text = quoted(option.title, STATUS_WORD[outcome.status])
    lapsed = prove(case, f"option:{key}:not_in_force", THE_TERRITORY)
    children = [lapsed] if lapsed else []
    for found in outcome.requirements:
        if found.state in {"unmet", "unknown"}:
            proof = how(case, f"requirement:{found.key}")
            behind = proof.children if proof else ()
            cures = tuple(_cure(case, key, found.key, cure) for cure in found.cures)
            instead = tuple(_instead(case, other) for other in found.requirement.instead if other in case.rules.options)
            title = said(found.requirement.title, REQUIREMENT_WORD[found.state])
            children.append(Explanation(title, found.requirement.norms, (*behind, *cures, *instead)))
    return Explanation(text, option.norms, tuple(children))


def _instead(case: Case, key: str) -> Explanation:
    option = case.base.options[key]
    return Explanation(Text(fr=f"Autre voie : {option.title.fr}", en=f"Another way: {option.title.en}"), option.norms)


def _cure(case: Case, option: str, cured: str, found: CureOutcome) -> Explanation:
    """Say a cure: by whom, how, in how long; or why there is none."""
    cure = found.cure
    if not found.in_force:
        text = Text(
            fr=f"Remède : {cure.title.fr} — n’existe pas au {day(case.as_of, 'fr')} ({period(found.period, 'fr')})",
            en=f"Cure: {cure.title.en} — does not exist on {day(case.as_of, 'en')} ({period(found.period, 'en')})",
        )
        return Explanation(text, cure.norms)
    state = {
        True: ("possible", "available"),
        False: ("impossible ici", "not available here"),
        None: ("à vérifier", "to be checked"),
    }
    fr, en = state[found.available]
    proof = how(case, f"cure:{found.id}") if found.available is False else None
    children = proof.children if proof else _afterwards(case, option, cured, found) if found.available else ()
    details = [case.base.actors[cure.who].label]
    details += [case.base.majorities[cure.majority].label] if cure.majority else []
    details += [cure.within] if cure.within else []
    details += [SILENCE[cure.silence]] if cure.silence else []
    by_fr, by_en = listed((d.fr for d in details), "fr"), listed((d.en for d in details), "en")
    text = Text(fr=f"Remède {fr} : {cure.title.fr} ({by_fr})", en=f"Cure, {en}: {cure.title.en} ({by_en})")
    return Explanation(text, cure.norms, children)


def _afterwards(case: Case, option: str, cured: str, found: CureOutcome) -> tuple[Explanation, ...]:
    """Say what the option would still lack once the cure is carried out."""
    lacking = [left for left in remaining(case, option, found.id) if left.key != cured]
    if not lacking:
        return (
            Explanation(
                Text(fr="Après ce remède, rien d’autre ne manque.", en="After this cure nothing else is lacking.")
            ),
        )
    fr = listed((left.requirement.title.fr for left in lacking), "fr")
    en = listed((left.requirement.title.en for left in lacking), "en")
    return (
        Explanation(Text(fr=f"Après ce remède, il resterait : {fr}", en=f"After this cure there would remain: {en}")),
    )
