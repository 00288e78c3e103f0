"""The command line: hold a consultation, check the rule base, evaluate scenarios, explain conclusions."""

import json
import sys
import traceback
from dataclasses import replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from petr_advisor.errors import PetrAdvisorError
from petr_advisor.knowledge.texts import Language
from petr_advisor.locations import cache_folder

app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


class Lang(StrEnum):
    """Language of the interface."""

    fr = "fr"
    en = "en"

    @property
    def code(self) -> Language:
        """The language as the library names it."""
        return "fr" if self is Lang.fr else "en"


class EngineChoice(StrEnum):
    """Engine that derives the conclusions."""

    durable = "durable"
    native = "native"
    all = "all"


class SchemaOf(StrEnum):
    """What a JSON Schema describes."""

    rules = "rules"
    report = "report"


class Format(StrEnum):
    """Form of the results."""

    text = "text"
    json = "json"
    junit = "junit"


CASE = "A scenario's file (FILE#variant for a variant) or the name of a saved consultation."
KnowledgeOption = Annotated[Path | None, typer.Option("--knowledge", help="Folder of another rule base.")]
EngineOption = Annotated[
    EngineChoice | None, typer.Option("--engine", help="durable, native, or all: both, and fail on any difference.")
]
AsOfOption = Annotated[str | None, typer.Option("--as-of", help="Date of law, such as 2014-06-15 (today by default).")]
LangOption = Annotated[Lang, typer.Option("--lang", help="fr or en.")]


@app.callback(invoke_without_command=True)
def consult(
    context: typer.Context,
    *,
    lang: LangOption = Lang.fr,
    as_of: AsOfOption = None,
    resume: Annotated[str | None, typer.Option(help="Take a saved consultation up again, by name.")] = None,
    plain: Annotated[bool, typer.Option("--plain", help="Plain prompts instead of a full screen.")] = False,
    engine: EngineOption = None,
    knowledge: KnowledgeOption = None,
    version: Annotated[bool, typer.Option("--version", help="Version, engine and rule base.")] = False,
) -> None:
    """What can our pays structure become: a PETR or something else, how, and by when?

    Without a command, opens the consultation.

    \b
    petr-advisor                                          a consultation on the screen
    petr-advisor --plain --lang en                        the same as plain prompts
    petr-advisor explain scenarios/real/x.yaml --why-not l5741-4
    """  # noqa: D301 - \b keeps the lines of the examples apart
    if context.invoked_subcommand is not None:
        return
    from petr_advisor import commands  # noqa: PLC0415 - `--help` need not load the library

    if version:
        typer.echo(commands.version_text(knowledge))
        return
    day = _day(as_of)
    name = None if engine is None else engine.value
    if plain or not sys.stdout.isatty() or not sys.stdin.isatty():
        commands.consult_plain(knowledge, lang.code, day, name, resume)
    else:
        commands.consult_screen(knowledge, lang.code, day, name, resume)


@app.command()
def ask(
    questions: Annotated[list[str], typer.Argument(help="Key questions, such as project or scot.")],
    *,
    lang: LangOption = Lang.fr,
    as_of: AsOfOption = None,
    engine: EngineOption = None,
    knowledge: KnowledgeOption = None,
) -> None:
    """Hold the consultation as plain prompts, on some key questions only."""
    from petr_advisor import commands  # noqa: PLC0415

    name = None if engine is None else engine.value
    commands.consult_plain(knowledge, lang.code, _day(as_of), name, None, questions)


@app.command()
def check(knowledge: KnowledgeOption = None) -> None:
    """Check the rule base and report every problem at once."""
    from petr_advisor import commands  # noqa: PLC0415

    typer.echo(commands.check(knowledge))


