"""Every name used must be a name declared."""

from collections.abc import Iterator, Mapping

from petr_advisor.knowledge.acts import Cure, Merging
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.checks.conditions_used import conditions, literals_at
from petr_advisor.knowledge.checks.procedure_names import Reference, procedure_names
from petr_advisor.knowledge.checks.template_names import template_names
from petr_advisor.knowledge.checks.uses import (
    SIZE_MEASURES,
    Place,
    acts,
    altered,
    entity_kinds,
    law_dates,
    made,
    norm_citations,
    requirements,
)
from petr_advisor.knowledge.loader import Places
from petr_advisor.knowledge.meetings import MeetingNotice
from petr_advisor.knowledge.options import Option
from petr_advisor.knowledge.problems import Problem, nearest, unknown_name
from petr_advisor.knowledge.restraints import Restraint
from petr_advisor.knowledge.subjects import names_of
from petr_advisor.words.speech import told


def check(base: KnowledgeBase, places: Places) -> Iterator[Problem]:
    """Report the names that nothing declares."""
    aliases = _aliases(base)
    for reference in references(base, places):
        name, known = reference.name, reference.known
        if name in known:
            continue
        what = reference.what
        if what in aliases and name in aliases[what]:
            kept = aliases[what][name]
            message = told("check.by-its-alias", name=name, what=told(f"check.alias-of.{what}"), kept=kept)
            yield reference.place.problem(places, message, kept)
        elif not places.set_aside(name):
            near = nearest(name, known)
            message = unknown_name(what, name, near or next(iter(known), None))
            yield reference.place.problem(places, message, near)


def _aliases(base: KnowledgeBase) -> dict[str, dict[str, str]]:
    return {
        "norm": {alias: key for key, norm in base.norms.items() for alias in norm.aliases},
        "disputed": {alias: key for key, point in base.disputed.items() for alias in point.aliases},
    }


def references(base: KnowledgeBase, places: Places) -> Iterator[Reference]:
    """Give every name used in the rule base."""
    for place, norm in norm_citations(base):
        yield Reference(place, norm, "norm", base.norms)
    yield from _of_norms(base)
    yield from _of_facts(base, places)
    yield from _of_acts(base)
    yield from _of_actors(base)
    yield from _of_meetings(base)
    yield from _of_rules(base)
    yield from _of_options(base)
    yield from _of_regimes(base)
    yield from _of_terms(base)
    yield from _of_tables(base)
    yield from procedure_names(base)
    yield from template_names(base)


def _of_norms(base: KnowledgeBase) -> Iterator[Reference]:
    for key, norm in base.norms.items():
        if base.topics:
            yield Reference(Place("norms", key, ("topic",)), norm.topic, "topic", base.topics)
        for number, source in enumerate(norm.sources):
            yield Reference(Place("norms", key, ("sources", number, "id")), source.id, "source", base.sources)
        for number, point in enumerate(norm.disputed):
            yield Reference(Place("norms", key, ("disputed", number)), point, "disputed", base.disputed)
    for key, point_ in base.disputed.items():
        place = Place("disputed", key, ("prudent",))
        for reading in filter(None, (point_.prudent, point_.usual)):
            yield Reference(place, reading, "reading", tuple(point_.readings))


def _of_facts(base: KnowledgeBase, places: Places) -> Iterator[Reference]:
    entities = entity_kinds(base)
    for use in conditions(base):
        for place, literal in literals_at(use, places):
            yield Reference(place, literal.fact, "fact", base.all_facts)
    for key, fact in base.facts.items():
        if fact.of is not None:
            yield Reference(Place("facts", key, ("of",)), fact.of, "entity", entities)
        for name in fact.read_off:
            yield Reference(Place("facts", key, ("read_off", name)), name, "fact", base.facts)
        for name in fact.told:
            yield Reference(Place("facts", key, ("told", name)), name, "fact", base.facts)
        if fact.without is not None:
            of_each = [name for name, kind in base.facts.items() if kind.type == "yes_no" and kind.of is not None]
            yield Reference(Place("facts", key, ("without",)), fact.without, "fact", of_each)
        if fact.newcomer is not None:
            yield Reference(Place("facts", key, ("newcomer",)), fact.newcomer, "fact", base.facts)
        if fact.picked is not None:
            yield Reference(Place("facts", key, ("picked", "fact")), fact.picked.fact, "fact", base.facts)
            yield Reference(Place("facts", key, ("picked", "entity")), fact.picked.entity, "entity", entities)
        for name, target in fact.summary.measure.items() if fact.summary else ():
            place = Place("facts", key, ("summary", name))
            sized = name in SIZE_MEASURES
            yield Reference(place, target, "fact" if sized else "entity", tuple(base.facts) if sized else entities)
    named = [(place, fact_name) for place, fact_name, _ in law_dates(base)]
    for place, fact_name in (*named, *_hedges(base)):
        yield Reference(place, fact_name, "fact", base.facts)
    yield from _of_asking(base)


