"""The course shown to a meeting, one thing at a time: where we are, what is proposed, why, votes, dates, doubts."""

from collections.abc import Iterator
from textwrap import wrap
from typing import ClassVar, NamedTuple

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static
from textual.worker import get_current_worker

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.renderers.slides.slide import Grid, Slide
from petr_advisor.documents.texts import slides_of
from petr_advisor.tui.actions import bindings
from petr_advisor.tui.block_letters import HEIGHT, block_letters, pages
from petr_advisor.tui.evaluator import under_lock
from petr_advisor.tui.screens.base import AdvisorScreen
from petr_advisor.tui.widgets.keys import Keys
from petr_advisor.words.texts import Language
from petr_advisor.words.typography import KEYBOARD_SPACES
from petr_advisor.words.voice import Voice

COLUMN = 72
"""The longest line that a room reads at ease, in columns."""
AROUND = 6
"""Lines that the title's margins, the place and the keys take."""


class Headline(NamedTuple):
    """What heads a slide."""

    large: str
    """Lines, in block letters where there is room."""
    lead: str
    """What is still to be said below them; empty where they say it."""


class Page(NamedTuple):
    """A page to project: what fits of a slide."""

    slide: int
    """The place of its slide."""
    title: str
    """What heads it, drawn."""
    lead: str
    items: tuple[str, ...]
    last: bool
    """Whether it ends its slide."""


