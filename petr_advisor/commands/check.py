"""What `petr-advisor check` does: tell the state of the rule base."""

from pathlib import Path

from petr_advisor.checking import all_problems
from petr_advisor.knowledge.loader import KINDS, read_folder
from petr_advisor.knowledge.problems import FileError
from petr_advisor.knowledge.texts import Language, Text
from petr_advisor.locations import knowledge_folder

_CLEAN = Text(
    fr="{norms} normes, {sources} sources, {facts} faits, {options} voies, {cures} remèdes, {rules} règles, "
    "{disputed} points discutés : aucun défaut trouvé.",
    en="{norms} norms, {sources} sources, {facts} facts, {options} options, {cures} cures, {rules} rules, "
    "{disputed} disputed points: no problem found.",
)


def check(knowledge: Path | None, language: Language = "fr") -> str:
    """Check a rule base; a FileError holds every problem."""
    base, places = read_folder(knowledge or knowledge_folder())
    if problems := all_problems(base, places):
        raise FileError(problems)
    return _CLEAN.in_(language).format(**{kind: len(getattr(base, kind)) for kind in KINDS})
