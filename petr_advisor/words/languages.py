"""The languages in which everything that a person reads exists."""

from typing import Literal

Language = Literal["fr", "en"]
