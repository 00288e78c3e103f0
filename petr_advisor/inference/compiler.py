"""Turn a rule base into its engine form: a pure function, with no fact in sight.

One form serves every date of law: what does not exist always is guarded by a token that says whether it is enacted.
"""

from collections.abc import Iterable, Mapping

from petr_advisor.inference.atoms import Atom, parse_value
from petr_advisor.inference.clause_writer import TERRITORY, ClauseWriter
from petr_advisor.inference.compiled import Compiled
from petr_advisor.inference.meanings import NO_VALUE, MeaningKind
from petr_advisor.inference.program import Program, Token
from petr_advisor.knowledge.acts import Cure
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.conditions import (
    TRUE,
    AllOf,
    AnyOf,
    Condition,
    Literal,
    Not,
    literals,
    period_guard,
)
from petr_advisor.knowledge.law import ALWAYS, FIRST_DAY, InForcePeriod
from petr_advisor.knowledge.options import Option, Requirement, RequirementGroup
from petr_advisor.knowledge.procedures import Act
from petr_advisor.knowledge.rules import Rule


def compile_rules(base: KnowledgeBase, key_questions: tuple[str, ...] | None = None) -> Compiled:
    """Compile what answers some key questions; by default the whole base, even what answers none or nobody uses."""
    compiler = _Compiler(base, key_questions)
    compiler.compile()
    return Compiled(
        base,
        compiler.key_questions,
        tuple(compiler.dated),
        {stem: atom for atom, stem in compiler.atoms.items()},
        {scope: Program(scope, tuple(dict.fromkeys(clauses))) for scope, clauses in compiler.clauses.items()},
        compiler.meanings,
    )


def guarded(condition: Condition | None, law_at: str | None, period: InForcePeriod | None) -> Condition:
    """Add to a condition that the law read at the date fact `law_at` is in force."""
    if law_at is None:
        return condition or TRUE
    guard = Literal(law_at, period_guard(period)) if period else AnyOf(())
    return AllOf((condition, guard)) if condition else guard