def _hedges(base: KnowledgeBase) -> Iterator[tuple[Place, str]]:
    """Give every fact as long as which is not known a duty is told in other words."""
    for key, rule in base.rules.items():
        if rule.hedged is not None:
            yield Place("rules", key, ("hedged", "while_unknown")), rule.hedged.while_unknown


def _of_asking(base: KnowledgeBase) -> Iterator[Reference]:
    for key, respondent in base.respondents.items():
        for number, name in enumerate(respondent.knows):
            yield Reference(Place("respondents", key, ("knows", number)), name, "fact", base.facts)
    for key, checklist in base.checklists.items():
        for number, line in enumerate(checklist.lines):
            yield Reference(Place("checklists", key, ("lines", number, "fact")), line.fact, "fact", base.facts)
            for place, name in enumerate(line.alone_for):
                at = Place("checklists", key, ("lines", number, "alone_for", place))
                yield Reference(at, name, "question", base.key_questions)


def _of_acts(base: KnowledgeBase) -> Iterator[Reference]:
    for place, act in acts(base):
        if act.who is not None:
            yield Reference(place / "who", act.who, "actor", base.actors)
        if isinstance(act, Cure) and act.majority is not None:
            yield Reference(place / "majority", act.majority, "majority", base.majorities)
        for number, document in enumerate(act.documents):
            yield Reference(place / "documents" / number, document, "document", base.documents)
    for key, rule in base.rules.items():
        for fact in rule.then:
            yield Reference(Place("rules", key, ("then", fact)), fact, "fact", base.facts)
    for place, fact, _ in made(base):
        yield Reference(place, fact, "fact", base.facts)
    for key, kind in base.facts.items():
        for number, name in enumerate(kind.shown_by):
            yield Reference(Place("facts", key, ("shown_by", number)), name, "act", base.act_keys)


def _of_actors(base: KnowledgeBase) -> Iterator[Reference]:
    acts_known = tuple(f"{key}/{act}" for key, found in base.procedures.items() for act in found.acts)
    for key, actor in base.actors.items():
        place = Place("actors", key, ())
        for number, name in enumerate(actor.set_up_by):
            yield Reference(place / "set_up_by" / number, name, "contained", acts_known)
        for number, name in enumerate(actor.elected_by):
            yield Reference(place / "elected_by" / number, name, "contained", acts_known)
        for place_there, there in ((place / "elsewhere" / number, each) for number, each in enumerate(actor.elsewhere)):
            for name in (*there.of, *there.called_by):
                yield Reference(place_there, name, "procedure", base.procedures)
        for field, which in (("named", actor.named), ("voters", actor.voters)):
            if which is not None:
                yield Reference(place / field / "entity", which.entity, "entity", entity_kinds(base))
        if actor.voters is not None and actor.voters.population is not None:
            yield Reference(place / "voters" / "population", actor.voters.population, "fact", base.facts)


def _of_meetings(base: KnowledgeBase) -> Iterator[Reference]:
    holders: tuple[tuple[str, Mapping[str, Restraint | MeetingNotice]], ...] = (
        ("restraints", base.restraints), ("notices", base.notices)
    )  # fmt: skip
    for kind, entries in holders:
        for key, found in entries.items():
            for number, actor in enumerate(found.who):
                yield Reference(Place(kind, key, ("who", number)), actor, "actor", base.actors)


