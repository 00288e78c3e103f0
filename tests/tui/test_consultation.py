"""A whole consultation, key by key."""

import pytest
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import DataTable

from petr_advisor.dossiers import names, resume
from petr_advisor.tui.in_order import KeysInOrder
from petr_advisor.tui.screens.home import HomeScreen
from petr_advisor.tui.screens.members import MembersScreen
from petr_advisor.tui.screens.outcomes import OutcomesScreen
from petr_advisor.tui.screens.question import QuestionScreen
from petr_advisor.tui.widgets.controls import ChoiceControl
from tests.tui.conftest import (
    AppMaker,
    answers,
    app_of,
    asked,
    begin,
    consultation_of,
    key_by_key,
    notices,
    on_screen,
    press,
    settle,
)


async def test_whole_consultation(make: AppMaker) -> None:
    """A pays association, its members picked from the register, ends with ranked options, steps and paragraphs."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "conseil juridique" in on_screen(pilot)
        await begin(pilot)
        assert isinstance(pilot.app.screen, QuestionScreen)
        assert asked(pilot) == "structure.form"
        await press(pilot, "down", "enter")  # association
        while asked(pilot) != "members.list":
            await press(pilot, "i")  # I do not know
        await press(pilot, "down", "enter")  # list them in a table
        assert isinstance(pilot.app.screen, MembersScreen)
        await key_by_key(pilot, "bru")  # three letters
        await press(pilot, "down", "down", "enter")
        await key_by_key(pilot, "mol")
        await press(pilot, "enter")
        table = pilot.app.screen.query_one(DataTable)
        assert table.row_count == 2
        await press(pilot, "tab", "v")  # the list is complete
        while isinstance(pilot.app.screen, QuestionScreen):
            await press(pilot, "i")
        assert isinstance(pilot.app.screen, OutcomesScreen)
        shown = on_screen(pilot)
        assert "Créer un PETR" in shown
        assert "Garder la structure actuelle" in shown
        await press(pilot, "e")
        assert "délibération concordante" in on_screen(pilot)
        await press(pilot, "enter")
        assert "L. 5741-1" in on_screen(pilot)


async def test_saved_after_every_answer(make: AppMaker) -> None:
    """Each answer is on disk before anything else happens."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, "2")
        assert names() == ("pays-de-la-bruche",)
        taken_up = resume("pays-de-la-bruche", app_of(pilot).base).consultation
        assert taken_up.state.answers["structure.form", None].value == "closed"


async def test_resume_by_name(make: AppMaker) -> None:
    """A consultation left half way is taken up where it was, from the home screen and from the command line."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, "2", "q")
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        assert "Pays de la Bruche" in on_screen(pilot)
        await press(pilot, "end", "enter")
        assert answers(pilot) == {("structure.form", None): "closed"}
    async with make(resume="Pays de la Bruche").run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        assert isinstance(pilot.app.screen, QuestionScreen)
        assert answers(pilot) == {("structure.form", None): "closed"}


async def test_quit_says_the_name(make: AppMaker, capsys: pytest.CaptureFixture[str]) -> None:
    """Leaving says under which name the consultation is saved."""
    app = make()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, "q")
    assert "pays-de-la-bruche" in capsys.readouterr().err


async def test_unknown_is_kept_as_a_point_to_settle(make: AppMaker) -> None:
    """« I do not know » is an answer: not asked again, listed among the points to settle."""
    async with make().run_test(size=(120, 40), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, "i")
        assert answers(pilot) == {("structure.form", None): None}
        assert asked(pilot) != "structure.form"
        await press(pilot, "c")
        assert "répondu « je ne sais pas »" in on_screen(pilot) or await _further_down(pilot)


async def _further_down(pilot: object) -> bool:
    await press(pilot, "tab", "end")  # type: ignore[arg-type]
    return "répondu « je ne sais pas »" in on_screen(pilot)  # type: ignore[arg-type]


async def test_skipped_question_comes_back_last(make: AppMaker) -> None:
    """A question put off comes after the others."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, "s")
        assert asked(pilot) != "structure.form"


async def test_when_only_questions_put_off_are_left_the_way_out_is_told(make: AppMaker) -> None:
    """To put off again what is put off changes nothing: the same question would come back, with the same word."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        for _ in range(30):
            pilot.app.clear_notifications()
            before = consultation_of(pilot)
            await press(pilot, "s")
            if consultation_of(pilot) is before:
                break
        assert "c : les conclusions" in notices(pilot).replace("\u00a0", " ").replace("\u202f", " ")


async def test_language_on_the_fly(make: AppMaker) -> None:
    """`l` turns every word into English and back; what is chosen stays."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, "down", "down", "l")
        shown = on_screen(pilot)
        assert "Which form has the body" in shown
        assert "2 (•) Closed joint syndicate" in shown
        assert "Quelle forme" not in shown
        await press(pilot, "l")
        assert "(•) Syndicat mixte fermé" in on_screen(pilot)


async def test_escape_loses_nothing(make: AppMaker) -> None:
    """Esc goes home; the consultation is there to be taken up."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, "1", "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
        await press(pilot, "end", "enter")
        assert answers(pilot) == {("structure.form", None): "association"}


async def test_nothing_is_chosen_beforehand(make: AppMaker) -> None:
    """Enter alone answers nothing and says how to choose; a figure, printed before each choice, answers."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        assert "(•)" not in on_screen(pilot)
        await press(pilot, "enter", "enter")
        assert not answers(pilot)
        assert "Rien n’est choisi" in notices(pilot)
        await press(pilot, "2")
        assert len(answers(pilot)) == 1


class Twelve(KeysInOrder):
    """A list of twelve choices."""

    def __init__(self) -> None:
        super().__init__()
        self.taken: list[object] = []

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield ChoiceControl([(str(n), Content(f"choice {n}")) for n in range(1, 13)])

    def on_choice_control_chosen(self, event: ChoiceControl.Chosen) -> None:
        """Keep what was chosen."""
        self.taken.append(event.value)


@pytest.mark.parametrize(
    ("keys", "taken"),
    [(("1", "2"), ["12"]), (("1", "enter"), ["1"]), (("1", "5"), ["5"]), (("7",), ["7"]), (("1", "0"), ["10"])],
)
async def test_every_choice_has_a_figure(keys: tuple[str, ...], taken: list[object]) -> None:
    """Of twelve choices the last three are reached by two figures; 1 waits for the second, or for Enter."""
    app = Twelve()
    async with app.run_test() as pilot:
        app.query_one(ChoiceControl).focus()
        await pilot.press(*keys)
        await pilot.pause()
    assert app.taken == taken
