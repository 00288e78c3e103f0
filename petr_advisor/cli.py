"""The command line: hold a consultation, check the rule base, evaluate scenarios, explain conclusions."""

import gc
import json
import sys
import traceback
from enum import StrEnum
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated

import typer

from petr_advisor.commands.settings import PlanSettings, Settings
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.knowledge.texts import Language
from petr_advisor.locations import cache_folder
from petr_advisor.shared_options import (
    KnowledgeOption,
    Lang,
    LangOption,
    NameOption,
    OverwriteOption,
    day,
    with_plan_settings,
    with_settings,
)

COLLECTIONS = (200_000, 20, 20)
"""When Python looks for what is no longer used: seldom, for a command makes much and keeps most of it to the end."""

app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


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


@app.callback(invoke_without_command=True)
@with_settings
def consult(
    context: typer.Context,
    settings: Settings,
    *,
    resume: Annotated[str | None, typer.Option(help="Take a saved consultation up again, by name.")] = None,
    plain: Annotated[bool, typer.Option("--plain", help="Plain prompts instead of a full screen.")] = False,
    name: NameOption = None,
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
    if version:
        from petr_advisor.commands.check import version_text  # noqa: PLC0415 - `--help` need not load the library

        typer.echo(version_text(settings.knowledge))
        return
    from petr_advisor.commands.consult import consult_plain, consult_screen  # noqa: PLC0415

    if plain or not sys.stdout.isatty() or not sys.stdin.isatty():
        consult_plain(settings, resume, name=name)
    else:
        consult_screen(settings, resume)


@app.command()
@with_settings
def ask(
    questions: Annotated[list[str], typer.Argument(help="Key questions, such as project or scot.")],
    settings: Settings,
    *,
    name: NameOption = None,
) -> None:
    """Hold the consultation as plain prompts, on some key questions only."""
    from petr_advisor.commands.consult import consult_plain  # noqa: PLC0415

    consult_plain(settings, about=questions, name=name)


@app.command()
def check(knowledge: KnowledgeOption = None) -> None:
    """Check the rule base and report every problem at once."""
    from petr_advisor.commands.check import check  # noqa: PLC0415

    typer.echo(check(knowledge))


@app.command()
@with_settings
def evaluate(
    paths: Annotated[list[Path], typer.Argument(help="Scenario files or folders.")],
    settings: Settings,
    *,
    format: Annotated[Format, typer.Option("--format", help="text, json or junit.")] = Format.text,  # noqa: A002
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=0, help="Processes; as many as processors by default.")] = 0,
    every_date: Annotated[
        bool, typer.Option("--every-date", help="No expectations: look for gaps and overlaps at each date of the law.")
    ] = False,
) -> None:
    """Evaluate scenarios: 0 when all expectations hold, 1 when one does not, 2 for a bad file."""
    from petr_advisor.commands.evaluate import evaluate_paths, walk_paths  # noqa: PLC0415

    if every_date:
        text, passed = walk_paths(paths, settings.knowledge, jobs or None)
    else:
        text, passed = evaluate_paths(paths, format.value, settings, jobs or None)
    typer.echo(text)
    raise typer.Exit(0 if passed else 1)


@app.command()
@with_settings
def explain(
    scenario: Annotated[str, typer.Argument(help=CASE)],
    conclusion: Annotated[
        str | None, typer.Argument(help="option:ID, requirement:KEY, duty:ID, fact:ID or cure:ID.")
    ] = None,
    *,
    settings: Settings,
    why_not: Annotated[str | None, typer.Option("--why-not", help="Why this option is not open.")] = None,
    takes: Annotated[
        str | None, typer.Option("--what-would-it-take", help="The smallest changes after which this option is open.")
    ] = None,
    short: Annotated[
        bool, typer.Option("--short", help="Only the answer and its decisive reasons: three lines.")
    ] = False,
) -> None:
    """Print what follows from a case, or the proof of one conclusion down to paragraphs."""
    from petr_advisor.commands import explain as told  # noqa: PLC0415
    from petr_advisor.commands.showing import show  # noqa: PLC0415

    if takes is not None:
        text = told.what_would_it_take_text(scenario, takes, settings)
    elif why_not is not None:
        text = told.why_not_text(scenario, why_not, settings, short=short)
    elif conclusion is not None:
        text = told.proof_text(scenario, conclusion, settings, short=short)
    else:
        text = told.conclusions_text(scenario, settings, short=short)
    show(text)


