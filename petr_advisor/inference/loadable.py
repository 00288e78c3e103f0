"""Whether durable_rules loads here, known without loading it."""

import sys
from importlib.util import find_spec

LOADS_BEFORE = (3, 13)
"""The first Python on which durable_rules does not load, even where it is installed."""


def durable_loads() -> bool:
    """Tell whether durable_rules is there and loads on this Python."""
    return sys.version_info < LOADS_BEFORE and find_spec("durable") is not None
