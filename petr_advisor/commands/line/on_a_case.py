"""Commands on one case: explain, compare, report, map, roadmap, calendar, acts."""

from pathlib import Path
from typing import Annotated

import typer

from petr_advisor.commands.line.examples import examples
from petr_advisor.commands.options import (
    ActFormatOption,
    ActOption,
    ActsFolderOption,
    AdviserOption,
    CaseArgument,
    ConclusionArgument,
    OthersArgument,
    OverwriteOption,
    ScotOption,
    ShortOption,
    SizeOption,
    TakesOption,
    WhyNotOption,
    WithoutOption,
    at_most_one,
    day,
    with_plan_settings,
    with_settings,
)
from petr_advisor.commands.settings import Settings
from petr_advisor.commands.showing import put, show
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.planning.settings import PlanSettings

app = typer.Typer()


@app.command(
    epilog=examples("explain maconnais", "explain maconnais --why-not l5741-4", "explain maconnais --short --lang en")
)
@with_settings
def explain(
    scenario: CaseArgument,
    conclusion: ConclusionArgument = None,
    *,
    settings: Settings,
    why_not: WhyNotOption = None,
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


@app.command(
    epilog=examples(
        "compare maconnais --as-of 2014-06-15 --as-of 2026-11-24",
        "compare maconnais combraille -o comparison.docx",
        "compare maconnais combraille saverne",
    )
)
@with_settings
def compare(
    first: CaseArgument,
    others: OthersArgument = None,
    *,
    settings: Settings,
    as_of: Annotated[list[str] | None, typer.Option("--as-of", help="Date of law; twice for then and now.")] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="File to write: .docx, .pdf, .html, .md or .txt.")
    ] = None,
    adviser: AdviserOption = None,
    overwrite: OverwriteOption = False,
) -> None:
    """Compare two cases, or one at two dates of law: what changes, by which norms; several cases: a table."""
    from petr_advisor.commands.compare import compare_text, write_comparison  # noqa: PLC0415

    dates = [day("--as-of", text) for text in as_of or ()]
    if output is None:
        show(compare_text(first, others or (), dates, settings))
        return
    put(write_comparison(first, others or (), dates, settings, output, adviser=adviser, overwrite=overwrite))


@app.command(epilog=examples("report maconnais -o note.docx", "report maconnais --size report -o report.pdf"))
@with_settings
@with_plan_settings
def report(
    scenario: CaseArgument,
    settings: Settings,
    wanted: PlanSettings,
    *,
    output: Annotated[Path, typer.Option("--output", "-o", help="File to write; its suffix says the format.")],
    adviser: AdviserOption = None,
    size: SizeOption = "note",
    without: WithoutOption = "",
    overwrite: OverwriteOption = False,
) -> None:
    """Write a document that explains the recommendation: a note, a report or a whole file."""
    from petr_advisor.commands.report import report  # noqa: PLC0415

    typer.echo(
        report(scenario, output, settings, wanted, adviser=adviser, overwrite=overwrite, size=size, without=without)
    )


@app.command("map", epilog=examples("map marennes-oleron -o map.svg"))
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


@app.command(epilog=examples("questionnaire maconnais -o to-find-out.docx"))
@with_settings
def questionnaire(
    scenario: CaseArgument,
    settings: Settings,
    *,
    output: Annotated[Path, typer.Option("-o", "--output", help="File: .docx, .pdf, .html, .md, .txt or .csv.")],
    adviser: AdviserOption = None,
    overwrite: OverwriteOption = False,
) -> None:
    """Write what is still to be found out, by whom to ask, as a form to fill in and send back."""
    from petr_advisor.commands.questionnaire import questionnaire  # noqa: PLC0415

    put(questionnaire(scenario, output, settings, adviser=adviser, overwrite=overwrite))


@app.command(epilog=examples("questionnaire maconnais -o to-find-out.txt", "answer maconnais to-find-out.txt"))
@with_settings
def answer(
    scenario: CaseArgument,
    returned: Annotated[Path, typer.Argument(help="The questionnaire filled in: .docx, .md, .txt or .csv.")],
    settings: Settings,
    *,
    name: Annotated[str | None, typer.Option(help="Name to save the case under.")] = None,
) -> None:
    """Take the answers of a questionnaire that came back, save the case, and tell what they change."""
    from petr_advisor.commands.questionnaire import answer  # noqa: PLC0415

    put(answer(scenario, returned, settings, name=name))


@app.command(
    epilog=examples("roadmap creation-with-a-silent-member", "roadmap creation-with-a-silent-member --start 2016-09-01")
)
@with_settings
@with_plan_settings
def roadmap(scenario: CaseArgument, settings: Settings, wanted: PlanSettings) -> None:
    """Plan the course: who does what, at the earliest and at the latest, and which legal dates are in danger."""
    from petr_advisor.commands.roadmap import roadmap_text  # noqa: PLC0415

    show(roadmap_text(scenario, settings, wanted))


@app.command(epilog=examples("calendar creation-with-a-silent-member -o calendar.ics"))
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


@app.command(
    epilog=examples(
        "acts creation-with-a-silent-member -o acts", "acts creation-with-a-silent-member -o texts --format odt"
    )
)
@with_settings
@with_plan_settings
def acts(
    scenario: CaseArgument, settings: Settings, wanted: PlanSettings, *, output: ActsFolderOption,
    act: ActOption = None, adviser: AdviserOption = None, format: ActFormatOption = "docx",  # noqa: A002
) -> None:  # fmt: skip
    """Draft the acts of the course as text files: filled in from the case, to be read over before any use."""
    from petr_advisor.commands.acts import acts  # noqa: PLC0415

    put(acts(scenario, output, settings, wanted, act=act, adviser=adviser, form=format))
