"""Walks by the dozen: each is a trace checked on the consultation, then held on the screens or at the prompts."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from tests.walking.acts import Act
from tests.walking.examples import shipped, walk_example
from tests.walking.faults import Fault
from tests.walking.ground import ground
from tests.walking.machine import Told, traces
from tests.walking.prompts import PromptWalk, held, walk_at_prompts
from tests.walking.replay import play, walk_on_screens
from tests.walking.screens import Walk
from tests.walking.shrinking import shortest, signature
from tests.walking.steps import Step
from tests.walking.talk import Talk

DOZEN = 12
GROUNDS = 3
"""How many grounds a dozen shares: diagrams are built once for each."""


@dataclass(frozen=True)
class Failure:
    """A fault, with how to meet it again."""

    where: str
    """consultation, screens or prompts."""
    seed: int
    """That of the dozen."""
    walk: int
    """Which of the dozen."""
    fault: str
    setting: str
    path: str
    """The shortest list of what was done."""


@dataclass
class Dozen:
    """What a dozen of walks gave."""

    seed: int
    walks: Counter[str] = field(default_factory=Counter)
    """How many, by where they were held."""
    steps: Counter[str] = field(default_factory=Counter)
    """Steps, acts and lines."""
    failures: list[Failure] = field(default_factory=list)
    seconds: float = 0
    """Processor time."""


def dozen(seed: int, screens: int, shrink: float = 120, known: frozenset[str] = frozenset()) -> Dozen:
    """Hold a dozen of walks, one in `screens` on the screens; faults of a kind already known are not shortened."""
    dice = Random(seed)
    found = Dozen(seed)
    seen = set(known)
    for number, told in enumerate(traces([ground(dice) for _ in range(GROUNDS)], DOZEN, seed)):
        where = "screens" if (seed + number) % screens == 0 else "prompts"
        found.walks.update(("consultation", where))
        found.steps["consultation"] += len(told.trace)
        for failed, fault, walk in _held(told, where, seed * DOZEN + number, found):
            seconds = 0.0 if signature(fault) in seen else shrink
            seen.add(signature(fault))
            setting, path = _shortened(told, walk, fault, seconds)
            found.failures.append(Failure(failed, seed, number, fault, setting, path))
    return found


def examples(start: int) -> Dozen:
    """Read a dozen of the shipped scenarios."""
    found = Dozen(-start - 1)
    for number in range(start, min(start + DOZEN, len(shipped()))):
        found.walks.update(("examples",))
        try:
            walk = walk_example(number)
        except Fault as fault:
            walk = fault.walk
            path = " ".join(map(str, walk.done))
            found.failures.append(Failure("examples", -start - 1, number, str(fault), shipped()[number].stem, path))
        found.steps["examples"] += len(walk.done)
    return found


def _held(told: Told, where: str, seed: int, found: Dozen) -> Iterator[tuple[str, str, Any]]:
    """Hold one trace; give where it failed, why, and the walk that met it."""
    if told.fault:
        yield "consultation", told.fault, None
    try:
        walk = (walk_on_screens if where == "screens" else walk_at_prompts)(told.ground, told.trace, seed)
    except Fault as fault:
        walk = fault.walk
        yield where, str(fault), walk
    found.steps[where] += len(walk.done)


def _shortened(told: Told, walk: Walk | PromptWalk | None, fault: str, seconds: float) -> tuple[str, str]:
    """Give the setting of a fault and the shortest way to it."""
    wanted = signature(fault)
    if walk is None:
        return str(told.ground), " · ".join(map(str, shortest(told.trace, _as(wanted, _talk(told)), seconds)))
    if isinstance(walk, PromptWalk):
        lines = shortest(walk.done, _as(wanted, lambda tried: _prompts(walk, tried)), seconds)
        return f"{walk.language} {told.ground}", repr(lines)
    acts = shortest(walk.done, _as(wanted, lambda tried: _screens(walk, tried)), seconds)
    return f"{walk.language} {walk.began}", " ".join(map(str, acts))


def _as(wanted: str, again: Callable[[Sequence[Any]], None]) -> Callable[[Sequence[Any]], bool]:
    """Tell whether doing it again fails in the same way."""

    def fails(tried: Sequence[Any]) -> bool:
        try:
            again(tried)
        except Exception as fault:
            words = str(fault) if isinstance(fault, Fault) else f"{type(fault).__name__}: {fault}"
            return signature(words) == wanted
        return False

    return fails


def _talk(told: Told) -> Callable[[Sequence[Step]], None]:
    def again(tried: Sequence[Step]) -> None:
        talk = Talk(told.ground)
        for step in tried:
            talk.take(step)
        talk.finish()

    return again


def _prompts(walk: PromptWalk, tried: Sequence[str]) -> None:
    held(PromptWalk(walk.ground, walk.language, odd=walk.odd), iter(tried))


def _screens(walk: Walk, tried: Sequence[Act]) -> None:
    play(lambda _: iter(tried), walk.language, walk.began, odd=walk.odd)
