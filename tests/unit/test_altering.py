"""What would it take: acts, changed facts, time, and sets that nothing could make smaller."""

from dataclasses import replace
from datetime import date
from itertools import combinations, permutations

import pytest

from petr_advisor.checking import load
from petr_advisor.commands.dossiers import find_scenario
from petr_advisor.commands.explain import what_would_it_take_text
from petr_advisor.commands.settings import Settings
from petr_advisor.consulting.case import Case
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.texts import altering_text
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.explaining.altering.alterations import Alteration, what_would_it_take
from petr_advisor.explaining.altering.delays import months_of
from petr_advisor.explaining.altering.moves import Move, carried_out, moves_for
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.acts import Cure, Removal
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.conditions import parse_condition
from petr_advisor.knowledge.loader import KINDS
from petr_advisor.knowledge.options import Requirement
from tests.properties.bases import fields

SET = frozenset[tuple[str, str, str | None]]


@pytest.fixture(scope="module")
def real() -> KnowledgeBase:
    return load()


@pytest.fixture
def altered_small(small: KnowledgeBase) -> KnowledgeBase:
    """The small base, whose communes leave the list and whose votes can be altered."""
    removal = Removal(entity="member", where=parse_condition({"member.kind": "commune"}))
    cure = small.cures["exit"].model_copy(update={"removes": removal})
    alterable = {"member.vote", "communes.pointless"}
    facts = {k: kind.model_copy(update={"alterable": k in alterable}) for k, kind in small.facts.items()}
    return KnowledgeBase.model_validate({**fields(small), "facts": facts, "cures": {"exit": cure}})


def begun(base: KnowledgeBase, votes: dict[str, str], *, pointless: str = "no") -> Consultation:
    """A syndicate of a commune and communities that vote."""
    members = {
        name: {"member.kind": "commune" if name == "z" else "cc", "member.vote": vote, "member.population": 1000}
        for name, vote in votes.items()
    }
    consultation = Consultation.start(base, date(2026, 11, 24), engine=engine("native"))
    for fact, value in {
        "structure.form": "closed",
        "procedure.begun": "yes",
        "communes.pointless": pointless,
    }.items():
        consultation = consultation.answer(fact, value)
    return consultation.list_entities("member", members)


def slots(found: tuple[Alteration, ...]) -> set[SET]:
    return {frozenset((c.kind, c.id, c.of) for c in each.changes) for each in found}


def opens(case: Case, moves: tuple[Move, ...], option: str) -> bool:
    """Whether the moves can be made in this order and then open the option, as the engine sees it."""
    for number, move in enumerate(moves):
        before = carried_out(case, moves[:number])
        ready = (
            before.memory.has(f"cure:{move.id}:available")
            if move.kind == "cure"
            else before.memory.applies(move.id, move.of) is True
        )
        if not ready:
            return False
    return carried_out(case, moves).memory.has(f"option:{option}:open")


def brute_force(case: Case, option: str) -> set[SET]:
    """Every set of moves, in every order, by the engine."""
    moves, found = moves_for(case, option), set[frozenset[Move]]()
    for size in range(5):
        for chosen in combinations(moves, size):
            slots_of = {(move.id, move.of) for move in chosen}
            if len(slots_of) < size or any(smaller <= set(chosen) for smaller in found):
                continue
            if any(opens(case, order, option) for order in permutations(chosen)):
                found.add(frozenset(chosen))
    return {frozenset((m.kind, m.id, m.of) for m in each) for each in found}


@pytest.mark.parametrize(
    "votes",
    [
        {"a": "for", "b": "for", "z": "for"},
        {"a": "against", "b": "for", "z": "for"},
        {"a": "against", "b": "silent", "z": "against"},
        {"a": "against", "b": "against", "z": "against"},
    ],
)
@pytest.mark.parametrize("pointless", ["yes", "no"])
def test_lists_against_brute_force(altered_small: KnowledgeBase, votes: dict[str, str], pointless: str) -> None:
    """A member that leaves takes its vote along; what is found is what the engine finds by trying everything."""
    consultation = begun(altered_small, votes, pointless=pointless)
    found = what_would_it_take(consultation, "transform")
    assert slots(found) == brute_force(consultation, "transform")
    assert all(alteration.sure for alteration in found)


def test_a_member_that_leaves_need_not_vote_again(altered_small: KnowledgeBase) -> None:
    """The commune against leaves with its vote; the community against must change its own."""
    found = what_would_it_take(begun(altered_small, {"a": "against", "b": "for", "z": "against"}), "transform")
    assert slots(found) == {
        frozenset({("fact", "communes.pointless", None), ("cure", "exit", None), ("fact", "member.vote", "a")})
    }
    vote = next(change for change in found[0].changes if change.id == "member.vote")
    assert (vote.was, vote.values) == ("against", ("for", "silent"))
    order = [change.id for change in found[0].changes]
    assert order.index("communes.pointless") < order.index("exit")
    assert not next(change for change in found[0].changes if change.id == "exit").at_once


