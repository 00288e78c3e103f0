"""Choice tables: rows point to options of their question, and every route is pointed to by some row."""

from collections.abc import Iterator

from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.checks.uses import Place
from petr_advisor.knowledge.loader import Places
from petr_advisor.knowledge.problems import Problem
from petr_advisor.words.speech import told


def check(base: KnowledgeBase, places: Places) -> Iterator[Problem]:
    """Report rows that point elsewhere, and routes that no row can recommend."""
    named: dict[str, set[str]] = {}
    for key, table in base.tables.items():
        for name, row in table.rows.items():
            named.setdefault(table.answers, set()).update(row.options)
            for number, option in enumerate(row.options):
                found = base.options.get(option)
                if found is not None and found.answers != table.answers:
                    message = told("check.row-of-another", option=option, answers=found.answers, table=table.answers)
                    yield Place("tables", key, ("rows", name, "options", number)).problem(places, message)
    for key, option_ in base.options.items():
        missing = option_.kind == "route" and key not in named.get(option_.answers, {key})
        if missing and not places.spoken_of(key):
            yield Place("options", key).problem(places, told("check.never-recommended", answers=option_.answers))
