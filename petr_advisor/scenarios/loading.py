"""Load scenarios from files, or say everything that is wrong with a file."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import get_args

from pydantic import ValidationError

from petr_advisor.consulting.ranking import Status
from petr_advisor.consulting.weighing import State
from petr_advisor.files.locations import examples_folder
from petr_advisor.files.reading import files_in, shown, what_is
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.entries import read_in_part
from petr_advisor.knowledge.form_problems import form_problems
from petr_advisor.knowledge.problems import FileError, Problem, nearest
from petr_advisor.knowledge.yaml_reader import Document, read_yaml
from petr_advisor.scenarios.form import DUTY, OneOrMore, ScenarioFile
from petr_advisor.scenarios.law_form import law_names
from petr_advisor.scenarios.scenario import Scenario
from petr_advisor.words.speech import told

STATUSES = get_args(Status)
STATES = get_args(State)


def scenario_files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Give the scenario files of some files and folders, or examples; FileError for a path that does not exist."""
    found: list[Path] = []
    for path in map(example_or_path, paths):
        match what_is(path):
            case "folder":
                found += files_in(path, ".yaml")
            case "nothing" if not path.is_symlink():
                raise FileError([Problem(shown(path), 0, "", told("check.no-scenario-there"))])
            case _:
                found.append(path)
    return tuple(dict.fromkeys(found))


def example_or_path(path: Path) -> Path:
    """Give a path; where nothing stands there, the example of that name, or the folder of examples."""
    if what_is(path) != "nothing" or path.is_symlink() or path.is_absolute() or ".." in path.parts:
        return path
    examples = examples_folder()
    if what_is(examples / path) == "folder":
        return examples / path
    called = [file for file in files_in(examples, ".yaml") if str(path) in {file.stem, file.name}]
    return called[0] if len(called) == 1 else path


def load_scenario(path: Path, base: KnowledgeBase) -> Scenario:
    """Load the case of a file, without its variants."""
    return next(iter(load_scenarios(path, base)))


def load_scenarios(path: Path, base: KnowledgeBase) -> Iterator[Scenario]:
    """Load the case of a file and its variants; a FileError holds every problem of the file."""
    document = read_yaml(path)
    file, problems = _read(document)
    scenarios = list(_scenarios(path, document, file, base)) if file else []
    problems += _unknown_questions(document, file, base) if file else ()
    for scenario in scenarios:
        problems += (*_unknown_names(scenario), *_other_questions(scenario))
    if problems:
        raise FileError((*problems, *(problem for scenario in scenarios for problem in _bad_answers(scenario))))
    yield from scenarios


def _read(document: Document) -> tuple[ScenarioFile | None, list[Problem]]:
    """Read a file with what is wrong with its form: in part then, or not at all."""
    try:
        return ScenarioFile.model_validate(document.data), []
    except ValidationError as error:
        if not isinstance(document.data, Mapping):
            known = tuple(ScenarioFile.model_fields)
            return None, [document.problem((), told("check.not-a-scenario", known=known))]
        found = list(form_problems(ScenarioFile, error))
    file = read_in_part(ScenarioFile, document.data, [path for path, _, _ in found])
    return file, [document.problem(*problem) for problem in found]


def _unknown_questions(document: Document, file: ScenarioFile, base: KnowledgeBase) -> Iterator[Problem]:
    for place, key in enumerate(file.key_questions):
        if key not in base.key_questions:
            message, near = told("check.scenario-question", name=key), nearest(key, base.key_questions)
            yield document.problem(("key_questions", place), message, near)


def _bad_answers(scenario: Scenario) -> tuple[Problem, ...]:
    """Give the answers of a wrong scenario that cannot be taken, beside what else is wrong with it."""
    known = tuple(key for key in scenario.key_questions if key in scenario.base.key_questions)
    try:
        replace(scenario, key_questions=known).consultation()
    except FileError as error:
        return error.problems
    return ()


def _scenarios(path: Path, document: Document, file: ScenarioFile, base: KnowledgeBase) -> Iterator[Scenario]:
    yield Scenario(
        path.stem, file.title, document, base, file.as_of, file.key_questions, file.members, file.members_complete,
        file.answers, file.expect, (), file.origin, file.territory, file.acts,
    )  # fmt: skip
    for name, variant in file.variants.items():
        members = file.members if variant.members is None else variant.members
        yield Scenario(
            f"{path.stem}#{name}", variant.title, document, base, variant.as_of or file.as_of, file.key_questions,
            members, file.members_complete, {**file.answers, **variant.answers}, variant.expect, ("variants", name),
            file.origin, file.territory, file.acts if variant.acts is None else variant.acts, file.title,
        )  # fmt: skip


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
        ("proposal", expect.proposal, line_keys(base)),
        ("proposal", _answers(expect.proposal), (*base.options, *STATES)),
        ("course", expect.course, base.options),
        ("sure", expect.sure, line_keys(base)),
        ("not_said", expect.not_said, concluded),
        ("norms", (n for norms in expect.norms.values() for n in norms), base.norms),
        ("asked", expect.asked, base.facts),
        ("never_asked", expect.never_asked, base.facts),
        ("conflicts", (key for key in expect.conflicts if "+" not in key), (*base.conflicts, *base.facts)),
        ("conflicts", (fact for key in expect.conflicts if "+" in key for fact in key.split("+")), base.facts),
        ("requirements", expect.requirements, requirement_names(base)),
        ("progress", expect.progress, base.procedures),
        ("plan", expect.plan, base.act_keys),
        ("next_change", expect.next_change, base.procedures),
        ("tally", expect.tally, base.act_keys),
        ("acts", expect.acts, base.act_keys),
        *law_names(expect.law, base),
    )
    for key, names, valid in known:
        named = set(names)
        for name in named.difference(valid) if named else ():
            yield scenario.problem(("expect", key, name), told("check.not-in-base", name=name), nearest(name, valid))
    for option, wanted in expect.options.items():
        for status in {wanted} if isinstance(wanted, str) else set(wanted):
            if status not in STATUSES:
                message = told("check.no-such-status", name=status, known=STATUSES)
                yield scenario.problem(("expect", "options", option), message, nearest(status, STATUSES))


def _other_questions(scenario: Scenario) -> Iterator[Problem]:
    """Refuse expectations about options of key questions that the scenario does not ask."""
    if not set(scenario.key_questions) <= scenario.base.key_questions.keys():
        return  # one that is misspelt may be theirs
    for option in scenario.expect.options:
        answers = scenario.base.options[option].answers if option in scenario.base.options else None
        if answers is not None and scenario.key_questions and answers not in scenario.key_questions:
            message = told("check.question-not-asked", option=option, answers=answers)
            yield scenario.problem(("expect", "options", option), message)


def line_keys(base: KnowledgeBase) -> tuple[str, ...]:
    """Give the names of the lines that a course may have: each key question, and `question/theme`."""
    themed = [f"{key}/{theme}" for key, question in base.key_questions.items() for theme in question.themes]
    return (*base.key_questions, *themed)


def _answers(expected: Mapping[str, OneOrMore]) -> Iterator[str]:
    """Give the options that expected answers name, or the states where they name none."""
    for found in expected.values():
        for name in (found,) if isinstance(found, str) else found:
            yield name.partition(":")[2] or name


def requirement_names(base: KnowledgeBase) -> tuple[str, ...]:
    """Give the keys of all requirements: `option/name`, `group/name`."""
    groups = [f"{key}/{name}" for key, group in base.groups.items() for name in group.requires]
    return (*groups, *(f"{key}/{name}" for key, option in base.options.items() for name in option.requires))
