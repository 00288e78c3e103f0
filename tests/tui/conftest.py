"""What the tests of the interface share: a small rule base, the real register, a home of their own, a still cursor."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.files.locations import knowledge_folder
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.loader import read_folder
from petr_advisor.tui import PetrAdvisorApp, confirming
from petr_advisor.tui import notices as notices_shown
from petr_advisor.tui.notices import Notices
from petr_advisor.tui.screens.members import MembersScreen
from petr_advisor.tui.screens.outcomes import OutcomesScreen
from petr_advisor.tui.screens.question import QuestionScreen
from petr_advisor.words.texts import Language
from tests.walking import hand

KNOWLEDGE = Path(__file__).parent / "knowledge"
AS_OF = date(2026, 11, 24)

MORE = Path(__file__).parent / "more_knowledge"
"""A second key question for the small rule base."""

TELL = Notices.tell
"""How a notice is told for a time that passes."""

AppMaker = Callable[..., PetrAdvisorApp]


@pytest.fixture(autouse=True)
def _by_no_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the cursor from blinking and pages from gliding; a pilot waits for what is under way, not for a clock."""
    monkeypatch.setattr(Input, "cursor_blink", False)
    monkeypatch.setattr("textual.constants.TEXTUAL_ANIMATIONS", "none")
    for place in ("textual.pilot", "textual.app"):
        monkeypatch.setattr(f"{place}.wait_for_idle", _until_all_wait)


