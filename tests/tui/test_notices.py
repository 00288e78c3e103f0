"""Notices: in lines of their own, over nothing that is read; and why the counters of the header move."""

import asyncio
import re
from datetime import date
from time import monotonic

import pytest
from textual.geometry import Region
from textual.pilot import Pilot
from textual.widgets._toast import Toast, ToastRack

from petr_advisor.checking import load
from petr_advisor.consulting.asking import Asked, asked_as
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.explaining.progress_words import progress_moved
from petr_advisor.inference.engines import engine
from petr_advisor.tui.notices import Notices
from petr_advisor.tui.screens.export import ExportScreen
from petr_advisor.tui.screens.members import MembersScreen
from petr_advisor.tui.screens.outcomes import OutcomesScreen
from petr_advisor.tui.screens.question import QuestionScreen
from petr_advisor.tui.widgets.controls import ChoiceControl
from petr_advisor.tui.widgets.keys import Keys
from tests.tui.conftest import (
    TELL,
    AppMaker,
    app_of,
    begin,
    many,
    members_listed,
    notices,
    on_screen,
    pick,
    press,
    settle,
    write,
)
from tests.tui.test_checklists import HELD, begun, open_on, panel
from tests.tui.test_checklists import app as real
from tests.tui.test_members import BRUCHE, MOLSHEIM
from tests.walking import hand

FORMS = ("association", "closed_syndicate")
SIZES = [(80, 24), (120, 40), (200, 60), (60, 16)]


def under_notices(pilot: Pilot[str]) -> list[str]:
    """Give what is on the screen below a notice."""
    screen = pilot.app.screen
    toasts = [toast.region for toast in screen.query(Toast)]
    assert toasts
    assert all(toast.height for toast in toasts)
    others = [child for child in screen.children if not isinstance(child, ToastRack) and child.display]
    return [str(child) for child in others for toast in toasts if child.region.overlaps(toast)]


