"""Rule bases drawn by a seed, with everything that a rule base may hold and conditions far wider than an engine's rule.

Hypothesis draws the small ones of `bases.py` and shrinks them; it would take minutes over thousands of these.
"""

from collections.abc import Mapping
from datetime import date
from random import Random
from typing import Any

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.program import Engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.conditions import parse_test
from petr_advisor.knowledge.vocabulary import FactType
from tests.oracle_values import satisfies, typed
from tests.properties.bases import ASK, TEXT

AS_OF = date(2020, 6, 1)
DAYS = [date(2014, 7, 27), date(2019, 12, 31), date(2020, 3, 1), date(2020, 6, 1), date(2020, 6, 2), date(2024, 1, 1)]
WIDEST = 14
"""More parts than a clause may have tokens."""
DEEPEST = 3
"""How many conditions lie in one another."""

TERRITORY: dict[str, dict[str, Any]] = {
    **{f"f.y{n}": {"type": "yes_no"} for n in range(12)},
    "f.one": {"type": "one_of", "choices": {key: {"label": TEXT} for key in "pqrs"}},
    "f.count": {"type": "count", "maximum": 9},
    "f.share": {"type": "fraction"},
}
DAY: dict[str, dict[str, Any]] = {"f.day": {"type": "date"}}
"""The date at which law may be read; it always applies, for any rule may hang on it."""
MEMBERS: dict[str, dict[str, Any]] = {
    "m.kind": {"type": "one_of", "of": "m", "choices": {key: {"label": TEXT} for key in "uvw"}},
    "m.size": {"type": "count", "of": "m"},
    "m.yes": {"type": "yes_no", "of": "m"},
}
MEASURES: dict[str, tuple[str, str]] = {
    "every": ("yes_no", "m"), "some": ("yes_no", "m"), "count": ("count", "m"), "total": ("count", "m.size"),
    "share_of": ("fraction", "m.size"), "share_of_count": ("fraction", "m"), "largest_share": ("fraction", "m.size"),
}  # fmt: skip
TESTS: dict[str, list[Any]] = {
    "yes_no": ["yes", "no"],
    "count": [{"at_least": 4}, {"less_than": 9}, 0, {"more_than": 1, "at_most": 5}, [1, 3]],
    "fraction": [{"at_least": "2/3"}, {"less_than": "1/2"}, {"more_than": "1/2", "at_most": 1}],
    "date": [
        {"before": "2020-03-01"}, {"after": "as_of"}, {"on_or_before": "2020-06-01"}, {"ago": {"at_least": "3 months"}},
        {"ago": {"less_than": "1 month"}},
    ],
}  # fmt: skip
VALUES: dict[str, list[Any]] = {
    "yes_no": ["yes", "no"], "count": [0, 1, 2, 3, 4, 5, 9], "fraction": [0, "1/3", "1/2", "2/3", 1], "date": DAYS,
}  # fmt: skip


