"""The keys by which a person does each step of a trace, read off the screen in front."""

from collections.abc import Iterator
from random import Random

from textual.widgets import DataTable, Input

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.tui.screens.answers import AnswersScreen
from petr_advisor.tui.screens.home import HomeScreen
from petr_advisor.tui.screens.members import MembersScreen
from petr_advisor.tui.screens.outcomes import OutcomesScreen
from petr_advisor.tui.screens.question import QuestionScreen
from petr_advisor.tui.widgets.ask_panel import AskPanel
from petr_advisor.tui.widgets.controls import ChoiceControl, TypedControl
from petr_advisor.tui.widgets.grid import GridControl
from petr_advisor.tui.widgets.lines import Lines
from petr_advisor.tui.widgets.statements import Statements
from petr_advisor.words.voice import screen_voice
from tests.walking.acts import Act, at_once, keys, paste, quick
from tests.walking.ground import Ground, members
from tests.walking.ground import ground as at_random
from tests.walking.screens import Walk
from tests.walking.steps import Step, from_elsewhere, typed, values

CLEAR = ("end", "ctrl+u")
TRIES = 8


def begin(walk: Walk, ground: Ground) -> Iterator[Act]:
    """Begin a consultation: its name, the day of the law, the key questions."""
    known = walk.app.base.key_questions
    ticks: list[str] = []
    for place, key in enumerate(sorted(known, key=lambda key: known[key].order)):
        ticks += ["space", "down"] if (key in ground.key_questions) is not (place == 0) else ["down"]
    yield from keys("home", "enter")
    yield from at_once((*paste("Pays"), *keys("tab", *CLEAR), *paste(screen_voice(walk.language).day(ground.as_of))))
    yield from quick("tab", "home", *ticks, "ctrl+s")


def say(walk: Walk, ground: Ground, step: Step) -> Iterator[Act]:
    """Say something of a trace."""
    yield from _to_question(walk, ground)
    yield from _off_the_line(walk, step)
    match step.do:
        case "answer" | "details":
            yield from _answer(walk, step)
        case "unknown":
            yield from keys("i")
        case "skip":
            yield from keys("s")
        case "undo":
            yield from keys("left")
        case "withdraw":
            yield from (*keys("r"), *_down(walk, AnswersScreen, step), *keys("x"))
        case "change":
            yield from (*keys("r"), *_down(walk, AnswersScreen, step), *keys("enter"))
            yield from _control(walk, Step("answer", step.more))
        case "members":
            yield from keys("m")
            yield from _members(walk, step)
        case "cannot_list":
            yield from keys("m", "tab", "i")
        case "choose":
            yield from (*keys("c"), *_down(walk, OutcomesScreen, step), *keys("o"))
        case "seats":
            yield from keys("t", "ctrl+p", "ctrl+s")
        case "save" | "date":
            yield from keys("ctrl+q") if step.do == "save" else _to_date(walk, step)


def _to_date(walk: Walk, step: Step) -> Iterator[Act]:
    """Go on with the law of another day."""
    day = screen_voice(walk.language).day(at_random(Random(step.pick)).as_of)
    yield from (*keys("f4"), *at_once((*keys(*CLEAR), *paste(day), *keys("ctrl+s"))))


def _to_question(walk: Walk, ground: Ground) -> Iterator[Act]:
    """Go to the question screen, from wherever the hand has strayed."""
    for _ in range(TRIES):
        screen = walk.app.screen
        if isinstance(screen, QuestionScreen):
            return
        if isinstance(screen, HomeScreen):
            yield from keys("end", "enter") if walk.saved() else begin(walk, ground)
        else:
            yield from keys("escape")


def _off_the_line(walk: Walk, step: Step) -> Iterator[Act]:
    """Leave a line to type in for what is said by a letter."""
    if step.do not in {"answer", "details"} and _on_text(walk):
        yield from keys("escape")


def _on_text(walk: Walk) -> bool:
    """Tell whether letters are typed into a line."""
    return isinstance(walk.app.focused, Input)


def _answer(walk: Walk, step: Step) -> Iterator[Act]:
    screen = walk.app.screen
    if isinstance(screen, QuestionScreen) and screen.panel.question is None:
        yield from keys(*("down",) * (step.pick % 3), "enter")
        return
    if step.pick % 4 == 0:  # on the form of some subject instead
        yield from keys(
            *(("escape",) if _on_text(walk) else ()), "u", *("right",) * (step.more % 3), *("tab",) * (step.more % 4)
        )
    yield from _control(walk, step)
    if isinstance(walk.app.screen, MembersScreen):
        yield from _members(walk, step)


def _control(walk: Walk, step: Step) -> Iterator[Act]:
    """Answer the question that a panel puts, whatever its control."""
    panels = walk.app.screen.query(AskPanel)
    panel = panels.first() if panels else None
    session = walk.app.session
    if panel is None or panel.question is None or session is None:
        return
    kind, control = panel.question.kind, panel.control
    if isinstance(control, ChoiceControl):
        yield from _choose(step.pick % control.option_count, control.option_count)
    elif isinstance(control, Statements):
        yield from _lines(step, len(panel.questions))
    elif isinstance(control, TypedControl):
        yield from _line(_value(step, session.consultation, panel.question.fact))
    elif isinstance(control, GridControl):
        for _ in range(control.rows.option_count):
            if kind.type in {"yes_no", "one_of"}:
                yield from keys(str(step.pick % 3))
            else:
                yield from _line(_value(step, session.consultation, panel.question.fact))
        yield from keys("ctrl+s")


def _lines(step: Step, count: int) -> Iterator[Act]:
    """Say something of some lines of a checklist, now and then of all the others in one go."""
    for number in range(1 + step.pick % count):
        yield from keys(("o", "n", "question_mark", "i", "space")[(step.pick + step.more * number) % 5])
    yield from keys(*(("a",), ("e",), (), ())[step.more % 4], "enter")


def _line(text: str) -> Iterator[Act]:
    """Type a line in place of what stands there."""
    yield from at_once((*keys(*CLEAR), *paste(text), *keys("enter")))


def _value(step: Step, consultation: Consultation, fact: str) -> str:
    return typed(step.of(values(consultation, fact)))


def _choose(place: int, count: int) -> Iterator[Act]:
    """Type the figures of a choice; one that may begin a longer number is confirmed."""
    figures = str(place + 1)
    yield from quick(*figures, *(("enter",) if int(figures) * 10 <= count else ()))


def _down(walk: Walk, screen: type, step: Step) -> Iterator[Act]:
    """Go down to some line of a screen that was just opened."""
    if isinstance(walk.app.screen, screen):
        lines = walk.app.screen.query(Lines).first()
        yield from quick(*("down",) * (step.pick % min(max(lines.option_count, 1), 12)))


def _members(walk: Walk, step: Step) -> Iterator[Act]:
    """Pick members in the register, the last one typed by hand one time in three; the list is then complete or not."""
    for epci in members(step.pick, step.more):
        yield from at_once((*paste(epci.name), *keys("enter")))
    if step.more % 3 == 0 and from_elsewhere(step) not in walk.text():
        yield from keys("escape") if not isinstance(walk.app.focused, DataTable) else ()
        form = (*paste(from_elsewhere(step)), *keys("tab", "tab"), *paste(str(1 + step.pick)), *keys("ctrl+s"))
        yield from (*keys("a"), *at_once(form))
    yield from keys("ctrl+s") if step.more % 4 else keys("escape", "escape")
