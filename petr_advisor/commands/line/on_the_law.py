"""Commands on the law itself and its scenarios: check, evaluate, coverage, site, schema."""

import json
from pathlib import Path
from typing import Annotated

import typer

from petr_advisor.commands.choices import Lang
from petr_advisor.commands.forms import Format, SchemaOf, TextOrJson
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
def check(knowledge: KnowledgeOption = None, lang: LangOption = Lang.fr) -> None:
    """Check the rule base and report every problem at once."""
    from petr_advisor.commands.check import check  # noqa: PLC0415

    put(check(knowledge, lang.code))


@app.command(epilog=examples("evaluate conflicts", "evaluate maconnais --engine all"))
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
        text, passed = walk_paths(paths, settings, jobs or None)
    else:
        text, passed = evaluate_paths(paths, format.value, settings, jobs or None)
    (show if format is Format.text else put)(text)
    raise typer.Exit(0 if passed else 1)


@app.command("coverage", epilog=examples("coverage conflicts", "coverage conflicts --missing --format json"))
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

    found = coverage_text(paths, knowledge, format.value, Wanted(missing=missing, questions=questions))
    (show if format is TextOrJson.text else put)(found)


@app.command(epilog=examples("site maconnais -o site"))
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


@app.command(epilog=examples("schema", "schema report"))
def schema(
    of: Annotated[SchemaOf, typer.Argument(help="rules: a rule-base file; report: a report as JSON.")] = SchemaOf.rules,
) -> None:
    """Print the JSON Schema of a rule-base file, for an editor that completes and checks, or of a report."""
    from petr_advisor.documents.renderers.to_json import schema as report_schema  # noqa: PLC0415
    from petr_advisor.knowledge.schema import json_schema  # noqa: PLC0415

    found = report_schema() if of is SchemaOf.report else json_schema()
    put(json.dumps(found, ensure_ascii=False, indent=1))
