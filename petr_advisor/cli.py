"""The command line: hold a consultation, check the rule base, evaluate scenarios, explain conclusions."""

import gc
import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from petr_advisor.commands.forms import ActFormat, Format, SchemaOf, TextOrJson
from petr_advisor.commands.options import (
    ActFormatOption,
    ActOption,
    ActsFolderOption,
    AdviserOption,
    CaseArgument,
    ConclusionArgument,
    DossiersArgument,
    EveryDateOption,
    KnowledgeOption,
    Lang,
    LangOption,
    NameOption,
    OverwriteOption,
    RowOption,
    ScenariosArgument,
    ScotOption,
    SecondArgument,
    ShortOption,
    SizeChoice,
    SizeOption,
    TableOption,
    TakesOption,
    WithoutOption,
    at_most_one,
    day,
    hand_down,
    with_batch_settings,
    with_plan_settings,
    with_settings,
)
from petr_advisor.commands.running import language_asked, run
from petr_advisor.commands.settings import BatchSettings, Settings
from petr_advisor.commands.showing import put, show
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.planning.settings import PlanSettings

COLLECTIONS = (200_000, 20, 20)
"""When Python looks for what is no longer used: seldom, for a command makes much and keeps most of it to the end."""

app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


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
    petr-advisor explain maconnais --why-not l5741-4      why an example may not take a way
    petr-advisor --lang en explain maconnais              options may stand before a command or after it
    """  # noqa: D301 - \b keeps the lines of the examples apart
    if context.invoked_subcommand is not None:
        hand_down(context)
        return
    if version:
        from petr_advisor.commands.version import version_text  # noqa: PLC0415 - `--help` need not load the library

        put(version_text(settings))
        return
    from petr_advisor.commands.consult import consult_plain, consult_screen  # noqa: PLC0415

    at_most_one(resume=resume, as_of=settings.as_of)  # a consultation keeps its date: explain gives another
    if plain or not _on_a_terminal():
        consult_plain(settings, resume, name=name)
    elif name is not None:
        raise PetrAdvisorError.of("command.name-with-plain")
    else:
        consult_screen(settings, resume)


def _on_a_terminal() -> bool:
    """Tell whether there is a terminal to read on and to write on; a stream that was closed is None."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


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
def check(knowledge: KnowledgeOption = None, lang: LangOption = Lang.fr) -> None:
    """Check the rule base and report every problem at once."""
    from petr_advisor.commands.check import check  # noqa: PLC0415

    put(check(knowledge, lang.code))


@app.command()
@with_settings
def evaluate(
    paths: Annotated[list[Path], typer.Argument(help="Scenario files or folders.")],
    settings: Settings,
    *,
    format: Annotated[Format, typer.Option("--format", help="text, json or junit.")] = Format.text,  # noqa: A002
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=0, help="Processes; as many as processors by default.")] = 0,
    every_date: EveryDateOption = False,
) -> None:
    """Evaluate scenarios: 0 when all expectations hold, 1 when one does not, 2 for a bad file."""
    from petr_advisor.commands.evaluate import evaluate_paths, walk_paths  # noqa: PLC0415

    if every_date:
        at_most_one(every_date=True, as_of=settings.as_of)
        at_most_one(every_date=True, engine=settings.engine)
        at_most_one(every_date=True, format=format is not Format.text)
        text, passed = walk_paths(paths, settings.knowledge, jobs or None)
    else:
        text, passed = evaluate_paths(paths, format.value, settings, jobs or None)
    put(text)
    raise typer.Exit(0 if passed else 1)


@app.command()
@with_settings
@with_batch_settings
def batch(
    dossiers: DossiersArgument, settings: Settings, wanted: BatchSettings, *, output: TableOption = None,
    row: RowOption = None,
) -> None:  # fmt: skip
    """Conclude many dossiers at once: 0 when every row was taken, 1 when one was not, 2 for a bad table."""
    from petr_advisor.commands import batch as told  # noqa: PLC0415

    if row is not None:
        at_most_one(row=row, output=output)
        show(told.row_text(dossiers, row, settings, wanted))
        return
    if output is None:
        raise PetrAdvisorError.of("batch.no-output")
    text, taken = told.batch(dossiers, output, settings, wanted)
    put(text)
    raise typer.Exit(0 if taken else 1)


@app.command()
@with_settings
def explain(
    scenario: CaseArgument,
    conclusion: ConclusionArgument = None,
    *,
    settings: Settings,
    why_not: Annotated[str | None, typer.Option("--why-not", help="Why this option is not open.")] = None,
    takes: TakesOption = None,
    short: ShortOption = False,
) -> None:
    """Print what follows from a case, or the proof of one conclusion down to paragraphs."""
    from petr_advisor.commands import explain as told  # noqa: PLC0415

    at_most_one(why_not=why_not, what_would_it_take=takes)
    at_most_one(short=short, what_would_it_take=takes)
    if conclusion is not None and (why_not or takes) is not None:
        raise PetrAdvisorError.of("command.not-both", conclusion=conclusion)
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
    first: CaseArgument,
    second: SecondArgument = None,
    *,
    settings: Settings,
    as_of: Annotated[list[str] | None, typer.Option("--as-of", help="Date of law; twice for then and now.")] = None,
) -> None:
    """Compare two cases, or one case at two dates of law: what changes, and which norms make the difference."""
    from petr_advisor.commands.compare import compare_text  # noqa: PLC0415

    show(compare_text(first, second, [day("--as-of", text) for text in as_of or ()], settings))


