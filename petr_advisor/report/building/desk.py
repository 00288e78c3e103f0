"""What every part of a report is written with: the consultation, the language, and the norms cited so far."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from petr_advisor.consultation import Consultation
from petr_advisor.explanations import Explanation, entity_name
from petr_advisor.knowledge.acts import Deadline, Silence
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.law import InForcePeriod, Norm, SourceReference
from petr_advisor.knowledge.texts import Language, Text
from petr_advisor.report.model_options import ProofPart
from petr_advisor.report.parts import Citation
from petr_advisor.report.phrases import phrase
from petr_advisor.report.places import place_name, reference_on
from petr_advisor.report.typography import capital, full_stop, no_capital, set_type
from petr_advisor.wording import ORIGIN, SILENCE, day, listed, number, period

NAMED, LONG_NAME = 4, 70
"""How many entities are named in a sentence, and how long their names may be there."""

_INFINITIVE = re.compile(r"(?:s['’]|n['’]|se |ne pas |en |y )*\w+(?:er|ir|re)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Desk:
    """Writes in one language, and keeps what was cited."""

    consultation: Consultation
    language: Language
    cited: dict[str, None] = field(default_factory=dict)
    """The norms cited, in the order of the report."""

    @property
    def base(self) -> KnowledgeBase:
        """The rule base."""
        return self.consultation.base

    def set(self, text: str) -> str:
        """Give a text that is already in one language."""
        return set_type(text, self.language)

    def say(self, text: Text) -> str:
        """Give a text of the rule base."""
        return set_type(text.in_(self.language), self.language)

    def sentence(self, text: Text) -> str:
        """Give a text of the rule base as a sentence."""
        return full_stop(capital(self.say(text)))

    def maybe(self, text: Text | None) -> str | None:
        """Give a text that may be missing."""
        return self.say(text) if text else None

    def phrase(self, key: str, **fields: object) -> str:
        """Give a phrase of the catalogue."""
        return set_type(phrase(key, self.language, **fields), self.language)

    def day(self, value: date) -> str:
        """Write a day."""
        return set_type(day(value, self.language), self.language)

    def name(self, kind: str, of: str) -> str:
        """Name an entity."""
        return self.set(entity_name(self.consultation, kind, of))

    def some(self, kind: str, entities: Sequence[str]) -> str:
        """Name some entities: the first ones, long names cut, and how many others there are."""
        names = [self.name(kind, of) for of in entities[:NAMED]]
        names = [name if len(name) <= LONG_NAME else f"{name[: LONG_NAME - 1]}…" for name in names]
        more = len(entities) - len(names)
        return self.listed([*names, *([self.phrase("and-others", n=more)] if more > 0 else [])])

    def say_period(self, value: InForcePeriod | None) -> str:
        """Write a period."""
        return set_type(period(value, self.language), self.language)

    def number(self, value: int) -> str:
        """Write a whole number."""
        return number(value, self.language)

    def percent(self, value: float) -> str:
        """Write a share."""
        return set_type(f"{value * 100:.1f} %".replace(".", ","), "fr") if self.language == "fr" else f"{value:.1%}"

    def quoted(self, text: Text) -> str:
        """Give a title between quotation marks."""
        return set_type(f"« {text.fr} »" if self.language == "fr" else f"“{text.en}”", self.language)

    def listed(self, items: Iterable[str]) -> str:
        """Join items with the semicolon of the language."""
        return set_type(listed(items, self.language), self.language)

    def cite(self, norms: Iterable[str]) -> tuple[Citation, ...]:
        """Cite norms, each place once."""
        found: dict[str, Citation] = {}
        for key in norms:
            norm = self.base.norms.get(key)
            if norm is not None:
                self.cited.setdefault(key)
                place = self.place(reference_on(self.base, norm, self.consultation.as_of)) if norm.sources else key
                found.setdefault(place, Citation(norm=key, place=place))
        return tuple(found.values())

    def place(self, reference: SourceReference) -> str:
        """Name a place in a text: the text's title in short, with the paragraph."""
        return place_name(self.base, reference, self.language)

    def places(self, norm: Norm) -> tuple[str, ...]:
        """Name every place of a norm."""
        return tuple(self.place(reference) for reference in norm.sources)

    def actor(self, key: str | None) -> str:
        """Name who acts."""
        return self.say(self.base.actors[key].label) if key else ""

    def majority(self, key: str | None) -> str | None:
        """Name a majority."""
        return self.say(self.base.majorities[key].label) if key else None

    def documents(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Name the documents to produce."""
        return tuple(self.say(self.base.documents[key].label) for key in keys)

    def silence(self, silence: Silence | None) -> str | None:
        """Say what silence means."""
        return self.say(SILENCE[silence]) if silence else None

    def delay(self, deadline: Deadline | None) -> str | None:
        """Say a delay in words: its own, else its length and the event that starts it."""
        if deadline is None:
            return None
        if deadline.text is not None:
            return self.say(deadline.text)
        if deadline.after is None:
            return None
        parts = [(deadline.months, "months"), (deadline.days, "days")]
        length = self.phrase("and").join(self.phrase(unit, n=n) for n, unit in parts if n)
        event = self.say(self.base.facts[deadline.after].label)
        return self.phrase("after", length=length or self.phrase("days", n=0), event=event)

    def proposal(self, title: Text) -> str:
        """Put an option's title as a sentence that a council could vote on."""
        text = self.say(title)
        if self.language == "en":
            text = no_capital(text)
            proposed = f"not to {text[4:]}" if text.startswith("not ") else f"to {text}"
            return full_stop(self.phrase("propose", what=proposed))
        if not _INFINITIVE.match(text):
            return full_stop(self.phrase("propose-title", what=text))
        acts = [_after_de(act) for act in no_capital(text).split(", puis ")]
        return full_stop(self.phrase("propose", what=", puis ".join(acts)))

    def proof(self, found: Explanation) -> ProofPart:
        """Put a tree of explanation in the language."""
        return ProofPart(
            text=capital(self.say(found.text)),
            origin=self.say(ORIGIN[found.origin]) if found.origin else None,
            citations=self.cite(found.norms),
            children=tuple(self.proof(child) for child in found.children),
        )


def _after_de(act: str) -> str:
    """Put « de » before an infinitive, with its elision."""
    return f"d’{act}" if act[:1] in "aeiouyéèêhâîô" else f"de {act}"
