"""Run the HTTP interface until it is stopped."""

import json
from collections.abc import Callable
from socket import socket
from typing import Any

import uvicorn

from petr_advisor.serving.addresses import Address
from petr_advisor.serving.answering import Answerer, Apart
from petr_advisor.serving.api.app import application
from petr_advisor.serving.api.guard import Guard

AT_ONCE = 64
"""Requests at once; more are told to come again."""
IDLE, ENDING = 15, 5
"""Seconds that a silent line stays open, and that answers may take once the server is stopped."""


class _Server(uvicorn.Server):
    """A server that says that it listens once it can be stopped in order."""

    def __init__(self, config: uvicorn.Config, told: Callable[[], None]) -> None:
        super().__init__(config)
        self._told = told

    async def startup(self, sockets: list[socket] | None = None) -> None:
        """Start, then say so."""
        await super().startup(sockets=sockets)
        self._told()


def openapi(answerer: Answerer) -> str:
    """Give the OpenAPI description of the interface."""
    return json.dumps(application(answerer).openapi(), ensure_ascii=False, indent=1)


def run(answerer: Apart, address: Address, told: Callable[[str], None]) -> None:
    """Answer requests until the program is stopped; `told` is given the address once it listens."""
    listening = address.checked().listen()
    app: Any = Guard(application(answerer), address.token, address.loopback)
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        limit_concurrency=AT_ONCE,
        timeout_keep_alive=IDLE,
        timeout_graceful_shutdown=ENDING,
        lifespan="off",
        ws="none",
    )
    try:
        _Server(config, lambda: told(address.shown(listening))).run(sockets=[listening])
    finally:
        answerer.close()
        listening.close()
