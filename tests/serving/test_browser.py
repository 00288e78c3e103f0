"""The pages' guard, asked by a real client; and the consultation held in a real browser, where there is one."""

import asyncio
import json
import os
import re
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import aiohttp
import pyte
import pytest
from aiohttp.test_utils import TestClient, TestServer

from petr_advisor.dossiers import names
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.serving.addresses import Address
from petr_advisor.serving.browser import running
from petr_advisor.serving.browser.guard import COOKIE
from petr_advisor.serving.browser.running import Pages
from petr_advisor.tui.screens.tour import PANELS
from petr_advisor.words.voice import screen_voice
from tests.saved_files import kept
from tests.serving.test_processes import listening

if TYPE_CHECKING:
    from playwright.async_api import Page, WebSocket

TOKEN = "a-token-nobody-guesses"  # noqa: S105 - of a test
HERE, ABROAD = Address(), Address("0.0.0.0", beyond_loopback=True, token=TOKEN)  # noqa: S104 - never listened on
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
PATIENCE = 60_000
"""Milliseconds, on a machine that does other things."""


@asynccontextmanager
async def client_of(address: Address) -> AsyncIterator["TestClient[aiohttp.web.Request, aiohttp.web.Application]"]:
    server = TestServer(await Pages("exit 0", address, "petr-advisor").application(), host="127.0.0.1")
    async with TestClient(server, cookie_jar=aiohttp.CookieJar(unsafe=True)) as client:
        yield client


async def answered(response: aiohttp.ClientResponse) -> tuple[int, str]:
    """Give the status of an answer, and all that it says."""
    return response.status, await response.text()


def words(key: str, **values: object) -> str:
    """Give a refusal in both languages: that, and nothing of the entrails of the program, is what a person reads."""
    error = PetrAdvisorError.of(key, **values)
    return f"{error.fr}\n\n{error}\n"


async def test_the_page_finds_everything_under_the_name_that_it_was_asked_by() -> None:
    async with client_of(HERE) as client:
        response = await client.get("/")
        page = await response.text()
        assert response.status == 200
        own = re.escape(f"127.0.0.1:{client.port}")
        assert re.search(rf"ws://{own}/ws", page)
        assert "localhost:8000" not in page
        assert response.headers["X-Frame-Options"] == "DENY"
        assert "default-src 'self'" in response.headers["Content-Security-Policy"]
        named = await client.get("/", headers={"Host": f"localhost:{client.port}"})
        assert f"ws://localhost:{client.port}/ws" in await named.text()
        behind = await client.get("/", headers={"X-Forwarded-Proto": "https"})
        assert re.search(rf"wss://{own}/ws", await behind.text())


class NoProcess:
    """Stands for the process behind a page."""

    def __init__(self, *_: object, **__: object) -> None:
        """Take what a process is begun with."""

    async def start(self, width: int, height: int) -> None:
        """Begin nothing."""

    async def stop(self) -> None:
        """End nothing."""


async def test_only_pages_of_this_machine_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    """A borrowed name, a page of another site, a line opened by no page: refused in words."""
    monkeypatch.setattr("textual_serve.server.AppService", NoProcess)
    async with client_of(HERE) as client:
        own = f"http://127.0.0.1:{client.port}"
        other_host, other_site = (403, words("serving.other-host")), (403, words("serving.other-site"))
        assert await answered(await client.get("/", headers={"Host": "evil.example"})) == other_host
        assert await answered(await client.get("/", headers={"Origin": "http://evil.example"})) == other_site
        assert (await client.get("/", headers={"Origin": own})).status == 200
        line = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "13"}
        line["Sec-WebSocket-Key"] = "x3JJHMbDL1EzLkh9GBhXDw=="
        assert await answered(await client.get("/ws", headers=line)) == other_site
        line["Origin"] = "http://evil.example"
        assert await answered(await client.get("/ws", headers=line)) == other_site
        async with client.ws_connect("/ws", origin=own) as opened:
            assert not opened.closed


async def test_other_machines_need_the_token_once() -> None:
    """Given in the address, it is kept as a cookie that does not tell it, and is gone from the address."""
    refused = 403, words("serving.no-token")
    async with client_of(ABROAD) as client:
        for path in ("/", "/?token=", "/?token=wrong", f"/?token={TOKEN}x", "/static/js/textual.js", "/download/x"):
            assert await answered(await client.get(path)) == refused
        client.session.cookie_jar.update_cookies({COOKIE: TOKEN})
        assert await answered(await client.get("/")) == refused
        client.session.cookie_jar.clear()
        entered = await client.get(f"/?token={TOKEN}&fontsize=20", allow_redirects=False)
        assert (entered.status, entered.headers["Location"]) == (303, "/?fontsize=20")
        cookie = entered.headers["Set-Cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=Lax" in cookie
        assert TOKEN not in cookie
        assert (await client.get("/")).status == 200


async def test_what_a_page_has_no_use_for_is_refused() -> None:
    too_large = 413, words("serving.too-large", most=0)
    async with client_of(HERE) as client:
        assert await answered(await client.post("/", data=BytesIO(b"x" * 50_000_000))) == too_large
        assert await answered(await client.get("/", data=b"x")) == too_large
        for asked, path in (
            ("/nothing", "/nothing"),
            ("/download/nothing", "/download/nothing"),
            ("/static/../../etc/passwd", "/etc/passwd"),
        ):
            assert await answered(await client.get(asked)) == (404, words("serving.no-page", path=path)), asked


async def test_too_many_pages_are_told_to_come_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "AT_ONCE", 0)
    async with client_of(HERE) as client:
        own = f"http://127.0.0.1:{client.port}"
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await client.ws_connect("/ws", origin=own)
        assert refused.value.status == 503


