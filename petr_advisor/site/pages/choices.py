"""The pages of key questions, options, groups of requirements and choice tables."""

from collections.abc import Iterator, Mapping

from petr_advisor.knowledge.acts import Step
from petr_advisor.knowledge.conditions import Condition, facts_of, literals
from petr_advisor.knowledge.options import Merit, Option, Requirement, TableRow
from petr_advisor.site.graph import Ref
from petr_advisor.site.model import Block, Bullets, Item, Page, Paragraph, Run, Section, bullets, some, words
from petr_advisor.site.pages.common import dated, deadline, facts, header, majority, papers, silence, tests, who
from petr_advisor.site.pages.rules import concluded_by
from petr_advisor.site.scribe import Scribe
from petr_advisor.words.typography import capital


def question_page(scribe: Scribe, key: str) -> Page:
    """Lay out a key question: its options, its choice table, what goes with it."""
    base, ref = scribe.base, Ref("question", key)
    options = [Ref("option", name) for name, option in base.options.items() if option.answers == key]
    routes = [ref for ref in options if base.options[ref.key].kind == "route"]
    tables = [Ref("table", name) for name, table in base.tables.items() if table.answers == key]
    rules = [Ref("rule", name) for name, rule in base.rules.items() if key in rule.about]
    question = base.key_questions[key]
    together = (Paragraph(words(scribe.sentence(question.together))),) if question.together else ()
    return Page(
        **header(scribe, ref),
        blocks=(Paragraph(words(scribe.sentence(question.text)), "lead"), *together),
        sections=some(
            Section("routes", scribe.phrase("routes"), scribe.links(routes, shown=0)),
            Section("staying", scribe.phrase("staying"), scribe.links([o for o in options if o not in routes])),
            Section("tables", scribe.phrase("tables"), scribe.links(tables)),
            Section("reads", scribe.phrase("reads-choice"), _readers(scribe, f"plan.{key}")),
            Section("rules", scribe.phrase("rules-about", n=len(rules)), scribe.links(rules, shown=20)),
        ),
    )


def _readers(scribe: Scribe, fact: str) -> tuple[Block, ...]:
    return scribe.links(scribe.graph.reading.get(fact, {}), kind=True)


def option_page(scribe: Scribe, key: str) -> Page:
    """Lay out an option: conditions with their cures, arguments, steps, duties on its way."""
    option, ref = scribe.base.options[key], Ref("option", key)
    period = scribe.base.option_period(option)
    rows = [
        ("site-answers", (scribe.link(Ref("question", option.answers)),)),
        ("exists", words(capital(scribe.period(period)))),
        ("law-at", dated(scribe, option.law_at)),
    ]
    groups = [group for group in option.uses if group in scribe.base.requirement_groups]
    conditions = [name for found in scribe.base.requirements(option).values() for name in facts_of(found.needs)]
    duties = scribe.graph.on_the_way.get(key, {})
    in_order = (Paragraph(words(scribe.phrase("steps-text")), "note"),)
    shared = scribe.links(Ref("group", group) for group in groups)
    return Page(
        **header(scribe, ref),
        blocks=(Paragraph(words(scribe.sentence(option.summary)), "lead"), *facts(scribe, rows)),
        sections=(
            *some(Section("requires", scribe.phrase("requires"), _intro(scribe, option))),
            *_requirements(scribe, ref, option.requires),
            *some(
                Section("shared", scribe.phrase("shared"), shared),
                Section("merits", scribe.phrase("merits"), bullets(_merits(scribe, ref, option.merits))),
                Section("steps", scribe.phrase("steps"), in_order if option.steps else ()),
                *_steps(scribe, ref, option.steps),
                scribe.norms(option.norms),
                Section("duties", scribe.phrase("site-duties", n=len(duties)), scribe.links(duties)),
                Section("before", scribe.phrase("before"), concluded_by(scribe, dict.fromkeys(conditions))),
                Section("rows", scribe.phrase("rows"), scribe.links(_rows(scribe, key))),
                Section("after", scribe.phrase("reads-choice"), _readers_of(scribe, option, key)),
                tests(scribe, ref),
            ),
        ),
    )


def _intro(scribe: Scribe, option: Option) -> tuple[Block, ...]:
    if not option.requires and not option.uses:
        return (Paragraph(words(scribe.phrase("no-requirement"))),)
    return (Paragraph(words(scribe.phrase("all-required")), "note"),)


def _requirements(scribe: Scribe, ref: Ref, found: Mapping[str, Requirement]) -> Iterator[Section]:
    for name, requirement in found.items():
        rows: list[Block] = [*scribe.condition(requirement.needs)]
        for title, refs in (
            ("cures", [Ref("cure", cure) for cure in requirement.cures]),
            ("site-instead", [Ref("option", option) for option in requirement.instead]),
            ("written", [Ref("norm", norm) for norm in requirement.norms]),
        ):
            if refs:
                rows += [Paragraph(words(scribe.phrase(title)), "note"), *scribe.links(refs, shown=0)]
        anchor = Ref(ref.kind, ref.key, "requires", name).anchor
        yield Section(anchor, scribe.name(requirement.title), tuple(rows), 3)


