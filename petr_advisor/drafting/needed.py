"""The members without whom a vote cannot be carried, by their populations."""

from collections.abc import Collection
from dataclasses import dataclass

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.running import setting_of
from petr_advisor.knowledge.procedures import Act
from petr_advisor.procedures.tally import scale_of


@dataclass(frozen=True)
class Needed:
    """What a majority comes to with the members of a case."""

    members: tuple[str, ...]
    """Those that cannot be missing, in the order of the list."""
    all: bool
    """Whether none of those who vote can."""
    by_population: bool
    """Whether it takes their populations to tell."""


def needed(case: Consultation, act: Act, present: Collection[str]) -> Needed | None:
    """Tell who cannot be missing from a vote; None where a population that counts is not known, or nobody is needed."""
    rule = case.base.majorities[act.majority] if act.majority is not None else None
    if act.vote is None or rule is None or rule.count is None or rule.count.by in {"delegates", "as_written"}:
        return None
    setting = setting_of(case)
    voters = tuple(voter for voter in setting.voters(act.vote.body) or () if voter.member in present)
    if not voters:
        return None
    scale = scale_of(setting.weighed(voters, rule.count), rule.count)
    found = tuple(voter.member for voter in voters if scale.outcome(scale.everybody - {voter.member}) == "short")
    known = scale.total is not None or not scale.weighs_people
    return Needed(found, len(found) == len(voters), scale.weighs_people) if found and known else None
