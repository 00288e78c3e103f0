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


@dataclass(frozen=True)
class BatchSettings:
    """What is wanted of the rows besides the settings of every command."""

    members: Path | None = None
    """The second table, of members."""
    days: tuple[date, ...] = ()
    """Dates of law for every row."""
    questions: tuple[str, ...] = ()
    """Key questions for every row."""
    ignored: tuple[str, ...] = ()
    """Columns that are left aside."""
    statuses: bool = False
    """Whether only statuses, duties and breaches are wanted."""
    jobs: int = 0
    """Processes; as many as processors for 0."""
    resume: bool = False
    """Whether the parts of a batch that was interrupted are taken up."""
    overwrite: bool = False
    """Whether an output that is there is replaced."""


DEFAULT = Settings()
