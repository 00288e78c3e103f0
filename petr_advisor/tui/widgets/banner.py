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
MANY = 3
"""The kinds of questions left: with all of them there is no room for a noun, nor for the whole bar."""
MARGINS = 6
"""What the sides of the second line and its blanks take."""
LANGUAGES_WIDTH = 10
"""What the languages and the margins take."""


class Banner(Vertical):
    """Says where we are; two lines."""

    def __init__(self) -> None:
        super().__init__(classes="banner")
        self._shown: tuple[AdvisorApp, tuple[str, ...]] | None = None

    def compose(self) -> ComposeResult:
        """Lay out the two lines."""
        with Horizontal(classes="line"):
            yield Static(markup=False, classes="where")
            yield Static(markup=False, classes="languages")
        yield Static(markup=False, classes="progress")

    def show(self, app: AdvisorApp, *names: str) -> None:
        """Fill the header from the session; of the names of what is in sight, the longest comes first."""
        self._shown = (app, names)
        session = app.session
        parts: list[Content | str | tuple[str, str]] = []
        if session is not None:
            law = f" · {app.say('header.law', day=session.consultation.as_of)}"
            name = RichText(" ".join(session.name.split()))
            name.truncate(max(8, app.size.width - len(law) - LANGUAGES_WIDTH), overflow="ellipsis")
            parts = [(name.plain, "bold"), law]  # a long name gives way to the date of law
        self.query_one(".where", Static).update(Content.assemble(*parts))
        self.query_one(".languages", Static).update(_languages(app.language))
        self.query_one(".progress", Static).update(_progress(app, names))
        if at_work(app, WRITING):
            self.set_timer(LOOK_AGAIN, self.on_resize)

    def on_resize(self) -> None:
        """Give the name the room there is, and say how things stand."""
        if self._shown is not None:
            app, names = self._shown
            self.show(app, *names)


def _languages(language: str) -> Content:
    parts = []
    for code in ("fr", "en"):
        style = Style.from_meta({"@click": f"app.language('{code}')"})
        name = Content(code.upper()).stylize("bold reverse" if code == language else "dim").stylize(style)
        parts.append(name)
    return Content(" │ ").join(parts)


def _progress(app: AdvisorApp, names: tuple[str, ...]) -> Content:
    session = app.session
    if session is None:
        return Content(names[0] if names else "")
    state = _state(app, session)
    room = app.size.width - MARGINS - cell_len(state)
    name, how_far = _fitting(names or _subject(app, session), _how_far(app, session), room)
    shown = RichText(name)
    shown.truncate(max(8, room - how_far.cell_length), overflow="ellipsis")  # how far one is stays whole before it
    mark = (f"{state}  " if state else "", "bold italic $text-warning")
    return Content.assemble((shown.plain, "bold"), "  ", mark, how_far)


def _fitting(names: tuple[str, ...], how_far: list[Content], room: int) -> tuple[str, Content]:
    """Give the longest name and the fullest account of how far one is that fit: a shorter bar before a shorter name."""
    versions = [(name, said) for name in names for said in how_far[:2]] + [(names[-1], said) for said in how_far[2:]]
    found = versions[-1]
    for found in versions:
        if cell_len(found[0]) + found[1].cell_length <= room:
            break
    return found


def _state(app: AdvisorApp, session: "Session") -> str:
    """Say what is under way: while a list is being made, nothing is computed until it is left."""
    if session.fault:
        return app.say("header.failed")
    if (session.waiting and at_work(app, "evaluation")) or at_work(app, *COMPUTING):
        return app.say("header.thinking")
    return app.say("header.writing") if at_work(app, WRITING) else ""


def _how_far(app: AdvisorApp, session: "Session") -> list[Content]:
    """Say how far one is, in ever less room: the bar gives way first, then the nouns, then the bar altogether."""
    evaluation, state = session.evaluation, session.consultation.state
    if evaluation is None:
        return [Content("")]
    left = evaluation.left
    said = len({fact for fact, of in state.answers if of is None}) + len(state.lists)
    named, bare = counted(app, left), counted(app, left, named=False)
    found = []
    for width, parts in ((BAR_WIDTH, named), (BAR_WIDTH // 2, named), (BAR_WIDTH // 2, bare), (0, bare)):
        # what may be answered on wish takes nothing from how far one is
        done = width if not left.to_settle else max(0, min(width - 1, width * said // (said + left.to_settle)))
        words = " · ".join(parts) or app.say("header.done")
        words = app.say("header.clash") if evaluation.clashes else words
        bar = "▓" * done + "░" * (width - done)
        found.append(Content.assemble((bar, "$accent"), " " if bar else "", words))
    return found if len(named) < MANY else found[1:]


def counted(app: AdvisorApp, left: "Left", *, named: bool = True) -> list[str]:
    """Say how many questions are left of each kind there is; the first with its noun where there is room for it."""
    kinds = {"settle": left.to_settle, "to-check": left.to_check, "optional": left.optional}
    found = [(kind, count) for kind, count in kinds.items() if count]
    named = named and len(found) < MANY
    return [
        app.say(f"header.only-{kind}" if named and number == 0 else f"header.{kind}", count=count)
        for number, (kind, count) in enumerate(found)
    ]


def names_of(app: AdvisorApp, questions: tuple[str, ...]) -> tuple[str, ...]:
    """Give the titles of key questions, in full and as short as they have them."""
    found = [app.base.key_questions[key] for key in questions]
    named = [", ".join(text.in_(app.language) for text in texts) for texts in (
        [each.title for each in found], [each.short or each.title for each in found],
    )]  # fmt: skip
    return tuple(dict.fromkeys(named))


def _subject(app: AdvisorApp, session: "Session") -> tuple[str, ...]:
    """Name the key question being dealt with; before the first question and after the last, the first two chosen."""
    subject = session.evaluation.subject if session.evaluation else None
    return names_of(app, (subject,) if subject else session.consultation.key_questions[:2])
