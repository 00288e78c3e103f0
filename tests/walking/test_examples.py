"""Examples are opened and read, screen by screen: some of them here, all of them in `make walk`."""

from random import Random

import pytest

from tests.walking.examples import shipped, walk_example

SAMPLE = 12


@pytest.mark.parametrize("number", sorted(Random(8).sample(range(len(shipped())), SAMPLE)))
def test_an_example_is_read(number: int) -> None:
    """Its question, law, reasons, answers, help, seats, members and conclusions, in both languages."""
    walk = walk_example(number)
    assert walk.held_once, shipped()[number]