def _of_rules(base: KnowledgeBase) -> Iterator[Reference]:
    entities = entity_kinds(base)
    for key, rule in base.rules.items():
        if rule.for_each is not None:
            yield Reference(Place("rules", key, ("for_each",)), rule.for_each, "entity", entities)
        for number, question in enumerate(rule.about):
            yield Reference(Place("rules", key, ("about", number)), question, "question", base.key_questions)
        for number, option in enumerate(rule.options):
            yield Reference(Place("rules", key, ("options", number)), option, "option", base.options)
        of_acts = [(("met_by", number), act) for number, act in enumerate(rule.met_by)]
        of_acts += [(("refusal_of", number), act) for number, act in enumerate(rule.refusal_of)]
        yield from (Reference(Place("rules", key, path), act, "act", base.act_keys) for path, act in of_acts)
        if rule.carried_out_by is not None:
            place = Place("rules", key, ("carried_out_by",))
            yield Reference(place, rule.carried_out_by, "procedure", base.procedures)
    for key, cure in base.cures.items():
        named = {field: name for field, name in (("procedure", cure.procedure), ("apart", cure.apart)) if name}
        for field, name in named.items():
            yield Reference(Place("cures", key, (field,)), name, "procedure", base.procedures)
        for number, act in enumerate(cure.acts):
            yield Reference(Place("cures", key, ("acts", number)), act, "act", base.act_keys)
        for number, option in enumerate(cure.options):
            yield Reference(Place("cures", key, ("options", number)), option, "option", base.options)
        if cure.removes is not None:
            place = Place("cures", key, ("removes", "entity"))
            yield Reference(place, cure.removes.entity, "entity", entities)


def _of_options(base: KnowledgeBase) -> Iterator[Reference]:
    for place, requirement in requirements(base):
        for number, cure in enumerate(requirement.cures):
            yield Reference(place / "cures" / number, cure, "cure", base.cures)
        for number, other in enumerate(requirement.instead):
            yield Reference(place / "instead" / number, other, "option", base.options)
        for act in requirement.act:
            yield Reference(place / "act", act, "act", base.act_keys)
    for key, option in base.options.items():
        yield from _of_merits(base, key, option)
        for number, prepared in enumerate(option.prepares):
            yield Reference(Place("options", key, ("prepares", number)), prepared, "option", base.options)
        yield Reference(Place("options", key, ("answers",)), option.answers, "question", base.key_questions)
        for number, group in enumerate(option.uses):
            place = Place("options", key, ("uses", number))
            yield Reference(place, group, "group", base.groups)
        if option.about is not None:
            yield Reference(Place("options", key, ("about",)), option.about, "fact", base.facts)
        if option.done_on is not None:
            yield Reference(Place("options", key, ("done_on",)), option.done_on, "fact", base.facts)
        question = base.key_questions.get(option.answers)
        for number, fact in enumerate(option.done_awaits):
            yield Reference(Place("options", key, ("done_awaits", number)), fact, "fact", base.facts)
        if option.theme is not None and question is not None:
            yield Reference(Place("options", key, ("theme",)), option.theme, "theme", question.themes)
    yield from _of_altered(base)
    yield from _of_questions(base)
    yield from _of_reminders(base)
    yield from _of_another(base)


def _of_merits(base: KnowledgeBase, key: str, option: Option) -> Iterator[Reference]:
    for name, merit in option.merits.items():
        for number, way in enumerate(merit.through):
            yield Reference(Place("options", key, ("merits", name, "through", number)), way, "option", base.options)
        if merit.ruled is not None:
            concluded = {fact for rule in base.rules.values() for fact in rule.then}
            yield Reference(Place("options", key, ("merits", name, "ruled")), merit.ruled, "fact", concluded)


def _of_altered(base: KnowledgeBase) -> Iterator[Reference]:
    entities = entity_kinds(base)
    for place, which in altered(base):
        yield Reference(place / "entity", which.entity, "entity", entities)
        for number, fact in enumerate(which.sums if isinstance(which, Merging) else ()):
            yield Reference(place / "sums" / number, fact, "fact", base.facts)
        if isinstance(which, Merging):
            for fact in (*which.told, *which.told.values()):
                yield Reference(place / "told", fact, "fact", base.facts)
        if isinstance(which, Merging) and which.unnamed is not None:
            told = which.unnamed
            for fact in (told.number, told.outside, *told.counts):
                yield Reference(place / "unnamed", fact, "fact", base.facts)


