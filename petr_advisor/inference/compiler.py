"""Turn a rule base into its engine form: a pure function, with no fact in sight.

Negations are pushed down to the literals, and each literal has a token for *holds* and one for *fails*. They are not
each other's contrary: a literal on a fact that does not apply fails in both signs, and while nothing is known neither
token is there. A disjunction becomes one clause per alternative.

One form serves every date of law: what does not exist always is guarded by a token that says whether it is enacted.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from weakref import WeakKeyDictionary

from petr_advisor.inference.atoms import Atom, evaluate, parse_value
from petr_advisor.inference.facts import Range, Value
from petr_advisor.inference.meanings import Meaning, MeaningKind
from petr_advisor.inference.program import MAX_BODY, Clause, Program, Token
from petr_advisor.knowledge.acts import Cure
from petr_advisor.knowledge.base import KnowledgeBase, RuleBase, period_guard
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
from petr_advisor.knowledge.law import ALWAYS, FIRST_DAY, InForcePeriod
from petr_advisor.knowledge.options import Option, Requirement
from petr_advisor.knowledge.rules import Rule

TERRITORY = ""
"""The scope of what belongs to the territory itself; other scopes are kinds of entity."""

ALWAYS_TOKEN: Token = "true"  # noqa: S105 - a token of the engine, not a secret


@dataclass(frozen=True, eq=False)
class Compiled:
    """The engine form of a rule base, for some key questions and every date of law."""

    base: KnowledgeBase
    key_questions: tuple[str, ...]
    dated: tuple[tuple[str, str], ...]
    """What does not always exist: (rule, cure, row or merit, its identifier)."""
    atoms: Mapping[Token, Atom]
    """Every atom, by the stem of its tokens (`a17`)."""
    programs: Mapping[str, Program]
    """One program a scope."""
    meanings: Mapping[Token, Meaning]
    """What tokens stand for."""
    literal_tokens: Mapping[tuple[Literal, bool], Token]
    """The token of each literal, for *holds* and for *fails*."""

    @cached_property
    def atoms_by_fact(self) -> Mapping[str, tuple[tuple[Token, Atom], ...]]:
        """The atoms on each fact, with their stems."""
        found: dict[str, list[tuple[Token, Atom]]] = {}
        for stem, atom in self.atoms.items():
            found.setdefault(atom.fact, []).append((stem, atom))
        return {fact: tuple(atoms) for fact, atoms in found.items()}

    @cached_property
    def aging(self) -> frozenset[str]:
        """The facts that some condition compares with the date of law."""
        return frozenset(atom.fact for atom in self.atoms.values() if atom.test.dated)

    def decided(self, fact: str, value: Value | Range, as_of: date) -> frozenset[Token]:
        """Give the tokens of the atoms that a value of a fact decides, remembered."""
        place = (fact, value, as_of if fact in self.aging else None)
        if place not in self._decided:
            kind = self.base.all_facts[fact]
            truths = ((stem, evaluate(kind, a.test, value, as_of)) for stem, a in self.atoms_by_fact.get(fact, ()))
            self._decided[place] = frozenset(f"{stem}={'T' if t else 'F'}" for stem, t in truths if t is not None)
        return self._decided[place]

    def enacted_tokens(self, rules: RuleBase) -> frozenset[Token]:
        """Give the tokens that say what is enacted at a date of law, remembered."""
        if rules not in self._enacted:
            says = ((kind, key, "true" if rules.enacts(kind, key) else "false") for kind, key in self.dated)
            self._enacted[rules] = frozenset(f"enacted:{kind}:{key}:{said}" for kind, key, said in says)
        return self._enacted[rules]

    @cached_property
    def _decided(self) -> dict[tuple[str, Value | Range, date | None], frozenset[Token]]:
        return {}

    @cached_property
    def _enacted(self) -> WeakKeyDictionary[RuleBase, frozenset[Token]]:
        return WeakKeyDictionary()


def compile_rules(base: KnowledgeBase, key_questions: tuple[str, ...] | None = None) -> Compiled:
    """Compile what answers some key questions, all of them by default."""
    compiler = _Compiler(base, tuple(base.key_questions) if key_questions is None else key_questions)
    compiler.compile()
    return Compiled(
        base,
        compiler.key_questions,
        tuple(compiler.dated),
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
    def __init__(self, base: KnowledgeBase, key_questions: tuple[str, ...]) -> None:
        self.base, self.key_questions = base, key_questions
        self.options = {key: option for key, option in base.options.items() if option.answers in key_questions}
        self.dated: dict[tuple[str, str], None] = {}
        self.atoms: dict[Atom, Token] = {}
        self.clauses: dict[str, list[Clause]] = {TERRITORY: []}
        self.meanings: dict[Token, Meaning] = {}
        self.literals: dict[tuple[Literal, bool], Token] = {}
        self._parts: dict[tuple[str, Condition, bool], Token] = {}
        self._applies: set[str] = set()

    def compile(self) -> None:
        """Compile every kind of entry; derived facts come last, when all tests on them are known."""
        for key, rule in self.base.rules.items():
            if not rule.about or set(rule.about) & set(self.key_questions):
                self._rule(key, rule)
        groups = {name for option in self.options.values() for name in option.uses}
        requirements = [r for name in groups for r in self.base.requirement_groups[name].requires.values()]
        requirements += [r for option in self.options.values() for r in option.requires.values()]
        for key in dict.fromkeys(cure for requirement in requirements for cure in requirement.cures):
            self._cure(key, self.base.cures[key])
        for name in sorted(groups):
            for key, requirement in self.base.requirement_groups[name].requires.items():
                self._requirement(f"{name}/{key}", requirement)
        for key, option in self.options.items():
            self._option(key, option)
        for name, table in self.base.tables.items():
            for key, row in table.rows.items() if table.answers in self.key_questions else ():
                self._dated(
                    "row", f"{name}/{key}", ("true", "false"), row.when, self.base.period_of(row.norms, acts=False)
                )
        for key, conflict in self.base.conflicts.items():
            self._conclude(TERRITORY, self._named("conflict", key, "true"), conflict.when)
        for fact in self.base.facts.values():
            if fact.summary is not None:
                self._where(AllOf((fact.summary.where or TRUE, fact.summary.among or TRUE)))
        self._derived_facts()

    # -- entries -----------------------------------------------------------------------------------------------

    def _rule(self, key: str, rule: Rule) -> None:
        scope = rule.for_each or TERRITORY
        period = self.base.period_of(rule.norms, acts=False)
        when = guarded(rule.when, rule.law_at, period)
        waits, concludes = self._named("rule_waits", key, "true"), self._named("rule", key, "true")
        enacted, lapsed = self._guard(
            "rule", key, ALWAYS if rule.law_at else self.base.period_of(rule.norms, acts=False)
        )
        self._conclude(scope, waits, when, also=enacted)
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
            if lapsed:
                self._clause(scope, fails, lapsed)
            if rule.unless is not None:
                self._clause(scope, fails, (self._named("exception", key, "true"),))

    def _cure(self, key: str, cure: Cure) -> None:
        when = guarded(cure.when, cure.law_at, self.base.period_of(cure.norms))
        period = ALWAYS if cure.law_at else self.base.period_of(cure.norms)
        self._dated("cure", key, ("available", "unavailable"), when, period)

    def _dated(
        self, kind: MeaningKind, key: str, says: tuple[str, str], when: Condition, period: InForcePeriod | None
    ) -> None:
        """Conclude the first word when the condition holds and the entry is enacted, the second when either fails."""
        yes, no = (self._named(kind, key, word) for word in says)
        enacted, lapsed = self._guard(kind, key, period)
        self._conclude(TERRITORY, yes, when, also=enacted)
        self._conclude(TERRITORY, no, when, fails=True)
        if lapsed:
            self._clause(TERRITORY, no, lapsed)

    def _guard(self, kind: str, key: str, period: InForcePeriod | None) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
        """Give the tokens that say that an entry is enacted, or not; none for one that always is."""
        if period is not None and (period.from_ is None or period.from_ <= FIRST_DAY) and period.to is None:
            return (), ()
        self.dated[kind, key] = None
        name = f"{kind}:{key}"
        return (self._named("enacted", name, "true"),), (self._named("enacted", name, "false"),)

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
        cures = requirement.cures
        blocks, spares = self._named("requirement", key, "blocks"), self._named("requirement", key, "spares")
        self._clause(TERRITORY, blocks, (unmet, *(self._named("cure", cure, "unavailable") for cure in cures)))
        for reason in (fine, *(self._named("cure", cure, "available") for cure in cures)):
            self._clause(TERRITORY, spares, (reason,))

    def _option(self, key: str, option: Option) -> None:
        for name, requirement in option.requires.items():
            self._requirement(f"{key}/{name}", requirement)
        owners = requirement_keys(self.base, key)
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
            period = self.base.period_of(merit.norms)
            self._dated("merit", f"{key}/{name}", ("true", "false"), merit.when or TRUE, period)
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
        for key, rule in self.base.rules.items():
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

    def _conclude(
        self, scope: str, head: Token, condition: Condition, *, fails: bool = False, also: tuple[Token, ...] = ()
    ) -> None:
        """Conclude `head` when the condition holds (or fails) and the tokens `also` are there."""
        normal = negation_normal_form(condition)
        for alternative in _alternatives(normal, fails=fails):
            self._clause(scope, head, (*also, *self._body(scope, alternative, fails=fails)))

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


def requirement_keys(base: KnowledgeBase, option: str) -> tuple[str, ...]:
    """Give the keys of an option's requirements: `group/name` for those it shares, `option/name` for its own."""
    found = base.options[option]
    groups = base.requirement_groups
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
