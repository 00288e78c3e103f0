"""The perimeter explorer: every grouping around the members picked, to compare, and one to take as the list."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.worker import get_current_worker

from petr_advisor.errors import PetrAdvisorError
from petr_advisor.perimeters.known import members_of
from petr_advisor.territory.measures import register
from petr_advisor.territory.register import Epci
from petr_advisor.tui.actions import bindings
from petr_advisor.tui.evaluator import under_lock
from petr_advisor.tui.screens.base import AdvisorScreen
from petr_advisor.tui.widgets.banner import Banner
from petr_advisor.tui.widgets.bounds import BoundsLine, Limits
from petr_advisor.tui.widgets.keys import Keys
from petr_advisor.tui.widgets.lines import Lines
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Text

if TYPE_CHECKING:
    from petr_advisor.perimeters.exploring import Explored

USUAL_MOST, LIMIT = 6, 12
"""Members at most, where nothing is said and at all."""
IN_LIST = ("take", "rank", "other_pane", "language", "help", "close")
IN_BOUNDS = ("look", "other_pane", "take", "help", "close")


class PerimetersScreen(AdvisorScreen[tuple[Epci, ...]]):
    """Lists the groupings around the members listed; gives back who joins them in the one that is taken."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("take", "rank", "language", "help", "close")
    HELP_KEY = "help.perimeters"
    TITLE_KEY = "explorer.title"

    def __init__(self) -> None:
        super().__init__()
        self._around: tuple[str, ...] = ()
        self._found: Explored | None = None
        self._turn = 0
        """Which of the rankings is shown."""
        self._trouble: Text | None = None
        """Why nothing could be looked for."""

    def compose(self) -> ComposeResult:
        """Lay out the bounds, what is found, and one grouping in full."""
        self._around = members_of(self.session.consultation)
        yield Banner()
        yield Static(markup=False, classes="title around")
        yield BoundsLine(min(LIMIT, max(USUAL_MOST, len(self._around) + 1)))
        yield Static(markup=False, classes="summary")
        with Container(classes="panes"):
            yield Lines(id="groupings")
            with VerticalScroll(id="grouping"):
                yield Static(markup=False)
        yield Keys(*IN_LIST)

    def on_mount(self) -> None:
        """Look at once, within the usual bounds."""
        self.show()
        self.query_one("#groupings").focus()
        self.action_look()

    @on(events.DescendantFocus)
    def _name_keys(self) -> None:
        """Name the keys that work where the cursor is."""
        self.query_one(Keys).offer(IN_BOUNDS if isinstance(self.focused, Input) else IN_LIST)

    def show(self) -> None:
        """Say everything in the language in use."""
        super().show()
        names = [epci.name if (epci := register().get(siren)) else siren for siren in self._around]
        self.query_one(".around", Static).update(Content(self.say("explorer.around", names=names) if names else ""))
        self.query_one(BoundsLine).retell(self.voice)
        self._fill(keep=True)

    # -- looking -----------------------------------------------------------------------------------------------

    @on(Input.Submitted)
    def action_look(self) -> None:
        """Look for the groupings within the bounds typed."""
        if not self._around:
            self._take_up(None, told("explorer.nobody"))
            return
        limits = self.query_one(BoundsLine).limits(self.language)
        if limits is None:
            self._take_up(None, told("explorer.figures", most=LIMIT))
            return
        self._say(self.say("explorer.looking"))
        self._look(limits)

    @work(thread=True, exclusive=True, group="perimeters", exit_on_error=False)
    def _look(self, limits: Limits) -> None:
        from petr_advisor.tui.explored import look  # noqa: PLC0415 - NumPy is loaded away from the interface

        case, around, turn, progress = self.session.consultation, self._around, self._turn, self._progress()
        try:
            found = under_lock(lambda: look(case, around, limits, turn, progress))
        except PetrAdvisorError as error:
            self.app.call_from_thread(self._take_up, None, error.text)
        except _LeftError:
            return
        else:
            self.app.call_from_thread(self._take_up, found, None)

    def _progress(self) -> Callable[[int, int], None]:
        worker = get_current_worker()

        def tell(done: int, total: int) -> None:
            if worker.is_cancelled:
                raise _LeftError
            if done < total:
                self.app.call_from_thread(self._say, self.say("explorer.progress", done=done, total=total))

        return tell

    def action_rank(self) -> None:
        """Rank what was found by the next criterion."""
        if self._found is not None:
            self._turn += 1
            self._rank(self._found, self._turn)

    @work(thread=True, exclusive=True, group="perimeters", exit_on_error=False)
    def _rank(self, found: "Explored", turn: int) -> None:
        from petr_advisor.tui.explored import ranked  # noqa: PLC0415 - as above

        self.app.call_from_thread(self._take_up, ranked(found, turn), None)

    def _take_up(self, found: "Explored | None", trouble: Text | None) -> None:
        """Show what was found, the best first, or why nothing was."""
        if self.is_attached:
            self._found, self._trouble = found, trouble
            self._fill(keep=False)
            if found is not None and len(found.order):
                self.query_one("#groupings").focus()
            else:
                self.query_one(Input).focus()

    # -- showing -----------------------------------------------------------------------------------------------

    def _say(self, words: str) -> None:
        if self.is_attached:
            self.query_one(".summary", Static).update(Content(words))

    def _fill(self, *, keep: bool) -> None:
        if self._found is None:
            self.query_one("#groupings", Lines).fill(())
            self._say(self.text(self._trouble) if self._trouble else self.say("explorer.looking"))
        else:
            from petr_advisor.tui.explored import lines_of, summary  # noqa: PLC0415 - as above

            self._say(summary(self._found, self.voice))
            self.query_one("#groupings", Lines).fill(lines_of(self._found, self.voice), keep=keep)
        self._show_marked()

    @on(OptionList.OptionHighlighted)
    def _show_marked(self) -> None:
        """Tell the grouping that is marked in full."""
        row, words = self.query_one("#groupings", Lines).target, ""
        if self._found is not None and row is not None:
            from petr_advisor.tui.explored import details  # noqa: PLC0415 - as above

            words = details(self._found, row, self.voice)
        self.query_one("#grouping Static", Static).update(Content(words))
        self.query_one("#grouping").scroll_home(animate=False)

    # -- leaving -----------------------------------------------------------------------------------------------

    @on(OptionList.OptionSelected)
    def action_take(self) -> None:
        """Give back who joins in the grouping that is marked."""
        row = self.query_one("#groupings", Lines).target
        if self._found is not None and row is not None:
            from petr_advisor.tui.explored import joining  # noqa: PLC0415 - as above

            self.dismiss(joining(self._found, row))

    def action_other_pane(self) -> None:
        """Go on to the details, or to the bounds (a click on the key)."""
        self.focus_next()


class _LeftError(Exception):
    """The person did not wait for what was being looked for."""
