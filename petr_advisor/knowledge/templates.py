"""Templates of the acts to draft: what each holds, in words with places that a case fills in."""

from typing import Any, Literal, Self

from pydantic import model_validator

from petr_advisor.knowledge.conditions import When
from petr_advisor.knowledge.law import ALWAYS, InForcePeriod
from petr_advisor.knowledge.problems import FormError
from petr_advisor.words.texts import Entry, Language, Text

TemplateKind = Literal["resolution", "order", "letter", "statutes", "minutes", "agreement", "note", "document"]
"""What sort of act: a vote, a decision of one person, a letter, statutes, minutes, an agreement between parties, a note
that goes with the summons to a vote, any other paper."""

Computed = Literal[
    "act", "act_subject", "after", "before", "body", "counted_by", "counted_with_caution", "day", "deadline",
    "departments", "effect", "failing", "first_voter", "last_day", "later_votes", "law_of", "late", "late_day",
    "law_term", "majority", "majority_of_members", "member", "member_seats", "members_number", "needed",
    "newcomer_seats", "next_majority", "next_needed", "next_silence", "next_span", "only_department", "over_half",
    "points", "procedure", "received", "seats", "seats_ordered", "seats_total", "seats_why", "session", "silence",
    "span", "territory", "vote", "vote_day", "votes_so_far",
]  # fmt: skip
"""What a place may hold beside a fact: something of the act, of its plan or of the vote that comes next."""


class Occasion(Entry):
    """When words are written: in the drafts of some procedures, on some days, in some cases."""

    of: tuple[str, ...] = ()
    """Only in the drafts of these procedures; of any where none is named."""
    acts: tuple[str, ...] = ()
    """Only in the drafts of these acts, by `procedure/act`; of any where none is named."""
    called_by: tuple[str, ...] = ()
    """Only where the procedure of the draft is in the plan because one of these calls it."""
    to_come: tuple[str, ...] = ()
    """Only while one of these acts is to come, by `procedure/act`."""
    period: InForcePeriod = ALWAYS
    """The days on which it is so."""
    when: When | None = None
    """Only in these cases."""


class Saying(Occasion):
    """Words that a place holds on some occasion."""

    text: Text
    """The words; `<name>` is another place."""


class Reckoning(Entry):
    """Another place's words, chosen by a number that no fact holds: the sum of what some places hold."""

    words: str
    """The place whose words they are: those of the first case that the number would be."""
    fact: str
    """The fact that their cases look at, which the number stands for."""
    sum: tuple[str, ...]
    """The places that are added up."""
    like: str | None = None
    """The place of a number to compare: nothing is held where it would have other words."""


class Joining(Entry):
    """Whom a place names: who joins the members, listed nowhere yet, and votes and sits like them once they have."""

    when: When
    """In which cases somebody joins."""
    called: Text
    """What their files are called by."""


class Blank(Entry):
    """A place in the texts of acts, by the name under which texts call it (`<members>`).

    It holds a fact of the case, one of each member, something computed, or words that depend on the procedure; without
    any, it is left to be filled in.
    """

    label: Text
    """What is to be put there, as it stands between the brackets where it is not known."""
    find: Text | None = None
    """Where it is found, or how it is chosen: a remark in the margin, where a draft first asks for it."""
    fact: str | None = None
    """The fact that it holds: a list of values for a fact of each member."""
    total: bool = False
    """Whether it holds the sum of the fact of each member, which is known when all of them are."""
    only: str | None = None
    """For a fact of each member: only the members of which this other fact is yes; those that leave the structure stay
    among them after they have left."""
    already: bool = False
    """For a fact of each member: only the members that are listed, without who joins them."""
    without: str | None = None
    """For a fact of each member: not the members of which this other fact is yes."""
    computed: Computed | None = None
    """What else it holds."""
    by: str | None = None
    """For seats: the number of each member by which they are proposed where none are kept."""
    voted_by: tuple[str, ...] = ()
    """Acts, by `procedure/act`, that settle it: once one of them is recorded nothing is proposed any more, in their
    procedure and in those that it calls."""
    records: tuple[str, ...] = ()
    """Acts, by `procedure/act`: it holds the day of the first in the procedure of the draft that is recorded; where
    all are of one procedure, whatever that of the draft is."""
    on_day: tuple[str, ...] = ()
    """The same, the day alone: of a text that bears the day on which it was adopted."""
    voted: str | None = None
    """An act, by `procedure/act`: it holds the day of the first vote of a member that carried it."""
    due: tuple[str, ...] = ()
    """Duties: it holds the last day of the first that the case owes by a known day, while that day is to come."""
    passed: tuple[str, ...] = ()
    """The same, once that day is past on the day of the draft."""
    says: tuple[Saying, ...] = ()
    """Words, the first whose occasion it is."""
    of_newcomer: tuple[Saying, ...] = ()
    """For a fact of each member: words for who joins, of whom it is not asked; the first whose occasion it is."""
    until: str | None = None
    """Another place: it holds the last day on which the words of that one are so."""
    reckoned: Reckoning | None = None
    """Another place's words, for a number reckoned."""
    when: When | None = None
    """What it holds is known only in these cases."""
    unless: When | None = None
    """What it holds is not known in the cases of which this is surely so."""
    joins: Joining | None = None
    """That it names who joins the members, in some cases."""
    drops: dict[Language, tuple[str, ...]] = {}
    """What is taken from its head, as texts of a language say it before the place: the first that it begins with."""
    doubtful: When | None = None
    """In which cases it holds one thing: several go against an answer, and stand between brackets, to be checked."""
    surely: tuple[str, ...] = ()
    """The words with which what it holds surely begins; otherwise it stands between brackets, to be checked."""
    spells: dict[str, Text] = {}
    """Abbreviations at the head of a name, with what is written for them in running text."""

    @model_validator(mode="after")
    def _one(self) -> Self:
        held = [self.fact is not None, self.computed is not None, self.reckoned is not None]
        held += map(bool, (self.says, self.records, self.on_day, self.voted, self.due, self.passed, self.until))
        of_each = self.total or self.only or self.already or self.without or self.of_newcomer
        if sum(held) > 1 or (of_each and self.fact is None):
            raise FormError.of("check.blank-one")
        return self


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
    noted: bool = True
    """Whether the notes of its sort go with it."""
    elects: bool = False
    """Whether it elects persons."""
    apart: tuple[str, ...] = ()
    """The acts that it drafts of which the majority is not its own, which its formalities say, by `procedure/act`."""
    optional: bool = False
    """Whether nothing asks for it where it is put to another vote of the same meeting: whoever wants it takes it."""
    opens: tuple[str, ...] = ()
    """The acts that it comes before, by `procedure/act`: it is taken as soon as what they wait for is done."""
    convened: str | None = None
    """Of what a meeting takes before these acts, the body that is called first: an actor."""
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
