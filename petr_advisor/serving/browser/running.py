"""Run the pages until the program is stopped: textual-serve, behind the guard."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress

from aiohttp import web
from textual_serve import server
from textual_serve.app_service import AppService

from petr_advisor.serving.addresses import Address
from petr_advisor.serving.browser.guard import guard, said, with_headers
from petr_advisor.serving.refusals import saying

AT_ONCE = 16
"""Pages open at once, each with a process; more are told to come again."""
ENDING = 5
"""Seconds that pages have to end once the service is stopped."""


class Behind(AppService):
    """The process behind a page."""

    async def stop(self) -> None:
        """Ask it to end, and wait until it has, or is killed: what is left open when the service ends complains."""
        await super().stop()
        process = self._process
        if process is None or process.returncode is not None:
            return
        if process.stdin is not None:
            process.stdin.close()
        try:
            await asyncio.wait_for(process.wait(), ENDING)
        except TimeoutError:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()


server.AppService = Behind  # type: ignore[attr-defined]  # the library offers no other place for it


class Pages(server.Server):
    """The page, the line to the process behind it, and what that hands out to be kept."""

    def __init__(self, command: str, address: Address, title: str) -> None:
        super().__init__(command, title=title)
        self._address = address
        self._open = 0

    async def application(self) -> web.Application:
        """Give the pages behind their guard."""
        return await self._make_app()

    async def _make_app(self) -> web.Application:
        found = await super()._make_app()
        found.middlewares.append(guard(self._address))
        found.on_response_prepare.append(with_headers)
        return found

    async def on_startup(self, app: web.Application) -> None:
        """Say nothing: where it listens has been said."""

    async def handle_index(self, request: web.Request) -> web.StreamResponse:
        """Give the page, which finds the rest under the name that it was asked by, and the scheme of who asked.

        A server in front that encrypts says so in X-Forwarded-Proto; whoever lies there spoils their own page alone.
        """
        scheme = "https" if request.headers.get("X-Forwarded-Proto") == "https" else request.scheme
        self.public_url = f"{scheme}://{request.host}"
        page: web.StreamResponse = await super().handle_index(request)
        return page

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Begin a process for a page that was opened, unless too many are."""
        if self._open >= AT_ONCE:
            return said(saying("too-long", "serving.busy"))  # type: ignore[return-value]
        self._open += 1
        try:
            return await super().handle_websocket(request)
        finally:
            self._open -= 1


def run(command: str, address: Address, title: str, told: Callable[[str], None]) -> None:
    """Show a command in browsers until the program is stopped; `told` is given the address once it listens.

    PetrAdvisorError where it may not, or cannot, listen there.
    """
    listening = address.checked().listen()
    for name in ("textual-serve", "aiohttp"):  # what goes wrong in a page is said there, in words
        logging.getLogger(name).addHandler(logging.NullHandler())
        logging.getLogger(name).propagate = False
    pages = Pages(command, address, title)
    web.run_app(
        pages.application(),
        sock=listening,
        print=lambda _: told(address.shown(listening)),  # said once it can be stopped in order
        access_log=None,
        shutdown_timeout=ENDING,
        handle_signals=True,
    )