def _merits(scribe: Scribe, ref: Ref, found: Mapping[str, Merit]) -> Iterator[Item]:
    for name, merit in found.items():
        side = scribe.phrase("for" if merit.for_ else "against")
        weight = scribe.weight(merit.weight)
        first = Run(f"{side} ({weight}){scribe.colon}", style="strong")
        children = [Item(words(scribe.phrase("if")), tuple(_items(scribe.condition(merit.when))))] if merit.when else []
        children += [scribe.item(Ref("norm", norm)) for norm in merit.norms]
        anchor = Ref(ref.kind, ref.key, "merit", name).anchor
        yield Item((first, Run(scribe.sentence(merit.text))), tuple(children), anchor)


def _items(blocks: tuple[Block, ...]) -> Iterator[Item]:
    """Give what a condition says as items under another."""
    for block in blocks:
        if isinstance(block, Bullets):
            yield from block.items


def _steps(scribe: Scribe, ref: Ref, steps: tuple[Step, ...]) -> Iterator[Section]:
    for number, step in enumerate(steps, 1):
        rows = [
            ("who", who(scribe, step.who)),
            ("majority", majority(scribe, step.majority)),
            ("deadline", deadline(scribe, step.deadline)),
            ("silence", silence(scribe, step.silence)),
            ("documents", papers(scribe, step.documents)),
            ("to-know", words(scribe.sentence(step.note)) if step.note else None),
        ]
        blocks: list[Block] = [*facts(scribe, rows)]
        for title, condition in (("only-if", step.when), ("needless-if", step.unless)):
            if condition is not None:
                blocks += [Paragraph(words(scribe.phrase(title)), "note"), *scribe.condition(condition)]
        blocks += [Paragraph(words(scribe.phrase("written")), "note")] if step.norms else []
        blocks += scribe.links((Ref("norm", norm) for norm in step.norms), shown=0)
        anchor = Ref(ref.kind, ref.key, "step", str(number)).anchor
        yield Section(anchor, f"{number}. {scribe.name(step.does)}", tuple(blocks), 3)


def _rows(scribe: Scribe, option: str) -> Iterator[Ref]:
    for key, table in scribe.base.tables.items():
        for name, row in table.rows.items():
            if option in row.options:
                yield Ref("table", key, "row", name)


def _readers_of(scribe: Scribe, option: Option, key: str) -> tuple[Block, ...]:
    """Give the rules that read the choice of this very option."""
    rules = scribe.base.rules
    found = [
        ref
        for ref in scribe.graph.reading.get(f"plan.{option.answers}", {})
        if ref.kind != "rule" or key in _values(rules[ref.key].when, f"plan.{option.answers}")
    ]
    return scribe.links(found, kind=True)


def _values(condition: Condition | None, fact: str) -> set[str]:
    return {
        str(value)
        for literal in (literals(condition) if condition else ())
        if literal.fact == fact
        for value in literal.test.values
    }


def group_page(scribe: Scribe, key: str) -> Page:
    """Lay out requirements shared by several options."""
    ref, group = Ref("group", key), scribe.base.requirement_groups[key]
    users = [Ref("option", name) for name, option in scribe.base.options.items() if key in option.uses]
    return Page(
        **header(scribe, ref),
        sections=(
            Section("requires", scribe.phrase("requires"), (Paragraph(words(scribe.phrase("all-required")), "note"),)),
            *_requirements(scribe, ref, group.requires),
            *some(Section("users", scribe.phrase("users"), scribe.links(users)), tests(scribe, ref)),
        ),
    )


def table_page(scribe: Scribe, key: str) -> Page:
    """Lay out a choice table: in these cases, these options."""
    ref, table = Ref("table", key), scribe.base.tables[key]
    rows = [_row(scribe, ref, name, row) for name, row in table.rows.items()]
    return Page(
        **header(scribe, ref),
        blocks=(
            Paragraph(words(scribe.phrase("table-text"))),
            *facts(scribe, [("site-answers", (scribe.link(Ref("question", table.answers)),))]),
        ),
        sections=tuple(rows),
    )


def _row(scribe: Scribe, ref: Ref, name: str, row: TableRow) -> Section:
    blocks: list[Block] = [
        Paragraph(words(scribe.phrase("look-at")), "note"),
        *scribe.links((Ref("option", option) for option in row.options), shown=0),
        Paragraph(words(scribe.phrase("when")), "note"),
        *scribe.condition(row.when),
        Paragraph(words(scribe.phrase("written")), "note"),
        *scribe.links((Ref("norm", norm) for norm in row.norms), shown=0),
    ]
    return Section(Ref(ref.kind, ref.key, "row", name).anchor, scribe.name(row.title), tuple(blocks))
