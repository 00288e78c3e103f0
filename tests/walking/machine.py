"""The machine that makes traces: hypothesis holds consultations, and every step is checked."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from hypothesis import HealthCheck, Phase, settings
from hypothesis import seed as seeded
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from tests.walking.ground import Ground
from tests.walking.steps import SAID, Step, Trace
from tests.walking.talk import Talk

STEPS = 12
picks = st.integers(0, 9_999)


@dataclass(frozen=True)
class Told:
    """A trace, where it was held, and what went wrong on the way."""

    ground: Ground
    trace: Trace
    fault: str = ""


class Talking(RuleBasedStateMachine):
    """Holds one consultation; `grounds` are those it may begin with, `told` takes the traces."""

    grounds: tuple[Ground, ...]
    told: list[Told]
    halting: bool
    """Whether a fault stops the machine, which then shrinks the trace; else it is only told."""

    @initialize(pick=picks)
    def begin(self, pick: int) -> None:
        self.trace: list[Step] = []
        self.fault = ""
        self.talk = Talk(self.grounds[pick % len(self.grounds)])

    @rule(step=st.builds(Step, st.sampled_from(SAID), picks, picks))
    def say(self, step: Step) -> None:
        if self.fault:
            return
        self.trace.append(step)
        self._watched(lambda: self.talk.take(step))

    def teardown(self) -> None:
        if not self.fault:
            self._watched(self.talk.finish)
        self.told.append(Told(self.talk.ground, tuple(self.trace), self.fault))

    def _watched(self, act: Callable[[], None]) -> None:
        try:
            act()
        except Exception as error:
            if self.halting:
                raise
            self.fault = f"{type(error).__name__}: {error}"


def traces(grounds: Iterable[Ground], count: int, seed: int, *, halting: bool = False) -> list[Told]:
    """Make traces on some grounds."""
    told: list[Told] = []
    machine = type("Machine", (Talking,), {"grounds": tuple(grounds), "told": told, "halting": halting})
    phases = (Phase.generate, Phase.shrink) if halting else (Phase.generate,)
    run = settings(
        max_examples=count, stateful_step_count=STEPS, deadline=None, database=None, phases=phases,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    run_state_machine_as_test(seeded(seed)(machine), settings=run)
    return told
