"""The command line of what answers until it is stopped: other programs, assistants, browsers."""

from pathlib import Path
from typing import Annotated

import typer

from petr_advisor.commands.line.examples import examples
from petr_advisor.commands.options import with_server_settings
from petr_advisor.commands.settings import Settings
from petr_advisor.commands.showing import put

HostOption = Annotated[str, typer.Option(help="Address to listen on; this machine alone by default.")]
PortOption = Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on; 0 for any free one.")]
BeyondOption = Annotated[bool, typer.Option("--beyond-loopback", help="Let other machines in; a token is then needed.")]
TokenOption = Annotated[
    Path | None,
    typer.Option("--token-file", help="File with the token to ask for; PETR_ADVISOR_TOKEN by default."),
]

app = typer.Typer()


@app.command(epilog=examples("api --openapi", "api --port 0"))
@with_server_settings
def api(
    settings: Settings,
    *,
    host: HostOption = "127.0.0.1",
    port: PortOption = 8765,
    beyond_loopback: BeyondOption = False,
    token_file: TokenOption = None,
    openapi: Annotated[bool, typer.Option("--openapi", help="Print the OpenAPI description, and stop.")] = False,
) -> None:
    """Answer other programs over HTTP: a case in, its conclusions and the case out."""
    from petr_advisor.commands import serving  # noqa: PLC0415 - what it needs is slow to load

    if openapi:
        put(serving.openapi(settings))
        return
    serving.api(settings, host, port, beyond_loopback=beyond_loopback, token_file=token_file)


@app.command(epilog=examples("mcp --tools", "mcp"))
@with_server_settings
def mcp(
    settings: Settings,
    *,
    tools: Annotated[bool, typer.Option("--tools", help="Name the tools, and stop.")] = False,
) -> None:
    """Answer an assistant over the Model Context Protocol, on standard input and output."""
    from petr_advisor.commands import serving  # noqa: PLC0415 - as above

    if tools:
        put(serving.tools())
        return
    serving.mcp(settings)


@app.command(epilog=examples("serve --port 0"))
@with_server_settings
def serve(
    settings: Settings,
    *,
    host: HostOption = "127.0.0.1",
    port: PortOption = 8766,
    beyond_loopback: BeyondOption = False,
    token_file: TokenOption = None,
) -> None:
    """Show the consultation in a browser: several people, each on a dossier; every answer is kept at once."""
    from petr_advisor.commands import serving  # noqa: PLC0415 - as above

    serving.serve(settings, host, port, beyond_loopback=beyond_loopback, token_file=token_file)
