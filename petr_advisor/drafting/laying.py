"""An act laid out: its passages in order, then the working sheet of whoever finishes it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from petr_advisor.consulting.consultation import LAW_READ_UP_TO
from petr_advisor.consulting.requirements import truth
from petr_advisor.documents.places import place_name, reference_on
from petr_advisor.drafting.filling import Filling, Missing
from petr_advisor.drafting.model import Grid, Line
from petr_advisor.drafting.occasions import procedure_of
from petr_advisor.knowledge.conditions import facts_of
from petr_advisor.knowledge.templates import PARTS, ActTemplate, Passage, TemplateKind
from petr_advisor.planning.model import Task
from petr_advisor.words.typography import capital

NUMBERED: frozenset[TemplateKind] = frozenset({"resolution", "order", "statutes", "agreement"})
"""The sorts of acts whose articles are numbered."""
UNTITLED: frozenset[TemplateKind] = frozenset({"letter"})
"""The sorts of acts that bear no title of their own: what they are about says it."""


@dataclass(frozen=True)
class Laying:
    """Lays out one act."""

    template: ActTemplate
    filling: Filling
    task: Task
    other: ActTemplate | None = None
    """The act that a note goes with."""

    def lines(self) -> Iterator[Line | Grid]:
        """Give the lines and tables of the act, then those of the working sheet."""
        yield Line(self.filling.voice.phrase("draft.notice"), "notice")
        yield from self._head()
        for part in ("opening", "citations", "reasons", "formula"):
            yield from self._passages(self._shown[part])
        yield from self._articles(self._shown["articles"], numbered=self.template.kind in NUMBERED)
        if self.other is not None:
            yield from self._of_the_other(self.other)
        yield from self._passages(self._shown["closing"])
        yield from self._listed("draft.annexes", self._shown["annexes"])
        yield from self._sheet()

    @cached_property
    def norms(self) -> tuple[str, ...]:
        """What the act rests on, in force on its day."""
        cited = [
            norm for norm in (*self.template.norms, *self.filling.act.norms) if norm not in self.template.not_cited
        ]
        cited += [norm for part in self._shown.values() for passage in part for norm in passage.norms]
        return tuple(norm for norm in dict.fromkeys(cited) if self._in_force(norm))

    # -- which passages ----------------------------------------------------------------------------------------

    @cached_property
    def _shown(self) -> dict[str, tuple[Passage, ...]]:
        return {part: self._written(getattr(self.template, part)) for part in PARTS}

    def _written(self, passages: Sequence[Passage]) -> tuple[Passage, ...]:
        shared = self.filling.case.base.passages
        found = (passage if passage.use is None else shared[passage.use] for passage in passages)
        return tuple(passage for passage in found if self._stands(passage))

    def _stands(self, passage: Passage) -> bool:
        if not passage.period.covers(self.filling.day):
            return False
        if passage.of and procedure_of(self.filling.key) not in passage.of:
            return False
        if passage.norms and not any(map(self._in_force, passage.norms)):
            return False
        if any(isinstance(self.filling.place(name), Missing) for name in passage.known):
            return False
        return passage.when is None or truth(self.filling.case, passage.when) is not False

    def _in_force(self, norm: str) -> bool:
        return self.filling.case.base.norms[norm].in_force.covers(self.filling.day)

    # -- the act -----------------------------------------------------------------------------------------------

    def _head(self) -> Iterator[Line]:
        yield Line(capital(self.filling.text(self.template.by)), "masthead")
        if self.template.to is not None:
            yield Line(capital(self.filling.text(self.template.to)), "addressee")
        if self.template.kind not in UNTITLED:
            yield Line(self.filling.text(self.template.title), "title")
        if self.template.subject is not None:
            yield Line(
                self.filling.voice.phrase("draft.subject", what=self.filling.text(self.template.subject)), "subject"
            )

    def _passages(self, passages: Sequence[Passage]) -> Iterator[Line | Grid]:
        for passage in passages:
            if passage.title is not None:
                yield Line(self.filling.text(passage.title), "heading")
            yield from self._passage(passage)

    def _articles(self, passages: Sequence[Passage], *, numbered: bool) -> Iterator[Line | Grid]:
        for number, passage in enumerate(passages, 1):
            title = self.filling.text(passage.title) if passage.title else ""
            if numbered:
                key = "draft.article-titled" if title else "draft.article"
                yield Line(self.filling.voice.phrase(key, number=self._ordinal(number), title=title), "article")
            elif title:
                yield Line(title, "heading")
            yield from self._passage(passage)

    def _ordinal(self, number: int) -> str:
        return self.filling.voice.phrase("draft.first") if number == 1 else str(number)

    def _passage(self, passage: Passage) -> Iterator[Line | Grid]:
        if passage.text is not None:
            yield Line(self.filling.text(passage.text), "body", tuple(self._remarks(passage)))
        if passage.columns:
            yield self._grid(passage)

    def _grid(self, passage: Passage) -> Grid:
        columns = passage.columns
        cells = [self.filling.column(name, staying=passage.staying) for name in columns]
        empty = self.filling.voice.phrase("draft.cell")
        rows = tuple(zip(*cells, strict=True)) or (tuple(empty for _ in columns),)
        return Grid(tuple(map(self.filling.header, columns)), rows)

    def _remarks(self, passage: Passage) -> Iterator[str]:
        case, voice = self.filling.case, self.filling.voice
        settled = passage.settled is not None and self.filling.occasions.is_now(passage.settled)
        if passage.choice is not None and not settled:
            yield voice.sentence(passage.choice)
        if passage.when is not None and truth(case, passage.when) is None:
            labels = [case.base.all_facts[fact].label for fact in dict.fromkeys(facts_of(passage.when))]
            yield self.filling.voice.phrase("draft.keep-if", facts=labels)

    def _of_the_other(self, other: ActTemplate) -> Iterator[Line | Grid]:
        """Tell in a note the law and the reasons of the act that it goes with, and what that act puts to the vote."""
        law = tuple(passage for passage in self._written(other.citations) if passage.norms)
        yield from self._listed("draft.in-view", law)
        yield from self._listed("draft.because", self._written(other.reasons))
        yield from self._listed(
            "draft.put-to-the-vote", [passage for passage in self._written(other.articles) if not passage.formal]
        )

    def _listed(self, key: str, passages: Sequence[Passage]) -> Iterator[Line | Grid]:
        if passages:
            yield Line(self.filling.voice.phrase(key), "heading")
        for passage in passages:
            if passage.text is not None:
                yield Line(self.filling.text(passage.text), "item", tuple(self._remarks(passage)))
            if passage.columns:
                yield self._grid(passage)

    # -- the working sheet -------------------------------------------------------------------------------------

    def _sheet(self) -> Iterator[Line | Grid]:
        yield Line(self.filling.voice.phrase("draft.sheet"), "sheet")
        yield from self._when()
        yield from self._listed("draft.formalities", self._shown["formalities"])
        yield from self._listed("draft.mistakes", self._shown["mistakes"])
        if self.norms:
            yield Line(self.filling.voice.phrase("draft.references"), "heading")
            yield from self._references()
        yield from self._to_check()

    def _when(self) -> Iterator[Line]:
        """Say what act of the plan it is, and under which law it was drafted."""
        base, act, voice = self.filling.case.base, self.filling.act, self.filling.voice
        who = base.actors[act.who].label
        yield Line(self.filling.voice.phrase("draft.of-the-plan", who=who, does=act.does, day=self.filling.day))
        decided = [base.majorities[act.majority].label] if act.majority else []
        silence = act.silence_prudent or act.silence
        said = [*map(voice.say, decided), *([voice.silence(silence)] if silence else [])]
        if said:
            yield Line(capital(voice.listed(said)) + ".")
        if not self.task.certain:
            yield Line(self.filling.voice.phrase("draft.uncertain"))
        if self.filling.day > LAW_READ_UP_TO:
            yield Line(self.filling.voice.phrase("law-read-up-to", day=LAW_READ_UP_TO))

    def _references(self) -> Iterator[Line]:
        """Cite norms by their place, in the version in force on the day of the act, with what they say."""
        base, voice = self.filling.case.base, self.filling.voice
        said: dict[tuple[str, str], list[str]] = {}
        for key in self.norms:
            statement = voice.sentence(base.norms[key].statement)
            said.setdefault(self._place(key), []).append(statement)
        for (place, version), statements in said.items():
            text = " ".join(statements)
            yield Line(voice.phrase("draft.reference", place=place, version=version, statement=text), "item")

    def _place(self, key: str) -> tuple[str, str]:
        """Name the place of a norm, and the version of its text in force on the day of the act."""
        base, voice, day = self.filling.case.base, self.filling.voice, self.filling.day
        reference = reference_on(base, base.norms[key], day)
        version = next((each for each in base.sources[reference.id].versions if each.period.covers(day)), None)
        if version is None:
            return place_name(base, reference, voice), voice.phrase("draft.version-unknown")
        said = [voice.period(version.period), *([voice.set(version.act)] if version.act else [])]
        return place_name(base, reference, voice), voice.listed(said, "comma")

    def _to_check(self) -> Iterator[Line]:
        """Say what the texts read do not make sure: norms known otherwise, disputed points with whom to ask."""
        base, voice = self.filling.case.base, self.filling.voice
        checks = [base.norms[norm].check for norm in self.norms]
        points = [point for norm in self.norms for point in base.norms[norm].disputed]
        points += self.filling.act.disputed
        said = [voice.sentence(check) for check in checks if check is not None]
        for point in dict.fromkeys(points):
            found = base.disputed[point]
            course, ask = voice.sentence(found.prudent_course), voice.sentence(found.ask)
            said.append(voice.phrase("draft.disputed", question=found.question, course=course, ask=ask))
        if said:
            yield Line(self.filling.voice.phrase("draft.to-check"), "heading")
            yield from (Line(text, "item") for text in dict.fromkeys(said))
