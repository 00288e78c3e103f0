"""What `petr-advisor api`, `petr-advisor mcp` and `petr-advisor serve` do: answer other programs, and browsers."""

import importlib.util
import os
import shlex
import subprocess
import sys
from pathlib import Path

from petr_advisor.checking import load
from petr_advisor.commands.opening import engine_names
from petr_advisor.commands.settings import Settings
from petr_advisor.commands.showing import put
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.inference.engines import EngineName
from petr_advisor.serving.addresses import TOKEN_VARIABLE, Address, token_of
from petr_advisor.words.voice import screen_voice


def api(settings: Settings, host: str, port: int, *, beyond_loopback: bool, token_file: Path | None) -> None:
    """Answer HTTP requests until the program is stopped."""
    _needs("api", "fastapi", "uvicorn")
    from petr_advisor.serving.answering import Apart  # noqa: PLC0415 - its libraries come with an extra
    from petr_advisor.serving.api.running import run  # noqa: PLC0415

    engine = _engine(settings)
    load(settings.knowledge)  # what is wrong with it is told before anybody asks
    address = Address(host, port, beyond_loopback, token_of(token_file)).checked()
    voice = screen_voice(settings.language)
    answerer = Apart(settings.knowledge, engine)
    run(answerer, address, lambda shown: put(voice.phrase("serving.listening", address=shown)))


def serve(settings: Settings, host: str, port: int, *, beyond_loopback: bool, token_file: Path | None) -> None:
    """Show the consultation in browsers until the program is stopped."""
    _needs("browser", "textual_serve", "aiohttp")
    from petr_advisor.serving.browser.running import run  # noqa: PLC0415 - its libraries come with an extra

    command = _screen(settings)
    load(settings.knowledge)  # as above
    address = Address(host, port, beyond_loopback, token_of(token_file)).checked()
    os.environ.pop(TOKEN_VARIABLE, None)  # the processes behind the pages need not know it
    voice = screen_voice(settings.language)
    key = "serving.browser" if address.token is None else "serving.browser-token"
    run(command, address, "petr-advisor", lambda shown: put(voice.phrase(key, address=shown)))


def _screen(settings: Settings) -> str:
    """Give the line that opens the consultation behind a page."""
    words = [sys.executable, "-m", "petr_advisor", "--lang", settings.language, "--engine", _engine(settings)]
    words += ["--knowledge", str(settings.knowledge.absolute())] if settings.knowledge else []
    return subprocess.list2cmdline(words) if sys.platform == "win32" else shlex.join(words)


def openapi(settings: Settings) -> str:
    """Give the OpenAPI description of the interface."""
    _needs("api", "fastapi", "uvicorn")
    from petr_advisor.serving.answering import Apart  # noqa: PLC0415 - as above
    from petr_advisor.serving.api.running import openapi as described  # noqa: PLC0415

    return described(Apart(settings.knowledge, _engine(settings)))


def mcp(settings: Settings) -> None:
    """Answer an assistant on standard input and output until it is closed."""
    _needs("mcp", "mcp")
    from petr_advisor.serving.answering import Apart  # noqa: PLC0415 - as above
    from petr_advisor.serving.assistant import server  # noqa: PLC0415

    load(settings.knowledge)  # as above
    answerer = Apart(settings.knowledge, _engine(settings))
    try:
        server(answerer, settings.language).run()
    finally:
        answerer.close()


def tools() -> str:
    """Name the tools of an assistant, one a line, each with what it is for."""
    _needs("mcp", "mcp")
    from petr_advisor.serving.assistant import NAMES, Tools  # noqa: PLC0415 - as above

    said = {name: (getattr(Tools, name).__doc__ or "").splitlines()[0] for name in NAMES}
    return "\n".join(f"{name:<15}{does}" for name, does in said.items())


def _engine(settings: Settings) -> EngineName:
    if settings.engine == "all":
        raise PetrAdvisorError.of("command.one-engine")
    return engine_names(settings)[0]


def _needs(extra: str, *libraries: str) -> None:
    """Refuse in words where the libraries of an extra are not there."""
    if any(importlib.util.find_spec(library) is None for library in libraries):
        raise PetrAdvisorError.of("serving.no-extra", extra=extra)
