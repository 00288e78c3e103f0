"""The dossier: everything it holds is here, and every norm comes from it or is named in it."""

from collections.abc import Collection, Iterator, Mapping

from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.checks.uses import Place
from petr_advisor.knowledge.ledger import OpenQuestion
from petr_advisor.knowledge.loader import Places
from petr_advisor.knowledge.problems import Problem, nearest
from petr_advisor.knowledge.texts import Text

SCENARIO = "scenario"
"""A reference that the rule base alone cannot follow; `coverage` does."""


def check(base: KnowledgeBase, places: Places) -> Iterator[Problem]:
    """Report identifiers of the dossier that lead nowhere."""
    kinds = references(base)
    for key, file in base.ledger.items():
        for field, names, kind in (("norms", file.norms, "norm"), ("points", file.points, "disputed")):
            for number, name in enumerate(names):
                if name not in kinds[kind]:
                    message = f"`{name}` is neither a {kind} nor an alias of one"
                    place = Place("ledger", key, (field, number))
                    yield place.problem(places, message, nearest(name, kinds[kind]))
        for question, found in file.open_questions.items():
            yield from _told(found, base, kinds, Place("ledger", key, ("open_questions", question)), places)
        for table, entries in file.tables.items():
            for entry, account in entries.items():
                place = Place("ledger", key, ("tables", table, entry))
                if not account:
                    yield place.problem(places, "say what encodes it, such as [option:creation], or why nothing does")
                for number, reference in enumerate(() if isinstance(account, Text) else account):
                    yield from _followed(reference, kinds, place / number, places)


def _told(
    question: OpenQuestion,
    base: KnowledgeBase,
    kinds: Mapping[str, Collection[str]],
    place: Place,
    places: Places,
) -> Iterator[Problem]:
    """Report points that are not there, and norms that tell the reader nothing to check."""
    for number, name in enumerate(question.points):
        yield from _followed(f"disputed:{name}", kinds, place / "points" / number, places)
    for number, name in enumerate(question.check):
        here = place / "check" / number
        if name not in base.norms:
            yield here.problem(places, f"unknown norm `{name}`", nearest(name, base.norms))
        elif not base.norms[name].check:
            yield here.problem(places, f"`{name}` says nothing to check")
        elif name in base.not_encoded:
            yield here.problem(places, f"no conclusion rests on `{name}`: nobody would read its check")


def references(base: KnowledgeBase) -> Mapping[str, Collection[str]]:
    """Give the names to which a reference may lead, by kind; norms and disputed points with their aliases."""
    return {
        "norm": {name for key, norm in base.norms.items() for name in (key, *norm.aliases)},
        "disputed": {name for key, point in base.disputed.items() for name in (key, *point.aliases)},
        "option": base.options,
        "rule": base.rules,
        "cure": base.cures,
        "fact": base.facts,
        "source": base.sources,
        "row": {f"{name}/{key}" for name, table in base.tables.items() for key in table.rows},
    }


def _followed(reference: str, kinds: Mapping[str, Collection[str]], place: Place, places: Places) -> Iterator[Problem]:
    kind, _, name = reference.partition(":")
    if kind == SCENARIO and name:
        return
    if kind not in kinds:
        expected = ", ".join(f"{known}:…" for known in (*kinds, SCENARIO))
        yield place.problem(places, f"`{reference}` leads nowhere; expected {expected}", nearest(kind, kinds))
    elif name not in kinds[kind]:
        yield place.problem(places, f"unknown {kind} `{name}`", nearest(name, kinds[kind]))
