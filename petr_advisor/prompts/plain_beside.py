"""A consultation beside a saved one, by plain prompts: dates, what is proposed, the plan, the answers that differ."""

from collections.abc import Callable
from dataclasses import dataclass

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.layout.beside import Column, beside, in_words
from petr_advisor.documents.renderers.text import text
from petr_advisor.dossiers import names, resume
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import Voice

SEPARATOR = ";"
"""What stands between the names of several."""


@dataclass
class BesidePrompt:
    """Asks which dossiers; an empty line leaves it."""

    read: Callable[[], str]
    write: Callable[[str], None]
    language: Language

    def hold(self, consultation: Consultation) -> None:
        """Write them side by side; SavedError for a dossier that is not there."""
        voice = Voice(self.language, in_print=False)
        self.write(voice.phrase("beside.with", names=", ".join(names())))
        typed = self.read().strip()
        if typed:
            others = [resume(name, consultation.base, consultation.engine) for name in typed.split(SEPARATOR)]
            columns = [Column(other.name, other.consultation) for other in others]
            mine = Column(voice.phrase("beside.this-one"), consultation)
            self.write(text(in_words(beside([mine, *columns], voice), voice)))