class Stage(VerticalScroll, inherit_bindings=False):
    """What is projected; only ↑ and ↓ scroll it, the other keys turn pages."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll_up", show=False),
        Binding("down", "scroll_down", show=False),
    ]


class ProjectionScreen(AdvisorScreen[None]):
    """Projects what the slides of the report tell; what does not fit on a page of this size goes on to the next."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "next_page", "page_before", "first_page", "last_page", "speaker", "large", "copy", "language", "help", "close"
    )
    HELP_KEY = "help.projection"

    class Told(Message):
        """The slides in a language."""

        def __init__(self, of: tuple[Consultation, Language], slides: tuple[Slide, ...]) -> None:
            super().__init__()
            self.of = of
            self.slides = slides

    def __init__(self) -> None:
        super().__init__()
        self._told: dict[Language, tuple[Slide, ...]] = {}
        self._asked: tuple[Consultation, Language] | None = None
        """What the slides are being made of."""
        self._slide, self._part = 0, 0
        """The slide in sight, and which of its pages."""
        self._speaks = False
        """Whether the notes of the speaker are shown in place of the page."""

    def compose(self) -> ComposeResult:
        """Lay out the title, what is said, the place."""
        yield Static(markup=False, classes="headline")
        with Stage(classes="stage"):
            yield Static(markup=False, classes="sheet")
        yield Static(markup=False, classes="place")
        yield Keys("next_page", "page_before", "speaker", "language", "help", "close")

    def show(self) -> None:
        """Show the page; make the slides where they are not made yet."""
        super().show()
        of = (self.session.consultation, self.language)
        if self._asked is None or self._asked[0] is not of[0]:
            self._told = {}
        if self.language not in self._told:
            self.query_one(".sheet", Static).update(Content(self.say("question.wait")))
            if self._asked != of:
                self._asked = of
                self._make(*of, self.session.name)
            return
        self._show_page()

    @work(thread=True, exclusive=True, group="slides", exit_on_error=False)
    def _make(self, consultation: Consultation, language: Language, name: str) -> None:
        worker, found = get_current_worker(), under_lock(lambda: slides_of(consultation, language, name))
        if not worker.is_cancelled:
            self.post_message(self.Told((consultation, language), found))

    def on_projection_screen_told(self, message: Told) -> None:
        """Show the slides, unless others are wanted by now."""
        if message.of == self._asked:
            self._told[message.of[1]] = message.slides
            self._show_page()

    # -- the page ----------------------------------------------------------------------------------------------

    @property
    def _slides(self) -> tuple[Slide, ...]:
        return self._told.get(self.language, ())

    @property
    def _width(self) -> int:
        margins = 4 if self.app.size.width < COLUMN else 12
        return max(16, min(COLUMN, self.app.size.width - margins))

    def _headline(self, slide: Slide) -> Headline:
        """Give what heads a slide: in block letters its lead, else its title, where they leave most of the screen."""
        width, height = self.app.size
        if slide.lead and (large := block_letters(slide.lead, width - 8, max(2 * HEIGHT, height // 3))):
            return Headline(f"{slide.title}\n{large}", "")
        title = block_letters(slide.title, width - 8, max(HEIGHT, height // 5))
        return Headline(title or slide.title, slide.lead)

    def _parts(self) -> list[Page]:
        """Give the pages of the slide in sight at the size of the screen."""
        slide = self._slides[self._slide]
        large, lead = self._headline(slide)
        head = len(large.splitlines()) + (self._height(lead) + 1 if lead else 0)
        items = tuple(_items(slide, self.voice))
        heights = [self._height(item) + 1 for item in items]
        room = max(3, self.app.size.height - AROUND - head)
        parted = list(pages(heights, room))
        return [Page(self._slide, large, lead, tuple(items[n] for n in part), part is parted[-1]) for part in parted]

    def _height(self, words: str) -> int:
        return sum(len(wrap(line, self._width - 4)) or 1 for line in words.splitlines())

    def _show_page(self) -> None:
        if not self._slides:
            return
        self._slide = min(self._slide, len(self._slides) - 1)
        parts = self._parts()
        self._part = min(self._part, len(parts) - 1)
        page = parts[self._part]
        self.query_one(".headline", Static).update(Content(page.title.translate(KEYBOARD_SPACES)).stylize("bold"))
        sheet = self.query_one(".sheet", Static)
        sheet.styles.width = self._width
        sheet.update(Content("\n\n").join(self._said(page)))
        place = self.say("projection.place", number=self._slide + 1, count=len(self._slides))
        more = "" if page.last else f"  {self.say('projection.goes-on')}"
        self.query_one(".place", Static).update(Content(f"{place}{more}"))
        self.query_one(VerticalScroll).scroll_home(animate=False)
        self.query_one(VerticalScroll).focus()

    def _said(self, page: Page) -> Iterator[Content]:
        if self._speaks:
            notes = self._slides[page.slide].notes or (self.say("projection.no-notes"),)
            yield Content(self.say("projection.notes")).stylize("bold $text-accent")
            yield from map(Content, notes)
            return
        if page.lead:
            yield Content(page.lead).stylize("bold $text-accent")
        yield from (_with_head(item) for item in page.items)

    def on_resize(self) -> None:
        """Part the slide anew."""
        self._show_page()

    # -- keys --------------------------------------------------------------------------------------------------

    def action_next_page(self) -> None:
        """Go to the next page; the last one stays."""
        if not self._slides:
            return
        if not self._speaks and self._part + 1 < len(self._parts()):
            self._part += 1
        elif self._slide + 1 < len(self._slides):
            self._slide, self._part = self._slide + 1, 0
        else:
            self.advisor.tell("projection.last")
        self._show_page()

    def action_page_before(self) -> None:
        """Go back a page."""
        if not self._slides:
            return
        if not self._speaks and self._part:
            self._part -= 1
        elif self._slide:
            self._slide -= 1
            self._part = 0 if self._speaks else len(self._parts()) - 1
        self._show_page()

    def action_first_page(self) -> None:
        """Go to the first page."""
        self._slide = self._part = 0
        self._show_page()

    def action_last_page(self) -> None:
        """Go to the last slide."""
        self._slide, self._part = max(0, len(self._slides) - 1), 0
        self._show_page()

    def action_speaker(self) -> None:
        """Show the notes of the speaker, or the page again."""
        self._speaks = not self._speaks
        self._show_page()

    def action_copy(self) -> None:
        """Copy the slide, with the notes of the speaker."""
        if self._slides:
            slide = self._slides[self._slide]
            self.copy_words(
                "\n".join(filter(None, (slide.title, slide.lead, *_items(slide, self.voice), *slide.notes)))
            )


def _items(slide: Slide, voice: Voice) -> Iterator[str]:
    """Give what a slide says, thing by thing; a row of a table is one, its first cell on a line of its own."""
    yield from slide.items
    if (grid := slide.grid) is not None:
        yield from (_row(grid, row, voice) for row in grid.rows)


def _row(grid: Grid, row: tuple[str, ...], voice: Voice) -> str:
    head, *cells = row
    nothing = voice.phrase("none-noted")
    said = [voice.labelled(title, each) for title, each in zip(grid.header[1:], cells, strict=True) if each != nothing]
    return "\n".join((head, *([" · ".join(said)] if len(grid.figures) == len(cells) else said)))


def _with_head(item: str) -> Content:
    head, newline, rest = item.partition("\n")
    return Content.assemble((head, "bold" if newline else ""), newline, rest)