async def tell_two(pilot: Pilot[str]) -> None:
    pilot.app.clear_notifications()
    app_of(pilot).notices = Notices(app_of(pilot))
    app_of(pilot).tell("notice.how-to-quit")
    app_of(pilot).tell("question.too-soon", warning=True)
    await settle(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_notices_cover_nothing(make_many: AppMaker, size: tuple[int, int]) -> None:
    """On the questions, the conclusions and a page to read; once they are gone, the lines are given back."""
    async with make_many().run_test(size=size, notifications=True) as pilot:
        await many(pilot)
        for keys in ((), ("p",), ("escape", "escape")):
            await press(pilot, *keys)
            before = [child.region for child in pilot.app.screen.children]
            await tell_two(pilot)
            assert under_notices(pilot) == []
            assert "Pour quitter" in on_screen(pilot)
            pilot.app.clear_notifications()
            await settle(pilot)
            assert [child.region for child in pilot.app.screen.children] == before


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_notices_over_a_form_leave_its_keys(make_many: AppMaker, size: tuple[int, int]) -> None:
    async with make_many().run_test(size=size, notifications=True) as pilot:
        await many(pilot)
        await press(pilot, "x")
        assert isinstance(pilot.app.screen, ExportScreen)
        await tell_two(pilot)
        assert under_notices(pilot) == []
        keys = pilot.app.screen.query_one(Keys).region
        assert keys.height
        assert Region(0, 0, *size).contains_region(keys)
        assert "Ctrl+S" in on_screen(pilot)


@pytest.mark.parametrize(
    "said", [{}, *({"structure.legal_form": form} for form in ("association", "closed_syndicate"))]
)
async def test_notices_push_no_choice_out_of_sight(said: dict[str, str]) -> None:
    """What only accompanies the question gives them its room, and takes it back."""
    async with real().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        case = Consultation.start(load(), date(2026, 11, 24), ["evolution"], engine("native")).cannot_list("member")
        for fact, value in said.items():
            case = case.answer(fact, value)
        await open_on(pilot, case)
        control = panel(pilot).control
        assert isinstance(control, ChoiceControl)
        before = [number for number in range(control.option_count) if control.in_sight(number)]
        await tell_two(pilot)
        assert [number for number in range(control.option_count) if control.in_sight(number)] == before
        pilot.app.clear_notifications()
        await settle(pilot)
        assert pilot.app.screen.query_one(".shaping.-line").display


@pytest.mark.parametrize("columns", [40, 80])
async def test_a_moved_counter_is_told_at_any_width(make: AppMaker, columns: int) -> None:
    """The whole sentence can be read beside the next question."""
    async with make().run_test(size=(columns, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, "2")
        session = app_of(pilot).session
        assert session is not None
        assert session.evaluation is not None
        before = set(session.evaluation.asks(1))
        await press(pilot, "2")  # the members cannot be listed
        more = len(set(session.evaluation.asks(1)) - before)
        assert more > 0
        assert f": {more} question" in notices(pilot).replace("\u00a0", " ")
        seen = on_screen(pilot).replace("▌ ", "")
        assert notices(pilot) in seen


async def test_a_notice_stays_with_the_screen_of_which_it_tells(
    make: AppMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """« Esc: go further » stood over a screen on which Esc does something else."""
    monkeypatch.setattr("petr_advisor.tui.notices.READ", 0)
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        app_of(pilot).tell("notice.how-to-quit")
        app_of(pilot).tell_error(ValueError())
        await press(pilot, "r")
        assert [notice.severity for notice in app_of(pilot)._notifications] == ["error"]


async def test_notices_that_are_gone_give_their_room_back(make: AppMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that took the place of another left an empty line above the keys, and the next one more."""
    monkeypatch.setattr("petr_advisor.tui.notices.monotonic", monotonic)
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        for number in range(4):
            TELL(app_of(pilot).notices, lambda _, n=number: f"notice {n}", "fr", "information", 2)  # type: ignore[misc]
            await settle(pilot)
        assert "notice 3" in notices(pilot)
        for _ in range(200):  # they go by themselves, later on a busy machine
            if not notices(pilot):
                break
            await asyncio.sleep(0.1)
        await settle(pilot)
        assert not notices(pilot)
        screen = pilot.app.screen
        assert screen.query_one(".shaping.-line").region.bottom == screen.query_one(Keys).region.y


def _said(words: str, pattern: str) -> int:
    return sum(int(count) for count in re.findall(rf"(\d+) {pattern}", words))


@pytest.mark.parametrize(
    ("as_of", "keys", "form", "unknown"),
    [
        (date(2026, 11, 24), ["evolution", "scot"], None, 0),
        (date(2014, 6, 15), ["evolution"], "closed_syndicate", 2),
        (date(2026, 11, 24), ["scot", "services"], "petr", 3),
    ],
)
def test_no_counter_moves_without_a_word(as_of: date, keys: list[str], form: str | None, unknown: int) -> None:
    """Whatever is answered, to the end: what is said accounts for each counter, but for the question answered."""
    case, moves = Consultation.start(load(), as_of, keys, engine("native")), 0
    case = case if form is None else case.answer("structure.legal_form", form)
    for number in range(24):
        question, before = case.next_question_for(), case
        if question is None:
            break
        values = [True, False] if question.kind.type == "yes_no" else list(question.kind.choices)
        if question.kind.entity is not None:
            case = case.cannot_list(question.kind.entity)
        elif values and (not unknown or number % unknown):
            case = case.answer(question.fact, values[number % len(values)], question.of)
        else:
            case = case.dont_know(*question.key)
        said = " ".join(text.en for text in progress_moved(before, case, question.fact))
        asked, left = asks_of(before), asks_of(case)
        own = (case.checklists.get(question.fact, question.fact), None) in asked - left
        others = _said(said, "other questions? (?:is|are) no longer to settle")
        assert len(left) - len(asked) == _said(said, "more questions? to settle") - others - own, said
        to_check = case.left.unasked - before.left.unasked - ({question.fact} if own else set())
        assert _said(said, "more questions? to check") >= len(to_check), said
        gone = before.left.unasked - case.left.unasked - {question.fact}
        assert _said(said, "questions? (?:is|are) no longer to be checked") + len(left - asked) >= len(gone), said
        assert _said(said, "more optional") == max(0, case.left.optional - before.left.optional)
        moves += bool(said)
    assert moves


def asks_of(case: Consultation) -> set[Asked]:
    return set(asked_as(case.checklists, (each for each in case.agenda.questions if each.tier == 1)))


def test_a_checklist_half_answered_counts_once() -> None:
    """« I do not know », line by line: what can still change the proposal never rises unless new questions are told."""
    case = Consultation.start(load(), date(2014, 6, 15), ["evolution"], engine("native"))
    case = case.answer("structure.legal_form", "open_syndicate").cannot_list("member")
    halves, before = 0, case
    for _ in range(20):
        question = case.next_question
        if question is None or question.tier > 1:
            break
        case = case.dont_know(*question.key)
        said = " ".join(text.en for text in progress_moved(before, case, question.fact))
        rose = case.left.to_settle + case.left.to_check - before.left.to_settle - before.left.to_check
        assert rose <= 0 or "more question" in said, (question.fact, said)
        left = {case.checklists.get(each.fact) for each in case.agenda.questions if each.tier == 1} - {None}
        halves += case.checklists.get(question.fact) in left
        before = case
    assert halves


async def test_long_notices_leave_a_dialog_its_keys(make: AppMaker) -> None:
    """The help of a screen is as tall as the smallest usual terminal: its last line names the keys that close it."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "f1")
        await settle(pilot)
        pilot.app.notify("Une phrase assez longue pour tenir sur plusieurs lignes d’un terminal étroit. " * 4)
        await settle(pilot)
        for keys in pilot.app.screen.query(Keys):
            region, clip = pilot.app.screen._compositor.visible_widgets.get(keys, (keys.region, Region()))
            assert region.intersection(clip) == region


async def test_a_notice_goes_once_something_is_said(make: AppMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    """« Nothing is chosen » would stand beside the next question, when something has been."""
    monkeypatch.setattr("petr_advisor.tui.notices.READ", 0)
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        app_of(pilot).tell("question.too-soon", warning=True)
        await press(pilot, "2")
        assert "cette touche n’a pas été prise" not in notices(pilot)


async def test_what_was_refused_is_told_no_more_once_something_is_taken(make: AppMaker) -> None:
    """« Already in the list » stayed over two good members after it, and a bad day over the screen after a good one."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        await write(pilot, "Pays")
        await press(pilot, "tab", "ctrl+a", "ctrl+k")
        await write(pilot, "mi-juin 2026")
        await press(pilot, "ctrl+s")
        assert "Tapez un jour" in notices(pilot)
        await press(pilot, "ctrl+a", "ctrl+k")
        await write(pilot, "15 juin 2026")
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, MembersScreen)
        assert "Tapez un jour" not in notices(pilot)
        await pick(pilot, BRUCHE, BRUCHE)
        assert "est déjà dans la liste" in notices(pilot)
        await press(pilot, "ctrl+a", "ctrl+k")
        await pick(pilot, MOLSHEIM)
        assert members_listed(pilot)[0] == 2
        assert "est déjà dans la liste" not in notices(pilot)


async def test_the_last_answer_says_what_it_settles_beside_it() -> None:
    """« 3 à trancher » fell to none, and only « les voies possibles sont connues » was said."""
    held = HELD["an association of real members"]
    async with real().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        case = begun(held)
        while (question := case.next_question_for()) is not None:
            value = held["answers"].get(question.fact)
            value = {"yes": True, "no": False}.get(str(value), value) if question.kind.type == "yes_no" else value
            before, last = case, question
            case = case.dont_know(*question.key) if value is None else case.answer(question.fact, value, question.of)
        others = before.left.to_settle - 1
        assert others > 0
        await open_on(pilot, before)
        app_of(pilot).said(case, fact=last.fact)
        screen = pilot.app.screen
        assert isinstance(screen, QuestionScreen)
        screen.forget_question()
        await settle(pilot)
        await settle(pilot)
        assert isinstance(pilot.app.screen, OutcomesScreen)
        told = notices(pilot).replace("\u00a0", " ")
        assert f"{others} autre" in told
        assert "plus à trancher" in told
        assert "préciser" in told


@pytest.mark.parametrize("confirm", [("enter",), (), ("settle", "enter")])
async def test_the_checklist_answered_is_not_among_the_others(confirm: tuple[str, ...]) -> None:
    """« 3 autres questions » was said of the checklist itself and two others, where Enter came before the result."""
    held = HELD["an association of real members"]
    async with real().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        case = begun(held)
        for fact in ("structure.legal_form", "project.scope", "project.voters"):
            case = case.answer(fact, held["answers"][fact])
        for fact in ("structure.leader_bearer", "structure.publicly_controlled", "structure.private_staff"):
            case = case.answer(fact, value=True)
        await open_on(pilot, case.answer("procedure.under_way", "none"))
        lines = panel(pilot).questions
        assert len(lines) > 1
        before = case.answer("procedure.under_way", "none").left.to_settle
        hand.press(app_of(pilot), "a")
        if confirm == ("settle", "enter"):  # Enter took away what had just been told
            await settle(pilot)
        for key in confirm[-1:]:
            hand.press(app_of(pilot), key)
        await settle(pilot)
        await settle(pilot)
        told = notices(pilot).replace("\u00a0", " ")
        assert f"{before - 1} autre" in told, told
        assert "Ce changement" not in told


async def test_a_notice_that_is_replaced_on_its_way_never_comes(make: AppMaker) -> None:
    """Both stood over the conclusions: the second came while the first was still a message to the screen."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        app = app_of(pilot)
        app.tell("notice.how-to-quit")
        app.tell("question.skipped")
        await settle(pilot)
        assert len(pilot.app._notifications) == 1
        app.tell("notice.how-to-quit")  # once more, it may come
        app.notices.retell("fr")
        await settle(pilot)
        assert notices(pilot).count("Pour quitter") == 1
