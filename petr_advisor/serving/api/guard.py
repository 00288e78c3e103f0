"""What stands before the HTTP interface: who may ask, how much, from where; and nothing but words when all fails."""

import asyncio
import json
from collections.abc import Awaitable, Callable, MutableMapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from petr_advisor.files.faults import fault
from petr_advisor.serving.entrance import is_own_name, is_own_page, is_token
from petr_advisor.serving.refusals import Refusal, refusal, saying

MAX_BODY = 2_000_000
"""Bytes of a request: a case of two hundred members takes a tenth of that."""
BODY_PATIENCE = 20.0
"""Seconds in which a request must have come."""
MAX_DISCARDED = 64_000_000
"""Bytes of a request too large that are still taken, and forgotten, so that its sender comes to read the refusal."""

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

STATUS = {
    "refused": 422, "bad-form": 422, "held-elsewhere": 423, "too-long": 503, "fault": 500, "too-large": 413,
    "forbidden": 403, "not-found": 404,
}  # fmt: skip
"""The HTTP status of each code of refusal."""
HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"cache-control", b"no-store"),
    (b"content-security-policy", b"default-src 'none'"),
)


@dataclass(frozen=True)
class Guard:
    """Lets a request through when it may be asked, whole and small enough."""

    application: Application
    token: str | None = None
    """What a request must bear; none is needed where none is set."""
    loopback: bool = True
    """Whether only names of this machine are answered to: a page elsewhere cannot borrow the browser to ask."""
    max_body: int = MAX_BODY
    """Bytes of a request."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            await self.application(scope, receive, send)
            return
        started = False

        async def answering(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                message["headers"] = [*message.get("headers", ()), *HEADERS]
            await send(message)

        refused, arriving = self._refused(scope), _Arriving(receive)
        try:
            whole = None if refused else await asyncio.wait_for(self._read(arriving), BODY_PATIENCE)
            if refused is None and whole is not None:
                await self.application(scope, _again(whole), answering)
                return
            refused = refused or saying("too-large", "serving.too-large", most=self.max_body // 1000)
        except TimeoutError:
            refused = saying("too-long", "serving.slow-request")
        except Exception as error:  # noqa: BLE001 - the last resort: never a traceback
            refused = refusal(fault(error))
        if not started:
            if refused.code == "too-large":
                await _let_finish(arriving)
            await _refuse(answering, refused)

    def _refused(self, scope: Scope) -> Refusal | None:
        """Tell why a request may not be asked, from its head alone."""
        headers = {name.lower(): value.decode("latin-1") for name, value in scope["headers"]}
        host = headers.get(b"host", "")
        origin = headers.get(b"origin")
        if self.loopback and not is_own_name(host):
            return saying("forbidden", "serving.other-host")
        if origin is not None and not is_own_page(origin, host):
            return saying("forbidden", "serving.other-site")
        if self.token is not None and not _bears(headers.get(b"authorization", ""), self.token):
            return saying("forbidden", "serving.no-token")
        length = headers.get(b"content-length", "0")
        if not length.isdecimal() or int(length) > self.max_body:
            return saying("too-large", "serving.too-large", most=self.max_body // 1000)
        return None

    async def _read(self, receive: Receive) -> bytes | None:
        """Give the body of a request; none where it is too large, and what is left of it is not read."""
        found = bytearray()
        while True:
            message = await receive()
            if message["type"] != "http.request":
                return bytes(found)
            found += message.get("body", b"")
            if len(found) > self.max_body:
                return None
            if not message.get("more_body"):
                return bytes(found)


class _Arriving:
    """What comes of a request, and whether more of it is to come."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self.more = True

    async def __call__(self) -> Message:
        """Take what comes next."""
        message = await self._receive()
        self.more = message["type"] == "http.request" and bool(message.get("more_body"))
        return message


def _again(body: bytes) -> Receive:
    """Give a body that was read to whoever reads it next."""
    left = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> Message:
        return left.pop() if left else {"type": "http.disconnect"}

    return receive


async def _let_finish(arriving: _Arriving) -> None:
    """Take and forget what is still sent, if anything is: a connection closed upon who writes loses the answer.

    Source: RFC 9112, 9.6.
    """
    left = MAX_DISCARDED
    with suppress(TimeoutError):
        async with asyncio.timeout(BODY_PATIENCE):
            while arriving.more and left > 0:
                message = await arriving()
                left -= len(message.get("body", b""))


async def _refuse(send: Send, refused: Refusal) -> None:
    body = json.dumps({"error": refused.model_dump()}, ensure_ascii=False).encode()
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    if refused.code == "too-large":  # what was not read of the request is not to be taken for the next
        headers.append((b"connection", b"close"))
    await send({"type": "http.response.start", "status": STATUS[refused.code], "headers": headers})
    await send({"type": "http.response.body", "body": body})


def _bears(header: str, token: str) -> bool:
    kind, _, given = header.partition(" ")
    return kind.lower() == "bearer" and is_token(given.strip(), token)
