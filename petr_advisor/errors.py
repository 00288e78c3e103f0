"""The one family of errors that reaches a person, and what the system refuses in words."""

import errno
from typing import TYPE_CHECKING, Self

from petr_advisor.words.languages import Language as Language  # noqa: PLC0414 - every layer takes it from here

if TYPE_CHECKING:
    from petr_advisor.words.texts import Text


class PetrAdvisorError(Exception):
    """Base of every error of this package; its text is shown to a person as it is."""

    def __init__(self, en: str, fr: str | None = None) -> None:
        super().__init__(en)
        self.fr = fr or en
        """The French text; the English one where the error is for a rule author."""

    @classmethod
    def of(cls, key: str, /, **fields: object) -> Self:
        """Make an error that says a phrase of the catalogue."""
        from petr_advisor.words.speech import told  # noqa: PLC0415 - most runs fail at nothing, and start sooner

        return cls.saying(told(key, **fields))

    @classmethod
    def saying(cls, text: "Text") -> Self:
        """Make an error that says a text, with the apostrophes of print."""
        return cls(text.in_("en"), text.in_("fr"))

    @property
    def text(self) -> "Text":
        """What it says, in both languages."""
        from petr_advisor.words.texts import Text  # noqa: PLC0415 - as above

        return Text(fr=self.fr, en=str(self))

    def told(self, language: Language) -> str:
        """Give the text in one language."""
        return {"fr": self.fr, "en": str(self)}[language]


def reason(error: BaseException) -> "Text":
    """Say why the system refused a file."""
    from petr_advisor.words.catalogue import catalogue  # noqa: PLC0415 - as above
    from petr_advisor.words.speech import told, verbatim  # noqa: PLC0415

    if isinstance(error, ValueError):
        return told("reason.nul")
    number = errno.ENOMEM if isinstance(error, MemoryError) else getattr(error, "errno", None)
    name = errno.errorcode.get(number or 0, "").lower()
    if f"reason.{name}" in catalogue():
        return told(f"reason.{name}")
    return verbatim(getattr(error, "strerror", None) or str(error))
