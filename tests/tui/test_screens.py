"""Outcomes, trees, sheets, answers, help: every screen reached by its key."""

from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.content import Content
from textual.pilot import Pilot
from textual.widgets import Input

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.outcomes import QuestionOutcome
from petr_advisor.documents.building.questions import answer_in_short
from petr_advisor.explaining.explanations import Explanation
from petr_advisor.tui.screens.answers import AnswersScreen
from petr_advisor.tui.screens.change import ChangeScreen
from petr_advisor.tui.screens.help import HelpScreen
from petr_advisor.tui.screens.home import HomeScreen
from petr_advisor.tui.screens.norm import LawScreen
from petr_advisor.tui.screens.outcomes import OutcomesScreen
from petr_advisor.tui.screens.question import QuestionScreen
from petr_advisor.tui.screens.tree import TreeScreen
from petr_advisor.tui.widgets.unfolding import Unfolding
from petr_advisor.words.texts import Language, Text
from petr_advisor.words.voice import screen_voice
from tests.tui.conftest import (
    AppMaker,
    answers,
    app_of,
    asked,
    begin,
    letters,
    notices,
    on_screen,
    press,
    settle,
    shown,
    to_count_of_members,
    write,
)


async def to_outcomes(pilot: Pilot[str]) -> None:
    """Answer two questions and open the outcomes."""
    await settle(pilot)
    await begin(pilot)
    await press(pilot, "1", "c")
    assert isinstance(pilot.app.screen, OutcomesScreen)


async def test_why_opens_a_tree(make: AppMaker) -> None:
    """`p` says why the question is asked, level by level, down to paragraphs."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, "p")
        assert isinstance(pilot.app.screen, TreeScreen)
        assert "Chaque forme a sa propre voie" in on_screen(pilot)
        root = pilot.app.screen.query_one(Unfolding).root
        assert root.is_expanded
        assert not root.children[0].is_expanded
        await press(pilot, "l")
        assert "Each form has its own route" in on_screen(pilot)
        await press(pilot, "end", "enter")  # the paragraph of the question
        assert isinstance(pilot.app.screen, LawScreen)
        await press(pilot, "escape", "escape")
        assert isinstance(pilot.app.screen, QuestionScreen)


async def test_law_of_the_question(make: AppMaker) -> None:
    """`d` opens the paragraphs with sources, period, confidence and what to check."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, "d")
        shown = on_screen(pilot)
        for words in ("L. 5741-4", "depuis le 29 janvier 2014", "source secondaire", "Relire l’article"):
            assert words in shown


async def test_how_and_why_not(make: AppMaker) -> None:
    """`j` explains an option, `n` why it is not open; `c`, which opened the conclusions, means nothing else there."""
    async with make().run_test(size=(120, 40), notifications=True) as pilot:
        await to_outcomes(pilot)
        await press(pilot, "c")
        assert isinstance(pilot.app.screen, OutcomesScreen)
        await press(pilot, "j")
        assert isinstance(pilot.app.screen, TreeScreen)
        await press(pilot, "escape", "end", "enter", "down", "n")  # what is ruled out is folded
        assert isinstance(pilot.app.screen, TreeScreen)
        assert "la structure est un syndicat mixte" in on_screen(pilot)


async def test_choose_an_option_and_take_it_back(make: AppMaker) -> None:
    """`o` chooses the option under the cursor; again takes the choice back."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await to_outcomes(pilot)
        session = app_of(pilot).session
        assert session is not None
        await press(pilot, "o")
        assert session.consultation.state.chosen == {"evolution": "create"}
        assert "retenue" in on_screen(pilot)
        await press(pilot, "o")
        assert session.consultation.state.chosen == {}


async def test_point_to_settle_answered_from_the_outcomes(make: AppMaker) -> None:
    """Enter on a point to settle opens its question, and comes back."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await to_outcomes(pilot)
        await press(pilot, "tab", "end", "up", "up", "enter")  # the last two are asked of the members, in their list
        assert isinstance(pilot.app.screen, ChangeScreen)
        before = len(answers(pilot))
        await press(pilot, "1")
        assert isinstance(pilot.app.screen, OutcomesScreen)
        assert len(answers(pilot)) == before + 1


async def test_change_an_answer_sets_others_aside(make: AppMaker) -> None:
    """Changing an answer marks those that no longer apply; they come back when they apply again."""
    async with make().run_test(size=(120, 40), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, "2")
        while asked(pilot) != "procedure.begun":
            await press(pilot, "s")
        await press(pilot, "1", "r")
        assert isinstance(pilot.app.screen, AnswersScreen)
        assert "Syndicat mixte fermé" in on_screen(pilot)
        screen = pilot.app.screen
        await _to_line(pilot, ("structure.form", None))
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ChangeScreen)
        await press(pilot, "1")
        assert pilot.app.screen is screen
        assert "mise de côté" in on_screen(pilot)
        assert answers(pilot)["procedure.begun", None] is True
        await _to_line(pilot, ("structure.form", None))
        await press(pilot, "enter", "2")
        assert "mise de côté" not in on_screen(pilot)


