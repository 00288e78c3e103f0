"""A quick hand on the keyboard: it waits for what the program does, never for a clock."""

import asyncio
import unicodedata
from contextlib import nullcontext
from time import monotonic
from typing import Any

from textual import events
from textual.drivers.headless_driver import HeadlessDriver
from textual.geometry import Size
from textual.keys import REPLACED_KEYS, _character_to_key, _get_unicode_name_from_key

from petr_advisor.tui import PetrAdvisorApp

PATIENCE = 60
"""Seconds after which a computation is taken never to end."""


class Dead(AssertionError):  # noqa: N818 - a state, as walkers say
    """The program no longer does anything, or no longer stops."""


async def settle(app: PetrAdvisorApp, *, draw_last: bool = True) -> None:
    """Wait until nothing is being computed or drawn.

    The screen is drawn once everything else is done, which is quicker; or else whenever the program wants it, as a
    person sees it: where a list scrolls before it is laid out, its place is another.
    """
    limit = monotonic() + PATIENCE
    drawn = False
    while app.is_running and not drawn:
        if monotonic() > limit:
            raise Dead(f"still at work after {PATIENCE} s: {[worker.group for worker in app.workers]}")
        with app.batch_update() if draw_last else nullcontext():
            await drain()
            while _under_way(app) and monotonic() < limit:
                await asyncio.sleep(0.002)
                await drain()
        if app.is_running:
            drawn = _draw(app)
            await drain()
            drawn = drawn and not _under_way(app)


def _under_way(app: PetrAdvisorApp) -> bool:
    """Tell whether something is computed, resized or glides: a glide that takes no time waits for the next frame."""
    return bool(list(app.workers) or app._resize_timer or app.animator._animations)


def _draw(app: PetrAdvisorApp) -> bool:
    """Lay the screen out and draw it, where there is something to draw; tell whether there was nothing."""
    screen: Any = app.screen
    waiting = bool(screen._layout_required or screen._scroll_required or screen._repaint_required)
    waiting = waiting or bool(screen._dirty_widgets or screen._callbacks)
    screen._on_timer_update()
    return not waiting


async def drain() -> None:
    """Let every task run until all of them wait for something."""
    loop: Any = asyncio.get_running_loop()
    ready = loop._ready
    await asyncio.sleep(0)
    while ready:
        await asyncio.sleep(0)


def press(app: PetrAdvisorApp, key: str) -> None:
    """Send a key, as the terminal does."""
    name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
    try:
        character: str | None = unicodedata.lookup(_get_unicode_name_from_key(REPLACED_KEYS.get(name, name)))
    except KeyError:
        character = name if len(name) == 1 else None
    _send(app, events.Key(name, character))


def paste(app: PetrAdvisorApp, text: str) -> None:
    """Send a text in one go."""
    _send(app, events.Paste(text))


def resize(app: PetrAdvisorApp, width: int, height: int) -> None:
    """Give the terminal another size."""
    size = Size(width, height)
    assert isinstance(app._driver, HeadlessDriver)
    app._driver._size = size
    app.post_message(events.Resize(size, size))


def _send(app: PetrAdvisorApp, event: events.Event) -> None:
    if app._driver is not None and app.is_running:
        event.set_sender(app)
        app._driver.send_message(event)
