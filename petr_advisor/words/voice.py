"""The one voice: what the law, the answers and the conclusions are called, in one language."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache

from petr_advisor.inference.facts import Range, Value
from petr_advisor.knowledge.acts import Cure, Silence
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.law import InForcePeriod
from petr_advisor.knowledge.procedures import Act
from petr_advisor.knowledge.vocabulary import FactType
from petr_advisor.words.act_speech import ActSpeech
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Language, Text

STATUS_SYMBOL: Mapping[str, str] = {
    "open": "●",
    "conditional": "◐",
    "closed": "○",
    "undetermined": "?",
    "not_in_force": "·",
    "disputed": "⚖",
}
"""A symbol for each status; never shown without its word."""
REQUIREMENT_SYMBOL: Mapping[str, str] = {
    "met": "✔",
    "unmet": "✘",
    "unknown": "?",
    "not_applicable": "–",
    "to_come": "…",
}


@dataclass(frozen=True)
class Voice(ActSpeech):
    """Says in one language what follows from the rule base."""

    def status(self, status: str) -> str:
        """Say the status of an option."""
        return self.phrase(f"status.{status}")

    def requirement(self, state: str, *, act: bool = False) -> str:
        """Say whether a requirement is met; whether an act to come is obtained or refused."""
        return self.phrase(f"requirement.act.{state}" if act else f"requirement.{state}")

    def silence(self, silence: Silence, *, safe: bool = True) -> str:
        """Say what silence means; where that is not safe, that it is so by the letter and disputed."""
        said = self.phrase(f"silence.{silence}")
        return said if safe else self.phrase("silence.unsafe", silence=said)

    def confidence(self, level: str) -> str:
        """Say how sure a norm is."""
        return self.phrase(f"confidence.{level}")

    def reading(self, reading: str) -> str:
        """Say how a norm was drawn from its text."""
        return self.phrase(f"reading.{reading}")

    def drawn(self, confidence: str, reading: str) -> tuple[str, ...]:
        """Say how sure a norm is, and how it was drawn from its text: of one that nobody read no letter is told."""
        said, unread = self.confidence(confidence), (confidence, reading) == ("recalled", "literal")
        return (said,) if unread else (said, self.reading(reading))

    def origin(self, origin: str) -> str:
        """Say where a value comes from."""
        return self.phrase(f"origin.{origin}")

    def duty(self, kind: str) -> str:
        """Say the kind of a duty."""
        return self.phrase(f"duty.{kind}")

    def weight(self, weight: str) -> str:
        """Say how much an argument weighs."""
        return self.phrase(f"weight.{weight}")

    def value(self, kind: FactType, value: Value | Range | None) -> str:
        """Say the value of a fact."""
        match value:
            case None:
                return self.phrase("unknown")
            case Range(low, high):
                return self._range(kind, low, high)
            case bool() | Fraction() | date():
                return self._field(value, "semicolon")
            case int():
                return self.amount(value) if kind.type == "amount" else self.number(value)
        return self.say(kind.choices[value].label) if value in kind.choices else value

    def _range(self, kind: FactType, low: Value | None, high: Value | None) -> str:
        if high is None:
            return self.phrase("range.from", low=self.value(kind, low))
        if low is None:
            return self.phrase("range.to", high=self.value(kind, high))
        return self.phrase("range.between", low=self.value(kind, low), high=self.value(kind, high))

    def period(self, value: InForcePeriod | None) -> str:
        """Say a period; None is never."""
        if value is None:
            return self.phrase("period.never")
        start, end = value.from_, value.to
        key = "between" if start and end else "since" if start else "until" if end else "undated"
        return self.phrase(f"period.{key}", start=start, end=end)


def value_text(kind: FactType, value: Value | Range | None) -> Text:
    """Tell the value of a fact in both languages."""
    return Text(fr=_FRENCH.value(kind, value), en=_ENGLISH.value(kind, value))


def period_text(value: InForcePeriod | None) -> Text:
    """Tell a period in both languages."""
    return Text(fr=_FRENCH.period(value), en=_ENGLISH.period(value))


def cure_time(base: KnowledgeBase, cure: Cure) -> Text | None:
    """Tell by when a cure is to be done, else how long it usually takes; None where its procedure says it."""
    if cure.limit is not None:
        return Text(fr=_FRENCH.limit(base, cure.limit), en=_ENGLISH.limit(base, cure.limit))
    duration = base.cure_duration(cure)
    return Text(fr=_FRENCH.takes(duration), en=_ENGLISH.takes(duration)) if duration else None


def act_details(base: KnowledgeBase, act: Cure | Act, planned: Text | None = None) -> tuple[Text, ...]:
    """Tell who does an act, by which majority, in how long or when a plan has it, and what silence means."""
    details = [base.actors[act.who].label]
    details += [base.majorities[act.majority].label] if act.majority else []
    details += [time] if isinstance(act, Cure) and (time := planned or cure_time(base, act)) else []
    details += [told(f"silence.{act.silence}")] if act.silence else []
    return tuple(details)


_FRENCH, _ENGLISH = Voice("fr", in_print=False), Voice("en", in_print=False)


@cache
def screen_voice(language: Language) -> Voice:
    """Give the voice of a screen or a pipe: with the spaces of the keyboard."""
    return Voice(language, in_print=False)
