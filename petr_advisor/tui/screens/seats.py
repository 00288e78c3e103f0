"""The seats of the council: a distribution proposed, or one that is checked as it is typed."""

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Input, Static

from petr_advisor.consulting.consultation import AnswerError
from petr_advisor.territory.seat_check import check
from petr_advisor.territory.seat_errors import SeatError
from petr_advisor.territory.seats import SeatPlan, propose
from petr_advisor.tui.actions import bindings
from petr_advisor.tui.screens.base import AdvisorScreen
from petr_advisor.tui.widgets.banner import Banner
from petr_advisor.tui.widgets.controls import TypedInput
from petr_advisor.tui.widgets.input_line import InputLine
from petr_advisor.tui.widgets.keys import Keys
from petr_advisor.typed.entities import entity_kind, rows_of
from petr_advisor.typed.figures import whole

SEATS_EACH = 4
"""Seats for each member in the first proposal."""


class SeatsScreen(AdvisorScreen[None]):
    """Proposes and checks."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("propose", "keep", "members", "language", "help", "close")
    HELP_KEY = "help.seats"
    TITLE_KEY = "seats.title"

    def __init__(self) -> None:
        super().__init__()
        self._populations: dict[str, int] = {}
        self._ids: dict[str, str] = {}
        self._left_out: list[str] = []
        self._touched = False

    def compose(self) -> ComposeResult:
        """Lay out the total, one line a member, and the verdict."""
        self._populations, self._left_out = self._members()
        yield Banner()
        with Horizontal(classes="total"):
            yield Static(markup=False, id="total-label")
            yield TypedInput(str(SEATS_EACH * len(self._populations)), classes="seats")
            yield Button("", id="propose", compact=True)
        with VerticalScroll(classes="body seats-table", can_focus=False):
            for at, (name, people) in enumerate(self._populations.items()):
                with Horizontal(classes="seat-row"):
                    yield Static(Content(name), markup=False, classes="seat-name")
                    yield Static(markup=False, classes="seat-people", id=f"people{at}", name=str(people))
                    yield InputLine("", id=f"seat{at}", type="integer", max_length=4, compact=True)
        yield Static(markup=False, classes="verdict")
        yield Keys("propose", "keep", "members", "language", "help", "close")

    def _members(self) -> tuple[dict[str, int], list[str]]:
        """Give the population of each member by name, the largest first, and the members without one."""
        base, consultation = self.advisor.base, self.session.consultation
        kinds = [found.entity for found in base.facts.values() if found.entity]
        if not kinds or kinds[0] is None:
            return {}, []
        kind = entity_kind(base, kinds[0])
        found: dict[str, int] = {}
        without: list[str] = []
        for row in rows_of(consultation, kind):
            name_cell, people = (row.cells.get(kind.part(part) or "") for part in ("name", "population"))
            name = str(name_cell.value) if name_cell else row.id
            name = name if name not in found else f"{name} ({row.id})"
            if people is not None and isinstance(people.value, int) and people.value > 0:
                found[name] = people.value
                self._ids[name] = row.id
            else:
                without.append(name)
        return dict(sorted(found.items(), key=lambda item: (-item[1], item[0]))), without

    def on_mount(self) -> None:
        """Show the distribution that was kept, else propose a first one."""
        self.show()
        kept = self.session.consultation.state.seats
        if kept and kept.keys() == set(self._ids.values()):
            self.query_one(TypedInput).value = str(sum(kept.values()))
            self._fill({name: kept[of] for name, of in self._ids.items()})
            self._verdict()
        else:
            self.action_propose()
        self._touched = False
        self.query_one(TypedInput).focus().select_all()  # the first figure typed replaces the total

    def _fill(self, seats: Mapping[str, int]) -> None:
        with self.prevent(Input.Changed):
            for at, name in enumerate(self._populations):
                self.query_one(f"#seat{at}", Input).value = str(seats[name])

    def show(self) -> None:
        """Say everything in the language in use."""
        super().show()
        self.query_one("#total-label", Static).update(Content(self.say("seats.total")))
        self.query_one("#propose", Button).label = Content(self.say("seats.propose"))
        total = sum(self._populations.values())
        for at, people in enumerate(self._populations.values()):
            words = f"{self.voice.number(people)}  {self.voice.share(people / total)}"
            self.query_one(f"#people{at}", Static).update(Content(words))
        self._verdict()

    def action_propose(self) -> None:
        """Fill the seats with a proposal for the total typed."""
        if len(self._populations) < 2:
            self._verdict()
            return
        typed = self.query_one(TypedInput).value.strip()
        try:
            plan = propose(self._populations, whole(typed, self.language) or 0)
        except SeatError as error:
            self.advisor.tell_error(error)
            return
        self._fill(plan.seats)
        self._touched = True
        self._verdict(plan)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        if isinstance(event.input, TypedInput):
            self.action_propose()

    @on(Button.Pressed)
    def _pressed(self) -> None:
        self.action_propose()

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        if not isinstance(event.input, TypedInput):
            self._touched = True
            self._verdict()

    def action_keep(self) -> None:
        """Keep the distribution: it is saved with the answers, and goes into the report."""
        if self._keep():
            self.advisor.tell("seats.kept")
        else:
            self.advisor.tell("seats.not-kept", warning=True)

    def action_leave(self) -> None:
        """Close the screen; a distribution that was worked on is kept."""
        if self._touched and self._keep():
            self.advisor.tell("seats.kept")
        super().action_leave()

    def _keep(self) -> bool:
        """Save the distribution as it is typed, lawful or not; False when a number is missing."""
        seats = self._typed()
        if seats is None or len(seats) < 2:
            return False
        consultation = self.session.consultation
        kept = {self._ids[name]: number for name, number in seats.items()}
        if kept != consultation.state.seats:
            try:
                self.advisor.said(consultation.seat(kept))
            except AnswerError as error:
                self.advisor.tell_error(error)
                return False
        self._touched = False
        return True

    def _typed(self) -> dict[str, int] | None:
        """Give the seats typed; None when one of them is not a whole number."""
        inputs = (self.query_one(f"#seat{at}", Input) for at in range(len(self._populations)))
        seats = [whole(line.value, self.language) for line in inputs]
        if None in seats:
            return None
        return {name: number for name, number in zip(self._populations, seats, strict=True) if number is not None}

    def _verdict(self, plan: SeatPlan | None = None) -> None:
        self.query_one(".verdict", Static).update(Content("\n".join(self._words(plan))))

    def _words(self, plan: SeatPlan | None) -> list[str]:
        left_out = [self.say("seats.missing", names=", ".join(self._left_out))] if self._left_out else []
        if len(self._populations) < 2:
            return [*left_out, self.say("seats.few")]
        seats = self._typed()
        if seats is None:
            return [*left_out, self.say("seats.whole")]
        try:
            faults = check(self._populations, seats)
        except SeatError as error:
            return [*left_out, f"✘ {self.text(error.text)}"]
        words = [f"{'✘' if fault.certain else '?'} {self.text(fault.text)}" for fault in faults]
        total = sum(seats.values())
        words = words or [f"✔ {self.say('seats.lawful', total=total, cap=total // 2)}"]
        for rule in plan.rules if plan else ():
            if rule.code == "equal-averages":
                words.append(self.say("seats.equal", names=", ".join(rule.members)))
        return [*left_out, *words]
