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


_REASONS = {
    errno.EACCES: ("access denied", "accès refusé"),
    errno.EPERM: ("not permitted", "opération interdite"),
    errno.ENOENT: ("nothing of that name", "rien de ce nom"),
    errno.ENOTDIR: ("part of the path is not a folder", "une partie du chemin n'est pas un dossier"),
    errno.EISDIR: ("it is a folder", "c'est un dossier"),
    errno.ENAMETOOLONG: ("the name is too long", "le nom est trop long"),
    errno.ELOOP: ("a link that leads back to itself", "un lien qui ramène à lui-même"),
    errno.ENOSPC: ("no space left on the disk", "plus de place sur le disque"),
    errno.EDQUOT: ("your share of the disk is full", "votre part du disque est pleine"),
    errno.EFBIG: ("the file would be too large", "le fichier serait trop gros"),
    errno.EROFS: ("the disk can only be read", "le disque est en lecture seule"),
    errno.EIO: ("the disk or the terminal does not answer", "le disque ou le terminal ne répond plus"),
    errno.EMFILE: ("too many open files", "trop de fichiers ouverts"),
    errno.ENOMEM: ("no memory left", "plus de mémoire"),
}


def reason(error: BaseException) -> tuple[str, str]:
    """Say, in English and in French, why the system refused a file."""
    if isinstance(error, OSError):
        said = error.strerror or str(error)
        return _REASONS.get(error.errno or 0, (said, said))
    if isinstance(error, MemoryError):
        return _REASONS[errno.ENOMEM]
    return "a letter that no name can hold", "un caractère qu'aucun nom ne peut contenir"  # ValueError: a NUL
