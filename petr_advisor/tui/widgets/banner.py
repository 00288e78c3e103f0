"""The header: territory, date of law, languages, and what is still to settle."""

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text as RichText
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from petr_advisor.tui.advisor import AdvisorApp
from petr_advisor.tui.at_work import COMPUTING, at_work

if TYPE_CHECKING:
    from petr_advisor.consulting.to_find_out import Left
    from petr_advisor.tui.session import Session

WRITING = "report"
"""The group of the workers that write files."""
LOOK_AGAIN = 0.3
"""After how many seconds one looks whether a file is written."""
BAR_WIDTH = 12
MARGINS = 6
"""What the sides of the second line and its blanks take."""
LANGUAGES_WIDTH = 10
"""What the languages and the margins take."""


class Banner(Vertical):
    """Says where we are; two lines."""

    def __init__(self, title: str = "") -> None:
        super().__init__(classes="banner")
        self._title = title
        self._shown: tuple[AdvisorApp, str] | None = None

    def compose(self) -> ComposeResult:
        """Lay out the two lines."""
        with Horizontal(classes="line"):
            yield Static(markup=False, classes="where")
            yield Static(markup=False, classes="languages")
        yield Static(markup=False, classes="progress")

    def show(self, app: AdvisorApp, title: str = "") -> None:
        """Fill the header from the session."""
        self._shown = (app, title)
        session = app.session
        parts: list[Content | str | tuple[str, str]] = []
        if session is not None:
            law = f" · {app.say('header.law', day=session.consultation.as_of)}"
            name = RichText(" ".join(session.name.split()))
            name.truncate(max(8, app.size.width - len(law) - LANGUAGES_WIDTH), overflow="ellipsis")
            parts = [(name.plain, "bold"), law]  # a long name gives way to the date of law
        self.query_one(".where", Static).update(Content.assemble(*parts))
        self.query_one(".languages", Static).update(_languages(app.language))
        self.query_one(".progress", Static).update(_progress(app, title))
        if at_work(app, WRITING):
            self.set_timer(LOOK_AGAIN, self.on_resize)

    def on_resize(self) -> None:
        """Give the name the room there is, and say how things stand."""
        if self._shown is not None:
            self.show(*self._shown)


def _languages(language: str) -> Content:
    parts = []
    for code in ("fr", "en"):
        style = Style.from_meta({"@click": f"app.language('{code}')"})
        name = Content(code.upper()).stylize("bold reverse" if code == language else "dim").stylize(style)
        parts.append(name)
    return Content(" │ ").join(parts)


def _progress(app: AdvisorApp, title: str) -> Content:
    session = app.session
    if session is None:
        return Content(title)
    name = title or _subject(app, session)
    state = _state(app, session)
    how_far = _how_far(app, session)
    room = app.size.width - MARGINS - how_far.cell_length - cell_len(state)
    shown = RichText(name)
    shown.truncate(max(8, room), overflow="ellipsis")  # a long name gives way to how far one is
    mark = (f"{state}  " if state else "", "bold italic $text-warning")
    return Content.assemble((shown.plain, "bold"), "  ", mark, how_far)


def _state(app: AdvisorApp, session: "Session") -> str:
    """Say what is under way: while a list is being made, nothing is computed until it is left."""
    if session.fault:
        return app.say("header.failed")
    if (session.waiting and at_work(app, "evaluation")) or at_work(app, *COMPUTING):
        return app.say("header.thinking")
    return app.say("header.writing") if at_work(app, WRITING) else ""


def _how_far(app: AdvisorApp, session: "Session") -> Content:
    evaluation, state = session.evaluation, session.consultation.state
    if evaluation is None:
        return Content("")
    left = evaluation.left
    said = len({fact for fact, of in state.answers if of is None}) + len(state.lists)
    # what may be answered on wish takes nothing from how far one is
    parts = counted(app, left)
    width = BAR_WIDTH if len(parts) < 3 else BAR_WIDTH // 2
    done = width if not left.to_settle else min(width - 1, width * said // (said + left.to_settle))
    words = " · ".join(parts) or app.say("header.done")
    words = app.say("header.clash") if evaluation.clashes else words
    return Content.assemble(("▓" * done + "░" * (width - done), "$accent"), " ", words)


def counted(app: AdvisorApp, left: "Left") -> list[str]:
    """Say how many questions are left of each kind there is; the first with its noun where there is room for it."""
    kinds = {"settle": left.to_settle, "to-check": left.to_check, "optional": left.optional}
    found = [(kind, count) for kind, count in kinds.items() if count]
    named = len(found) < len(kinds)
    return [
        app.say(f"header.only-{kind}" if named and number == 0 else f"header.{kind}", count=count)
        for number, (kind, count) in enumerate(found)
    ]


def _subject(app: AdvisorApp, session: "Session") -> str:
    """Give the key question being dealt with; before the first question and after the last, the first two chosen."""
    subject = session.evaluation.subject if session.evaluation else None
    shown = (subject,) if subject else session.consultation.key_questions[:2]
    return ", ".join(app.base.key_questions[key].title.in_(app.language) for key in shown)
