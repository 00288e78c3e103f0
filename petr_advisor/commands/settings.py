"""What every command is told besides its own arguments."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from petr_advisor.errors import Language

EngineWanted = Literal["durable", "native", "all"]
"""One engine, or both."""


@dataclass(frozen=True)
class Settings:
    """The rule base, the engine, the date of law and the language of a command."""

    language: Language = "fr"
    as_of: date | None = None
    """The date of law; that of the case when None."""
    engine: EngineWanted | None = None
    """The preferred one when None."""
    knowledge: Path | None = None
    """Folder of the rule base; the project's own when None."""


DEFAULT = Settings()
