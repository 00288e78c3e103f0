"""Templates of the acts to draft: what each holds, in words with places that a case fills in."""

from typing import Any, Literal, Self

from pydantic import model_validator

from petr_advisor.knowledge.blanks import Occasion
from petr_advisor.knowledge.conditions import When
from petr_advisor.knowledge.law import ALWAYS, InForcePeriod
from petr_advisor.knowledge.problems import FormError
from petr_advisor.words.texts import Entry, Text

TemplateKind = Literal["resolution", "order", "letter", "statutes", "minutes", "agreement", "note", "document"]
"""What sort of act: a vote, a decision of one person, a letter, statutes, minutes, an agreement between parties, a note
that goes with the summons to a vote, any other paper."""


class Table(Entry):
    """A table in the words of an act: cells may hold places."""

    header: tuple[Text, ...]
    """The headings of its columns."""
    rows: tuple[tuple[Text, ...], ...]
    """Its rows, a cell for each column."""

    @model_validator(mode="after")
    def _even(self) -> Self:
        if any(len(row) != len(self.header) for row in self.rows):
            raise FormError.of("check.table-even")
        return self


class Passage(Entry):
    """Some words of an act: written here, or once for all templates and called by name."""

    use: str | None = None
    """The name of a shared passage, which may be written alone in the place of the whole."""
    title: Text | None = None
    """The heading of an article or a section."""
    text: Text | None = None
    """What it says; `<name>` is a place."""
    norms: tuple[str, ...] = ()
    """What it rests on: it is written while one of them is in force on the day of the act."""
    of: tuple[str, ...] = ()
    """Only in the drafts of these procedures; of any where none is named."""
    acts: tuple[str, ...] = ()
    """Only in the drafts of these acts, by `procedure/act`; of any where none is named."""
    not_acts: tuple[str, ...] = ()
    """Not in the drafts of these acts."""
    called_by: tuple[str, ...] = ()
    """Only where the procedure of the draft is in the plan because one of these calls it."""
    not_called_by: tuple[str, ...] = ()
    """Only where none of these calls it."""
    planned: tuple[str, ...] = ()
    """Only where the plan holds one of these acts, by `procedure/act`."""
    not_planned: tuple[str, ...] = ()
    """Only where the plan holds none of these."""
    once_done: tuple[str, ...] = ()
    """Not while one of these acts is to come, by `procedure/act`: none is cited before it is taken."""
    to_come: tuple[str, ...] = ()
    """Only while one of these is."""
    undone: tuple[str, ...] = ()
    """Not once one of these acts, which the plan holds, is done."""
    member: When | None = None
    """Only in the draft made for a member of which this is so."""
    not_member: When | None = None
    """Not in the draft made for a member of which this is surely so."""
    newcomer: bool | None = None
    """Only in the draft made for who joins the members, or only in the others."""
    member_refused: bool | None = None
    """Only once the case records that a member has refused the act, or only while it records no refusal."""
    period: InForcePeriod = ALWAYS
    """The days on which it is written, where no norm says so."""
    when: When | None = None
    """Only in these cases; kept, with a remark, while the case does not say."""
    unless: When | None = None
    """Not in the cases of which this is surely so."""
    sure: bool = False
    """Whether it is left out while the case does not say that `when` holds."""
    known: tuple[str, ...] = ()
    """Only where these places hold something."""
    unknown: tuple[str, ...] = ()
    """Only where these places hold nothing."""
    ordinary: bool = False
    """For a note: whether it is the ordinary rule of a vote, which that of the act that it goes with replaces."""
    elects: bool | None = None
    """For a note: only where the act that it goes with elects persons, or only where it does not."""
    choice: Text | None = None
    """What to choose or to weigh there: a remark in the margin."""
    aside: tuple[str, ...] = ()
    """Places told in the margin, each where it holds something."""
    formal: bool = False
    """Whether a note does not tell it: mere form, or what is known only after the vote."""
    in_note: Text | None = None
    """What a note says in its place."""
    settled: Occasion | None = None
    """When the choice is made by what the case says, so that nothing is remarked."""
    columns: tuple[str, ...] = ()
    """Places that stand in a table, a row for each member."""
    table: Table | None = None
    """A table of its own words."""
    staying: bool = False
    """Whether its members are those that there are once the procedure has its effect: who stays, who has joined."""

    @model_validator(mode="before")
    @classmethod
    def _short(cls, raw: Any) -> Any:
        return {"use": raw} if isinstance(raw, str) else raw

    @model_validator(mode="after")
    def _one(self) -> Self:
        if (self.use is None) == (self.text is None):
            raise FormError.of("check.passage-one")
        return self


class Settlement(Entry):
    """What a case settles, so that a draft neither asks to check it nor tells it as disputed."""

    when: When
    """In which cases it is settled."""
    norms: tuple[str, ...] = ()
    """Norms of which nothing is to be checked then."""
    disputed: tuple[str, ...] = ()
    """Disputed points that do not arise then."""


