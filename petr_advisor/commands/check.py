"""What `petr-advisor check` and `--version` do: tell the state of the rule base."""

from pathlib import Path

from petr_advisor import __version__
from petr_advisor.checking import all_problems, load
from petr_advisor.commands.opening import engine_names
from petr_advisor.commands.settings import Settings
from petr_advisor.inference.engines import available
from petr_advisor.knowledge.loader import KINDS, read_folder
from petr_advisor.knowledge.problems import FileError
from petr_advisor.knowledge.texts import Language, Text
from petr_advisor.locations import knowledge_folder

_NATIVE_ONLY = Text(
    fr=" (durable_rules ne se charge pas sur ce Python)", en=" (durable_rules does not load on this Python)"
)
_CLEAN = Text(
    fr="{norms} normes, {sources} sources, {facts} faits, {options} voies, {cures} remèdes, {rules} règles, "
    "{disputed} points discutés : aucun défaut trouvé.",
    en="{norms} norms, {sources} sources, {facts} facts, {options} options, {cures} cures, {rules} rules, "
    "{disputed} disputed points: no problem found.",
)


def version_text(settings: Settings) -> str:
    """Give the version, the engine and the rule base."""
    base = load(settings.knowledge)
    running, en = engine_names(settings)[0], settings.language == "en"
    note = "" if "durable" in available() else _NATIVE_ONLY.in_(settings.language)
    return (
        f"petr-advisor {__version__} · {'engine' if en else 'moteur'} {running}{note} · "
        f"{'rule base' if en else 'base de règles'} {base.hash[:12]}"
    )


def check(knowledge: Path | None, language: Language = "fr") -> str:
    """Check a rule base; a FileError holds every problem."""
    base, places = read_folder(knowledge or knowledge_folder())
    if problems := all_problems(base, places):
        raise FileError(problems)
    return _CLEAN.in_(language).format(**{kind: len(getattr(base, kind)) for kind in KINDS})
