"""Three hundred walks: traces made by hypothesis, held on the screens or at the prompts."""

from random import Random

import pytest

from tests.walking.ground import ground
from tests.walking.machine import traces
from tests.walking.walks import DOZEN, Failure, dozen

WALKS = 300
ONE_ON_SCREENS_IN = 12


def told(failures: list[Failure]) -> str:
    return "\n".join(f"{failed.where}: {failed.fault}\n  {failed.setting}: {failed.path}" for failed in failures)


@pytest.mark.parametrize("seed", range(WALKS // DOZEN))
def test_nothing_breaks_on_a_walk(seed: int) -> None:
    """Whatever is said, and whatever key is pressed in between; what failed is told with the shortest way to it."""
    found = dozen(seed, ONE_ON_SCREENS_IN)
    assert found.walks["consultation"] >= DOZEN
    assert not found.failures, told(found.failures)


def test_the_same_seed_walks_the_same_way() -> None:
    """A failure told with its seed can be met again."""
    one, other = (traces([ground(Random(3))], 4, 3) for _ in range(2))
    assert one == other
