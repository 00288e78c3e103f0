"""What opens outside the terminal: the article on Légifrance, the report that was written."""

import webbrowser
from functools import partial

from petr_advisor.tui.advisor import AdvisorApp


def show_address(app: AdvisorApp, address: str, name: str) -> None:
    """Open an address away from the interface, in the person's own browser; in words where there is none."""
    if app.is_web:
        app.open_url(address)
    else:
        app.run_worker(
            partial(_show, app, address, name), thread=True, group="online", exit_on_error=False, description="browser"
        )


def _show(app: AdvisorApp, address: str, name: str) -> None:
    shown = opened(address)
    app.call_from_thread(
        partial(app.tell, "online.opened" if shown else "online.no-browser", warning=not shown, name=name)
    )


def opened(address: str) -> bool:
    """Open an address; False where there is no browser, or only one that would draw over this screen."""
    try:
        browser = webbrowser.get()
        return type(browser) is not webbrowser.GenericBrowser and browser.open(address)
    except (webbrowser.Error, OSError):
        return False
