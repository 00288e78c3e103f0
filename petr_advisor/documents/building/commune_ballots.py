"""The votes of the communes of members: in each EPCI apart, or in all of them together, with their populations."""

from collections.abc import Iterator

from petr_advisor.documents.building.ballot_rules import rule_part
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.running import member_name
from petr_advisor.documents.model_ballots import BallotPart, VoterPart
from petr_advisor.knowledge.votes import Count, Within
from petr_advisor.territory.communes import communes_of
from petr_advisor.territory.measures import BORDERS_VALID_FROM, MAP_YEAR, MEASURED, register

APART: frozenset[Within] = frozenset({"each_cc", "each_epci"})
"""Sets in which the communes of each EPCI are counted apart."""
TOGETHER: frozenset[Within] = frozenset({"whole_draft_perimeter"})
"""The set in which they are counted together."""


def commune_ballots(desk: Desk, key: str, by_when: str | None) -> Iterator[BallotPart]:
    """Give the votes of communes within an act, `procedure/act`; none where the members are not all in the register.

    The communes are those of the register's year: before the first day on which its perimeters fit there are none.
    """
    procedure, _, name = key.partition("/")
    known = desk.base.procedures.get(procedure)
    act = known.acts.get(name) if known else None
    if act is None or act.vote is None or act.vote.within is None:
        return
    majority = desk.base.majorities.get(act.vote.majority)
    count = majority.count if majority else None
    if count is None or not count.by_communes or count.tests:
        return
    members = _members(desk, act.vote.within)
    silence = act.silence if act.silence in {"favourable", "unfavourable"} else "nothing"
    told = rule_part(desk, key, act, count).model_copy(
        update={"by_when": by_when, "source": desk.phrase("book.communes-source", year=str(MAP_YEAR))}
    )
    if act.vote.within in APART:
        for siren in members:
            title = desk.phrase("book.communes-of", act=told.title, name=member_name(desk, siren))
            yield told.model_copy(update={"title": title, "voters": tuple(_voters(desk, siren, silence, count))})
    elif members:
        voters = tuple(voter for siren in members for voter in _voters(desk, siren, silence, count))
        yield told.model_copy(update={"voters": voters})


def _members(desk: Desk, within: Within) -> tuple[str, ...]:
    """Give the members whose communes vote, by SIREN."""
    listed = desk.consultation.facts.entities.get(MEASURED)
    if within not in APART | TOGETHER or listed is None or desk.consultation.as_of < BORDERS_VALID_FROM:
        return ()
    if not listed.complete or not all(communes_of(siren) for siren in listed.ids):
        return ()
    kept = (register().get(siren) for siren in listed.ids)
    return tuple(epci.siren for epci in kept if epci and (within != "each_cc" or epci.kind == "cc"))


def _voters(desk: Desk, siren: str, silence: str, count: Count) -> Iterator[VoterPart]:
    bodies = count.must_include is not None and count.must_include.which == "share_of_each_epci"
    for commune in communes_of(siren):
        yield VoterPart.model_validate(
            {
                "name": desk.set(commune.name),
                "population": commune.population,
                "body": member_name(desk, siren) if bodies else None,
                "received": None,
                "vote": None,
                "on": None,
                "until": None,
                "silence": silence,
            }
        )
