"""What « yes » or « no » to a line of several values leaves is answered below the line: as it would be alone."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.lines import leaves
from petr_advisor.tui.screens.question import QuestionScreen
from petr_advisor.tui.widgets.below_line import MOST, OTHERS
from petr_advisor.words.texts import Language
from tests.tui.conftest import answers, consultation_of, notices, on_screen, press, settle
from tests.tui.test_checklists import FOUR, HELD, app, begun, facts_in_sight, lines, open_on, panel, reply, to_the_lines

TOLD = HELD["a PETR with its SCoT, contracts and a shared support function"]
DENYING = {
    **TOLD,
    "answers": {
        **TOLD["answers"],
        "project.voters": "communes_too",
        "contract.crte_scale": "epci",
        "service.existing": "each",
        "service.billing": "free",
    },
}
"""Four lines of several values are answered no."""
SIZES = [(80, 24), (50, 14), (120, 40)]


@dataclass(frozen=True)
class Half:
    """What a line leaves to choose from by « yes » or by « no »."""

    checklist: str
    facts: tuple[str, ...]
    fact: str
    yes: bool
    values: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.fact}-{self.yes}"


def halves() -> Iterator[Half]:
    base = load()
    for name, found in base.checklists.items():
        facts = tuple(line.fact for line in found.lines)
        for fact in facts:
            for yes in (True, False):
                if base.facts[fact].type == "one_of" and (values := leaves(base, fact, yes=yes)):
                    yield Half(name, facts, fact, yes, values)


HALVES = tuple(halves())
IN_PLACE = [half for half in HALVES if len(half.facts) + len(half.values) <= MOST]


def test_every_line_of_several_values_but_the_longest_is_answered_in_place() -> None:
    assert {half.checklist for half in IN_PLACE} >= {"structure", "syndicate", "contracts", "service-use"}
    assert [half.fact for half in HALVES if half not in IN_PLACE] == ["petr.change_planned"]


async def put(pilot: Pilot[str], half: Half) -> None:
    """Put the lines of a checklist, whatever was said, with every choice: nothing is known that shuts one out."""
    screen = pilot.app.screen
    assert isinstance(screen, QuestionScreen)
    screen._look_again(tuple((fact, None) for fact in half.facts))
    await settle(pilot)
    assert facts_in_sight(pilot) == half.facts
    lines(pilot).offered = {}
    lines(pilot).go_to(half.fact)
    await settle(pilot)


async def click(pilot: Pilot[str], row: int) -> None:
    rows = lines(pilot).rows
    assert rows.in_sight(row)
    await pilot.click(rows, offset=(12, rows._index_to_line[row] - rows.scroll_offset.y))
    await settle(pilot)


def alone(before: Consultation, half: Half, value: str) -> object:
    return before.answer(half.fact, value).state.answers[half.fact, None].value


@pytest.mark.parametrize("half", IN_PLACE, ids=str)
@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_each_value_is_answered_by_its_figure(half: Half, size: tuple[int, int]) -> None:
    """A figure picks at once what is in sight; what is not comes into sight by it, and Enter takes it."""
    async with app(as_of=TOLD["as_of"]).run_test(size=size) as pilot:
        await settle(pilot)
        await open_on(pilot, begun(TOLD))
        before = consultation_of(pilot)
        for number, value in enumerate(half.values, len(half.facts) + 1):
            await put(pilot, half)
            await press(pilot, "o" if half.yes else "n")
            seen = lines(pilot).in_sight(value)
            assert seen or size[1] < 24 or number - len(half.facts) > 2
            await press(pilot, str(number), *(() if seen else ("enter",)))
            assert answers(pilot)[half.fact, None] == alone(before, half, value)
            assert lines(pilot).below is None
            label = before.base.facts[half.fact].choices[value].label.in_("fr")
            assert label in str(lines(pilot).rows.options[half.facts.index(half.fact)].prompt)


@pytest.mark.parametrize("half", IN_PLACE, ids=str)
async def test_each_value_is_answered_by_arrows_and_enter(half: Half) -> None:
    async with app(as_of=TOLD["as_of"]).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await open_on(pilot, begun(TOLD))
        before = consultation_of(pilot)
        for steps, value in enumerate(half.values, 1):
            await put(pilot, half)
            await press(pilot, "o" if half.yes else "n", *["down"] * steps)
            assert panel(pilot).question is not None
            assert panel(pilot).question.fact == half.fact  # type: ignore[union-attr]
            await press(pilot, "enter")
            assert answers(pilot)[half.fact, None] == alone(before, half, value)
            assert facts_in_sight(pilot) == half.facts
        await put(pilot, half)
        await press(pilot, "o" if half.yes else "n", *["down"] * (len(half.values) + 1), "enter")
        assert answers(pilot)[half.fact, None] is None


@pytest.mark.parametrize("half", IN_PLACE, ids=str)
async def test_each_value_is_answered_by_the_mouse(half: Half) -> None:
    """A click turns the line to what opens it, another takes a choice."""
    async with app(as_of=TOLD["as_of"]).run_test(size=(120, 50)) as pilot:
        await settle(pilot)
        await open_on(pilot, begun(TOLD))
        before, row = consultation_of(pilot), half.facts.index(half.fact)
        for value in half.values:
            await put(pilot, half)
            for _ in range(3):
                if (control := lines(pilot)).below is None or control.said[half.fact] is not half.yes:
                    await click(pilot, row)
            below = lines(pilot).below
            assert below is not None
            await click(pilot, row + 1 + below.keys.index(value))
            assert answers(pilot)[half.fact, None] == alone(before, half, value)


async def test_four_second_halves_cost_no_screen() -> None:
    """A newcomer held seventeen decisive screens, four of which were the second half of a line said to be no."""
    async with app(as_of=DENYING["as_of"]).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await open_on(pilot, begun(DENYING))
        session = pilot.app.session  # type: ignore[attr-defined]
        count = 0
        while session.evaluation is not None and session.evaluation.question is not None:
            count += 1
            assert not (
                len(facts_in_sight(pilot)) == 1 and panel(pilot).questions[0].key in session.consultation.state.denied
            )
            await reply(pilot, DENYING)
        assert {key for key, _ in answers(pilot)} >= {"project.voters", "contract.crte_scale", "service.billing"}
        assert count <= 14


async def test_others_no_opens_one_line_after_another() -> None:
    """« a » denies: what that leaves is asked below each line in its turn, then Enter goes on."""
    async with app(as_of=DENYING["as_of"]).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await open_on(pilot, begun(DENYING))
        while "service.billing" not in facts_in_sight(pilot):
            await reply(pilot, DENYING)
        shown = facts_in_sight(pilot)
        await press(pilot, "a")
        for fact in ("service.billing", "service.existing"):
            below = lines(pilot).below
            assert below is not None
            assert below.fact == fact
            await press(pilot, str(len(shown) + 1))
        assert lines(pilot).below is None
        await press(pilot, "enter")
        assert facts_in_sight(pilot) != shown
        assert not consultation_of(pilot).state.denied


async def test_what_is_left_out_is_told_once_then_asked_alone() -> None:
    async with app().run_test(size=(80, 24), notifications=True) as pilot:
        await to_the_lines(pilot)
        await press(pilot, "a", "up", "4", "enter")
        assert facts_in_sight(pilot) == FOUR
        assert "un chiffre (5 à" in notices(pilot).replace("\u00a0", " ")
        await press(pilot, "enter")
        assert facts_in_sight(pilot) == ("procedure.under_way",)


async def test_what_the_answers_shut_out_is_offered_on_wish() -> None:
    """What a syndicate alone can do is folded away from an association; the last figure shows it."""
    async with app().run_test(size=(80, 24)) as pilot:
        await to_the_lines(pilot)
        await press(pilot, "4")
        below = lines(pilot).below
        assert below is not None
        assert OTHERS in below.keys
        assert "l5741_4" not in below.keys
        await press(pilot, str(below.figures[1]))
        assert lines(pilot).below is not None
        assert "l5741_4" in lines(pilot).below.keys  # type: ignore[union-attr]
        assert ("procedure.under_way", None) not in answers(pilot)


async def test_a_letter_too_many_says_of_which_line_it_is() -> None:
    """The bar stays on an open line: « n » again says nothing of the next, and says so."""
    async with app().run_test(size=(80, 24), notifications=True) as pilot:
        await to_the_lines(pilot)
        await press(pilot, "4", "up", "down", "o")
        assert "La lettre vaut pour la ligne 4" in notices(pilot).replace("\u00a0", " ")
        assert lines(pilot).said == {FOUR[3]: True}
        await press(pilot, "n")
        assert answers(pilot)[FOUR[3], None] == "none"
        assert lines(pilot).below is None


async def test_what_the_lines_take_does_not_follow_what_they_are_given() -> None:
    """The band beside notices gave them a line, found that they took less, and took it back, for ever."""
    async with app().run_test(size=(80, 24)) as pilot:
        await to_the_lines(pilot)
        await press(pilot, "4")
        taken = set()
        for most in (2, 3, 4, 9):
            lines(pilot).rows.styles.max_height = most
            await settle(pilot)
            taken.add(panel(pilot).taken)
        assert len(taken) == 1


async def test_the_foot_names_the_figures_of_the_choices() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await to_the_lines(pilot)
        await press(pilot, "4")
        assert "Ligne 4, à préciser : 5 à" in on_screen(pilot).replace("\u00a0", " ")
        await press(pilot, "5")
        assert "Ligne 4, à préciser" not in on_screen(pilot).replace("\u00a0", " ")
        await press(pilot, "4", "4")  # the bar went on to the first line: the fourth came back into sight
        assert "(•)" in str(lines(pilot).rows.options[5].prompt)  # with those shut out: an answer is looked at again
        assert answers(pilot)[FOUR[3], None] == "creation"


@pytest.mark.parametrize("size", SIZES)
async def test_the_row_under_the_bar_is_in_sight_whatever_room_notices_leave(size: tuple[int, int]) -> None:
    """A notice took a line once the bar had moved: the line brought into sight by its figure stayed half out of it."""
    async with app().run_test(size=size, notifications=True) as pilot:
        await to_the_lines(pilot)
        for key in ("4", "5", "4", "4", "1", "n", "4", "2", "down", "up"):
            await press(pilot, key)
            rows = lines(pilot).rows
            assert rows.highlighted is not None
            assert rows.in_sight(rows.highlighted), key


@pytest.mark.parametrize(("lang", "told"), [("fr", ("sous la ligne", "chiffre", "clic", "demandé seul")),
                                           ("en", ("below the line", "figure", "click", "asked alone"))])  # fmt: skip
async def test_the_help_tells_of_it(lang: Language, told: tuple[str, ...]) -> None:
    """Each way to answer it, and what becomes of it where it is left out: the page of a question says it by F1."""
    async with app(language=lang).run_test(size=(80, 24)) as pilot:
        await to_the_lines(pilot)
        await press(pilot, "f1")
        sheet = str(pilot.app.screen.query_one(".sheet", Static).render())
        about = [line for line in sheet.splitlines() if told[0] in line]
        assert len(about) == 1
        assert all(each in about[0] for each in told)
