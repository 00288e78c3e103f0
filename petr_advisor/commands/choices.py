"""The choices that some options of the command line offer."""

from enum import StrEnum

from petr_advisor.commands.settings import EngineWanted
from petr_advisor.documents.sizes import Size
from petr_advisor.errors import Language


class Lang(StrEnum):
    """Language of the interface."""

    fr = "fr"
    en = "en"

    @property
    def code(self) -> Language:
        """The language as the library names it."""
        return "fr" if self is Lang.fr else "en"


class EngineChoice(StrEnum):
    """Engine that derives the conclusions."""

    durable = "durable"
    native = "native"
    all = "all"

    @property
    def code(self) -> EngineWanted:
        """The engine as the commands name it."""
        return "all" if self is EngineChoice.all else "native" if self is EngineChoice.native else "durable"


class SizeChoice(StrEnum):
    """Size of a document."""

    note = "note"
    report = "report"
    file = "file"

    @property
    def code(self) -> Size:
        """The size as documents name it."""
        return "note" if self is SizeChoice.note else "report" if self is SizeChoice.report else "file"
