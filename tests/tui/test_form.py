"""The questions by subject: filled by keys and by mouse; what is said stays, what it makes useless is folded."""

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from petr_advisor.dossiers import resume
from petr_advisor.tui.screens.form import END, FormScreen
from petr_advisor.tui.screens.help import HelpScreen
from petr_advisor.tui.screens.members import MembersScreen
from petr_advisor.tui.screens.outcomes import OutcomesScreen
from petr_advisor.tui.screens.question import QuestionScreen
from petr_advisor.tui.units import LINES
from petr_advisor.tui.widgets.controls import ChoiceControl
from petr_advisor.tui.widgets.form_fields import FieldLine, SubjectLine
from petr_advisor.tui.widgets.statements import Statements
from petr_advisor.words.texts import Language
from tests.tui.conftest import (
    AppMaker,
    answers,
    app_of,
    begin,
    consultation_of,
    notices,
    on_screen,
    press,
    settle,
    shown,
    write,
)
from tests.tui.test_checklists import HELD, begun, open_on
from tests.tui.test_checklists import app as real

SIZES = [(80, 24), (120, 40), (200, 60), (40, 10)]
FORM = ("structure.form", None)


def form(pilot: Pilot[str]) -> FormScreen:
    assert isinstance(pilot.app.screen, FormScreen)
    return pilot.app.screen


def in_sight(pilot: Pilot[str]) -> str | None:
    """Give the fact whose question has the keyboard."""
    question = form(pilot).panel.question
    return question.fact if question else None


def subjects(pilot: Pilot[str]) -> str:
    return str(form(pilot).query_one(SubjectLine).content).replace("\u00a0", " ")


async def open_form(pilot: Pilot[str]) -> None:
    await settle(pilot)
    await begin(pilot)
    await press(pilot, "u")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["fr", "en"])
async def test_a_form_opens_with_nothing_chosen(make: AppMaker, size: tuple[int, int], language: Language) -> None:
    """The question now asked has the keyboard, with nothing under the mark, and can be seen."""
    async with make(language=language).run_test(size=size) as pilot:
        await open_form(pilot)
        assert in_sight(pilot) == "structure.form"
        control = form(pilot).query_one(ChoiceControl)
        assert control.value is None
        assert control.has_focus
        assert control.region.intersection(form(pilot).query_one(".form").region).height >= 2
        await press(pilot, "enter")
        assert answers(pilot) == {}


async def test_filled_by_keys_and_saved_at_each_answer(make: AppMaker) -> None:
    """An answer stays in its place, is on the disk, and the next decisive question has the keyboard."""
    async with make().run_test(size=(80, 24)) as pilot:
        await open_form(pilot)
        assert "★" in subjects(pilot)
        await press(pilot, "2")
        assert answers(pilot) == {FORM: "closed"}
        assert in_sight(pilot) == "procedure.begun"
        assert "✔ Quelle forme" in on_screen(pilot)
        assert "Pourquoi : Les délais courent" in on_screen(pilot)
        kept = resume("Pays de la Bruche", app_of(pilot).base, app_of(pilot).chosen_engine).consultation
        assert kept.state == consultation_of(pilot).state
        await press(pilot, "i")
        assert answers(pilot)["procedure.begun", None] is None
        assert "? La procédure de transformation" in on_screen(pilot)


async def test_tab_and_arrows_go_through(make: AppMaker) -> None:
    """Tab and Shift+Tab go to the next question and back; so do the arrows past the ends of the choices."""
    async with make().run_test(size=(80, 24)) as pilot:
        await open_form(pilot)
        await press(pilot, "2")
        assert in_sight(pilot) == "procedure.begun"
        await press(pilot, "up")
        assert in_sight(pilot) == "structure.form"
        assert form(pilot).query_one(ChoiceControl).value == "closed"
        await press(pilot, "down", "down", "down")
        assert in_sight(pilot) == "procedure.begun"
        await press(pilot, "shift+tab")
        assert in_sight(pilot) == "structure.form"
        await press(pilot, "tab", "tab")
        assert form(pilot)._at == END
        await press(pilot, "tab")
        assert in_sight(pilot) == "structure.form"
        assert answers(pilot) == {FORM: "closed"}


