"""Commands on many cases at once: batch."""

import typer

from petr_advisor.commands.options import (
    DossiersArgument,
    RowOption,
    TableOption,
    at_most_one,
    with_batch_settings,
    with_settings,
)
from petr_advisor.commands.settings import BatchSettings, Settings
from petr_advisor.commands.showing import put, show
from petr_advisor.errors import PetrAdvisorError

app = typer.Typer()


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
