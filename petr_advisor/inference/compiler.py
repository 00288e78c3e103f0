"""Turn a rule base into its engine form: a pure function, with no fact in sight.

Negations are pushed down to the literals, and each literal has a token for *holds* and one for *fails*. They are not
each other's contrary: a literal on a fact that does not apply fails in both signs, and while nothing is known neither
token is there. A disjunction becomes one clause per alternative.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from petr_advisor.inference.atoms import Atom, parse_value
from petr_advisor.inference.meanings import Meaning, MeaningKind
from petr_advisor.inference.program import MAX_BODY, Clause, Program, Token
from petr_advisor.knowledge.acts import Cure
from petr_advisor.knowledge.base import RuleBase, period_guard
from petr_advisor.knowledge.conditions import (
    TRUE,
    AllOf,
    AnyOf,
    Condition,
    Literal,
    Not,
    ValueTest,
    facts_of,
    negation_normal_form,
)  # fmt: skip
from petr_advisor.knowledge.law import InForcePeriod
from petr_advisor.knowledge.options import Option, Requirement
from petr_advisor.knowledge.rules import Rule

TERRITORY = ""
"""The scope of what belongs to the territory itself; other scopes are kinds of entity."""

ALWAYS_TOKEN: Token = "true"  # noqa: S105 - a token of the engine, not a secret


@dataclass(frozen=True, eq=False)
class Compiled:
    """The engine form of a rule base."""

    rule_base: RuleBase
    atoms: Mapping[Token, Atom]
    """Every atom, by the stem of its tokens (`a17`)."""
    programs: Mapping[str, Program]
    """One program a scope."""
    meanings: Mapping[Token, Meaning]
    """What tokens stand for."""
    literal_tokens: Mapping[tuple[Literal, bool], Token]
    """The token of each literal, for *holds* and for *fails*."""


@lru_cache(maxsize=32)
def compile_rules(rule_base: RuleBase) -> Compiled:
    """Compile what is enacted on a date; the last few results are kept."""
    compiler = _Compiler(rule_base)
    compiler.compile()
    return Compiled(
        rule_base,
        {stem: atom for atom, stem in compiler.atoms.items()},
        {scope: Program(scope, tuple(dict.fromkeys(clauses))) for scope, clauses in compiler.clauses.items()},
        compiler.meanings,
        compiler.literals,
    )


def guarded(condition: Condition | None, law_at: str | None, period: InForcePeriod | None) -> Condition:
    """Add to a condition that the law read at the date fact `law_at` is in force."""
    if law_at is None:
        return condition or TRUE
    guard = Literal(law_at, period_guard(period)) if period else AnyOf(())
    return AllOf((condition, guard)) if condition else guard


class _Compiler:
    def __init__(self, rule_base: RuleBase) -> None:
        self.rules, self.base = rule_base, rule_base.base
        self.atoms: dict[Atom, Token] = {}
        self.clauses: dict[str, list[Clause]] = {TERRITORY: []}
        self.meanings: dict[Token, Meaning] = {}
        self.literals: dict[tuple[Literal, bool], Token] = {}
        self._parts: dict[tuple[str, Condition, bool], Token] = {}
        self._applies: set[str] = set()

    def compile(self) -> None:
        """Compile every kind of entry; derived facts come last, when all tests on them are known."""
        for key, rule in self.rules.rules.items():
            self._rule(key, rule)
        for key, cure in self.rules.cures.items():
            self._cure(key, cure)
        for name, group in self.base.requirement_groups.items():
            for key, requirement in group.requires.items():
                self._requirement(f"{name}/{key}", requirement)
        for key, option in self.rules.options.items():
            self._option(key, option)
        for key, row in self.rules.rows.items():
            self._conclude(TERRITORY, self._named("row", key, "true"), row.when)
            self._conclude(TERRITORY, self._named("row", key, "false"), row.when, fails=True)
        for key, conflict in self.base.conflicts.items():
            self._conclude(TERRITORY, self._named("conflict", key, "true"), conflict.when)
        for fact in self.base.facts.values():
            if fact.summary is not None and fact.summary.where is not None:
                self._where(fact.summary.where)
        self._derived_facts()

    # -- entries -----------------------------------------------------------------------------------------------

    def _rule(self, key: str, rule: Rule) -> None:
        scope = rule.for_each or TERRITORY
        when = guarded(rule.when, rule.law_at, self.base.period_of(rule.norms, acts=False))
        waits, concludes = self._named("rule_waits", key, "true"), self._named("rule", key, "true")
        self._conclude(scope, waits, when)
        if rule.unless is None:
            self._clause(scope, concludes, (waits,))
        else:
            held, failed = self._named("exception", key, "true"), self._named("exception", key, "false")
            self._conclude(scope, held, rule.unless)
            self._conclude(scope, failed, rule.unless, fails=True)
            self._clause(scope, concludes, (waits, failed))
        if any(self.base.facts[fact].closed for fact in rule.then):
            fails = self._named("rule_fails", key, "true")
            self._conclude(scope, fails, when, fails=True)
            if rule.unless is not None:
                self._clause(scope, fails, (self._named("exception", key, "true"),))

    def _cure(self, key: str, cure: Cure) -> None:
        when = guarded(cure.when, cure.law_at, self.base.period_of(cure.norms))
        self._conclude(TERRITORY, self._named("cure", key, "available"), when)
        self._conclude(TERRITORY, self._named("cure", key, "unavailable"), when, fails=True)

    def _requirement(self, key: str, requirement: Requirement) -> None:
        """Conclude met, unmet or not applicable; then whether it alone closes its option."""
        met, unmet, moot = (self._named("requirement", key, says) for says in ("met", "unmet", "not_applicable"))
        opposite = Not(requirement.needs)
        self._conclude(TERRITORY, met, requirement.needs)
        self._conclude(TERRITORY, unmet, opposite)
        self._clause(
            TERRITORY,
            moot,
            (*self._body(TERRITORY, requirement.needs, fails=True), *self._body(TERRITORY, opposite, fails=True)),
        )
        fine = self._named("requirement", key, "fine")
        self._clause(TERRITORY, fine, (met,))
        self._clause(TERRITORY, fine, (moot,))
        cures = [cure for cure in requirement.cures if cure in self.rules.cures]
        blocks, spares = self._named("requirement", key, "blocks"), self._named("requirement", key, "spares")
        self._clause(TERRITORY, blocks, (unmet, *(self._named("cure", cure, "unavailable") for cure in cures)))
        for reason in (fine, *(self._named("cure", cure, "available") for cure in cures)):
            self._clause(TERRITORY, spares, (reason,))

    def _option(self, key: str, option: Option) -> None:
        for name, requirement in option.requires.items():
            self._requirement(f"{key}/{name}", requirement)
        owners = requirement_keys(self.rules, key)
        guard: tuple[Token, ...] = ()
        if option.law_at is not None:
            when = guarded(None, option.law_at, self.base.option_period(option))
            enacted, lapsed = self._named("guard", key, "true"), self._named("option", key, "not_in_force")
            self._conclude(TERRITORY, enacted, when)
            self._conclude(TERRITORY, lapsed, when, fails=True)
            guard = (enacted,)
        self._clause(
            TERRITORY,
            self._named("option", key, "open"),
            (*guard, *(self._named("requirement", owner, "fine") for owner in owners)),
        )
        spared = self._named("option", key, "not_closed")
        self._clause(TERRITORY, spared, tuple(self._named("requirement", owner, "spares") for owner in owners))
        for owner in owners:
            unmet, blocks = self._named("requirement", owner, "unmet"), self._named("requirement", owner, "blocks")
            self._clause(TERRITORY, self._named("option", key, "not_open"), (unmet,))
            self._clause(TERRITORY, self._named("option", key, "closed"), (*guard, blocks))
        conditional = (*guard, self._named("option", key, "not_open"), spared)
        self._clause(TERRITORY, self._named("option", key, "conditional"), conditional)
        self._arguments(key, option)

    def _arguments(self, key: str, option: Option) -> None:
        for name, merit in option.merits.items():
            when = merit.when or TRUE
            self._conclude(TERRITORY, self._named("merit", f"{key}/{name}", "true"), when)
            self._conclude(TERRITORY, self._named("merit", f"{key}/{name}", "false"), when, fails=True)
        for number, step in enumerate(option.steps):
            needed = AllOf((step.when or TRUE, Not(step.unless))) if step.unless else step.when or TRUE
            self._conclude(TERRITORY, self._named("step", f"{key}/{number}", "true"), needed)
            skipped = self._named("step", f"{key}/{number}", "false")
            self._conclude(TERRITORY, skipped, step.when or TRUE, fails=True)
            if step.unless:
                self._conclude(TERRITORY, skipped, step.unless)

    def _where(self, condition: Condition) -> None:
        """Make the atoms of a summary's `where`, so that derived facts reach it."""
        for fact in facts_of(condition):
            for literal in _literals(condition, fact):
                self._literal(literal, fails=False)

    def _derived_facts(self) -> None:
        """Carry the conclusions of rules to the atoms on derived facts, and complete the closed ones."""
        concluded: dict[str, dict[str, list[str]]] = {}
        for key, rule in self.rules.rules.items():
            for fact, raw in rule.then.items():
                value = _value_name(parse_value(self.base.facts[fact], raw))
                concluded.setdefault(fact, {}).setdefault(value, []).append(key)
        for fact, kind in self.base.facts.items():
            if "rule" not in kind.given_by:
                continue
            scope = kind.of or TERRITORY
            by_value = concluded.get(fact, {})
            for value, rules in by_value.items():
                for name in rules:
                    token = self._named("fact", fact, value)
                    self._clause(scope, token, (self._named("rule", name, "true"),))
            for atom, stem in tuple(self.atoms.items()):
                if atom.fact == fact:
                    self._derived_atom(scope, atom, stem, by_value)

    def _derived_atom(self, scope: str, atom: Atom, stem: Token, by_value: Mapping[str, list[str]]) -> None:
        kind = self.base.facts[atom.fact]
        wanted = {_value_name(parse_value(kind, raw)) for raw in atom.test.values}
        domain = tuple(kind.choices) if kind.type == "one_of" else ("yes", "no")
        for value in domain:
            if value in by_value:
                says = "T" if value in wanted else "F"
                self._clause(scope, f"{stem}={says}", (self._named("fact", atom.fact, value),))
        if kind.closed:
            opposed = [value for value in by_value if value in wanted]
            fails = tuple(self._named("rule_fails", rule, "true") for value in opposed for rule in by_value[value])
            if kind.type == "yes_no" and wanted == {"no"}:
                fails = tuple(self._named("rule_fails", rule, "true") for rule in by_value.get("yes", ()))
                self._clause(scope, f"{stem}=T", fails)
            else:
                self._clause(scope, f"{stem}=F", fails)

    # -- conditions --------------------------------------------------------------------------------------------

    def _conclude(self, scope: str, head: Token, condition: Condition, *, fails: bool = False) -> None:
        """Conclude `head` when the condition holds (or fails): one clause per alternative."""
        normal = negation_normal_form(condition)
        for alternative in _alternatives(normal, fails=fails):
            self._clause(scope, head, self._body(scope, alternative, fails=fails))

    def _body(self, scope: str, condition: Condition, *, fails: bool) -> tuple[Token, ...]:
        """Give tokens that are all there exactly when the condition holds (or fails)."""
        normal = negation_normal_form(condition)
        if isinstance(normal, Literal):
            return (self._literal(normal, fails=fails),)
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
                self._clause(scope, token, self._body(scope, alternative, fails=fails))
        return self._parts[key]

    def _literal(self, literal: Literal, *, fails: bool) -> Token:
        kind = self.base.all_facts[literal.fact]
        atom = Atom(literal.fact, literal.test)
        if atom not in self.atoms:
            stem = f"a{len(self.atoms)}"
            self.atoms[atom] = stem
            for says, name in (("T", "true"), ("F", "false")):
                self.meanings[f"{stem}={says}"] = Meaning("atom", stem, name)
        stem = self.atoms[atom]
        plain = f"{stem}={'T' if literal.positive != fails else 'F'}"
        token = plain
        if kind.applies_when is not None:
            token = self._applying(kind.of or TERRITORY, literal, stem, fails=fails)
        self.literals[literal, fails] = token
        return token

    def _applying(self, scope: str, literal: Literal, stem: Token, *, fails: bool) -> Token:
        """Give the token of a literal on a fact that may not apply: it then fails in both signs."""
        applies, moot = self._named("applies", literal.fact, "true"), self._named("applies", literal.fact, "false")
        if literal.fact not in self._applies:
            self._applies.add(literal.fact)
            condition = self.base.all_facts[literal.fact].applies_when or TRUE
            self._conclude(scope, applies, condition)
            self._conclude(scope, moot, condition, fails=True)
        sign = "+" if literal.positive else "-"
        token = f"{stem}{'!' if fails else ''}{sign}"
        if token not in self.meanings:
            self.meanings[token] = Meaning("atom", stem, "true" if literal.positive != fails else "false")
            self._clause(scope, token, (f"{stem}={'T' if literal.positive != fails else 'F'}", applies))
            if fails:
                self._clause(scope, token, (moot,))
        return token

    # -- clauses -----------------------------------------------------------------------------------------------

    def _named(self, kind: MeaningKind, key: str, says: str) -> Token:
        token = f"{kind}:{key}:{says}"
        self.meanings.setdefault(token, Meaning(kind, key, says))
        return token

    def _clause(self, scope: str, head: Token, body: Iterable[Token]) -> None:
        """Add a clause, cutting a body that is too long for an engine."""
        tokens = tuple(dict.fromkeys(body)) or (ALWAYS_TOKEN,)
        clauses = self.clauses.setdefault(scope, [])
        while len(tokens) > MAX_BODY:
            first, rest = tokens[:MAX_BODY], tokens[MAX_BODY:]
            link = f"j:{head}:{len(rest)}"
            self.meanings.setdefault(link, Meaning("part", link, "holds"))
            clauses.append(Clause(link, first))
            tokens = (link, *rest)
        clauses.append(Clause(head, tokens))