class _Compiler(ClauseWriter):
    def __init__(self, base: KnowledgeBase, key_questions: tuple[str, ...] | None) -> None:
        super().__init__(base)
        self.whole = key_questions is None
        self.key_questions = tuple(base.key_questions) if key_questions is None else key_questions
        self.options = {key: option for key, option in base.options.items() if self._asked(option.answers)}
        self.dated: dict[tuple[str, str], None] = {}

    def _asked(self, *questions: str) -> bool:
        """Tell whether one of some key questions is asked."""
        return self.whole or not set(questions).isdisjoint(self.key_questions)

    def compile(self) -> None:
        """Compile every kind of entry; derived facts come last, when all tests on them are known."""
        for key, rule in self.base.rules.items():
            if not rule.about or rule.told_anyway is not None or self._asked(*rule.about):
                self._rule(key, rule)
        groups = self._groups()
        for key in self.base.cures if self.whole else self._cited(groups):
            self._cure(key, self.base.cures[key])
        for name in sorted(groups):
            for key, requirement in self.base.groups[name].requires.items():
                self._requirement(f"{name}/{key}", requirement)
        for key, option in self.options.items():
            self._option(key, option)
        for key, act in self._acts().items():
            self._act(key, act)
        self._questions()
        for key, conflict in self.base.conflicts.items():
            self.conclude(TERRITORY, self.named("conflict", key, "true"), conflict.when)
        for fact in self.base.facts.values():
            if fact.summary is not None:
                self._tested(AllOf((fact.summary.where or TRUE, fact.summary.among or TRUE)))
        self._derived_facts()

    def _questions(self) -> None:
        """Conclude which key questions have no subject, and which rows of choice tables match."""
        for key, question in self.base.key_questions.items():
            if question.moot and question.moot.when and self._asked(key):
                self._dated("moot", key, ("true", "false"), question.moot.when, ALWAYS)
            if question.elsewhere and self._asked(key) and not self._asked(question.elsewhere.question):
                self._tested(question.elsewhere.when)
        for name, table in self.base.tables.items():
            for key, row in table.rows.items() if self._asked(table.answers) else ():
                period = self.base.period_of(row.norms, acts=False)
                self._dated("row", f"{name}/{key}", ("true", "false"), row.when, period)

    def _acts(self) -> dict[str, Act]:
        """Give the acts on the ways of the options, each once: several options may share a procedure."""
        return {key: act for option in self.options for key, act in self.base.acts_of(option).items()}

    def _groups(self) -> frozenset[str]:
        """Give the groups and regimes that options use, or that the cures of these enter."""
        if self.whole:
            return frozenset(self.base.groups)
        used = frozenset(name for option in self.options.values() for name in self.base.groups_of(option))
        cures = (self.base.cures[cure] for cure in self._cited(used))
        return used.union(name for cure in cures for name in self.base.entered(cure.makes))

    def _cited(self, groups: Iterable[str]) -> dict[str, None]:
        """Give the cures of some groups and of the options."""
        shared = (self.base.groups[name] for name in sorted(groups))
        owners: tuple[RequirementGroup | Option, ...] = (*shared, *self.options.values())
        return dict.fromkeys(cure for owner in owners for found in owner.requires.values() for cure in found.cures)

    def _rule(self, key: str, rule: Rule) -> None:
        scope = rule.for_each or TERRITORY
        period = self.base.period_of(rule.norms, acts=False)
        when = guarded(rule.when, rule.law_at, period)
        waits, concludes = self.named("rule_waits", key, "true"), self.named("rule", key, "true")
        enacted, lapsed = self._guard(
            "rule", key, ALWAYS if rule.law_at else self.base.period_of(rule.norms, acts=False)
        )
        self.conclude(scope, waits, when, also=enacted)
        if rule.unless is None:
            self.clause(scope, concludes, (waits,))
        else:
            held, failed = self.named("exception", key, "true"), self.named("exception", key, "false")
            self.conclude(scope, held, rule.unless)
            self.conclude(scope, failed, rule.unless, fails=True)
            self.clause(scope, concludes, (waits, failed))
        if any(self.base.facts[fact].closed for fact in rule.then):
            fails = self.named("rule_fails", key, "true")
            self.conclude(scope, fails, when, fails=True)
            if lapsed:
                self.clause(scope, fails, lapsed)
            if rule.unless is not None:
                self.clause(scope, fails, (self.named("exception", key, "true"),))

    def _cure(self, key: str, cure: Cure) -> None:
        when = guarded(cure.when, cure.law_at, self.base.period_of(cure.norms))
        period = ALWAYS if cure.law_at else self.base.period_of(cure.norms)
        entered = entry_keys(self.base, cure)
        spared = tuple(self.named("requirement", owner, "spares") for owner in entered)
        self._dated("cure", key, ("available", "unavailable"), when, period, also=spared)
        for owner in entered:  # what puts a body under a regime is barred by what the regime requires
            blocks = self.named("requirement", owner, "blocks")
            self.clause(TERRITORY, self.named("cure", key, "unavailable"), (blocks,))

    def _dated(
        self,
        kind: MeaningKind,
        key: str,
        says: tuple[str, str],
        when: Condition,
        period: InForcePeriod | None,
        also: tuple[Token, ...] = (),
    ) -> None:
        """Conclude the first word when the condition holds and the entry is enacted, the second when either fails."""
        yes, no = (self.named(kind, key, word) for word in says)
        enacted, lapsed = self._guard(kind, key, period)
        self.conclude(TERRITORY, yes, when, also=(*enacted, *also))
        self.conclude(TERRITORY, no, when, fails=True)
        if lapsed:
            self.clause(TERRITORY, no, lapsed)

    def _guard(self, kind: str, key: str, period: InForcePeriod | None) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
        """Give the tokens that say that an entry is enacted, or not; none for one that always is."""
        if period is not None and (period.from_ is None or period.from_ <= FIRST_DAY) and period.to is None:
            return (), ()
        self.dated[kind, key] = None
        name = f"{kind}:{key}"
        return (self.named("enacted", name, "true"),), (self.named("enacted", name, "false"),)

    def _requirement(self, key: str, requirement: Requirement) -> None:
        """Conclude met, unmet or not applicable; then whether it alone closes its option."""
        met, unmet, moot = (self.named("requirement", key, says) for says in ("met", "unmet", "not_applicable"))
        opposite = Not(requirement.standing)
        self.conclude(TERRITORY, met, requirement.standing)
        if requirement.act:
            self.conclude(TERRITORY, self.named("requirement", key, "obtained"), requirement.needs)
        self.conclude(TERRITORY, unmet, opposite)
        self.clause(
            TERRITORY,
            moot,
            (*self.body(TERRITORY, requirement.standing, fails=True), *self.body(TERRITORY, opposite, fails=True)),
        )
        fine = self.named("requirement", key, "fine")
        self.clause(TERRITORY, fine, (met,))
        self.clause(TERRITORY, fine, (moot,))
        cures = requirement.cures
        blocks, spares = self.named("requirement", key, "blocks"), self.named("requirement", key, "spares")
        self.clause(TERRITORY, blocks, (unmet, *(self.named("cure", cure, "unavailable") for cure in cures)))
        for reason in (fine, *(self.named("cure", cure, "available") for cure in cures)):
            self.clause(TERRITORY, spares, (reason,))

    def _option(self, key: str, option: Option) -> None:
        for name, requirement in option.requires.items():
            self._requirement(f"{key}/{name}", requirement)
        owners = requirement_keys(self.base, key)
        guard: tuple[Token, ...] = ()
        if option.law_at is not None:
            when = guarded(None, option.law_at, self.base.option_period(option))
            enacted, lapsed = self.named("guard", key, "true"), self.named("option", key, "not_in_force")
            self.conclude(TERRITORY, enacted, when)
            self.conclude(TERRITORY, lapsed, when, fails=True)
            guard = (enacted,)
        self.clause(
            TERRITORY,
            self.named("option", key, "open"),
            (*guard, *(self.named("requirement", owner, "fine") for owner in owners)),
        )
        spared = self.named("option", key, "not_closed")
        self.clause(TERRITORY, spared, tuple(self.named("requirement", owner, "spares") for owner in owners))
        for owner in owners:
            unmet, blocks = self.named("requirement", owner, "unmet"), self.named("requirement", owner, "blocks")
            self.clause(TERRITORY, self.named("option", key, "not_open"), (unmet,))
            self.clause(TERRITORY, self.named("option", key, "closed"), (*guard, blocks))
        conditional = (*guard, self.named("option", key, "not_open"), spared)
        self.clause(TERRITORY, self.named("option", key, "conditional"), conditional)
        self._arguments(key, option)

    def _arguments(self, key: str, option: Option) -> None:
        for name, merit in option.merits.items():
            period = self.base.period_of(merit.norms)
            self._dated("merit", f"{key}/{name}", ("true", "false"), merit.when or TRUE, period)
        if option.done:
            self._dated("done", key, ("true", "false"), option.done, ALWAYS)
        for named in option.titled:
            self._tested(named.when)

    def _act(self, key: str, act: Act) -> None:
        spared = self.body(TERRITORY, act.done, fails=True) if act.done else ()
        self.conclude(TERRITORY, self.named("act", key, "true"), act.when or TRUE, also=spared)
        skipped = self.named("act", key, "false")
        self.conclude(TERRITORY, skipped, act.when or TRUE, fails=True)
        if act.done:
            self.conclude(TERRITORY, skipped, act.done)

    def _tested(self, condition: Condition) -> None:
        """Make the atoms of what concludes nothing, a summary's `where` or a name, so that derived facts reach it."""
        for literal in literals(condition):
            self.literal(literal, fails=False)

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
                    token = self.named("fact", fact, value)
                    self.clause(scope, token, (self.named("rule", name, "true"),))
            for atom, stem in tuple(self.atoms.items()):
                if atom.fact == fact:
                    self._derived_atom(scope, atom, stem, by_value)
            if kind.closed and kind.of is not None:
                self._denied_of_entity(fact, by_value)

    def _denied_of_entity(self, fact: str, by_value: Mapping[str, list[str]]) -> None:
        """Name what a closed fact of an entity is when no rule can conclude it any more: summaries read it."""
        kind = self.base.facts[fact]
        denied = "no" if kind.type == "yes_no" else NO_VALUE
        if denied not in by_value:
            spent = (self.named("rule_fails", rule, "true") for rules in by_value.values() for rule in rules)
            self.clause(kind.of or TERRITORY, self.named("fact", fact, denied), spent)

    def _derived_atom(self, scope: str, atom: Atom, stem: Token, by_value: Mapping[str, list[str]]) -> None:
        kind = self.base.facts[atom.fact]
        wanted = {_value_name(parse_value(kind, raw)) for raw in atom.test.values}
        domain = tuple(kind.choices) if kind.type == "one_of" else ("yes", "no")
        for value in domain:
            if value in by_value:
                says = "T" if value in wanted else "F"
                self.clause(scope, f"{stem}={says}", (self.named("fact", atom.fact, value),))
        if kind.closed:
            opposed = [value for value in by_value if value in wanted]
            fails = tuple(self.named("rule_fails", rule, "true") for value in opposed for rule in by_value[value])
            if kind.type == "yes_no" and wanted == {"no"}:
                fails = tuple(self.named("rule_fails", rule, "true") for rule in by_value.get("yes", ()))
                self.clause(scope, f"{stem}=T", fails)
            else:
                self.clause(scope, f"{stem}=F", fails)


def requirement_keys(base: KnowledgeBase, option: str) -> tuple[str, ...]:
    """Give the keys of an option's requirements: `group/name` for those it shares, `option/name` for its own."""
    found = base.options[option]
    own = {name: f"{option}/{name}" for name in found.requires}
    shared = {name: f"{group}/{name}" for group in base.groups_of(found) for name in base.groups[group].requires}
    return tuple({**shared, **own}.values())


def entry_keys(base: KnowledgeBase, cure: Cure) -> tuple[str, ...]:
    """Give the keys of what is required by the regimes that a cure makes a body enter."""
    return tuple(f"{name}/{key}" for name in base.entered(cure.makes) for key in base.groups[name].requires)


def _value_name(value: object) -> str:
    """Name a derived value in a token."""
    if value is True:
        return "yes"
    return "no" if value is False else str(value)
