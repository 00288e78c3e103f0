"""What every part of a report is written with: the consultation, the language, and the norms cited so far."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from petr_advisor.consulting.acting import who_acts
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.model_options import ProofPart
from petr_advisor.documents.parts import Citation
from petr_advisor.documents.places import norms_in, place_name, reference_in
from petr_advisor.explaining.explanations import Explanation, entity_name
from petr_advisor.inference.facts import FactKey
from petr_advisor.knowledge.acts import Silence
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.law import Norm, SourceReference
from petr_advisor.planning.model import NothingToPlanError, Roadmap
from petr_advisor.planning.roadmap import effect_needing, roadmap
from petr_advisor.planning.settings import BEST_NOW, PlanSettings
from petr_advisor.words.grammar import proposed
from petr_advisor.words.texts import Text
from petr_advisor.words.typography import capital, full_stop
from petr_advisor.words.voice import Voice

BINDING = frozenset({"code-article", "law", "decree", "circular", "eu-regulation"})
"""Kinds of sources that are called texts."""
BY_MEMBERS = frozenset({"members", "members_and_population", "communes_and_population"})
"""Majorities in which each member counts, and so does its silence."""
NAMED, LONG_NAME = 4, 70
"""How many entities are named in a sentence, and how long their names may be there."""


@dataclass(frozen=True, kw_only=True)
class Desk(Voice):
    """Writes of one case in one language: keeps what was cited, and the plans that its parts tell of."""

    consultation: Consultation
    today: Consultation | None = None
    """Where the consultation is one that earlier answers of the course leave: the one they were given in."""
    wanted: PlanSettings = BEST_NOW
    """What plan is asked for."""
    cited: dict[str, None] = field(default_factory=dict)
    """The norms cited, in the order of the report."""

    needing: dict[frozenset[str], tuple[date, date] | None] = field(default_factory=dict)
    """The days of the effect of the plan asked for, were some acts needed: a note tells them in several places."""

    @property
    def base(self) -> KnowledgeBase:
        """The rule base."""
        return self.consultation.base

    @cached_property
    def plan(self) -> Roadmap | Text:
        """The plan asked for; where there is nothing to plan, the reason."""
        return self._plan(self.wanted)

    @cached_property
    def plan_of_answers(self) -> Roadmap | Text:
        """The plan of the answers told, from the same day: the one asked for, unless an option is chosen there."""
        return self.plan if self.wanted.option is None else self._plan(PlanSettings(start=self.wanted.start))

    def _plan(self, wanted: PlanSettings) -> Roadmap | Text:
        case = self.consultation
        try:
            return roadmap(case, wanted.start or case.as_of, wanted.option, effect=wanted.effect)
        except NothingToPlanError as nothing:
            return nothing.text

    def effect_needing(self, acts: frozenset[str]) -> tuple[date, date] | None:
        """Give the days of the effect of the plan asked for, were acts needed of which nobody knows it.

        None where a day of effect is wished: the plan is counted back from it.
        """
        if self.wanted.effect is not None:
            return None
        if acts not in self.needing:
            case = self.consultation
            self.needing[acts] = effect_needing(case, self.wanted.start or case.as_of, acts, self.wanted.option)
        return self.needing[acts]

    def maybe(self, text: Text | None) -> str | None:
        """Give a text that may be missing."""
        return self.say(text) if text else None

    def entity(self, kind: str, of: str) -> str:
        """Name an entity."""
        return self.set(entity_name(self.consultation, kind, of))

    def some(self, kind: str, entities: Sequence[str]) -> str:
        """Name some entities: the first ones, long names cut, and how many others there are."""
        names = [self.entity(kind, of) for of in entities[:NAMED]]
        names = [name if len(name) <= LONG_NAME else f"{name[: LONG_NAME - 1]}…" for name in names]
        more = len(entities) - len(names)
        return self.listed([*names, *([self.phrase("and-others", n=more)] if more > 0 else [])])

    def cite(self, norms: Iterable[str]) -> tuple[Citation, ...]:
        """Cite norms as they are on the day of the law, each place once."""
        found: dict[str, Citation] = {}
        for key in norms_in(self.consultation, norms):
            norm = self.base.norms[key]
            self.cited.setdefault(key)
            where = reference_in(self.consultation, norm) if norm.sources else None
            place = self.place(where) if where else key
            no_text = where is not None and self.base.sources[where.id].no_text
            found.setdefault(place, Citation(norm=key, place=place, no_text=no_text))
        return tuple(found.values())

    def places_on(self, norms: Iterable[str], day: date) -> tuple[str, ...]:
        """Name the places of norms as they are on another day, each once."""
        found = (self.base.norms[key] for key in norms_in(self.consultation, norms, day))
        names = (self.place(reference_in(self.consultation, norm, day)) for norm in found if norm.sources)
        return tuple(dict.fromkeys(names))

    def any_text(self, citations: Iterable[Citation]) -> bool:
        """Tell whether one of some citations stands in a text that binds, and not only in usage or in what is said."""
        norms = (self.base.norms[found.norm] for found in citations)
        return any(self.base.sources[place.id].kind in BINDING for norm in norms for place in norm.sources)

    def place(self, reference: SourceReference) -> str:
        """Name a place in a text: the text's title in short, with the paragraph."""
        return place_name(self.base, reference, self)

    def places(self, norm: Norm) -> tuple[str, ...]:
        """Name every place of a norm."""
        return tuple(self.place(reference) for reference in norm.sources)

    def actor(self, key: str | None) -> str:
        """Name who acts."""
        return self.say(who_acts(self.consultation, key)) if key else ""

    def topic(self, norms: Iterable[str]) -> str | None:
        """Name the subject of the first of some norms."""
        norm = next((self.base.norms[key] for key in norms if key in self.base.norms), None)
        found = self.base.topics.get(norm.topic) if norm else None
        return self.say(found) if found else None

    def majority(self, key: str | None) -> str | None:
        """Name a majority."""
        return self.say(self.base.majorities[key].label) if key else None

    def documents(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Name the documents to produce."""
        return tuple(self.say(self.base.documents[key].label) for key in keys)

    def facts_named(self, keys: Iterable[FactKey]) -> str:
        """Name facts between quotation marks, one after the other; of several bodies, each once."""
        return self.listed(self.quoted(self.base.facts[fact].label) for fact in dict.fromkeys(fact for fact, _ in keys))

    def silence_of(self, act: str, silence: Silence | None) -> str | None:
        """Say what silence means in an act (`procedure/act`), under the reading followed and with the caution taken.

        Of a vote that counts members of which no file says it, whom to ask: they would count on what others say.
        """
        written = self.base.act(act)
        said = self.on_silence(silence, written.silence)
        if said is not None or written.vote is None or self.base.actors[written.vote.body].voters is None:
            return said
        count = self.base.majorities[written.vote.majority].count
        return self.phrase("silence.to-ask") if count is not None and count.by in BY_MEMBERS else None

    def on_silence(self, silence: Silence | None, letter: Silence | None = None) -> str | None:
        """Say what silence means; `letter` is what it means whatever the reading followed and the caution taken."""
        told = letter or silence
        return self.silence(told, safe=letter in {None, silence}) if told is not None else None

    def proposal(self, title: Text) -> str:
        """Put an option's title as a sentence that a council could vote on."""
        text = self.say(title)
        what = proposed(text, self.language)
        return full_stop(self.phrase("propose", what=what) if what else self.phrase("propose-title", what=text))

    def afterwards(self, found: Explanation) -> bool:
        """Tell whether a leaf says a fact as earlier answers of the course leave it, and not as it is today."""
        if self.today is None or found.about is None:
            return False
        then, now = (case.memory.facts.get(*found.about) for case in (self.consultation, self.today))
        return then is not None and (now is None or now.value != then.value)

    def proof(self, found: Explanation) -> ProofPart:
        """Put a tree of explanation in the language."""
        origin = "afterwards" if self.afterwards(found) else found.origin
        return ProofPart(
            text=capital(self.say(found.text)),
            origin=self.origin(origin) if origin else None,
            citations=self.cite(found.norms),
            children=tuple(self.proof(child) for child in found.children),
        )