def requirement_keys(rules: RuleBase, option: str) -> tuple[str, ...]:
    """Give the keys of an option's requirements: `group/name` for those it shares, `option/name` for its own."""
    found = rules.options[option]
    groups = rules.base.requirement_groups
    own = {name: f"{option}/{name}" for name in found.requires}
    shared = {name: f"{group}/{name}" for group in found.uses for name in groups[group].requires}
    return tuple({**shared, **own}.values())


def _alternatives(condition: Condition, *, fails: bool) -> tuple[Condition, ...]:
    """Split a condition in negation normal form into its alternatives: any of them is enough."""
    if isinstance(condition, AnyOf) and not fails:
        return condition.parts
    if isinstance(condition, AllOf) and fails:
        return condition.parts
    return (condition,)


def _literals(condition: Condition, fact: str) -> Iterable[Literal]:
    match condition:
        case Literal():
            if condition.fact == fact:
                yield condition
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from _literals(part, fact)
        case Not(part):
            yield from _literals(part, fact)


def _value_name(value: object) -> str:
    """Name a derived value in a token."""
    if value is True:
        return "yes"
    return "no" if value is False else str(value)


__all__ = ["ALWAYS_TOKEN", "TERRITORY", "Compiled", "ValueTest", "compile_rules", "guarded", "requirement_keys"]