@app.command()
@with_settings
@with_plan_settings
def report(
    scenario: CaseArgument,
    settings: Settings,
    wanted: PlanSettings,
    *,
    output: Annotated[Path, typer.Option("--output", "-o", help="File to write; its suffix says the format.")],
    adviser: AdviserOption = None,
    size: SizeOption = SizeChoice.note,
    without: WithoutOption = "",
    overwrite: OverwriteOption = False,
) -> None:
    """Write a document that explains the recommendation: a note, a report or a whole file."""
    from petr_advisor.commands.report import report  # noqa: PLC0415

    typer.echo(
        report(
            scenario, output, settings, wanted, adviser=adviser, overwrite=overwrite, size=size.code, without=without
        )
    )


@app.command("map")
@with_settings
def map_of(
    scenario: CaseArgument,
    settings: Settings,
    *,
    output: Annotated[Path, typer.Option("--output", "-o", help="File to write: .svg, .geojson or .png.")],
    scot: ScotOption = None,
    overwrite: OverwriteOption = False,
) -> None:
    """Draw the members on their ground, with their neighbours and the borders of départements."""
    from petr_advisor.commands.map import draw  # noqa: PLC0415

    typer.echo(draw(scenario, output, settings, scot or (), overwrite=overwrite))


@app.command()
@with_settings
@with_plan_settings
def roadmap(scenario: CaseArgument, settings: Settings, wanted: PlanSettings) -> None:
    """Plan the course: who does what, at the earliest and at the latest, and which legal dates are in danger."""
    from petr_advisor.commands.roadmap import roadmap_text  # noqa: PLC0415

    show(roadmap_text(scenario, settings, wanted))


@app.command()
@with_settings
@with_plan_settings
def calendar(
    scenario: CaseArgument, settings: Settings, wanted: PlanSettings, *,
    output: Annotated[Path, typer.Option("--output", "-o", help="The .ics file to write.")],
    overwrite: OverwriteOption = False,
) -> None:  # fmt: skip
    """Write the acts and legal dates of a plan as a calendar file."""
    from petr_advisor.commands.roadmap import write_calendar  # noqa: PLC0415

    typer.echo(write_calendar(scenario, output, settings, wanted, overwrite=overwrite))


@app.command()
@with_settings
@with_plan_settings
def acts(
    scenario: CaseArgument, settings: Settings, wanted: PlanSettings, *, output: ActsFolderOption,
    act: ActOption = None, adviser: AdviserOption = None, format: ActFormatOption = ActFormat.docx,  # noqa: A002
) -> None:  # fmt: skip
    """Draft the acts of the course as text files: filled in from the case, to be read over before any use."""
    from petr_advisor.commands.acts import acts  # noqa: PLC0415

    put(acts(scenario, output, settings, wanted, act=act, adviser=adviser, form=format.code))


@app.command("coverage")
def coverage_of(
    paths: ScenariosArgument = None,
    *,
    missing: Annotated[bool, typer.Option("--missing", help="List conditions never seen true or never false.")] = False,
    questions: Annotated[
        bool, typer.Option("--questions", help="Hold every scenario as an interview and count the questions.")
    ] = False,
    format: Annotated[TextOrJson, typer.Option("--format", help="text or json.")] = TextOrJson.text,  # noqa: A002
    knowledge: KnowledgeOption = None,
) -> None:
    """List what encodes and tests each norm, and what scenarios reach."""
    from petr_advisor.commands.coverage import Wanted, coverage_text  # noqa: PLC0415

    put(coverage_text(paths, knowledge, format.value, Wanted(missing=missing, questions=questions)))


@app.command()
def site(
    paths: ScenariosArgument = None,
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
    from petr_advisor.documents.renderers.to_json import schema as report_schema  # noqa: PLC0415
    from petr_advisor.knowledge.schema import json_schema  # noqa: PLC0415

    found = report_schema() if of is SchemaOf.report else json_schema()
    put(json.dumps(found, ensure_ascii=False, indent=1))


def main() -> None:
    """Run the command line; a person reads words, never a traceback, and the system a code."""
    gc.set_threshold(*COLLECTIONS)
    sys.exit(run(_command))


def _command() -> int | None:
    """Run what was asked for; what there is to say of the engine is said beside it."""
    try:
        code: int | None = app(standalone_mode=False)
        return code
    finally:
        opening = sys.modules.get("petr_advisor.commands.opening")
        if opening is not None:  # a command that opened no case did not load what would tell it either
            opening.tell_engine_fault(language_asked())
