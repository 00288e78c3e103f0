"""Tell facts, norms and questions as plain data, in one language; the norms told of are kept to go with the reply."""

from collections.abc import Iterable
from datetime import date

from petr_advisor.consulting.asking import Question
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.places import place_name, reference_on
from petr_advisor.documents.texts_online import best_address
from petr_advisor.inference.facts import FactKey
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.vocabulary import FactType
from petr_advisor.serving.told import ChecklistTold, ChoiceTold, FactName, NormTold, QuestionTold, StatementTold
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import Voice

YES_NO = ("yes", "no")


def norm_told(base: KnowledgeBase, key: str, day: date, language: Language) -> NormTold:
    """Tell a norm, with the wording of it that was in force on a day."""
    norm, voice = base.norms[key], Voice(language, in_print=False)
    reference = reference_on(base, norm, day) if norm.sources else None
    source = base.sources[reference.id] if reference else None
    version = next((each for each in source.versions if each.period.covers(day)), None) if source else None
    return NormTold(
        id=key,
        statement=voice.say(norm.statement),
        place=place_name(base, reference, voice) if reference else key,
        address=best_address(source) if source else None,
        wording_from=version.from_ if version else None,
        wording_to=version.to if version else None,
        last_read=norm.last_read,
        in_force_from=norm.in_force.from_,
        in_force_to=norm.in_force.to,
        confidence=norm.confidence,
        sure=voice.listed(voice.drawn(norm.confidence, norm.reading)),
        check=voice.say(norm.check) if norm.check else None,
    )


class Teller(Desk):
    """A desk whose words are for other programs."""

    @classmethod
    def of(cls, consultation: Consultation, language: Language) -> "Teller":
        """Tell a consultation in a language."""
        return cls(language, in_print=False, consultation=consultation)

    def noting(self, norms: Iterable[str]) -> tuple[str, ...]:
        """Keep norms, to go with the reply; give those that there are."""
        found = tuple(dict.fromkeys(key for key in norms if key in self.base.norms))
        self.cited.update(dict.fromkeys(found))
        return found

    def norms(self) -> dict[str, NormTold]:
        """Tell the norms kept so far."""
        day = self.consultation.as_of
        return {key: norm_told(self.base, key, day, self.language) for key in self.cited}

    def fact(self, key: FactKey) -> FactName:
        """Name a fact."""
        return FactName(fact=key[0], of=key[1], label=self.say(self.base.all_facts[key[0]].label))

    def facts(self, keys: Iterable[FactKey]) -> tuple[FactName, ...]:
        """Name facts, each once."""
        return tuple(self.fact(key) for key in dict.fromkeys(keys))

    def question(self, found: Question | None) -> QuestionTold | None:
        """Tell a question; none for none."""
        if found is None:
            return None
        kind = found.kind
        return QuestionTold(
            fact=found.fact,
            of=found.of,
            of_name=self.entity(kind.of or "", found.of) if found.of else None,
            text=self.say(found.text),
            help=self.say(kind.ask.help) if kind.ask else None,
            why=self.say(kind.ask.why) if kind.ask else None,
            type=kind.type,
            choices=self._choices(kind),
            minimum=kind.minimum,
            maximum=kind.maximum,
            earliest=kind.earliest,
            latest=kind.latest,
            decisive=found.tier == 1,
            together=self._together(found),
            norms=self.noting(kind.norms),
        )

    def _together(self, found: Question) -> ChecklistTold | None:
        """Tell the checklist that takes a question with others that matter as much."""
        group, base = self.consultation.agenda.together(found), self.base
        if len(group) == 1:
            return None
        checklist = base.checklists[self.consultation.checklists[found.fact]]
        lines = tuple(map(self._statement, group))
        return ChecklistTold(text=self.say(checklist.text), help=self.say(checklist.help), lines=lines)

    def _statement(self, found: Question) -> StatementTold:
        kind, line = found.kind, self.base.line_of[found.fact]
        yes_no = kind.type == "yes_no"
        return StatementTold(
            fact=found.fact,
            label=self.say(line.label or kind.label),
            text=self.say(found.text),
            help=self.say(kind.ask.help) if kind.ask else None,
            why=self.say(kind.ask.why) if kind.ask else None,
            if_yes="yes" if yes_no else line.if_yes,
            if_no="no" if yes_no else line.if_no,
            norms=self.noting(kind.norms),
        )

    def _choices(self, kind: FactType) -> tuple[ChoiceTold, ...]:
        if kind.type == "yes_no":
            return tuple(ChoiceTold(value=each, label=self.value(kind, each == "yes"), help=None) for each in YES_NO)
        return tuple(
            ChoiceTold(value=key, label=self.say(choice.label), help=self.maybe(choice.help))
            for key, choice in kind.choices.items()
        )
