"""What the tests of the doors to other programs share: the real rule base, and a desk that answers with it."""

from functools import cache
from pathlib import Path

import pytest

from petr_advisor.checking import load
from petr_advisor.inference.engines import engine
from petr_advisor.serving.answering import Here
from petr_advisor.serving.taking import Desk

ROOT = Path(__file__).parents[2]


@cache
def _desk() -> Desk:
    return Desk(load(), engine("native"))


@pytest.fixture
def desk() -> Desk:
    return _desk()


@pytest.fixture
def here(desk: Desk) -> Here:
    return Here.at(desk)
