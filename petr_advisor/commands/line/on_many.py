"""Commands on many cases at once: a table of dossiers, the groupings around an EPCI."""

from dataclasses import replace

import typer

from petr_advisor.commands.line.examples import examples
from petr_advisor.commands.options import (
    AllOption,
    DossiersArgument,
    FirstOption,
    GroupingsOption,
    OverlayOption,
    OverwriteOption,
    RowOption,
    SchedulerOption,
    TableOption,
    at_most_one,
    with_batch_settings,
    with_known_besides,
    with_looked_for,
    with_settings,
)
from petr_advisor.commands.settings import BatchSettings, KnownBesides, LookedFor, Settings
from petr_advisor.commands.showing import put, show
from petr_advisor.errors import PetrAdvisorError

app = typer.Typer()


@app.command(epilog=examples("batch services/answers -o ways.csv", "batch services/answers --row 1"))
@with_settings
@with_batch_settings
def batch(
    dossiers: DossiersArgument, settings: Settings, wanted: BatchSettings, *, output: TableOption = None,
    row: RowOption = None, overlay: OverlayOption = None, scheduler: SchedulerOption = None,
) -> None:  # fmt: skip
    """Conclude many dossiers at once: 0 when every row was taken, 1 when one was not, 2 for a bad table."""
    from petr_advisor.commands import batch as told  # noqa: PLC0415

    wanted = replace(wanted, overlay=overlay, scheduler=scheduler)
    if row is not None:
        at_most_one(row=row, output=output)
        show(told.row_text(dossiers, row, settings, wanted))
        return
    if output is None:
        raise PetrAdvisorError.of("batch.no-output")
    text, taken = told.batch(dossiers, output, settings, wanted)
    put(text)
    raise typer.Exit(0 if taken else 1)


@app.command(
    epilog=examples(
        'perimeter --around "Vallée de la Bruche" --max-population 120000',
        "perimeter --around 246700967 --rank departements,population=60000 -o groupings.html",
        "perimeter --case marennes-oleron --question evolution -o groupings.xlsx",
    )
)
@with_settings
@with_looked_for
@with_known_besides
def perimeter(
    settings: Settings, looked: LookedFor, known: KnownBesides, *, output: GroupingsOption = None,
    first: FirstOption = None, overwrite: OverwriteOption = False, everywhere: AllOption = False,
) -> None:  # fmt: skip
    """Find every grouping of neighbouring EPCIs around some of them, what is open in each, and compare them."""
    from petr_advisor.commands.perimeter import explored_text, write_country, write_explored  # noqa: PLC0415

    if everywhere:
        at_most_one(all=everywhere, first=first)
        at_most_one(all=everywhere, overwrite=overwrite)
        put(write_country(looked, known, settings, output))
    elif output is None:
        show(explored_text(looked, known, settings, first))
    else:
        put(write_explored(looked, known, settings, output, first, overwrite=overwrite))
