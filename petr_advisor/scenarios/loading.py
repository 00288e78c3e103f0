"""Load scenarios from files, or say everything that is wrong with a file."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, get_args

from pydantic import ValidationError

from petr_advisor.consulting.outcomes import Status
from petr_advisor.files.reading import files_in, shown, what_is
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.problems import FileError, Problem, nearest
from petr_advisor.knowledge.yaml_reader import Document, read_yaml
from petr_advisor.scenarios.form import DUTY, Expectations, ScenarioFile
from petr_advisor.scenarios.scenario import Scenario

STATUSES = get_args(Status)


def scenario_files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Give the scenario files of some files and folders; FileError for a path that does not exist."""
    found: list[Path] = []
    for path in paths:
        match what_is(path):
            case "folder":
                found += files_in(path, ".yaml")
            case "nothing" if not path.is_symlink():
                raise FileError(
                    [Problem(shown(path), 0, "", "no such file or folder")],
                    fr=f"{shown(path)} : ni fichier ni dossier de ce nom",
                )
            case _:
                found.append(path)
    return tuple(dict.fromkeys(found))


def load_scenario(path: Path, base: KnowledgeBase) -> Scenario:
    """Load the case of a file, without its variants."""
    return next(iter(load_scenarios(path, base)))


def load_scenarios(path: Path, base: KnowledgeBase) -> Iterator[Scenario]:
    """Load the case of a file and its variants; a FileError holds every problem of the file."""
    document = read_yaml(path)
    try:
        file = ScenarioFile.model_validate(document.data)
    except ValidationError as error:
        raise FileError([_problem(document, detail) for detail in error.errors()]) from error
    if strange := [(place, key) for place, key in enumerate(file.key_questions) if key not in base.key_questions]:
        raise FileError(
            document.problem(
                ("key_questions", place), f"unknown key question `{key}`", nearest(key, base.key_questions)
            )
            for place, key in strange
        )
    scenarios = list(_scenarios(path, document, file, base))
    problems = [
        problem for scenario in scenarios for problem in (*_unknown_names(scenario), *_other_questions(scenario))
    ]
    if problems:
        raise FileError(problems)
    yield from scenarios


def _scenarios(path: Path, document: Document, file: ScenarioFile, base: KnowledgeBase) -> Iterator[Scenario]:
    yield Scenario(
        path.stem, file.title, document, base, file.as_of, file.key_questions, file.members, file.members_complete,
        file.answers, file.expect, (), file.origin, file.territory,
    )  # fmt: skip
    for name, variant in file.variants.items():
        members = file.members if variant.members is None else variant.members
        yield Scenario(
            f"{path.stem}#{name}", variant.title, document, base, variant.as_of or file.as_of, file.key_questions,
            members, file.members_complete, {**file.answers, **variant.answers}, variant.expect, ("variants", name),
            file.origin, file.territory,
        )  # fmt: skip


def _problem(document: Document, detail: Any) -> Problem:
    path = tuple(part for part in detail["loc"] if part not in {"str", "tuple[str, ...]"})
    if detail["type"] == "extra_forbidden":
        model = Expectations if "expect" in path else ScenarioFile
        near = nearest(str(path[-1]), model.model_fields)
        return document.problem(path, f"unknown key `{path[-1]}`; expected {', '.join(model.model_fields)}", near)
    if detail["type"] == "model_type" and not path:
        return document.problem((), f"not a scenario: write {', '.join(ScenarioFile.model_fields)}")
    found = "" if detail["type"] == "missing" else f" (found {detail['input']!r:.60})"
    return document.problem(path, detail["msg"].removeprefix("Value error, ") + found)


def _unknown_names(scenario: Scenario) -> Iterator[Problem]:
    """Refuse expectations about things that the rule base does not hold."""
    base, expect = scenario.base, scenario.expect
    concluded = (*base.options, *(DUTY + key for key, rule in base.rules.items() if rule.duty))
    readings = [f"{point}={reading}" for point, found in base.disputed.items() for reading in found.readings]
    known: tuple[tuple[str, Iterable[str], Iterable[str]], ...] = (
        ("options", expect.options, base.options),
        ("cures", expect.cures, base.cures),
        ("duties", (key.partition("@")[0] for key in expect.duties), base.rules),
        ("deadlines", expect.deadlines, base.rules),
        ("facts", expect.facts, base.facts),
        ("disputed", expect.disputed, concluded),
        ("disputed", (p for points in expect.disputed.values() for p in points), base.disputed),
        ("readings", expect.readings, readings),
        ("readings", (key for found in expect.readings.values() for key in found), concluded),
        ("ranking", expect.ranking, base.options),
        ("norms", (n for norms in expect.norms.values() for n in norms), base.norms),
        ("asked", expect.asked, base.facts),
        ("never_asked", expect.never_asked, base.facts),
        ("conflicts", (key for key in expect.conflicts if "+" not in key), base.conflicts),
        ("conflicts", (fact for key in expect.conflicts if "+" in key for fact in key.split("+")), base.facts),
        ("requirements", expect.requirements, requirement_names(base)),
    )
    for key, names, valid in known:
        for name in set(names) - set(valid):
            yield scenario.problem(("expect", key, name), f"`{name}` is not in the rule base", nearest(name, valid))
    for option, wanted in expect.options.items():
        for status in {wanted} if isinstance(wanted, str) else set(wanted):
            if status not in STATUSES:
                message = f"`{status}` is not one of {', '.join(STATUSES)}"
                yield scenario.problem(("expect", "options", option), message, nearest(status, STATUSES))


def _other_questions(scenario: Scenario) -> Iterator[Problem]:
    """Refuse expectations about options of key questions that the scenario does not ask."""
    for option in scenario.expect.options:
        answers = scenario.base.options[option].answers if option in scenario.base.options else None
        if answers is not None and scenario.key_questions and answers not in scenario.key_questions:
            message = f"`{option}` answers `{answers}`, which is not among the key questions of the scenario"
            yield scenario.problem(("expect", "options", option), message)


def requirement_names(base: KnowledgeBase) -> tuple[str, ...]:
    """Give the keys of all requirements: `option/name`, `group/name`."""
    groups = [f"{key}/{name}" for key, group in base.requirement_groups.items() for name in group.requires]
    return (*groups, *(f"{key}/{name}" for key, option in base.options.items() for name in option.requires))
