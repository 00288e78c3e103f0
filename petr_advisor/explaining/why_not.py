"""Why an option is not open: the failed requirements, the answers behind them, their cures."""

from collections.abc import Iterator

from petr_advisor.consulting.case import Case
from petr_advisor.consulting.curing import remaining
from petr_advisor.consulting.outcomes import option_outcome, ways_instead
from petr_advisor.consulting.requirements import CureOutcome
from petr_advisor.explaining.how import how
from petr_advisor.explaining.tree import Explanation, entity_name, prove, quoted, said
from petr_advisor.inference.working_memory import THE_TERRITORY
from petr_advisor.knowledge.base import READING_PREFIX
from petr_advisor.knowledge.options import Option, Requirement
from petr_advisor.words.speech import told
from petr_advisor.words.voice import act_details, period_text


def why_not(case: Case, key: str) -> Explanation:
    """Explain why an option is not open: the failed requirements, the answers behind them, their cures."""
    option = case.base.options[key]
    if key not in case.rules.options:
        text = told("why-not.not-in-force", title=option.title, period=period_text(case.base.option_period(option)))
        return Explanation(text, option.norms)
    outcome = option_outcome(case, key)
    text = quoted(option.title, told(f"status.{outcome.status}"))
    lapsed = prove(case, f"option:{key}:not_in_force", THE_TERRITORY)
    children = [lapsed] if lapsed else []
    for found in outcome.requirements:
        if found.state in {"unmet", "unknown"}:
            proof = how(case, f"requirement:{found.key}")
            behind = proof.children if proof else tuple(_not_known(case, found.requirement))
            cures = tuple(_cure(case, key, found.key, cure) for cure in found.cures)
            instead = tuple(_instead(other) for other in ways_instead(case, found.requirement))
            title = said(found.requirement.title, found.word)
            children.append(Explanation(title, found.requirement.norms, (*behind, *cures, *instead)))
    return Explanation(text, option.norms, tuple(children))


def _not_known(case: Case, requirement: Requirement) -> Iterator[Explanation]:
    """Name the facts not known on which a condition turns: it is they that are to be found out."""
    turns_on = case.situation.relevant(case.situation.diagrams.condition(requirement.needs))
    for fact, of in sorted(turns_on, key=lambda key: (key[0], key[1] or "")):
        if not fact.startswith(READING_PREFIX):
            kind = case.base.all_facts[fact]
            name = told("of-entity", entity=entity_name(case, kind.of or "", of), what=kind.label) if of else kind.label
            yield Explanation(told("why-not.not-known", fact=name), kind.norms, about=(fact, of))


def _instead(option: Option) -> Explanation:
    return Explanation(told("why-not.instead", title=option.title), option.norms)


def _cure(case: Case, option: str, cured: str, found: CureOutcome) -> Explanation:
    """Say a cure: by whom, how, in how long; or why there is none."""
    cure = found.cure
    if not found.in_force:
        text = told("why-not.no-cure", title=cure.title, day=case.as_of, period=period_text(found.period))
        return Explanation(text, cure.norms)
    proof = how(case, f"cure:{found.id}") if found.available is False else None
    children = proof.children if proof else _afterwards(case, option, cured, found) if found.available else ()
    text = told(f"why-not.cure.{found.available}", title=cure.title, by=act_details(case.base, cure))
    return Explanation(text, cure.norms, children)


def _afterwards(case: Case, option: str, cured: str, found: CureOutcome) -> tuple[Explanation, ...]:
    """Say what the option would still lack once the cure is carried out."""
    lacking = [left for left in remaining(case, option, found.id) if left.key != cured]
    titles = [left.requirement.title for left in lacking]
    return (Explanation(told("why-not.would-lack", titles=titles) if lacking else told("why-not.lacks-nothing")),)