@app.command()
def evaluate(
    paths: Annotated[list[Path], typer.Argument(help="Scenario files or folders.")],
    *,
    as_of: AsOfOption = None,
    engine: EngineOption = None,
    format: Annotated[Format, typer.Option("--format", help="text, json or junit.")] = Format.text,  # noqa: A002
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=0, help="Processes; as many as processors by default.")] = 0,
    every_date: Annotated[
        bool, typer.Option("--every-date", help="No expectations: look for gaps and overlaps at each date of the law.")
    ] = False,
    lang: LangOption = Lang.fr,
    knowledge: KnowledgeOption = None,
) -> None:
    """Evaluate scenarios: 0 when all expectations hold, 1 when one does not, 2 for a bad file."""
    from petr_advisor import commands  # noqa: PLC0415

    if every_date:
        text, passed = commands.walk_paths(paths, knowledge, jobs or None)
        typer.echo(text)
        raise typer.Exit(0 if passed else 1)
    batch = commands.batch(
        None if engine is None else engine.value, knowledge, _day(as_of) if as_of else None, lang.code
    )
    text, passed = commands.evaluate_paths(paths, format.value, replace(batch, jobs=jobs) if jobs else batch)
    typer.echo(text)
    raise typer.Exit(0 if passed else 1)


@app.command()
def explain(
    scenario: Annotated[str, typer.Argument(help=CASE)],
    conclusion: Annotated[
        str | None, typer.Argument(help="option:ID, requirement:KEY, duty:ID, fact:ID or cure:ID.")
    ] = None,
    *,
    why_not: Annotated[str | None, typer.Option("--why-not", help="Why this option is not open.")] = None,
    takes: Annotated[
        str | None, typer.Option("--what-would-it-take", help="The smallest changes after which this option is open.")
    ] = None,
    as_of: AsOfOption = None,
    engine: EngineOption = None,
    lang: LangOption = Lang.fr,
    knowledge: KnowledgeOption = None,
) -> None:
    """Print what follows from a case, or the proof of one conclusion down to paragraphs."""
    from petr_advisor import commands  # noqa: PLC0415

    name = None if engine is None else engine.value
    day = _day(as_of) if as_of else None
    if takes is not None:
        from petr_advisor.explain_commands import what_would_it_take_text  # noqa: PLC0415

        typer.echo(what_would_it_take_text(scenario, takes, knowledge, day, name, lang.code))
        return
    typer.echo(commands.explain(scenario, conclusion, why_not, knowledge, day, name, lang.code))


@app.command()
def compare(
    first: Annotated[str, typer.Argument(help=CASE)],
    second: Annotated[
        str | None, typer.Argument(help="Another one; or two --as-of for the same case then and now.")
    ] = None,
    *,
    as_of: Annotated[list[str] | None, typer.Option("--as-of", help="Date of law; twice for then and now.")] = None,
    engine: EngineOption = None,
    lang: LangOption = Lang.fr,
    knowledge: KnowledgeOption = None,
) -> None:
    """Compare two cases, or one case at two dates of law: what changes, and which norms make the difference."""
    from petr_advisor.explain_commands import compare_text  # noqa: PLC0415

    name = None if engine is None else engine.value
    days = [_day(text) for text in as_of or ()]
    typer.echo(compare_text(first, second, knowledge, days, name, lang.code))


@app.command()
def report(
    scenario: Annotated[str, typer.Argument(help=CASE)],
    output: Annotated[Path, typer.Option("--output", "-o", help="File to write: .docx .pdf .html .md or .json.")],
    *,
    settings: Annotated[
        Path | None, typer.Option(help="The adviser's settings (name, logo, colours, site), a TOML file.")
    ] = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace the file if it is there.")] = False,
    as_of: AsOfOption = None,
    engine: EngineOption = None,
    lang: LangOption = Lang.fr,
    knowledge: KnowledgeOption = None,
) -> None:
    """Write a document that explains the recommendation."""
    from petr_advisor import report_commands  # noqa: PLC0415

    name = None if engine is None else engine.value
    day = _day(as_of) if as_of else None
    typer.echo(
        report_commands.report(
            scenario, output, lang.code, settings, day, name, overwrite=overwrite, knowledge=knowledge
        )
    )


@app.command()
def roadmap(
    scenario: Annotated[str, typer.Argument(help=CASE)],
    *,
    option: Annotated[str | None, typer.Option(help="The option to plan; the chosen or best one by default.")] = None,
    start: Annotated[str | None, typer.Option(help="First day of the plan; the date of law by default.")] = None,
    lang: LangOption = Lang.fr,
    knowledge: KnowledgeOption = None,
) -> None:
    """Plan an option in three phases: who does what, by when, what silence does."""
    from petr_advisor.roadmap_commands import PlanSettings, roadmap_text  # noqa: PLC0415

    begins = _day(start) if start else None
    typer.echo(
        roadmap_text(scenario, PlanSettings(option=option, start=begins, knowledge=knowledge, language=lang.code))
    )


