"""The command line: hold a consultation, check the rule base, evaluate scenarios, explain conclusions."""

import gc
import sys
from typing import Annotated

import typer

from petr_advisor.commands import completing
from petr_advisor.commands.line import for_others, on_a_case, on_many, on_the_law
from petr_advisor.commands.line.examples import examples
from petr_advisor.commands.options import (
    NameOption,
    at_most_one,
    hand_down,
    with_settings,
)
from petr_advisor.commands.running import language_asked, run
from petr_advisor.commands.settings import Settings
from petr_advisor.commands.showing import in_a_browser, on_a_terminal, put
from petr_advisor.errors import PetrAdvisorError

COLLECTIONS = (200_000, 20, 20)
"""When Python looks for what is no longer used: seldom, for a command makes much and keeps most of it to the end."""

app = typer.Typer(
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


@app.callback(
    invoke_without_command=True,
    epilog=examples(
        "",
        "--plain --lang en",
        "explain maconnais --why-not l5741-4",
        "--lang en explain maconnais",
    ),
)
@with_settings
def consult(
    context: typer.Context,
    settings: Settings,
    *,
    resume: Annotated[
        str | None, typer.Option(help="Take a saved consultation up again, by name.", autocompletion=completing.saved)
    ] = None,
    plain: Annotated[
        bool,
        typer.Option(
            "--plain", help="Plain prompts, no full screen: for a screen reader; ? is “I do not know”, r goes back."
        ),
    ] = False,
    name: NameOption = None,
    version: Annotated[bool, typer.Option("--version", help="Version, engine and rule base.")] = False,
) -> None:
    """What can our pays structure become: a PETR or something else, how, and by when?

    Without a command, opens the consultation.
    """
    if context.invoked_subcommand is not None:
        hand_down(context)
        return
    if version:
        from petr_advisor.commands.version import version_text  # noqa: PLC0415 - `--help` need not load the library

        put(version_text(settings))
        return
    at_most_one(resume=resume, as_of=settings.as_of)  # a consultation keeps its date: explain gives another
    if plain or not (on_a_terminal() or in_a_browser()):
        from petr_advisor.commands.consult import consult_plain  # noqa: PLC0415

        consult_plain(settings, resume, name=name)
    elif name is not None:
        raise PetrAdvisorError.of("command.name-with-plain")
    else:
        from petr_advisor.commands.screen import consult_screen  # noqa: PLC0415

        consult_screen(settings, resume)


@app.command(epilog=examples("ask project scot"))
@with_settings
def ask(
    questions: Annotated[
        list[str],
        typer.Argument(help="Key questions, such as project or scot.", autocompletion=completing.key_questions),
    ],
    settings: Settings,
    *,
    name: NameOption = None,
) -> None:
    """Hold the consultation as plain prompts, on some key questions only."""
    from petr_advisor.commands.consult import consult_plain  # noqa: PLC0415

    consult_plain(settings, about=questions, name=name)


for each in (on_the_law, on_many, on_a_case, for_others):
    app.add_typer(each.app)


def main() -> None:
    """Run the command line; a person reads words, never a traceback, and the system a code."""
    gc.set_threshold(*COLLECTIONS)
    code = run(_command)
    gc.freeze()  # the system takes everything back at once: Python need not look for circles first
    sys.exit(code)


def _command() -> int | None:
    """Run what was asked for; what there is to say of the engine is said beside it."""
    try:
        code: int | None = app(prog_name="petr-advisor", standalone_mode=False)
        return code
    finally:
        opening = sys.modules.get("petr_advisor.commands.opening")
        if opening is not None:  # a command that opened no case did not load what would tell it either
            opening.tell_engine_fault(language_asked())
