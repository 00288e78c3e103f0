"""The rule by which a vote of members is counted, as numbers that a sheet can work with."""

from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.running import act_title
from petr_advisor.documents.building.second_rounds import first_round_silence
from petr_advisor.documents.model_ballots import BallotPart, IncludedPart, WayPart
from petr_advisor.knowledge.procedures import Act
from petr_advisor.knowledge.votes import Count, MustInclude, Way
from petr_advisor.procedures.voting import closes
from petr_advisor.words.typography import capital

MONTHS = {"month": 1, "year": 12}
"""Units that run from date to date, which a sheet can count, in months."""


def rule_part(desk: Desk, key: str, act: Act, count: Count) -> BallotPart:
    """Tell a vote, those who vote apart; `key` is the act as `procedure/act`."""
    by_when = desk.by_when(desk.base, act, desk.base.procedures[key.partition("/")[0]])
    silence = first_round_silence(desk, key, desk.silence_of(key, act.silence_prudent or act.silence))
    return BallotPart(
        act=key,
        title=capital(act_title(desk, act)),
        majority=capital(desk.majority(act.vote.majority if act.vote else None) or ""),
        by_when=capital(by_when) if by_when else None,
        silence=capital(silence) if silence else None,
        opposition=count.opposition,
        closes=closes(act),
        months=_months(desk, act),
        ways=tuple(map(_way, count.ways)),
        included=_included(count.must_include) if count.must_include else None,
        voters=(),
    )


def _months(desk: Desk, act: Act) -> int | None:
    """Give the months that the law leaves each of those that vote, where they run from a day of its own."""
    limit = act.limit_prudent or act.limit
    if limit is None or limit.length is None or limit.kind != "maximum" or act.limit_when is not None:
        return None
    event = desk.base.events.get(limit.from_ or "")
    if event is None or not event.for_each or limit.length.unit not in MONTHS:
        return None
    return MONTHS[limit.length.unit] * limit.length.n


def _way(way: Way) -> WayPart:
    return WayPart(
        members=str(way.members) if way.members is not None else None,
        members_strictly=way.members_strictly,
        population=str(way.population) if way.population is not None else None,
        population_strictly=way.population_strictly,
    )


def _included(rule: MustInclude) -> IncludedPart:
    strictly = rule.strictly or rule.which == "most_populous_if_over"
    return IncludedPart(which=rule.which, share=str(rule.share), strictly=strictly)