class Draw:
    """Draws from one seed; `facts` grows by strata, so that nothing depends on itself."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 - a test is to be had again
        self.wide = self.random.choice((0, 0.1, 0.2))
        self.facts: dict[str, dict[str, Any]] = {}
        self.world = {key: self.value(kind) for key, kind in (DAY | TERRITORY).items()}
        """A case that wide conditions all but meet, so that it matters which part fails."""

    def maybe(self, chance: float = 0.5) -> bool:
        """Draw yes or no."""
        return self.random.random() < chance

    def value(self, kind: Mapping[str, Any]) -> Any:
        """Draw a value of a fact type."""
        return self.random.choice(VALUES.get(kind["type"], sorted(kind.get("choices", ()))))

    def value_test(self, kind: dict[str, Any]) -> Any:
        """Draw a test on a fact type."""
        if kind["type"] != "one_of":
            return self.random.choice(TESTS[kind["type"]])
        return self.random.sample(sorted(kind["choices"]), self.random.choice((1, 1, 2)))

    def condition(self, of: str | None = None, depth: int = DEEPEST) -> dict[str, Any]:
        """Draw a condition on what there is so far, for the territory or one entity."""
        shape = self.random.random()
        if depth == DEEPEST and shape < self.wide:
            alternatives = [{"all": self.all_but_met(of)} for _ in range(self.random.randint(1, 3))]
            return {"any": alternatives} if self.maybe(0.7) else {"not": {"any": alternatives}}
        if depth == 0 or shape < 0.5:
            return self.literal(of)
        if shape < 0.6:
            return {"not": self.condition(of, depth - 1)}
        return {self.random.choice(("all", "any")): self.parts(of, depth - 1)}

    def literal(self, of: str | None) -> dict[str, Any]:
        """Draw a test on one of the facts that there are so far."""
        fact = self.random.choice(self.readable(of))
        return {fact: self.value_test(self.facts[fact])}

    def readable(self, of: str | None) -> list[str]:
        """Give the facts that a condition may read."""
        return [key for key, kind in self.facts.items() if kind.get("of") in {None, of}]

    def all_but_met(self, of: str | None) -> list[dict[str, Any]]:
        """Draw as many tests as there are parts in the widest condition, on as many facts: the world meets most."""
        known = self.readable(of)
        return [{fact: self.true_test(fact)} for fact in self.random.sample(known, min(len(known), WIDEST))]

    def true_test(self, fact: str) -> Any:
        """Draw a test that the world meets more often than not."""
        kind = self.facts[fact]
        for _ in range(4):
            test = self.value_test(kind)
            if fact in self.world and self.holds(kind["type"], test, self.world[fact]):
                break
        return test

    @staticmethod
    def holds(name: str, test: Any, value: Any) -> bool:
        """Tell whether a test holds of a value of a type."""
        fields: dict[str, Any] = {"type": name, "choices": {}}
        kind = FactType.model_construct(**fields)
        return satisfies(kind, parse_test(test), typed(kind, value), AS_OF)

    def parts(self, of: str | None, depth: int) -> list[dict[str, Any]]:
        """Draw the parts of a condition."""
        return [self.condition(of, depth) for _ in range(self.random.randint(1, 3))]

    def add(self, key: str, kind: dict[str, Any], **more: Any) -> None:
        """Add a fact."""
        self.facts[key] = {**kind, "label": TEXT, **more}

    def asked(self, facts: dict[str, dict[str, Any]]) -> None:
        """Add facts that a person gives, some of which do not always apply."""
        for key, kind in facts.items():
            more = {"applies_when": self.condition(kind.get("of"), 1)} if self.facts and self.maybe(0.3) else {}
            self.add(key, kind, ask=ASK, given_by=["user"], **more)

    def summaries(self) -> None:
        """Add what sums up the list, by four of the measures."""
        for name, (kind, target) in self.random.sample(sorted(MEASURES.items()), 4):
            where = {"where": self.member()} if name != "largest_share" or self.maybe(0.5) else {}
            among = {"among": self.member()} if self.maybe(0.3) else {}
            summary = {name: target, **where, **among}
            self.add(f"s.{name}", {"type": kind}, ask=ASK, given_by=["measure", "user"], summary=summary)

    def member(self) -> dict[str, Any]:
        """Draw a condition on one member alone."""
        everything, self.facts = self.facts, {key: kind for key, kind in self.facts.items() if kind.get("of")}
        found = self.condition("m", 2)
        self.facts = everything
        return found

    def derived(self, rules: dict[str, Any], number: int, of: str | None) -> None:
        """Add a closed fact and the rules that conclude it."""
        key = f"{'d' if of is None else 'e'}.{number}"
        where = {} if of is None else {"for_each": of}
        for copy in range(self.random.randint(1, 2)):
            rules[f"{key}.{copy}"] = {**self.rule(of), **where, "title": TEXT, "then": {key: "yes"}}
        self.add(key, {"type": "yes_no"}, given_by=["rule"], closed=True, **({} if of is None else {"of": of}))

    def rule(self, of: str | None) -> dict[str, Any]:
        """Draw an antecedent, perhaps with an exception, a date of law and norms that do not always hold."""
        found: dict[str, Any] = {"norms": [self.random.choice(("n", "n", "then", "since"))]}
        if self.maybe(0.9):
            found["when"] = self.condition(of)
        if self.maybe():
            found["unless"] = self.condition(of)
        if self.maybe(0.2):
            found["law_at"] = "f.day"
        return found

    def option(self, cures: dict[str, Any], groups: dict[str, Any], procedures: dict[str, Any]) -> dict[str, Any]:
        """Draw an option with requirements, merits and acts."""
        return {
            "answers": "q", "title": TEXT, "summary": TEXT, "norms": ["n"],
            "uses": sorted(groups) if self.maybe() else [],
            "requires": {f"r{number}": self.requirement(cures) for number in range(self.random.randint(0, 2))},
            "merits": {"m": {"for": TEXT, "weight": "slight", "when": self.condition(), "norms": ["since"]}},
            "procedures": sorted(procedures),
            **({"law_at": "f.day"} if self.maybe(0.2) else {}),
            **({"makes": {"f.y1": "yes"}} if self.maybe(0.3) else {}),
        }  # fmt: skip

    def procedure(self) -> dict[str, Any]:
        """Draw a procedure of two acts, one after the other."""
        span = {"n": 1, "unit": "month"}
        acts = {
            name: {
                "does": TEXT, "who": "x", "norms": ["n"], "after": after, "takes": {"shortest": span, "longest": span},
                "when": self.condition(), "done": self.condition(),
            }
            for name, after in (("a", []), ("b", ["a"]))
        }  # fmt: skip
        return {"norms": ["n"], "acts": acts}

    def regime(self, cures: dict[str, Any]) -> dict[str, Any]:
        """Draw a regime that whatever makes `f.y1` so enters; the cure of its conditions makes something else."""
        sides = ("to_become", "to_remain", "both")
        conditions = {
            f"k{number}": {
                "title": TEXT, "needs": self.condition(), "counts_for": self.random.choice(sides), "norms": ["n"],
                "cures": sorted(cures) if self.maybe() else [], "exceptions": self.exceptions(sides),
            }
            for number in range(2)
        }  # fmt: skip
        return {"title": TEXT, "of": self.condition(), "makes": {"f.y1": "yes"}, "conditions": conditions}

    def exceptions(self, sides: tuple[str, ...]) -> list[dict[str, Any]]:
        """Draw an exception to a condition of a regime, or none."""
        found = {"when": self.condition(), "counts_for": self.random.choice(sides), "norms": ["n"]}
        return [found] if self.maybe(0.4) else []

    def requirement(self, cures: dict[str, Any]) -> dict[str, Any]:
        """Draw a requirement with up to two cures."""
        chosen = self.random.sample(sorted(cures), self.random.randint(0, 2))
        found = {"title": TEXT, "needs": self.condition(), "norms": ["n"], "cures": chosen}
        if self.maybe(0.3):
            found |= {"act": "p0/a", **({"refused": self.condition()} if self.maybe(0.7) else {})}
        return found


def wide_base(seed: int) -> tuple[KnowledgeBase, Mapping[str, Any]]:
    """Give the rule base of a seed, with the values of a case that wide conditions all but meet."""
    draw = Draw(seed)
    rules: dict[str, Any] = {}
    draw.asked(DAY)
    draw.asked(MEMBERS)
    for number in range(draw.random.randint(0, 2)):
        draw.derived(rules, number, "m")
    draw.summaries()
    draw.asked(TERRITORY)
    draw.add("reading.d-x", {"type": "one_of", "choices": {key: {"label": TEXT} for key in ("strict", "wide")}})
    for number in range(draw.random.randint(1, 3)):
        draw.derived(rules, number, None)
    for name, of in (("duty", None), ("duty-of-each", "m")):
        where = {} if of is None else {"for_each": of}
        rules[name] = {**draw.rule(of), **where, "duty": "obligation", "who": "x", "to": TEXT}
    cures = {
        f"c{number}": {
            "title": TEXT, "when": draw.condition(), "makes": {f"f.y{number}": "yes"}, "who": "x", "norms": [norm],
        }
        for number, norm in enumerate(("n", "then"))
    }  # fmt: skip
    groups = {"g": {"requires": {"shared": draw.requirement(cures)}}}
    rows = {f"w{n}": {"title": TEXT, "when": draw.condition(), "options": ["o0"], "norms": ["n"]} for n in range(2)}
    procedures = {f"p{number}": draw.procedure() for number in range(2)}
    options = {f"o{number}": draw.option(cures, groups, procedures) for number in range(2)}
    facts = {key: kind for key, kind in draw.facts.items() if not key.startswith("reading.")}
    base = KnowledgeBase.model_validate(
        {
            **_law(), "facts": {**facts, "m.list": {"type": "list", "entity": "m", "label": TEXT}},
            "rules": rules, "cures": cures, "options": options, "procedures": procedures, "requirement_groups": groups,
            "regimes": {"k": draw.regime({"c0": cures["c0"]})},
            "tables": {"t": {"answers": "q", "rows": rows}},
            "conflicts": {"k": {"when": draw.condition(), "message": TEXT}},
        }
    )  # fmt: skip
    return base, draw.world


def _law() -> dict[str, Any]:
    norm = {"topic": "t", "statement": TEXT, "sources": [{"id": "s"}], "confidence": "verified"}
    return {
        "sources": {"s": {"kind": "law", "title": TEXT}},
        "norms": {
            "n": norm, "then": {**norm, "in_force": {"to": "2019-12-31"}},
            "since": {**norm, "in_force": {"from": "2020-01-01"}},
        },
        "disputed": {
            "d-x": {
                "question": TEXT, "prudent": "strict", "prudent_course": TEXT, "ask": TEXT, "norms": ["n"],
                "readings": {key: {"statement": TEXT} for key in ("strict", "wide")},
            }
        },
        "actors": {"x": {"label": TEXT}}, "key_questions": {"q": {"title": TEXT, "text": TEXT, "order": 1}},
    }  # fmt: skip


def some_answers(base: KnowledgeBase, world: Mapping[str, Any], seed: int, engine: Engine) -> Consultation:
    """Give a case of a base: answers, most of them those of a world, sometimes a list, complete or not."""
    draw = Draw(seed)
    told = Consultation.start(base, AS_OF, engine=engine)
    often = draw.random.choice((0.3, 0.9, 1))
    given = {key: kind.model_dump() for key, kind in base.facts.items() if kind.askable}
    for key, kind in given.items():
        if kind["of"] is None and draw.maybe(often):
            told = told.answer(key, world[key] if key in world and draw.maybe(0.9) else draw.value(kind))
    if draw.maybe():
        members = [(key, kind) for key, kind in given.items() if kind["of"]]
        rows = {
            f"e{number}": {key: draw.value(kind) for key, kind in members if draw.maybe(often)}
            for number in range(draw.random.randint(0, 3))
        }
        told = told.list_entities("m", rows, complete=draw.maybe(0.7))
    return told