async def _to_line(pilot: Pilot[str], target: object) -> None:
    from petr_advisor.tui.widgets.lines import Lines  # noqa: PLC0415 - used only here

    lines = pilot.app.screen.query_one(Lines)
    await press(pilot, "home")
    while lines.target != target:
        await press(pilot, "down")


async def test_answer_taken_back(make: AppMaker) -> None:
    """`x` takes an answer back: the question is asked again."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, "1", "r", "x", "escape")
        assert answers(pilot) == {}
        assert asked(pilot) == "structure.form"


@pytest.mark.parametrize("width", [80, 40])
async def test_a_line_longer_than_the_screen_goes_on_below_itself(make: AppMaker, width: int) -> None:
    """« … et ses élus de s'exposer à la … » was whole at the foot alone."""
    async with make().run_test(size=(100, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        inside = Explanation(Text(fr="Le PETR est possible. " * 4 + "Fin.", en="The PETR is possible."))
        await pilot.app.push_screen(TreeScreen("tree.how", Explanation(inside.text, children=(inside,))))
        await pilot.resize_terminal(width, 24)
        await press(pilot, "down")
        tree = pilot.app.screen.query_one(Unfolding)
        drawn = [tree.render_line(y).text.rstrip() for y in range(tree.size.height)]
        assert not any("…" in line or cell_len(line) > tree.scrollable_content_region.width for line in drawn)
        assert all(line.startswith("  ") for line in drawn[1:] if line)
        assert on_screen(pilot).count("Fin.") == 2


async def test_norms_of_one_place_are_one_line(make: AppMaker) -> None:
    """Two norms of the same paragraph, as sure and as old, are named once; Enter opens the sheets of both."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        said = Text(fr="Le PETR est possible.", en="The PETR is possible.")
        rests = Explanation(said, ("petr.creation", "petr.transform", "petr.perimeter"))
        await pilot.app.push_screen(TreeScreen("tree.how", rests))
        await settle(pilot)
        root = pilot.app.screen.query_one(Unfolding).root
        assert [node.data for node in root.children] == [("petr.creation", "petr.perimeter"), ("petr.transform",)]
        await press(pilot, "down", "enter")
        assert isinstance(pilot.app.screen, LawScreen)
        base = app_of(pilot).base
        for key in ("petr.creation", "petr.perimeter"):
            assert base.norms[key].statement.in_("fr")[:30] in on_screen(pilot)


async def test_typed_answers(make: AppMaker) -> None:
    """A number is read as it is typed; letters have a meaning beside the line; what cannot be read is told."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await to_count_of_members(pilot)
        assert asked(pilot) == "members.count"
        await letters(pilot, "p")
        assert isinstance(pilot.app.screen, TreeScreen)
        await press(pilot, "escape")
        await write(pilot, "900")
        await press(pilot, "enter")
        assert "entre 0 et 200" in on_screen(pilot)
        pilot.app.screen.query_one(Input).value = "3"
        await press(pilot, "enter")
        assert answers(pilot)["members.count", None] == 3


async def test_help_everywhere(make: AppMaker) -> None:
    """F1 opens the help of the screen in front; Esc closes it."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "f1")
        assert isinstance(pilot.app.screen, HelpScreen)
        await press(pilot, "escape")
        await begin(pilot)
        for key in ("", "m", "c", "r", "t"):
            await press(pilot, *([key] if key else []), "f1")
            assert isinstance(pilot.app.screen, HelpScreen)
            await press(pilot, "escape", *(["escape"] if key else []))
            assert isinstance(pilot.app.screen, QuestionScreen)


async def test_mouse(make: AppMaker) -> None:
    """A click answers; a click on the footer or on FR │ EN does what it says."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await pilot.click(".choices", offset=(3, 1))
        await settle(pilot)
        assert answers(pilot) == {("structure.form", None): "closed"}
        await pilot.click(".languages", offset=(5, 0))
        await settle(pilot)
        assert app_of(pilot).language == "en"
        await pilot.click("Keys", offset=(12, 0))
        await settle(pilot)
        assert shown(pilot) == "structure.form"


async def test_the_date_of_law_is_seen_whatever_the_name(make: AppMaker) -> None:
    """A long name is cut, not the date; with more room, it is shown whole."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot, "Pays " + "très " * 20)
        await press(pilot, "1")
        assert "… · droit au 24 novembre 2026 FR │ EN" in on_screen(pilot)
        await pilot.resize_terminal(200, 60)
        await settle(pilot)
        assert "très · droit au 24 novembre 2026" in on_screen(pilot)


async def test_damaged_file_is_told_and_left(make: AppMaker, home: Path) -> None:
    """A saved consultation cut in half is told in words and left untouched; the home screen stays."""
    folder = home / "consultations"
    folder.mkdir()
    (folder / "half.json").write_text('{"format": 1, "na', encoding="utf-8")
    async with make(resume="half").run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "half.json" in on_screen(pilot)
        assert (folder / "half.json").read_text(encoding="utf-8") == '{"format": 1, "na'


async def test_narrow_and_wide(make: AppMaker) -> None:
    """The side panels are there from 120 columns on, the line of conclusions below."""
    async with make().run_test(size=(200, 60), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        assert pilot.app.screen.query_one(".left").display
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert not pilot.app.screen.query_one(".left").display
        assert "Provisoire : 3 questions peuvent encore changer la suite" in on_screen(pilot)


async def test_quick_answers_lose_nothing(make: AppMaker) -> None:
    """Keys pressed faster than the evaluation are not taken for answers to the next question."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await pilot.press("1", "1", "1")
        await settle(pilot)
        assert answers(pilot)["structure.form", None] == "association"


async def test_another_word_is_written(make: AppMaker) -> None:
    """A typed name with keys that are commands elsewhere is only text."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        await press(pilot, *"plqrc")
        assert pilot.app.screen.query_one("#name", Input).value == "plqrc"


async def test_key_questions_are_ticked(make: AppMaker) -> None:
    """What is taken shows by its mark; nothing ticked is refused in words; space ticks again."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        await write(pilot, "Pays de la Bruche")
        assert "[x] Évolution juridique" in on_screen(pilot)
        await press(pilot, "tab", "tab", "space")
        assert "[ ] Évolution juridique" in on_screen(pilot)
        await press(pilot, "ctrl+s")
        assert "question" in notices(pilot)
        await press(pilot, "space", "ctrl+s")
        assert asked(pilot) == "structure.form"


async def test_enter_leads_through_the_form_and_begins(make: AppMaker) -> None:
    """It took away the only key question ticked."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        await write(pilot, "Pays de la Bruche")
        await press(pilot, "enter", "enter")
        assert "Espace" in notices(pilot)
        await press(pilot, "enter")
        assert asked(pilot) == "structure.form"


async def test_a_name_that_is_missing_is_told_at_once(make: AppMaker) -> None:
    """Enter on an empty name says what is missing, and the keyboard stays there."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "enter")
        assert "nom" in notices(pilot)
        assert pilot.app.focused is pilot.app.screen.query_one("#name", Input)


async def test_the_first_screens_explain_themselves(make: AppMaker) -> None:
    """On a small terminal: how to use the keyboard, then a form whose first label and last button are in sight."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        assert "Tout se fait au clavier" in on_screen(pilot)
        await press(pilot, "enter")
        shown = on_screen(pilot)
        assert "Nom du territoire" in shown
        assert "Ctrl+S Valider" in shown


def decision(consultation: Consultation, outcome: QuestionOutcome, language: Language) -> str:
    """Give the sentence to vote on, its words one space apart."""
    return " ".join(" ".join(answer_in_short(consultation, outcome.id, language).decisions).split())


async def test_the_answer_comes_before_the_options(make: AppMaker) -> None:
    """The sentence to vote on heads the conclusions, in both languages, and the cursor is on an option."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await to_outcomes(pilot)
        session = app_of(pilot).session
        assert session is not None
        (outcome,) = session.consultation.outcomes
        assert decision(session.consultation, outcome, "fr") in on_screen(pilot)
        await press(pilot, "l")
        assert decision(session.consultation, outcome, "en") in on_screen(pilot)


@pytest.mark.parametrize("words", ["art. L. 5741-1", "100 000", "« pays »", "voir :", "oui ?"])
async def test_what_binds_stays_on_one_line(words: str) -> None:
    """However narrow the line, the number of an article, thousands and high marks keep their neighbours."""
    lines = [line.plain.rstrip() for line in Content(f"mot {words} mot").wrap(len(words))]
    assert lines == ["mot", words, "mot"]


async def test_one_thing_is_not_said_in_the_plural() -> None:
    assert screen_voice("fr").phrase("panel.ruled-out", count=1) == "1 écartée"
    assert screen_voice("fr").phrase("panel.ruled-out", count=2) == "2 écartées"
    assert screen_voice("en").phrase("header.only-settle", count=1) == "1 question to settle"


async def test_a_notice_is_there_once(make: AppMaker) -> None:
    """Going back again and again at the first question says so once."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, "left", "left", "left")
        assert notices(pilot).count("C’est la première question") == 1


async def test_a_line_is_not_broken_at_a_space_that_binds(make: AppMaker) -> None:
    """No line begins with a high mark, or ends with an opening guillemet."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, "f1")
        lines = [strip.text.strip(" │") for strip in pilot.app.screen._compositor.render_strips()]
        assert not [line for line in lines if line[:1] in set(":;?!»") or line.endswith("«")]
