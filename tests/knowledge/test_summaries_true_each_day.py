"""The summary of an option bears no date: it tells nothing that a dated argument of the same option is there to tell.

« Sans lui l'ouverture à l'urbanisation est limitée » was told in 2014 to communes that the law of that day spared.
"""

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from petr_advisor.knowledge.law import InForcePeriod
from petr_advisor.knowledge.options import Option
from tests.documents.conftest import real_base

SHORT = 4
LINKING = frozenset({"avec", "cette", "dans", "dont", "elle", "leur", "leurs", "mais", "pour", "sans", "sont", "toute"})
ALIKE = {
    ("conventions", "no-framework"): "services lent are not those of the territorial agreement",
    ("departement-contract", "wide-2014"): "that the département may contract holds before 2015 and after",
    ("life-leaves-scot", "abrogation"): "another body takes the scheme over on any day",
    ("scot-drawn-up-again", "lapsed-2014"): "the lapse is the condition of the way, whatever its text",
    ("scot-drawn-up-again", "lapsed"): "the lapse is the condition of the way, whatever its text",
    ("scot-drawn-up-again", "lapsed-before-may-2026"): "the lapse is the condition of the way, whatever its text",
    ("scot-metropolitan-bears", "named"): "the summary says since when",
    ("scot-metropolitan-bears", "answer-only"): "the summary says since when",
    ("in-house-contract", "company-vat"): "the local public company is older than its VAT",
    ("common-service", "heavy"): "the EPCI and its communes are there on any day",
    ("planning-state-help", "ends-soon"): "the summary says the day on which the thresholds fall",
}
"""Read one by one: what the two say alike is true on each day of the option, or the summary says its day."""


def test_no_summary_tells_without_a_day_what_a_dated_argument_tells() -> None:
    options = real_base().options
    found = {(key, name) for key, option in options.items() for name in option.merits if _shared(option, name)}
    assert found == set(ALIKE)


def test_an_undated_summary_would_be_seen() -> None:
    """As it stood: the limit of 2017 said of every day."""
    option = real_base().options["scot-without"]
    said = option.summary.model_copy(update={"fr": "Sans lui l'urbanisation limitée s'applique."})
    assert _shared(option.model_copy(update={"summary": said}), "limited")


def _shared(option: Option, name: str) -> frozenset[tuple[str, str]]:
    """Give what a summary says with an argument that does not hold on each day of its option."""
    base, merit = real_base(), option.merits[name]
    days, told_in = base.option_period(option), base.period_of(merit.norms, acts=False)
    if days is None or told_in is None or _covers(told_in, days):
        return frozenset()
    side = merit.for_ or merit.against
    assert side is not None
    return (_pairs(option.summary.fr) & (_pairs(side.fr) | _of_norms(merit.norms))) - _of_norms(option.norms)


def _covers(wide: InForcePeriod, narrow: InForcePeriod) -> bool:
    return wide.meet(narrow) == narrow


def _of_norms(norms: Iterable[str]) -> frozenset[tuple[str, str]]:
    return frozenset[tuple[str, str]]().union(*(_pairs(real_base().norms[norm].statement.fr) for norm in norms))


@cache
def _pairs(text: str) -> frozenset[tuple[str, str]]:
    """Give the pairs of neighbouring words of a text that mean something, small words left out."""
    words = [word for word in re.findall(r"[^\W\d_]+", text.lower()) if len(word) >= SHORT and word not in LINKING]
    return frozenset(pairwise(words))
