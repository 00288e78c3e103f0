"""How a place in a text of law is named: the text's title in short, with the paragraph."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from itertools import chain

from petr_advisor.consulting.case import Case
from petr_advisor.consulting.outcomes import OptionOutcome
from petr_advisor.consulting.requirements import RequirementOutcome, is_elsewhere, truth
from petr_advisor.inference.atoms import Truth
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.conditions import When
from petr_advisor.knowledge.law import Norm, SourceReference
from petr_advisor.words.places import place_in
from petr_advisor.words.texts import Text
from petr_advisor.words.voice import Voice

_SHORT_TITLE = re.compile(r" ?: | \((?!(?:UE|EU|CE|EC)\))")
_CALLED = re.compile(r" \([^()]*\)(?=, arts?\. )")
"""What a text is commonly called, before its article: left out, for the article to stay."""
_OWN_ARTICLE = re.compile(r"art\. |[LRD]\. ?\*?\d")
_ARTICLES = re.compile(r",? arts?\. ")


def place_name(base: KnowledgeBase, reference: SourceReference, voice: Voice) -> str:
    """Name a place in a text."""
    title = _SHORT_TITLE.split(_CALLED.sub("", base.sources[reference.id].title.in_(voice.language)))[0]
    paragraph = reference.paragraph or ""
    if _OWN_ARTICLE.match(paragraph):  # the paragraph says which of the articles named in the title
        title = _ARTICLES.split(title)[0]
        paragraph = paragraph if paragraph.startswith("art.") else f"art. {paragraph}"
    paragraph = place_in(paragraph, voice.language)
    return voice.set(f"{title}, {paragraph}" if paragraph and not title.endswith(paragraph) else title)


def reference_in(case: Case, norm: Norm, day: date | None = None) -> SourceReference:
    """Give where a norm stood in a case, on the day of the law or on another."""
    return reference_on(case.base, norm, day or case.as_of, lambda when: truth(case, when))


def reference_on(
    base: KnowledgeBase, norm: Norm, day: date, holds: Callable[[When], Truth] | None = None
) -> SourceReference:
    """Give where a norm stood on a day: its first place, unless that text was not in force and another was.

    Of places that are for some cases only, those known to be for others are left out, where `holds` tells.

    A text whose versions are not known comes before one known not to have been in force.

    A norm that is not in force on the day is cited as it stood on its own last day.
    """
    on = day if norm.in_force.covers(day) else norm.in_force.to or norm.in_force.from_ or day
    first, *others = _of_the_case(norm.sources, holds) if holds else norm.sources
    if _in_force(base, first, on) is not False:
        return first
    standing = [reference for reference in others if _in_force(base, reference, on) is not False]
    return next((reference for reference in standing if _in_force(base, reference, on)), next(iter(standing), first))


def _of_the_case(places: Iterable[SourceReference], holds: Callable[[When], Truth]) -> list[SourceReference]:
    """Leave out the places for other cases, unless none is left; those known to be for this one come first."""
    found = [(place, True if place.when is None else holds(place.when)) for place in places]
    kept = [place for place, truth_ in found if truth_ is not False] or [place for place, _ in found]
    own = [place for place, truth_ in found if place.when is not None and truth_]
    return [*own, *(place for place in kept if place not in own)]


def norms_in(case: Case, norms: Iterable[str], day: date | None = None) -> tuple[str, ...]:
    """Give norms as they are on the day of law, or another; none known to be for other cases, where others stand."""
    found = norms_on(case.base, norms, day or case.as_of)
    here = (key for key in found if not is_elsewhere(case, case.base.norms[key]))
    return tuple(here) or found


def norms_on(base: KnowledgeBase, norms: Iterable[str], day: date) -> tuple[str, ...]:
    """Give norms as they are on a day: each in its version of that day; none that begins later, where others stand."""
    found = dict.fromkeys(_version_on(base, key, day) for key in norms if key in base.norms)
    begun = [key for key in found if not _begins_after(base.norms[key], day)]
    return tuple(begun or found)


def _version_on(base: KnowledgeBase, key: str, day: date) -> str:
    """Give the version of a norm on a day, or the norm itself where none has begun."""
    version: str | None = key
    while version is not None and _begins_after(base.norms[version], day):
        version = base.norms[version].succeeds
    return version or key


def _begins_after(norm: Norm, day: date) -> bool:
    return norm.in_force.from_ is not None and norm.in_force.from_ > day


def _in_force(base: KnowledgeBase, reference: SourceReference, day: date) -> bool | None:
    """Tell whether a text was in force on a day; None for one whose versions are not known."""
    versions = base.sources[reference.id].versions
    return any(version.period.covers(day) for version in versions) if versions else None


def to_check(base: KnowledgeBase, found: OptionOutcome) -> tuple[Text, ...]:
    """Give what to check and where, for the norms an option rests on; none that only an act obtained turned on."""
    obtained = {norm for each in found.requirements if _is_obtained(each) for norm in each.requirement.norms}
    others = (each.requirement.norms for each in found.requirements if not _is_obtained(each))
    obtained -= {*found.option.norms, *chain.from_iterable(others)}
    checks = (base.norms[norm].check for norm in found.rests_on if norm not in obtained)
    return tuple(dict.fromkeys(check for check in checks if check is not None))


def _is_obtained(found: RequirementOutcome) -> bool:
    """Tell whether a condition is an act that is obtained: what was to be looked into before it was."""
    return bool(found.requirement.act) and found.state == "met"
