"""What the pages of key questions, options, groups of requirements and choice tables say."""

from typing import Any

from petr_advisor.knowledge.conditions import Condition, facts_of, literals
from petr_advisor.site.graph import Ref
from petr_advisor.site.pages.rules import concluded_by
from petr_advisor.site.scribe import Scribe


def question(scribe: Scribe, key: str) -> dict[str, Any]:
    """A key question: its options, its choice table, the rules of it."""
    graph, options = scribe.graph, scribe.graph.where("option", answers=key)
    routes = graph.where("option", answers=key, kind="route")
    return {
        "routes": routes,
        "staying": [ref for ref in options if ref not in routes],
        "tables": graph.where("table", answers=key),
        "reading": graph.reading.get(f"plan.{key}", {}),
        "rules": graph.where("rule", about=key),
    }


def option(scribe: Scribe, key: str) -> dict[str, Any]:
    """An option: when it exists, requirements shared with others, duties on its way, what comes before and after."""
    base, graph, found = scribe.base, scribe.graph, scribe.base.options[key]
    needs = [fact for requirement in base.requirements(found).values() for fact in facts_of(requirement.standing)]
    choice = f"plan.{found.answers}"
    return {
        "period": base.option_period(found),
        "shared": [Ref("group", group) for group in base.groups_of(found)],
        "duties": graph.on_the_way.get(key, {}),
        "before": concluded_by(scribe, dict.fromkeys(needs)),
        "rows": [
            Ref("table", table, "row", name)
            for table, choices in base.tables.items()
            for name, row in choices.rows.items()
            if key in row.options
        ],
        "after": [
            ref
            for ref in graph.reading.get(choice, {})
            if ref.kind != "rule" or key in _values(base.rules[ref.key].when, choice)
        ],
    }


def procedure(scribe: Scribe, key: str) -> dict[str, Any]:
    """A procedure: the options that it carries out."""
    return {"carries_out": scribe.graph.where("option", procedures=key)}


def _values(condition: Condition | None, fact: str) -> set[str]:
    found = literals(condition) if condition else ()
    return {str(value) for literal in found if literal.fact == fact for value in literal.test.values}


def group(scribe: Scribe, key: str) -> dict[str, Any]:
    """Requirements shared by several options."""
    users = [Ref("option", name) for name, found in scribe.base.options.items() if key in scribe.base.groups_of(found)]
    return {"users": users}
