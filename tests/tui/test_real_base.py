"""A consultation on the real rule base, held entirely at the keyboard."""

from datetime import date

from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.loader import read_folder
from petr_advisor.locations import knowledge_folder
from petr_advisor.tui import PetrAdvisorApp
from petr_advisor.tui.screens.members import MembersScreen
from petr_advisor.tui.screens.outcomes import OutcomesScreen
from tests.tui.conftest import answers, asked, begin, key_by_key, on_screen, press, settle

MOST_QUESTIONS = 60


async def test_pays_association() -> None:
    """The association of a pays, its EPCIs picked from the register, ends with options, steps and paragraphs."""
    base = read_folder(knowledge_folder())[0]
    app = PetrAdvisorApp(
        base, register_folder=knowledge_folder() / "territories", language="fr", as_of=date(2026, 11, 24),
        engine=engine("native"),
    )  # fmt: skip
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot, "Bruche Mossig Piémont")
        await press(pilot, "1")  # an association
        assert answers(pilot)["structure.legal_form", None] == "association"
        await press(pilot, "m")
        assert isinstance(pilot.app.screen, MembersScreen)
        for letters in ("vallée de la bruche", "molsheim", "mossig"):
            await key_by_key(pilot, letters)
            await press(pilot, "enter")
        await press(pilot, "tab", "v")
        for _ in range(MOST_QUESTIONS):
            if asked(pilot) is None:
                break
            await press(pilot, "i")  # nothing else is known
        assert isinstance(pilot.app.screen, OutcomesScreen)
        assert "Créer un PETR" in on_screen(pilot)
        await press(pilot, "c")
        assert "§ CGCT, art. L. 57" in on_screen(pilot)