class ActTemplate(Entry):
    """The template of one act."""

    kind: TemplateKind
    """What sort of act it is."""
    title: Text
    """What it is called."""
    file: Text | None = None
    """The name of its file, in short; its title where there is none."""
    acts: tuple[str, ...] = ()
    """The acts of procedures that it drafts, by `procedure/act`."""
    also: tuple[str, ...] = ()
    """Other acts that it holds, by `procedure/act`: they have no draft of their own."""
    goes_with: tuple[TemplateKind, ...] = ()
    """For a note: the sorts of acts that it goes with, one for each."""
    once: bool = False
    """Whether a course has it once, whichever of its procedures it comes from."""
    once_each: bool = False
    """Whether each procedure of a course has it once, whichever of its acts it comes with."""
    each_member: bool = False
    """Whether there is one for each member, where the members are listed."""
    members_where: When | None = None
    """Not for the members of which this is surely not so."""
    for_all: tuple[str, ...] = ()
    """The procedures in which there is one for all of them, nevertheless."""
    newcomer: tuple[str, ...] = ()
    """The procedures in which who joins the members has one too."""
    covered_by: tuple[str, ...] = ()
    """The acts that do as well where who joins takes them with the others, by `procedure/act`."""
    leavers_too: tuple[str, ...] = ()
    """The procedures in which those that have left have one too: they are parties still."""
    staying: tuple[str, ...] = ()
    """The procedures in which it is for the members that there are once they have their effect: those that stay."""
    asks: bool = False
    """Whether it asks for its acts, which others draft and take."""
    asked: Text | None = None
    """What those to whom it goes vote besides what is drafted: the contents name it on the day of the act."""
    noted: bool = True
    """Whether the notes of its sort go with it."""
    elects: bool = False
    """Whether it elects persons."""
    sits: bool = False
    """Whether a body that meets gives it, though it is no vote: an opinion."""
    apart: tuple[str, ...] = ()
    """The acts that it drafts of which the majority is not its own, which its formalities say, by `procedure/act`."""
    optional: bool = False
    """Whether nothing asks for it where it is put to another vote of the same meeting: whoever wants it takes it."""
    opens: tuple[str, ...] = ()
    """The acts that it comes before, by `procedure/act`: it is taken as soon as what they wait for is done."""
    follows: tuple[str, ...] = ()
    """The acts that it comes after, by `procedure/act`, though its own act does not wait for them."""
    set_apart: tuple[str, ...] = ()
    """The acts, by `procedure/act`, that call its procedure for a text of their own: where another calls it too, it is
    of that other one, and the contents name the first."""
    convened: str | None = None
    """Of what a meeting takes before or after those acts, the body that is called first: an actor."""
    step: Text | None = None
    """What it does, as the notes of the acts that it opens tell it among the steps before them."""
    when: When | None = None
    """Only in the cases of which this is surely so."""
    unless: When | None = None
    """Not in the cases of which this is surely so."""
    hinges_on: tuple[str, ...] = ()
    """Facts, not asked on every day, that say whether the act is needed: to be confirmed while one is not known."""
    settles: tuple[Settlement, ...] = ()
    """What cases settle."""
    by: Text
    """Whose act it is."""
    to: Text | None = None
    """To whom it goes."""
    subject: Text | None = None
    """What it is about, in a line."""
    in_note: Text | None = None
    """What it is about in the note that goes with it, which is one for all its members."""
    usable: InForcePeriod = ALWAYS
    """The days on which the act can be taken."""
    norms: tuple[str, ...] = ()
    """What it rests on as a whole."""
    not_cited: tuple[str, ...] = ()
    """What the act of the plan rests on and the draft does not cite, as it is written for another procedure."""
    not_cited_in: dict[str, tuple[str, ...]] = {}
    """By procedure, those that its drafts do not cite either: another norm says the same there, of its matter alone."""
    rule: tuple[Passage, ...] = ()
    """By which rule its vote is decided, where that is not the ordinary one: what its note tells in its place."""
    opening: tuple[Passage, ...] = ()
    """What comes first: a preamble, the words of a letter, the sections of a note."""
    citations: tuple[Passage, ...] = ()
    """What it is taken in view of."""
    reasons: tuple[Passage, ...] = ()
    """Why it is taken."""
    formula: tuple[Passage, ...] = ()
    """The words by which it decides."""
    articles: tuple[Passage, ...] = ()
    """What it decides or lays down."""
    closing: tuple[Passage, ...] = ()
    """What is signed."""
    annexes: tuple[Passage, ...] = ()
    """What goes with it."""
    formalities: tuple[Passage, ...] = ()
    """What to do for it to hold."""
    mistakes: tuple[Passage, ...] = ()
    """Usual errors, each with what it costs."""

    @model_validator(mode="after")
    def _of_something(self) -> Self:
        if bool(self.acts) == bool(self.goes_with):
            raise FormError.of("check.template-acts")
        return self


PARTS = (
    "rule", "opening", "citations", "reasons", "formula", "articles", "closing", "annexes", "formalities", "mistakes"
)  # fmt: skip
"""The parts of a template that are made of passages."""