def _of_questions(base: KnowledgeBase) -> Iterator[Reference]:
    for key, question in base.key_questions.items():
        for number, option in enumerate(question.moot.after if question.moot else ()):
            yield Reference(Place("key_questions", key, ("moot", "after", number)), option, "option", base.options)
        if question.elsewhere is not None:
            place = Place("key_questions", key, ("elsewhere", "question"))
            yield Reference(place, question.elsewhere.question, "question", base.key_questions)
        for theme, joined in question.joined.items():
            place = Place("key_questions", key, ("joined", theme))
            yield Reference(place, theme, "theme", question.themes)
            yield Reference(place / "by", joined.by, "theme", question.themes)
        if question.counts_on is not None:
            place = Place("key_questions", key, ("counts_on",))
            yield Reference(place / "question", question.counts_on.question, "question", base.key_questions)
            for number, theme in enumerate(question.counts_on.themes):
                yield Reference(place / "themes" / number, theme, "theme", question.themes)
        if question.supposes is not None:
            place = Place("key_questions", key, ("supposes", "question"))
            yield Reference(place, question.supposes.question, "question", base.key_questions)
            for number, option in enumerate(question.supposes.spares):
                yield Reference(
                    Place("key_questions", key, ("supposes", "spares", number)), option, "option", base.options
                )
        for number, fact in enumerate(question.settles):
            yield Reference(Place("key_questions", key, ("settles", number)), fact, "fact", base.facts)
        for number, fact in enumerate(question.awaits):
            yield Reference(Place("key_questions", key, ("awaits", number)), fact, "fact", base.facts)


def _of_another(base: KnowledgeBase) -> Iterator[Reference]:
    held = {name for fact in base.facts for name in names_of(fact)}
    for key, question in base.key_questions.items():
        if (found := question.another) is not None:
            for number, fact in enumerate(found.told_at):
                yield Reference(Place("key_questions", key, ("another", "told_at", number)), fact, "fact", base.facts)
            for number, name in enumerate(found.holds):
                yield Reference(Place("key_questions", key, ("another", "holds", number)), name, "fact", held)


def _of_reminders(base: KnowledgeBase) -> Iterator[Reference]:
    for key, question in base.key_questions.items():
        for name, found in question.reminders.items():
            if found.theme is not None:
                place = Place("key_questions", key, ("reminders", name, "theme"))
                yield Reference(place, found.theme, "theme", question.themes)
            for number, option in enumerate(found.after):
                place = Place("key_questions", key, ("reminders", name, "after", number))
                yield Reference(place, option, "option", base.options)


def _of_regimes(base: KnowledgeBase) -> Iterator[Reference]:
    for key, regime in base.regimes.items():
        for name, condition in regime.conditions.items():
            for number, other in enumerate(condition.mended_by):
                place = Place("regimes", key, ("conditions", name, "mended_by", number))
                yield Reference(place, other, "option", base.options)
            for field, delay in (("due_after", condition.due_after), ("by_law_after", condition.by_law_after)):
                if delay:
                    place = Place("regimes", key, ("conditions", name, field, "from"))
                    yield Reference(place, delay.from_, "fact", base.facts)


def _of_terms(base: KnowledgeBase) -> Iterator[Reference]:
    for key, term in base.terms.items():
        if isinstance(term.on, str):
            yield Reference(Place("terms", key, ("on",)), term.on, "fact", base.facts)
        yield Reference(Place("terms", key, ("who",)), term.who, "actor", base.actors)
        for number, question in enumerate(term.about):
            yield Reference(Place("terms", key, ("about", number)), question, "question", base.key_questions)
        for position, found in enumerate(term.avoided_by):
            at = Place("terms", key, ("avoided_by", position))
            if found.procedure is not None:
                yield Reference(at / "procedure", found.procedure, "procedure", base.procedures)
            for number, act in enumerate(found.met_by):
                yield Reference(at / "met_by" / number, act, "act", base.act_keys)
        for number, option in enumerate(term.ends):
            yield Reference(Place("terms", key, ("ends", number)), option, "option", base.options)


def _of_tables(base: KnowledgeBase) -> Iterator[Reference]:
    for key, table in base.tables.items():
        yield Reference(Place("tables", key, ("answers",)), table.answers, "question", base.key_questions)
        for name, row in table.rows.items():
            for number, option in enumerate(row.options):
                yield Reference(Place("tables", key, ("rows", name, "options", number)), option, "option", base.options)
