"""Going back looks at an answer again and destroys nothing; undoing takes it back, redoing gives it again."""

from textual.pilot import Pilot
from textual.widgets import Static

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.dossiers import resume
from petr_advisor.tui.screens.outcomes import OutcomesScreen
from petr_advisor.tui.screens.question import QuestionScreen
from petr_advisor.tui.trail import served
from petr_advisor.tui.widgets.banner import names_of
from petr_advisor.tui.widgets.controls import ChoiceControl
from petr_advisor.tui.widgets.shaping import Shaping
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
)
from tests.tui.test_checklists import app, held_to_the_end, open_on

FORM = ("structure.form", None)


def value_marked(pilot: Pilot[str]) -> object:
    """Give the choice that bears the mark."""
    return pilot.app.screen.query_one(ChoiceControl).value


def kept(pilot: Pilot[str]) -> Consultation:
    """Give the consultation as it is saved."""
    app = app_of(pilot)
    return resume("Pays de la Bruche", app.base, app.chosen_engine).consultation


async def test_back_keeps_the_answer_and_shows_it(make: AppMaker) -> None:
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, "2")
        follows = asked(pilot)
        await press(pilot, "left")
        assert shown(pilot) == "structure.form"
        assert value_marked(pilot) == "closed"
        assert "Réponse actuelle" in on_screen(pilot)
        assert "→ Suite" in on_screen(pilot).replace("\u00a0", " ")
        assert answers(pilot) == {FORM: "closed"}
        assert kept(pilot).state.answers == app_of(pilot).session.consultation.state.answers  # type: ignore[union-attr]
        await press(pilot, "left")
        assert "C’est la première question" in notices(pilot)
        await press(pilot, "right")
        assert shown(pilot) == follows
        await press(pilot, "right")
        assert "pas de question plus loin" in notices(pilot)


async def test_the_same_answer_confirmed_goes_on(make: AppMaker) -> None:
    """Enter on an answer looked at again says nothing new: nothing is added, nothing computed."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, "2")
        follows = asked(pilot)
        await press(pilot, "left", "enter")
        assert shown(pilot) == follows
        assert len(app_of(pilot).session.consultation.events) == 1  # type: ignore[union-attr]


async def test_another_answer_takes_its_place(make: AppMaker) -> None:
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, "2", "left", "1")
        assert answers(pilot) == {FORM: "association"}
        assert shown(pilot) == asked(pilot) != "structure.form"


async def test_every_answer_can_be_walked_back_to(make: AppMaker) -> None:
    """Back and back again, unknown and put off included, then forward to the question that is open."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        walked = []
        for key in ("1", "i", "s", "i", "i"):
            if asked(pilot) is None:
                break
            walked.append(asked(pilot))
            await letters(pilot, key)
        if not isinstance(pilot.app.screen, QuestionScreen):
            await press(pilot, "escape")
        for fact in reversed(dict.fromkeys(walked)):
            await press(pilot, "left")
            assert shown(pilot) == fact
        await press(pilot, *["right"] * len(dict.fromkeys(walked)))
        assert shown(pilot) == asked(pilot)


async def test_undo_and_redo(make: AppMaker) -> None:
    """What is undone is saved so, and comes back with redo; something said meanwhile takes its place."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, "2", "ctrl+z")
        assert answers(pilot) == {}
        assert shown(pilot) == "structure.form"
        assert not kept(pilot).events
        await press(pilot, "ctrl+y")
        assert answers(pilot) == {FORM: "closed"}
        assert len(kept(pilot).events) == 1
        await press(pilot, "ctrl+y")
        assert "Rien à rétablir" in notices(pilot)
        await press(pilot, "ctrl+z", "1", "ctrl+y")
        assert answers(pilot) == {FORM: "association"}


async def test_what_is_undone_is_said_over_the_conclusions_to_which_it_leads() -> None:
    """The first answer changed, then undone, led there; « Les voies possibles sont connues » stood alone."""
    case = held_to_the_end("an association of real members")
    async with app().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        app_of(pilot).post_message(app_of(pilot).Begun("Pays", case))
        await settle(pilot)
        await settle(pilot)
        app_of(pilot).said(case.answer("structure.legal_form", "closed_syndicate"), fact="structure.legal_form")
        await settle(pilot)
        await letters(pilot, "escape")
        assert isinstance(pilot.app.screen, QuestionScreen)
        await press(pilot, "ctrl+z")
        await settle(pilot)
        assert isinstance(pilot.app.screen, OutcomesScreen)
        assert "Annulé : " in notices(pilot)
        assert "facultatives" in notices(pilot)


async def test_a_question_looked_at_again_stands_under_its_own_subject() -> None:
    """Taken up again once concluded, two checklists of the services stood under « SCoT, Contrats » and their ways."""
    case, seen = held_to_the_end("a PETR with its SCoT, services and contracts"), dict[str, str | None]()
    async with app().run_test(size=(160, 40), notifications=True) as pilot:
        await settle(pilot)
        await open_on(pilot, case)
        await settle(pilot)
        await letters(pilot, "escape", "left")
        screen = pilot.app.screen
        assert isinstance(screen, QuestionScreen)
        while (question := screen.panel.question) and question.fact not in seen:
            seen[question.fact] = of = served(case, question.fact)
            if of is not None:
                assert names_of(app_of(pilot), (of,))[-1] in str(screen.query_one(".progress", Static).content)
                assert {each._subject for each in screen.query(Shaping)} == {of}
            await press(pilot, "left")
    assert "services" in seen.values()
    assert {of for fact, of in seen.items() if fact.startswith("service.")} <= {"services", None}
