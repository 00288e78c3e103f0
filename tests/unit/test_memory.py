"""However many consultations a process holds, what it remembers of them stays within bounds."""

import subprocess
import sys
from datetime import date
from itertools import count
from pathlib import Path
from weakref import ref

import pytest

from petr_advisor.checking import load
from petr_advisor.consulting.case import STRANGERS
from petr_advisor.consulting.consultation import MAX_ENTITIES, Consultation
from petr_advisor.inference.compiler import compile_rules
from petr_advisor.inference.diagram_manager import Manager, held
from petr_advisor.inference.diagrams import Diagrams
from petr_advisor.inference.engines import engine
from petr_advisor.inference.recent import Recent
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.enacted import enact
from scripts.soak import consultations

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 24)

PURE = "sys.modules['dd.cudd'] = None"
CIRCLES = """
import gc, sys
{}
from petr_advisor.inference.diagram_manager import Manager, held
def use():
    manager = Manager()
    manager.bdd.declare("x", "y")
    circle = [manager, manager.bdd.var("x") & manager.bdd.var("y")]
    circle.append(circle)
for _ in range(20):
    use()
gc.collect()
last = Manager()
last.bdd.declare("x")
kept = [last.bdd.var("x")]
kept.append(kept)
print(len(held()))
"""


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    """The rule base that ships."""
    return load()


@pytest.mark.filterwarnings("ignore:Changed in `dd` version")  # the unit of a figure that is not read
def test_fifteen_consultations_on_changing_key_questions_take_little_room(base: KnowledgeBase) -> None:
    others = frozenset(map(id, held()))
    taken = [measured(others) for _ in consultations(base, 15, engine("native"), seed=1)]
    of_all = len(Diagrams(compile_rules(base), enact(base, DAY), Manager()).bdd.vars)
    for managers, variables, places in taken:
        assert managers <= 6
        assert variables < of_all * 2 / 3, "one manager for all would have them all"
        assert places < 800_000, "one manager for all, never freed, had room for 1,300,000 nodes, then always more"


def test_a_consultation_goes_with_the_last_who_uses_it(base: KnowledgeBase) -> None:
    """Nothing that it works out holds it in turn: no collector is waited for."""
    begun = Consultation.start(base, DAY, ["evolution", "scot"], engine("native"))
    held_now = begun.answer("project.transfers_powers", "yes")
    _ = held_now.next_question, held_now.course, held_now.sureness, held_now.duties, held_now.breaches
    told = [(each.acts, each.disputed, each.rests_on) for each in held_now.outcomes[0].routes]
    last_seen = ref(held_now)
    del held_now
    assert any(told)
    assert last_seen() is None


def measured(others: frozenset[int]) -> tuple[int, int, int]:
    """Count the managers but some others, the variables of the largest, and the room that all have for nodes."""
    managers = [manager for manager in held() if id(manager) not in others]
    room = (manager.statistics()["peak_nodes"] for manager in managers if hasattr(manager, "statistics"))
    return len(managers), max(len(manager.vars) for manager in managers), sum(room)


@pytest.mark.parametrize("kind", ["", PURE], ids=["CUDD where it is", "pure Python"])
def test_managers_go_after_their_diagrams_and_python_ends_without_a_word(kind: str) -> None:
    command = [sys.executable, "-c", CIRCLES.format(kind)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603
    assert (done.stdout, done.stderr, done.returncode) == ("1\n", "", 0)


def test_members_of_other_consultations_are_forgotten(small: KnowledgeBase) -> None:
    before = len(held())
    for number in range(5):
        consultation = with_members(small, f"of {number}, ")
        assert len(consultation.agenda.questions) > MAX_ENTITIES
        assert len(consultation.situation.diagrams.manager.entities) <= STRANGERS + MAX_ENTITIES
    assert len(held()) <= before + 2


def test_as_many_members_as_there_can_be_keep_their_diagrams(small: KnowledgeBase) -> None:
    unknown_yet = small.model_copy()
    held_in_turn = [with_members(unknown_yet, of) for of in ("a", "b", "a")]
    assert all(len(consultation.agenda.questions) > MAX_ENTITIES for consultation in held_in_turn)
    first, second, again = (consultation.situation.diagrams for consultation in held_in_turn)
    assert first is second is again


def with_members(base: KnowledgeBase, of: str) -> Consultation:
    """Give a consultation with as many members as there can be."""
    start = Consultation.start(base, DAY, ["evolution"], engine("native"))
    return start.list_entities("member", {f"{of}{place}": {} for place in range(MAX_ENTITIES)})


def test_what_is_remembered_is_what_was_used_last() -> None:
    recent = Recent[str, int](2)
    made = count(1)
    found = [recent.get(key, lambda: next(made)) for key in ("a", "b", "a", "c", "a", "b")]
    assert found == [1, 2, 1, 3, 1, 4]
    assert recent.get("b", lambda: 9, lambda kept: kept > 4) == 9
