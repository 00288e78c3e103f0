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
    overlay: Path | None = None
    """Folder of changed rules, to tell what they would change."""
    scheduler: str | None = None
    """The address of a Dask scheduler, whose workers conclude the rows."""


@dataclass(frozen=True)
class LookedFor:
    """Which groupings are looked for."""

    around: tuple[str, ...] = ()
    """SIRENs or names of those that every grouping holds."""
    with_: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    members: tuple[int, int] = (2, 6)
    """The least, the most."""
    people: tuple[int, int | None] = (0, None)
    """The same of inhabitants."""
    rank: tuple[str, ...] = ()


@dataclass(frozen=True)
class KnownBesides:
    """What is known of every grouping beside its members."""

    case: str | None = None
    """A case that gives its answers, and its members where nobody else is looked around."""
    answers: tuple[str, ...] = ()
    """FACT=VALUE."""
    questions: tuple[str, ...] = ()
    scots: tuple[str, ...] = ()
    """Perimeters of SCoTs, each as a name, a colon, then the SIRENs of its members."""


DEFAULT = Settings()
