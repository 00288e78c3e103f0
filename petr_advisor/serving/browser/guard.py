"""What stands before the pages: who may open them, that they bring nothing, words and never a traceback."""

import hashlib
import hmac
from collections.abc import Awaitable, Callable

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from petr_advisor.files.faults import fault
from petr_advisor.serving.addresses import Address
from petr_advisor.serving.entrance import is_own_name, is_own_page, is_token
from petr_advisor.serving.refusals import Refusal, refusal, saying

COOKIE, PARAMETER = "petr_advisor", "token"
"""Where the browser keeps that it knew the token, and where the token is given once."""
STATUS = {"forbidden": 403, "too-large": 413, "not-found": 404, "too-long": 503}
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'self'; script-src 'self' 'unsafe-inline'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; frame-ancestors 'none'",
}
"""No page of another site frames this one, learns the token, or is asked for anything."""


def guard(address: Address) -> Middleware:
    """Give what lets a request through when whoever asks may come in; a refusal is said in words."""

    @web.middleware
    async def guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
        if (refused := _refused(request, address)) is not None:
            return said(refused)
        if address.token is not None and PARAMETER in request.query:
            return _known(request, address.token)
        return await _answered(request, handler)

    return guarded


async def with_headers(_: web.Request, response: web.StreamResponse) -> None:
    """Put before each answer what a browser must know."""
    response.headers.update(HEADERS)


def said(refused: Refusal) -> web.Response:
    """Say a refusal to a person, in both languages."""
    response = web.Response(text=f"{refused.fr}\n\n{refused.en}\n", status=STATUS.get(refused.code, 500))
    if refused.code == "too-large":  # what was not read of the request is not to be taken for the next
        response.force_close()
    return response


async def _answered(request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]) -> (
    web.StreamResponse
):  # fmt: skip
    try:
        return await handler(request)
    except web.HTTPException:
        return said(saying("not-found", "serving.no-page", path=request.path[:100]))
    except Exception as error:  # noqa: BLE001 - the last resort: never a traceback
        return said(refusal(fault(error)))


def _refused(request: web.Request, address: Address) -> Refusal | None:
    """Tell why a request may not be asked, from its head alone."""
    origin = request.headers.get("Origin")
    if address.loopback and not is_own_name(request.host):
        return saying("forbidden", "serving.other-host")
    if _is_line(request) and origin is None:  # a browser always says from which page it opens a line
        return saying("forbidden", "serving.other-site")
    if origin is not None and not is_own_page(origin, request.host):
        return saying("forbidden", "serving.other-site")
    if address.token is not None and not _knows(request, address.token):
        return saying("forbidden", "serving.no-token")
    if request.body_exists:  # a page is asked for, nothing is sent
        return saying("too-large", "serving.too-large", most=0)
    return None


def _is_line(request: web.Request) -> bool:
    return request.headers.get("Upgrade", "").lower() == "websocket"


def _knows(request: web.Request, token: str) -> bool:
    given = request.query.get(PARAMETER)
    if given is not None:
        return is_token(given, token)
    return is_token(request.cookies.get(COOKIE, ""), _kept(token))


def _known(request: web.Request, token: str) -> web.Response:
    """Lead to the page without the token, which then stays neither in the address nor in the history."""
    query = {name: value for name, value in request.query.items() if name != PARAMETER}
    response = web.Response(status=303, headers={"Location": str(request.rel_url.with_query(query))})
    response.set_cookie(COOKIE, _kept(token), httponly=True, samesite="Lax", secure=request.secure)
    return response


def _kept(token: str) -> str:
    """Give what a browser keeps in place of the token: it opens this service and tells the token to nobody."""
    return hmac.new(token.encode(), b"petr-advisor in a browser", hashlib.sha256).hexdigest()
