"""What `petr-advisor check` does: tell the state of the rule base."""

from pathlib import Path

from petr_advisor.checking import check_folder
from petr_advisor.files.locations import knowledge_folder
from petr_advisor.knowledge.loader import KINDS
from petr_advisor.knowledge.problems import FileError
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import screen_voice


def check(knowledge: Path | None, language: Language = "fr") -> str:
    """Check a rule base; a FileError holds every problem."""
    base, problems = check_folder(knowledge or knowledge_folder())
    if problems:
        raise FileError(problems)
    return screen_voice(language).phrase("command.clean", **{kind: len(getattr(base, kind)) for kind in KINDS})