@app.command()
def calendar(
    scenario: Annotated[str, typer.Argument(help=CASE)],
    output: Annotated[Path, typer.Option("--output", "-o", help="The .ics file to write.")],
    *,
    option: Annotated[str | None, typer.Option(help="The option to plan; the chosen or best one by default.")] = None,
    start: Annotated[str | None, typer.Option(help="First day of the plan; the date of law by default.")] = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace the file if it is there.")] = False,
    lang: LangOption = Lang.fr,
    knowledge: KnowledgeOption = None,
) -> None:
    """Write the deadlines of a plan as a calendar file."""
    from petr_advisor.roadmap_commands import PlanSettings, write_calendar  # noqa: PLC0415

    begins = _day(start) if start else None
    settings = PlanSettings(option=option, start=begins, knowledge=knowledge, language=lang.code)
    typer.echo(write_calendar(scenario, output, settings, overwrite=overwrite))


@app.command("coverage")
def coverage_of(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Scenario files or folders; the project's by default.")
    ] = None,
    *,
    missing: Annotated[bool, typer.Option("--missing", help="List conditions never seen true or never false.")] = False,
    questions: Annotated[
        bool, typer.Option("--questions", help="Hold every scenario as an interview and count the questions.")
    ] = False,
    format: Annotated[Format, typer.Option("--format", help="text or json.")] = Format.text,  # noqa: A002
    knowledge: KnowledgeOption = None,
) -> None:
    """List what the legal dossier held, file by file: what encodes it, what tests it, or why nothing does."""
    from petr_advisor.coverage_commands import Wanted, coverage  # noqa: PLC0415

    text, complete = coverage(paths, knowledge, format.value, Wanted(missing=missing, questions=questions))
    typer.echo(text)
    raise typer.Exit(0 if complete else 1)


@app.command()
def site(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Scenario files or folders; the project's by default.")
    ] = None,
    *,
    output: Annotated[Path, typer.Option("--output", "-o", help="Folder to write; a site made before is replaced.")],
    lang: LangOption = Lang.fr,
    knowledge: KnowledgeOption = None,
) -> None:
    """Write the rule base as a static site: a page for each norm, rule, option and scenario, in both languages."""
    from petr_advisor import site_commands  # noqa: PLC0415

    typer.echo(site_commands.site(output, paths, lang.code, knowledge))


@app.command()
def schema(
    of: Annotated[SchemaOf, typer.Argument(help="rules: a rule-base file; report: a report as JSON.")] = SchemaOf.rules,
) -> None:
    """Print the JSON Schema of a rule-base file, for an editor that completes and checks, or of a report."""
    from petr_advisor.knowledge.schema import json_schema  # noqa: PLC0415
    from petr_advisor.report.renderers.json_file import schema as report_schema  # noqa: PLC0415

    found = report_schema() if of is SchemaOf.report else json_schema()
    typer.echo(json.dumps(found, ensure_ascii=False, indent=1))


def _day(text: str | None) -> date:
    if text is None:
        return date.today()  # noqa: DTZ011 - the date of law is a local day
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise PetrAdvisorError(
            f"--as-of {text}: not a day. Write it as 2014-06-15.",
            fr=f"--as-of {text} : ce n'est pas un jour. Écrivez-le comme 2014-06-15.",
        ) from error


def main() -> None:
    """Run the command line; a person never sees a traceback."""
    try:
        app()
    except PetrAdvisorError as error:
        typer.echo(error.told(_language_asked()), err=True)
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
    except Exception as error:  # noqa: BLE001 - the last resort: say it in a sentence, keep the details in a file
        place = _keep_details()
        typer.echo(f"Erreur interne / internal error: {type(error).__name__}: {error}", err=True)
        typer.echo(f"Vos réponses sont conservées / your answers are kept. Détails / details: {place}", err=True)
        sys.exit(2)


def _language_asked() -> Language:
    """Give the language of the command line: French unless `--lang en` is there."""
    words = " ".join(sys.argv).replace("=", " ")
    return "en" if "--lang en" in words else "fr"


def _keep_details() -> Path:
    place = cache_folder() / "last-error.txt"
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(traceback.format_exc(), encoding="utf-8")
    except OSError:
        return Path("-")
    return place
