"""The case a command works on: a scenario's file, or a consultation saved from the terminal."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.saved import Resumed, read
from petr_advisor.dossiers import is_taken, names, resume, slug_of
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.files.locations import examples_folder
from petr_advisor.files.reading import LONGEST_SHOWN, files_in, shown, what_is
from petr_advisor.inference.program import Engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.problems import nearest
from petr_advisor.scenarios.loading import load_scenarios, scenario_files
from petr_advisor.scenarios.scenario import Scenario
from petr_advisor.words.speech import verbatim
from petr_advisor.words.texts import Text


@dataclass(frozen=True)
class Dossier:
    """A case with its name."""

    title: Text
    territory: Text | None
    """Name of the territory, where the case gives one; its members name it otherwise."""
    consultation: Callable[[Engine | None, date | None], Consultation]
    """Give the consultation, held with an engine and at a date of law (those of the case when None)."""
    taken_up: Resumed | None = None
    """What a saved consultation gave; None for a scenario."""
    slug: str | None = None
    """What leads to it among the dossiers; None for a file."""


def find_dossier(name: str, base: KnowledgeBase) -> Dossier:
    """Find a case: `FILE.yaml`, `FILE.yaml#variant`, the bare name of an example, or a saved consultation.

    A saved consultation goes by the name given to it, or by its `.json` file. PetrAdvisorError when there is none.
    """
    path = Path(name)
    if path.suffix == ".json" and what_is(path) != "nothing":
        return _saved(lambda engine, as_of: read(path, base, engine, as_of))
    if path.suffix not in {".yaml", ".yml"} and "#" not in name and not _examples(path.stem):
        slug = slug_of(name)
        if is_taken(slug):
            return _saved(lambda engine, as_of: resume(slug, base, engine, as_of), slug)
        if what_is(path) == "nothing":
            raise PetrAdvisorError(*_nothing(name))
    return _scripted(find_scenario(name, base))


def find_scenario(name: str, base: KnowledgeBase) -> Scenario:
    """Find a scenario by `FILE` or `FILE#variant`; a bare name is looked for among the examples."""
    path_text, _, variant = name.partition("#")
    path = Path(path_text)
    found = what_is(path)
    if found == "nothing" and len(examples := _examples(path.stem)) == 1:
        path = examples[0]
    elif found == "folder":
        raise PetrAdvisorError.of("command.is-a-folder", shown=shown(path))
    scenarios = {scenario.name: scenario for each in scenario_files([path]) for scenario in load_scenarios(each, base)}
    wanted = f"{path.stem}#{variant}" if variant else path.stem
    if wanted not in scenarios:
        raise PetrAdvisorError(
            f"no variant `{variant}` in {path.name}: {', '.join(scenarios)}",
            f"pas de variante `{variant}` dans {path.name} : {', '.join(scenarios)}",
        )
    return scenarios[wanted]


def _examples(stem: str) -> list[Path]:
    return [file for file in files_in(examples_folder(), ".yaml") if file.stem == stem]


def _scripted(scenario: Scenario) -> Dossier:
    if scenario.territory is not None:
        named: Text | None = verbatim(scenario.territory)
    else:
        named = None if scenario.members else scenario.case or scenario.title
    return Dossier(scenario.title, named, scenario.consultation)


def _saved(take: Callable[[Engine | None, date | None], Resumed], slug: str | None = None) -> Dossier:
    def hold(engine: Engine | None, as_of: date | None) -> Consultation:
        return take(engine, as_of).consultation

    taken_up = take(None, None)
    title = verbatim(taken_up.name)
    return Dossier(title, title, hold, taken_up, slug)


def _nothing(name: str) -> tuple[str, str]:
    known = (*names(), *(file.stem for file in files_in(examples_folder(), ".yaml")))
    near = nearest(name, known) if len(name) <= LONGEST_SHOWN else None
    return (
        f"no scenario file and no saved consultation « {shown(name)} »"
        + (f": did you mean « {near} »?" if near else ""),
        f"ni fichier de scénario ni consultation enregistrée « {shown(name)} »"
        + (f" : vouliez-vous dire « {near} » ?" if near else ""),
    )
