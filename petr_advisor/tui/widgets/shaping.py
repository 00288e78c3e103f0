"""What is to settle, and the conclusions as they form."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from textual import events
from textual.content import Content
from textual.widgets import Static

from petr_advisor.consulting.outcomes import OptionOutcome
from petr_advisor.consulting.to_find_out import Left
from petr_advisor.consulting.weighing import LIVE
from petr_advisor.explaining.left_words import provisional_words
from petr_advisor.tui.advisor import AdvisorApp
from petr_advisor.tui.evaluator import Evaluation
from petr_advisor.tui.notices import NOTIFIED
from petr_advisor.tui.widgets.ask_panel import AskPanel
from petr_advisor.tui.widgets.banner import names_of
from petr_advisor.words.typography import WIDE
from petr_advisor.words.voice import STATUS_SYMBOL, screen_voice

STATUS_STYLE = {
    "open": "bold $text-success",
    "conditional": "bold $text-warning",
    "closed": "$text-muted",
    "undetermined": "bold $text-accent",
    "not_in_force": "$text-muted",
    "disputed": "bold $text-secondary",
}
HIGHLIGHT_SECONDS = 2.5
"""How long a change stands out; 0 for not at all."""
BORDER = 1
"""The line above it."""
MAX_TO_SETTLE = 12
MAX_ON_LINE, TITLE_ON_LINE = 3, 40
LINES = 3
"""Of the narrow band: its greatest height, less its border; beside a notice it has those that the question leaves."""


def status_mark(status: str) -> tuple[str, str]:
    """Give the symbol of a status and its style."""
    return STATUS_SYMBOL[status], STATUS_STYLE[status]


class Shaping(Static):
    """The options and their statuses: one line on a narrow screen, a panel on a wide one."""

    def __init__(self, *, wide: bool) -> None:
        super().__init__(markup=False, classes="shaping -panel" if wide else "shaping -line")
        self._wide = wide
        self._width = self._room = 0
        self._most = LINES
        """The lines there are for it."""
        self._spare = 0
        """The lines that the question leaves it, and notices."""
        self._subject: str | None = None
        """The key question of what is looked at again, where the next question is of another, or there is none."""
        self._before: dict[str, str] = {}
        self._changed: frozenset[str] = frozenset()

    def on_mount(self) -> None:
        """Follow the room that notices leave the question."""
        if not self._wide:
            self.watch(self.screen.query_one(AskPanel), "virtual_size", self.make_room, init=False)

    def show(self, app: AdvisorApp, subject: str | None = None) -> None:
        """Show the options, of a subject looked at again; those whose status has changed stand out for a moment."""
        self._subject = subject
        self._show(app)

    def _show(self, app: AdvisorApp) -> None:
        session = app.session
        evaluation = session.evaluation if session else None
        if session is None or evaluation is None:
            self.update("")
            return
        evaluation = replace(evaluation, subject=self._subject or evaluation.subject)
        if evaluation.clashes:
            self.update(Content(app.say("panel.held-back")).stylize("$text-warning"))
            return
        statuses = evaluation.statuses()
        if statuses != self._before:
            changed = {key for key, status in statuses.items() if self._before.get(key, status) != status}
            self._before = statuses
            self._changed = frozenset(changed) if HIGHLIGHT_SECONDS else frozenset()
            if self._changed:
                self.set_timer(HIGHLIGHT_SECONDS, lambda: self._calm(app))
        self.update(self._panel(app, evaluation) if self._wide else self._line(app, evaluation))

    def on_resize(self, event: events.Resize) -> None:
        """Fit what is said to another width."""
        before, self._width = self._width, event.size.width
        if not self._wide and before != self._width and isinstance(app := self.app, AdvisorApp):
            self._show(app)

    def notify_style_update(self) -> None:
        """Fit what is said beside a notice, and to all the lines again once it is gone."""
        super().notify_style_update()
        self._fit()

    def make_room(self, *_: object) -> None:
        """Stand beside notices, on the lines that the question leaves with all that may answer it.

        Where it leaves none they take its place: nothing to choose from is pushed out of sight.
        """
        panel = self.screen.query_one(AskPanel)
        self._spare = panel.size.height + self.region.height - panel.taken - BORDER
        self.set_class(self._spare > 0, "-beside")
        self._fit()

    def _fit(self) -> None:
        app = self.app
        most = max(1, min(LINES, self._spare)) if app.has_class(NOTIFIED) else LINES
        if not self._wide and most != self._most and isinstance(app, AdvisorApp):
            self._most = most
            self.styles.max_height = most + BORDER
            self.call_later(self._show, app)

    def _calm(self, app: AdvisorApp) -> None:
        self._changed = frozenset()
        self._show(app)

    def _mark(self, found: OptionOutcome) -> str:
        return " reverse" if found.id in self._changed else ""

    def _line(self, app: AdvisorApp, evaluation: Evaluation) -> Content:
        """Give what fits, the most useful first: what does not fit is left out whole."""
        lines = tuple(self._lines(app, evaluation))
        because = self._fitting(self._because(app, evaluation), self._most - self._height(lines[-1]))
        line = self._fitting(lines, self._most - self._height(because))
        return Content("\n").join(part for part in (because, line) if part.plain)

    def _height(self, content: Content) -> int:
        self._room = self.content_size.width or self._room  # none while notices stand in its place
        return content.get_height({}, self._room) if content.plain and self._room else 0

    def _fitting(self, versions: Iterable[Content], lines: int) -> Content:
        """Give the first version that fits on some lines, else the shortest, which is the last."""
        found = Content("")
        for found in versions:
            if self._height(found) <= lines:
                break
        return found

    def _lines(self, app: AdvisorApp, evaluation: Evaluation) -> Iterator[Content]:
        """Say how things stand, in ever fewer words: the counts go first, then the last of the options."""
        options = _of_subject(evaluation)
        about = self._about(app, evaluation)
        live = [option for option in options if option.status in LIVE]
        counts = list(self._counts(app, options))
        for named in range(min(len(live), MAX_ON_LINE), -1, -1):
            ways = [self._way(found, app) for found in live[:named]]
            if 0 < named < len(live):  # « and 7 more » says nothing where none is named
                ways.append(Content(app.say("panel.more", count=len(live) - named)).stylize("dim"))
            for kept in range(len(counts), -1, -1):
                if parts := [*ways, *counts[:kept]]:
                    head = Content(f"{about}{(_head if named else _shaping)(app, evaluation)}{app.say('mark.colon')}")
                    yield head + Content("   ").join(parts)
        yield Content(_shaping(app, evaluation))
        left = evaluation.left
        if left.to_settle and left.to_check and left.turning:  # both counts have no room beside a notice
            count, proposed = left.to_settle + left.to_check, left.proposes(evaluation.subject)
            yield Content(provisional_words(app.say, count, 0, proposed=proposed))

    def _about(self, app: AdvisorApp, evaluation: Evaluation) -> str:
        """Name the subject that the ways told are of, where several are asked: it changes with the question."""
        session = app.session
        if session is None or evaluation.subject is None or len(session.consultation.key_questions) == 1:
            return ""
        return f"{names_of(app, (evaluation.subject,))[-1]} – "

    def _way(self, found: OptionOutcome, app: AdvisorApp) -> Content:
        done = f" ({app.say('line.done')})" if found.done else ""  # what is there is no way to take
        words = f"{WIDE}{_short(found, app)}{done}"  # no line ends between a mark and what it is of
        return Content.assemble(status_mark(found.status), (words, self._mark(found).strip()))

    def _counts(self, app: AdvisorApp, options: Sequence[OptionOutcome]) -> Iterator[Content]:
        for status, key in (("undetermined", "panel.open-points"), ("closed", "panel.ruled-out")):
            group = [option for option in options if option.status == status]
            fresh = any(option.id in self._changed for option in group)
            if group:
                counted = f"{WIDE}{app.say(key, count=len(group))}"
                yield Content.assemble(status_mark(status), (counted, "reverse" if fresh else ""))

    def _because(self, app: AdvisorApp, evaluation: Evaluation) -> Iterator[Content]:
        """Say first, for a moment, which answer has just changed what, in ever fewer words."""
        fact = app.session.last_fact if app.session else None
        changed = self._news(evaluation)
        if fact is not None and changed:
            label = app.say("panel.because", fact=app.base.facts[fact].label.in_(app.language))
            for named in (2, 1):
                ways = (f"{STATUS_SYMBOL[found.status]}{WIDE}{_short(found, app)}" for found in changed[:named])
                shown = "   ".join(ways)
                left = len(changed) - named
                more = f" {app.say('panel.more', count=left)}" if left > 0 else ""
                yield Content(f"{label} → {shown}{more}").stylize("italic")
        yield Content("")

    def _news(self, evaluation: Evaluation) -> tuple[OptionOutcome, ...]:
        """Give the ways whose status has just changed and that are still to be taken: what is there is no change."""
        return tuple(found for found in evaluation.options() if found.id in self._changed and not _there(found))

    def _panel(self, app: AdvisorApp, evaluation: Evaluation) -> Content:
        parts: list[Content] = [Content(_shaping(app, evaluation)).stylize("bold underline")]
        fact = app.session.last_fact if app.session else None
        for found in evaluation.options():
            symbol, style = status_mark(found.status)
            disputed = (" ⚖", STATUS_STYLE["disputed"]) if found.disputed else ("", "")
            word = app.say("line.done") if _there(found) else screen_voice(app.language).status(found.status)
            parts.append(
                Content.assemble(
                    (f"{symbol} ", style), (found.option.title.in_(app.language), self._mark(found).strip()), disputed,
                    "\n  ", (word, style + self._mark(found)),
                )
            )  # fmt: skip
        if evaluation.duties:
            parts.append(Content(app.say("panel.duties", count=len(evaluation.duties))).stylize("dim"))
        if fact is not None and self._news(evaluation):
            label = app.base.facts[fact].label.in_(app.language)
            parts.append(Content(app.say("panel.because", fact=label)).stylize("italic"))
        return Content("\n\n").join(parts)


def _shaping(app: AdvisorApp, evaluation: Evaluation) -> str:
    """Say that options take shape, and how many questions can still change what is proposed."""
    left = evaluation.left
    if not _is_provisional(left):
        return app.say("panel.shaping")
    return provisional_words(app.say, left.to_settle, left.to_check, proposed=left.proposes(evaluation.subject))


def _head(app: AdvisorApp, evaluation: Evaluation) -> str:
    """Say how things stand before the ways named: where nothing is proposed, they are none but under study."""
    said, left = _shaping(app, evaluation), evaluation.left
    plain = left.proposes(evaluation.subject) or not _is_provisional(left)
    return said if plain else app.say("panel.under-study", shaping=said)


def _is_provisional(left: Left) -> bool:
    return bool(left.to_settle + left.to_check) and left.turning


def _of_subject(evaluation: Evaluation) -> tuple[OptionOutcome, ...]:
    """Give the options of the key question being dealt with; all of them between two."""
    options = evaluation.options()
    own = tuple(found for found in options if found.option.answers == evaluation.subject)
    return own or options


def _there(found: OptionOutcome) -> bool:
    """Tell whether a way is taken already."""
    return bool(found.done) and found.status in LIVE


def _short(found: OptionOutcome, app: AdvisorApp) -> str:
    title = found.option.title.in_(app.language)
    return title if len(title) <= TITLE_ON_LINE else f"{title[: TITLE_ON_LINE - 1].rstrip()}…"


class ToSettle(Static):
    """The points to settle, then those that refine."""

    def __init__(self) -> None:
        super().__init__(markup=False, classes="to-settle")

    def show(self, app: AdvisorApp) -> None:
        """Name what still matters; the present question is marked."""
        evaluation = app.session.evaluation if app.session else None
        if evaluation is None:
            self.update("")
            return
        parts: list[Content] = []
        for tier, title in ((1, "panel.settle"), (2, "panel.refine")):
            asks = evaluation.asks(tier)
            if asks:
                parts.append(Content(f"{app.say(title)} ({len(asks)})").stylize("bold underline"))
            for (name, _), facts in list(asks.items())[:MAX_TO_SETTLE]:
                now = evaluation.question is not None and evaluation.question.fact in facts
                label = app.base.facts[facts[0]].label if len(facts) == 1 else app.base.checklists[name].title
                words = label.in_(app.language)
                parts.append(Content.assemble("▸ " if now else "· ", (words, "bold" if now else "")))
            if len(asks) > MAX_TO_SETTLE:
                parts.append(Content(app.say("panel.more", count=len(asks) - MAX_TO_SETTLE)).stylize("dim"))
            parts.append(Content(""))
        self.update(Content("\n").join(parts))
