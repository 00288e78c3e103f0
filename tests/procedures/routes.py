"""Procedures in miniature and a situation in which they run, for tests."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

import yaml

from petr_advisor.checking import load
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.conditions import When, literals
from petr_advisor.knowledge.procedures import Procedure
from petr_advisor.procedures.ballots import Ballot
from petr_advisor.procedures.record import Done, Result, Setting

PRUDENT = {"d-refusal": "one-refusal-blocks", "d-late": "valid"}


@cache
def routes() -> KnowledgeBase:
    """Give the procedures of `routes.yaml`, with the holidays of the rule base."""
    text = (Path(__file__).parent / "routes.yaml").read_text(encoding="utf-8")
    base = KnowledgeBase.model_validate(yaml.safe_load(text))
    return base.model_copy(update={"holidays": load().holidays})


def setting(
    *acts: Done,
    facts: Mapping[str, object] | None = None,
    members: Mapping[str, int] | None = None,
    votes: Mapping[str, str] | None = None,
    readings: Mapping[str, str] = PRUDENT,
) -> Setting:
    """Give a situation: facts by name, members with their populations, and the value of the vote fact of each."""
    known = facts or {}
    people = members or {"A": 30, "B": 30, "C": 15}

    def holds(condition: When, _day: date) -> bool | None:
        asked = [(literal.fact, literal.test.values) for literal in literals(condition)]
        return all(known[fact] in values for fact, values in asked) if all(fact in known for fact, _ in asked) else None

    def day_of(fact: str) -> date | None:
        found = known.get(fact)
        return found if isinstance(found, date) else None

    return Setting(
        base=routes(),
        holds=holds,
        day_of=day_of,
        voters=lambda body: tuple(Ballot(key, size) for key, size in people.items()) if body == "members" else None,
        said=lambda _fact, member: (votes or {}).get(member),
        readings=readings,
        departements=("45",),
        acts=acts,
    )


def vote(procedure: str, member: str, on: date | None, result: Result = "carried", **more: object) -> Done:
    return Done(procedure, str(more.pop("act", "votes")), on, result, member, **more)  # type: ignore[arg-type]


def other(base: KnowledgeBase, **kinds: object) -> KnowledgeBase:
    """Give another base, with none of what the first one has already worked out."""
    return KnowledgeBase.model_construct(**{name: getattr(base, name) for name in KnowledgeBase.model_fields} | kinds)


def beside(own: KnowledgeBase) -> KnowledgeBase:
    """Give a rule base with the procedures of `routes.yaml` beside its own, which hear no answers."""
    found = routes()
    kinds = ("majorities", "events", "durations", "disputed")
    shared = {kind: {**getattr(own, kind), **getattr(found, kind)} for kind in kinds}
    quiet = {key: _quiet(procedure) for key, procedure in own.procedures.items()}
    return other(own, procedures={**quiet, **found.procedures}, **shared)


def _quiet(procedure: Procedure) -> Procedure:
    silent: dict[str, object] = {"runs": None}
    acts = {
        key: act.model_copy(update={"done": None, "done_on": None, "votes": None})
        for key, act in procedure.acts.items()
    }
    return procedure.model_copy(update={**silent, "acts": acts})
