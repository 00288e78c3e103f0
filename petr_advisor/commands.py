"""What each command does; the command line only reads arguments and prints."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from petr_advisor import __version__
from petr_advisor.batch import WRITERS, Batch, evaluate_all, over_files
from petr_advisor.checking import load
from petr_advisor.consultation import Consultation
from petr_advisor.dossiers import find_dossier
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.explanations import how, why_not
from petr_advisor.inference.engines import EngineName, available, engine
from petr_advisor.inference.program import Engine
from petr_advisor.knowledge.problems import FileError, unknown
from petr_advisor.knowledge.texts import Language
from petr_advisor.locations import consultations_folder, examples_folder, knowledge_folder
from petr_advisor.plain import Plain
from petr_advisor.report.plain import explanation_text, outcomes_text
from petr_advisor.saved import resume as resume_saved
from petr_advisor.saved import save
from petr_advisor.territory.register import Register
from petr_advisor.walk import walk

REGISTER_YEAR = 2026


def engine_names(name: str | None) -> tuple[EngineName, ...]:
    """Give the engine of that name, all of them for `all`, the preferred one for None."""
    if name == "all":
        return available()
    if name is None:
        return available()[:1]
    return ("durable",) if name == "durable" else ("native",)


def engines(name: str | None) -> tuple[Engine, ...]:
    """Give the engines named."""
    return tuple(engine(each) for each in engine_names(name))


def version_text(knowledge: Path | None) -> str:
    """Give the version, the engine and the rule base."""
    base = load(knowledge)
    running = engines(None)[0].name
    note = "" if running == "durable" else " (durable_rules does not load on this Python)"
    return f"petr-advisor {__version__} · engine {running}{note} · rule base {base.hash[:12]}"


def check(knowledge: Path | None) -> str:
    """Check a rule base; a FileError holds every problem."""
    from petr_advisor.checking import all_problems  # noqa: PLC0415 - the checks are not needed elsewhere
    from petr_advisor.knowledge.loader import read_folder  # noqa: PLC0415

    base, places = read_folder(knowledge or knowledge_folder())
    if problems := all_problems(base, places):
        raise FileError(problems)
    return (
        f"{len(base.norms)} norms, {len(base.sources)} sources, {len(base.facts)} facts, {len(base.options)} options, "
        f"{len(base.cures)} cures, {len(base.rules)} rules, {len(base.disputed)} disputed points: no problem found."
    )


def batch(engine_name: str | None, knowledge: Path | None, as_of: date | None, language: Language) -> Batch:
    """Describe a batch of evaluations."""
    return Batch(engine_names(engine_name), knowledge, as_of, language)


def evaluate_paths(paths: list[Path], form: str, batch: Batch) -> tuple[str, bool]:
    """Evaluate scenarios; give the results in the form asked, and whether all expectations hold."""
    rows = evaluate_all(paths, batch)
    return WRITERS[form](rows), all(row.passed for row in rows)


def walk_paths(paths: list[Path], knowledge: Path | None, jobs: int | None) -> tuple[str, bool]:
    """Walk scenarios over every date on which the law changes; give what is wrong, and whether nothing is."""
    files = over_files(paths, walk, knowledge, jobs)
    faults = [str(fault) for file in files for fault in file.faults]
    cases, days = sum(file.cases for file in files), sum(file.days for file in files)
    faults.append(f"{cases} cases at {days // max(cases, 1)} dates each: {len(faults) or 'no'} gaps or overlaps")
    return "\n".join(faults), len(faults) == 1


def explain(
    scenario: str,
    conclusion: str | None,
    option: str | None,
    knowledge: Path | None,
    as_of: date | None,
    engine_name: str | None,
    language: Language,
) -> str:
    """Give what follows from a scenario, the proof of one conclusion, or why an option is not open."""
    base = load(knowledge)
    found = find_dossier(scenario, base).consultation(engines(engine_name)[0], as_of)
    if option is not None:
        if option not in base.options:
            raise PetrAdvisorError(*unknown(option, base.options, "no option", "aucune voie"))
        if base.options[option].answers not in found.key_questions:
            asked = base.options[option].answers
            raise PetrAdvisorError(
                f"`{option}` answers `{asked}`, which this case does not ask",
                fr=f"« {option} » répond à « {asked} », question que ce cas ne pose pas",
            )
        if not found.clashes:
            return explanation_text(why_not(found, option), base, language)
    if conclusion is None or found.clashes:
        return outcomes_text(found, language)
    explanation = how(found, conclusion)
    if explanation is None:
        raise PetrAdvisorError(
            f"`{conclusion}` does not follow from this case, or there is no such thing. "
            "Write option:ID, requirement:OPTION/NAME, duty:RULE, fact:ID or cure:ID.",
            fr=f"« {conclusion} » ne découle pas de ce cas, ou n'existe pas. "
            "Écrivez option:ID, requirement:VOIE/NOM, duty:RÈGLE, fact:ID ou cure:ID.",
        )
    return explanation_text(explanation, base, language)


def _start(
    knowledge: Path | None, as_of: date, engine_name: str | None, resume: str | None, about: Sequence[str]
) -> Consultation:
    base = load(knowledge)
    chosen = engines("native" if engine_name == "native" else None if engine_name == "all" else engine_name)[0]
    if resume is None:
        return Consultation.start(base, as_of, about, chosen)
    taken_up = resume_saved(resume, base, chosen)
    for message in taken_up.set_apart:
        print(f"! {message}", file=sys.stderr)
    return taken_up.consultation


def consult_plain(
    knowledge: Path | None,
    language: Language,
    as_of: date,
    engine_name: str | None,
    resume: str | None,
    about: Sequence[str] = (),
) -> None:
    """Hold the consultation as plain prompts, on some key questions or on all of them."""
    name = resume or f"consultation-{date.today().isoformat()}"  # noqa: DTZ011 - a local day
    consultation = _start(knowledge, as_of, engine_name, resume, about)
    register = Register.load(knowledge_folder() / "territories", REGISTER_YEAR)
    Plain(
        consultation,
        language,
        input,
        lambda text: print(text, flush=True),
        lambda found: _keep(found, name),
        register,
    ).hold()
    print(f"{consultations_folder() / name}.json", file=sys.stderr)


def _keep(consultation: Consultation, name: str) -> None:
    save(consultation, name)


def consult_screen(
    knowledge: Path | None, language: Language, as_of: date, engine_name: str | None, resume: str | None
) -> None:
    """Hold the consultation on the full screen."""
    from petr_advisor.tui.app import PetrAdvisorApp  # noqa: PLC0415 - only here is Textual needed

    base = load(knowledge)
    PetrAdvisorApp(
        base,
        register_folder=knowledge_folder() / "territories",
        language=language,
        as_of=as_of,
        engine=engines(None if engine_name == "all" else engine_name)[0],
        resume=resume,
        examples=examples_folder(),
    ).run()
