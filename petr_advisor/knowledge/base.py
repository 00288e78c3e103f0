"""The whole rule base, and the part of it that is enacted on a date."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property

from pydantic import ConfigDict

from petr_advisor.knowledge.acts import Cure, Made
from petr_advisor.knowledge.blanks import Blank
from petr_advisor.knowledge.checklists import Checklist, Line
from petr_advisor.knowledge.conditions import TRUE, Condition, Literal, literals
from petr_advisor.knowledge.events import Event
from petr_advisor.knowledge.holidays import Holiday
from petr_advisor.knowledge.law import ALWAYS, DisputedPoint, InForcePeriod, Norm, Source
from petr_advisor.knowledge.lengths import Duration, DurationKind
from petr_advisor.knowledge.meetings import MeetingNotice
from petr_advisor.knowledge.options import ChoiceTable, KeyQuestion, Option, Requirement, RequirementGroup
from petr_advisor.knowledge.procedures import Act, Procedure
from petr_advisor.knowledge.regimes import Regime
from petr_advisor.knowledge.respondents import Respondent
from petr_advisor.knowledge.restraints import Restraint
from petr_advisor.knowledge.rules import Rule
from petr_advisor.knowledge.same_acts import same_acts
from petr_advisor.knowledge.subjects import Subject, names_of
from petr_advisor.knowledge.templates import ActTemplate, Passage
from petr_advisor.knowledge.terms import Term
from petr_advisor.knowledge.vocabulary import Actor, Choice, Conflict, FactType, Majority, Paper, Topic
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Entry, Text

READING_PREFIX = "reading."
"""A disputed point is used in conditions as the fact `reading.<point>`."""

PLAN_PREFIX = "plan."
"""The option chosen for a key question is used in conditions as the fact `plan.<question>`."""


class KnowledgeBase(Entry):
    """Everything under `knowledge/`, by kind and identifier."""

    model_config = ConfigDict(ignored_types=(cached_property,))

    sources: dict[str, Source] = {}
    """Texts of law."""
    norms: dict[str, Norm] = {}
    """Legal ideas."""
    facts: dict[str, FactType] = {}
    """The vocabulary."""
    respondents: dict[str, Respondent] = {}
    """Whom to ask; every fact that is asked has one, or there are none."""
    subjects: dict[str, Subject] = {}
    """What is asked together, in order; every fact that is asked has one, or there are none."""
    checklists: dict[str, Checklist] = {}
    """Facts of one subject that one question takes together."""
    actors: dict[str, Actor] = {}
    """Who acts."""
    majorities: dict[str, Majority] = {}
    """How bodies decide."""
    documents: dict[str, Paper] = {}
    """What acts leave behind."""
    key_questions: dict[str, KeyQuestion] = {}
    """What is answered."""
    options: dict[str, Option] = {}
    """Answers to the key questions."""
    procedures: dict[str, Procedure] = {}
    """Acts in order, by which options are carried out."""
    events: dict[str, Event] = {}
    """What limits run from."""
    durations: dict[str, DurationKind] = {}
    """How long acts of a kind usually take."""
    requirement_groups: dict[str, RequirementGroup] = {}
    """Requirements shared by options."""
    terms: dict[str, Term] = {}
    """Events by law to come."""
    regimes: dict[str, Regime] = {}
    """Legal situations, each with the conditions that belong to it."""
    tables: dict[str, ChoiceTable] = {}
    """Choice tables."""
    cures: dict[str, Cure] = {}
    """Acts that make a requirement met."""
    rules: dict[str, Rule] = {}
    """What follows from what."""
    disputed: dict[str, DisputedPoint] = {}
    """Unsettled points of law."""
    conflicts: dict[str, Conflict] = {}
    """Impossible combinations of answers."""
    notices: dict[str, MeetingNotice] = {}
    """How long before their meetings bodies must be called."""
    restraints: dict[str, Restraint] = {}
    """What bodies may decide between an election and the installation that follows it."""
    holidays: dict[str, Holiday] = {}
    """Days on which nobody works."""
    topics: dict[str, Topic] = {}
    """Names of the subjects of norms; all of them or none."""
    checks: dict[str, Text] = {}
    """What norms leave to be checked, where several say the same; their `check` gives the name."""
    templates: dict[str, ActTemplate] = {}
    """Acts to draft."""
    passages: dict[str, Passage] = {}
    """Words that several templates share."""
    blanks: dict[str, Blank] = {}
    """The places in the texts of acts."""
    hash: str = ""
    """SHA-256 of the files, in hexadecimal."""

    @cached_property
    def all_facts(self) -> dict[str, FactType]:
        """The vocabulary, one `reading.<point>` fact a disputed point and one `plan.<question>` fact a key question."""
        readings = {f"{READING_PREFIX}{key}": _reading_fact(point) for key, point in self.disputed.items()}
        plans = {f"{PLAN_PREFIX}{key}": self._plan_fact(key) for key in self.key_questions}
        return {**self.facts, **readings, **{key: kind for key, kind in plans.items() if kind}}

    @cached_property
    def unasked(self) -> dict[str, FactType]:
        """The facts that may be known without being asked: from the calendar, from a measure, from what is said."""
        known = {"calendar", "course", "answer"}
        found = self.facts.items()
        return {key: k for key, k in found if k.measure or k.read_off or not known.isdisjoint(k.given_by)}

    @cached_property
    def dating(self) -> tuple[Norm, ...]:
        """The norms that give days by name."""
        return tuple(norm for norm in self.norms.values() if norm.days)

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each fact in the vocabulary."""
        return {fact: place for place, fact in enumerate(self.facts)}

    @cached_property
    def summed(self) -> dict[str, FactType]:
        """The facts that sum up a list."""
        return {name: kind for name, kind in self.facts.items() if kind.summary is not None}

    @cached_property
    def summing(self) -> frozenset[Literal]:
        """What summaries ask of facts, through the facts that must apply for them to be asked."""
        found: set[Literal] = set()
        summaries = (kind.summary for kind in self.summed.values() if kind.summary)
        left = [literal for each in summaries for part in (each.within, each.inside) for literal in literals(part)]
        while left:
            literal = left.pop()
            if literal not in found:
                found.add(literal)
                left.extend(literals(self.all_facts[literal.fact].applies_when or TRUE))
        return frozenset(found)

    @cached_property
    def summed_over(self) -> frozenset[str]:
        """The facts on which what lists sum up to turns: those summed or tested, and what was given in their place."""
        of = (target for kind in self.summed.values() if kind.summary for target in kind.summary.measure.values())
        return frozenset({*self.summed, *of, *(literal.fact for literal in self.summing)})

    @cached_property
    def sums_ages(self) -> bool:
        """Whether a summary turns on the age of something, and so on the day."""
        return any(literal.test.dated for literal in self.summing)

    @cached_property
    def sums_conclusions(self) -> bool:
        """Whether a summary turns on what rules conclude, so that it is measured again once they have."""
        return any("rule" in self.all_facts[literal.fact].given_by for literal in self.summing)

    @cached_property
    def newcomer_facts(self) -> dict[str, str]:
        """What tells of who joins the members what each of these facts tells of a member."""
        return {fact.newcomer: key for key, fact in self.facts.items() if fact.newcomer is not None}

    @cached_property
    def respondent_of(self) -> dict[str, str]:
        """Whom to ask for each fact: a respondent."""
        return {fact: key for key, found in self.respondents.items() for fact in found.knows}

    @cached_property
    def subject_of(self) -> dict[str, str]:
        """The subject under which each fact is asked; facts that none holds are absent."""
        holders = {name: key for key, subject in self.subjects.items() for name in subject.holds}
        found = {fact: next((holders[name] for name in names_of(fact) if name in holders), None) for fact in self.facts}
        return {fact: key for fact, key in found.items() if key is not None}

    @cached_property
    def line_of(self) -> dict[str, Line]:
        """The line of a checklist that takes each fact; facts asked by themselves are absent."""
        return {line.fact: line for found in self.checklists.values() for line in found.lines}

    def _plan_fact(self, question: str) -> FactType | None:
        choices = {
            key: Choice(label=option.title) for key, option in self.options.items() if option.answers == question
        }
        title = self.key_questions[question].title
        label = told("fact.plan", title=title)
        return FactType(type="one_of", label=label, given_by=("calendar",), choices=choices) if choices else None

    @cached_property
    def calendar(self) -> str | None:
        """The fact that holds the date of law, where there is one."""
        return next((key for key, fact in self.facts.items() if fact.given_by == ("calendar",)), None)

    @cached_property
    def groups(self) -> dict[str, RequirementGroup]:
        """Groups of requirements: those declared, and for each regime what is required of whoever enters it."""
        entered = {
            key: {
                name: found.as_requirement(self.calendar)
                for name, found in regime.conditions.items()
                if found.bears_on("to_become")
            }
            for key, regime in self.regimes.items()
        }
        return {**self.requirement_groups, **{key: RequirementGroup(requires=r) for key, r in entered.items() if r}}

    @cached_property
    def standing(self) -> tuple[Condition, ...]:
        """Conditions by which breaches are judged: who is under each regime, and what must hold to remain so."""
        found = [regime.of for regime in self.regimes.values() if regime.of is not None]
        for regime in self.regimes.values():
            to_remain = (each for each in regime.conditions.values() if each.bears_on("to_remain"))
            found.extend(each.needed("to_remain", self.calendar) for each in to_remain)
        return tuple(found)

    def entered(self, makes: dict[str, Made]) -> tuple[str, ...]:
        """Give the regimes that what is made so enters, among those that require something."""
        return tuple(key for key, regime in self.regimes.items() if regime.entered_by(makes) and key in self.groups)

    def groups_of(self, option: Option) -> tuple[str, ...]:
        """Give the groups of an option's requirements: the regimes that it enters, then the groups that it uses."""
        return (*self.entered(option.makes), *(group for group in option.uses if group in self.groups))

    def requirements(self, option: Option) -> dict[str, Requirement]:
        """Give every requirement of an option: those of its groups, then its own, which stand for one of their name."""
        found: dict[str, Requirement] = {}
        for group in self.groups_of(option):
            found.update(self.groups[group].requires)
        return {**found, **option.requires}

    def acts_of(self, option: str) -> dict[str, Act]:
        """Give the acts of an option in order, by `procedure/act`."""
        return {
            f"{name}/{key}": act
            for name in self.options[option].procedures
            if name in self.procedures
            for key, act in self.procedures[name].acts.items()
        }

    def called_from(self, *procedures: str) -> frozenset[str]:
        """Give procedures and those that their acts call, by whatever comes between."""
        found: set[str] = set()
        sought = set(procedures)
        while sought:
            name = sought.pop()
            found.add(name)
            called = (act.calls.names for act in self.procedures[name].acts.values() if act.calls is not None)
            sought |= {each for names in called for each in names} - found
        return frozenset(found)

    @cached_property
    def act_keys(self) -> tuple[str, ...]:
        """Name every act, by `procedure/act`."""
        return tuple(f"{name}/{key}" for name, procedure in self.procedures.items() for key in procedure.acts)

    def act(self, key: str) -> Act:
        """Give an act by `procedure/act`; KeyError when there is none."""
        procedure, _, name = key.partition("/")
        return self.procedures[procedure].acts[name]

    def cure_duration(self, cure: Cure) -> Duration | None:
        """Give how long a cure usually takes, where it says so itself."""
        return self.durations[cure.takes] if isinstance(cure.takes, str) else cure.takes

    def written_by(self, norm: str, day: date) -> bool:
        """Tell whether a norm is in force on a day, in a text that then existed as far as its versions tell."""
        found = self.norms[norm]
        sources = [self.sources[place.id] for place in found.sources if place.id in self.sources]
        begun = (not each.versions or any(v.from_ is None or v.from_ <= day for v in each.versions) for each in sources)
        return found.in_force.covers(day) and any(begun)

    @cached_property
    def days_of(self) -> dict[str, tuple[str, ...]]:
        """The facts that hold the days of the acts of each procedure that no answer says to run."""
        acts = {key: found.acts.values() for key, found in self.procedures.items() if found.runs is None}
        return {key: tuple(act.done_on for act in found if act.done_on is not None) for key, found in acts.items()}

    @cached_property
    def same_acts(self) -> dict[str, tuple[str, ...]]:
        """Give, by `procedure/act`, the acts of other procedures that it is as well."""
        return same_acts(self.procedures)

    def act_under(self, key: str, readings: Mapping[str, str]) -> Act:
        """Give an act as it is under some readings: {point: reading}."""
        act = self.act(key)
        turning = tuple((point, readings.get(point, "")) for point in act.by_reading)
        if turning and (key, turning) not in self._acts_read:
            self._acts_read[key, turning] = act.under(dict(turning))
        return self._acts_read[key, turning] if turning else act

    @cached_property
    def _acts_read(self) -> dict[tuple[str, tuple[tuple[str, str], ...]], Act]:
        """Acts already read under some readings."""
        return {}

    def title_of(self, procedure: str) -> Text:
        """Give the name of a procedure: its own, else that of the first option that it carries out."""
        found = self.procedures[procedure].title
        options = (option.title for option in self.options.values() if procedure in option.procedures)
        return found or next(options, Text(fr=procedure, en=procedure))

    def duration(self, act: Act) -> Duration:
        """Give how long an act usually takes."""
        return self.durations[act.takes] if isinstance(act.takes, str) else act.takes

    def requirement(self, key: str) -> Requirement:
        """Give a requirement by its key, `group/name` or `option/name`."""
        owner, _, name = key.partition("/")
        return (self.groups[owner] if owner in self.groups else self.options[owner]).requires[name]

    def period_of(self, norms: Iterable[str], *, acts: bool = True) -> InForcePeriod | None:
        """Give the days on which all the norms hold together, or None when there is none.

        With `acts`, the days on which the act they govern may be done; otherwise the days on which they are in force.
        """
        place = (tuple(norms), acts)
        if place not in self._periods:
            period: InForcePeriod | None = ALWAYS
            for key in place[0]:
                norm = self.norms.get(key)
                if norm is not None and period is not None:
                    period = period.meet(norm.period if acts else norm.in_force)
            self._periods[place] = period
        return self._periods[place]

    @cached_property
    def _periods(self) -> dict[tuple[tuple[str, ...], bool], InForcePeriod | None]:
        """Periods of norms already worked out."""
        return {}

    def option_period(self, option: Option) -> InForcePeriod | None:
        """Give the days on which an option exists."""
        period = self.period_of(option.norms)
        return period.meet(option.period or ALWAYS) if period else None


def _reading_fact(point: DisputedPoint) -> FactType:
    return FactType(
        type="one_of",
        label=point.question,
        given_by=("calendar",),
        choices={key: Choice(label=reading.statement) for key, reading in point.readings.items()},
        norms=point.norms,
    )