async def test_filled_with_the_mouse(make: AppMaker) -> None:
    """A click goes to a question, one on a choice answers, one on a subject turns to it."""
    async with make().run_test(size=(80, 30)) as pilot:
        await open_form(pilot)
        await press(pilot, "2")
        line = next(line for line in form(pilot).query(FieldLine) if line.fact == "structure.form")
        await pilot.click(line)
        await settle(pilot)
        assert in_sight(pilot) == "structure.form"
        await pilot.click(form(pilot).query_one(ChoiceControl), offset=(4, 2))
        await settle(pilot)
        assert answers(pilot)[FORM] == "open"
        words = subjects(pilot)
        await pilot.click(SubjectLine, offset=(words.index("Membres") + 2, 0))
        await settle(pilot)
        assert in_sight(pilot) == "members.list"


async def test_subjects_in_turn(make: AppMaker) -> None:
    """← → turn the subjects round; each says how many decisive questions are left in it."""
    async with make().run_test(size=(80, 24)) as pilot:
        await open_form(pilot)
        assert "Structure ★1" in subjects(pilot)
        await press(pilot, "right")
        assert in_sight(pilot) == "members.list"
        await press(pilot, "2")
        assert "members.count" in {line.fact for line in form(pilot).query(FieldLine)}
        await press(pilot, "left")
        assert in_sight(pilot) == "structure.form"


async def test_the_list_is_filled_in_its_table(make: AppMaker) -> None:
    async with make().run_test(size=(80, 24)) as pilot:
        await open_form(pilot)
        await press(pilot, "right", "1")
        assert isinstance(pilot.app.screen, MembersScreen)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, FormScreen)


async def test_what_has_no_effect_any_more_is_folded_with_why(make: AppMaker) -> None:
    """An answer that settles others folds them; the end of the form says which answer did, and they can come back."""
    async with make().run_test(size=(80, 40)) as pilot:
        await open_form(pilot)
        await press(pilot, "2", "up", "1")
        assert answers(pilot) == {FORM: "association"}
        assert "procedure.begun" not in {line.fact for line in form(pilot).query(FieldLine)}
        assert form(pilot)._at == END
        told = str(form(pilot).panel.query_one(".help", Static).content)
        assert "est-elle engagée ? — sans effet depuis la réponse sur : forme juridique" in told
        await press(pilot, "tab")
        assert "▸ 1 question est devenue sans effet" in on_screen(pilot)
        await press(pilot, "ctrl+z")
        assert "sans effet" not in on_screen(pilot)
        assert "procedure.begun" in {line.fact for line in form(pilot).query(FieldLine)}


async def test_undo_and_note(make: AppMaker) -> None:
    """Ctrl+Z takes the last answer back, Ctrl+Y gives it again; a note goes with its answer."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await open_form(pilot)
        await press(pilot, "n")
        await write(pilot, "statuts, art. 1")
        await press(pilot, "enter", "enter")
        await press(pilot, "2")
        assert consultation_of(pilot).state.answers[FORM].remark.note == "statuts, art. 1"
        assert "statuts, art. 1" in on_screen(pilot)
        await press(pilot, "ctrl+z")
        assert answers(pilot) == {}
        await press(pilot, "ctrl+y")
        assert answers(pilot) == {FORM: "closed"}


async def test_a_figure_is_typed_and_refused_in_words(make: AppMaker) -> None:
    async with make().run_test(size=(80, 24)) as pilot:
        await open_form(pilot)
        await press(pilot, "right", "2")
        while in_sight(pilot) != "members.count":
            await press(pilot, "tab")
        await press(pilot, "9", "9", "9", "enter")
        assert ("members.count", None) not in answers(pilot)
        assert "✘" in on_screen(pilot)
        await press(pilot, "backspace", "backspace", "enter")
        assert answers(pilot)["members.count", None] == 9


async def test_leaving_keeps_all(make: AppMaker) -> None:
    """Escape goes back to one question at a time, which goes on from what was said on the form."""
    async with make().run_test(size=(80, 24)) as pilot:
        await open_form(pilot)
        await press(pilot, "2", "escape")
        assert isinstance(pilot.app.screen, QuestionScreen)
        assert shown(pilot) not in {None, "structure.form"}
        assert answers(pilot) == {FORM: "closed"}


async def test_from_an_answer_looked_at_again(make: AppMaker) -> None:
    """The question screen shows what the form changed, not what it had put before."""
    async with make().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, "2", "left", "u", "left")
        while in_sight(pilot) != "structure.form":
            await press(pilot, "tab")
        await press(pilot, "3", "escape")
        assert isinstance(pilot.app.screen, QuestionScreen)
        assert answers(pilot)[FORM] == "open"
        assert shown(pilot) not in {None, "structure.form"}


async def test_the_end_leads_on(make: AppMaker) -> None:
    """Past the last question, a click or a figure goes to another subject or to the conclusions."""
    async with make().run_test(size=(80, 24)) as pilot:
        await open_form(pilot)
        await press(pilot, "shift+tab")
        assert form(pilot)._at == END
        assert form(pilot).query_one(ChoiceControl).value is None
        await press(pilot, "1")
        assert in_sight(pilot) == "members.list"
        await press(pilot, "shift+tab", "up", "down", "tab", "c")
        assert isinstance(pilot.app.screen, OutcomesScreen)


async def test_the_palette_and_help_name_it(make: AppMaker) -> None:
    async with make().run_test(size=(80, 40)) as pilot:
        await settle(pilot)
        await begin(pilot)
        assert "u Par sujet" in on_screen(pilot).replace("\u00a0", " ")
        await press(pilot, "f1")
        assert isinstance(pilot.app.screen, HelpScreen)
        assert "u montre ensemble" in on_screen(pilot)
        await press(pilot, "escape", "ctrl+k")
        await write(pilot, "sujet")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, FormScreen)


async def test_another_language_on_the_fly(make: AppMaker) -> None:
    async with make().run_test(size=(80, 24)) as pilot:
        await open_form(pilot)
        await press(pilot, "2", "l")
        assert "Has the transformation procedure begun?" in on_screen(pilot)
        assert "Closed joint syndicate" in on_screen(pilot)
        assert "Why: Time limits run from there." in on_screen(pilot)


async def test_a_key_too_soon_answers_nothing_unseen(make: AppMaker) -> None:
    """Keys in a row, faster than anything is computed, answer the question that was in sight only."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await open_form(pilot)
        await pilot.press("2", "1", "1", "1")
        await settle(pilot)
        assert answers(pilot)[FORM] == "closed"
        assert "Un instant" in notices(pilot) or len(answers(pilot)) <= 2


