"""Commands on the law itself and its scenarios: check, evaluate, coverage, site, schema."""

import json
from pathlib import Path
from typing import Annotated, Literal

import typer

from petr_advisor.commands.line.examples import examples
from petr_advisor.commands.options import (
    EveryDateOption,
    KnowledgeOption,
    LangOption,
    ScenariosArgument,
    at_most_one,
    with_settings,
)
from petr_advisor.commands.settings import Settings
from petr_advisor.commands.showing import put, show

app = typer.Typer()


@app.command(epilog=examples("check"))
def check(knowledge: KnowledgeOption = None, lang: LangOption = "fr") -> None:
    """Check the rule base and report every problem at once."""
    from petr_advisor.commands.check import check  # noqa: PLC0415

    put(check(knowledge, lang))


@app.command(epilog=examples("evaluate conflicts", "evaluate maconnais --engine all"))
@with_settings
def evaluate(
    paths: Annotated[list[Path], typer.Argument(help="Scenario files or folders.")],
    settings: Settings,
    *,
    format: Annotated[  # noqa: A002
        Literal["text", "json", "junit"], typer.Option("--format", help="text, json or junit.")
    ] = "text",
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=0, help="Processes; as many as processors by default.")] = 0,
    every_date: EveryDateOption = False,
) -> None:
    """Evaluate scenarios: 0 when all expectations hold, 1 when one does not, 2 for a bad file."""
    from petr_advisor.commands.evaluate import evaluate_paths, walk_paths  # noqa: PLC0415

    if every_date:
        at_most_one(every_date=True, as_of=settings.as_of)
        at_most_one(every_date=True, engine=settings.engine)
        at_most_one(every_date=True, format=format != "text")
        text, passed = walk_paths(paths, settings, jobs or None)
    else:
        text, passed = evaluate_paths(paths, format, settings, jobs or None)
    (show if format == "text" else put)(text)
    raise typer.Exit(0 if passed else 1)


@app.command("coverage", epilog=examples("coverage conflicts", "coverage conflicts --missing --format json"))
def coverage_of(
    paths: ScenariosArgument = None,
    *,
    missing: Annotated[bool, typer.Option("--missing", help="List conditions never seen true or never false.")] = False,
    questions: Annotated[
        bool, typer.Option("--questions", help="Hold every scenario as an interview and count the questions.")
    ] = False,
    format: Annotated[Literal["text", "json"], typer.Option("--format", help="text or json.")] = "text",  # noqa: A002
    knowledge: KnowledgeOption = None,
) -> None:
    """List what encodes and tests each norm, and what scenarios reach."""
    from petr_advisor.commands.coverage import Wanted, coverage_text  # noqa: PLC0415

    found = coverage_text(paths, knowledge, format, Wanted(missing=missing, questions=questions))
    (show if format == "text" else put)(found)


@app.command(epilog=examples("site maconnais -o site"))
def site(
    paths: ScenariosArgument = None,
    *,
    output: Annotated[Path, typer.Option("--output", "-o", help="Folder to write; a site made before is replaced.")],
    lang: LangOption = "fr",
    knowledge: KnowledgeOption = None,
) -> None:
    """Write the rule base as a static site: a page for each norm, rule, option and scenario, in both languages."""
    from petr_advisor.commands.site import site  # noqa: PLC0415

    typer.echo(site(output, paths, Settings(lang, knowledge=knowledge)))


@app.command(epilog=examples("schema", "schema report"))
def schema(
    of: Annotated[
        Literal["rules", "report"], typer.Argument(help="rules: a rule-base file; report: a report as JSON.")
    ] = "rules",
) -> None:
    """Print the JSON Schema of a rule-base file, for an editor that completes and checks, or of a report."""
    from petr_advisor.documents.renderers.to_json import schema as report_schema  # noqa: PLC0415
    from petr_advisor.knowledge.schema import json_schema  # noqa: PLC0415

    found = report_schema() if of == "report" else json_schema()
    put(json.dumps(found, ensure_ascii=False, indent=1))
