"""An option, its duties and its points to settle, written as lines; each line knows what it stands for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import get_args

from textual.content import Content

from petr_advisor.consulting.clashes import Clash
from petr_advisor.consulting.duties import DutyOutcome
from petr_advisor.consulting.goals import arises_anyway
from petr_advisor.consulting.outcomes import (
    CureOutcome,
    DisputedOutcome,
    OptionOutcome,
    RequirementOutcome,
    StepOutcome,
)
from petr_advisor.explaining.clash_words import answers_of
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.rules import DutyKind
from petr_advisor.tui.evaluator import Evaluation
from petr_advisor.tui.norm_words import short_source
from petr_advisor.tui.widgets.lines import Line
from petr_advisor.tui.widgets.shaping import STATUS_STYLE
from petr_advisor.typed.entities import entity_name
from petr_advisor.words.voice import REQUIREMENT_SYMBOL, STATUS_SYMBOL, Voice, act_details

REQUIREMENT_STYLE = {
    "met": "bold $text-success",
    "unmet": "bold $text-error",
    "unknown": "bold $text-accent",
    "not_applicable": "$text-muted",
}


@dataclass(frozen=True)
class Target:
    """What a line stands for."""

    norms: tuple[str, ...] = ()
    how: str | None = None
    """The conclusion that the line states."""
    fact: tuple[str, str | None] | None = None
    """The fact to answer."""


@dataclass(frozen=True)
class Writer:
    """Writes an evaluation in one language."""

    base: KnowledgeBase
    evaluation: Evaluation
    voice: Voice

    def say(self, key: str, **values: object) -> str:
        """Give a phrase."""
        return self.voice.phrase(key, **values)

    def statuses(self, statuses: Iterable[str]) -> str:
        """Name statuses."""
        found = set(statuses)
        return ", ".join(self.voice.status(key) for key in STATUS_SYMBOL if key in found)

    def details(self, found: OptionOutcome) -> Iterator[Line[Target]]:
        """Write everything about one option."""
        option = found.option
        yield Line(Content(self.voice.say(option.title)).stylize("bold"), Target(option.norms, f"option:{found.id}"))
        status = self.voice.status(found.status)
        if found.status == "undetermined" and found.statuses:
            status += f" — {self.say('outcomes.possible', statuses=self.statuses(found.statuses))}"
        sure = self.voice.confidence(found.confidence)
        yield Line(
            Content.assemble((f"{STATUS_SYMBOL[found.status]} {status}", STATUS_STYLE[found.status]), f" · {sure}"),
            Target(option.norms, f"option:{found.id}"),
        )
        yield Line(Content(self.voice.say(option.summary)), Target(option.norms))
        yield from self._section("requires", self._requirements(found.requirements), "requirements")
        yield from self._section("merits", self._merits(found), "merits")
        yield from self._section("steps", self._steps(found.steps), "steps")
        yield from self._section("outcomes.disputed", self._disputed(found.disputed), "disputed")

    def clash(self, found: Clash) -> Iterator[Line[Target]]:
        """Write the answers that exclude each other, each to be corrected from its line."""
        yield Line(Content(self.voice.say(found.message)).stylize("bold"), Target(found.norms))
        if found.norms:
            yield Line(Content.assemble(self._source(found.norms)), Target(found.norms))
        answers = answers_of(self.evaluation.consultation, found)
        button = (f"  {self.say('outcomes.correct')}", "bold $accent")
        lines = [
            Line(Content.assemble(f" ⚠ {self.voice.say(answer)}", button), Target((), None, key))
            for answer, key in zip(answers, found.answers, strict=False)
        ]
        lines += [Line(Content(f" ⚠ {self.voice.say(answer)}"), Target()) for answer in answers[len(found.answers) :]]
        yield from self._section("clash.to-check", lines, "clash")

    def common(self, option: str) -> Iterator[Line[Target]]:
        """Write the duties met on the way of an option, those of the case as a whole, and the points to settle."""
        order = get_args(DutyKind)
        duties = sorted(self.evaluation.duties, key=lambda found: order.index(found.rule.duty or "warning"))
        risks = [found for found in duties if found.rule.duty == "warning"]
        others = [found for found in duties if found.rule.duty != "warning"]
        for name, of_option, in_any_case, group in (
            ("duties", "outcomes.duties-of-option", "outcomes.duties", others),
            ("risks", "outcomes.risks-of-option", "outcomes.risks", risks),
        ):
            own = [found for found in group if option in found.rule.options]
            case = self.evaluation.consultation
            common = [found for found in group if found not in own and arises_anyway(case, found.rule)]
            yield from self._section(of_option, self._by_topic(own), name)
            yield from self._section(in_any_case, self._by_topic(common), name)
        yield from self._section("outcomes.to-settle", (*self._unknown(), *self._points(1)), "to_settle")
        yield from self._section("outcomes.optional", self._points(2), "optional")

    def _by_topic(self, duties: Iterable[DutyOutcome]) -> Iterator[Line[Target]]:
        """Write duties under the subject of the first norm of each; the order within a subject is kept."""
        groups: dict[str, list[DutyOutcome]] = {}
        for found in duties:
            norm = next((self.base.norms[key] for key in found.rule.norms if key in self.base.norms), None)
            groups.setdefault(norm.topic if norm else "", []).append(found)
        for topic, group in groups.items():
            if len(groups) > 1:
                name = self.base.topics.get(topic)
                yield Line(Content(f" {self.voice.say(name) if name else topic}").stylize("italic $text-accent"))
            yield from map(self._duty, group)

    def _section(self, title: str, lines: Iterable[Line[Target]], section: str) -> Iterator[Line[Target]]:
        found = list(lines)
        if not found:
            return
        yield Line(Content(""))
        yield Line(Content(self.say(title)).stylize("bold underline"))
        for line in found:
            yield Line(line.content, line.target, section)

    def _source(self, norms: tuple[str, ...]) -> tuple[str, str]:
        source = short_source(self.base, norms, self.voice, self.evaluation.consultation.as_of)
        return (f"  {source}" if source else "", "dim")

    def _requirements(self, requirements: Iterable[RequirementOutcome]) -> Iterator[Line[Target]]:
        for found in requirements:
            requirement = found.requirement
            word = self.voice.requirement(found.state)
            content = Content.assemble(
                (f" {REQUIREMENT_SYMBOL[found.state]} ", REQUIREMENT_STYLE[found.state]),
                self.voice.say(requirement.title), (f" · {word}", REQUIREMENT_STYLE[found.state]),
                self._source(requirement.norms),
            )  # fmt: skip
            yield Line(content, Target(requirement.norms, f"requirement:{found.key}"))
            if found.state in {"unmet", "unknown"}:
                yield from map(self._cure, found.cures)
                for other in requirement.instead:
                    if other in self.base.options:
                        option = self.base.options[other]
                        words = self.say("why-not.instead", title=self.voice.say(option.title))
                        yield Line(Content(f"     → {words}"), Target(option.norms, f"option:{other}"))

    def _cure(self, found: CureOutcome) -> Line[Target]:
        cure = found.cure
        shut = not found.in_force or found.available is False
        state = self.say(f"available.{found.available}") if found.in_force else self.voice.status("not_in_force")
        details = [state, *act_details(self.base, cure)]
        content = Content.assemble(
            (f"     ✚ {self.say('compare.cure')}{self.say('mark.colon')}", "bold"), self.voice.say(cure.title),
            (f" — {self.voice.listed(details)}", "dim" if shut else ""),
        )  # fmt: skip
        return Line(content, Target(cure.norms, f"cure:{found.id}"))

    def _who(self, who: str, majority: str | None) -> list[str]:
        actor, rule = self.base.actors.get(who), self.base.majorities.get(majority or "")
        return [self.voice.say(actor.label) if actor else who, *([self.voice.say(rule.label)] if rule else [])]

    def _merits(self, found: OptionOutcome) -> Iterator[Line[Target]]:
        for held in sorted((m for m in found.merits if m.holds is not False), key=lambda m: m.merit.for_ is None):
            merit = held.merit
            sign, style = ("+", "bold $text-success") if merit.for_ else ("−", "bold $text-warning")
            weight = self.voice.weight(merit.weight)
            sure = "" if held.holds else f", {self.say('available.None')}"
            content = Content.assemble((f" {sign} ", style), self.voice.say(merit.text), (f" ({weight}{sure})", "dim"))
            yield Line(content, Target(merit.norms))

    def _steps(self, steps: Iterable[StepOutcome]) -> Iterator[Line[Target]]:
        for number, found in enumerate(steps, 1):
            step = found.step
            who, *majority = self._who(step.who, step.majority)
            details = [*majority]
            if step.deadline is not None:
                details.append(self._deadline(found))
            details += [self.voice.silence(step.silence)] if step.silence else []
            details += [self.say("depends")] if found.needed is None else []
            shown = self.voice.listed(filter(None, details))
            note = f"\n     {self.voice.say(step.note)}" if step.note else ""
            content = Content.assemble(
                (f" {number} ", "bold $accent"), (who, "bold"), f" {self.voice.say(step.does)}",
                (f" — {shown}" if shown else "", ""), self._source(step.norms), (note, "italic"),
            )  # fmt: skip
            yield Line(content, Target(step.norms))

    def _deadline(self, found: StepOutcome | DutyOutcome) -> str:
        deadline = found.step.deadline if isinstance(found, StepOutcome) else found.rule.deadline
        if deadline is None:
            return ""
        if found.deadline is not None:
            key = "outcomes.advised-by" if deadline.recommended else "by-day"
            return self.say(key, day=found.deadline)
        if deadline.text is not None:
            return self.voice.say(deadline.text)
        label = self.voice.say(self.base.facts[deadline.after].label) if deadline.after in self.base.facts else ""
        return self.say("after", length=self.voice.length(deadline), event=label)

    def _disputed(self, points: Iterable[DisputedOutcome]) -> Iterator[Line[Target]]:
        for found in points:
            point = self.base.disputed[found.point]
            target = Target(point.norms)
            head = Content.assemble((" ⚖ ", STATUS_STYLE["disputed"]), (self.voice.say(point.question), "bold"))
            yield Line(head, target)
            for number, (reading, statuses) in enumerate(found.statuses):
                statement = self.voice.say(point.readings[reading].statement)
                words = self.say("outcomes.reading", reading=statement, statuses=self.statuses(statuses))
                prudent = f" ({self.say('outcomes.prudent')})" if number == 0 else ""
                yield Line(Content(f"     {words}{prudent}"), target)
            course, whom = self.voice.say(point.prudent_course), self.voice.say(point.ask)
            yield Line(Content(f"     {self.say('outcomes.ask-whom', course=course, whom=whom)}"), target)

    def _duty(self, found: DutyOutcome) -> Line[Target]:
        rule = found.rule
        kind = self.voice.duty(rule.duty or "obligation")
        who = self._who(rule.who or "", None)[0]
        if found.of is not None and rule.for_each is not None:
            who = f"{who} ({entity_name(self.evaluation.consultation, rule.for_each, found.of)})"
        details = [self._deadline(found)] if rule.deadline else []
        details += [self.voice.silence(rule.silence)] if rule.silence else []
        details += [self.say("presumed")] if found.presumed else []
        details += [self.say("outcomes.consequence", text=self.voice.say(rule.consequence))] if rule.consequence else []
        details += [self.say("outcomes.precaution", text=self.voice.say(rule.precaution))] if rule.precaution else []
        shown = self.voice.listed(filter(None, details))
        content = Content.assemble(
            (f" {kind} ", "bold $accent"), (f"{who}{self.say('mark.colon')}", "bold"),
            self.voice.say(rule.to) if rule.to else "",
            f" — {shown}" if shown else "", self._source(rule.norms),
        )  # fmt: skip
        key = f"duty:{found.id}" if found.of is None else f"duty:{found.id}@{found.of}"
        return Line(content, Target(rule.norms, key))

    def _unknown(self) -> Iterator[Line[Target]]:
        """Write what was answered « I do not know »."""
        consultation = self.evaluation.consultation
        for (fact, of), answer in consultation.state.answers.items():
            kind = self.base.facts[fact]
            if answer.value is None and (fact, of) not in self.evaluation.set_aside:
                name = f"{entity_name(consultation, kind.of, of)} — " if kind.of and of else ""
                words = f" ? {name}{self.voice.say(kind.label)}"
                yield Line(
                    Content.assemble(words, (f" · {self.say('outcomes.unknown-answer')}", "dim"), self._button()),
                    Target(kind.norms, None, (fact, of)),
                )

    def _points(self, tier: int) -> Iterator[Line[Target]]:
        """Write the questions of a tier that are left."""
        seen: set[str] = set()
        for question in self.evaluation.questions:
            if question.tier == tier and question.fact not in seen:
                seen.add(question.fact)
                words = f" ? {self.voice.say(question.kind.label)}"
                yield Line(Content.assemble(words, self._button()), Target(question.kind.norms, None, question.key))

    def _button(self) -> tuple[str, str]:
        return (f"  {self.say('outcomes.answer-it')}", "bold $accent")
