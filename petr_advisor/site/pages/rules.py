"""The pages of rules, cures and conflicts."""

from collections.abc import Iterable, Iterator

from petr_advisor.inference.atoms import parse_value
from petr_advisor.knowledge.conditions import facts_of
from petr_advisor.knowledge.rules import Rule
from petr_advisor.site.graph import Ref, Refs, page_of_fact
from petr_advisor.site.model import Block, Item, Line, Page, Paragraph, Run, Section, bullets, some, words
from petr_advisor.site.pages.common import (
    dated,
    deadline,
    facts,
    header,
    majority,
    papers,
    rule_period,
    silence,
    tests,
    who,
)
from petr_advisor.site.scribe import Scribe
from petr_advisor.words.typography import capital


def rule_page(scribe: Scribe, key: str) -> Page:
    """Lay out a rule: its condition, what it concludes, its neighbours both ways."""
    rule, ref = scribe.base.rules[key], Ref("rule", key)
    said = rule.to or rule.title
    title = scribe.name(said) if said else key
    rows = [
        ("duty-kind", words(capital(scribe.duty(rule.duty))) if rule.duty else None),
        ("who", who(scribe, rule.who)),
        ("deadline", deadline(scribe, rule.deadline)),
        ("silence", silence(scribe, rule.silence)),
        ("site-otherwise", words(scribe.sentence(rule.consequence)) if rule.consequence else None),
        ("precaution", words(scribe.sentence(rule.precaution)) if rule.precaution else None),
        ("documents", papers(scribe, rule.documents)),
        ("about", _linked(scribe, "question", rule.about)),
        ("on-the-way-of", _linked(scribe, "option", rule.options)),
        ("for-each", words(_list_of(scribe, rule.for_each)) if rule.for_each else None),
        ("law-at", dated(scribe, rule.law_at)),
        ("exists", rule_period(scribe, rule)),
    ]
    always = (Paragraph(words(scribe.phrase("always"))),)
    return Page(
        **header(scribe, ref, title),
        blocks=facts(scribe, rows),
        sections=some(
            Section("when", scribe.phrase("when"), scribe.condition(rule.when) or always),
            Section("unless", scribe.phrase("unless"), scribe.condition(rule.unless)),
            Section("then", scribe.phrase("then"), bullets(_concluded(scribe, rule))),
            scribe.norms(rule.norms),
            Section("before", scribe.phrase("before"), concluded_by(scribe, facts_read(rule))),
            Section("after", scribe.phrase("after-it"), read_by(scribe, rule.then, ref)),
            tests(scribe, ref),
        ),
    )


def facts_read(rule: Rule) -> tuple[str, ...]:
    """Give the facts that a rule reads."""
    return tuple(dict.fromkeys((*facts_of(rule.when), *facts_of(rule.unless))))


def _linked(scribe: Scribe, kind: str, keys: Iterable[str]) -> Line | None:
    runs: list[Run] = []
    for key in keys:
        runs += [Run(" · ")] if runs else []
        runs.append(scribe.link(Ref("question" if kind == "question" else "option", key)))
    return tuple(runs) or None


def _list_of(scribe: Scribe, entity: str) -> str:
    found = next((kind.label for kind in scribe.base.facts.values() if kind.entity == entity), None)
    return scribe.name(found) if found else entity


def _concluded(scribe: Scribe, rule: Rule) -> Iterator[Item]:
    for fact, value in rule.then.items():
        yield _worth(scribe, fact, value)


def _worth(scribe: Scribe, fact: str, value: object) -> Item:
    kind = scribe.base.all_facts[fact]
    said = scribe.value(kind, parse_value(kind, value))
    link = scribe.link(page_of_fact(scribe.base, fact), scribe.name(kind.label))
    return Item((link, Run(scribe.colon), Run(said, style="strong")))


def concluded_by(scribe: Scribe, keys: Iterable[str]) -> tuple[Block, ...]:
    """Give, for each fact that rules conclude or cures establish, which ones."""
    items = []
    for fact in keys:
        found: Refs = {**scribe.graph.concluding.get(fact, {}), **scribe.graph.making.get(fact, {})}
        if found:
            name = scribe.link(page_of_fact(scribe.base, fact))
            items.append(Item((name,), tuple(scribe.item(ref, kind=True) for ref in found)))
    return bullets(items)


def read_by(scribe: Scribe, keys: Iterable[str], but: Ref) -> tuple[Block, ...]:
    """Give, for each fact, what reads it."""
    items = []
    for fact in keys:
        found = [ref for ref in scribe.graph.reading.get(fact, {}) if ref.whole != but]
        if found:
            name = scribe.link(page_of_fact(scribe.base, fact))
            items.append(Item((name,), tuple(scribe.item(ref, kind=True) for ref in found)))
    return bullets(items)


def cure_page(scribe: Scribe, key: str) -> Page:
    """Lay out a cure: who acts and how, what it establishes, which requirements it makes met."""
    cure, ref = scribe.base.cures[key], Ref("cure", key)
    rows = [
        ("who", who(scribe, cure.who)),
        ("majority", majority(scribe, cure.majority)),
        ("within", words(scribe.name(cure.within)) if cure.within else None),
        ("silence", silence(scribe, cure.silence)),
        ("documents", papers(scribe, cure.documents)),
        ("to-know", words(scribe.sentence(cure.note)) if cure.note else None),
        ("law-at", dated(scribe, cure.law_at)),
        ("exists", words(capital(scribe.period(scribe.base.period_of(cure.norms))))),
    ]
    removed = scribe.condition(cure.removes.where) if cure.removes else ()
    return Page(
        **header(scribe, ref),
        blocks=facts(scribe, rows),
        sections=some(
            Section("when", scribe.phrase("available-when"), scribe.condition(cure.when)),
            Section("makes", scribe.phrase("makes"), bullets(_worth(scribe, *made) for made in cure.makes.items())),
            Section("removes", scribe.phrase("removes"), removed),
            Section("mends", scribe.phrase("mends"), scribe.links(scribe.graph.mending.get(key, {}))),
            scribe.norms(cure.norms),
            Section("before", scribe.phrase("before"), concluded_by(scribe, facts_of(cure.when))),
            Section("after", scribe.phrase("after-it"), read_by(scribe, cure.makes, ref)),
            tests(scribe, ref),
        ),
    )


def conflict_page(scribe: Scribe, key: str) -> Page:
    """Lay out answers that cannot be true together."""
    conflict, ref = scribe.base.conflicts[key], Ref("conflict", key)
    return Page(
        **header(scribe, ref),
        blocks=(Paragraph(words(scribe.sentence(conflict.message)), "lead"),),
        sections=some(
            Section("when", scribe.phrase("impossible"), scribe.condition(conflict.when)),
            scribe.norms(conflict.norms),
            tests(scribe, ref),
        ),
    )
