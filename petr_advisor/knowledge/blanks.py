"""Places in the texts of acts, which a case fills in: what each holds, and on which occasion."""

from typing import Literal, Self

from pydantic import model_validator

from petr_advisor.knowledge.conditions import When
from petr_advisor.knowledge.law import ALWAYS, InForcePeriod
from petr_advisor.knowledge.problems import FormError
from petr_advisor.words.texts import Entry, Language, Text

Computed = Literal[
    "act", "act_subject", "after", "before", "body", "counted_by", "counted_with_caution", "day", "deadline",
    "departments", "effect", "failing", "first_voter", "last_day", "later_votes", "law_of", "late", "late_day",
    "law_term", "majority", "majority_of_members", "member", "member_seats", "members_number", "needed",
    "newcomer_seats", "next_majority", "next_needed", "next_silence", "next_span", "only_department", "over_half",
    "perhaps_gone", "points", "procedure", "received", "seats", "seats_ordered", "seats_total", "seats_why", "session",
    "silence", "span", "territory", "vote", "vote_day", "votes_so_far",
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
