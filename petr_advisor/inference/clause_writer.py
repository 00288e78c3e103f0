"""Write conditions as clauses on tokens.

Negations are pushed down to the literals, and each literal has a token for *holds* and one for *fails*. They are not
each other's contrary: a literal on a fact that does not apply fails in both signs, and while nothing is known neither
token is there. A disjunction becomes one clause per alternative.
"""

from collections.abc import Iterable

from petr_advisor.inference.atoms import Atom
from petr_advisor.inference.meanings import Meaning, MeaningKind
from petr_advisor.inference.program import MAX_BODY, Clause, Token
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.conditions import TRUE, AllOf, AnyOf, Condition, Literal, Not, ValueTest

TERRITORY = ""
"""The scope of what belongs to the territory itself; other scopes are kinds of entity."""

ALWAYS_TOKEN: Token = "true"  # noqa: S105 - a token of the engine, not a secret


class ClauseWriter:
    """Gathers the clauses of each scope, the atoms they test and what their tokens stand for."""

    def __init__(self, base: KnowledgeBase) -> None:
        self.base = base
        self.atoms: dict[Atom, Token] = {}
        self.clauses: dict[str, list[Clause]] = {TERRITORY: []}
        self.meanings: dict[Token, Meaning] = {}
        self._parts: dict[tuple[str, Condition, bool], Token] = {}
        self._links: dict[tuple[str, tuple[Token, ...]], Token] = {}
        self._applies: set[str] = set()
        self._stems: dict[tuple[str, int], tuple[ValueTest, Token]] = {}

    def conclude(
        self, scope: str, head: Token, condition: Condition, *, fails: bool = False, also: tuple[Token, ...] = ()
    ) -> None:
        """Conclude `head` when the condition holds (or fails) and the tokens `also` are there."""
        for alternative in _alternatives(condition.normal, fails=fails):
            self.clause(scope, head, (*also, *self._body(scope, alternative, fails=fails)))

    def body(self, scope: str, condition: Condition, *, fails: bool) -> tuple[Token, ...]:
        """Give tokens that are all there exactly when the condition holds (or fails)."""
        return self._body(scope, condition.normal, fails=fails)

    def _body(self, scope: str, normal: Condition, *, fails: bool) -> tuple[Token, ...]:
        if isinstance(normal, Literal):
            return (self.literal(normal, fails=fails),)
        assert not isinstance(normal, Not)  # noqa: S101 - in negation normal form
        if isinstance(normal, AllOf) != fails:
            return tuple(token for part in normal.parts for token in self._body(scope, part, fails=fails))
        return (self._part(scope, normal, fails=fails),)

    def _part(self, scope: str, condition: Condition, *, fails: bool) -> Token:
        key = (scope, condition, fails)
        if key not in self._parts:
            token = f"p{len(self._parts)}"
            self._parts[key] = token
            self.meanings[token] = Meaning("part", token, "fails" if fails else "holds")
            for alternative in _alternatives(condition, fails=fails):
                self.clause(scope, token, self._body(scope, alternative, fails=fails))
        return self._parts[key]

    def literal(self, literal: Literal, *, fails: bool) -> Token:
        """Give the token that says that a literal holds (or fails)."""
        kind = self.base.all_facts[literal.fact]
        stem = self._stem(literal)
        token = f"{stem}={'T' if literal.positive != fails else 'F'}"
        if kind.applies_when is not None:
            token = self._applying(kind.of or TERRITORY, literal, stem, fails=fails)
        return token

    def _stem(self, literal: Literal) -> Token:
        """Give the stem of the tokens of an atom, remembered by the object that tests, which is kept with it."""
        place = literal.fact, id(literal.test)
        if place not in self._stems:
            atom = Atom(literal.fact, literal.test)
            if atom not in self.atoms:
                stem = f"a{len(self.atoms)}"
                self.atoms[atom] = stem
                for says, name in (("T", "true"), ("F", "false")):
                    self.meanings[f"{stem}={says}"] = Meaning("atom", stem, name)
            self._stems[place] = literal.test, self.atoms[atom]
        return self._stems[place][1]

    def _applying(self, scope: str, literal: Literal, stem: Token, *, fails: bool) -> Token:
        """Give the token of a literal on a fact that may not apply: it then fails in both signs."""
        applies, moot = self.named("applies", literal.fact, "true"), self.named("applies", literal.fact, "false")
        if literal.fact not in self._applies:
            self._applies.add(literal.fact)
            condition = self.base.all_facts[literal.fact].applies_when or TRUE
            self.conclude(scope, applies, condition)
            self.conclude(scope, moot, condition, fails=True)
        sign = "+" if literal.positive else "-"
        token = f"{stem}{'!' if fails else ''}{sign}"
        if token not in self.meanings:
            self.meanings[token] = Meaning("atom", stem, "true" if literal.positive != fails else "false")
            self.clause(scope, token, (f"{stem}={'T' if literal.positive != fails else 'F'}", applies))
            if fails:
                self.clause(scope, token, (moot,))
        return token

    def named(self, kind: MeaningKind, key: str, says: str) -> Token:
        """Give the token that says something of an entry of the rule base."""
        token = f"{kind}:{key}:{says}"
        if token not in self.meanings:
            self.meanings[token] = Meaning(kind, key, says)
        return token

    def clause(self, scope: str, head: Token, body: Iterable[Token]) -> None:
        """Add a clause, cutting a body that is too long for an engine."""
        tokens = tuple(dict.fromkeys(body)) or (ALWAYS_TOKEN,)
        clauses = self.clauses.setdefault(scope, [])
        while len(tokens) > MAX_BODY:
            tokens = (self._link(scope, tokens[:MAX_BODY]), *tokens[MAX_BODY:])
        clauses.append(Clause(head, tokens))

    def _link(self, scope: str, body: tuple[Token, ...]) -> Token:
        """Give the token that stands for a whole body: one a body, so that no body is taken for another."""
        if (scope, body) not in self._links:
            link = f"j{len(self._links)}"
            self._links[scope, body] = link
            self.meanings[link] = Meaning("part", link, "holds")
            self.clauses[scope].append(Clause(link, body))
        return self._links[scope, body]


def _alternatives(condition: Condition, *, fails: bool) -> tuple[Condition, ...]:
    """Split a condition in negation normal form into its alternatives: any of them is enough."""
    if isinstance(condition, AnyOf) and not fails:
        return condition.parts
    if isinstance(condition, AllOf) and fails:
        return condition.parts
    return (condition,)