@pytest.fixture(autouse=True)
def _lasting_notices(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep a notice until it is taken away: on a busy machine it went before it was looked at."""
    monkeypatch.setattr(notices_shown, "monotonic", lambda: 0.0)
    monkeypatch.setattr(Notices, "tell", lambda self, words, language, how, _: TELL(self, words, language, how, 3600))


@pytest.fixture(autouse=True)
def _at_one_go(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take « a figure, then Enter » as typed in one go: between the two, a busy machine takes more than its second."""
    monkeypatch.setattr(confirming, "UPON", 3600)


async def _until_all_wait(*_: float) -> None:
    await hand.drain()


@pytest.fixture(scope="session")
def base() -> KnowledgeBase:
    """The small rule base."""
    return read_folder(KNOWLEDGE)[0]


@pytest.fixture
def make(base: KnowledgeBase) -> AppMaker:
    """Make an application on the small rule base."""

    def build(*, resume: str | None = None, language: Language = "fr", examples: Path | None = None) -> PetrAdvisorApp:
        return PetrAdvisorApp(
            base,
            register_folder=knowledge_folder() / "territories",
            language=language,
            as_of=AS_OF,
            engine=engine("native"),
            resume=resume,
            examples=examples,
        )

    return build


@pytest.fixture
def make_many(tmp_path: Path) -> AppMaker:
    """Make an application on the small rule base with two key questions."""
    folder = tmp_path / "knowledge"
    shutil.copytree(KNOWLEDGE, folder)
    shutil.copytree(MORE, folder, dirs_exist_ok=True)
    two = read_folder(folder)[0]

    def build(*, language: Language = "fr", tour: bool = False) -> PetrAdvisorApp:
        return PetrAdvisorApp(
            two,
            register_folder=knowledge_folder() / "territories",
            language=language,
            as_of=AS_OF,
            engine=engine("native"),
            tour=tour,
        )

    return build


async def many(pilot: Pilot[str]) -> None:
    """Open the conclusions of an association of three communities, asked two key questions."""
    app = app_of(pilot)
    await settle(pilot)
    consultation = Consultation.start(app.base, AS_OF, ["evolution", "scot"], app.chosen_engine)
    consultation = consultation.answer("structure.form", "association").answer("members.count", 3)
    app.post_message(app.Begun("Pays de la Bruche", consultation.answer("territory.one_piece", value=True)))
    await settle(pilot)
    await settle(pilot)
    if not isinstance(app.screen, OutcomesScreen):
        await press(pilot, "c")


async def settle(pilot: Pilot[str]) -> None:
    """Wait until nothing is being computed, told or drawn."""
    await hand.settle(app_of(pilot), draw_last=False)


async def press(pilot: Pilot[str], *keys: str) -> None:
    """Press keys, waiting after each as a person would."""
    for key in keys:
        hand.press(app_of(pilot), key)
        await settle(pilot)


async def letters(pilot: Pilot[str], *keys: str) -> None:
    """Press letters that are keys of the screen: a line to type in is left first."""
    for key in keys:
        await press(pilot, *(("escape",) if isinstance(pilot.app.focused, Input) else ()), key)


async def write(pilot: Pilot[str], text: str) -> None:
    """Put a text into the input that has the keyboard, in one go; it is the same as typing it, but quick."""
    focused = pilot.app.focused
    assert isinstance(focused, Input)
    focused.insert_text_at_cursor(text)
    await settle(pilot)


async def pick(pilot: Pilot[str], *names: str) -> None:
    """Pick members from the register, by some letters of each name."""
    for name in names:
        await write(pilot, name)
        await press(pilot, "enter")


async def key_by_key(pilot: Pilot[str], text: str) -> None:
    """Type a text, letter by letter."""
    await press(pilot, *("space" if letter == " " else letter for letter in text))


async def begin(pilot: Pilot[str], name: str = "Pays de la Bruche") -> None:
    """Begin a new consultation from the home screen, in which nothing is said yet, not even of the members."""
    await press(pilot, "enter")
    await write(pilot, name)
    await press(pilot, "ctrl+s")
    if isinstance(opening := pilot.app.screen, MembersScreen):
        opening._close()  # Escape would say that nobody can list them: test_territory.py
    await settle(pilot)


async def to_count_of_members(pilot: Pilot[str]) -> None:
    """Begin the consultation of an association that cannot list its members: how many there are is asked."""
    await settle(pilot)
    await begin(pilot)
    await press(pilot, "1")
    while asked(pilot) != "members.list":
        await letters(pilot, "i")
    await press(pilot, "2")
    while asked(pilot) == "territory.one_piece":
        await letters(pilot, "i")


def app_of(pilot: Pilot[str]) -> PetrAdvisorApp:
    """Give the application that a pilot drives."""
    assert isinstance(pilot.app, PetrAdvisorApp)
    return pilot.app


def asked(pilot: Pilot[str]) -> str | None:
    """Give the fact that the question screen asks."""
    session = app_of(pilot).session
    assert session is not None
    assert session.evaluation is not None
    question = session.evaluation.question
    return question.fact if question else None


def shown(pilot: Pilot[str]) -> str | None:
    """Give the fact whose question is in sight: the one asked, or one that is looked at again."""
    screen = pilot.app.screen
    assert isinstance(screen, QuestionScreen)
    return screen.panel.question.fact if screen.panel.question else None


def answers(pilot: Pilot[str]) -> dict[tuple[str, str | None], object]:
    """Give the answers in force."""
    session = app_of(pilot).session
    assert session is not None
    return {key: answer.value for key, answer in session.consultation.state.answers.items()}


def consultation_of(pilot: Pilot[str]) -> Consultation:
    """Give the consultation that is held."""
    session = app_of(pilot).session
    assert session is not None
    return session.consultation


def members_listed(pilot: Pilot[str]) -> tuple[int, bool]:
    """Give how many members are listed, and whether the list is said to be complete."""
    listed = consultation_of(pilot).state.lists.get("member")
    return (len(listed.ids), listed.complete) if listed is not None else (0, False)


def on_screen(pilot: Pilot[str]) -> str:
    """Give everything written on the screen in front, as plain words with single spaces."""
    strips = pilot.app.screen._compositor.render_strips()
    return " ".join(" ".join(strip.text for strip in strips).split())


def notices(pilot: Pilot[str]) -> str:
    """Give the notices shown, as one text."""
    return " ".join(notice.message for notice in pilot.app._notifications)
