"""Walk over a rule base: where each norm is cited, each act is described, each entity altered."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from petr_advisor.knowledge.acts import Cure, Made, Merging, Removal, Turn
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.blanks import Occasion
from petr_advisor.knowledge.limits import Limit
from petr_advisor.knowledge.loader import Places
from petr_advisor.knowledge.options import Requirement
from petr_advisor.knowledge.problems import Problem
from petr_advisor.knowledge.procedures import Act
from petr_advisor.knowledge.regimes import Exemption
from petr_advisor.knowledge.rules import Rule
from petr_advisor.knowledge.templates import PARTS, Passage
from petr_advisor.knowledge.vocabulary import FactType, Summary
from petr_advisor.knowledge.yaml_reader import Path_
from petr_advisor.words.texts import Text

SIZE_MEASURES = ("share_of", "largest_share", "total")
"""Summaries taken of a whole-number fact of the entities; the others are taken of the kind of entity."""


@dataclass(frozen=True)
class Place:
    """A place in the rule base."""

    kind: str
    key: str
    path: Path_ = ()

    def __truediv__(self, part: str | int) -> "Place":
        """Give a place inside this one."""
        return Place(self.kind, self.key, (*self.path, part))

    def problem(self, places: Places, message: Text, near: str | None = None) -> Problem:
        """Make a problem of this place."""
        return places.problem(self.kind, self.key, self.path, message, near)

    def line(self, places: Places) -> str:
        """Give the place as `file:line`, to point at it from another one."""
        return places.line(self.kind, self.key, self.path)


def requirements(base: KnowledgeBase) -> Iterator[tuple[Place, Requirement]]:
    """Give every requirement: those of groups, the conditions of regimes, those of options."""
    for key, group in base.requirement_groups.items():
        yield from ((of_requirement(base, key, name), found) for name, found in group.requires.items())
    for key, regime in base.regimes.items():
        for name, condition in regime.conditions.items():
            yield of_requirement(base, key, name), condition.as_requirement(base.calendar)
    for key, option in base.options.items():
        yield from ((of_requirement(base, key, name), found) for name, found in option.requires.items())


def of_requirement(base: KnowledgeBase, owner: str, name: str) -> Place:
    """Give the place of a requirement: of a regime, of a group or of an option."""
    if owner in base.regimes:
        return Place("regimes", owner, ("conditions", name))
    return Place("requirement_groups" if owner in base.requirement_groups else "options", owner, ("requires", name))


def procedure_acts(base: KnowledgeBase) -> Iterator[tuple[Place, Act]]:
    """Give every act of every procedure."""
    for key, procedure in base.procedures.items():
        for name, act in procedure.acts.items():
            yield Place("procedures", key, ("acts", name)), act


def passages(base: KnowledgeBase) -> Iterator[tuple[Place, Passage]]:
    """Give every passage of acts to draft: the shared ones, then those of each template."""
    for key, shared in base.passages.items():
        yield Place("passages", key), shared
    for key, template in base.templates.items():
        for part in PARTS:
            for number, found in enumerate(getattr(template, part)):
                yield Place("templates", key, (part, number)), found


def occasions(base: KnowledgeBase) -> Iterator[tuple[Place, Occasion]]:
    """Give every occasion on which a choice of an act is settled, or a place holds some words."""
    for place, passage in passages(base):
        if passage.settled is not None:
            yield place / "settled", passage.settled
    for key, blank in base.blanks.items():
        for part in ("says", "of_newcomer"):
            for number, saying in enumerate(getattr(blank, part)):
                yield Place("blanks", key, (part, number)), saying


def acts(base: KnowledgeBase) -> Iterator[tuple[Place, Act | Cure | Rule]]:
    """Give whatever names an actor: acts of procedures, cures and rules."""
    yield from procedure_acts(base)
    for key, cure in base.cures.items():
        yield Place("cures", key), cure
    for key, rule in base.rules.items():
        yield Place("rules", key), rule


def exemptions(base: KnowledgeBase) -> Iterator[tuple[Place, Exemption]]:
    """Give every exception to a condition of a regime."""
    for key, regime in base.regimes.items():
        for name, condition in regime.conditions.items():
            for number, found in enumerate(condition.exceptions):
                yield of_requirement(base, key, name) / "exceptions" / number, found


def made(base: KnowledgeBase) -> Iterator[tuple[Place, str, Made]]:
    """Give every fact that a cure or an option makes so, or that puts a body under a regime, with its value."""
    for kind, owners in (("cures", base.cures), ("options", base.options), ("regimes", base.regimes)):
        for key, owner in owners.items():
            yield from ((Place(kind, key, ("makes", fact)), fact, value) for fact, value in owner.makes.items())
    for key, question in base.key_questions.items():
        at = Place("key_questions", key, ("counts_on", "otherwise"))
        otherwise = question.counts_on.otherwise if question.counts_on else {}
        yield from ((at / fact, fact, value) for fact, value in otherwise.items())
    for place, turn in turns(base):
        yield from ((place / "makes" / fact, fact, value) for fact, value in turn.makes.items())


def turns(base: KnowledgeBase) -> Iterator[tuple[Place, Turn]]:
    """Give what options and removals make otherwise in some cases."""
    for key, option in base.options.items():
        yield from ((Place("options", key, ("turns", number)), turn) for number, turn in enumerate(option.turns))
    removals = [(place, which) for place, which in altered(base) if isinstance(which, Removal)]
    removals += [(Place("cures", key, ("removes",)), cure.removes) for key, cure in base.cures.items() if cure.removes]
    for place, removal in removals:
        yield from ((place / "turns" / number, turn) for number, turn in enumerate(removal.turns))
    for key, question in base.key_questions.items():
        planned = question.on_today.planned if question.on_today else ()
        at = Place("key_questions", key, ("on_today", "planned"))
        yield from ((at / number, turn) for number, turn in enumerate(planned))


def limits(base: KnowledgeBase) -> Iterator[tuple[Place, Limit, str | None]]:
    """Give every limit, with the kind of entity whose dates it may count from."""
    for place, act in acts(base):
        if act.limit is not None:
            yield place / "limit", act.limit, act.for_each if isinstance(act, Rule) else None
        if isinstance(act, Act):
            yield from ((place / "windows" / n / "limit", part.limit, None) for n, part in enumerate(act.windows))


def event(place: Place, places: Places) -> Place:
    """Give the place of the event of a limit, written under `after` or `from`."""
    there = place / "from"
    return there if places.raw(there.kind, there.key, there.path) is not None else place / "after"


def law_dates(base: KnowledgeBase) -> Iterator[tuple[Place, str, str | None]]:
    """Give every `law_at`, with the kind of entity whose dates it may name."""
    for key, rule in base.rules.items():
        if rule.law_at is not None:
            yield Place("rules", key, ("law_at",)), rule.law_at, rule.for_each
    for kind, owners in (("cures", base.cures), ("options", base.options)):
        for key, owner in owners.items():
            if owner.law_at is not None:
                yield Place(kind, key, ("law_at",)), owner.law_at, None


def norm_citations(base: KnowledgeBase) -> Iterator[tuple[Place, str]]:
    """Give every citation of a norm."""
    holders: list[tuple[Place, tuple[str, ...]]] = [(place, found.norms) for place, found in requirements(base)]
    holders += [holder for place, act in procedure_acts(base) for holder in _citing(place, act)]
    for key, procedure in base.procedures.items():
        place = Place("procedures", key)
        holders.append((place, procedure.norms))
        holders += [(place / "periods" / number, part.norms) for number, part in enumerate(procedure.periods)]
    holders += [(place, found.norms) for place, found in exemptions(base)]
    for key, table in base.tables.items():
        holders += [(Place("tables", key, ("rows", name)), row.norms) for name, row in table.rows.items()]
    for key, option in base.options.items():
        holders += [(Place("options", key, ("merits", name)), merit.norms) for name, merit in option.merits.items()]
        holders += [(Place("options", key, (name,)), said.norms) for name, said in option.additions.items()]
    for key, question in base.key_questions.items():
        place = Place("key_questions", key, ("reminders",))
        holders += [(place / name, found.norms) for name, found in question.reminders.items()]
    holders += [(place, found.norms) for place, found in passages(base)]
    kinds = ("options", "cures", "rules", "facts", "majorities", "conflicts", "disputed", "holidays", "terms")
    for kind in (*kinds, "restraints", "notices", "templates"):
        holders += [(Place(kind, key), entry.norms) for key, entry in getattr(base, kind).items()]
    for place, norms in holders:
        for number, norm in enumerate(norms):
            yield place / "norms" / number, norm
    for key, found in base.norms.items():
        if found.succeeds is not None:
            yield Place("norms", key, ("succeeds",)), found.succeeds


def _citing(place: Place, act: Act) -> Iterator[tuple[Place, tuple[str, ...]]]:
    """Give the parts of an act that cite norms."""
    yield place, act.norms
    yield from ((place / "consults" / number, part.norms) for number, part in enumerate(act.consults))
    yield from ((place / "windows" / number, part.norms) for number, part in enumerate(act.windows))
    if act.notice is not None:
        yield place / "notice", act.notice.norms


def altered(base: KnowledgeBase) -> Iterator[tuple[Place, Removal | Merging]]:
    """Give which entities options take out of a list, or make one of."""
    for key, option in base.options.items():
        for field, which in (("removes", option.removes), ("merges", option.merges)):
            if which is not None:
                yield Place("options", key, (field,)), which


def summed_entity(facts: Mapping[str, FactType], summary: Summary) -> str:
    """Give the kind of entity that a summary is taken of; "" for that of a fact that is not declared."""
    ((name, target),) = summary.measure.items()
    if name not in SIZE_MEASURES:
        return target
    return (facts[target].of or "") if target in facts else ""


def entity_kinds(base: KnowledgeBase) -> dict[str, str]:
    """Give the kinds of entity, each with the list that holds them."""
    return {fact.entity: key for key, fact in base.facts.items() if fact.entity is not None}