@pytest.mark.parametrize("where", ["c", "f", "r", "g"])
async def test_a_form_opens_from_wherever_one_reads(make: AppMaker, where: str) -> None:
    """From the conclusions, what is to be found out, the answers, the territory: by its key, by the palette."""
    async with make().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, "1", where)
        before = type(pilot.app.screen)
        assert before is not QuestionScreen
        await press(pilot, "u")
        assert in_sight(pilot) is not None
        await press(pilot, "escape")
        assert type(pilot.app.screen) is before
        await press(pilot, "ctrl+k")
        await write(pilot, "par sujet")
        await press(pilot, "enter")
        assert in_sight(pilot) is not None


async def to_the_lines(pilot: Pilot[str]) -> None:
    """Open the form of the structure of an association: its situations of yes or no are lines of one control."""
    await settle(pilot)
    await open_on(pilot, begun(HELD["an association of real members"]).answer("structure.legal_form", "association"))
    await press(pilot, "u")
    while not isinstance(form(pilot).panel.control, Statements):
        await press(pilot, "tab")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_several_answers_at_once(size: tuple[int, int]) -> None:
    """Yes or no on several lines before going on; nothing is chosen to begin with, and what is left stays open."""
    async with real().run_test(size=size) as pilot:
        await to_the_lines(pilot)
        control = form(pilot).panel.control
        assert isinstance(control, Statements)
        facts = [question.fact for question in form(pilot).panel.questions]
        assert len(facts) > 2
        assert control.said == {}
        before = dict(answers(pilot))
        await press(pilot, "o", "n")
        assert in_sight(pilot) not in facts[:2]
        new = {key: value for key, value in answers(pilot).items() if key not in before}
        assert new == {(facts[0], None): True, (facts[1], None): False}
        await press(pilot, "ctrl+z")
        assert (facts[1], None) not in answers(pilot)
        again = form(pilot).panel.control
        assert isinstance(again, Statements)
        assert again.said == {facts[0]: True}
        await press(pilot, "enter")
        assert (facts[1], None) not in answers(pilot)
        assert form(pilot)._at != LINES
        told = next(line for line in form(pilot).query(FieldLine) if line.fact == LINES)
        label = consultation_of(pilot).base.facts[facts[0]].label.in_("fr")
        assert f"{label} : oui" in str(told.content).replace("\u00a0", " ").replace("\u202f", " ")


async def test_a_line_of_the_form_has_its_why_and_its_note() -> None:
    async with real().run_test(size=(80, 24)) as pilot:
        await to_the_lines(pilot)
        await press(pilot, "down", "N")
        await write(pilot, "comptes de 2025")
        await press(pilot, "ctrl+s", "n")
        fact = form(pilot).panel.questions[1].fact
        assert consultation_of(pilot).state.answers[fact, None].remark.note == "comptes de 2025"
