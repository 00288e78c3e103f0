"""A note beside an answer, and the list of what is to be found out: shown, filled in, written to a file."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from petr_advisor.consulting.answers import NO_REMARK, Remark
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.finding_out import points_to_find_out
from petr_advisor.inference.facts import FactKey
from petr_advisor.tui import confirming
from petr_advisor.tui.evaluator import LOCK
from petr_advisor.tui.screens.answers import AnswersScreen
from petr_advisor.tui.screens.change import ChangeScreen
from petr_advisor.tui.screens.find_out import FindOutScreen
from petr_advisor.tui.screens.help import HelpScreen
from petr_advisor.tui.screens.members import MembersScreen
from petr_advisor.tui.screens.norm import LawScreen
from petr_advisor.tui.screens.outcomes import OutcomesScreen
from petr_advisor.tui.screens.question import QuestionScreen
from petr_advisor.tui.widgets.hanging import Indented
from petr_advisor.tui.widgets.lines import Lines
from petr_advisor.typed.returned import written_in
from tests.tui.conftest import (
    AppMaker,
    answers,
    app_of,
    asked,
    begin,
    consultation_of,
    notices,
    on_screen,
    press,
    settle,
    write,
)
from tests.tui.test_checklists import app, begun, open_on
from tests.walking import hand


async def test_a_note_beside_the_question(make: AppMaker) -> None:
    """`n` notes beside the question in sight: it goes with the answer, outlives its change, and can be emptied."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, "n")
        await write(pilot, "statuts, art. 4")
        await press(pilot, "enter")
        await write(pilot, "vus le 3 mars")
        await press(pilot, "enter")
        assert not consultation_of(pilot).events
        assert "Note gardée avec la réponse à venir." in notices(pilot)
        fact = asked(pilot)
        assert fact is not None
        await press(pilot, "1", "r")
        assert isinstance(pilot.app.screen, AnswersScreen)
        assert "Source : vus le 3 mars" in on_screen(pilot)
        remark = Remark("statuts, art. 4", "vus le 3 mars")
        assert consultation_of(pilot).state.answers[fact, None].remark == remark
        await press(pilot, "enter", "2")
        assert consultation_of(pilot).state.answers[fact, None].remark == remark
        await press(pilot, "n", "ctrl+u", "tab", "ctrl+u", "ctrl+s")
        assert consultation_of(pilot).state.answers[fact, None].remark == NO_REMARK
        assert "Note retirée" in notices(pilot)


async def test_what_was_not_known_is_listed_and_filled_in(make: AppMaker) -> None:
    """« I do not know » leads to the list, where it is answered at last."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        first = asked(pilot)
        assert first is not None
        await press(pilot, "i", "f")
        assert isinstance(pilot.app.screen, FindOutScreen)
        assert "vous ne saviez pas" in on_screen(pilot)
        assert re.search(r"1 question à vérifier : .*\s+Vous avez répondu « je ne sais pas »", on_screen(pilot))
        assert "Jamais demandé" not in on_screen(pilot)  # it was
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ChangeScreen)
        await press(pilot, "1")
        assert isinstance(pilot.app.screen, FindOutScreen)
        assert answers(pilot)[first, None] is not None
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, QuestionScreen)


async def test_enter_after_a_figure_changes_nothing_that_is_recorded(make: AppMaker) -> None:
    """Whoever learnt « a figure, then Enter » on a long list does no harm where the figure answers alone."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        for screen, keys, meant in ((FindOutScreen, "f", MembersScreen), (AnswersScreen, "r", ChangeScreen)):
            await press(pilot, keys, "enter")
            assert isinstance(pilot.app.screen, ChangeScreen)
            await press(pilot, "2")
            assert isinstance(pilot.app.screen, screen)
            said = answers(pilot)
            await press(pilot, "enter")
            assert isinstance(pilot.app.screen, screen)
            assert answers(pilot) == said
            await press(pilot, "enter")  # another one is meant: the next of what is to be found, the members
            assert isinstance(pilot.app.screen, meant)
            await press(pilot, "escape", "escape")


async def test_enter_some_time_after_a_figure_opens_the_next_point(
    make: AppMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two seconds after the answer it was still taken for its confirmation, and did nothing without a word."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, "f", "enter", "2")
        monkeypatch.setattr(confirming, "UPON", 0)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, MembersScreen)


