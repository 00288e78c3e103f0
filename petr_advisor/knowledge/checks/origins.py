"""Origins: every fact that a rule waits for must be one that somebody can give."""

from collections.abc import Iterator

from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.checks.conditions_used import conditions, literals_at
from petr_advisor.knowledge.checks.uses import Place
from petr_advisor.knowledge.checks.uses import made as made_so
from petr_advisor.knowledge.loader import Places
from petr_advisor.knowledge.problems import Problem
from petr_advisor.knowledge.vocabulary import FactType
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Text


def check(base: KnowledgeBase, places: Places) -> Iterator[Problem]:
    """Report origins that give nothing, and values that nobody can ever know."""
    concluded = _concluded(base)
    made = frozenset(fact for place, fact, _ in made_so(base) if place.kind == "options")
    for key, fact in base.facts.items():
        yield from _origins(key, fact, concluded, made, places)
    yield from _never_concluded(base, concluded, places)


def _concluded(base: KnowledgeBase) -> dict[str, set[str]]:
    """Give the values that rules conclude for each fact."""
    found: dict[str, set[str]] = {}
    for rule in base.rules.values():
        for fact, value in rule.then.items():
            found.setdefault(fact, set()).add(_name(value))
    return found


def _name(value: object) -> str:
    if value is True:
        return "yes"
    return "no" if value is False else str(value)


def _origins(
    key: str, fact: FactType, concluded: dict[str, set[str]], made: frozenset[str], places: Places
) -> Iterator[Problem]:
    place = Place("facts", key)
    measured = fact.summary is not None or fact.measure is not None
    wrong: list[Text] = []
    if "rule" in fact.given_by and key not in concluded and not places.spoken_of(key):
        wrong.append(told("check.origin-rule", name=key))
    if "measure" in fact.given_by and not measured:
        wrong.append(told("check.origin-measure"))
    if "register" in fact.given_by and fact.of is None and fact.type != "list":
        wrong.append(told("check.origin-register"))
    if "calendar" in fact.given_by and fact.type != "date":
        wrong.append(told("check.origin-calendar", type=fact.type))
    if "course" in fact.given_by and (fact.type != "yes_no" or (key not in made and not places.spoken_of(key))):
        wrong.append(told("check.origin-course"))
    if "answer" in fact.given_by and fact.type != "yes_no":
        wrong.append(told("check.origin-answer"))
    for text in wrong:
        yield (place / "given_by").problem(places, text)
    if len(wrong) == len(fact.given_by):
        yield (place / "given_by").problem(places, told("check.nobody-knows", name=key))
    if measured and "measure" not in fact.given_by:
        yield (place / "given_by").problem(places, told("check.add-measure"))
    if key in concluded and "rule" not in fact.given_by:
        yield (place / "given_by").problem(places, told("check.add-rule"))


def _never_concluded(base: KnowledgeBase, concluded: dict[str, set[str]], places: Places) -> Iterator[Problem]:
    """Report tests for values of derived facts that no rule concludes."""
    for use in conditions(base):
        for place, literal in literals_at(use, places):
            fact = base.facts.get(literal.fact)
            values = concluded.get(literal.fact)
            if fact is None or not values or set(fact.given_by) != {"rule"} or places.spoken_of(literal.fact):
                continue
            for raw in literal.test.values:
                value = _name(raw)
                if value in values or (fact.closed and fact.type == "yes_no"):
                    continue
                if fact.type == "yes_no" or value in fact.choices:
                    message = told("check.never-concluded", fact=literal.fact, value=value, shown=sorted(values))
                    yield place.problem(places, message)