class Reader:
    """What a page shows, read from what its line is sent: the page itself draws letters as a picture."""

    def __init__(self, page: "Page") -> None:
        self._screen = pyte.Screen(80, 24)
        self._stream = pyte.ByteStream(self._screen)
        page.on("websocket", self._follow)

    def _follow(self, line: "WebSocket") -> None:
        line.on("framesent", self._sent)
        line.on("framereceived", self._received)

    def _sent(self, frame: str | bytes) -> None:
        kind, *given = json.loads(frame)
        if kind == "resize":
            self._screen.resize(given[0]["height"], given[0]["width"])

    def _received(self, frame: str | bytes) -> None:
        if isinstance(frame, bytes):
            self._stream.feed(frame)

    @property
    def text(self) -> str:
        """Everything shown, with single spaces."""
        return " ".join(" ".join(self._screen.display).split())

    async def until(self, words: str) -> None:
        """Wait until some words are shown."""
        await until(lambda: words in self.text, lambda: f"« {words} » is not shown: {self.text}")


async def until(there: Callable[[], bool], otherwise: Callable[[], str]) -> None:
    """Wait for something to be there, on a machine that does other things."""
    for _ in range(PATIENCE // 100):
        if there():
            return
        await asyncio.sleep(0.1)
    raise AssertionError(otherwise())


@pytest.mark.xdist_group("serving-processes")
@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine: nothing is fetched for a test")
async def test_a_consultation_in_a_browser(tmp_path: Path) -> None:
    """Open, begin, answer, see the conclusions, take the note home and a picture; the dossier stays on the machine."""
    from playwright.async_api import async_playwright  # noqa: PLC0415 - only where there is a browser

    said = screen_voice("en").phrase
    with listening("serve", "--engine", "native", "--lang", "en") as address:
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            page = await browser.new_page(viewport={"width": 1400, "height": 900})
            page.set_default_timeout(PATIENCE)
            errors: list[str] = []
            page.on("pageerror", lambda error: errors.append(str(error)))
            reader = Reader(page)
            await page.goto(address.rstrip(";"))
            await reader.until(said("home.new"))
            await reader.until(said("tour.place", number=1, count=len(PANELS)))
            await page.mouse.click(700, 700)  # as a person gives the page the keyboard
            await page.keyboard.press("Escape")
            await until(lambda: said("tour.place", number=1, count=len(PANELS)) not in reader.text, lambda: reader.text)
            await page.keyboard.press("Enter")
            await reader.until(said("new.name"))
            await page.keyboard.type("Pays du navigateur")
            await reader.until("Pays du navigateur")
            await page.keyboard.press("Control+s")
            await until(lambda: "pays-du-navigateur" in names(), lambda: reader.text)
            await reader.until(said("members.title"))
            await page.keyboard.press("Escape")
            await reader.until("2 ( ) Public interest grouping")
            for _ in range(20):  # a question takes keys once it is laid out, which is not seen in its words
                if "structure.legal_form" not in _saved():
                    await page.keyboard.press("2")
                    await page.wait_for_timeout(3000)
            await until(lambda: "structure.legal_form" in _saved(), lambda: reader.text)
            await page.keyboard.press("c")
            await reader.until(said("outcomes.title"))
            await reader.until(said("action.export"))
            await page.keyboard.press("x")
            await reader.until(said("export.title"))
            async with page.expect_download() as coming:
                await page.keyboard.press("Control+s")
            download = await coming.value
            note = tmp_path / download.suggested_filename
            await download.save_as(note)
            assert note.name == "pays-du-navigateur.docx"
            assert note.read_bytes().startswith(b"PK")
            await reader.until(said("export.delivered", name=note.name))
            picture = Path(os.environ.get("PETR_ADVISOR_PICTURES", str(tmp_path))) / "browser.png"
            await page.screenshot(path=picture)
            assert picture.stat().st_size > 10_000
            assert errors == []
            await browser.close()


def _saved() -> str:
    return str(kept("pays-du-navigateur"))