@app.command()
@with_settings
def compare(
    first: Annotated[str, typer.Argument(help=CASE)],
    second: Annotated[
        str | None, typer.Argument(help="Another one; or two --as-of for the same case then and now.")
    ] = None,
    *,
    settings: Settings,
    as_of: Annotated[list[str] | None, typer.Option("--as-of", help="Date of law; twice for then and now.")] = None,
) -> None:
    """Compare two cases, or one case at two dates of law: what changes, and which norms make the difference."""
    from petr_advisor.commands.compare import compare_text  # noqa: PLC0415
    from petr_advisor.commands.showing import show  # noqa: PLC0415

    show(compare_text(first, second, [day("--as-of", text) for text in as_of or ()], settings))


@app.command()
@with_settings
@with_plan_settings
def report(
    scenario: Annotated[str, typer.Argument(help=CASE)],
    settings: Settings,
    wanted: PlanSettings,
    *,
    output: Annotated[Path, typer.Option("--output", "-o", help="File to write: .docx .pdf .html .md or .json.")],
    adviser: Annotated[
        Path | None,
        typer.Option(
            "--settings", help="The adviser's settings, a TOML file; adviser.toml beside the saved ones by default."
        ),
    ] = None,
    overwrite: OverwriteOption = False,
) -> None:
    """Write a document that explains the recommendation."""
    from petr_advisor.commands.report import report  # noqa: PLC0415

    typer.echo(report(scenario, output, settings, wanted, adviser=adviser, overwrite=overwrite))


@app.command()
@with_settings
@with_plan_settings
def roadmap(
    scenario: Annotated[str, typer.Argument(help=CASE)],
    settings: Settings,
    wanted: PlanSettings,
) -> None:
    """Plan an option in three phases: who does what, by when, what silence does."""
    from petr_advisor.commands.roadmap import roadmap_text  # noqa: PLC0415
    from petr_advisor.commands.showing import show  # noqa: PLC0415

    show(roadmap_text(scenario, settings, wanted))


@app.command()
@with_settings
@with_plan_settings
def calendar(
    scenario: Annotated[str, typer.Argument(help=CASE)],
    settings: Settings,
    wanted: PlanSettings,
    *,
    output: Annotated[Path, typer.Option("--output", "-o", help="The .ics file to write.")],
    overwrite: OverwriteOption = False,
) -> None:
    """Write the deadlines of a plan as a calendar file."""
    from petr_advisor.commands.roadmap import write_calendar  # noqa: PLC0415

    typer.echo(write_calendar(scenario, output, settings, wanted, overwrite=overwrite))


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
    """List what encodes and tests each norm, and what scenarios reach."""
    from petr_advisor.commands.coverage import Wanted, coverage_text  # noqa: PLC0415

    typer.echo(coverage_text(paths, knowledge, format.value, Wanted(missing=missing, questions=questions)))


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
    from petr_advisor.commands.site import site  # noqa: PLC0415

    typer.echo(site(output, paths, Settings(lang.code, knowledge=knowledge)))


@app.command()
def schema(
    of: Annotated[SchemaOf, typer.Argument(help="rules: a rule-base file; report: a report as JSON.")] = SchemaOf.rules,
) -> None:
    """Print the JSON Schema of a rule-base file, for an editor that completes and checks, or of a report."""
    from petr_advisor.knowledge.schema import json_schema  # noqa: PLC0415
    from petr_advisor.report.renderers.json_file import schema as report_schema  # noqa: PLC0415

    found = report_schema() if of is SchemaOf.report else json_schema()
    typer.echo(json.dumps(found, ensure_ascii=False, indent=1))


def main() -> None:
    """Run the command line; a person never sees a traceback."""
    gc.set_threshold(*COLLECTIONS)
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that lacks a letter shows another
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
