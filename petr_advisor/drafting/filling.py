"""What stands in the places of an act: facts of the case, what the plan says, brackets where nothing is known."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.founding import no_part
from petr_advisor.consulting.newcomer import NEWCOMER, of_newcomer
from petr_advisor.consulting.requirements import truth
from petr_advisor.consulting.settled import adopted
from petr_advisor.drafting.around import Around
from petr_advisor.drafting.deadlines import Bearing, deadline, due, late, late_day, told, wished
from petr_advisor.drafting.departements import departements_of
from petr_advisor.drafting.found import Found, Missing
from petr_advisor.drafting.leavers import Moment, gone, in_effect, joined, perhaps_gone
from petr_advisor.drafting.occasions import Occasions, procedure_of
from petr_advisor.drafting.places import Places
from petr_advisor.drafting.reckoned import reckoned
from petr_advisor.drafting.recorded_said import RecordedSaid
from petr_advisor.drafting.seats import SeatsSaid, seats_of
from petr_advisor.drafting.vote_said import vote_said
from petr_advisor.drafting.voting import Voting
from petr_advisor.explaining.tree import entity_name
from petr_advisor.inference.facts import Range
from petr_advisor.knowledge.blanks import Blank
from petr_advisor.planning.model import Roadmap, Task
from petr_advisor.territory.measures import DEPARTEMENT, MEASURED
from petr_advisor.words.notation import Joint
from petr_advisor.words.texts import Text
from petr_advisor.words.typography import capital
from petr_advisor.words.voice import Voice


@dataclass(frozen=True)
class Filling:
    """Fills in the texts of one act of a case."""

    case: Consultation
    voice: Voice
    plan: Roadmap
    key: str
    """The act, by `procedure/act`."""
    day: date
    """The day on which it would be taken."""
    steps: tuple[Task, ...]
    """The tasks of the plan, with those of the procedures that they call."""
    subject: str = ""
    """What the draft that a note goes with is about."""
    territory: str | None = None
    """What the territory is called, where that is known."""
    member: str | None = None
    """The member for which the draft is made, where there is one for each; NEWCOMER for who joins them."""
    staying: bool = False
    """Whether it is made for the members that there are once what it is for has its effect: those that stay."""
    opening: bool = False
    """Whether it comes before the act that it is drafted for."""
    beside: bool = False
    """Whether it is put to another vote of the same meeting: the days of that act are not its own."""
    turned: frozenset[str] = frozenset()
    """Those counted otherwise than the plan would have them: in though they would have left, or out before."""
    lacking: dict[str, None] = field(default_factory=dict, compare=False)
    """The facts that were looked for and are not known, in order: found while texts are filled in."""

    @cached_property
    def occasions(self) -> Occasions:
        """What the draft is made for."""
        return Occasions(self.case, self.plan, self.key, self.day, self.steps)

    def text(self, text: Text) -> str:
        """Say a text with its places filled in."""
        return self.voice.filled(text, Places(self.case.base.blanks, self.place), self._said)

    def named(self, place: str) -> str:
        """Say what a place holds, or between brackets what it lacks."""
        return self._said(self.place(place), "semicolon")

    def column(self, name: str, *, staying: bool = False) -> list[str]:
        """Give what a place holds of each member, in their order; what is to be filled in is left between brackets.

        Who joins comes last, among those that there are once the plan is carried out.
        """
        if staying:
            return self.after_all.column(name)
        blank = self.case.base.blanks[name]
        values: list[object] = [None] * len(self.members)
        if blank.fact is not None and self._of_members(blank.fact):
            values = [*self._of_each(blank.fact, blank)]
        elif blank.computed is not None and blank.computed in self._each and not self._unknown(blank):
            values = [self._each[blank.computed](of) for of in self.members]
        return [
            self.voice.phrase("draft.cell") if value is None else self._said(value, "semicolon") for value in values
        ]

    @cached_property
    def newcomer(self) -> str | None:
        """The place that names who joins the members, where somebody does."""
        blanks = self.case.base.blanks.items()
        joining = (key for key, each in blanks if each.joins and truth(self.case, each.joins.when) is True)
        return next(joining, None)

    @cached_property
    def after_all(self) -> "Filling":
        """The same once what it is for has its effect: with the members that stay."""
        return replace(self, staying=True, turned=frozenset())

    def header(self, name: str) -> str:
        """Name a column."""
        return capital(self.voice.say(self.case.base.blanks[name].label))

    @cached_property
    def members(self) -> tuple[str, ...]:
        """The members on the day of the act, as listed, without those that have left; who has joined comes last."""
        moment = self._effect if self.staying else Moment(self.day, self.key)
        left = gone(self.case, self.plan, moment) ^ self.turned | no_part(self.case, procedure_of(self.key))
        stay = tuple(member for member in self.listed if member not in left)
        return (*stay, NEWCOMER) if self.newcomer is not None and joined(self.case, self.plan, moment) else stay

    @property
    def _effect(self) -> Moment:
        """The moment from which the procedure of the draft, and those that call it, have their effect."""
        occasions = self.occasions
        return in_effect(self.case, self.plan, self.steps, {occasions.procedure, *occasions.callers})

    @property
    def listed(self) -> tuple[str, ...]:
        """All the members listed, wherever they are on the day of the act."""
        listed = self.case.lists.get(MEASURED)
        return listed.ids if listed is not None else ()

    @cached_property
    def voting(self) -> Voting:
        """The vote that the draft is for."""
        whom = (self.members, self.member, self._spelt_member)
        return Voting(self.case, self.voice, self.key, self.day, *whom)

    def _spelt_member(self, name: str) -> str:
        """Write the name of a member as the place that holds it does."""
        blank = next((each for each in self.case.base.blanks.values() if each.computed == "member"), None)
        return str(self._spelt(blank, name)) if blank is not None else name

    def place(self, name: str) -> Found:
        """Give what a place holds."""
        blank = self.case.base.blanks[name]
        found = self._found(blank)
        if found is None or found == ():
            if blank.fact is not None and not self._unknown(blank):
                self.lacking[blank.fact] = None
            return Missing(blank.label, one=self._doubtful(blank))
        if (
            isinstance(found, tuple)
            and sum(not isinstance(each, Missing) for each in found) > 1
            and self._doubtful(blank)
        ):
            return self.voice.phrase("draft.presumed", name=self._said(found, "semicolon"))
        return (
            tuple(self._spelt(blank, each) for each in found) if isinstance(found, tuple) else self._spelt(blank, found)
        )

    def _spelt(self, blank: Blank, found: object) -> Found:
        """Give what a place holds as running text says it: no word twice, no abbreviation."""
        if not isinstance(found, str):
            return found  # type: ignore[return-value]
        if blank.surely and not found.startswith(blank.surely):
            return self.voice.phrase("draft.presumed", name=found)
        for said_before in blank.drops.get(self.voice.language, ()):
            if found.startswith(f"{said_before} "):
                return found.removeprefix(f"{said_before} ")
        head, _, tail = found.partition(" ")
        return f"{self.voice.say(blank.spells[head])} {tail}" if tail and head in blank.spells else found

    def _found(self, blank: Blank) -> Found | None:
        if self._unknown(blank):
            return None
        if blank.records or blank.on_day or blank.voted:
            return self.records.held(blank)
        if blank.due or blank.passed:
            return due(self.case, blank, self.day)
        if blank.says or blank.until:
            now = self.case.base.blanks[blank.until] if blank.until else blank
            said = self.occasions.first(now.says)
            return None if said is None else said.period.to if blank.until else self.text(said.text)
        if blank.reckoned is not None:
            return self.text(found) if (found := reckoned(self.case, blank.reckoned, self.place)) else None
        if blank.fact is None:
            return self._computed(blank.computed) if blank.computed is not None else None
        if not self._of_members(blank.fact):
            return self._value(blank.fact, None)
        values = self._of_each(blank.fact, blank)
        if not blank.total:
            return tuple(Missing(blank.label) if value is None else value for value in values)
        numbers = [value for value in values if isinstance(value, int)]
        return sum(numbers) if values and len(numbers) == len(values) else None

    def _doubtful(self, blank: Blank) -> bool:
        return blank.doubtful is not None and truth(self.case, blank.doubtful) is True

    def _unknown(self, blank: Blank) -> bool:
        """Tell whether the case is none of those in which a place can hold something."""
        if blank.when is not None and truth(self.case, blank.when) is not True:
            return True
        return blank.unless is not None and truth(self.case, blank.unless) is True

    def _of_members(self, fact: str) -> bool:
        return self.case.base.facts[fact].of == MEASURED

    def _of_each(self, fact: str, blank: Blank) -> list[Found | None]:
        """Give a fact of each member that a place is for; of those of which another fact is yes, wherever they are."""
        if blank.only is not None:
            return [self._value(fact, of) for of in self._marked(blank.only)]
        left_out = {*self._marked(blank.without), *([NEWCOMER] if blank.already else [])}
        values = {of: self._value(fact, of) for of in self.members if of not in left_out}
        if NEWCOMER in values and values[NEWCOMER] is None:
            values[NEWCOMER] = self._of_who_joins(blank)
        return list(values.values())

    def _of_who_joins(self, blank: Blank) -> Found | None:
        """Give what no fact says of who joins: its name is lacked by its own place."""
        if blank.fact == f"{MEASURED}.name" and self.newcomer is not None:
            return self.place(self.newcomer)
        said = self.occasions.first(blank.of_newcomer)
        return None if said is None else self.text(said.text)

    def _marked(self, fact: str | None) -> tuple[str, ...]:
        """Give the members of which a fact is yes."""
        known = self.case.memory.facts
        found = {of: known.get(fact, of) for of in self.listed} if fact is not None else {}
        return tuple(of for of, told in found.items() if told is not None and told.value is True)

    def _value(self, fact: str, of: str | None) -> Found | None:
        known = of_newcomer(self.case, fact) if of == NEWCOMER else self.case.memory.facts.get(fact, of)
        if known is None or isinstance(known.value, Range):
            return None
        kind = self.case.base.facts[fact]
        if isinstance(known.value, date) or (type(known.value) is int and kind.type == "count"):
            return known.value
        return self.voice.set(self.voice.value(kind, known.value))

    def _computed(self, name: str) -> Found | None:
        base, voice, voting = self.case.base, self.voice, self.voting
        act = voting.act
        sayings: Mapping[str, Callable[[], object]] = {
            **vote_said(voting),
            "act": lambda: act.does,
            "after": self._around.after,
            "before": self._around.before,
            "act_subject": lambda: self.subject or None,
            "body": lambda: self.occasions.who_acts(act.who),
            "day": lambda: self.day,
            "deadline": lambda: deadline(self.case, self.plan, self.occasions.procedure, self.day),
            "departments": self._departements,
            "effect": self._wished_day,
            "failing": lambda: None if self.opening or self.beside else voting.failing,
            "first_voter": lambda: self.records.first_voter(self.members),
            "last_day": lambda: self.records.last_days((self.member,)).get(self.member) if self.member else None,
            "late_day": lambda: late_day(self.case, self.plan, self.bearing),
            "late": lambda: told(self.case, self.plan, self.bearing, voice),
            "law_of": lambda: self.case.as_of,
            "law_term": lambda: None if self.opening else voting.law_term,
            "span": lambda: None if self.opening or voting.law_term else voting.span(act),
            "member": self._member_named,
            "member_seats": lambda: self._seats.of(self.member),
            "members_number": lambda: len(self.members) or None,
            "newcomer_seats": lambda: self.after_all._seats.of(NEWCOMER),
            "only_department": self._only_departement,
            "over_half": lambda: self._seats.over_half,
            "perhaps_gone": lambda: perhaps_gone(self.case, self.plan, Moment(self.day, self.key), self.members),
            "received": lambda: self.records.received(self.member),
            "vote": lambda: self.records.vote(self.member),
            "vote_day": lambda: self.records.vote_day(self.member),
            "procedure": lambda: base.title_of(self.key.partition("/")[0]),
            "seats": lambda: self._seats.all(self.members),
            "seats_ordered": lambda: self._seats.ordered,
            "seats_total": lambda: self._seats.total,
            "seats_why": lambda: self._seats.why(self.members),
            "session": lambda: self.records.session(self.member),
            "territory": lambda: self.territory,
            "votes_so_far": lambda: self.records.so_far(self.members),
        }
        found = sayings[name]()
        return voice.say(found) if isinstance(found, Text) else found  # type: ignore[return-value]

    def _wished_day(self) -> date | str | None:
        """Give the day wished, in the acts of the procedure that it is wished of and of those that it calls."""
        wish = self.plan.wish
        return wished(wish, self.voice) if wish is not None and self._is_for(procedure_of(wish.task)) else None

    def _departements(self) -> tuple[Found, ...]:
        """Name the départements of all whom the plan concerns, who joins among them."""
        found = departements_of(self.case, self.after_all.members)
        joins = self.case.base.facts[self.case.base.newcomer_facts.get(DEPARTEMENT, DEPARTEMENT)]
        return tuple(Missing(joins.label) if each is None else each for each in found)

    def _only_departement(self) -> str | None:
        """Name the département, where all the members are known to be in one and the same."""
        found = departements_of(self.case, self.listed)
        return found[0] if len(found) == 1 else None

    def _member_named(self) -> Found | None:
        """Name the member for which the draft is made, or who joins."""
        if self.member == NEWCOMER:
            return self.place(self.newcomer) if self.newcomer is not None else None
        return entity_name(self.case, MEASURED, self.member) if self.member is not None else None

    @cached_property
    def _each(self) -> Mapping[str, Callable[[str], object]]:
        """What is worked out of each member, in a column."""
        return {"seats": self._seats.of, "vote": self.records.vote, "received": self.records.received}

    @cached_property
    def records(self) -> RecordedSaid:
        """What the case records around the act."""
        return RecordedSaid(self.voting, self.voice)

    @cached_property
    def _seats(self) -> SeatsSaid:
        """The seats that the draft writes, or those that acts recorded have settled."""
        blanks = self.case.base.blanks.values()
        by = next((blank.by for blank in blanks if blank.by is not None), None)
        mine = (act for blank in blanks for act in blank.voted_by if self._is_for(procedure_of(act)))
        voted = next((day for act in mine if (day := adopted(self.case, act)) is not None), None)
        return SeatsSaid(self.voice, seats_of(self.case, self.members, by), voted)

    def _is_for(self, procedure: str) -> bool:
        return procedure == self.occasions.procedure or self.occasions.is_called_by((procedure,))

    @cached_property
    def _around(self) -> Around:
        """The steps of the plan before the act and after it."""
        return Around(self.case, self.plan, self.steps, self.key, self.voice, self.opening)

    @property
    def late(self) -> str | None:
        """Say the day of the law that the plan cannot keep, where there is one."""
        return late(self.case, self.plan, self.bearing, self.voice)

    @property
    def bearing(self) -> Bearing:
        """What it does for an act of the plan."""
        return Bearing(self.key, self.opening, self.beside)

    def _said(self, value: object, joint: Joint) -> str:
        """Say what a place holds, in the letters of a document."""
        if isinstance(value, Missing):
            return self.voice.phrase("draft.blank", what=value.label)
        if isinstance(value, tuple):
            return self.voice.listed([self._said(item, joint) for item in value], joint)
        return self.voice.set(self.voice.listed((value,)))
