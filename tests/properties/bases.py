"""Generated rule bases: small, valid, with everything the engines must agree on."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from petr_advisor.knowledge.base import KnowledgeBase

AS_OF = date(2020, 6, 1)
TEXT = {"fr": "x", "en": "x"}
ASK = {"text": TEXT, "help": TEXT, "why": TEXT}
BASE_FACTS: dict[str, dict[str, Any]] = {
    "f.a": {"type": "yes_no"},
    "f.b": {"type": "one_of", "choices": {key: {"label": TEXT} for key in "pqr"}},
    "f.c": {"type": "count", "maximum": 9},
    "f.d": {"type": "yes_no"},
}
VALUES: dict[str, list[Any]] = {"f.a": ["yes", "no"], "f.b": ["p", "q", "r"], "f.c": [0, 2, 4, 9], "f.d": ["yes", "no"]}
READINGS = ("strict", "wide")


def literal(facts: tuple[str, ...]) -> st.SearchStrategy[dict[str, Any]]:
    """A test on one of the facts."""

    def on_one(fact: str) -> st.SearchStrategy[dict[str, Any]]:
        if fact == "f.b":
            values: st.SearchStrategy[Any] = st.sampled_from(["p", "q", ["p", "r"]])
        elif fact == "f.c":
            values = st.sampled_from([{"at_least": 4}, {"less_than": 9}, 0])
        elif fact == "reading.d-x":
            values = st.sampled_from(READINGS)
        else:
            values = st.sampled_from(["yes", "no"])
        return values.map(lambda value: {fact: value})

    return st.sampled_from(facts).flatmap(on_one)


def condition(facts: tuple[str, ...]) -> st.SearchStrategy[dict[str, Any]]:
    """A condition of two levels at most."""
    simple = literal(facts)
    parts = st.lists(simple, min_size=1, max_size=3)
    joined = st.one_of(
        parts.map(lambda found: {"all": found}),
        parts.map(lambda found: {"any": found}),
        simple.map(lambda found: {"not": found}),
    )
    nested = st.lists(st.one_of(simple, joined), min_size=1, max_size=2)
    return st.one_of(simple, joined, nested.map(lambda found: {"any": found}), nested.map(lambda found: {"all": found}))


@st.composite
def _rules(draw: st.DrawFn, facts: dict[str, Any], rules: dict[str, Any], readable: tuple[str, ...]) -> tuple[str, ...]:
    """Add derived facts in strata, their rules and a duty; give every fact that a condition may read."""
    for number in range(draw(st.integers(0, 3))):
        fact = f"g.{number}"
        facts[fact] = {"type": "yes_no", "label": TEXT, "given_by": ["rule"], "closed": True}
        for copy in range(draw(st.integers(1, 2))):
            rule = {"title": TEXT, "when": draw(condition(readable)), "then": {fact: "yes"}, "norms": ["n"]}
            if draw(st.booleans()):
                rule["unless"] = draw(condition(readable))
            rules[f"r.{number}.{copy}"] = rule
        readable = (*readable, fact)
    rules["duty"] = {
        "when": draw(condition(readable)), "unless": draw(condition(readable)),
        "duty": "obligation", "who": "x", "to": TEXT, "norms": ["n"],
    }  # fmt: skip
    return readable


@st.composite
def knowledge_bases(draw: st.DrawFn) -> KnowledgeBase:
    """A base with facts that may not apply, derived facts in strata, cures, two options and a disputed point."""
    asked = tuple(BASE_FACTS)
    facts: dict[str, Any] = {
        key: {**found, "label": TEXT, "ask": ASK, "given_by": ["user"]} for key, found in BASE_FACTS.items()
    }
    if draw(st.booleans()):
        facts["f.d"]["applies_when"] = draw(condition(("f.a", "f.b", "f.c")))
    if draw(st.booleans()):
        facts["f.c"]["applies_when"] = draw(condition(("f.a", "f.b")))
    rules: dict[str, Any] = {}
    readable = draw(_rules(facts, rules, (*asked, "reading.d-x")))
    cures = {
        f"c.{number}": {
            "title": TEXT,
            "when": draw(condition(readable)),
            "makes": {"f.a": "yes"},
            "who": "x",
            "norms": ["n"],
        }
        for number in range(2)
    }
    options = {
        key: {
            "answers": "q", "title": TEXT, "summary": TEXT, "norms": ["n"],
            "requires": {
                name: {
                    "title": TEXT, "needs": draw(condition(readable)), "norms": ["n"],
                    "cures": draw(st.lists(st.sampled_from(sorted(cures)), max_size=2, unique=True)),
                }
                for name in ("one", "two")
            },
        }
        for key in ("o1", "o2")
    }  # fmt: skip
    return KnowledgeBase.model_validate(
        {
            "sources": {"s": {"kind": "law", "title": TEXT}},
            "norms": {"n": {"topic": "t", "statement": TEXT, "sources": [{"id": "s"}], "confidence": "verified"}},
            "disputed": {
                "d-x": {
                    "question": TEXT, "prudent": "strict", "prudent_course": TEXT, "ask": TEXT, "norms": ["n"],
                    "readings": {key: {"statement": TEXT} for key in READINGS},
                }
            },
            "actors": {"x": {"label": TEXT}},
            "key_questions": {"q": {"title": TEXT, "text": TEXT, "order": 1}},
            "facts": facts, "rules": rules, "cures": cures, "options": options,
        }
    )  # fmt: skip


@st.composite
def answers(draw: st.DrawFn) -> dict[str, Any]:
    """Some answers, `None` being « I do not know »."""
    chosen = draw(st.lists(st.sampled_from(sorted(VALUES)), unique=True))
    return {fact: draw(st.sampled_from([*VALUES[fact], None])) for fact in chosen}


def fields(base: KnowledgeBase) -> dict[str, Any]:
    """The fields of a base, without what was computed from them."""
    return {name: getattr(base, name) for name in KnowledgeBase.model_fields}
