"""What nobody foresaw is contained: words, the answers kept, ways on, the details in a file, and an exit code."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from petr_advisor.commands.screen import consult_screen
from petr_advisor.commands.settings import Settings
from petr_advisor.dossiers import resume
from petr_advisor.files.faults import FAULT_CODE
from petr_advisor.files.locations import logs_folder
from petr_advisor.tui import evaluator, reporting
from petr_advisor.tui.app import PetrAdvisorApp
from petr_advisor.tui.evaluator import Evaluation, evaluate
from petr_advisor.tui.screens.answers import AnswersScreen
from petr_advisor.tui.screens.home import HomeScreen
from petr_advisor.tui.screens.outcomes import OutcomesScreen
from petr_advisor.tui.screens.question import QuestionScreen
from petr_advisor.tui.widgets.banner import Banner
from tests.tui.conftest import AppMaker, answers, app_of, begin, notices, on_screen, press, settle, shown

FORM = ("structure.form", None)
CODE = re.compile(r"\w+Error\b|0x[0-9a-f]+|Traceback|site-packages|secret")
"""What only a programmer reads."""


class BrokenError(Exception):
    """What no one foresaw."""


def broken(*_: Any, **__: Any) -> Any:
    """Fail, with a value at hand that is nobody's business."""
    nobodys_business = "secret"
    raise BrokenError(nobodys_business, object())


def breaking(when: Callable[[Any], bool]) -> Callable[..., Evaluation]:
    """Evaluate, but fail on some consultations."""

    def attempt(consultation: Any, wanted: Any = ()) -> Evaluation:
        if when(consultation):
            broken()
        return evaluate(consultation, wanted)

    return attempt


def faults() -> list[Path]:
    """Give the files of the details."""
    return sorted(logs_folder().glob("*"))


def everything(pilot: Pilot[str]) -> str:
    """Give all that a person reads."""
    return f"{on_screen(pilot)} {notices(pilot)}".replace("\u00a0", " ")


