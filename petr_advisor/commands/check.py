"""What `petr-advisor check` and `--version` do: tell the state of the rule base."""

from pathlib import Path

from petr_advisor import __version__
from petr_advisor.checking import all_problems, load
from petr_advisor.inference.engines import default_engine
from petr_advisor.knowledge.loader import read_folder
from petr_advisor.knowledge.problems import FileError
from petr_advisor.locations import knowledge_folder


def version_text(knowledge: Path | None) -> str:
    """Give the version, the engine and the rule base."""
    base = load(knowledge)
    running = default_engine().name
    note = "" if running == "durable" else " (durable_rules does not load on this Python)"
    return f"petr-advisor {__version__} · engine {running}{note} · rule base {base.hash[:12]}"


def check(knowledge: Path | None) -> str:
    """Check a rule base; a FileError holds every problem."""
    base, places = read_folder(knowledge or knowledge_folder())
    if problems := all_problems(base, places):
        raise FileError(problems)
    return (
        f"{len(base.norms)} norms, {len(base.sources)} sources, {len(base.facts)} facts, {len(base.options)} options, "
        f"{len(base.cures)} cures, {len(base.rules)} rules, {len(base.disputed)} disputed points: no problem found."
    )