def test_nothing_to_change(altered_small: KnowledgeBase) -> None:
    """An open option takes nothing; one that nothing known bars takes what is to be settled."""
    found = what_would_it_take(begun(altered_small, {"a": "for", "b": "for"}), "transform")
    assert [each.changes for each in found] == [()]
    assert found[0].sure
    unknown = Consultation.start(altered_small, date(2026, 11, 24), engine=engine("native"))
    (found_unknown,) = what_would_it_take(unknown, "transform")
    assert not found_unknown.sure
    assert ("structure.form", None) in found_unknown.to_settle


def test_what_cannot_be_altered_is_never_proposed(altered_small: KnowledgeBase) -> None:
    """An association stays one: nothing opens the transformation."""
    consultation = Consultation.start(altered_small, date(2026, 11, 24), engine=engine("native"))
    association = consultation.answer("structure.form", "association")
    assert what_would_it_take(association, "transform") == ()
    assert "Nothing" in altering_text(association, "transform", (), "en")


def test_an_act_that_does_not_exist_yet(altered_small: KnowledgeBase) -> None:
    """Before its norm, the exit is no way out."""
    consultation = begun(altered_small, {"a": "for", "b": "for", "z": "for"}, pointless="yes")
    assert what_would_it_take(consultation.on(date(2014, 6, 1)), "transform") == ()


def test_time_that_runs_out(real: KnowledgeBase) -> None:
    """A condition that three months meet is waited for until the day after them."""
    option = real.options["l5741-4"]
    waiting = Requirement(
        title=option.requires["agreement"].title,
        needs=parse_condition({"proposal.notified_on": {"ago": {"at_least": "3 months"}}}),
        norms=("evo.route.l5741-4.silence",),
    )
    changed = option.model_copy(update={"requires": {**option.requires, "agreement": waiting}})
    base = KnowledgeBase(
        **{kind: getattr(real, kind) for kind in KINDS if kind != "options"},
        options={**real.options, "l5741-4": changed},
    )
    given = find_scenario("members-vote", real).consultation(engine("native"))
    wait = next(found for found in what_would_it_take(replace(given, base=base), "l5741-4") if found.until)
    assert wait.until == date(2026, 12, 2)
    assert wait.sure
    assert "2 décembre 2026" in altering_text(given, "l5741-4", (wait,), "fr")


def test_option_not_in_force(real: KnowledgeBase) -> None:
    """An option that does not exist at the date of law is out of reach, and its period is told."""
    consultation = find_scenario("communes-withdraw", real).consultation(engine("native"))
    key = next(key for key, option in real.options.items() if key not in consultation.rules.options)
    assert what_would_it_take(consultation, key) == ()
    assert "does not exist" in altering_text(consultation, key, (), "en")


def test_limit(real: KnowledgeBase) -> None:
    """No more sets than asked for, the shortest first."""
    consultation = find_scenario("communes-withdraw", real).consultation(engine("native"))
    found = what_would_it_take(consultation, "l5741-4", 2)
    assert len(found) <= 2
    assert [change.id for change in found[0].changes] == ["communes-withdraw"]


def test_command() -> None:
    """The command writes the ways; an unknown option is refused with the nearest name."""
    with pytest.raises(PetrAdvisorError, match="l5741-4"):
        what_would_it_take_text("communes-withdraw", "l5741-5", Settings(engine="native"))


MONTHS, WEEKS = ({"shortest": {"n": 1, "unit": u}, "longest": {"n": 6, "unit": u}} for u in ("month", "week"))
THREE = {
    "kind": "maximum", "from": "structure.founded_on", "passed": {"does": "late"},
    "length": {"n": 3, "unit": "month", "rounding": "down"},
}  # fmt: skip


@pytest.mark.parametrize(
    ("time", "months"),
    [
        ({"limit": THREE}, 3),
        ({"takes": MONTHS}, 6),
        ({"takes": WEEKS}, 2),
        ({"takes": MONTHS, "limit": THREE}, 6),
        ({}, None),
    ],
)
def test_months_of_a_cure(small: KnowledgeBase, time: dict[str, object], months: int | None) -> None:
    """A cure takes its own time at the longest, else that of its limit; weeks are rounded up."""
    cure = Cure.model_validate({**small.cures["exit"].model_dump(exclude_unset=True, by_alias=True), **time})
    assert months_of(Consultation.start(small, date(2026, 11, 24), engine=engine("native")), cure) == months