@pytest.fixture
def fragile(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the evaluation fail once the structure is said to be closed."""
    answered = breaking(lambda case: FORM in case.state.answers and case.state.answers[FORM].value == "closed")
    monkeypatch.setattr(evaluator, "evaluate", answered)


@pytest.mark.usefixtures("fragile")
async def test_a_failed_computation_is_said_and_every_way_on_is_offered(make: AppMaker) -> None:
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, "2")
        said = everything(pilot)
        assert "Le calcul n’a pas abouti" in said
        assert "réponses sont toutes gardées" in said
        assert "Annuler la dernière réponse" in said
        assert not CODE.search(said)
        assert len(faults()) == 1
        assert "BrokenError" in faults()[0].read_text(encoding="utf-8")
        assert "calcul…" not in said
        assert resume("Pays de la Bruche", app_of(pilot).base).consultation.state.answers
        await press(pilot, "l")
        said = everything(pilot)
        assert "The computation did not succeed" in said
        assert "Undo the last answer" in said
        assert not CODE.search(said)
        await press(pilot, "c")
        assert isinstance(pilot.app.screen, OutcomesScreen)
        assert "those before the last answer" in on_screen(pilot)
        await press(pilot, "escape", "1")
        assert answers(pilot) == {}
        assert shown(pilot) == FORM[0]
        await press(pilot, "1")
        assert answers(pilot) == {FORM: "association"}
        assert "The computation" not in on_screen(pilot)


@pytest.mark.usefixtures("fragile")
async def test_the_answer_that_makes_it_fail_can_be_changed_and_left(make: AppMaker) -> None:
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, "2", "2")
        assert isinstance(pilot.app.screen, AnswersScreen)
        await press(pilot, "enter", "1")
        assert answers(pilot) == {FORM: "association"}
        await press(pilot, "escape")
        assert shown(pilot) != FORM[0]
        await press(pilot, "left", "2", "left", "1")  # a failure on the way back again
        assert answers(pilot) == {FORM: "association"}
        await press(pilot, "left", "2", "3")  # compute again: it fails again, and is said again
        assert "Le calcul n’a pas abouti" in on_screen(pilot)
        await press(pilot, "4")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_what_fails_on_opening_still_offers_its_answers(make: AppMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, "2", "q")
    monkeypatch.setattr(evaluator, "evaluate", breaking(lambda case: bool(case.state.answers)))
    async with make(resume="Pays de la Bruche").run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        assert "Voir et changer mes réponses" in on_screen(pilot)
        await press(pilot, "c", "escape", "r", "enter")
        assert "Réponse actuelle" in on_screen(pilot)
        await press(pilot, "escape", "x", "escape")
        assert answers(pilot) == {}
        assert shown(pilot) == FORM[0]
        assert not CODE.search(everything(pilot))


@pytest.mark.parametrize(
    ("keys", "module", "name"),
    [
        (("p",), "petr_advisor.tui.screens.asking", "why"),
        (("c", "j"), "petr_advisor.tui.screens.outcomes", "how"),
        (("c", "down", "n"), "petr_advisor.tui.screens.outcomes", "why_not"),
    ],
)
async def test_an_explanation_that_fails_is_said(
    make: AppMaker, monkeypatch: pytest.MonkeyPatch, keys: tuple[str, ...], module: str, name: str
) -> None:
    monkeypatch.setattr(f"{module}.{name}", broken)
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, *keys)
        assert "Imprévu" in notices(pilot)
        assert str(logs_folder()) in notices(pilot)
        assert not CODE.search(everything(pilot))
        await press(pilot, "l")
        assert "did not foresee" in notices(pilot)
        assert pilot.app.is_running


async def test_a_report_that_fails_is_said(make: AppMaker, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(reporting, "build", broken)
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        app_of(pilot).write_report(tmp_path / "report.md", "note", overwrite=False)
        await settle(pilot)
        assert "Imprévu" in notices(pilot)
        assert not CODE.search(everything(pilot))


async def test_examples_and_saved_ones_that_cannot_be_opened_leave_the_others(
    make: AppMaker, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "one.yaml").write_text("title: {}", encoding="utf-8")
    async with make(examples=tmp_path).run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, "escape")
        monkeypatch.setattr("petr_advisor.tui.screens.examples.load_scenario", broken)
        monkeypatch.setattr("petr_advisor.dossiers.held.taken_from", broken)
        await press(pilot, "down", "enter")
        assert "Aucun exemple" in on_screen(pilot)
        await press(pilot, "escape", "end", "enter")
        assert "Imprévu" in notices(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)
        assert not CODE.search(everything(pilot))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_fault_in_the_interface_itself_ends_in_words(
    make: AppMaker, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], language: str
) -> None:
    """Textual would print its traceback with every variable."""
    app: PetrAdvisorApp = make(language=language)
    monkeypatch.setattr(Banner, "show", broken)
    app.run(headless=True)
    said = capsys.readouterr()
    words = said.out + said.err
    assert ("Imprévu" if language == "fr" else "did not foresee") in words
    assert not CODE.search(words)
    assert app.return_code == FAULT_CODE
    assert len(faults()) == 1


def test_the_command_leaves_with_the_code_of_a_fault(make: AppMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    app = make()
    run = app.run
    monkeypatch.setattr(Banner, "show", broken)
    monkeypatch.setattr(app, "run", lambda: run(headless=True))
    monkeypatch.setattr("petr_advisor.tui.app.PetrAdvisorApp", lambda *_, **__: app)
    with pytest.raises(SystemExit) as left:
        consult_screen(Settings("fr"))
    assert left.value.code == FAULT_CODE


async def test_no_key_kills_a_question_screen_left_at_once(make: AppMaker) -> None:
    """Home while the first question is computed, and again: nothing that comes late finds a screen gone."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        for _ in range(3):
            await pilot.press("1", "r", "enter", "escape", "escape", "escape", "end", "enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, HomeScreen | QuestionScreen | AnswersScreen)
