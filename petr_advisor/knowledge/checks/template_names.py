"""The names that templates of acts use: acts, shared passages, places, facts."""

from collections.abc import Iterator
from contextlib import suppress

from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.checks.procedure_names import Reference
from petr_advisor.knowledge.checks.uses import Place, occasions, passages
from petr_advisor.knowledge.templates import ActTemplate
from petr_advisor.knowledge.walking import parts
from petr_advisor.words.notation import places
from petr_advisor.words.texts import Text


def template_names(base: KnowledgeBase) -> Iterator[Reference]:
    """Give every name used in templates, passages and places."""
    for key, template in base.templates.items():
        yield from _drafted(key, template, base)
        yield from _settled(Place("templates", key, ("settles",)), template, base)
    for place, passage in passages(base):
        if passage.use is not None:
            yield Reference(place, passage.use, "passage", base.passages)
        for part in ("columns", "known", "unknown", "aside"):
            for number, name in enumerate(getattr(passage, part)):
                yield Reference(place / part / number, name, "blank", base.blanks)
    for place, text in texts(base):
        for name in sorted(named(text)):
            yield Reference(place, name, "blank", base.blanks)
    yield from _procedures(base)
    yield from _held(base)


def _held(base: KnowledgeBase) -> Iterator[Reference]:
    """Give the facts and acts that places hold."""
    for key, blank in base.blanks.items():
        for part, fact in (("fact", blank.fact), ("only", blank.only), ("by", blank.by)):
            if fact is not None:
                yield Reference(Place("blanks", key, (part,)), fact, "fact", base.facts)
        if blank.until is not None:
            yield Reference(Place("blanks", key, ("until",)), blank.until, "blank", base.blanks)
        if (of := blank.reckoned) is not None:
            yield Reference(Place("blanks", key, ("reckoned", "fact")), of.fact, "fact", base.facts)
            for name in (of.words, *of.sum, *([of.like] if of.like is not None else [])):
                yield Reference(Place("blanks", key, ("reckoned",)), name, "blank", base.blanks)
        for number, duty in enumerate(blank.due):
            yield Reference(Place("blanks", key, ("due", number)), duty, "rule", base.rules)
        for part, acts in (("records", blank.records), ("on_day", blank.on_day), ("voted_by", blank.voted_by)):
            for number, act in enumerate(acts):
                yield Reference(Place("blanks", key, (part, number)), act, "act", base.act_keys)


def _drafted(key: str, template: ActTemplate, base: KnowledgeBase) -> Iterator[Reference]:
    """Give what a template drafts, and in which procedures it is for others than the members of its day."""
    for part in ("acts", "also", "apart", "opens", "follows", "set_apart"):
        for number, act in enumerate(getattr(template, part)):
            yield Reference(Place("templates", key, (part, number)), act, "act", base.act_keys)
    for name, norms in template.not_cited_in.items():
        yield Reference(Place("templates", key, ("not_cited_in",)), name, "procedure", base.procedures)
        yield from (
            Reference(Place("templates", key, ("not_cited_in", name)), each, "norm", base.norms) for each in norms
        )
    for number, fact in enumerate(template.hinges_on):
        yield Reference(Place("templates", key, ("hinges_on", number)), fact, "fact", base.facts)
    if template.convened is not None:
        yield Reference(Place("templates", key, ("convened",)), template.convened, "actor", base.actors)
    for part in ("newcomer", "staying", "for_all", "leavers_too"):
        for number, name in enumerate(getattr(template, part)):
            yield Reference(Place("templates", key, (part, number)), name, "procedure", base.procedures)


def _procedures(base: KnowledgeBase) -> Iterator[Reference]:
    """Give the procedures on which words and places depend."""
    for place, passage in passages(base):
        callers = (("of", passage.of), ("called_by", passage.called_by), ("not_called_by", passage.not_called_by))
        for part, names in callers:
            for number, name in enumerate(names):
                yield Reference(place / part / number, name, "procedure", base.procedures)
        acts_named = (("acts", passage.acts), ("not_acts", passage.not_acts))
        for part, acts in (*acts_named, ("planned", passage.planned), ("not_planned", passage.not_planned)):
            for number, act in enumerate(acts):
                yield Reference(place / part / number, act, "act", base.act_keys)
    for place, occasion in occasions(base):
        for part, names in (("of", occasion.of), ("called_by", occasion.called_by)):
            for number, name in enumerate(names):
                yield Reference(place / part / number, name, "procedure", base.procedures)
        for number, act in enumerate(occasion.acts):
            yield Reference(place / "acts" / number, act, "act", base.act_keys)


def _settled(place: Place, template: ActTemplate, base: KnowledgeBase) -> Iterator[Reference]:
    """Give the norms and points that cases settle."""
    for number, found in enumerate(template.settles):
        for rank, norm in enumerate(found.norms):
            yield Reference(place / number / "norms" / rank, norm, "norm", base.norms)
        for rank, point in enumerate(found.disputed):
            yield Reference(place / number / "disputed" / rank, point, "disputed", base.disputed)


def texts(base: KnowledgeBase) -> Iterator[tuple[Place, Text]]:
    """Give every text in which places may stand."""
    for kind in ("templates", "passages", "blanks"):
        for key, entry in getattr(base, kind).items():
            for path, value in parts(entry):
                if isinstance(value, Text):
                    yield Place(kind, key, path), value


def named(text: Text) -> frozenset[str]:
    """Give the places that a text names in either language; none for marks that cannot be read."""
    found: frozenset[str] = frozenset()
    for words in (text.fr, text.en):
        with suppress(ValueError):
            found |= places(words)
    return found
