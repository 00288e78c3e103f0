"""A checklist on the screen: several yes-or-no facts in one question, and how short consultations become with it."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Button, Input

from petr_advisor.checking import load
from petr_advisor.consulting.asking import Question
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.files.locations import knowledge_folder
from petr_advisor.inference.engines import engine
from petr_advisor.inference.facts import Value
from petr_advisor.knowledge.yaml_reader import read_yaml
from petr_advisor.tui import PetrAdvisorApp
from petr_advisor.tui.screens.norm import LawScreen
from petr_advisor.tui.screens.note import NoteScreen
from petr_advisor.tui.screens.question import QuestionScreen
from petr_advisor.tui.screens.tree import TreeScreen
from petr_advisor.tui.widgets.ask_panel import AskPanel
from petr_advisor.tui.widgets.controls import ChoiceControl
from petr_advisor.tui.widgets.statements import Statements
from petr_advisor.typed.values import as_typed
from petr_advisor.words.texts import Language
from tests.tui.conftest import answers, app_of, consultation_of, letters, notices, on_screen, press, settle, write
from tests.tui.test_waiting import held, tap

HERE = Path(__file__).parent
HELD: dict[str, dict[str, Any]] = dict(read_yaml(HERE / "consultations.yaml").data)
FOUR = ("structure.publicly_controlled", "structure.private_staff", "structure.leader_bearer", "procedure.under_way")


def app(language: Language = "fr", as_of: date = date(2026, 11, 24)) -> PetrAdvisorApp:
    return PetrAdvisorApp(
        load(), register_folder=knowledge_folder() / "territories", language=language, as_of=as_of,
        engine=engine("native"),
    )  # fmt: skip


def begun(told: dict[str, Any]) -> Consultation:
    case = Consultation.start(load(), told["as_of"], told["key_questions"], engine("native"))
    if "members" not in told:
        return case
    rows = {
        each["siren"]: {f"member.{name}": value for name, value in each.items() if name != "siren"}
        for each in told["members"]
    }
    return case.list_entities("member", rows, by="register")


async def open_on(pilot: Pilot[str], case: Consultation) -> None:
    app_of(pilot).post_message(PetrAdvisorApp.Begun("Pays", case))
    await settle(pilot)


def panel(pilot: Pilot[str]) -> AskPanel:
    screen = pilot.app.screen
    assert isinstance(screen, QuestionScreen)
    return screen.panel


def lines(pilot: Pilot[str]) -> Statements:
    control = panel(pilot).control
    assert isinstance(control, Statements)
    return control


def facts_in_sight(pilot: Pilot[str]) -> tuple[str, ...]:
    return tuple(question.fact for question in panel(pilot).questions)


async def reply(pilot: Pilot[str], told: dict[str, Any], *, in_place: bool = True) -> None:
    """Answer what is in sight as the person did, by the keyboard alone; what a line leaves below it, or alone."""
    control = panel(pilot).control
    question = panel(pilot).question
    assert question is not None
    if isinstance(control, Statements):
        for line in panel(pilot).questions:
            control.go_to(line.fact)
            await press(pilot, letter(line, value_of(told, line)))
            if control.below is not None and in_place:
                await press(pilot, *below(control, value_of(told, line)))
        await press(pilot, "enter")
        if not in_place and panel(pilot).control is control:
            await press(pilot, "enter")
        return
    value = value_of(told, question)
    if value is None:
        await letters(pilot, "2" if question.kind.entity else "i")
    elif isinstance(control, ChoiceControl):
        place = [each for each, _ in control._choices].index(value) + 1
        seen = control.in_sight(place - 1)  # one out of sight is shown first
        await press(pilot, *str(place), *(("enter",) if place * 10 <= control.option_count or not seen else ()))
    else:
        assert isinstance(pilot.app.focused, Input)
        await write(pilot, as_typed(question.kind, value, "fr"))
        await press(pilot, "enter")


def below(control: Statements, value: Value | None) -> tuple[str, ...]:
    """The keys that pick a value below its line; one out of sight is shown first."""
    assert control.below is not None
    figure = str(control.below.figures[0] + control.below.keys.index(str(value)))
    return (figure,) if control.in_sight(str(value)) else (figure, "enter")


def value_of(told: dict[str, Any], question: Question) -> Value | None:
    value: Value | None = told["answers"].get(question.fact)
    return {"yes": True, "no": False}.get(str(value), value) if question.kind.type == "yes_no" else value


def letter(question: Question, value: Value | None) -> str:
    said = None if value is None else load().line_of[question.fact].said(question.kind, value)
    return {True: "o", False: "n", None: "question_mark"}[said]


def held_to_the_end(name: str) -> Consultation:
    """A consultation held by a person, all that decides being answered."""
    return answered(HELD[name])


def answered(told: dict[str, Any]) -> Consultation:
    """A consultation in which all that decides is answered as told, what is not told being not known."""
    case = begun(told)
    while (question := case.agenda.next()) is not None:
        for each in case.agenda.together(question):
            value = value_of(told, each)
            case = case.dont_know(*each.key) if value is None else case.answer(each.fact, value, each.of)
    return case


@pytest.mark.parametrize("name", HELD)
async def test_a_consultation_takes_few_decisive_questions(name: str) -> None:
    """Held by its keys to the end, each takes no more than said, and comes to what was proposed when all was asked."""
    told = HELD[name]
    async with app(as_of=told["as_of"]).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await open_on(pilot, begun(told))
        session = app_of(pilot).session
        assert session is not None
        count = 0
        while session.evaluation is not None and session.evaluation.question is not None:
            count += 1
            assert count <= told["most"], facts_in_sight(pilot)
            await reply(pilot, told)
        proposed: dict[str, list[str]] = {key: [] for key in told["key_questions"]}
        for line in session.consultation.course.lines:
            proposed[line.question] += [option.id for option in line.options]
        assert proposed == told["proposed"]
        assert count == told["most"]


async def test_the_conclusions_begin_with_what_is_proposed() -> None:
    """On 24 lines, with a notice below: the proposal from its first word, and the way under the bar."""
    told = HELD["an association of real members"]
    async with app(as_of=told["as_of"]).run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await open_on(pilot, begun(told))
        while isinstance(pilot.app.screen, QuestionScreen):
            await reply(pilot, told)
        assert "Échap" in notices(pilot)
        seen = on_screen(pilot)
        assert "existante. – Discutée (détail plus bas)." in seen  # how sure it is, as beside each of several subjects
        assert "Il est proposé de créer un PETR" in seen
        assert "● 1 Créer un PETR (L. 5741-1)" in seen.replace("\u00a0", " ").replace("\u202f", " ")


async def to_the_lines(pilot: Pilot[str]) -> None:
    """Open the association where its four usual situations are asked at once."""
    case = begun(HELD["an association of real members"])
    for fact in ("structure.legal_form", "project.scope", "project.voters"):
        case = case.answer(fact, HELD["an association of real members"]["answers"][fact])
    await settle(pilot)
    await open_on(pilot, case)
    assert facts_in_sight(pilot) == FOUR


async def test_nothing_is_no_that_is_not_said_to_be() -> None:
    """Enter with lines left leaves them open: they come back, last, by themselves."""
    async with app().run_test(size=(80, 24)) as pilot:
        await to_the_lines(pilot)
        before = dict(answers(pilot))
        await press(pilot, "enter")
        assert facts_in_sight(pilot) == FOUR
        assert answers(pilot) == before
        await press(pilot, "o", "down", "question_mark", "enter", "enter")
        assert answers(pilot) == {**before, (FOUR[0], None): True, (FOUR[2], None): None}
        assert consultation_of(pilot).state.skipped == {(FOUR[1], None), (FOUR[3], None)}
        assert set(facts_in_sight(pilot)).isdisjoint(FOUR)
        while facts_in_sight(pilot) != (FOUR[1], FOUR[3]):
            await press(pilot, *("a", "enter") if isinstance(panel(pilot).control, Statements) else "i")
        assert lines(pilot).said == {}


async def test_lines_left_blank_are_told_before_they_cost_a_screen_each() -> None:
    """Two ticked as on paper, then Enter: the first blank line is under the bar, and `a` spares what would follow."""
    async with app().run_test(size=(80, 24), notifications=True) as pilot:
        await to_the_lines(pilot)
        await press(pilot, "1", "2", "enter")
        assert facts_in_sight(pilot) == FOUR
        assert lines(pilot).at == 2
        assert "2 lignes décisives sans réponse" in notices(pilot)
        await press(pilot, "a", "enter")
        assert [answers(pilot)[fact, None] for fact in FOUR] == [True, True, False, "none"]
        assert facts_in_sight(pilot) != FOUR
        assert consultation_of(pilot).state.skipped == frozenset()


@pytest.mark.parametrize(("key", "rest"), [("a", (False, False, "none")), ("e", (None, None, None))])
async def test_one_key_answers_for_the_rest(key: str, rest: tuple[object, ...]) -> None:
    """What is said already stays; the person sees what the key said, and confirms it."""
    async with app().run_test(size=(80, 24)) as pilot:
        await to_the_lines(pilot)
        await press(pilot, "1", key)
        assert [answers(pilot)[fact, None] for fact in FOUR] == [True, *rest]
        assert facts_in_sight(pilot) == FOUR
        await press(pilot, "enter")
        assert facts_in_sight(pilot) != FOUR


async def test_a_letter_after_a_figure_is_of_the_line_of_that_figure() -> None:
    """« 3 » then « n » is no to the third, and nothing is said of the fourth; what `a` answers ends in sight."""
    async with app().run_test(size=(80, 24)) as pilot:
        await to_the_lines(pilot)
        await press(pilot, "3", "n")
        assert lines(pilot).said == {FOUR[2]: False}
        await press(pilot, "1", "a")
        assert lines(pilot).at == len(FOUR) - 1


async def test_yes_to_one_of_several_values_has_it_asked() -> None:
    """A procedure is under way: which one, left out below the line, is the next question."""
    async with app().run_test(size=(80, 24)) as pilot:
        await to_the_lines(pilot)
        await press(pilot, "4", "a", "enter")
        assert facts_in_sight(pilot) == FOUR
        await press(pilot, "enter")
        assert facts_in_sight(pilot) == ("procedure.under_way",)
        assert ("procedure.under_way", None) not in answers(pilot)
        await press(pilot, "1")  # "none" is denied, what a syndicate alone can do is folded away
        assert answers(pilot)["procedure.under_way", None] == "creation"


async def test_one_may_change_a_line_before_confirming() -> None:
    """Of one of several values too, whose « no » is taken back by « yes »."""
    async with app().run_test(size=(80, 24)) as pilot:
        await to_the_lines(pilot)
        await press(pilot, "o", "up", "n", "a", "4")
        assert answers(pilot)[FOUR[0], None] is False
        assert ("procedure.under_way", None) not in answers(pilot)


async def test_the_whole_question_goes_back_and_comes_again() -> None:
    """Undone in one go, done again in one go; ← shows its lines with their answers."""
    async with app().run_test(size=(80, 24)) as pilot:
        await to_the_lines(pilot)
        before = consultation_of(pilot)
        await press(pilot, "o", "n", "a", "enter")
        after = consultation_of(pilot)
        await press(pilot, "ctrl+z")
        assert consultation_of(pilot) is before
        assert facts_in_sight(pilot) == FOUR
        assert lines(pilot).said == {}
        await press(pilot, "ctrl+y")
        assert consultation_of(pilot) is after
        await press(pilot, "left")
        assert facts_in_sight(pilot) == FOUR
        assert lines(pilot).said == dict(zip(FOUR, (True, False, False, False), strict=True))
        await press(pilot, "enter")
        assert facts_in_sight(pilot) != FOUR
        assert consultation_of(pilot) is after


async def test_what_is_not_known_is_still_so_when_the_lines_come_again() -> None:
    """Of one of several values too: ← shows « I do not know », neither « no » nor « yes »."""
    async with app().run_test(size=(80, 24)) as pilot:
        await to_the_lines(pilot)
        await press(pilot, "e", "enter", "left")
        assert facts_in_sight(pilot) == FOUR
        assert lines(pilot).said == dict.fromkeys(FOUR)


async def test_each_line_keeps_its_why_its_law_and_its_note() -> None:
    """They are those of the line under the bar."""
    async with app().run_test(size=(80, 24)) as pilot:
        await to_the_lines(pilot)
        await press(pilot, "down")
        assert "emploie-t-elle des salariés de droit privé" in on_screen(pilot)
        await press(pilot, "p")
        assert isinstance(pilot.app.screen, TreeScreen)
        await press(pilot, "escape", "d")
        assert isinstance(pilot.app.screen, LawScreen)
        await press(pilot, "escape", "N")
        assert isinstance(pilot.app.screen, NoteScreen)
        await write(pilot, "deux contrats")
        await press(pilot, "ctrl+s", "o")
        noted = consultation_of(pilot).state.answers
        assert noted[FOUR[1], None].remark.note == "deux contrats"
        assert noted[FOUR[1], None].value is True


async def test_a_line_in_words_of_its_own_is_what_one_says_yes_to() -> None:
    """« At which scale…? » stood above it, to which neither yes nor no is an answer: its own words are asked."""
    async with app().run_test(size=(80, 24)) as pilot:
        await to_the_lines(pilot)
        await press(pilot, "down", "down", "down")
        assert "déjà engagée" not in on_screen(pilot)
        assert "PETR ou transformation » : est-ce le cas ?" in on_screen(pilot).replace("\u00a0", " ")
        assert "Délibérations du comité" in on_screen(pilot)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("columns", [80, 120, 200])
async def test_lines_and_keys_are_in_sight(language: Language, columns: int) -> None:
    """At each usual width, in both languages, with the keys that answer for the rest."""
    async with app(language).run_test(size=(columns, 24)) as pilot:
        await to_the_lines(pilot)
        said = ("↵ Répondre", "a autres : non", "e autres : ?") if language == "fr" else ("a others: no", "e others: ?")
        for words in said:
            assert words in on_screen(pilot).replace("\u00a0", " ").replace("\u202f", " ")
        for widget in (lines(pilot).rows, *lines(pilot).query(Button)):
            region, clip = pilot.app.screen._compositor.visible_widgets[widget]
            assert region.intersection(clip) == region


async def test_the_mouse_answers_too() -> None:
    """A click turns a line from yes to no to not known; buttons answer for the rest and confirm."""
    async with app().run_test(size=(80, 24)) as pilot:
        await to_the_lines(pilot)
        for expected in (True, False, None, True):
            await pilot.click(lines(pilot).rows, offset=(10, 2))
            await settle(pilot)
            assert answers(pilot)[FOUR[2], None] is expected
        await pilot.click("#none-else")
        await settle(pilot)
        await pilot.click("#confirm")
        await settle(pilot)
        assert [answers(pilot)[fact, None] for fact in FOUR] == [False, False, True, "none"]
        assert facts_in_sight(pilot) != FOUR


async def test_letters_that_come_too_soon_are_refused_with_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """While the program computes what the lines change, « n » opens no note and « a » answers nothing unseen."""
    async with app().run_test(size=(80, 24), notifications=True) as pilot:
        await to_the_lines(pilot)
        with held(monkeypatch):
            await tap(pilot, "a", "enter")
            said = dict(answers(pilot))
            await tap(pilot, "n")
            assert isinstance(pilot.app.screen, QuestionScreen)
            assert "cette touche n’a pas été prise" in notices(pilot)
            await tap(pilot, "o", "a", "question_mark")
            assert isinstance(pilot.app.screen, QuestionScreen)
            assert dict(answers(pilot)) == said
        await settle(pilot)


@pytest.mark.parametrize("size", [(80, 24), (80, 13), (50, 14)])
async def test_a_key_for_the_rest_answers_the_same_lines_at_every_size(size: tuple[int, int]) -> None:
    """At 50 by 14 « others: no » answered the one line in view, and the rest was left without a word."""
    async with app().run_test(size=size) as pilot:
        await to_the_lines(pilot)
        rows = lines(pilot).rows
        assert all(rows.in_sight(number) for number in range(len(FOUR))) == (size[1] == 24)
        await press(pilot, "o", "a")
        assert [answers(pilot).get((fact, None)) for fact in FOUR[:3]] == [True, False, False]
        assert {(fact, None) for fact in FOUR} <= set(answers(pilot))
        assert rows.in_sight(rows.highlighted or 0)


async def test_what_is_done_is_not_shown_as_a_way_to_take() -> None:
    """Below the questions, « Confier le SCoT au PETR » is said to be done of a PETR that has it."""
    told = HELD["a PETR with its SCoT, contracts and a shared support function"]
    case = begun(told)
    for fact in ("structure.legal_form", "project.scope", "territory.scot_cover", "scot.bearer"):
        case = case.answer(fact, told["answers"][fact])
    for fact in ("structure.other_syndicate", "petr.project_approved"):
        case = case.answer(fact, value=told["answers"][fact] == "yes")
    case = case.answer("project.voters", "epcis_only").answer("petr.change_planned", "none")
    async with app(as_of=told["as_of"]).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await open_on(pilot, case)
        assert facts_in_sight(pilot) == ("scot.approved_on",)
        assert "Confier le SCoT au PETR (c’est fait)" in on_screen(pilot)


async def test_the_line_below_says_that_a_figure_is_yes() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await to_the_lines(pilot)
        assert "chiffre : oui" in on_screen(pilot).replace("\u00a0", " ").replace("\u202f", " ")