async def test_enter_while_the_list_is_brought_up_to_date_says_to_wait(make: AppMaker) -> None:
    """It opened the point answered just before, or was lost without a word."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        with LOCK:
            for key in ("f", "enter"):
                hand.press(app_of(pilot), key)
                await pilot.pause()
            assert isinstance(pilot.app.screen, FindOutScreen)
            assert "la liste est remise à jour" in notices(pilot)
        await settle(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ChangeScreen)


async def test_no_last_word_is_lost_beside_the_bar() -> None:
    """Lines were counted before the bar took its columns: the end of some was not drawn."""
    told = {"as_of": date(2026, 11, 24), "key_questions": ["evolution", "scot", "contracts", "services"]}
    case = begun(told).answer("structure.legal_form", "petr").answer("territory.scot_cover", "same")
    async with app(as_of=date(2026, 11, 24)).run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await open_on(pilot, case.answer("scot.bearer", "structure"))
        await press(pilot, "f")
        lines = pilot.app.screen.query_one(Lines)
        drawn = Counter(option for option, _ in lines._lines)
        for number in range(lines.option_count):
            prompt = lines.get_option_at_index(number).prompt
            assert isinstance(prompt, Indented)
            assert drawn[number] == prompt.get_height({}, lines.scrollable_content_region.width), str(prompt)


async def test_one_thing_is_counted_one_way() -> None:
    """Header, line of conclusions, notice, offer and list say the same numbers of the same things."""
    told = {"as_of": date(2014, 6, 15), "key_questions": ["evolution"]}
    case = begun(told).answer("structure.legal_form", "closed_syndicate").answer("project.scope", "project")
    async with app(as_of=date(2014, 6, 15)).run_test(size=(100, 40), notifications=True) as pilot:
        await settle(pilot)
        await open_on(pilot, case)
        held = consultation_of(pilot)
        left = held.left
        assert left.to_settle
        assert f"{left.to_settle} questions à trancher · {left.optional} facultatives" in on_screen(pilot)
        await press(pilot, "f")
        assert f"{left.to_settle} questions à trancher, en" in on_screen(pilot)
        while (question := case.agenda.next()) is not None and question.tier == 1:
            for each in case.agenda.together(question):
                case = case.dont_know(*each.key)
        app_of(pilot).post_message(app_of(pilot).Begun("Pays bis", case))
        await settle(pilot)
        await settle(pilot)
        left = case.left
        assert not left.to_settle
        assert left.to_check
        to_check = f"{left.to_check} questions à vérifier"
        assert f"{to_check} · {left.optional} facultatives" in on_screen(pilot)
        assert f"{to_check} peuvent encore changer la suite (f)" in notices(pilot)
        # once that is gone; in few words where no way is proposed, for the ways are to stand in sight below
        assert re.search(rf"{to_check}, dont \d+ jamais posées? : touche f", on_screen(pilot))
        await press(pilot, "escape")
        assert f"changer la suite ({left.to_check} questions)" in on_screen(pilot)
        assert f"tout préciser ({left.optional} questions)" in on_screen(pilot)
        assert f"Provisoire : {left.to_check} questions peuvent encore" in on_screen(pilot)
        await press(pilot, "f")
        assert f"{to_check} :" in on_screen(pilot)
        assert left.to_check == len([point for point in points_to_find_out(case, "fr") if point.decisive])
        points = points_to_find_out(case, "fr")
        assert left.unasked == {point.fact for point in points if point.decisive}


def nothing_known() -> Consultation:
    """Hold the consultation of a syndicate of 2014 of which nothing decisive is known, to the end of what decides."""
    told = {"as_of": date(2014, 6, 15), "key_questions": ["evolution"]}
    case = begun(told).answer("structure.legal_form", "closed_syndicate").answer("project.scope", "project")
    while (question := case.agenda.next()) is not None and question.tier == 1:
        for each in case.agenda.together(question):
            case = case.dont_know(*each.key)
    return case


async def test_the_list_is_walked_down_from_what_was_never_asked() -> None:
    """It began with what nobody knew, and each answer led back to it: the same question again, for ever."""
    case = nothing_known()
    async with app(as_of=date(2014, 6, 15)).run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await open_on(pilot, case)
        await press(pilot, "f")
        lines: Lines[FactKey] = pilot.app.screen.query_one(Lines)
        assert lines.words.index("Jamais demandé") < lines.words.index("Vous avez répondu « je ne sais pas »")
        opened = []
        for key in ("i", "i", "enter"):
            opened.append(lines.target)
            await press(pilot, "enter")
            assert isinstance(pilot.app.screen, ChangeScreen)
            await press(pilot, key)
        assert len({*opened}) == len(opened)


async def test_a_condition_to_settle_leads_to_what_settles_it() -> None:
    """On the way told to come first, Enter on a condition not known lists its questions; `d` opens its paragraphs."""
    case = nothing_known()
    async with app(as_of=date(2014, 6, 15)).run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await open_on(pilot, case)
        assert isinstance(pilot.app.screen, OutcomesScreen)
        await press(pilot, "tab")
        details = pilot.app.screen.query_one("#details", Lines)
        titles = [str(details.get_option_at_index(n).prompt) for n in range(details.option_count)]
        place = next(n for n, title in enumerate(titles) if "Un territoire d’un seul tenant" in title)
        assert titles[place].endswith("[Répondre]")
        details.highlighted = place
        await press(pilot, "d")
        assert isinstance(pilot.app.screen, LawScreen)
        await press(pilot, "escape")
        assert details.highlighted == place  # one comes back to where one was
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, FindOutScreen)
        assert "Quels sont les membres" in on_screen(pilot)
        lines = pilot.app.screen.query_one(Lines)
        while "Combien de communautés" not in str(lines.get_option_at_index(lines.highlighted or 0).prompt):
            await press(pilot, "down")
        await press(pilot, "enter")
        await write(pilot, "3")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, FindOutScreen)
        assert "Le territoire des EPCI est-il d’un seul tenant" in on_screen(pilot)


async def test_the_list_is_written(make: AppMaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The list goes to a file, which is replaced only once confirmed."""
    monkeypatch.chdir(tmp_path)
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot, "Pays")
        await press(pilot, "f", "x", "enter")
        file = tmp_path / "pays-a-trouver.docx"
        asked = len(written_in(file))
        assert asked
        file.write_text("mine", encoding="utf-8")
        await press(pilot, "x", "enter")
        assert file.read_text(encoding="utf-8") == "mine"
        await press(pilot, "enter")
        assert len(written_in(file)) == asked


async def test_help_names_the_keys_of_a_point_to_find_out(make: AppMaker) -> None:
    """It described the keys of the questions in their turn: back, put off, why."""
    async with make().run_test(size=(80, 40), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, "f", "enter", "f1")
        assert isinstance(pilot.app.screen, HelpScreen)
        assert "hors de son tour" in on_screen(pilot)
        assert "remet la question" not in on_screen(pilot)
