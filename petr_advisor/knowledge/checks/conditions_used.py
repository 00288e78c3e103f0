"""Walk over the conditions of a rule base, wherever they stand."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from petr_advisor.knowledge.acts import Merging
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.checks.uses import (
    Place,
    altered,
    exemptions,
    occasions,
    of_requirement,
    passages,
    procedure_acts,
    requirements,
    summed_entity,
    turns,
)
from petr_advisor.knowledge.conditions import Condition, Literal, facts_of, literals
from petr_advisor.knowledge.loader import Places
from petr_advisor.knowledge.options import Titled
from petr_advisor.knowledge.yaml_reader import Path_


@dataclass(frozen=True)
class ConditionUse:
    """A condition of the rule base, with the kind of entity whose facts it may test."""

    place: Place
    condition: Condition
    entity: str | None = None
    """The kind of entity; None for the territory, "" where it is not known."""


def conditions(base: KnowledgeBase) -> Iterator[ConditionUse]:
    """Give every condition of the rule base."""
    for place, condition, entity in _conditions(base):
        if condition is not None:
            yield ConditionUse(place, condition, entity)


def _conditions_of_templates(base: KnowledgeBase) -> Iterator[tuple[Place, Condition | None, str | None]]:
    for key, template in base.templates.items():
        place = Place("templates", key)
        yield from ((place / part, getattr(template, part), None) for part in ("when", "unless"))
        yield place / "members_where", template.members_where, _entity(base, template.members_where)
        yield from ((place / "settles" / n / "when", found.when, None) for n, found in enumerate(template.settles))
    for place, passage in passages(base):
        yield from ((place / part, getattr(passage, part), None) for part in ("when", "unless"))
        of_members = (("member", passage.member), ("not_member", passage.not_member))
        yield from ((place / part, found, _entity(base, found)) for part, found in of_members)


def _entity(base: KnowledgeBase, condition: Condition | None) -> str | None:
    return next((base.facts[fact].of for fact in facts_of(condition) if fact in base.facts), None)


def _conditions(base: KnowledgeBase) -> Iterator[tuple[Place, Condition | None, str | None]]:
    yield from ((Place("disputed", key, ("arises",)), point.arises, None) for key, point in base.disputed.items())
    for key, fact in base.facts.items():
        yield Place("facts", key, ("applies_when",)), fact.applies_when, fact.of
        if fact.summary is not None:
            of = summed_entity(base.facts, fact.summary)
            yield Place("facts", key, ("summary", "where")), fact.summary.where, of
            yield Place("facts", key, ("summary", "among")), fact.summary.among, of
        if fact.picked is not None:
            yield Place("facts", key, ("picked", "where")), fact.picked.where, fact.picked.entity
    for key, actor in base.actors.items():
        if actor.voters is not None:
            yield Place("actors", key, ("voters", "where")), actor.voters.where, actor.voters.entity
            if actor.voters.besides is not None:
                yield Place("actors", key, ("voters", "besides", "when")), actor.voters.besides.when, None
    yield from _conditions_of_course(base)
    for key, notice in base.notices.items():
        yield Place("notices", key, ("when",)), notice.when, None
    yield from _conditions_of_rules(base)
    for place, requirement in requirements(base):
        if place.kind != "regimes":
            yield place / "needs", requirement.needs, None
            yield place / "refused", requirement.refused, None
    yield from _conditions_of_regimes(base)
    yield from _conditions_of_options(base)
    for key, table in base.tables.items():
        for name, row in table.rows.items():
            yield Place("tables", key, ("rows", name, "when")), row.when, None
    yield from ((place / "where", which.where, which.entity) for place, which in altered(base))
    merging = ((place, which) for place, which in altered(base) if isinstance(which, Merging))
    yield from ((place / "beyond", which.beyond, None) for place, which in merging)
    yield from ((place / "when", turn.when, None) for place, turn in turns(base))
    yield from _conditions_of_procedures(base)
    yield from _conditions_of_drafts(base)


def _conditions_of_options(base: KnowledgeBase) -> Iterator[tuple[Place, Condition | None, str | None]]:
    for key, option in base.options.items():
        own = Place("options", key)
        yield own / "running", option.running, None
        yield own / "wanted", option.wanted, None
        yield from _conditions_of_names(own / "titled", option.titled)
        yield from ((own / name / "when", said.when, None) for name, said in option.additions.items())
        yield from ((own / "merits" / name / "when", merit.when, None) for name, merit in option.merits.items())


def _conditions_of_names(place: Place, names: Iterable[Titled]) -> Iterator[tuple[Place, Condition | None, str | None]]:
    for number, name in enumerate(names):
        yield from ((place / number / part, getattr(name, part), None) for part in ("when", "awaits"))


def _conditions_of_drafts(base: KnowledgeBase) -> Iterator[tuple[Place, Condition | None, str | None]]:
    yield from ((place / "when", found.when, None) for place, found in occasions(base))
    yield from _conditions_of_templates(base)
    for key, blank in base.blanks.items():
        parts = ("when", "unless", "doubtful")
        yield from ((Place("blanks", key, (part,)), getattr(blank, part), None) for part in parts)
        if blank.joins is not None:
            yield Place("blanks", key, ("joins", "when")), blank.joins.when, None


def _conditions_of_procedures(base: KnowledgeBase) -> Iterator[tuple[Place, Condition | None, str | None]]:
    for place, act in procedure_acts(base):
        yield place / "when", act.when, None
        yield place / "done", act.done, None
        yield place / "denied", act.denied, None
        yield place / "limit_when", act.limit_when, None
        yield place / "told_by" / "when", act.told_by.when if act.told_by else None, None
        yield place / "calls" / "recorded_while", act.calls.recorded_while if act.calls else None, None
        for name, when in act.calls.settled.items() if act.calls else ():
            yield place / "calls" / "settled" / name, when, None
        for number, part in enumerate(act.consults):
            yield place / "consults" / number / "when", part.when, None
    for key, procedure in base.procedures.items():
        yield Place("procedures", key, ("runs",)), procedure.runs, None
        yield Place("procedures", key, ("same_while",)), procedure.same_while, None
        yield Place("procedures", key, ("owed",)), procedure.owed, None
        for number, effect in enumerate(procedure.effects):
            yield Place("procedures", key, ("effects", number, "when")), effect.when, None
            listed = effect.new_subject.listed if effect.new_subject is not None else None
            yield Place("procedures", key, ("effects", number, "new_subject", "listed")), listed, None


def _conditions_of_regimes(base: KnowledgeBase) -> Iterator[tuple[Place, Condition | None, str | None]]:
    for key, term in base.terms.items():
        yield Place("terms", key, ("when",)), term.when, None
        yield Place("terms", key, ("unless",)), term.unless, None
        yield Place("terms", key, ("spared",)), term.spared, None
        yield Place("terms", key, ("looms",)), term.looms, None
        for number, act in enumerate(term.avoided_by):
            at = Place("terms", key, ("avoided_by", number, "once_checked"))
            yield from ((at / place / "when", found.when, None) for place, found in enumerate(act.once_checked))
    for key, regime in base.regimes.items():
        yield Place("regimes", key, ("of",)), regime.of, None
        for name, condition in regime.conditions.items():
            yield of_requirement(base, key, name) / "needs", condition.needs, None
    for place, found in exemptions(base):
        yield place / "when", found.when, None


def _conditions_of_course(base: KnowledgeBase) -> Iterator[tuple[Place, Condition | None, str | None]]:
    for key, option in base.options.items():
        yield Place("options", key, ("done",)), option.done, None
    for key, question in base.key_questions.items():
        for name, part in (("moot", question.moot), ("elsewhere", question.elsewhere), ("supposes", question.supposes)):
            yield Place("key_questions", key, (name, "when")), part.when if part is not None else None, None
        yield Place("key_questions", key, ("apart",)), question.apart, None
        for name, reminder in question.reminders.items():
            yield Place("key_questions", key, ("reminders", name, "when")), reminder.when, None
        for theme, joined in question.joined.items():
            yield Place("key_questions", key, ("joined", theme, "when")), joined.when, None
            yield Place("key_questions", key, ("joined", theme, "unless")), joined.unless, None
        today = question.on_today
        yield Place("key_questions", key, ("on_today", "unless")), today.unless if today is not None else None, None
    for key, norm in base.norms.items():
        for number, place in enumerate(norm.sources):
            yield Place("norms", key, ("sources", number, "when")), place.when, None
    for key, actor in base.actors.items():
        for number, each in enumerate(actor.instead):
            yield Place("actors", key, ("instead", number, "when")), each.when, None
        yield Place("actors", key, ("of_the_body",)), actor.of_the_body, None
        if actor.named is not None:
            yield Place("actors", key, ("named", "where")), actor.named.where, actor.named.entity


def _conditions_of_rules(base: KnowledgeBase) -> Iterator[tuple[Place, Condition | None, str | None]]:
    for key, rule in base.rules.items():
        yield Place("rules", key, ("when",)), rule.when, rule.for_each
        yield Place("rules", key, ("unless",)), rule.unless, rule.for_each
        yield Place("rules", key, ("told_anyway",)), rule.told_anyway, None
    for key, cure in base.cures.items():
        yield Place("cures", key, ("when",)), cure.when, None
        if cure.removes is not None:
            yield Place("cures", key, ("removes", "where")), cure.removes.where, cure.removes.entity
    for key, conflict in base.conflicts.items():
        yield Place("conflicts", key, ("when",)), conflict.when, None


def literals_at(use: ConditionUse, places: Places) -> Iterator[tuple[Place, Literal]]:
    """Give the literals of a condition, each with its place in the file."""
    raw = places.raw(use.place.kind, use.place.key, use.place.path)
    inner = list(_raw_paths(raw))
    found = list(literals(use.condition))
    if len(inner) != len(found):
        inner = [()] * len(found)
    for path, literal in zip(inner, found, strict=True):
        yield Place(use.place.kind, use.place.key, (*use.place.path, *path)), literal


def _raw_paths(raw: object) -> Iterator[Path_]:
    """Give the paths of the literals of a condition as written, in the order in which they are read."""
    if not isinstance(raw, Mapping):
        return
    for key, value in raw.items():
        if key in {"all", "any"}:
            for number, part in enumerate(value):
                yield from ((key, number, *path) for path in _raw_paths(part))
        elif key == "not":
            yield from ((key, *path) for path in _raw_paths(value))
        else:
            yield (key,)
