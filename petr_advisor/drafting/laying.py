"""An act laid out: its passages in order, then the working sheet of whoever finishes it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from petr_advisor.consulting.among import truth_of
from petr_advisor.consulting.newcomer import NEWCOMER
from petr_advisor.consulting.requirements import truth
from petr_advisor.drafting.filling import Filling
from petr_advisor.drafting.found import Missing
from petr_advisor.drafting.model import Grid, Line
from petr_advisor.drafting.occasions import procedure_of
from petr_advisor.drafting.perhaps_left import PerhapsLeft
from petr_advisor.drafting.sheet import Sheet
from petr_advisor.drafting.unknown import unknown_in
from petr_advisor.knowledge.conditions import Condition, When
from petr_advisor.knowledge.templates import PARTS, ActTemplate, Passage, TemplateKind
from petr_advisor.planning.model import Task
from petr_advisor.territory.measures import MEASURED
from petr_advisor.words.notation import places
from petr_advisor.words.texts import Text
from petr_advisor.words.typography import capital, full_stop

NUMBERED: frozenset[TemplateKind] = frozenset({"resolution", "order", "statutes", "agreement"})
"""The sorts of acts whose articles are numbered."""
DECISIVE = ("opening", "reasons", "articles")
"""The parts of an act that decide, or say why."""
UNTITLED: frozenset[TemplateKind] = frozenset({"letter"})
"""The sorts of acts that bear no title of their own: what they are about says it."""
_LEAVING = "leaving"
"""What has been said once of who withdraws, beside the places asked for."""


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
        act = tuple(self._act())
        yield from act
        yield from self._sheet(act)

    def _act(self) -> Iterator[Line | Grid]:
        yield Line(self.filling.voice.phrase("draft.notice"), "notice")
        yield from self._head()
        for part in ("opening", "citations", "reasons", "formula"):
            yield from self._passages(self._shown[part])
        yield from self._articles(self._shown["articles"], numbered=self.template.kind in NUMBERED)
        if self.other is not None:
            yield from self._of_the_other(self.other)
        yield from self._passages(self._shown["closing"])
        yield from self._listed("draft.annexes", (*self._shown["annexes"], *self._enclosed))

    @property
    def _enclosed(self) -> tuple[Passage, ...]:
        """What a note encloses with the act that it goes with; what an election tells is known after the vote only."""
        return () if self.other is None or self.other.elects else self._noted(self.other.annexes)

    @cached_property
    def norms(self) -> tuple[str, ...]:
        """What the act rests on, in force on its day."""
        templates = (self.template, *([self.other] if self.other is not None else []))
        left_out = {norm for each in templates for norm in each.not_cited}
        told_by_another = {
            norm for each in templates for norm in each.not_cited_in.get(self.filling.occasions.procedure, ())
        }
        cited = [norm for norm in self._own_norms if norm not in left_out]
        cited += [norm for part in self._shown.values() for passage in part for norm in passage.norms]
        return tuple(norm for norm in dict.fromkeys(cited) if norm not in told_by_another and self._in_force(norm))

    @property
    def certain(self) -> bool:
        """Whether the act is known to be needed."""
        return self._sheet_of(()).certain

    @property
    def has_own_words(self) -> bool:
        """Whether something that a note tells is said in the draft of this member alone."""
        told = (passage for part in DECISIVE[1:] for passage in self._shown[part] if not passage.formal)
        return any(passage.member is not None for passage in told)

    # -- which passages ----------------------------------------------------------------------------------------

    @cached_property
    def _shown(self) -> dict[str, tuple[Passage, ...]]:
        return {part: self._written(self._of_part(part)) for part in PARTS}

    def _of_part(self, part: str) -> Sequence[Passage]:
        """Give the passages of a part; the formalities of a note are those that its act has too."""
        found: Sequence[Passage] = getattr(self.template, part)
        if part != "formalities" or self.other is None:
            return found
        shared = {each.use for each in self.other.formalities}
        return [each for each in found if each.use in shared]

    def _written(self, passages: Sequence[Passage]) -> tuple[Passage, ...]:
        shared = self.filling.case.base.passages
        found = (passage if passage.use is None else shared[passage.use] for passage in passages)
        own = self.other.rule if self.other is not None else ()
        return tuple(
            each
            for passage in found
            for each in (self._written(own) if own and passage.ordinary else (passage,))
            if self._stands(each)
        )

    def _stands(self, passage: Passage) -> bool:
        if not passage.period.covers(self.filling.day):
            return False
        if passage.of and procedure_of(self.filling.key) not in passage.of:
            return False
        if not self._is_occasion(passage):
            return False
        if passage.norms and not any(map(self._in_force, passage.norms)):
            return False
        if any(isinstance(self.filling.place(name), Missing) for name in passage.known):
            return False
        if not all(isinstance(self.filling.place(name), Missing) for name in passage.unknown):
            return False
        if passage.elects is not None and self.other is not None and passage.elects != self.other.elects:
            return False
        if passage.unless is not None and truth(self.filling.case, passage.unless) is True:
            return False
        if passage.when is None:
            return True
        held = truth(self.filling.case, passage.when)
        return held is True if passage.sure else held is not False

    def _is_occasion(self, passage: Passage) -> bool:
        """Tell whether the plan is one of those that a passage is for."""
        occasions, act = self.filling.occasions, self.filling.key
        if (passage.acts and act not in passage.acts) or act in passage.not_acts:
            return False
        if passage.called_by and not occasions.is_called_by(passage.called_by):
            return False
        if passage.planned and not occasions.holds(passage.planned):
            return False
        if occasions.is_called_by(passage.not_called_by) or occasions.holds(passage.not_planned):
            return False
        if occasions.holds(passage.undone) and not occasions.awaits(passage.undone):
            return False
        if occasions.awaits(passage.once_done) or (passage.to_come and not occasions.awaits(passage.to_come)):
            return False
        if passage.not_member is not None and self._of_member(passage.not_member):
            return False
        if passage.newcomer is not None and passage.newcomer != (self.filling.member == NEWCOMER):
            return False
        if passage.member_refused is not None and passage.member_refused != self.filling.records.refused:
            return False
        return passage.member is None or self._of_member(passage.member)

    def _of_member(self, condition: Condition) -> bool:
        """Tell whether a condition surely holds for the member that the draft is made for."""
        member = self.filling.member
        return bool(member) and truth_of(self.filling.case, MEASURED, member or "", condition) is True

    def _in_force(self, norm: str) -> bool:
        return self.filling.case.base.norms[norm].in_force.covers(self.filling.day)

    # -- the act -----------------------------------------------------------------------------------------------

    def _head(self) -> Iterator[Line]:
        goes_to = (self.other or self.template).by  # a note says to which assembly it goes, and its title what it is
        yield Line(capital(self.filling.text(goes_to)), "masthead")
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
            yield Line(self._said(passage, passage.text), "body", tuple(self._remarks(passage)))
        yield from self._tables(passage)

    def _tables(self, passage: Passage) -> Iterator[Grid]:
        """Give the tables of a passage: of the members, of its own words."""
        if passage.columns:
            yield self._grid(passage)
        if passage.table is not None:
            text = (self.filling.after_all if passage.staying else self.filling).text
            rows = tuple(tuple(map(text, row)) for row in passage.table.rows)
            yield Grid(tuple(map(text, passage.table.header)), rows)

    def _said(self, passage: Passage, text: Text) -> str:
        """Fill in the text of a passage, with the members that it is about."""
        filling = self.filling.after_all if passage.staying else self.filling
        said = capital(filling.text(text))
        marked = said.startswith(filling.voice.phrase("draft.kept-if-so", text="").strip())
        return filling.voice.phrase("draft.kept-if-so", text=said) if self._unsure(passage) and not marked else said

    def _unsure(self, passage: Passage) -> tuple[When, ...]:
        """Give the conditions of which the case does not say whether they hold: the passage is to be kept, or not.

        A passage that is sure to be needed unless another takes its place is no choice as long as that is not known.
        """
        found = (passage.when, None if passage.sure and passage.when is None else passage.unless)
        return tuple(each for each in found if each is not None and truth(self.filling.case, each) is None)

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
        beside = self.filling.after_all if passage.staying else self.filling
        held = (name for name in passage.aside if not isinstance(beside.place(name), Missing))
        yield from (full_stop(capital(beside.named(name))) for name in held)
        if unsure := self._unsure(passage):
            facts = dict.fromkeys(fact for each in unsure for fact in unknown_in(case, each))
            labels = [case.base.all_facts[fact].label for fact in facts]
            yield self.filling.voice.phrase("draft.keep-if", facts=labels)
        yield from self._if_left(passage)
        yield from self._to_find(passage)

    def _if_left(self, passage: Passage) -> Iterator[str]:
        """Say once, at the first words that turn on it, what holds if who withdraws has left by then, or not yet."""
        perhaps = self._perhaps_left
        of_those_that_stay = procedure_of(self.filling.key) in (self.other or self.template).staying
        if self.template.asks or of_those_that_stay or _LEAVING in self._asked:
            return
        own = perhaps.is_own and (passage.member is not None or not self.has_own_words)
        if own or perhaps.turns(passage):
            self._asked.add(_LEAVING)
            yield perhaps.said()

    @cached_property
    def _perhaps_left(self) -> PerhapsLeft:
        return PerhapsLeft(self.filling, self.task.latest)

    def _to_find(self, passage: Passage) -> Iterator[str]:
        """Say where each thing that a passage asks for is found, the first time that the draft asks for it."""
        for name in self._lacked(passage.text) if passage.text is not None else ():
            found = self.filling.case.base.blanks[name].find
            if found is not None and name not in self._asked:
                self._asked.add(name)
                yield self.filling.voice.sentence(found)

    def _lacked(self, text: Text) -> Iterator[str]:
        """Name the places of a text that hold nothing, those in the words that another place holds among them."""
        for name in sorted(places(text.fr)):
            if isinstance(self.filling.place(name), Missing):
                yield name
            elif (said := self.filling.occasions.first(self.filling.case.base.blanks[name].says)) is not None:
                yield from self._lacked(said.text)

    @cached_property
    def _asked(self) -> set[str]:
        """The places of which the draft has said where to find what it asks for."""
        return set()

    def _of_the_other(self, other: ActTemplate) -> Iterator[Line | Grid]:
        """Tell in a note the law and the reasons of the act that it goes with, and what that act puts to the vote."""
        # who takes no part in the vote belongs with the rule by which it is decided, and is no part of what is voted
        leaving = tuple(each for each in self._written(other.formula) if each.in_note is not None)
        yield from self._passages(self._noted(leaving))
        law = tuple(each for each in self._written(other.citations) if _is_law(each))
        yield from self._listed("draft.in-view", law)
        yield from self._listed("draft.because", self._noted(other.reasons))
        yield from self._listed("draft.put-to-the-vote", self._noted(other.articles))

    def _noted(self, passages: Sequence[Passage]) -> tuple[Passage, ...]:
        """Give what a note tells of some passages, in its own words where it has some."""
        told = (passage for passage in self._written(passages) if not passage.formal)
        return tuple(
            passage if passage.in_note is None else passage.model_copy(update={"text": passage.in_note, "choice": None})
            for passage in told
        )

    def _listed(self, key: str, passages: Sequence[Passage]) -> Iterator[Line | Grid]:
        if passages:
            yield Line(self.filling.voice.phrase(key), "heading")
        for passage in passages:
            if passage.text is not None:
                yield Line(self._said(passage, passage.text), "item", tuple(self._remarks(passage)))
            yield from self._tables(passage)

    # -- the working sheet -------------------------------------------------------------------------------------

    def _sheet(self, act: Sequence[Line | Grid]) -> Iterator[Line | Grid]:
        sheet = self._sheet_of(act)
        yield Line(self.filling.voice.phrase("draft.sheet"), "sheet")
        yield from sheet.when()
        yield from self._listed("draft.formalities", self._shown["formalities"])
        yield from self._listed("draft.mistakes", self._shown["mistakes"])
        yield from sheet.references()
        yield from sheet.to_check()

    def _sheet_of(self, act: Sequence[Line | Grid]) -> Sheet:
        return Sheet(self.template, self.filling, self.task, self.norms, self._decisive, self.other, act)

    @property
    def _decisive(self) -> frozenset[str]:
        """What the act decides on: what it rests on as a whole, its reasons and its articles."""
        cited = [norm for part in DECISIVE for passage in self._shown[part] for norm in passage.norms]
        return frozenset((*self._own_norms, *cited))

    @property
    def _own_norms(self) -> tuple[str, ...]:
        """What the act rests on as a whole: not what another vote of its meeting rests on."""
        own = (self.template.norms, self.other.norms if self.other is not None and self.filling.beside else ())
        return (*own[0], *own[1], *(() if self.filling.beside else self.filling.voting.act.norms))


def _is_law(citation: Passage) -> bool:
    """Tell whether what an act has in view is a text of law, not a paper that is to be named or mere form."""
    return bool(citation.norms) or (citation.text is not None and not citation.formal and not places(citation.text.fr))
